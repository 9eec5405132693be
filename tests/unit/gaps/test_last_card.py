"""What an older list, or a list of births, still tells of a card that the newest list does not show."""

from datetime import date
from pathlib import Path
from typing import Any

from tests.worlds import EVERYTHING, World, card, resident

from baophu.base.scope import Purpose
from baophu.builds import answers

JUNE, SEPTEMBER = date(2023, 6, 30), date(2023, 9, 30)
BINH, HOA = ("Trần Văn Bình", "1979-07-08"), ("Lê Thị Hoa", "1982-09-10")


def found(world: World, **asked: Any) -> list[tuple[object, ...]]:
    gaps = answers.gaps(world.build(), EVERYTHING, Purpose.VISIT, due_days=60, **asked)
    return [(gap["name"], gap["scheme"], gap["why"], gap["since"], gap["act_by"]) for gap in gaps]


def office(folder: Path, scheme: str, to: str) -> World:
    """In June both take part, in September only Lê Thị Hoa is on the list."""
    world = World(folder)
    world.add("residents", resident(*BINH), resident(*HOA))
    cards = [card(*BINH, "6200000001", to, scheme=scheme), card(*HOA, "6200000002", None, scheme=scheme)]
    world.add("participants", *cards, on=JUNE)
    world.add("participants", cards[1], on=SEPTEMBER)
    if scheme != "BHYT":
        world.add("participants", card(*BINH, "6200000001", None), card(*HOA, "6200000002", None))
    return world


def test_a_card_that_ended_between_two_lists_has_lapsed(tmp_path: Path) -> None:
    assert found(office(tmp_path, "BHYT", "2023-08-31")) == [
        ("Trần Văn Bình", "BHYT", "lapsed", date(2023, 9, 1), date(2023, 11, 30)),
    ]


def test_a_card_that_the_newer_list_does_not_name_ended_the_day_before(
    tmp_path: Path,
) -> None:
    assert found(office(tmp_path, "BHYT", "2023-12-31")) == [
        ("Trần Văn Bình", "BHYT", "lapsed", date(2023, 9, 30), date(2023, 12, 29)),
    ]


def test_voluntary_payments_that_ended_between_two_lists_have_lapsed(tmp_path: Path) -> None:
    assert [gap[:4] for gap in found(office(tmp_path, "BHXH_TN", "2023-08-31"))] == [
        ("Trần Văn Bình", "BHXH_TN", "lapsed", date(2023, 9, 1)),
    ]


def test_on_the_day_of_the_older_list_nobody_had_lapsed(tmp_path: Path) -> None:
    assert found(office(tmp_path, "BHYT", "2023-12-31"), on=JUNE) == []


def test_a_card_that_only_the_list_of_births_knows_is_to_be_verified(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", resident("A Bảo", "2023-09-05"), resident("Y Ngọc", "2023-09-06"))
    world.add(
        "births", resident("A Bảo", "2023-09-05"), resident("Y Ngọc", "2023-09-06", card_date="2023-09-20")
    )

    gaps = answers.gaps(world.build(), EVERYTHING, Purpose.VISIT, due_days=60)

    assert [(gap["name"], gap["why"], gap["next_step"]) for gap in gaps] == [
        ("A Bảo", "uncovered", "birth_procedure"),
        ("Y Ngọc", "verify", "correct_data"),
        ("A Bảo", "birth", "birth_procedure"),
    ]


def test_who_moved_out_and_in_again_is_here(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", resident(*BINH))
    world.add(
        "moves",
        resident(*BINH, moved_on="2023-03-01", direction="out"),
        resident(*BINH, moved_on="2023-07-01", direction="in"),
    )

    assert [gap[2] for gap in found(world)] == ["uncovered"]
