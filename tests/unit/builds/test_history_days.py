"""Of which earlier days a build keeps counts, and that they are those that a question for the day gets."""

from datetime import date, timedelta
from pathlib import Path

from tests.worlds import EVERYTHING, World, card, counted_anew, resident

from baophu.base.scope import Purpose
from baophu.builds import answers
from baophu.builds.history import days_before
from baophu.builds.inputs import ListEntry
from baophu.builds.opened import OpenBuild

ON = date(2023, 9, 30)


def entry(on: date, kind: str = "participants", extent: str = "BHYT|23482@") -> ListEntry:
    return ListEntry("", "", "", "", kind, "", on, Path(), (extent,), 1)


def days(*on: date) -> list[date]:
    return days_before([entry(day) for day in on], ON)


def test_of_a_month_the_last_day_is_kept() -> None:
    assert days(date(2023, 7, 7), date(2023, 7, 28), date(2023, 8, 4), ON) == [
        date(2023, 7, 28),
        date(2023, 8, 4),
    ]


def test_the_last_day_a_week_or_more_ago_is_kept_beside_later_ones() -> None:
    assert days(date(2023, 9, 22), date(2023, 9, 23), date(2023, 9, 29)) == [
        date(2023, 9, 23),
        date(2023, 9, 29),
    ]


def test_the_same_day_last_year_is_kept_where_a_list_is_that_old() -> None:
    assert days(date(2022, 6, 30)) == [date(2022, 6, 30), date(2022, 9, 30)]
    assert days(date(2022, 10, 1)) == [date(2022, 10, 1)]


def test_three_years_are_kept() -> None:
    monthly = [ON - timedelta(days=31 * months) for months in range(60)]
    assert len(days(*monthly)) == 36


def test_lists_of_residents_and_of_cards_from_elsewhere_are_no_days() -> None:
    others = [
        entry(date(2023, 8, 31), "residents", "23482@"),
        entry(date(2023, 7, 31), extent="BHYT|elsewhere"),
    ]
    assert days_before(others, ON) == []


def test_the_counts_of_an_earlier_day_are_those_of_a_question_for_it(tmp_path: Path) -> None:
    world, august = World(tmp_path), date(2023, 8, 31)
    world.add("residents", resident("A", "1990-01-02"), resident("B", "1950-01-02"))
    both = card("A", "1990-01-02", "6200000001"), card("B", "1950-01-02", "6200000002")
    world.add("participants", *both, on=august)
    world.add("participants", both[0])
    build = world.build()

    kept = history(build)

    anew = counted_anew(build, EVERYTHING, august)
    assert {tuple(row.values())[1:6]: row["people"] for row in kept} == anew.people
    assert {row["numerator_kind"]: row["people"] for row in kept if not row["scheme"]} == {
        "population": 2, "working_age": 1,
    }  # fmt: skip
    assert {row["day"] for row in kept} == {august}
    assert answers.coverage(build, EVERYTHING, on=ON, schemes=["BHYT"])[0].participants == 1


def history(build: OpenBuild) -> list[dict[str, object]]:
    sql = 'SELECT day, scheme, numerator_kind, unit, hamlet, "group", people FROM history'
    found: list[dict[str, object]] = build.ask(EVERYTHING, Purpose.STEER, ["history"], sql).to_pylist()
    return found
