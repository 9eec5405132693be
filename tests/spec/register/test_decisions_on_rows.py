"""For which rows a decision holds: its own two, and the rows equal to them in other lists of the kind."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.worlds import World, card, resident

OCTOBER, NOVEMBER = date(2023, 10, 31), date(2023, 11, 30)
BINH, HOA = ("Trần Văn Bình", "1979-07-08"), ("Lê Thị Hoa", "1982-09-10")
STRANGERS_BIRTH = "1985-03-04"
ID = "062079000012"
NUMBER = "6200000001"


def spoken_of(world: World) -> dict[str, str]:
    """Row → what is decided of it, of the rows of which something is."""
    with world.register() as session:
        rows = session.ask(
            "SELECT file, row, decision FROM linked JOIN lists USING (list) WHERE decision IS NOT NULL"
        )
    return {f"{row['file']}!{row['row']}": row["decision"] for row in rows.to_pylist()}


def table(world: World, name: str, columns: str) -> list[dict[str, Any]]:
    with world.register() as session:
        rows: list[dict[str, Any]] = session.ask(f"SELECT {columns} FROM {name} ORDER BY ALL").to_pylist()
    return rows


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A resident, and a card of the same name that is somebody else’s."""
    world = World(tmp_path)
    world.add("residents", resident(*BINH, sex="male"))
    world.add("participants", card(BINH[0], STRANGERS_BIRTH, NUMBER))
    return world


def test_a_decision_holds_for_its_own_rows(world: World) -> None:
    world.add("participants", card(*HOA, "6200000002"))
    world.decide("different", (world.entries[0].id, 1), (world.entries[1].id, 1))

    assert spoken_of(world) == {"residents1.xlsx!1": "different", "participants2.xlsx!1": "different"}
    assert table(world, "lost_decisions", "*") == []


def test_it_carries_to_rows_that_are_equal_in_all_that_identifies(world: World) -> None:
    """What else a row says, such as its household or the days of a card, does not matter."""
    again = card(BINH[0], STRANGERS_BIRTH, NUMBER)
    other = {"household": "7", "from": "2023-10-01", "to": "2024-12-31", "group": "HN"}
    different = [
        {"name": "Trần Văn Bính"},
        {"birth_date": "1979-07-08"},
        {"birth_precision": "year"},
        {"sex": "male"},
        {"national_id": ID},
        {"insurance_number": "6200000002"},
        {"insurance_number": None},
        {"unit": "23488@"},
        {"hamlet_name": "2"},
        {"hamlet_name": None},
    ]
    for month, row in enumerate([{}, other, *different], 1):
        world.add("participants", again | row, on=date(2024, month, 1))
    world.decide("different", (world.entries[0].id, 1), (world.entries[1].id, 1))

    held = ("residents1", "participants2", "participants3", "participants4")
    assert spoken_of(world) == {f"{name}.xlsx!1": "different" for name in held}


def test_it_carries_to_no_list_of_another_kind(world: World) -> None:
    world.add("students", resident(*BINH, sex="male"))
    world.decide("different", (world.entries[0].id, 1), (world.entries[1].id, 1))

    assert "students3.xlsx!1" not in spoken_of(world)


@pytest.mark.parametrize(("number", "held"), [(None, 2), (NUMBER, 4)])
def test_without_a_number_values_are_of_nobody_where_a_list_has_two_such_rows(
    tmp_path: Path, number: str | None, held: int
) -> None:
    """Two namesakes without a number are told apart by nothing; one number on two rows is one person's."""
    world = World(tmp_path)
    world.add("residents", resident(*HOA))
    once, twice = card(*BINH, number or ""), {"insurance_number": number}
    world.add("participants", once | twice)
    world.add("participants", once | twice, once | twice | {"scheme": "BHXH_TN"}, on=OCTOBER)
    world.decide("different", (world.entries[0].id, 1), (world.entries[1].id, 1))

    assert len(spoken_of(world)) == held


def test_it_lives_on_in_an_equal_row_where_its_list_was_withdrawn(world: World) -> None:
    residents, cards = (entry.id for entry in world.entries)
    world.decide("different", (residents, 1), (cards, 1))
    world.withdraw(cards)
    world.add("participants", card(*HOA, "6200000002"), card(BINH[0], STRANGERS_BIRTH, NUMBER), on=OCTOBER)

    assert spoken_of(world) == {"residents1.xlsx!1": "different", "participants3.xlsx!2": "different"}
    assert table(world, "lost_decisions", "*") == []


@pytest.mark.parametrize("row", [{}, {"birth_precision": None, "hamlet_name": None, "unit": None}])
def test_where_nothing_is_left_of_the_list_the_fingerprint_tells(tmp_path: Path, row: dict[str, Any]) -> None:
    world = World(tmp_path)
    residents = world.add("residents", resident(*BINH, sex="male"))
    cards = world.add("participants", card(BINH[0], STRANGERS_BIRTH, NUMBER) | row)
    world.decide("different", (residents, 1), (cards, 1))
    world.withdraw(cards, with_file=True)
    world.add("participants", card(BINH[0], STRANGERS_BIRTH, NUMBER) | row, on=OCTOBER)
    world.add("participants", card(BINH[0], STRANGERS_BIRTH, NUMBER) | row, on=NOVEMBER)

    assert spoken_of(world) == {
        "residents1.xlsx!1": "different",
        "participants3.xlsx!1": "different",
        "participants4.xlsx!1": "different",
    }


@pytest.mark.parametrize("with_file", [False, True])
def test_what_holds_nowhere_is_listed(world: World, with_file: bool) -> None:
    residents, cards = (entry.id for entry in world.entries)
    world.decide("same", (residents, 1), (cards, 1))
    world.withdraw(cards, with_file=with_file)

    assert spoken_of(world) == {}
    columns = "list, row, other_list, other_row, verdict, is_left, other_is_left, person, unit"
    (lost,) = table(world, "lost_decisions", columns)
    assert tuple(lost.values()) == (residents, 1, cards, 1, "same", True, False, 1, "23482@")


def test_a_later_decision_on_newer_rows_takes_the_place_of_an_earlier_one(world: World) -> None:
    old = [(entry.id, 1) for entry in world.entries]
    new = [
        (world.add("residents", resident(*BINH, sex="male"), on=OCTOBER), 1),
        (world.add("participants", card(BINH[0], STRANGERS_BIRTH, NUMBER), on=OCTOBER), 1),
    ]
    world.decide("same", old[0], old[1])
    assert set(spoken_of(world).values()) == {"same"}

    world.decide("different", new[0], new[1])
    assert set(spoken_of(world).values()) == {"different"}
    assert len(spoken_of(world)) == 4

    world.decide("proposed", old[0], new[1])
    assert [row["other_list"] for row in table(world, "proposed", "*")] == [old[0][0], new[1][0]]


def test_rows_that_are_alike_in_everything_are_told_apart_by_their_lists(world: World) -> None:
    """Two namesakes on two lists: who says that they are two says nothing of a third."""
    rows = [(world.add("births", resident(*HOA), on=day), 1) for day in (OCTOBER, NOVEMBER)]
    world.add("births", resident(*HOA), on=date(2023, 12, 31))
    world.decide("different", rows[0], rows[1])

    assert spoken_of(world) == {"births3.xlsx!1": "different", "births4.xlsx!1": "different"}


def test_who_is_proposed_to_be_whom_is_listed_from_both_sides(world: World) -> None:
    residents, cards = (entry.id for entry in world.entries)
    world.decide("proposed", (residents, 1), (cards, 1))

    found = table(world, "proposed", "person, other_person, list, row, other_list, other_row, unit")
    assert [tuple(row.values()) for row in found] == [
        (1, 2, residents, 1, cards, 1, "23482@"),
        (2, 1, cards, 1, residents, 1, "23482@"),
    ]
    assert set(spoken_of(world).values()) == {"proposed"}


def test_decisions_are_part_of_the_name_of_a_build(world: World) -> None:
    before = world.inputs().name()
    world.decide("same", (world.entries[0].id, 1), (world.entries[1].id, 1))

    assert world.inputs().name() != before
