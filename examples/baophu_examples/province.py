"""A generated province of any size, for measuring: made-up people in the real communes of Quảng Ngãi.

Commune by commune the lists are written as text and forgotten, so that memory does not grow with the people.
Populations, hamlets and classes are invented; no figure of these lists is anybody's.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

from baophu.areas.classes import ClassKind
from baophu.areas.names import split_name
from baophu.areas.units import load_areas
from baophu_examples.chance import Draw, apportion, stream
from baophu_examples.decisions import INVENTED, GivenClass, GivenTarget
from baophu_examples.desk import Desk, ExampleFile
from baophu_examples.events import Events, births
from baophu_examples.faults import MILD, Clerk, Entry
from baophu_examples.insurance import Card, Insurance, insure_residents
from baophu_examples.people import Numbers
from baophu_examples.places import Area, Hamlet
from baophu_examples.province_people import Commune, SerialNumbers, live, settle
from baophu_examples.province_sheets import Office, write_elsewhere
from baophu_examples.social import voluntary, work_of
from baophu_examples.truth import know

AREA, ON, SENT = "51@2025-07-01", date(2026, 9, 30), date(2026, 10, 2)
PEOPLE, COMMUNES, SEED = 1_000_000, 96, 51
# Of the residents: valid health insurance numbers on the lists, payers of voluntary social insurance.
_INSURED, _SAVING = 0.895, 0.022
_HAMLETS = range(7, 14)
# Zone of a commune, and the share of minority households that goes with it.
_ZONE = Draw({"I": 6, "II": 2, "III": 2})
_MINORITY = {"I": (0.02, 0.2), "II": (0.3, 0.7), "III": (0.8, 0.98)}
# The home's own wards are larger than its mountain communes.
_WEIGHT = {"Phường": (1.4, 2.6), "Xã": (0.5, 1.6), "Đặc khu": (0.8, 1.2)}
_TARGETS = {"BHYT": 951_500, "BHXH": 240_000, "BHXH_TN": 55_000, "BHTN": 160_000}  # per million
# The fault that takes another hamlet knows those of Kon Rẫy only.
_FAULTS = replace(MILD, wrong_hamlet=0.0)


def make(folder: Path, people: int = PEOPLE, communes: int = COMMUNES, seed: int = SEED) -> list[ExampleFile]:
    """Write the lists of 30/9/2026 of exactly `people` residents, the same bytes for the same arguments.

    Raises ValueError where the province has fewer communes than asked for.
    """
    folder.mkdir(parents=True, exist_ok=True)
    desk = Desk(folder, ON, SENT, seed, _FAULTS, Clerk(stream(seed, "clerk"), _FAULTS, ()))
    numbers = SerialNumbers(stream(seed, "numbers"))
    places = list(_communes(people, communes, seed))
    elsewhere: list[tuple[Entry, Card]] = []
    for number, commune in enumerate(places):
        elsewhere += _write_commune(desk, seed, number, commune, numbers)
    names = {commune.area.code: f"{commune.area.level} {commune.area.name}" for commune in places}
    write_elsewhere(desk, Area(AREA[:2], "Tỉnh", "Quảng Ngãi", ()), names, elsewhere)
    return desk.files


def given_classes(communes: int = COMMUNES, seed: int = SEED) -> list[GivenClass]:
    """The zone of each commune, which decides who pays."""
    return [
        GivenClass(commune.area.code, ClassKind.ZONE.value, commune.zone, INVENTED)
        for commune in _communes(0, communes, seed)
    ]


def given_targets() -> list[GivenTarget]:
    """A target of the province for each scheme."""
    return [
        GivenTarget(
            area=AREA,
            scheme=scheme,
            rate=rate,
            due=date(ON.year, 12, 31),
            document=INVENTED,
            issuer="UBND tỉnh Quảng Ngãi",
            decided_on=date(ON.year, 1, 15),
        )
        for scheme, rate in _TARGETS.items()
    ]


def _communes(people: int, count: int, seed: int) -> Iterator[Commune]:
    rng = stream(seed, "places")
    areas = load_areas()
    units = areas.extent(areas.unit(AREA), ON)[:count]
    if len(units) < count:
        raise ValueError(f"{count} of {len(units)} communes")
    split = [split_name(unit.name) for unit in units]
    sizes = apportion(people, [rng.uniform(*_WEIGHT[level]) for level, _name in split])
    for unit, (level, name), size in zip(units, split, sizes, strict=True):
        zone = "I" if level == "Phường" else _ZONE(rng)
        hamlets = tuple(_hamlets(rng, unit.code, level, zone))
        yield Commune(Area(unit.code, level, name, hamlets), size, zone)


def _hamlets(rng: Random, commune: str, level: str, zone: str) -> Iterator[Hamlet]:
    word = "Tổ dân phố" if level == "Phường" else "Thôn"
    for number in range(1, rng.choice(_HAMLETS) + 1):
        name = f"{word} {number}"
        yield Hamlet(commune, name, name, rng.uniform(*_MINORITY[zone]), hard=False)


def _write_commune(
    desk: Desk, seed: int, number: int, commune: Commune, numbers: Numbers
) -> list[tuple[Entry, Card]]:
    """Write all lists of a commune; those of its residents who are insured in another province."""
    rng = stream(seed, f"commune/{commune.area.code}")
    world = settle(rng, ON, commune, numbers)
    lives = live(rng, world, commune)
    born, late = births(rng, world)
    events = Events(births=born, late=late)
    insurance = Insurance()
    insure_residents(rng, world, lives, events, insurance, round(commune.people * _INSURED))
    known = know(world.people, insurance, events, ON)
    covered = {person for person, one in known.items() if one.covered}
    clerk = Clerk(stream(seed, f"clerk/{commune.area.code}"), _FAULTS, [*world.people, *late])
    office = Office(desk, clerk, commune.area, number)
    office.residents(world)
    office.cards(insurance.here)
    office.works([work_of(rng, p, life.employer, ON) for p, life in lives.items() if life.employer])
    office.savings(voluntary(rng, world, lives, round(commune.people * _SAVING)))
    office.pupils(lives, {p: one.numbers[0] for p, one in known.items() if one.numbers}, covered)
    office.poor(lives)
    office.births(born, covered)
    return [(clerk.copied(card.person), card) for card in insurance.elsewhere]
