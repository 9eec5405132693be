"""What happened to people: births, deaths and moves, some of which the police list does not know yet."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from baophu.base.dates import add_months
from baophu_examples.chance import choose, happens
from baophu_examples.families import make_family, newborn
from baophu_examples.people import Household, Person
from baophu_examples.places import BY_CODE, HAMLETS, REFORM
from baophu_examples.world import World, give_numbers, tell_apart

GROWN = range(18, 90)
BIRTH_MONTHS, DEATH_MONTHS, MOVE_MONTHS = 3, 9, 9
# Shares of the residents.
_DEAD_ON_LIST, _DEAD_OFF_LIST = 0.0012, 0.0022
_GONE_ON_LIST, _GONE_OFF_LIST, _ARRIVED = 0.0020, 0.0034, 0.0016
_NOT_LISTED_YET = 0.0003
_LATE_REGISTRATION = 12
_DESTINATIONS = (
    "TP. Kon Tum, tỉnh Kon Tum", "huyện Đăk Hà, tỉnh Kon Tum", "huyện Kon Plông, tỉnh Kon Tum",
    "TP. Pleiku, tỉnh Gia Lai", "TP. Thủ Đức, TP. Hồ Chí Minh", "TP. Dĩ An, tỉnh Bình Dương",
    "TP. Biên Hòa, tỉnh Đồng Nai", "TP. Quảng Ngãi, tỉnh Quảng Ngãi", "quận Liên Chiểu, TP. Đà Nẵng",
)  # fmt: skip
_LATER_DESTINATIONS = (
    "phường Kon Tum, tỉnh Quảng Ngãi", "xã Đăk Hà, tỉnh Quảng Ngãi", "xã Măng Đen, tỉnh Quảng Ngãi",
    "phường Pleiku, tỉnh Gia Lai", "phường Thủ Đức, TP. Hồ Chí Minh", "phường Biên Hòa, TP. Đồng Nai",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a person; `told_on` is when it was registered, `place` whence or whither."""

    person: Person
    day: date
    told_on: date
    place: str = ""
    direction: str = ""


@dataclass(slots=True)
class Events:
    """`departed` are no longer on the police list, dead or gone; the children `late` are not on it yet."""

    births: list[Event] = field(default_factory=list)
    deaths: list[Event] = field(default_factory=list)
    moves: list[Event] = field(default_factory=list)
    departed: list[Person] = field(default_factory=list)
    late: list[Person] = field(default_factory=list)

    @property
    def dead(self) -> set[Person]:
        return {event.person for event in self.deaths}

    @property
    def gone(self) -> set[Person]:
        return {event.person for event in self.moves if event.direction == "out"}


def make_events(rng: Random, world: World) -> Events:
    """The events that lists of a quarter (births) and of nine months (deaths, moves) tell of."""
    events = Events()
    count = len(world.people)
    settled = [p for p in world.people if p.residence == "permanent"]
    dead = choose(rng, settled, round(count * _DEAD_ON_LIST), lambda p: max(0, p.age(world.on) - 30))
    among_dead = set(dead)
    left = [p for p in settled if 17 <= p.age(world.on) <= 50 and p not in among_dead]
    gone = choose(rng, left, round(count * _GONE_ON_LIST), lambda _p: 1)
    departed = outsiders(rng, world, round(count * (_DEAD_OFF_LIST + _GONE_OFF_LIST)))
    by_age = sorted(departed, key=lambda p: p.birth)
    dead_before = by_age[: round(count * _DEAD_OFF_LIST)]
    gone_before = by_age[len(dead_before) :]
    events.departed = departed
    events.deaths = [_event(rng, world.on, p, DEATH_MONTHS) for p in [*dead, *dead_before]]
    events.moves = [_move(rng, world.on, p, "out") for p in [*gone, *gone_before]]
    departing = {*dead, *gone}
    stayed = [p for p in settled if p not in departing and p.age(world.on) >= 18]
    arrived = choose(rng, stayed, round(count * _ARRIVED), lambda p: 3 if p.age(world.on) < 40 else 1)
    events.moves += [_move(rng, world.on, p, "in") for p in arrived]
    events.births, events.late = births(rng, world)
    return events


def _event(rng: Random, on: date, person: Person, months: int) -> Event:
    since = max(add_months(on, -months), person.birth)
    day = since + timedelta(days=rng.randint(1, (on - since).days))
    return Event(person, day, min(on, day + timedelta(days=rng.randint(1, _LATE_REGISTRATION))))


def _move(rng: Random, on: date, person: Person, direction: str) -> Event:
    place = rng.choice(_LATER_DESTINATIONS if on >= REFORM else _DESTINATIONS)
    return replace(_event(rng, on, person, MOVE_MONTHS), place=place, direction=direction)


def births(rng: Random, world: World) -> tuple[list[Event], list[Person]]:
    """The children born in the quarter, most of them on the police list already."""
    since = add_months(world.on, -BIRTH_MONTHS)
    born = [p for p in world.people if p.birth > since]
    couples = [h for h in world.households if any(m.relation in ("Vợ", "Chồng") for m in h.members)]
    chosen = choose(rng, couples, max(1, round(len(world.people) * _NOT_LISTED_YET)), _youth(world))
    late = [_late_child(rng, world, household) for household in chosen]
    tell_apart(rng, late, world.keys)
    return [_birth(rng, world.on, p) for p in [*born, *late]], late


def _youth(world: World) -> Callable[[Household], float]:
    return lambda household: 1 if 20 <= household.head.age(world.on) <= 40 else 0


def _late_child(rng: Random, world: World, household: Household) -> Person:
    born = world.on - timedelta(days=rng.randint(1, 20))
    child = newborn(rng, household, born)
    child.household = household
    child.insurance_number = world.numbers.insurance_number()
    return child


def _birth(rng: Random, on: date, child: Person) -> Event:
    return Event(child, child.birth, min(on, child.birth + timedelta(days=rng.randint(2, 25))))


def outsiders(rng: Random, world: World, count: int, ages: range = GROWN) -> list[Person]:
    """People who live here no longer, or never did, with a hamlet that their papers still name."""
    made: list[Person] = []
    while len(made) < count:
        hamlet = rng.choice(HAMLETS)
        minority = happens(rng, hamlet.minority)
        ethnicity = BY_CODE[hamlet.commune].ethnicity if minority else "Kinh"
        person = next((p for p in make_family(rng, world.on, ethnicity) if p.age(world.on) in ages), None)
        if person:
            household = Household("", hamlet, ethnicity)
            household.take_in(person)
            give_numbers(rng, world.numbers, person, world.on)
            made.append(person)
    tell_apart(rng, made, world.keys)
    return made
