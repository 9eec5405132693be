"""Health insurance a month before and a month after the day: who joined, renewed and left in between."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from baophu.base.dates import add_months, month_end
from baophu_examples.chance import choose, happens
from baophu_examples.circumstances import Life
from baophu_examples.insurance import TERMS, Card
from baophu_examples.people import Person
from baophu_examples.social import Saving
from baophu_examples.truth import Known

# By how many the participants grow in the month to the day, and in the month after it, as shares of the
# residents; and those who pay voluntarily in the month to the day, as a share of them.
GREW, GROWS, SAVERS_GREW = 0.0067, 0.0115, 0.0135
_RENEWS = 0.65
_HOUSEHOLD = ("GD", "GB")
_FIND = ("uncovered", "lapsed")


def month_before(on: date) -> date:
    """The last day of the month before the day's."""
    return on.replace(day=1) - timedelta(days=1)


def month_after(on: date) -> date:
    """The last day of the month after the day's."""
    return month_end(add_months(on, 1))


def cards_before(rng: Random, cards: Iterable[Card], on: date, growth: int) -> list[Card]:
    """The cards that the insurer knew a month before, so that `growth` fewer numbers were valid then.

    Whoever begins in the month has joined, or has renewed a card that the list of `on` no longer shows.
    """
    cards = list(cards)
    day = month_before(on)
    then = {card.number for card in cards if card.runs(day)}
    now = {card.number: card for card in cards if card.runs(on)}
    begun, left = now.keys() - then, then - now.keys()
    grown = [card for number, card in now.items() if number in begun and card.group != "TE"]
    renewed = choose(rng, grown, max(0, len(begun) - len(left) - growth), lambda _card: 1)
    return [*(card for card in cards if card.first <= day), *(_card_before(rng, card) for card in renewed)]


def cards_after(
    rng: Random,
    cards: Iterable[Card],
    known: Mapping[Person, Known],
    lives: Mapping[Person, Life],
    on: date,
    growth: int,
) -> list[Card]:
    """The cards that the insurer knows a month after, with `growth` more numbers valid then."""
    cards, day = list(cards), month_after(on)
    later = {card.number for card in cards if card.runs(day)}
    now = {card.number: card for card in cards if card.runs(on)}
    ending = [card for number, card in now.items() if number not in later]
    renewed = [_card_after(rng, card) for card in ending if happens(rng, _RENEWS)]
    without = [person for person, one in known.items() if one.why in _FIND]
    joined = choose(rng, without, growth + len(ending) - len(renewed), lambda _person: 1)
    return [*cards, *renewed, *(_first_card(rng, p, lives[p].group, on) for p in joined)]


def _months(rng: Random, group: str) -> int:
    return TERMS(rng) if group in _HOUSEHOLD else 12


def _card_before(rng: Random, card: Card) -> Card:
    return replace(
        card,
        first=add_months(card.first, -_months(rng, card.group)),
        last=card.first - timedelta(days=1),
    )


def _card_after(rng: Random, card: Card) -> Card:
    first = (card.last or card.first) + timedelta(days=1)
    return replace(card, first=first, last=add_months(first, _months(rng, card.group)) - timedelta(days=1))


def _first_card(rng: Random, person: Person, group: str, on: date) -> Card:
    """Begun on some day of the month after; those of the budget end with the year."""
    first = on + timedelta(days=rng.randint(1, 28))
    last = date(on.year, 12, 31)
    if group in _HOUSEHOLD:
        last = add_months(first, TERMS(rng)) - timedelta(days=1)
    return Card(person, person.insurance_number, group, first, last)


def savings_before(rng: Random, savings: Iterable[Saving], on: date, growth: int) -> list[Saving]:
    """What was paid voluntarily by a month before, by `growth` fewer people."""
    savings, day = list(savings), month_before(on)
    then = [saving for saving in savings if saving.first <= day]
    left = sum(saving.last < on for saving in then if saving.last >= day)
    begun = [saving for saving in savings if saving.first > day]
    paid = choose(rng, begun, max(0, len(begun) - left - growth), lambda _saving: 1)
    return [*then, *(_saving_before(saving) for saving in paid)]


def _saving_before(saving: Saving) -> Saving:
    return replace(
        saving, first=add_months(saving.first, -saving.method), last=saving.first - timedelta(days=1)
    )
