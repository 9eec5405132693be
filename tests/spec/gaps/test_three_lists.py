"""Three lists, never one: uncovered, to verify, covered elsewhere; lapsed and due are lists of their own."""

from pathlib import Path
from typing import Any

import pytest
from tests.worlds import EVERYTHING, World, card, resident

from baophu.base.scope import Purpose
from baophu.builds import answers

NAME, BIRTH = "Trần Văn Bình", "1979-07-08"


@pytest.mark.parametrize(
    ("cards", "residence", "why"),
    [
        ([], "permanent", ["uncovered"]),
        ([card(NAME, BIRTH, "6200000001")], "permanent", []),
        ([card(NAME, BIRTH, "6200000001", "2023-11-29")], "permanent", ["due"]),
        ([card(NAME, BIRTH, "6200000001", "2023-11-30")], "permanent", []),
        ([card(NAME, BIRTH, "6200000001", "2023-07-11")], "permanent", ["lapsed"]),
        ([card(NAME, BIRTH, "6200000001", "2023-06-29")], "permanent", ["uncovered"]),
        ([card(NAME, BIRTH, "7900000001", issued_in="79")], "permanent", ["elsewhere"]),
        ([], "away", ["verify"]),
        ([card(NAME, BIRTH, "6200000001")], "away", []),
        ([], "dead", []),
    ],
)
def test_a_resident_stands_on_one_list_at_most(
    tmp_path: Path, cards: list[dict[str, Any]], residence: str, why: list[str]
) -> None:
    world = World(tmp_path)
    world.add("residents", resident(NAME, BIRTH, residence=residence))
    if cards:
        world.add("participants", *cards)

    found = answers.gaps(world.build(), EVERYTHING, Purpose.VISIT, due_days=60)

    assert [gap["why"] for gap in found] == why


def test_who_is_dead_or_gone_by_another_list_is_to_be_verified(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", resident(NAME, BIRTH), resident("Lê Thị Hoa", "1982-09-10"))
    world.add("deaths", resident(NAME, BIRTH, death_date="2023-08-01"))
    world.add("moves", resident("Lê Thị Hoa", "1982-09-10", moved_on="2023-08-02", direction="out"))

    found = answers.gaps(world.build(), EVERYTHING, Purpose.VISIT, due_days=60)

    assert [(gap["name"], gap["why"], gap["next_step"]) for gap in found] == [
        (NAME, "verify", "verify_residence"),
        ("Lê Thị Hoa", "verify", "verify_residence"),
    ]
