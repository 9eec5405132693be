"""The rows that lists have of people, and what goes wrong in them.

Faults come in exact numbers, but not evenly: some hamlets are kept badly, rows of old people are older, and
whoever copied one value of a row without care did so with the others.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log
from random import Random

from baophu_examples.known.chance import pick, quota, shuffled
from baophu_examples.known.copying import bare, mistyped_id, mistyped_name, swapped
from baophu_examples.known.numbers import Numbers
from baophu_examples.known.people import Card, Person, first_of
from baophu_examples.known.places import Commune, Hamlet
from baophu_examples.known.settings import Faults, Settings

_WITHIN_COMMUNE = 0.55
_TWO_NUMBERS = 0.5
_WITHIN_HOUSEHOLD = 0.7


@dataclass(slots=True, eq=False)
class Row:
    """A row of a list: whose it is, and what it says. `care` is how often it has faults, 1 on average."""

    person: Person
    name: str
    birth: int
    year_only: bool
    national_id: str | None
    insurance_number: str | None
    hamlet: Hamlet
    care: float = 1.0


def _row(person: Person, number: str | None) -> Row:
    household = person.household
    return Row(
        person, person.name, person.birth, person.year_only, person.national_id, number, household.hamlet
    )


def police_rows(rng: Random, people: Iterable[Person], settings: Settings) -> list[Row]:
    """One row of each resident, in the order given."""
    rows, faults, this_year = [_row(person, None) for person in people], settings.faults, settings.on.year
    infants = [5.0 if this_year - row.person.year < 2 else 1.0 for row in rows]
    for row in _chosen(rng, rows, infants, faults.police_no_national_id):
        row.national_id = None
    for row in _chosen(rng, rows, [1.0] * len(rows), faults.police_mistyped_name):
        row.name = mistyped_name(rng.random, row.name)
    return rows


def insurer_rows(
    rng: Random,
    residents: Sequence[Person],
    strangers: Callable[[int], list[Person]],
    commune: Commune,
    other_hamlets: Sequence[Hamlet],
    settings: Settings,
    numbers: Numbers,
) -> list[Row]:
    """The rows of those who have or had a card, and of as many `strangers` as are asked for, shuffled."""
    faults = settings.faults
    insured = [person for person in residents if person.card is not Card.NONE]
    total = round(len(insured) / (1 - faults.twice - faults.strangers))
    rows = [_row(p, p.insurance_number) for p in (*insured, *strangers(round(total * faults.strangers)))]
    for place in quota(rng, [1.0] * len(insured), round(total * faults.twice)):
        again = rng.random() >= _TWO_NUMBERS
        number = rows[place].insurance_number if again else numbers.insurance_number("51")
        rows.append(_row(insured[place], number))
    _set_care(rng, rows, settings.on.year)
    _move(rng, rows, commune, other_hamlets, faults)
    _spoil_numbers(rng, rows, residents, faults)
    _spoil_births(rng, rows, faults)
    _spoil_names(rng, rows, faults)
    return shuffled(rng, rows)


def school_rows(rng: Random, pupils: Iterable[Person], settings: Settings) -> list[Row]:
    """The rows of pupils: national ID mostly, insurance number sometimes."""
    rows = [_row(p, p.insurance_number if p.card is not Card.NONE else None) for p in pupils]
    even = [1.0] * len(rows)
    for row in _chosen(rng, rows, even, settings.faults.school_no_national_id):
        row.national_id = None
    for row in _chosen(rng, rows, even, 0.4):
        row.insurance_number = None
    for row in _chosen(rng, rows, even, settings.faults.bare_name / 3):
        row.name = bare(row.name)
    return rows


def _chosen(rng: Random, rows: Sequence[Row], weights: Sequence[float], share: float) -> list[Row]:
    return [rows[place] for place in quota(rng, weights, round(len(rows) * share))]


def _set_care(rng: Random, rows: Iterable[Row], this_year: int) -> None:
    random = rng.random
    for row in rows:
        age = this_year - row.person.year
        by_age = 1.35 if age >= 60 else 1.1 if age >= 40 else 0.9
        row.care = row.hamlet.faults * by_age * (0.75 - 0.25 * log(1.0 - random()))


def _move(
    rng: Random, rows: Sequence[Row], commune: Commune, others: Sequence[Hamlet], faults: Faults
) -> None:
    """Write an address where the person lived before."""
    random = rng.random
    for row in _chosen(rng, rows, [row.care for row in rows], faults.moved):
        near = (random() < _WITHIN_COMMUNE and len(commune.hamlets) > 1) or len(others) < 2
        places = commune.hamlets if near else others
        hamlet = row.hamlet
        while hamlet is row.hamlet and len(places) > 1:
            hamlet = pick(random, places)
        row.hamlet = hamlet


def _spoil_numbers(rng: Random, rows: Sequence[Row], residents: Sequence[Person], faults: Faults) -> None:
    random = rng.random
    for row in _chosen(rng, rows, [row.care for row in rows], faults.no_national_id):
        row.national_id = None
    for row in _chosen(rng, rows, [row.care if row.national_id else 0.0 for row in rows], faults.mistyped_id):
        row.national_id = mistyped_id(random, row.person.national_id)
    right = [row.care if row.national_id == row.person.national_id else 0.0 for row in rows]
    for row in _chosen(rng, rows, right, faults.recycled):
        others = [one for one in row.person.household.members if one is not row.person]
        if not others or random() > _WITHIN_HOUSEHOLD:
            others = [pick(random, residents)]
        row.national_id = pick(random, others).national_id


def _spoil_births(rng: Random, rows: Sequence[Row], faults: Faults) -> None:
    known = sum(row.year_only for row in rows)
    weights = [0.0 if row.year_only else row.care for row in rows]
    for place in quota(rng, weights, round(len(rows) * faults.year_only) - known):
        row = rows[place]
        row.birth, row.year_only = first_of(row.person.year), True
    other_days = [None if row.year_only else swapped(row.birth) for row in rows]
    weights = [0.0 if day is None else row.care for row, day in zip(rows, other_days, strict=True)]
    for place in quota(rng, weights, round(len(rows) * faults.swapped)):
        rows[place].birth = other_days[place] or 0


def _spoil_names(rng: Random, rows: Sequence[Row], faults: Faults) -> None:
    weights = [row.care for row in rows]
    for row in _chosen(rng, rows, weights, faults.mistyped_name):
        row.name = mistyped_name(rng.random, row.name)
    for row in _chosen(rng, rows, weights, faults.bare_name):
        row.name = bare(row.name)
