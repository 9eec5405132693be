"""What people decided of two rows holds in every build, whatever passes say."""

from datetime import date
from pathlib import Path

import pytest
from tests.worlds import World, card, resident

OCTOBER = date(2023, 10, 31)
BINH, HOA, MINH = ("Trần Văn Bình", "1979-07-08"), ("Lê Thị Hoa", "1982-09-10"), ("A Minh", "2012-08-07")
ID = "062079000012"


def people(world: World) -> list[int]:
    """The person of each row, in the order of receipt; people are counted as they appear."""
    with world.register() as session:
        found = session.ask("SELECT person FROM linked ORDER BY list, row")["person"].to_pylist()
    counted = {person: number for number, person in enumerate(dict.fromkeys(found), 1)}
    return [counted[person] for person in found]


def decided(world: World, effect: str, one: tuple[int, int], other: tuple[int, int]) -> None:
    """A decision on two rows, each named by the number of its list and its own."""
    first, second = ((world.entries[number - 1].id, row) for number, row in (one, other))
    world.decide(effect, first, second)


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Three residents and the card of a stranger."""
    world = World(tmp_path)
    world.add("residents", resident(*BINH, national_id=ID), resident(*HOA), resident(*MINH))
    world.add("participants", card("Người Lạ", "1950-03-04", "6200000004", hamlet_name="9"))
    return world


def test_two_rows_that_have_nothing_in_common_are_one_person(world: World) -> None:
    assert people(world) == [1, 2, 3, 4]

    decided(world, "same", (1, 2), (2, 1))

    assert people(world) == [1, 2, 3, 2]


def test_two_rows_that_agree_in_everything_are_two_people(world: World) -> None:
    world.add("participants", card(*BINH, "6200000001", national_id=ID), on=OCTOBER)
    assert people(world) == [1, 2, 3, 4, 1]

    decided(world, "different", (1, 1), (3, 1))

    assert people(world) == [1, 2, 3, 4, 5]


def test_two_residents_are_one(world: World) -> None:
    decided(world, "same", (1, 1), (1, 3))

    assert people(world) == [1, 2, 1, 3]


def test_what_is_the_same_as_a_third_is_the_same(world: World) -> None:
    decided(world, "same", (1, 1), (2, 1))
    decided(world, "same", (2, 1), (1, 2))

    assert people(world) == [1, 1, 2, 1]


def test_a_proposal_joins_nothing(world: World) -> None:
    decided(world, "proposed", (1, 2), (2, 1))

    assert people(world) == [1, 2, 3, 4]


def test_a_new_list_keeps_what_was_decided_on_the_old_one(world: World) -> None:
    decided(world, "same", (1, 2), (2, 1))
    world.add("residents", resident(*HOA), resident(*BINH, national_id=ID), resident(*MINH), on=OCTOBER)
    renewed = card("Người Lạ", "1950-03-04", "6200000004", "2024-12-31", hamlet_name="9")
    world.add("participants", renewed, on=OCTOBER)

    assert people(world) == [1, 2, 3, 2, 2, 1, 3, 2]


def test_what_two_lists_say_of_a_resident_is_of_two(tmp_path: Path) -> None:
    """The newer list says who lives there; the older row leaves, with the card that is its own."""
    world = World(tmp_path)
    world.add("residents", resident(*BINH, national_id=ID))
    world.add("participants", card(*BINH, "6200000001", national_id=ID))
    world.add("residents", resident(*BINH, national_id=ID, household="9", sex="male"), on=OCTOBER)
    assert people(world) == [1, 1, 1]

    decided(world, "different", (1, 1), (3, 1))
    decided(world, "same", (1, 1), (2, 1))

    assert people(world) == [1, 1, 2]
