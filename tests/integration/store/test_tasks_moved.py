"""Who moves a task: the office that has it, the one that gave it, and nobody who only looks on."""

from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import connection
from tests.integration.store.task_world import RUONG, TAN_LAP, WEEKLY, account, given, row_of

from baophu.directives.states import NoSuchMove, NotYours, State
from baophu.store.actions.office import set_letterhead
from baophu.store.actions.tasks import (
    NoLater,
    NotExtended,
    NotInvolved,
    NotOfThisDay,
    NotTheGiver,
    extend_task,
    hand_task,
    move_task,
)
from baophu.store.models import Account, AuditEntry, TaskExtension, TaskMove
from baophu.store.permissions import MayNot
from baophu.store.roles import Role
from baophu.store.tasks import NoSuchTask, NoSuchTime


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")


def test_a_task_goes_its_way(operator: Account) -> None:
    official = account(operator, Role.COMMUNE_OFFICIAL, units=[TAN_LAP])
    leader = account(operator, Role.LEADER)
    row = row_of(given(operator, "UBND xã Tân Lập"))
    for by, to, on in (
        (official, State.ACCEPTED, date(2023, 10, 10)),
        (official, State.DOING, None),
        (official, State.REPORTED, date(2023, 10, 13)),
        (leader, State.CONFIRMED, None),
    ):
        move_task(by=by, number=row.pk, to=to, on=on, note="đã gửi danh sách")
    row.refresh_from_db()
    assert (row.state, row.reported_on, row.confirmed_on) == (
        "confirmed", date(2023, 10, 13), date(2023, 10, 16),
    )  # fmt: skip
    moves = TaskMove.objects.order_by("pk").values_list("was", "state", "by__role")
    assert list(moves)[-2:] == [
        ("doing", "reported", "commune_official"),
        ("reported", "confirmed", "leader"),
    ]
    entry = AuditEntry.objects.latest("pk")
    assert (entry.action, entry.object) == ("move_task", str(row.task_id))
    assert entry.values["becomes"] == "confirmed"
    assert "danh sách" not in str(entry.values)


def test_what_is_sent_back_is_no_longer_reported(operator: Account) -> None:
    row = row_of(given(operator, "UBND xã Tân Lập"))
    move_task(by=operator, number=row.pk, to=State.REPORTED)
    move_task(by=account(operator, Role.LEADER), number=row.pk, to=State.DOING, note="thiếu thôn 3")
    row.refresh_from_db()
    assert (row.state, row.reported_on) == ("doing", None)


def test_nobody_confirms_the_home_s_own_work_but_who_gave_it(operator: Account) -> None:
    set_letterhead(by=operator, name="Bảo hiểm xã hội huyện Kon Rẫy")
    row = row_of(given(operator, "BHXH huyện"))
    move_task(by=operator, number=row.pk, to=State.REPORTED)
    with pytest.raises(NotYours):
        move_task(by=operator, number=row.pk, to=State.CONFIRMED)
    move_task(by=account(operator, Role.LEADER), number=row.pk, to=State.CONFIRMED)


def test_who_looks_on_moves_nothing(operator: Account) -> None:
    row = row_of(given(operator, "UBND xã Tân Lập"))
    with pytest.raises(MayNot):
        move_task(by=account(operator, Role.SUPERVISOR), number=row.pk, to=State.ACCEPTED)
    with pytest.raises(NoSuchTask):
        ruong = account(operator, Role.COMMUNE_OFFICIAL, units=[RUONG])
        move_task(by=ruong, number=row.pk, to=State.ACCEPTED)
    with pytest.raises(NotYours):
        move_task(by=account(operator, Role.EDUCATION), number=row.pk, to=State.ACCEPTED)
    with pytest.raises(NoSuchMove):
        move_task(by=operator, number=row.pk, to=State.CONFIRMED)
    row.refresh_from_db()
    assert (row.state, TaskMove.objects.count()) == ("given", 0)


def test_nothing_was_done_tomorrow_or_before_it_was_given(operator: Account) -> None:
    row = row_of(given(operator, "BHXH huyện"))
    for day in (date(2023, 10, 17), date(2023, 10, 8)):
        with pytest.raises(NotOfThisDay):
            move_task(by=operator, number=row.pk, to=State.REPORTED, on=day)


def test_whom_a_task_is_handed_to_does_it(operator: Account) -> None:
    row = row_of(given(operator, "UBND xã Tân Lập"))
    official = account(operator, Role.COMMUNE_OFFICIAL, units=[TAN_LAP])
    collector = account(operator, Role.COLLECTOR, units=[TAN_LAP])
    with pytest.raises(NoSuchTask):
        move_task(by=collector, number=row.pk, to=State.ACCEPTED)
    hand_task(by=official, number=row.pk, to=collector)
    move_task(by=collector, number=row.pk, to=State.ACCEPTED)
    with pytest.raises(NotInvolved):
        hand_task(by=account(operator, Role.EDUCATION), number=row.pk, to=None)
    hand_task(by=official, number=row.pk, to=None)
    with pytest.raises(NoSuchTask):
        move_task(by=collector, number=row.pk, to=State.DOING)


def test_each_time_of_a_weekly_report_stands_for_itself(operator: Account) -> None:
    row = row_of(given(operator, "UBND xã Tân Lập", rule=WEEKLY, deadline=None, words="thứ 6 hằng tuần"))
    leader = account(operator, Role.LEADER)
    move_task(by=operator, number=row.pk, to=State.ACCEPTED)
    move_task(by=operator, number=row.pk, to=State.REPORTED)
    move_task(by=operator, number=row.pk, to=State.REPORTED, due=date(2023, 10, 27))
    move_task(by=leader, number=row.pk, to=State.CONFIRMED)
    found = row.occurrences.order_by("due").values_list("due", "state")[:3]
    assert list(found) == [
        (date(2023, 10, 13), "confirmed"),
        (date(2023, 10, 20), "given"),
        (date(2023, 10, 27), "reported"),
    ]
    row.refresh_from_db()
    assert row.state == "accepted"
    with pytest.raises(NoSuchTime):
        move_task(by=operator, number=row.pk, to=State.REPORTED, due=date(2023, 10, 26))


def test_a_recurring_task_is_withdrawn_with_its_open_times_and_given_again(operator: Account) -> None:
    task = given(operator, "UBND xã Tân Lập", rule=WEEKLY, deadline=date(2023, 10, 31), words="đến 31/10")
    row = row_of(task)
    move_task(by=operator, number=row.pk, to=State.REPORTED)
    move_task(by=operator, number=row.pk, to=State.WITHDRAWN)
    states = row.occurrences.order_by("due").values_list("state", flat=True)
    assert list(states) == ["reported", "withdrawn", "withdrawn"]
    move_task(by=operator, number=row.pk, to=State.GIVEN)
    assert list(states.all()) == ["reported", "given", "given"]


def test_who_gave_a_task_extends_it(operator: Account) -> None:
    row = row_of(given(operator, "UBND xã Tân Lập"))
    official = account(operator, Role.COMMUNE_OFFICIAL, units=[TAN_LAP])
    with pytest.raises(NotTheGiver):
        extend_task(by=official, number=row.pk, due=date(2023, 10, 20), why="mưa lũ")
    extend_task(by=operator, number=row.pk, due=date(2023, 10, 20), why="mưa lũ")
    row.refresh_from_db()
    assert (row.due, row.task.due) == (date(2023, 10, 20), date(2023, 10, 13))
    with pytest.raises(NoLater):
        extend_task(by=operator, number=row.pk, due=date(2023, 10, 20), why="mưa lũ")
    told = TaskExtension.objects.values_list("was", "due", "why")
    assert list(told) == [(date(2023, 10, 13), date(2023, 10, 20), "mưa lũ")]


def test_what_is_done_or_recurs_is_not_extended(operator: Account) -> None:
    done = row_of(given(operator, "UBND xã Tân Lập"))
    move_task(by=operator, number=done.pk, to=State.REPORTED)
    weekly = row_of(given(operator, "UBND xã Tân Lập", rule=WEEKLY, deadline=None, words=""))
    for row in (done, weekly):
        with pytest.raises(NotExtended):
            extend_task(by=operator, number=row.pk, due=date(2024, 1, 1), why="")


def test_of_two_who_report_at_once_one_is_too_late(operator: Account) -> None:
    row = row_of(given(operator, "UBND xã Tân Lập"))
    together, said = Barrier(2), []

    def report() -> None:
        together.wait()
        try:
            move_task(by=operator, number=row.pk, to=State.REPORTED)
            said.append("reported")
        except NoSuchMove:
            said.append("too late")
        finally:
            connection.close()

    threads = [Thread(target=report) for _each in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(said) == ["reported", "too late"]
    assert TaskMove.objects.count() == 1
