"""Who lives in one commune of a generated province, in what circumstances; numbers unique in all of it."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random
from zlib import crc32

from baophu.areas.classes import ClassFacts, ClassKind
from baophu_examples.chance import apportion, choose, happens
from baophu_examples.circumstances import Life, groups_of, make_old_and_ill
from baophu_examples.employers import Employer
from baophu_examples.families import ethnicity_of, make_family
from baophu_examples.people import KINH, Household, Numbers, Person
from baophu_examples.places import Area, Hamlet
from baophu_examples.schools import LOWER, PRIMARY, UPPER, School, enrol
from baophu_examples.social import WORKING
from baophu_examples.world import World, give_numbers, send_away

_CHIEF_MINORITY = "Ba Na"
_POOR = {True: 0.12, False: 0.02}
_NEAR_POOR = {True: 0.08, False: 0.03}
_FARMING = {True: 0.25, False: 0.16}
_KINH_AT_WORK = 4
# Of the people of working age: in compulsory insurance, at offices without unemployment insurance.
_EMPLOYED, _OFFICIALS = 0.16, 0.12
_FIRMS = ("Nông sản", "Xây dựng", "Vận tải", "May mặc", "Thủy sản", "Dịch vụ")


class SerialNumbers(Numbers):
    """Numbers that nobody has yet without remembering any: the serial after a start runs through all once."""

    # Odd and no multiple of five, so that its multiples meet every remainder by a power of ten.
    _STEP = 6_180_339

    def __init__(self, rng: Random) -> None:
        super().__init__(rng)
        self._last: Counter[str] = Counter()

    def _new(self, start: str, digits: int) -> str:
        self._last[start] += 1
        serial = self._last[start]
        if serial >= 10**digits:
            raise ValueError(f"no number left after {start}")
        return start + str((crc32(start.encode()) + serial * self._STEP) % 10**digits).zfill(digits)


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune of the province: its hamlets, how many people live there, the zone that decides who pays."""

    area: Area
    people: int
    zone: str

    @property
    def classes(self) -> ClassFacts:
        return frozenset({(ClassKind.ZONE, self.zone)})


def settle(rng: Random, on: date, commune: Commune, numbers: Numbers) -> World:
    """Exactly as many residents as the commune has, in households of its hamlets, with their numbers."""
    hamlets = commune.area.hamlets
    parts = apportion(commune.people, [rng.uniform(0.7, 1.3) for _ in hamlets])
    households = [
        household
        for hamlet, part in zip(hamlets, parts, strict=True)
        for household in _households(rng, on, hamlet, part)
    ]
    for number, household in enumerate(households, 1):
        household.code = f"{commune.area.code}{number:05d}"
    people = [person for household in households for person in household.members]
    for person in people:
        give_numbers(rng, numbers, person, on)
    world = World(on, households, people, numbers, {person.key for person in people})
    send_away(rng, world)
    return world


def _households(rng: Random, on: date, hamlet: Hamlet, size: int) -> list[Household]:
    """Households until the hamlet has its people; the last one is cut to fit."""
    made = []
    while size:
        ethnicity = ethnicity_of(rng, hamlet.minority, _CHIEF_MINORITY)
        household = Household("", hamlet, ethnicity)
        for person in make_family(rng, on, ethnicity)[:size]:
            household.take_in(person)
        size -= len(household.members)
        made.append(household)
    return made


def live(rng: Random, world: World, commune: Commune) -> dict[Person, Life]:
    """The circumstances of every resident."""
    lives = {person: Life() for person in world.people}
    for household in world.households:
        _living_standard(rng, household, lives)
    for pupil, place in enrol(rng, world.people, world.on, _school_for(commune.area)).items():
        lives[pupil].pupil = place
    for worker, employer in _employ(rng, world, lives, commune.area):
        lives[worker].employer = employer
    for person, life in lives.items():
        make_old_and_ill(rng, person, life, world.on)
        life.groups = groups_of(person, life, commune.classes, world.on)
    return lives


def _living_standard(rng: Random, household: Household, lives: Mapping[Person, Life]) -> None:
    minority = household.ethnicity != KINH
    poor = happens(rng, _POOR[minority])
    near_poor = not poor and happens(rng, _NEAR_POOR[minority])
    farming = not poor and not near_poor and happens(rng, _FARMING[minority])
    for member in household.members:
        life = lives[member]
        life.poor, life.near_poor, life.farming = poor, near_poor, farming


def schools_of(area: Area) -> tuple[School, School, School]:
    """A primary, a lower and an upper secondary school, named for the commune."""
    return (
        School(f"Trường Tiểu học {area.name}", area.code, PRIMARY),
        School(f"Trường THCS {area.name}", area.code, LOWER),
        School(f"Trường THPT {area.name}", area.code, UPPER),
    )


def _school_for(area: Area) -> Callable[[Person, int], School]:
    schools = schools_of(area)
    return lambda _person, grade: next(school for school in schools if grade in school.grades)


def _employ(
    rng: Random, world: World, lives: Mapping[Person, Life], area: Area
) -> list[tuple[Person, Employer]]:
    """Some of those of an age to work, at the commune's office, its schools and its firms."""
    able = [p for p in world.people if p.age(world.on) in WORKING and p.residence != "away"]
    able = [p for p in able if not lives[p].poor]
    count = round(len(able) * _EMPLOYED)
    workers = choose(rng, able, count, lambda person: _KINH_AT_WORK if person.ethnicity == KINH else 1)
    employers = _employers(world.numbers, area, count)
    places = [employer for employer in employers for _ in range(employer.workers)]
    rng.shuffle(workers)
    return list(zip(workers, places, strict=True))


def _employers(numbers: Numbers, area: Area, workers: int) -> list[Employer]:
    names = [
        f"UBND {area.level.lower()} {area.name}",
        *(school.name for school in schools_of(area)),
        *(f"Công ty TNHH {trade} {area.name}" for trade in _FIRMS),
    ]
    weights = [_OFFICIALS, *(0.08 for _ in range(3)), *(0.64 / len(_FIRMS) for _ in _FIRMS)]
    public = len(names) - len(_FIRMS)
    return [
        Employer(
            name=name,
            commune=area.code,
            code=f"{'HC' if number < public else 'DN'}{area.code}{number:02d}",
            tax_code=numbers.tax_code(),
            workers=count,
            group="HC" if number < public else "DN",
            public=number < public,
            unemployment=number > 0,
        )
        for number, (name, count) in enumerate(zip(names, apportion(workers, weights), strict=True))
    ]
