"""What is due on each day: all of it, what is open and late, and the first tasks with how many have them."""

from datetime import date

import pytest
from tests.integration.store.task_world import TAN_LAP, WEEKLY, account, given, row_of

from baophu.directives.asked import Assigned
from baophu.directives.states import State
from baophu.store.actions.tasks import hand_task, move_task
from baophu.store.models import Account
from baophu.store.roles import Role
from baophu.store.task_calendar import tasks_by_day, whose_tasks
from baophu.store.tasks import Wanted

OCTOBER = Wanted(first=date(2023, 10, 1), last=date(2023, 10, 31))


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")


@pytest.fixture
def tasks(operator: Account) -> None:
    """A list of all communes due on 13/10, which the education office supports; a weekly report."""
    lists = given(operator, "UBND các xã, thị trấn", Assigned("Phòng GD&ĐT huyện", supports=True))
    given(operator, "BHXH huyện", action="Báo cáo tuần", rule=WEEKLY, deadline=None, words="")
    move_task(by=operator, number=row_of(lists, "Tân Lập").pk, to=State.REPORTED, on=date(2023, 10, 13))
    move_task(by=operator, number=row_of(lists, "Pne").pk, to=State.WITHDRAWN)


def counted(by: Account, wanted: Wanted = OCTOBER) -> dict[int, tuple[int, int, int, list[int]]]:
    """Day of the month → all, open, overdue, and how many have each of the first tasks."""
    found = tasks_by_day(by, wanted).items()
    return {
        day.day: (one.all, one.open, one.overdue, [line.offices for line in one.first])
        for day, one in sorted(found)
    }


def test_what_is_withdrawn_is_left_out_and_who_supports_is_not_late(tasks: None, operator: Account) -> None:
    assert counted(operator) == {
        13: (8, 7, 6, [6, 1]),
        20: (1, 1, 0, [1]),
        27: (1, 1, 0, [1]),
    }
    (lists, weekly) = tasks_by_day(operator, OCTOBER)[date(2023, 10, 13)].first
    assert (lists.recurs, weekly.recurs, weekly.action, weekly.office) == (
        False, True, "Báo cáo tuần", "BHXH huyện"
    )  # fmt: skip


def test_only_the_first_few_are_named(tasks: None, operator: Account) -> None:
    for number in range(5):
        given(operator, "BHXH huyện", action=f"Việc {number}")
    assert counted(operator)[13] == (13, 12, 11, [6, 1, 1])
    assert tasks_by_day(operator, OCTOBER)[date(2023, 10, 13)].more == 4
    week = Wanted(first=OCTOBER.first, last=OCTOBER.last, limit=12)
    assert counted(operator, week)[13][3] == [6, 1, 1, 1, 1, 1, 1]


def test_who_sees_what_of_it(tasks: None, operator: Account) -> None:
    official = account(operator, Role.COMMUNE_OFFICIAL, units=[TAN_LAP])
    assert counted(official) == {13: (3, 2, 1, [1, 1]), 20: (1, 1, 0, [1]), 27: (1, 1, 0, [1])}
    assert {one.office for one in whose_tasks(official)} == {
        "UBND xã Tân Lập", "Phòng GD&ĐT huyện", "BHXH huyện"
    }  # fmt: skip
    collector = account(operator, Role.COLLECTOR, units=[TAN_LAP])
    assert (counted(collector), whose_tasks(collector)) == ({}, [])
    row = row_of(given(operator, "UBND xã Tân Lập", action="Vận động hộ"))
    hand_task(by=operator, number=row.pk, to=collector)
    assert counted(collector) == {13: (1, 1, 1, [1])}
    of_office = Wanted(first=OCTOBER.first, last=OCTOBER.last, office="Bảo hiểm xã hội huyện Kon Rẫy")
    assert set(counted(operator, of_office)) == {13, 20, 27}
    assert counted(operator, of_office)[13] == (1, 1, 1, [1])
