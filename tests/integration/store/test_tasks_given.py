"""A task is split over its offices; recurring ones are due on working days, each once."""

from datetime import date

import pytest
from tests.integration.store.task_world import COMMUNES, RUONG, TAN_LAP, WEEKLY, account, given, row_of

from baophu.directives.asked import Assigned
from baophu.directives.days.recurrence import RULES, Recurrence
from baophu.store.actions.task_times import Times, keep_times_ahead, make_task_times
from baophu.store.actions.tasks import DueBeforeGiven, NoOffice, NothingToDo
from baophu.store.models import Account, AuditEntry, Task, TaskAssignee, TaskOccurrence
from baophu.store.permissions import MayNot
from baophu.store.roles import Role


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-10")


def test_a_task_of_all_communes_is_each_commune_s_own(operator: Account) -> None:
    task = given(operator, "UBND các xã, thị trấn", "BHXH huyện")
    rows = task.assignees.order_by("pk")
    assert [row.office for row in rows] == [*COMMUNES, "BHXH huyện"]
    assert {row.due for row in rows} == {date(2023, 10, 13)}
    assert rows.get(office="UBND xã Tân Lập").unit == TAN_LAP
    assert rows.get(office="BHXH huyện").unit == ""
    entry = AuditEntry.objects.latest("pk")
    assert (entry.action, entry.object, len(entry.values["offices"])) == ("give_task", str(task.pk), 8)


def test_communes_that_are_named_are_meant_alone(operator: Account) -> None:
    task = given(operator, "UBND các xã Tân Lập, Đăk Ruồng")
    assert set(task.assignees.values_list("unit", flat=True)) == {TAN_LAP, RUONG}


def test_an_office_that_is_named_twice_has_one_row(operator: Account) -> None:
    leads, supports = Assigned("BHXH huyện", leads=True), Assigned("Phòng GD&ĐT huyện", supports=True)
    task = given(operator, "Bảo hiểm xã hội huyện", leads, supports)
    rows = task.assignees.order_by("pk").values_list("office", "leads", "supports")
    assert list(rows) == [("Bảo hiểm xã hội huyện", True, False), ("Phòng GD&ĐT huyện", False, True)]


def test_a_task_says_what_is_to_be_done_and_by_whom(operator: Account) -> None:
    with pytest.raises(NothingToDo):
        given(operator, "BHXH huyện", action=" ")
    with pytest.raises(NoOffice):
        given(operator)
    assert not Task.objects.exists()


def test_no_task_is_due_before_it_was_given(operator: Account) -> None:
    for rule in (None, RULES[Recurrence.MONTHLY]):
        with pytest.raises(DueBeforeGiven) as raised:
            given(operator, "BHXH huyện", deadline=date(2023, 10, 8), words="", rule=rule)
        assert "8/10/2023" in raised.value.words()
    assert not Task.objects.exists()
    assert given(operator, "BHXH huyện", deadline=date(2023, 10, 9), words="").due == date(2023, 10, 9)


def test_a_deadline_to_the_end_of_a_day_is_that_day(operator: Account) -> None:
    sunday = date(2023, 12, 31)
    task = given(operator, "BHXH huyện", deadline=sunday, words="từ nay đến hết ngày 31/12/2023")
    assert task.due == sunday


def test_what_is_done_regularly_has_no_times(operator: Account) -> None:
    task = given(operator, "BHXH huyện", deadline=None, words="", rule=RULES[Recurrence.REGULARLY])
    assert (row_of(task).due, TaskOccurrence.objects.count()) == (None, 0)


def times(row: TaskAssignee) -> list[date]:
    return list(row.occurrences.order_by("due").values_list("due", flat=True))


def test_a_weekly_report_is_due_each_friday_until_its_last_day(operator: Account) -> None:
    task = given(operator, "BHXH huyện", rule=WEEKLY, deadline=date(2023, 10, 31), words="đến hết 31/10/2023")
    assert (task.due, task.until) == (None, date(2023, 10, 31))
    assert times(row_of(task)) == [date(2023, 10, 13), date(2023, 10, 20), date(2023, 10, 27)]


def test_times_are_made_a_year_ahead_and_never_twice(
    operator: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = row_of(given(operator, "BHXH huyện", rule=WEEKLY, deadline=None, words="hằng tuần"))
    first = times(row)
    assert first[-1] == date(2024, 10, 4)
    assert {date(2024, 2, 7), date(2024, 2, 9)} & set(first) == {date(2024, 2, 7)}
    assert make_task_times(by=operator) == Times(0, 0)
    assert make_task_times(by=operator, until=date(2024, 10, 25)).made == 3
    assert times(row)[: len(first)] == first
    assert make_task_times(by=operator, until=date(2024, 10, 25)).made == 0
    # The clock jumps over Tết, a leap day and a year's end: nothing is made twice, nothing is left out.
    monkeypatch.setenv("BAOPHU_TODAY", "2025-03-01")
    make_task_times(by=operator)
    made = times(row)
    assert len(made) == len(set(made)) == row.occurrences.values("nominal").distinct().count()
    assert (made[0], made[-1]) == (date(2023, 10, 13), date(2026, 2, 27))
    assert AuditEntry.objects.latest("pk").action == "make_task_times"
    monkeypatch.setenv("BAOPHU_TODAY", "2025-03-07")
    assert [keep_times_ahead().made, keep_times_ahead().made] == [1, 0]


def test_days_off_that_were_announced_since_move_what_is_open(operator: Account) -> None:
    row = row_of(given(operator, "BHXH huyện", rule=WEEKLY, deadline=date(2023, 10, 31), words="đến 31/10"))
    # As if the day had been a working day when the times were made.
    row.occurrences.filter(due=date(2023, 10, 20)).update(due=date(2023, 10, 19))
    row.occurrences.filter(due=date(2023, 10, 27)).update(due=date(2023, 10, 26), state="confirmed")
    make_task_times(by=operator)
    assert times(row) == [date(2023, 10, 13), date(2023, 10, 20), date(2023, 10, 26)]
    row.occurrences.filter(state="confirmed").update(due=date(2023, 10, 27), state="given")
    make_task_times(by=operator)
    assert times(row) == [date(2023, 10, 13), date(2023, 10, 20), date(2023, 10, 27)]


def test_who_may_give_tasks(operator: Account) -> None:
    given(account(operator, Role.LEADER), "BHXH huyện")
    for role in (Role.SUPERVISOR, Role.PROVINCE, Role.EDUCATION):
        with pytest.raises(MayNot):
            given(account(operator, role), "BHXH huyện")
    assert Task.objects.count() == 1
