"""The household ladder: who of a household pays the first, second, … rate."""

from pathlib import Path

from tests.worlds import EVERYTHING, World, card, resident

from baophu.base.scope import Purpose
from baophu.builds import answers

FULL, SECOND, THIRD = 972_000, 680_400, 583_200


def bills(world: World) -> dict[str, int]:
    found = answers.gaps(world.build(), EVERYTHING, Purpose.VISIT, due_days=60)
    return {gap["name"]: gap["bill"] for gap in found}


def test_the_head_comes_first_then_the_eldest(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add(
        "residents",
        resident("Con", "2001-01-01", household="1"),
        resident("Mẹ", "1950-01-01", household="1"),
        resident("Chủ", "1980-01-01", household="1", relation="Chủ hộ"),
    )

    assert bills(world) == {"Chủ": FULL, "Mẹ": SECOND, "Con": THIRD}


def test_who_pays_already_holds_the_first_rank(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add(
        "residents",
        resident("Chủ", "1980-01-01", household="1", relation="Chủ hộ"),
        resident("Con", "2001-01-01", household="1"),
    )
    world.add("participants", card("Chủ", "1980-01-01", "6200000001"))

    assert bills(world) == {"Con": SECOND}


def test_who_may_never_pay_here_takes_no_rank_of_another(tmp_path: Path) -> None:
    """The head has died, a son is insured in another province: the daughter pays the first rate."""
    world = World(tmp_path)
    world.add(
        "residents",
        resident("Chủ", "1940-01-01", household="1", relation="Chủ hộ"),
        resident("Con Trai", "1980-01-01", household="1"),
        resident("Con Gái", "1990-01-01", household="1"),
    )
    world.add("deaths", resident("Chủ", "1940-01-01", death_date="2023-08-01"))
    world.add("participants", card("Con Trai", "1980-01-01", "7900000001", issued_in="79"))

    assert bills(world)["Con Gái"] == FULL


def test_hamlets_that_count_their_households_from_one_do_not_share_them(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add(
        "residents",
        resident("A", "1980-01-01", household="1", hamlet_name="1"),
        resident("B", "1981-01-01", household="1", hamlet_name="2"),
    )

    assert bills(world) == {"A": FULL, "B": FULL}
