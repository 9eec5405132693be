"""Who sees a part of the home gets figures of that part, never a part under the name of the whole."""

from datetime import date
from typing import Any

import pytest
from tests.worlds import DAY, EVERYTHING, World, card, resident

from baophu.base.scope import Purpose, Scope
from baophu.builds import answers
from baophu.builds.opened import OpenBuild
from baophu.coverage.denominators import Denominator

KOI, RUONG = "23482@", "23488@"
AGREED = Denominator("614@", "population", DAY, 31_701, "Biên bản")


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> OpenBuild:
    """Đắk Kôi with two hamlets, Đắk Ruồng; one of Đắk Kôi has the card on the list of Đắk Ruồng."""
    world = World(tmp_path_factory.mktemp("home"), denominators=(AGREED,))
    world.hamlet("Thôn 1")
    world.hamlet("Thôn 2")
    world.add(
        "residents",
        resident("A Thui", "1990-02-03"),
        resident("Y Hương", "1992-05-06", hamlet_name="2"),
        resident("Y Sa", "1993-05-06", hamlet_name=None),
        resident("Lê Thị Hoa", "1982-09-10", unit=RUONG),
    )
    world.add(
        "participants",
        card("A Thui", "1990-02-03", "6200000001", unit=RUONG),
        card("Y Hương", "1992-05-06", "6200000002", hamlet_name="2"),
        card("Lê Thị Hoa", "1982-09-10", "6200000003", unit=RUONG),
    )
    return world.build()


def seeing(units: set[str], hamlets: set[str] | None = None) -> Scope:
    return Scope(
        purposes=frozenset(Purpose), units=frozenset(units), hamlets=hamlets and frozenset(hamlets)
    )  # fmt: skip


def figures(build: OpenBuild, scope: Scope, **asked: Any) -> list[tuple[Any, ...]]:
    made = answers.coverage(build, scope, on=DAY, schemes=["BHYT"], **asked)
    return [(figure.area, figure.hamlet, figure.participants, figure.denominator) for figure in made]


def test_the_whole_home(build: OpenBuild) -> None:
    assert figures(build, EVERYTHING) == [("614@", None, 3, 31_701)]
    assert figures(build, seeing({unit.key for unit in _communes()})) == [("614@", None, 3, 31_701)]


def _communes() -> list[Any]:
    areas = answers.load_areas()
    return areas.children(areas.unit("614@"))


def test_a_part_is_named_for_what_it_is(build: OpenBuild) -> None:
    assert figures(build, seeing({KOI})) == [(KOI, None, 1, 3)]
    assert figures(build, seeing({KOI}), by=["area"]) == [(KOI, None, 1, 3)]
    assert figures(build, seeing({KOI, RUONG})) == [(KOI, None, 1, 3), (RUONG, None, 2, 1)]


def test_residents_are_covered_wherever_their_card_is_listed(build: OpenBuild) -> None:
    assert figures(build, seeing({KOI}), numerator="residents") == [(KOI, None, 2, 3)]


def test_what_lies_in_no_known_hamlet_is_said_so(build: OpenBuild) -> None:
    assert figures(build, seeing({KOI}), by=["hamlet"]) == [
        (KOI, "", 0, 1),
        (KOI, "Thôn 1", 0, 1),
        (KOI, "Thôn 2", 1, 1),
    ]


def test_a_hamlet_is_given_alone(build: OpenBuild) -> None:
    assert figures(build, seeing({KOI}, {f"{KOI}/02"})) == [(KOI, "Thôn 2", 1, 1)]


@pytest.mark.parametrize("area", ["23488", "614"])
def test_what_lies_outside_is_refused(build: OpenBuild, area: str) -> None:
    with pytest.raises(answers.OutsideScope) as refused:
        figures(build, seeing({KOI}), area=area)
    assert "Đắk Kôi" in refused.value.words()


def test_the_difference_of_the_numerators_is_counted_for_the_whole_only(build: OpenBuild) -> None:
    with pytest.raises(answers.WholeHomeOnly):
        answers.bridges(build, seeing({KOI}), DAY)


def test_nobody_is_called_uncovered_whose_card_is_listed_elsewhere(build: OpenBuild) -> None:
    """Gaps found anew for another day rest on what the account may open."""
    found = answers.gaps(build, seeing({KOI}), Purpose.VISIT, on=date(2023, 9, 29), due_days=60)

    assert [gap["name"] for gap in found] == ["Y Sa"]


def test_people_of_a_commune_outside_are_refused(build: OpenBuild) -> None:
    with pytest.raises(answers.OutsideScope):
        answers.gaps(build, seeing({KOI}), Purpose.VISIT, area="23488", due_days=60)


def test_an_account_of_an_earlier_commune_is_told_what_it_is_for(build: OpenBuild) -> None:
    with pytest.raises(answers.OutsideScope) as refused:
        answers.coverage(build, seeing({KOI}), on=date(2026, 9, 30))
    assert "Xã Đắk Kôi" in refused.value.words()
