"""The directives of the example are read as they were meant, and what is told of their tasks fits them."""

from datetime import date

import pytest

from baophu.areas.offices import office_key
from baophu.directives.reading import Reading, read_directive
from baophu_examples.chance import stream
from baophu_examples.desk import Desk
from baophu_examples.faults import LEVELS, Clerk
from baophu_examples.konray import ON, SEED, SIGNING
from baophu_examples.letters.writing import SINCE, read, write_letters

# Of each letter: number, day, how many tasks, how many of them recur, how many figures.
HEADS = {
    2023: [
        ("71/KH-UBND", date(2023, 6, 30), 9, 2, 3),
        ("3127/UBND-KGVX", date(2023, 9, 12), 6, 1, 0),
        ("942/UBND-VX", date(2023, 9, 29), 7, 0, 3),
    ],
    2026: [
        ("208/KH-UBND", date(2026, 6, 30), 9, 2, 2),
        ("1865/BHXH-TST", date(2026, 9, 10), 4, 1, 0),
        ("4410/UBND-KGVX", date(2026, 9, 29), 5, 0, 0),
    ],
}


@pytest.fixture(scope="module", params=[2023, 2026])
def year(request: pytest.FixtureRequest) -> int:
    found: int = request.param
    return found


@pytest.fixture(scope="module")
def letters(year: int, tmp_path_factory: pytest.TempPathFactory) -> list[Reading]:
    """Those that came, and the one that is to be handed in."""
    clerk = Clerk(stream(SEED, "clerk"), LEVELS["mild"], [])
    desk = Desk(tmp_path_factory.mktemp("letters"), ON[year], SIGNING[year], SEED, LEVELS["mild"], clerk)
    came, later = write_letters(desk)
    return [read_directive(path) for path in [*came, later]]


def test_number_day_tasks_and_figures_are_read(year: int, letters: list[Reading]) -> None:
    assert [
        (
            one.header.number,
            one.header.day,
            len(one.tasks),
            sum(bool(task.rhythms) for task in one.tasks),
            len(one.figures),
        )
        for one in letters
    ] == HEADS[year]


def test_nothing_is_doubtful(letters: list[Reading]) -> None:
    assert [problem for one in letters for problem in one.problems] == []
    assert all(task.assignees and not task.unsure for one in letters for task in one.tasks)


def test_they_came_before_the_day_of_the_report(year: int, letters: list[Reading]) -> None:
    days = [one.header.day for one in letters if one.header.day]
    assert days == sorted(days)
    assert days[-1] < SIGNING[year]


def test_what_is_told_of_tasks_fits_those_that_were_given(year: int, letters: list[Reading]) -> None:
    """Each beginning is that of one task, and days are told in their order up to that of the report."""
    given = [task.action.text for one in letters[:-1] for task in one.tasks]
    for told in read(year, SINCE)["tasks"]:
        assert sum(action.startswith(told["task"]) for action in given) == 1, told["task"]
        courses = [list(states.values()) for states in told.get("moves", {}).values()]
        for days in [*courses, *told.get("reports", {}).values()]:
            assert days == sorted(days)
            assert days[-1] <= SIGNING[year]


def test_no_account_acts_for_an_office_without_a_task(year: int) -> None:
    told = read(year, SINCE)
    offices = {
        office_key(office)
        for task in told["tasks"]
        for what in ("moves", "reports")
        for office in task.get(what, {})
    }
    assert {office_key(one["office"]) for one in told["accounts"].values()} <= offices
