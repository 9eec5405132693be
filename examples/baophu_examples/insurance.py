"""Who is insured, in what group, until when; who is not, and why."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from baophu.base.dates import add_months, month_end
from baophu.law.continuity import lapsed_until
from baophu_examples.chance import Draw, choose, happens
from baophu_examples.circumstances import Life
from baophu_examples.events import Events, outsiders
from baophu_examples.figures import Figures
from baophu_examples.people import Person
from baophu_examples.places import REFORM
from baophu_examples.world import World

HOME_PROVINCE = "62"
# Shares of the residents: insured in another province, here and there at once, with a second number here;
# people on the insurer's list of whom nobody here knows.
_ELSEWHERE, _BOTH, _SECOND_NUMBER, _STRANGERS = 0.0130, 0.0005, 0.0018, 0.0008
_RENEWED, _TWO_CARDS = 0.25, 0.012
# How likely the members of a group are to have no card, set against each other.
_MISSED = {
    "TE": 3, "HN": 2.0, "DT": 3.0, "DK": 3, "BT": 1, "CN": 5, "HS": 4, "GB": 12, "GD": 17, "DS": 8,
}  # fmt: skip
_AWAY_MISSED, _DEPARTED_MISSED, _NEWBORN_MISSED, _NEWBORN_DAYS = 4, 5, 12, 30
# The province where someone away works or studies, and as what.
_PROVINCES = Draw({"79": 30, "74": 26, "75": 14, "48": 10, "66": 8, "68": 5, "56": 4, "01": 3})
_AFTER_REFORM = {"74": "79"}
_ELSEWHERE_GROUPS = Draw({"DN": 80, "SV": 12, "GD": 8})
# How the last card of those without one ended: within three months, earlier in the year, never had one.
_ENDED = {
    "GD": (0.42, 0.30), "GB": (0.40, 0.32), "CN": (0.20, 0.50), "HS": (0.25, 0.35), "HN": (0.08, 0.42),
    "DT": (0.12, 0.33), "DK": (0.10, 0.35), "BT": (0.10, 0.20), "TE": (0.0, 0.0), "DS": (0.2, 0.4),
}  # fmt: skip
TERMS = Draw({12: 60, 6: 22, 3: 18})


@dataclass(frozen=True, slots=True)
class Card:
    """A health insurance card; `last` is None while it runs on. `issued_in` is a province's two digits."""

    person: Person
    number: str
    group: str
    first: date
    last: date | None
    issued_in: str = HOME_PROVINCE

    def runs(self, on: date) -> bool:
        return self.first <= on and (self.last is None or on <= self.last)


@dataclass(slots=True)
class Insurance:
    """The cards on the lists of the home's insurer, and those of other provinces."""

    here: list[Card] = field(default_factory=list)
    elsewhere: list[Card] = field(default_factory=list)


def insure(
    rng: Random,
    world: World,
    lives: dict[Person, Life],
    events: Events,
    commuters: Iterable[tuple[Person, str]],
    figures: Figures,
) -> Insurance:
    """Cards such that exactly `figures.bhyt` insurance numbers on the lists here are valid on the day.

    `commuters` work here, in a group, and live elsewhere.
    """
    on = world.on
    insurance = Insurance()
    strangers = [*events.departed[::2], *outsiders(rng, world, round(len(world.people) * _STRANGERS))]
    insurance.here += [Card(p, p.insurance_number, group, _new_year(on), None) for p, group in commuters]
    insurance.here += [_card(rng, p, "GD", on) for p in strangers]
    insure_residents(rng, world, lives, events, insurance, figures.bhyt)
    return insurance


def insure_residents(
    rng: Random, world: World, lives: dict[Person, Life], events: Events, insurance: Insurance, numbers: int
) -> None:
    """Add the residents' cards until exactly `numbers` insurance numbers on the lists here are valid."""
    on, count = world.on, len(world.people)
    seconds = round(count * _SECOND_NUMBER)
    covered_here = numbers - len(insurance.here) - seconds
    elsewhere = _choose_elsewhere(rng, world, lives, round(count * _ELSEWHERE))
    uncovered = _choose_uncovered(rng, world, lives, elsewhere, count - len(elsewhere) - covered_here, events)
    covered = [p for p in world.people if p not in uncovered and p not in elsewhere]
    for person in covered:
        insurance.here += _cards(rng, person, lives[person], on)
    for person in choose(rng, covered, seconds, lambda p: p.age(on) >= 6):
        insurance.here.append(_second_card(rng, world, person, lives[person]))
    for person in world.people:
        if person in uncovered:
            insurance.here += _ended_card(rng, person, lives[person], on)
    elsewhere |= set(choose(rng, covered, round(count * _BOTH), lambda p: 18 <= p.age(on) <= 40))
    insurance.elsewhere = [_card_elsewhere(rng, p, on) for p in world.people if p in elsewhere]


def _new_year(on: date) -> date:
    return date(on.year, 1, 1)


def _choose_elsewhere(rng: Random, world: World, lives: dict[Person, Life], count: int) -> set[Person]:
    def weight(person: Person) -> float:
        grown = 18 <= person.age(world.on) <= 50 and lives[person].employer is None
        return (20.0 if person.residence == "away" else 1.0) if grown and not lives[person].pensioner else 0

    return set(choose(rng, world.people, count, weight))


def _choose_uncovered(
    rng: Random,
    world: World,
    lives: dict[Person, Life],
    elsewhere: set[Person],
    count: int,
    events: Events,
) -> set[Person]:
    departed = events.dead | events.gone

    def weight(person: Person) -> float:
        if person in elsewhere:
            return 0
        newborn = (world.on - person.birth).days < _NEWBORN_DAYS
        more = (_NEWBORN_MISSED if newborn else 1) * (_AWAY_MISSED if person.residence == "away" else 1)
        return more * (_DEPARTED_MISSED if person in departed else 1) * _MISSED.get(lives[person].group, 0)

    return set(choose(rng, world.people, count, weight))


def _cards(rng: Random, person: Person, life: Life, on: date) -> list[Card]:
    """The running card, and for some the one before it or another group's beside it."""
    card = _card(rng, person, life.group, on)
    if life.group in ("GD", "GB") and happens(rng, _RENEWED):
        return [_card_before(rng, card), card]
    if len(life.groups) > 1 and happens(rng, _TWO_CARDS):
        return [card, _card(rng, person, life.groups[1], on)]
    return [card]


def _card(rng: Random, person: Person, group: str, on: date) -> Card:
    """A card that runs on the day."""
    first, last = _term(rng, person, group, on)
    return Card(person, person.insurance_number, group, first, last)


def _term(rng: Random, person: Person, group: str, on: date) -> tuple[date, date | None]:
    year_end = date(on.year, 12, 31)
    match group:
        case "TE":
            return person.birth, _sixth_birthday(person)
        case "HS":
            return _school_term(rng, on)
        case "GD":
            return _household_term(rng, on)
        case "DN" | "HC" | "HX" | "HT":
            return _new_year(on), None if happens(rng, 0.5) else year_end
    return _new_year(on), year_end


def _sixth_birthday(person: Person) -> date:
    """The end of the month, or of September for those who turn six in the summer."""
    end = month_end(add_months(person.birth, 72))
    return max(end, date(end.year, 9, 30)) if end.month > 5 else end


def _school_term(rng: Random, on: date) -> tuple[date, date]:
    fate = rng.random()
    if fate < 0.7:
        return _new_year(on), date(on.year, 12, 31)
    if fate < 0.8:
        return date(on.year - 1, 10, 1), date(on.year, 9, 30)
    return date(on.year, 9, 1), date(on.year + 1, 8, 31)


def _household_term(rng: Random, on: date) -> tuple[date, date]:
    """3, 6 or 12 months that have begun within their length and not ended."""
    months = TERMS(rng)
    ago = rng.randrange(months * 30 - 2)
    first = on - timedelta(days=ago)
    return first, max(on, add_months(first, months) - timedelta(days=1))


def _card_before(rng: Random, card: Card) -> Card:
    last = card.first - timedelta(days=1)
    first = add_months(card.first, -TERMS(rng))
    return Card(card.person, card.number, card.group, first, last)


def _second_card(rng: Random, world: World, person: Person, life: Life) -> Card:
    first, last = _term(rng, person, life.group, world.on)
    return Card(person, world.numbers.insurance_number(), life.group, first, last)


def _ended_card(rng: Random, person: Person, life: Life, on: date) -> list[Card]:
    """The last card of someone without one: ended within three months, earlier, or none at all."""
    if person.age(on) == 6 and (last := _sixth_birthday(person)) < on:
        return [Card(person, person.insurance_number, "TE", person.birth, last)]
    recent, earlier = _ENDED.get(life.group, (0.2, 0.3))
    fate = rng.random()
    if fate < recent:
        last = _recent_end(rng, life.group, on)
    elif fate < recent + earlier:
        last = _earlier_end(rng, life.group, on)
    else:
        return []
    first = max(person.birth, add_months(last, -12) + timedelta(days=1))
    return [Card(person, person.insurance_number, life.group, first, last)]


def _recent_end(rng: Random, group: str, on: date) -> date:
    if group == "HS":
        return date(on.year, 8, 31)
    if group not in ("GD", "GB"):
        return date(on.year, *rng.choice(((6, 30), (7, 31), (8, 31))))
    return on - timedelta(days=rng.randint(1, 90))


def _earlier_end(rng: Random, group: str, on: date) -> date:
    """Budget-paid cards end with the year; those of households at any time of the last twelve months."""
    if group not in ("GD", "GB"):
        return date(on.year - 1, 12, 31)
    return on - timedelta(days=rng.randint(95, 360))


def _card_elsewhere(rng: Random, person: Person, on: date) -> Card:
    province = _PROVINCES(rng)
    if on >= REFORM:
        province = _AFTER_REFORM.get(province, province)
    first = add_months(_new_year(on), -rng.randint(0, 30))
    return Card(person, person.insurance_number, _ELSEWHERE_GROUPS(rng), first, None, province)


def lapsed_lately(cards: Iterable[Card], on: date) -> bool:
    """Whether the last of some cards ended so lately that renewing still saves something."""
    ends = [card.last for card in cards if card.last is not None and card.last < on]
    return bool(ends) and on <= lapsed_until(max(ends))
