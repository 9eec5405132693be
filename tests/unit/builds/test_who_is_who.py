"""Twins, namesakes, copies of a row, and people on many lists without a hamlet."""

from pathlib import Path
from typing import Any

import pytest
from tests.worlds import DAY, EVERYTHING, World, card, resident

from baophu.builds import answers

BIRTH = "2010-10-10"
AN, AN_WITH_HAT = ("Nguyễn Văn An", BIRTH), ("Nguyễn Văn Ân", BIRTH)


def people(world: World) -> list[int]:
    """The person of each row, in the order of receipt."""
    rows = answers.rows(world.build(), EVERYTHING)
    return [row["person"] for row in rows]


def population(world: World) -> int:
    return answers.coverage(world.build(), EVERYTHING, on=DAY, schemes=["BHYT"])[0].denominator


@pytest.fixture
def twins(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.add("residents", resident(*AN, household="1"), resident(*AN_WITH_HAT, household="1"))
    return world


def test_twins_are_told_apart_by_a_sign_in_their_names(twins: World) -> None:
    twins.add("participants", card(*AN_WITH_HAT, "6200000002"), card(*AN, "6200000001"))
    twins.add("students", resident(*AN, school="TH"), resident(*AN_WITH_HAT, school="TH"))

    assert people(twins) == [1, 2, 2, 1, 1, 2]


@pytest.mark.parametrize("name", ["Nguyen Van An", "Nguyễn Văn Ấn"])
def test_twins_are_not_guessed_from_a_name_that_is_neither_of_theirs(twins: World, name: str) -> None:
    twins.add("participants", card(name, BIRTH, "6200000001"))

    assert people(twins) == [1, 2, 3]


def test_two_cards_with_the_name_of_one_twin_are_given_to_neither(twins: World) -> None:
    twins.add("participants", card(*AN, "6200000001"), card(*AN, "6200000002"))

    assert people(twins) == [1, 2, 3, 4]


def test_a_person_with_two_numbers_is_one_person(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", resident(*AN))
    world.add("participants", card(*AN, "6200000001"), card(*AN, "6200000002"))

    assert people(world) == [1, 1, 1]


def test_lists_without_a_hamlet_do_not_stand_in_each_others_way(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", resident(*AN))
    world.add("students", resident(*AN, hamlet_name=None, school="TH"))
    world.add("poor_households", resident(*AN, hamlet_name=None, group="HN"))
    world.add("participants", card(*AN, "6200000001", hamlet_name=None))

    assert people(world) == [1, 1, 1, 1]


def test_two_rows_of_one_list_that_could_be_the_same_person_are_not_guessed(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", resident(*AN))
    world.add(
        "students", resident(*AN, hamlet_name=None, school="A"), resident(*AN, hamlet_name=None, school="B")
    )

    assert people(world)[0] not in people(world)[1:]


@pytest.mark.parametrize(
    ("again", "people_in_all"),
    [
        ({}, 1),
        ({"household": "2"}, 2),
        ({"hamlet_name": "9"}, 2),
        ({"sex": "female"}, 2),
        ({"birth_precision": "year"}, 2),
        ({"national_id": "062210000001"}, 1),
    ],
)
def test_a_household_names_nobody_twice(tmp_path: Path, again: dict[str, Any], people_in_all: int) -> None:
    first = {"household": "1", "sex": "male"}
    world = World(tmp_path)
    world.add("residents", resident(*AN, **first), resident(*AN, **first | again))

    assert population(world) == people_in_all


def test_a_list_sent_again_with_one_more_row_counts_each_person_once(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", resident(*AN, household="1"))
    world.add("residents", resident(*AN, household="1"), resident("Lê Thị Hoa", "1982-09-10", household="1"))

    assert population(world) == 2
