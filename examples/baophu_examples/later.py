"""The same people three years on: some have died or left, children were born, everyone is older."""

from datetime import date, timedelta
from random import Random

from baophu_examples.chance import choose, happens, stream
from baophu_examples.families import LARGEST, newborn
from baophu_examples.people import Household, Person
from baophu_examples.world import World, give_numbers, send_away, tell_apart

# Shares of the residents over the three years.
_DIED, _LEFT, _BORN = 0.0125, 0.024, 0.061
_BY_NATIONAL_ID = 0.55


def three_years_on(seed: int, world: World, on: date) -> World:
    """The world of a later day. The people of the earlier one are the same objects."""
    rng = stream(seed, f"later/{on}")
    count = len(world.people)
    dead = choose(rng, world.people, round(count * _DIED), lambda p: max(0, p.age(on) - 35) ** 2)
    gone = set(dead)
    remaining = [p for p in world.people if p not in gone]
    young = [p for p in remaining if 18 <= p.age(on) <= 38 and p.relation != "Chủ hộ"]
    gone |= set(choose(rng, young, round(count * _LEFT), lambda _person: 1))
    households = [h for h in world.households if _go_on(h, gone)]
    born = [_born(rng, world, h, on) for h in _parents(rng, households, round(count * _BORN), on)]
    later = World(on, households, [p for h in households for p in h.members], world.numbers, world.keys)
    tell_apart(rng, born, world.keys)
    children = set(born)
    for person in later.people:
        _renumber(rng, later, person, new=person in children)
    send_away(rng, later)
    return later


def _go_on(household: Household, without: set[Person]) -> bool:
    """Take out those who are no longer there; whoever is oldest heads the household then."""
    household.members = [member for member in household.members if member not in without]
    if household.members and household.head.relation != "Chủ hộ":
        household.members.sort(key=lambda member: member.birth)
        household.head.relation = "Chủ hộ"
    return bool(household.members)


def _parents(rng: Random, households: list[Household], births: int, on: date) -> list[Household]:
    """The households in which children were born, by how many women of an age to have them live there."""

    def weight(household: Household) -> float:
        if len(household.members) >= LARGEST:
            return 0
        return sum(m.sex == "female" and 19 <= m.age(on) <= 40 for m in household.members)

    return choose(rng, households, births, weight)


def _born(rng: Random, world: World, household: Household, on: date) -> Person:
    days = (on - world.on).days
    child = newborn(rng, household, on - timedelta(days=rng.randrange(days)))
    household.take_in(child)
    return child


def _renumber(rng: Random, world: World, person: Person, *, new: bool) -> None:
    """National IDs for the new and the grown; for many it is the insurance number too since 1/8/2025."""
    if new:
        give_numbers(rng, world.numbers, person, world.on)
    elif person.national_id is None and person.age(world.on) >= 6:
        person.national_id = world.numbers.national_id(person)
    if person.national_id and happens(rng, _BY_NATIONAL_ID):
        person.insurance_number = person.national_id
    person.residence = "permanent"
