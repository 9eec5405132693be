"""Who lives where: households hamlet by hamlet until each has its people, and the numbers they carry."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from baophu.law.age import working_age
from baophu_examples.chance import apportion, choose, happens, stream
from baophu_examples.families import CHILDREN, IN_LAWS, ethnicity_of, make_family
from baophu_examples.people import Household, Key, Numbers, Person
from baophu_examples.places import BY_CODE, COMMUNES, Commune, Hamlet

AWAY, TEMPORARY = 0.03, 0.03
_WITH_PHONE = 0.5
# Ages at either side of 15 and of the retirement age, the nearest first.
_OVER_15, _UNDER_15 = range(15, 20), range(14, 10, -1)
_WORKING, _RETIRED = range(50, 54), range(63, 68)


@dataclass(slots=True)
class World:
    """The residents on a day; `numbers` and `keys` are for those who come later."""

    on: date
    households: list[Household]
    people: list[Person]
    numbers: Numbers
    keys: set[Key]


def make_world(seed: int, on: date, people: int, of_working_age: int) -> World:
    """Exactly `people` residents in the 49 hamlets, `of_working_age` of them of working age on the day."""
    rng = stream(seed, "world")
    sizes = apportion(people, [commune.people for commune in COMMUNES])
    households = [
        household
        for commune, size in zip(COMMUNES, sizes, strict=True)
        for household in _settle_commune(rng, on, commune, size)
    ]
    residents = [person for household in households for person in household.members]
    world = World(on, households, residents, Numbers(stream(seed, "numbers")), set())
    _number_households(world)
    _fit_working_age(rng, world, of_working_age)
    for person in world.people:
        give_numbers(rng, world.numbers, person, on)
    world.keys = {person.key for person in world.people if person.national_id}
    tell_apart(rng, [person for person in world.people if not person.national_id], world.keys)
    send_away(rng, world)
    return world


def _settle_commune(rng: Random, on: date, commune: Commune, size: int) -> Iterator[Household]:
    parts = apportion(size, [rng.uniform(0.7, 1.3) for _ in commune.hamlets])
    for hamlet, part in zip(commune.hamlets, parts, strict=True):
        yield from _settle(rng, on, hamlet, part)


def _settle(rng: Random, on: date, hamlet: Hamlet, size: int) -> Iterator[Household]:
    """Households until the hamlet has its people; the last one is cut to fit."""
    left = size
    while left:
        ethnicity = ethnicity_of(rng, hamlet.minority, BY_CODE[hamlet.commune].ethnicity)
        household = Household("", hamlet, ethnicity)
        for person in make_family(rng, on, ethnicity)[:left]:
            household.take_in(person)
        left -= len(household.members)
        yield household


def _number_households(world: World) -> None:
    last: dict[str, int] = {}
    for household in world.households:
        commune = household.hamlet.commune
        last[commune] = last.get(commune, 0) + 1
        household.code = f"{commune}{last[commune]:04d}"


def _fit_working_age(rng: Random, world: World, wanted: int) -> None:
    """Move people over the age of 15, if too few are near it over retirement, until the count is right."""
    surplus = sum(working_age(p.birth, p.sex, world.on) for p in world.people) - wanted
    left = abs(surplus)
    for under, over in ((_OVER_15, _UNDER_15), (_WORKING, _RETIRED)):
        ages, fitting = (under, over) if surplus > 0 else (over, under)
        near = [p for p in world.people if p.age(world.on) in ages and _moves_freely(p, world.on)]
        for person in choose(rng, near, min(left, len(near)), lambda _person: 1):
            years = person.age(world.on) - rng.choice(fitting[:3])
            person.birth = person.birth.replace(year=person.birth.year + years, day=min(person.birth.day, 28))
            left -= 1


def _moves_freely(person: Person, on: date) -> bool:
    """Whether no other age hangs on theirs: children of the house without a family, and the old."""
    if person.age(on) >= _WORKING.start:
        return True
    married = any(member.relation in IN_LAWS for member in person.household.members)
    return person.relation in CHILDREN and (person.age(on) < 18 or not married)


def give_numbers(rng: Random, numbers: Numbers, person: Person, on: date) -> None:
    """Everyone over 14 has a national ID, most children too; everyone an insurance number in waiting."""
    age = person.age(on)
    if person.year_only or happens(rng, 0.998 if age >= 14 else 0.93 if age >= 6 else 0.82):
        person.national_id = numbers.national_id(person)
    person.insurance_number = numbers.insurance_number()
    if age >= 18 and happens(rng, _WITH_PHONE):
        person.phone = numbers.phone()


def tell_apart(rng: Random, people: Iterable[Person], keys: set[Key]) -> None:
    """Move birthdays within their month until nobody shares name and birthday with anyone known by `keys`."""
    for person in people:
        while person.key in keys:
            person.birth = person.birth.replace(day=rng.randint(1, 28))
        keys.add(person.key)


def send_away(rng: Random, world: World) -> None:
    """Some are registered but away, mostly the young; some live here for a time, mostly Kinh."""
    people = world.people
    grown = [p for p in people if 16 <= p.age(world.on) <= 55 and p.relation != "Chủ hộ"]
    for person in choose(rng, grown, round(len(people) * AWAY), lambda p: 3 if p.age(world.on) < 32 else 1):
        person.residence = "away"
    others = [p for p in people if p.residence == "permanent"]
    for person in choose(
        rng, others, round(len(people) * TEMPORARY), lambda p: 4 if p.ethnicity == "Kinh" else 1
    ):
        person.residence = "temporary"
