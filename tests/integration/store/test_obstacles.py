"""An obstacle goes from the hamlet up to the office that can answer, and its answer comes back."""

import pytest
from tests.integration.store.task_world import RUONG, TAN_LAP, account

from baophu.base.home import Home
from baophu.directives.obstacles import NoSuchObstacleMove
from baophu.store.actions.obstacles import (
    Met,
    NoAnswer,
    NoOneOffice,
    NotForIt,
    NothingMet,
    NotItsPlace,
    UnknownObstacleKind,
    answer_obstacle,
    close_obstacle,
    pass_obstacle,
    record_obstacle,
)
from baophu.store.models import Account, AuditEntry, Obstacle, ObstacleMove
from baophu.store.obstacles import NoSuchObstacle, obstacle_counts, obstacles_seen
from baophu.store.permissions import MayNot
from baophu.store.questions import account_named
from baophu.store.roles import Role

THON_1 = f"{TAN_LAP}/01"
LATE = Met(
    "late_card", "Bốn hộ chưa nhận được thẻ sau 20 ngày", met_by="người dân", place=THON_1, scheme="BHYT"
)


def test_an_obstacle_is_recorded_passed_on_answered_and_closed(hamlets: None, operator: Account) -> None:
    head = account(operator, Role.HAMLET_HEAD, hamlets=[THON_1])
    official = account(operator, Role.COMMUNE_OFFICIAL, units=[TAN_LAP])
    school = account(operator, Role.EDUCATION)
    row = record_obstacle(by=head, met=LATE)
    assert (row.unit, row.hamlet, row.state) == (TAN_LAP, THON_1, "recorded")

    pass_obstacle(by=official, number=row.pk, office="Phòng GD&ĐT huyện", note="hỏi trường")
    with pytest.raises(NotForIt):
        answer_obstacle(by=official, number=row.pk, answer="đã cấp")
    answer_obstacle(by=school, number=row.pk, answer="không phải học sinh")
    pass_obstacle(by=official, number=row.pk, office="BHXH huyện")
    row.refresh_from_db()
    assert (row.state, row.office, row.answer) == ("passed", "BHXH huyện", "")

    answer_obstacle(by=operator, number=row.pk, answer="Thẻ đã in, trả ngày 20/10")
    close_obstacle(by=head, number=row.pk)
    with pytest.raises(NoSuchObstacleMove):
        answer_obstacle(by=operator, number=row.pk, answer="lần nữa")
    moves = ObstacleMove.objects.order_by("pk").values_list("was", "state", "office")
    assert list(moves) == [
        ("recorded", "passed", "Phòng GD&ĐT huyện"),
        ("passed", "answered", "Phòng GD&ĐT huyện"),
        ("answered", "passed", "BHXH huyện"),
        ("passed", "answered", "BHXH huyện"),
        ("answered", "closed", "BHXH huyện"),
    ]
    audit = str(list(AuditEntry.objects.values_list("values", flat=True)))
    assert "Bốn hộ" not in audit and "Thẻ đã in" not in audit


@pytest.mark.parametrize(
    ("met", "error"),
    [
        (Met("late_card", " "), NothingMet),
        (Met("late", "thẻ chậm"), UnknownObstacleKind),
        (Met("late_card", "thẻ chậm", place=f"{TAN_LAP}/99"), NotItsPlace),
        (Met("late_card", "thẻ chậm", place=RUONG), NotItsPlace),
    ],
)
def test_what_is_refused(plain_home: Home, met: Met, error: type[Exception]) -> None:
    operator = account_named(None)
    official = account(operator, Role.COMMUNE_OFFICIAL, units=[TAN_LAP])
    with pytest.raises(error):
        record_obstacle(by=official, met=met)
    assert not Obstacle.objects.exists()


def test_an_obstacle_is_passed_to_one_office_and_answered_in_words(operator: Account) -> None:
    row = record_obstacle(by=operator, met=Met("procedure", "Hồ sơ phải nộp hai lần"))
    for office in ("", "UBND các xã, thị trấn"):
        with pytest.raises(NoOneOffice):
            pass_obstacle(by=operator, number=row.pk, office=office)
    with pytest.raises(NoAnswer):
        answer_obstacle(by=operator, number=row.pk, answer=" ")


def test_who_reads_obstacles_and_who_sees_counts_only(hamlets: None, operator: Account) -> None:
    head = account(operator, Role.HAMLET_HEAD, hamlets=[THON_1])
    record_obstacle(by=head, met=LATE)
    row = record_obstacle(by=operator, met=Met("procedure", "Hồ sơ", place=TAN_LAP))
    tan_lap = account(operator, Role.COMMUNE_OFFICIAL, "tan-lap", units=[TAN_LAP])
    ruong = account(operator, Role.COMMUNE_OFFICIAL, "ruong", units=[RUONG])
    supervisor = account(operator, Role.SUPERVISOR)
    seen = {by.name: obstacles_seen(by).count() for by in (operator, head, tan_lap, ruong, supervisor)}
    assert seen == {"operator": 2, "hamlet_head": 1, "tan-lap": 2, "ruong": 0, "supervisor": 0}
    with pytest.raises(NoSuchObstacle):
        close_obstacle(by=ruong, number=row.pk)
    with pytest.raises(MayNot):
        record_obstacle(by=supervisor, met=LATE)
    assert obstacle_counts(supervisor) == [
        {"kind": "late_card", "office": "", "state": "recorded", "count": 1},
        {"kind": "procedure", "office": "", "state": "recorded", "count": 1},
    ]
    assert obstacle_counts(ruong) == []
