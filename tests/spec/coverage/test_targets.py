"""Targets hold for an area and for what lies below it; missing people are counted, not estimated."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.worlds import COMMUNE, DAY, EVERYTHING, World, card, resident

from baophu.builds import answers
from baophu.coverage.denominators import Denominator
from baophu.coverage.figures import Figure, later_of
from baophu.coverage.targets import Target, target_after, target_for

GIVEN, AFTER = date(2023, 3, 9), date(2023, 10, 5)


def target(
    area: str = "614@",
    rate: int | None = 978_900,
    by: date = date(2023, 12, 31),
    decided_on: date = GIVEN,
    people: int | None = None,
) -> Target:
    return Target(area, "BHYT", rate, by, "275/QĐ-UBND", "UBND huyện", decided_on, people)


def test_a_part_of_a_person_is_a_person() -> None:
    assert target().people_of(31_701) == 31_033
    assert target(people=500).people_of(31_701) == 500


def test_the_nearest_area_and_the_nearest_day_decide() -> None:
    own, above = target(COMMUNE, rate=950_000), target("614@")
    later = target(COMMUNE, rate=990_000, by=date(2024, 12, 31))

    assert target_for((above, later, own), [COMMUNE, "614@"], "BHYT", DAY) is own
    assert target_for((above,), [COMMUNE, "614@"], "BHYT", DAY) is above
    assert target_for((above,), [COMMUNE, "614@"], "BHYT", date(2024, 1, 1)) is None


@pytest.mark.parametrize(
    ("others", "holds"),
    [
        ((), None),
        ((target(COMMUNE, 985_000, decided_on=AFTER),), 985_000),
        ((target("614@", 985_000, decided_on=AFTER),), 985_000),
        ((target("23497@", 985_000, decided_on=AFTER),), None),
        ((target(COMMUNE, 950_000), target("614@", 985_000, decided_on=AFTER)), None),
        ((target(COMMUNE, 985_000, date(2024, 12, 31), AFTER), target(COMMUNE, 950_000)), None),
    ],
)
def test_what_was_decided_after_a_day_holds_from_then_on(
    others: tuple[Target, ...], holds: int | None
) -> None:
    found = target_after((target(), *others), [COMMUNE, "614@"], "BHYT", DAY)
    assert (found and found.rate) == holds


def test_people_to_be_reached_are_those_of_the_area_and_of_no_part_of_it(tmp_path: Path) -> None:
    now, later = target(COMMUNE, None, people=9), target(COMMUNE, None, decided_on=AFTER, people=10)
    world = World(tmp_path, targets=(now, later))
    world.add("residents", *[resident(f"Người {n}", "1990-02-03") for n in "ABC"])
    world.add("participants", card("Người A", "1990-02-03", "6200000001"))
    build = world.build()

    def figure(area: str, *by: str) -> Figure:
        return answers.coverage(build, EVERYTHING, on=DAY, area=area, by=by, schemes=["BHYT"])[0]

    commune = figure(COMMUNE)
    assert (commune.target_rate, commune.target_people, commune.missing) == (None, 9, 8)
    found = later_of(commune, build.measure(DAY))
    assert found and (found.target, found.wanted, found.missing) == (later, 10, 9)
    for other in (figure("614@"), figure(COMMUNE, "hamlet")):
        assert (other.target_people, later_of(other, build.measure(DAY))) == (None, None)


def test_a_figure_carries_everything_it_is_made_of(tmp_path: Path) -> None:
    world = World(tmp_path, targets=(target(rate=900_000),))
    world.add("residents", *[resident(f"Người {n}", "1990-02-03") for n in "ABCDEFGHIK"], sender="Công an xã")
    world.add(
        "participants", *[card(f"Người {n}", "1990-02-03", f"620000000{i}") for i, n in enumerate("ABC")]
    )

    figure = answers.coverage(world.build(), EVERYTHING, on=DAY, schemes=["BHYT"])[0]

    assert (figure.participants, figure.denominator, figure.rate) == (3, 10, Decimal("30.000000"))
    assert (figure.target_rate, figure.target_people, figure.missing) == (Decimal("90.000000"), 9, 6)
    assert (figure.days_left, figure.needed_per_week) == (92, 1)
    assert "Công an xã" in figure.denominator_source


def test_a_number_agreed_by_decision_takes_the_place_of_the_count(tmp_path: Path) -> None:
    agreed = Denominator("614@", "population", date(2023, 9, 1), 20, "Biên bản 12/9/2023")
    world = World(tmp_path, denominators=(agreed,))
    world.add("residents", resident("A Thui", "1990-02-03"))

    figure = answers.coverage(world.build(), EVERYTHING, on=DAY, schemes=["BHYT"])[0]

    assert (figure.denominator, figure.denominator_source) == (20, "Biên bản 12/9/2023")
