"""Which lists tell of a pace, in which place."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.worlds import COMMUNE, EVERYTHING, World, card, resident

from baophu.base.scope import Scope
from baophu.builds.answers import OutsideScope
from baophu.builds.opened import OpenBuild
from baophu.builds.paces import changes, paces, series
from baophu.coverage.pace import Measured
from baophu.coverage.targets import Target

AUGUST, ON, OTHER = date(2023, 8, 31), date(2023, 9, 30), "23485@"


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path)
    made.add("residents", *(resident(name, "1990-01-02") for name in "ABCDE"))
    return made


def add(world: World, on: date, names: str, unit: str = COMMUNE, scheme: str = "BHYT", **more: str) -> None:
    """A list of cards of people called by letters."""
    numbers = {name: f"62000000{ord(name)}" for name in names}
    rows = (card(n, "1990-01-02", numbers[n], unit=unit, scheme=scheme, **more) for n in names)
    world.add("participants", *rows, on=on)


def measured(build: OpenBuild, area: str | None = None, scheme: str = "BHYT") -> Measured | None:
    return paces(build, EVERYTHING, area)[scheme].measured


def test_the_pace_is_had_between_the_newest_list_and_the_one_before(world: World) -> None:
    add(world, AUGUST, "AB")
    add(world, ON, "ACD")
    world.targets = (Target("614@", "BHYT", 900_000, date(2023, 12, 31), "275", "UBND", AUGUST),)

    pace = paces(world.build(), EVERYTHING)["BHYT"]

    assert pace.measured == Measured(AUGUST, ON, was=2, became=3)
    assert (pace.people, pace.denominator, pace.target_people, pace.missing) == (3, 5, 5, 2)
    assert pace.expected == 6


def test_a_single_list_tells_of_no_pace(world: World) -> None:
    add(world, ON, "AB")

    assert measured(world.build()) is None


def test_lists_less_than_a_week_apart_are_not_compared(world: World) -> None:
    add(world, AUGUST, "A")
    add(world, date(2023, 9, 26), "AB")
    add(world, ON, "ABC")

    assert measured(world.build()) == Measured(AUGUST, ON, was=1, became=3)


def test_a_home_is_measured_from_when_nearly_all_of_it_is_listed(world: World) -> None:
    add(world, date(2023, 7, 31), "A")
    add(world, AUGUST, "AB")
    add(world, AUGUST, "C", unit=OTHER)
    add(world, ON, "AB")
    add(world, ON, "CDE", unit=OTHER)
    build = world.build()

    assert measured(build) == Measured(AUGUST, ON, was=3, became=5)
    assert [figure.date for figure in series(build, EVERYTHING, "614@", "BHYT")] == [AUGUST, ON]
    july = date(2023, 7, 31)
    assert [figure.date for figure in series(build, EVERYTHING, COMMUNE, "BHYT")] == [july, AUGUST, ON]


def test_a_scheme_is_measured_by_its_own_lists(world: World) -> None:
    """Months paid end when nobody has told of the next ones yet: that is no loss."""
    add(world, AUGUST, "A", scheme="BHXH_TN", to="2023-10-31")
    add(world, ON, "AB", scheme="BHXH_TN", to="2023-10-31")
    add(world, ON, "AB")
    add(world, date(2023, 11, 30), "ABC")
    build = world.build()

    pace = paces(build, EVERYTHING)["BHXH_TN"]

    assert (pace.on, pace.people) == (date(2023, 11, 30), 0)
    assert pace.measured == Measured(AUGUST, ON, was=1, became=2)
    assert measured(build) == Measured(ON, date(2023, 11, 30), was=2, became=3)


def test_a_year_before_where_a_list_is_that_old(world: World) -> None:
    add(world, date(2022, 8, 31), "ABCD", **{"from": "2022-01-01", "to": "2024-12-31"})
    add(world, ON, "A")

    pace = paces(world.build(), EVERYTHING)["BHYT"]

    assert (pace.year_ago, pace.change_year) == (4, -3)


def test_a_list_that_came_after_the_build_is_not_in_it(world: World) -> None:
    add(world, AUGUST, "A")
    add(world, ON, "AB")
    build = world.build()
    add(world, date(2023, 9, 15), "ABC")

    later = OpenBuild(build.folder, replace(build.inputs, lists=tuple(world.entries)))

    assert measured(later) == Measured(AUGUST, ON, was=1, became=2)


def test_by_how_many_each_place_below_has_changed(world: World) -> None:
    add(world, AUGUST, "AB")
    add(world, AUGUST, "C", unit=OTHER)
    add(world, ON, "A")
    add(world, ON, "CDE", unit=OTHER)

    found = changes(world.build(), EVERYTHING, ["BHYT", "BHTN"], by=["area"])

    assert found["BHTN"].since is None
    assert (found["BHYT"].since, found["BHYT"].until) == (AUGUST, ON)
    assert found["BHYT"].in_a_year == {}
    of_places = {area: people for (area, _hamlet), people in found["BHYT"].people.items() if people}
    assert of_places == {COMMUNE: -1, OTHER: 2}


def test_who_sees_a_commune_gets_its_pace_only(world: World) -> None:
    for day, names in ((AUGUST, "A"), (ON, "AB")):
        add(world, day, names)
        add(world, day, "C", unit=OTHER)
    build = world.build()
    commune = Scope(purposes=EVERYTHING.purposes, units=frozenset({COMMUNE}))

    assert paces(build, commune, COMMUNE)["BHYT"].people == 2
    with pytest.raises(OutsideScope):
        paces(build, commune, OTHER)
    hamlets = Scope(purposes=EVERYTHING.purposes, units=None, hamlets=frozenset({f"{COMMUNE}/01"}))
    assert paces(build, hamlets) == {}
