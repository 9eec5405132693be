"""What decides who pays for someone: poverty, work, school, farming, age, and where they live."""

from dataclasses import dataclass
from datetime import date
from random import Random

from baophu.areas.classes import ClassFacts
from baophu.law.entitlement import PersonFacts, groups_open_to
from baophu_examples.chance import choose, happens
from baophu_examples.decisions import class_facts
from baophu_examples.employers import Employer
from baophu_examples.people import KINH, Household, Person
from baophu_examples.schools import Place, enrol

# Communes that keep a list of farming households with an average living standard.
FARMING_LISTS = ("23488", "23494", "23497")
_ZONE_II = ("23494",)
_POOR = {True: 0.15, False: 0.02}
_NEAR_POOR = {True: 0.09, False: 0.03}
_FARMING = {True: 0.45, False: 0.28}
_PROTECTED_OLD, _DISABLED = 80, 0.006
_PENSIONERS = 0.16
_RESIDENT_WORKERS = 0.925


@dataclass(slots=True)
class Life:
    """The circumstances of one resident on a day, and the groups open to them in the order of law."""

    poor: bool = False
    near_poor: bool = False
    farming: bool = False
    protected: bool = False
    pensioner: bool = False
    pupil: Place | None = None
    employer: Employer | None = None
    groups: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        return self.groups[0]


def make_lives(
    rng: Random, households: list[Household], employers: list[Employer], on: date
) -> dict[Person, Life]:
    """The circumstances of everyone on a day."""
    lives = {person: Life() for household in households for person in household.members}
    for household in households:
        _living_standard(rng, household, lives)
    for pupil, place in enrol(rng, lives, on).items():
        lives[pupil].pupil = place
    _employ(rng, lives, employers, on)
    for person, life in lives.items():
        make_old_and_ill(rng, person, life, on)
        life.groups = groups_of(person, life, class_facts(person.household.hamlet, on), on)
    return lives


def _living_standard(rng: Random, household: Household, lives: dict[Person, Life]) -> None:
    minority = household.ethnicity != KINH
    poor = happens(rng, _POOR[minority])
    near_poor = not poor and happens(rng, _NEAR_POOR[minority])
    keeps_list = household.hamlet.commune in FARMING_LISTS and not household.hamlet.hard
    paid_for = poor or near_poor or (minority and household.hamlet.commune in _ZONE_II)
    farming = not paid_for and keeps_list and happens(rng, _FARMING[minority])
    for member in household.members:
        life = lives[member]
        life.poor, life.near_poor, life.farming = poor, near_poor, farming


def _employ(rng: Random, lives: dict[Person, Life], employers: list[Employer], on: date) -> None:
    """Fill most places of work with residents; the rest commute from elsewhere."""
    places = [e for e in employers for _ in range(round(e.workers * _RESIDENT_WORKERS))]
    able = [p for p in lives if 21 <= p.age(on) <= 56 and p.residence != "away" and not lives[p].poor]
    workers = choose(rng, able, len(places), _chance_of_work)
    rng.shuffle(workers)
    for worker, employer in zip(workers, places, strict=True):
        lives[worker].employer = employer


def _chance_of_work(person: Person) -> float:
    return 4.0 if person.ethnicity == KINH else 1.0


def make_old_and_ill(rng: Random, person: Person, life: Life, on: date) -> None:
    """Pensions, and what those have who do not work: an allowance for age or disability."""
    age = person.age(on)
    life.pensioner = age >= 57 and person.ethnicity == KINH and happens(rng, _PENSIONERS)
    if life.employer is None and not life.pensioner:
        life.protected = age >= _PROTECTED_OLD or happens(rng, _DISABLED)


def groups_of(person: Person, life: Life, classes: ClassFacts, on: date) -> tuple[str, ...]:
    """The groups open to someone where `classes` hold, in the order of law."""
    facts = PersonFacts(
        birth_date=person.birth,
        minority=person.ethnicity != KINH,
        classes=classes,
        poor=life.poor,
        near_poor=life.near_poor,
        farming=life.farming,
        social_protection=life.protected,
        student=life.pupil is not None,
        employee=life.employer is not None,
    )
    found = groups_open_to(facts, on)
    if life.employer is not None:
        return (life.employer.group, *(code for code in found if code != "DN"))
    return ("HT", *found) if life.pensioner else tuple(found)
