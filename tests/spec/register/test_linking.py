"""Which rows are one person: each pass takes what is left, only where exactly one person answers."""

from pathlib import Path
from typing import Any

import pytest
from tests.worlds import EVERYTHING, World, card, resident

from baophu.builds import answers

ID = "062079000012"


def steps(world: World) -> list[tuple[str, int, str]]:
    rows = answers.rows(world.build(), EVERYTHING)
    return [(row["source"], row["person"], row["step"]) for row in rows]


@pytest.mark.parametrize(
    ("row", "step"),
    [
        (card("Tran Van Binh", "1979-01-01", "6200000001", national_id=ID), "national_id"),
        (card("TRẦN VĂN BÌNH", "1979-07-08", "6200000001"), "name_birth_hamlet"),
        (card("Trần Văn Bình", "1979-07-08", "6200000001", hamlet_name="9"), "name_birth_commune"),
        (card("Trần Văn Bình", "1979-07-08", "6200000001", unit="23488@"), "likely"),
        (card("Trần Văn Bình", "1979-01-01", "6200000001", birth_precision="year"), "likely"),
        (card("Trần Văn Bính Q", "1979-07-08", "6200000001"), "likely"),
        (card("Trần Văn Bìnk", "1979-07-08", "6200000001"), "likely"),
        (card("Lê Thị Hoa", "1982-01-01", "6200000001", national_id=ID), "on_no_resident_list"),
        (card("Trần Văn Bình", "1979-07-08", "6200000001", sex="female"), "likely"),
        (
            card("Trần Văn Bình", "1979-07-08", "6200000001", national_id="001079999999"),
            "on_no_resident_list",
        ),
    ],
)
def test_the_step_that_links_a_row(tmp_path: Path, row: dict[str, Any], step: str) -> None:
    world = World(tmp_path)
    world.add("residents", resident("Trần Văn Bình", "1979-07-08", sex="male", national_id=ID))
    world.add("participants", row)

    assert steps(world) == [
        ("residents1.xlsx#!1", 1, "resident"),
        ("participants2.xlsx#!1", 2 if step == "on_no_resident_list" else 1, step),
    ]


def test_two_namesakes_in_one_hamlet_are_never_guessed(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", resident("Y Hương", "1990-01-01"), resident("Y Hương", "1990-01-01"))
    world.add("participants", card("Y Hương", "1990-01-01", "6200000001"))

    build = world.build()

    assert [row["step"] for row in answers.rows(build, EVERYTHING)] == [
        "resident", "resident", "on_no_resident_list",
    ]  # fmt: skip


def test_who_holds_another_number_already_does_not_answer_for_the_namesake(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add(
        "residents",
        resident("Y Hương", "1990-01-01", national_id="062190000001"),
        resident("Y Hương", "1990-01-01", national_id="062190000002"),
    )
    world.add(
        "participants",
        card("Y Hương", "1990-01-01", "6200000001", national_id="062190000001"),
        card("Y Hương", "1990-01-01", "6200000002"),
    )

    assert [(person, step) for _, person, step in steps(world)] == [
        (1, "resident"),
        (2, "resident"),
        (1, "national_id"),
        (2, "likely"),
    ]


def test_a_chain_of_lists_joins_rows_that_share_nothing(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", resident("Trần Văn An", "2012-03-04", national_id="062212000001"))
    world.add(
        "students",
        resident(
            "Trần Văn An",
            "2012-03-04",
            national_id="062212000001",
            insurance_number="6200000009",
            school="TH",
        ),
    )
    world.add("participants", card("Tran V An", "2012-03-04", "6200000009", hamlet_name=None, unit=None))

    assert [step for _, _, step in steps(world)] == ["resident", "national_id", "insurance_number"]


def test_person_numbers_stay_when_more_lists_come(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("participants", card("Trần Văn Bình", "1979-07-08", "6200000001"))
    world.numbers = world.run().new_numbers
    world.add("residents", resident("Lê Thị Hoa", "1982-09-10"), resident("Trần Văn Bình", "1979-07-08"))

    found = {source: person for source, person, _ in steps(world)}

    assert found == {"participants1.xlsx#!1": 1, "residents2.xlsx#!1": 2, "residents2.xlsx#!2": 1}


def test_rows_far_down_one_list_are_not_those_of_the_next(tmp_path: Path) -> None:
    """Row 2,097,153 of the residents is not row 1 of the cards."""
    world = World(tmp_path)
    world.add("residents", resident("Lê Thị Hoa", "1982-09-10") | {"row": 2_097_153})
    world.add("participants", card("Trần Văn Bình", "1979-07-08", "6200000001"))

    assert [(person, step) for _, person, step in steps(world)] == [
        (1, "resident"),
        (2, "on_no_resident_list"),
    ]
