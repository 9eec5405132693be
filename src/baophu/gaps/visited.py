"""The visits of a home as a table of a build: the last one to each person, under the number borne now."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pyarrow as pa

from baophu.engine.session import Session
from baophu.engine.tables import table_of
from baophu.gaps.outcomes import Outcome, Visit

STEPS = Path(__file__).parent / "steps"
SCHEMA = pa.schema(
    [
        ("person", pa.int64()),
        ("scheme", pa.string()),
        ("outcome", pa.string()),
        ("visited_on", pa.date32()),
        ("promise_on", pa.date32()),
        ("sequence", pa.int64()),
        ("counts_from", pa.date32()),
    ]
)


def settle_visits(session: Session, visits: Iterable[Visit], day: date) -> None:
    """Make `visited` from the visits and the tables of the register.

    A visit later than the newest list counts from the day of that list: it is what is known now. For
    an earlier day it has not happened yet.
    """
    rows = [
        (v.person, v.scheme, v.outcome.value, v.on, v.promise_on, v.sequence, min(v.on, day)) for v in visits
    ]
    session.add("visits", table_of(SCHEMA, rows))
    session.step(STEPS, "visited")


def last_visits(session: Session, scheme: str) -> dict[int, Visit]:
    """Person → the last visit about a scheme that has taken place by the day in `moment`."""
    rows = session.ask(
        "SELECT v.person, v.outcome, v.visited_on, v.promise_on FROM visited v CROSS JOIN moment m "
        f"WHERE v.scheme = '{scheme}' AND v.counts_from <= m.day ORDER BY v.person"
    ).to_pylist()
    return {
        row["person"]: Visit(
            row["person"], scheme, Outcome(row["outcome"]), row["visited_on"], row["promise_on"]
        )
        for row in rows
    }
