"""A series runs across a merger of communes: each list stands for its own ground and its own time."""

from datetime import date
from pathlib import Path

from tests.worlds import EVERYTHING, World, card, resident

from baophu.base.scope import Purpose
from baophu.builds import answers
from baophu.builds.opened import OpenBuild

DAK_RUONG, TAN_LAP, KON_BRAIH = "23488@", "23497@", "23497@2025-07-01"
SEPTEMBER, OCTOBER, NEW = date(2023, 9, 30), date(2023, 10, 15), date(2026, 9, 30)


def counted(build: OpenBuild, on: date, **asked: object) -> dict[str, int]:
    figures = answers.coverage(build, EVERYTHING, on=on, schemes=["BHYT"], **asked)  # type: ignore[arg-type]
    return {figure.area: figure.participants for figure in figures if figure.participants}


def running(name: str, unit: str) -> dict[str, object]:
    number = f"62000000{ord(name)}"
    return card(name, "1990-01-02", number, None, unit=unit)


def office(folder: Path) -> World:
    """Đắk Ruồng and Tân Lập, listed on different days of 2023; both became part of Kon Braih."""
    world = World(folder)
    world.add("participants", running("A", DAK_RUONG), running("B", DAK_RUONG), on=SEPTEMBER)
    world.add("participants", running("C", TAN_LAP), on=OCTOBER)
    return world


def test_a_list_of_one_commune_does_not_end_that_of_a_commune_it_was_merged_with(tmp_path: Path) -> None:
    world = office(tmp_path)
    before = counted(world.build(), OCTOBER, by=["area"])

    world.add("participants", running("A", KON_BRAIH), on=NEW)

    assert before == {DAK_RUONG: 2, TAN_LAP: 1}
    assert counted(world.build(), OCTOBER, by=["area"]) == before


def test_the_list_of_the_merged_commune_takes_the_place_of_both(tmp_path: Path) -> None:
    world = office(tmp_path)
    world.add("participants", running("A", KON_BRAIH), on=NEW)
    build = world.build()

    days = [date(2025, 6, 30), date(2025, 7, 1), date(2026, 9, 29), NEW]

    assert [sum(counted(build, day).values()) for day in days] == [3, 3, 3, 1]


def test_people_keep_their_numbers_across_the_merger(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", resident("Trần Văn Bình", "1979-07-08", unit=TAN_LAP), on=SEPTEMBER)
    world.numbers = world.run().new_numbers
    world.add("residents", resident("Trần Văn Bình", "1979-07-08", unit=KON_BRAIH), on=NEW)

    assert {row["person"] for row in answers.rows(world.build(), EVERYTHING)} == {1}


def test_later_lists_do_not_change_who_lived_and_was_covered_before(tmp_path: Path) -> None:
    """Two namesakes and a neighbour of 2023, two of them with cards; only the neighbour is listed in 2026."""
    world = World(tmp_path)
    namesake = resident("A Thui", "1990-01-01", unit=TAN_LAP)
    neighbour = resident("Trần Văn Bình", "1979-07-08", unit=TAN_LAP)
    world.add("residents", namesake, namesake, namesake | {"hamlet_name": "2"}, neighbour, on=SEPTEMBER)
    cards = [
        card("A Thui", "1990-01-01", "6200000001", unit=TAN_LAP, hamlet_name="2"),
        card("Trần Văn Bình", "1979-07-08", "6200000002", unit=TAN_LAP),
    ]
    world.add("participants", *cards, on=SEPTEMBER)
    before = as_of(world.build(), SEPTEMBER)

    world.add("residents", neighbour | {"unit": KON_BRAIH}, on=NEW)

    assert before[0] == (2, 4)
    assert as_of(world.build(), SEPTEMBER) == before


def as_of(build: OpenBuild, on: date) -> tuple[tuple[int, int], list[tuple[str, str]]]:
    """Residents covered and residents, and the people to reach."""
    figure = answers.coverage(build, EVERYTHING, on=on, schemes=["BHYT"], numerator="residents")[0]
    gaps = answers.gaps(build, EVERYTHING, Purpose.VISIT, on=on, due_days=60)
    return (figure.participants, figure.denominator), [(gap["why"], gap["source"]) for gap in gaps]


def test_a_year_before_is_counted_for_the_places_of_now(tmp_path: Path) -> None:
    build = office(tmp_path).build()
    now = answers.coverage(build, EVERYTHING, on=date(2026, 6, 30), by=["area"], schemes=["BHYT"])
    changes = answers.year_before(
        build, EVERYTHING, now, on=date(2026, 6, 30), by=["area"], schemes=["BHYT"]
    )  # fmt: skip

    assert dict(zip([figure.area for figure in now], changes, strict=True))[KON_BRAIH] == (3, 0)


def test_a_series_keeps_the_places_of_its_last_day(tmp_path: Path) -> None:
    made = answers.coverage(
        office(tmp_path).build(), EVERYTHING, on=date(2025, 8, 31), by=["area", "month"], schemes=["BHYT"]
    )  # fmt: skip

    months = [(figure.date, figure.participants) for figure in made if figure.area == KON_BRAIH]
    assert [people for _, people in months] == [3] * 24
    assert {figure.area_name for figure in made if figure.area == KON_BRAIH} == {"Xã Kon Braih"}
