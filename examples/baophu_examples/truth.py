"""What the generator knows of every resident, in a file beside the lists that no reader gets."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from baophu_examples.circumstances import Life
from baophu_examples.events import Events
from baophu_examples.insurance import Card, Insurance, lapsed_lately
from baophu_examples.people import Person
from baophu_examples.places import hamlet_name
from baophu_examples.sheets.residents import PrintedAt

COLUMNS = ("file", "sheet", "row", "hamlet", "household", "covered", "why", "group", "insurance_numbers")


@dataclass(frozen=True, slots=True)
class Known:
    """Whether any card of a resident, wherever issued, is valid on the day, and why not.

    `why` is covered or elsewhere for the covered, else away, dead, gone, lapsed or uncovered.
    """

    covered: bool
    why: str
    numbers: tuple[str, ...]


def know(people: Iterable[Person], insurance: Insurance, events: Events, on: date) -> dict[Person, Known]:
    """The truth about each resident."""
    here, elsewhere = _by_person(insurance.here), _by_person(insurance.elsewhere)
    dead, gone = events.dead, events.gone
    known = {}
    for person in people:
        cards = [*here.get(person, ()), *elsewhere.get(person, ())]
        numbers = tuple(dict.fromkeys(card.number for card in cards))
        if any(card.runs(on) for card in cards):
            why = "covered" if any(card.runs(on) for card in here.get(person, ())) else "elsewhere"
            known[person] = Known(True, why, numbers)
        else:
            why = "dead" if person in dead else "gone" if person in gone else _why(person, cards, on)
            known[person] = Known(False, why, numbers)
    return known


def _by_person(cards: Iterable[Card]) -> dict[Person, list[Card]]:
    found: dict[Person, list[Card]] = {}
    for card in cards:
        found.setdefault(card.person, []).append(card)
    return found


def _why(person: Person, cards: list[Card], on: date) -> str:
    if person.residence == "away":
        return "away"
    return "lapsed" if lapsed_lately(cards, on) else "uncovered"


def write_truth(
    path: Path,
    printed: Mapping[Person, PrintedAt],
    known: Mapping[Person, Known],
    lives: Mapping[Person, Life],
    on: date,
) -> None:
    """One line for each resident, by the row of the police's list."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for person, at in printed.items():
            one = known[person]
            writer.writerow(
                (
                    at.file,
                    at.sheet,
                    at.row,
                    hamlet_name(person.household.hamlet, on),
                    person.household.code,
                    "yes" if one.covered else "no",
                    one.why,
                    lives[person].group,
                    ";".join(one.numbers),
                )
            )
