"""A newer list takes the place of an older one where it speaks for the same extent, from its day on."""

from datetime import date
from pathlib import Path

from tests.worlds import EVERYTHING, World, card

from baophu.builds import answers
from baophu.builds.opened import OpenBuild

JUNE, SEPTEMBER = date(2023, 6, 30), date(2023, 9, 30)


def counted(build: OpenBuild, on: date) -> int:
    return answers.coverage(build, EVERYTHING, on=on, schemes=["BHYT"])[0].participants


def test_a_newer_list_stands_from_its_own_day(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add(
        "participants", card("A", "1990-01-02", "6200000001"), card("B", "1990-01-02", "6200000002"), on=JUNE
    )
    world.add("participants", card("A", "1990-01-02", "6200000001"), on=SEPTEMBER)

    build = world.build()

    assert (counted(build, JUNE), counted(build, date(2023, 9, 29)), counted(build, SEPTEMBER)) == (2, 2, 1)


def test_absence_proves_leaving_only_inside_the_extent(tmp_path: Path) -> None:
    world = World(tmp_path)
    elsewhere = card("B", "1990-01-02", "6200000002", unit="23488@")
    world.add("participants", card("A", "1990-01-02", "6200000001"), elsewhere, on=JUNE)
    world.add("participants", card("C", "1990-01-02", "6200000003"), on=SEPTEMBER)

    assert counted(world.build(), SEPTEMBER) == 2


def test_an_older_list_that_comes_late_changes_only_its_own_time(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("participants", card("A", "1990-01-02", "6200000001"), on=SEPTEMBER)
    world.add(
        "participants", card("A", "1990-01-02", "6200000001"), card("B", "1990-01-02", "6200000002"), on=JUNE
    )

    build = world.build()

    assert (counted(build, JUNE), counted(build, SEPTEMBER)) == (2, 1)


def test_communes_that_merged_carry_their_people_on(tmp_path: Path) -> None:
    """Đăk Kôi and Đăk Tơ Lung became the commune Đăk Kôi of Quảng Ngãi on 1/7/2025."""
    world = World(tmp_path)
    world.add("participants", card("A", "1990-01-02", "6200000001", None), on=SEPTEMBER)
    world.add("participants", card("B", "1990-01-02", "6200000002", None, unit="23485@"), on=SEPTEMBER)
    new = {"unit": "23485@2025-07-01", "from": date(2026, 1, 1)}
    build = world.build()
    rows = answers.coverage(build, EVERYTHING, on=date(2025, 7, 1), by=["area"], schemes=["BHYT"])

    assert {row.area: row.participants for row in rows}["23485@2025-07-01"] == 2

    world.add("participants", card("C", "1990-01-02", "6200000003", None, **new), on=date(2026, 9, 30))
    build = world.build()

    assert counted(build, date(2025, 7, 1)) == 2
    assert counted(build, date(2026, 9, 30)) == 1
