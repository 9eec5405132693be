"""The counts that a build keeps are those that a count of its tables gives, for whoever asks."""

from datetime import date
from pathlib import Path

import pytest
from tests.worlds import DAY, EVERYTHING, World, card, counted_anew, resident

from baophu.base.scope import Purpose, Scope
from baophu.builds import answers
from baophu.builds.opened import OpenBuild
from baophu.coverage.count import Bridge

KOI, RUONG, TAN_LAP = "23482@", "23488@", "23497@"
AUGUST = date(2023, 8, 31)
KINDS = [
    ("", "population"),
    ("", "working_age"),
    *((scheme, kind) for scheme in ("BHYT", "BHXH", "BHXH_TN") for kind in ("participants", "residents")),
]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> OpenBuild:
    """Three communes, two of them with hamlets; a card listed in another commune, a stranger, two numbers."""
    world = World(tmp_path_factory.mktemp("home"))
    for name, unit in (("Thôn 1", KOI), ("Thôn 2", KOI), ("Thôn 1", RUONG)):
        world.hamlet(name, unit)
    world.add(
        "residents",
        resident("A Thui", "1990-02-03", sex="male"),
        resident("Y Hương", "1992-05-06", hamlet_name="2"),
        resident("Y Sa", "1993-05-06", hamlet_name=None, national_id="062193000001"),
        resident("Lê Thị Hoa", "1940-09-10", unit=RUONG),
        resident("A Minh", "2012-08-07", unit=TAN_LAP),
    )
    august = card("Lê Thị Hoa", "1940-09-10", "6200000003", unit=RUONG, group="HT")
    world.add("participants", august, card("A Minh", "2012-08-07", "6200000009", unit=TAN_LAP), on=AUGUST)
    world.add(
        "participants",
        card("A Thui", "1990-02-03", "6200000001", unit=RUONG),
        card("Y Hương", "1992-05-06", "6200000002", hamlet_name="2"),
        card("Y Hương", "1992-05-06", "6200000007", hamlet_name="2"),
        card("Người Lạ", "1970-01-01", "6200000004", hamlet_name=None),
        august,
    )
    y_sa = ("Y Sa", "1993-05-06", "7900000001")
    world.add("participants", card(*y_sa, issued_in="79", unit=None, national_id="062193000001"))
    world.add("participants", card(*y_sa, scheme="BHXH_TN", group=None, national_id="062193000001"))
    return world.build()


def seeing(units: set[str] | None, hamlets: set[str] | None = None) -> Scope:
    return Scope(
        purposes=frozenset({Purpose.STEER}),
        units=None if units is None else frozenset(units),
        hamlets=hamlets and frozenset(hamlets),
        assigned_to=frozenset(),
    )


@pytest.mark.parametrize("on", [DAY, AUGUST])
@pytest.mark.parametrize(
    "scope",
    [seeing(None), seeing({KOI}), seeing({KOI, RUONG}), seeing({KOI}, {f"{KOI}/02"}), seeing(set())],
    ids=["home", "commune", "two communes", "hamlet", "nothing"],
)
def test_kept_counts_are_those_of_the_tables(build: OpenBuild, scope: Scope, on: date) -> None:
    kept, anew = build.counts(scope, on), counted_anew(build, scope, on)
    places = [unit for unit in (KOI, RUONG, TAN_LAP, "") if scope.units is None or unit in scope.units]

    for scheme, kind in KINDS:
        for unit in places:
            if scope.hamlets is None:
                assert kept.by_unit(scheme, kind).get(unit, {}) == anew.by_unit(scheme, kind).get(unit, {})
            for hamlet in scope.hamlets or {*kept.hamlets(unit), *anew.hamlets(unit)}:
                counted = anew.by_hamlet(scheme, kind, unit).get(hamlet, {})
                assert kept.by_hamlet(scheme, kind, unit).get(hamlet, {}) == counted


def test_a_number_on_the_lists_of_two_communes_is_counted_in_one_whoever_asks(tmp_path: Path) -> None:
    world = World(tmp_path)
    same = card("A Thui", "1990-02-03", "6200000001")
    world.add("participants", same, same | {"unit": RUONG})
    built = world.build()

    def participants(scope: Scope) -> list[int]:
        return [
            one.participants for one in answers.coverage(built, scope, on=DAY, by=["area"], schemes=["BHYT"])
        ]

    assert sum(participants(EVERYTHING)) == 1
    assert participants(seeing({KOI})) + participants(seeing({RUONG})) == [1, 0]


@pytest.mark.parametrize("on", [DAY, AUGUST])
def test_the_difference_of_the_numerators_of_the_home(build: OpenBuild, on: date) -> None:
    assert build.bridges(EVERYTHING, on) == counted_anew(build, EVERYTHING, on).bridges


def test_the_difference_of_the_numerators_of_a_commune(build: OpenBuild) -> None:
    """A Thui of Đăk Kôi is on the list of Đăk Ruồng; Y Sa is insured in another province."""
    koi, ruong = (build.bridges(seeing({unit}), DAY)[-1] for unit in (KOI, RUONG))

    assert koi == Bridge("BHYT", 3, not_resident=1, second_numbers=1, elsewhere=2, residents=3)
    assert ruong == Bridge("BHYT", 2, not_resident=1, second_numbers=0, elsewhere=0, residents=1)
