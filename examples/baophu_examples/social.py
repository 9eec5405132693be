"""Social and unemployment insurance: workers at their employers, and those who pay for themselves."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from baophu.base.dates import add_months, month_end
from baophu.law.parameters import whole
from baophu_examples.chance import Draw, choose
from baophu_examples.circumstances import Life
from baophu_examples.employers import Employer
from baophu_examples.events import outsiders
from baophu_examples.people import Person
from baophu_examples.places import HAMLETS, area_of
from baophu_examples.world import World

WORKING = range(21, 57)
_LEFT_WORK, _STOPPED_PAYING = 0.05, 0.14
_METHODS = Draw({1: 18, 3: 30, 6: 22, 12: 30})
_INCOMES = Draw({1_500_000: 74, 2_000_000: 14, 2_500_000: 6, 3_000_000: 4, 5_000_000: 2})
_COEFFICIENTS = (2.34, 2.67, 3.0, 3.33, 3.66, 3.99, 4.32, 4.65, 4.98)
_FIRM_WAGES = (4_000_000, 4_500_000, 5_200_000, 6_000_000, 7_500_000, 9_000_000)
_KINH_OR_FARMING = 3


@dataclass(frozen=True, slots=True)
class Work:
    """A worker's compulsory insurance at an employer; `last` is None while it runs on."""

    person: Person
    employer: Employer
    wage: int
    first: date
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Saving:
    """Voluntary social insurance, paid for `method` months at a time up to the end of the month of `last`."""

    person: Person
    income: int
    method: int
    first: date
    last: date


def compulsory(
    rng: Random, world: World, lives: dict[Person, Life], employers: list[Employer]
) -> tuple[list[Work], set[Person]]:
    """Every employer's workers, residents first, and the commuters among them; then some who left work."""
    at: dict[Employer, list[Person]] = {employer: [] for employer in employers}
    for person, life in lives.items():
        if life.employer:
            at[life.employer].append(person)
    commuters: set[Person] = set()
    for employer, workers in at.items():
        commuting = outsiders(rng, world, employer.workers - len(workers), WORKING)
        for person in commuting:
            person.household.hamlet = rng.choice(
                [h for h in HAMLETS if area_of(h, world.on) == employer.commune]
            )
        workers += commuting
        commuters |= set(commuting)
    works = [work_of(rng, p, employer, world.on) for employer, workers in at.items() for p in workers]
    former = outsiders(rng, world, round(len(works) * _LEFT_WORK), WORKING)
    return works + [_former_work(rng, p, rng.choice(employers), world.on) for p in former], commuters


def work_of(rng: Random, person: Person, employer: Employer, on: date) -> Work:
    """Work there that runs on, begun at any time since the person was of age."""
    first = add_months(date(on.year, 1, 1), -rng.randint(0, min(240, 12 * (person.age(on) - 20))))
    return Work(person, employer, _wage(rng, employer, on), first)


def _former_work(rng: Random, person: Person, employer: Employer, on: date) -> Work:
    last = month_end(add_months(on, -rng.randint(1, 10)))
    return Work(person, employer, _wage(rng, employer, on), add_months(last, -36) + timedelta(days=1), last)


def _wage(rng: Random, employer: Employer, on: date) -> int:
    if employer.public:
        return round(rng.choice(_COEFFICIENTS) * whole("base_salary", on))
    return rng.choice(_FIRM_WAGES)


def voluntary(rng: Random, world: World, lives: dict[Person, Life], count: int) -> list[Saving]:
    """`count` residents who have paid up to the day or beyond it, and some who have stopped."""

    def weight(person: Person) -> float:
        life = lives[person]
        if (
            life.employer
            or life.pensioner
            or life.poor
            or person.residence == "away"
            or not 20 <= person.age(world.on) <= 62
        ):
            return 0
        return _KINH_OR_FARMING if life.group in ("GD", "GB") else 1

    stopped = round(count * _STOPPED_PAYING)
    payers = choose(rng, world.people, count + stopped, weight)
    rng.shuffle(payers)
    return [_saving(rng, p, world.on, runs=place < count) for place, p in enumerate(payers)]


def _saving(rng: Random, person: Person, on: date, *, runs: bool) -> Saving:
    method = _METHODS(rng)
    months = rng.randint(0, method - 1) if runs else -rng.randint(1, 9)
    last = month_end(add_months(on.replace(day=1), months))
    first = add_months(last.replace(day=1), 1 - method * rng.randint(1, 3))
    return Saving(person, _INCOMES(rng), method, first, last)
