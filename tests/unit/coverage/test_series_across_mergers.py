"""A series runs across a merger of communes: each list stands for its own ground and its own time."""

from datetime import date
from pathlib import Path

from tests.worlds import EVERYTHING, World, card, resident

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
