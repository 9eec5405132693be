"""Counting: who takes part in what on a day, by place and group, in both numerators, and out of how many."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Protocol

import pyarrow as pa

from baophu.engine.session import Session
from baophu.law.age import working_age_bounds

STEPS = Path(__file__).parent / "steps"
PEOPLE_TABLES = ("residents", "spells")
IN_ORDER = (
    "residents_now",
    "spells_now",
    "participants_now",
    "covered_now",
    "counts",
    "population_now",
    "bridge",
)
# The kinds of count besides the numerators.
RESIDENTS = "population"
WORKING_AGE = "working_age"
HISTORY = pa.schema(
    [
        ("day", pa.date32()),
        ("scheme", pa.string()),
        ("numerator_kind", pa.string()),
        ("unit", pa.string()),
        ("hamlet", pa.string()),
        ("group", pa.string()),
        ("people", pa.int64()),
    ]
)


@dataclass(frozen=True, slots=True)
class Bridge:
    """Why the two numerators of a scheme differ: participants − not resident − second numbers + elsewhere."""

    scheme: str
    participants: int
    not_resident: int
    second_numbers: int
    elsewhere: int
    residents: int


class Counts(Protocol):
    """The counts of one day by place: unit and hamlet keys, "" where not known. Every number is of people.

    A numerator counts a scheme's people by group; residents, and those of working age among them, are two
    more kinds, of no scheme and no group.
    """

    @property
    def on(self) -> date:
        """The day."""

    def by_unit(self, scheme: str, kind: str) -> Mapping[str, Mapping[str, int]]:
        """Unit → group → people."""

    def by_hamlet(self, scheme: str, kind: str, unit: str) -> Mapping[str, Mapping[str, int]]:
        """Hamlet of a unit → group → people."""

    def hamlets(self, unit: str) -> Iterable[str]:
        """The hamlets of a unit of which there is any count."""


@dataclass(frozen=True)
class Counted:
    """The counts of one day, as counted. See `Counts`.

    `people` maps (scheme, kind, unit, hamlet, group) to a count.
    """

    on: date
    people: dict[tuple[str, str, str, str, str], int]
    bridges: tuple[Bridge, ...]

    @cached_property
    def _units(self) -> dict[tuple[str, str], dict[str, Counter[str]]]:
        units: dict[tuple[str, str], dict[str, Counter[str]]] = {}
        for (scheme, kind, unit, _hamlet, group), people in self.people.items():
            units.setdefault((scheme, kind), {}).setdefault(unit, Counter())[group] += people
        return units

    @cached_property
    def _hamlets(self) -> dict[str, dict[tuple[str, str], dict[str, Counter[str]]]]:
        units: dict[str, dict[tuple[str, str], dict[str, Counter[str]]]] = {}
        for (scheme, kind, unit, hamlet, group), people in self.people.items():
            of_kind = units.setdefault(unit, {}).setdefault((scheme, kind), {})
            of_kind.setdefault(hamlet, Counter())[group] += people
        return units

    def by_unit(self, scheme: str, kind: str) -> Mapping[str, Mapping[str, int]]:
        return self._units.get((scheme, kind), {})

    def by_hamlet(self, scheme: str, kind: str, unit: str) -> Mapping[str, Mapping[str, int]]:
        return self._hamlets.get(unit, {}).get((scheme, kind), {})

    def hamlets(self, unit: str) -> Iterable[str]:
        return {hamlet for of_kind in self._hamlets.get(unit, {}).values() for hamlet in of_kind}


def count(session: Session, *, on: date, unit_on: Callable[[str], str]) -> Counted:
    """Count from `residents` and `spells` (opened through the gate) for the day `on`.

    `unit_on` gives the unit that stands on that day for a unit as printed on a list. Leaves the tables
    `residents_now`, `spells_now`, `participants_now` and `covered_now` in the session.
    """
    prepare(session, on=on, unit_on=unit_on)
    for step in IN_ORDER:
        session.step(STEPS, step)
    return _counted(session, on)


def count_days(
    session: Session, days: Iterable[date], units_on: Callable[[date], Callable[[str], str]]
) -> None:
    """Make the table `history`: the counts of each of some days, with the units that stood on it.

    It reads what `count` reads, and leaves nothing of use to it.
    """
    session.add("history", HISTORY.empty_table())
    for day in days:
        prepare(session, on=day, unit_on=units_on(day))
        for step in IN_ORDER:
            if step != "bridge":
                session.step(STEPS, step)
        session.append(STEPS, "history", into="history")


def prepare(session: Session, *, on: date, unit_on: Callable[[str], str]) -> None:
    """Make the tables `moment` and `units_on`, on which the steps of a day rest."""
    working_from, men_to = working_age_bounds("male", on)
    women_to = working_age_bounds("female", on)[1]
    session.add(
        "moment",
        pa.table(
            {
                "day": pa.array([on], pa.date32()),
                "month_number": [on.year * 12 + on.month],
                "day_of_month": [on.day],
                "working_from_months": [working_from],
                "men_to_months": [men_to],
                "women_to_months": [women_to],
            }
        ),
    )
    units = session.ask(
        "SELECT DISTINCT unit FROM (SELECT unit FROM residents UNION ALL SELECT unit FROM spells) "
        "WHERE unit IS NOT NULL ORDER BY unit"
    )
    printed = units.column(0).to_pylist()
    session.add(
        "units_on",
        pa.table(
            {
                "unit": pa.array(printed, pa.string()),
                "unit_on": pa.array([unit_on(unit) for unit in printed], pa.string()),
            }
        ),
    )


def _counted(session: Session, on: date) -> Counted:
    counted = session.ask(
        'SELECT scheme, numerator_kind, unit, hamlet, "group", people FROM counts ORDER BY ALL'
    )
    places = session.ask("SELECT unit, hamlet, population, working_age FROM population_now ORDER BY ALL")
    people = {tuple(row.values())[:5]: row["people"] for row in counted.to_pylist()}
    for row in places.to_pylist():
        for kind in (RESIDENTS, WORKING_AGE):
            people["", kind, row["unit"], row["hamlet"], ""] = row[kind]
    bridges = session.ask("SELECT * FROM bridge ORDER BY scheme").to_pylist()
    return Counted(on, people, tuple(Bridge(**row) for row in bridges))
