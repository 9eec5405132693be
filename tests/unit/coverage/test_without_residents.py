"""Without a residents' list there is no denominator: no rate, nothing to miss, and no surplus either."""

from datetime import date
from pathlib import Path

from tests.worlds import DAY, EVERYTHING, World, card

from baophu.builds import answers
from baophu.coverage.targets import Target


def test_nothing_is_said_that_has_no_denominator(tmp_path: Path) -> None:
    target = Target("614@", "BHYT", 978_900, date(2023, 12, 31), "275/QĐ-UBND", "UBND", date(2023, 3, 9))
    world = World(tmp_path, targets=(target,))
    world.add("participants", card("A Thui", "1990-02-03", "6200000001"))

    (figure,) = answers.coverage(world.build(), EVERYTHING, on=DAY, schemes=["BHYT"])

    assert (figure.participants, figure.denominator) == (1, 0)
    assert (figure.rate, figure.target_people, figure.missing, figure.needed_per_week) == (None,) * 4


def test_more_cards_than_people_are_not_capped(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", {"name": "A Thui", "birth_date": "1990-02-03"})
    world.add("participants", *[card("A Thui", "1990-02-03", f"620000000{n}") for n in range(3)])

    (figure,) = answers.coverage(world.build(), EVERYTHING, on=DAY, schemes=["BHYT"])

    assert str(figure.rate) == "300.000000"
