"""Who of a commune's residents is away or dead, and whose health insurance runs where."""

from random import Random

from baophu_examples.known.chance import quota
from baophu_examples.known.numbers import Numbers
from baophu_examples.known.people import KINH, Card, Household, Person
from baophu_examples.known.settings import Settings

_AWAY, _TEMPORARY, _DEAD = 0.03, 0.03, 0.002
# Of those away: insured here still, insured where they are; of the dead: still on the insurer's list.
_AWAY_HERE, _AWAY_ELSEWHERE, _DEAD_INSURED = 0.30, 0.45, 0.6
_ELSEWHERE = 0.02
# Some households stay outside altogether: one in eight, whose people are so many times more often uncovered.
_OUTSIDE, _MORE_OFTEN = 0.12, 14.0
_AS_HOUSEHOLD = 0.25


def insure(rng: Random, households: list[Household], settings: Settings, numbers: Numbers) -> None:
    """Set `residence`, `card` and `group` of everyone, in the shares that the settings name."""
    people = [person for household in households for person in household.members]
    home = _at_home(rng, people, settings)
    weights = _weights_uncovered(rng, households)
    uncovered = set(quota(rng, [weights[p.number] for p in home], round(len(home) * settings.uncovered)))
    lapsed = rng.sample(sorted(uncovered), round(len(uncovered) * settings.lapsed))
    for person in home:
        person.card = Card.HERE
    for place in uncovered:
        home[place].card = Card.NONE
    for place in lapsed:
        home[place].card = Card.LAPSED
    workers = [p for p in home if p.card is Card.HERE and 18 <= settings.on.year - p.year <= 45]
    for place in quota(rng, [1.0] * len(workers), round(len(home) * _ELSEWHERE)):
        workers[place].card = Card.ELSEWHERE
    for household in households:
        as_household = rng.random() < _AS_HOUSEHOLD
        household.own_number = numbers.own_household() if as_household else None
        for person in household.members:
            person.group = _group(person, settings.on.year, as_household)


def _at_home(rng: Random, people: list[Person], settings: Settings) -> list[Person]:
    """Send some away and bury some; those who are left."""
    this_year, random = settings.on.year, rng.random
    movable = [4.0 if 17 <= this_year - p.year <= 40 else 0.5 for p in people]
    for place in quota(rng, movable, round(len(people) * (_AWAY + _TEMPORARY))):
        people[place].residence = "away" if random() * (_AWAY + _TEMPORARY) < _AWAY else "temporary"
    for place in quota(
        rng, [max(0.0, this_year - p.year - 30.0) for p in people], round(len(people) * _DEAD)
    ):
        people[place].residence = "dead"
    for person in people:
        if person.residence == "away":
            fate = random()
            if fate < _AWAY_HERE + _AWAY_ELSEWHERE:
                person.card = Card.HERE if fate < _AWAY_HERE else Card.ELSEWHERE
        elif person.residence == "dead" and random() < _DEAD_INSURED:
            person.card = Card.HERE
    return [person for person in people if person.residence in ("permanent", "temporary")]


def _weights_uncovered(rng: Random, households: list[Household]) -> dict[int, float]:
    weights = {}
    for household in households:
        factor = _MORE_OFTEN if rng.random() < _OUTSIDE else 1.0
        for person in household.members:
            # Children and the old are insured by the budget, mostly.
            weights[person.number] = factor * (1.0 if 1955 <= person.year <= 2008 else 0.45)
    return weights


def _group(person: Person, this_year: int, as_household: bool) -> str:
    age = this_year - person.year
    if age < 6:
        return "TE"
    if as_household:
        return "GD"
    if age < 18:
        return "HS"
    return "DT" if person.household.people != KINH else "DN"
