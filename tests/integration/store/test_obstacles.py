"""An obstacle goes from the hamlet up to the office that can answer, and its answer comes back."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.integration.store.task_world import RUONG, TAN_LAP, account

from baophu.base.clock import today
from baophu.base.home import Home
from baophu.directives.obstacles import NoSuchObstacleMove
from baophu.store.actions.obstacles import (
    Met,
    NoAnswer,
    NoObstacleKind,
    NoOneOffice,
    NotForIt,
    NothingMet,
    NotItsPlace,
    NotOnThisVisit,
    UnknownObstacleKind,
    answer_obstacle,
    close_obstacle,
    pass_obstacle,
    record_obstacle,
    see_answer,
)
from baophu.store.actions.told_in_words import DayToCome, NumberOfSomeone
from baophu.store.models import Account, AuditEntry, Obstacle, ObstacleMove, Visit
from baophu.store.obstacles import (
    ALL,
    NO_OFFICE,
    NoSuchObstacle,
    Sought,
    days_waited,
    has_news,
    obstacle_counts,
    obstacle_seen,
    obstacles_seen,
    sought,
    visits_in_hardship,
)
from baophu.store.permissions import MayNot
from baophu.store.questions import account_named
from baophu.store.roles import Role

THON_1 = f"{TAN_LAP}/01"
OF_SOMEONE = (
    "CCCD 062085001234",
    "CCCD 062 085 001 234",
    "gọi 0905123456",
    "gọi 0905 123 456",
    "mã 6201000023",
    "thẻ DN4626220123456",
    "thẻ DN 4 62 6220 123456",
)
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
        (Met("", "thẻ chậm"), NoObstacleKind),
        (Met("late_card", "thẻ chậm", on=date(2123, 1, 1)), DayToCome),
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


def test_said_twice_at_once_an_obstacle_is_one(operator: Account) -> None:
    rows = [
        record_obstacle(by=operator, met=Met("procedure", words)) for words in ("Hồ sơ", "Hồ sơ ", "Khác")
    ]
    assert rows[0] == rows[1] != rows[2]
    assert AuditEntry.objects.filter(action="record_obstacle").count() == 2


def test_nobody_is_told_by_a_number(operator: Account) -> None:
    for words in OF_SOMEONE:
        with pytest.raises(NumberOfSomeone):
            record_obstacle(by=operator, met=Met("procedure", words))
    for words in ("nợ 948.288.562 đồng", "từ 12/10/2023", "Công văn 1234/UBND-VX"):
        row = record_obstacle(by=operator, met=Met("procedure", words))
    with pytest.raises(NumberOfSomeone):
        answer_obstacle(by=operator, number=row.pk, answer="hỏi 0905123456")


def test_an_obstacle_is_passed_to_one_office_and_answered_in_words(operator: Account) -> None:
    row = record_obstacle(by=operator, met=Met("procedure", "Hồ sơ phải nộp hai lần"))
    for office in ("", "UBND các xã, thị trấn"):
        with pytest.raises(NoOneOffice):
            pass_obstacle(by=operator, number=row.pk, office=office)
    with pytest.raises(NoAnswer):
        answer_obstacle(by=operator, number=row.pk, answer=" ")


# Role → may record, pass on, answer what its office has; reads of the places at hand: one that it recorded
# itself, one of Tân Lập, one of Đăk Ruồng, one of no place; how many it counts.
TRUTH = {
    #                        record pass   answer own    Tân L. Ruồng  none   counts
    Role.ADMIN:             (True,  True,  True,  True,  True,  True,  True,  4),
    Role.INSURANCE_OFFICER: (True,  True,  True,  True,  True,  True,  True,  4),
    Role.LEADER:            (True,  True,  False, True,  True,  True,  True,  4),
    Role.COMMUNE_OFFICIAL:  (True,  True,  False, True,  True,  False, True,  3),
    Role.HAMLET_HEAD:       (True,  False, False, True,  False, False, False, 3),
    Role.COLLECTOR:         (True,  False, False, True,  False, False, False, 0),
    Role.EDUCATION:         (True,  False, True,  True,  False, False, False, 4),
    Role.LABOUR_FINANCE:    (True,  False, False, True,  False, False, False, 4),
    Role.PROVINCE:          (True,  False, False, True,  False, False, False, 4),
    Role.SUPERVISOR:        (False, False, False, False, False, False, False, 3),
}  # fmt: skip
PLACES: dict[Role, dict[str, Any]] = {
    Role.COMMUNE_OFFICIAL: {"units": [TAN_LAP]},
    Role.HAMLET_HEAD: {"hamlets": [THON_1]},
    Role.COLLECTOR: {"units": [TAN_LAP]},
}


@pytest.mark.parametrize("role", TRUTH)
def test_who_records_reads_and_answers_obstacles(hamlets: None, operator: Account, role: Role) -> None:
    who = account(operator, role, **PLACES.get(role, {}))
    records, passes, answers, *reads, counts = TRUTH[role]
    rows = [record_obstacle(by=who, met=LATE)] if records else [Obstacle(pk=0)]
    places = (TAN_LAP, RUONG, "")
    rows += [record_obstacle(by=operator, met=Met("procedure", "Hồ sơ", place=place)) for place in places]
    assert [row in set(obstacles_seen(who)) for row in rows] == reads
    assert sum(one["count"] for one in obstacle_counts(who)) == counts

    if not records:
        with pytest.raises(MayNot):
            record_obstacle(by=who, met=LATE)
        return
    if passes:
        pass_obstacle(by=who, number=rows[0].pk, office="Phòng GD&ĐT huyện")
    else:
        with pytest.raises(MayNot):
            pass_obstacle(by=who, number=rows[0].pk, office="Phòng GD&ĐT huyện")
        pass_obstacle(by=operator, number=rows[0].pk, office="Phòng GD&ĐT huyện")
    if answers:
        answer_obstacle(by=who, number=rows[0].pk, answer="đã cấp")
    else:
        with pytest.raises(NotForIt):
            answer_obstacle(by=who, number=rows[0].pk, answer="đã cấp")


def test_the_table_above_knows_every_role() -> None:
    assert set(TRUTH) == set(Role)


def test_an_office_reads_and_answers_what_was_passed_on_to_it(
    hamlets: None, operator: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")
    ruong = account(operator, Role.COMMUNE_OFFICIAL, "ruong", units=[RUONG])
    post = account(operator, Role.COLLECTOR, "buudien", units=[RUONG], office="Bưu điện huyện")
    row = record_obstacle(by=operator, met=Met("procedure", "Hồ sơ", place=TAN_LAP))
    for who, office in ((ruong, "Công an xã Đăk Ruồng"), (post, "Bưu điện huyện")):
        with pytest.raises(NoSuchObstacle):
            obstacle_seen(who, row.pk)
        pass_obstacle(by=operator, number=row.pk, office=office)
        answer_obstacle(by=who, number=row.pk, answer="đã xem")


def test_an_office_is_counted_once_however_it_is_called(operator: Account) -> None:
    for office in ("Phòng GD&ĐT huyện", "Phòng Giáo dục và Đào tạo huyện Kon Rẫy", "Phòng LĐ-TB&XH huyện"):
        row = record_obstacle(by=operator, met=Met("procedure", f"Hồ sơ ở {office}"))
        pass_obstacle(by=operator, number=row.pk, office=office)
    counts = {one["office"]: one["count"] for one in obstacle_counts(operator)}
    assert counts == {"Phòng GD&ĐT huyện": 2, "Phòng LĐ-TB&XH huyện": 1}


def test_the_answer_reaches_who_recorded_it_once(hamlets: None, operator: Account) -> None:
    head = account(operator, Role.HAMLET_HEAD, hamlets=[THON_1])
    row = record_obstacle(by=head, met=LATE)
    assert not has_news(head, row)
    answer_obstacle(by=operator, number=row.pk, answer="Thẻ đã in")
    row.refresh_from_db()
    assert has_news(head, row) and not has_news(operator, row)
    see_answer(by=head, row=row)
    assert not has_news(head, obstacle_seen(head, row.pk))

    pass_obstacle(by=operator, number=row.pk, office="BHXH huyện")
    answer_obstacle(by=operator, number=row.pk, answer="Trả ngày 20/10")
    assert has_news(head, obstacle_seen(head, row.pk))
    own = record_obstacle(by=operator, met=LATE)
    answer_obstacle(by=operator, number=own.pk, answer="tự xem")
    assert not has_news(operator, obstacle_seen(operator, own.pk))


def test_obstacles_are_sought_and_what_waits_longest_stands_first(
    hamlets: None, operator: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")
    for kind, place, on in (("procedure", TAN_LAP, 9), ("late_card", THON_1, 5), ("money", RUONG, 7)):
        record_obstacle(by=operator, met=Met(kind, "Hồ sơ", place=place, on=date(2023, 10, on)))
    late = Obstacle.objects.get(kind="late_card")
    pass_obstacle(by=operator, number=late.pk, office="BHXH huyện")
    close_obstacle(by=operator, number=Obstacle.objects.get(kind="money").pk)

    def kinds(**asked: str) -> list[str]:
        return [row.kind for row in sought(obstacles_seen(operator), Sought(**asked))]

    assert kinds() == ["late_card", "procedure"]
    assert kinds(state=ALL) == ["late_card", "procedure", "money"]
    assert (kinds(days=8), kinds(office=NO_OFFICE)) == (["late_card"], ["procedure"])
    assert (kinds(state="closed"), kinds(state="passed")) == (["money"], ["late_card"])
    assert (kinds(kind="procedure"), kinds(office="BHXH huyện")) == (["procedure"], ["late_card"])
    assert (kinds(place=TAN_LAP), kinds(place=THON_1)) == (["late_card", "procedure"], ["late_card"])
    assert days_waited(late, date(2023, 10, 16)) == 11


def test_an_obstacle_may_come_with_a_visit(hamlets: None, operator: Account) -> None:
    collector = account(operator, Role.COLLECTOR, units=[TAN_LAP])
    official = account(operator, Role.COMMUNE_OFFICIAL, units=[RUONG])
    visit = Visit.objects.create(
        by=collector, person=1, scheme="BHYT", outcome="hardship", on=today(), note="không có tiền"
    )
    Visit.objects.create(by=collector, person=2, scheme="BHYT", outcome="refused", on=today())
    assert list(visits_in_hardship(collector)) == list(visits_in_hardship(operator)) == [visit]
    assert not visits_in_hardship(official).exists()

    met = replace(LATE, kind="money", visit=visit.pk)
    with pytest.raises(NotOnThisVisit):
        record_obstacle(by=official, met=replace(met, place=RUONG))
    row = record_obstacle(by=collector, met=met)
    assert row.visit == visit and visit.note not in row.words
    assert not visits_in_hardship(collector).exists()
