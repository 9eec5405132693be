"""Counting: who takes part in what on a day, by place and group, in both numerators, and out of how many."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

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


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts of one day. Every number is of people, by unit key and hamlet key ("" where unknown).

    `people` maps (scheme, numerator kind, unit, hamlet, group) to a count; `population` and `working_age`
    map (unit, hamlet).
    """

    on: date
    people: dict[tuple[str, str, str, str, str], int]
    population: dict[tuple[str, str], int]
    working_age: dict[tuple[str, str], int]
    bridges: tuple[Bridge, ...]


def count(session: Session, *, on: date, unit_on: Callable[[str], str]) -> Counts:
    """Count from `residents` and `spells` (opened through the gate) for the day `on`.

    `unit_on` gives the unit that stands on that day for a unit as printed on a list. Leaves the tables
    `residents_now`, `spells_now`, `participants_now` and `covered_now` in the session.
    """
    prepare(session, on=on, unit_on=unit_on)
    for step in IN_ORDER:
        session.step(STEPS, step)
    return _counts(session, on)


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


def _counts(session: Session, on: date) -> Counts:
    people = session.ask(
        'SELECT scheme, numerator_kind, unit, hamlet, "group", people FROM counts ORDER BY ALL'
    )
    places = session.ask("SELECT unit, hamlet, population, working_age FROM population_now ORDER BY ALL")
    bridges = session.ask("SELECT * FROM bridge ORDER BY scheme").to_pylist()
    rows = [tuple(row.values()) for row in places.to_pylist()]
    return Counts(
        on=on,
        people={tuple(row.values())[:5]: row["people"] for row in people.to_pylist()},
        population={(unit, hamlet): population for unit, hamlet, population, _ in rows},
        working_age={(unit, hamlet): working for unit, hamlet, _, working in rows},
        bridges=tuple(Bridge(**row) for row in bridges),
    )
