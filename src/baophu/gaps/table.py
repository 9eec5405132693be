"""Gaps as a table of a build, and in the order in which they are read."""

from collections.abc import Iterable
from datetime import date

import pyarrow as pa

from baophu.areas.classes import UnitClass
from baophu.engine.session import Session
from baophu.gaps.find import DUE_DAYS, Gap, find
from baophu.gaps.status import Why
from baophu.gaps.voluntary import find_voluntary

SCHEMA = pa.schema(
    [
        ("why", pa.string()),
        ("scheme", pa.string()),
        ("person", pa.int64()),
        ("name", pa.string()),
        ("birth_date", pa.date32()),
        ("birth_precision", pa.string()),
        ("sex", pa.string()),
        ("national_id", pa.string()),
        ("phone", pa.string()),
        ("unit", pa.string()),
        ("hamlet", pa.string()),
        ("household", pa.string()),
        ("household_key", pa.int64()),
        ("since", pa.date32()),
        ("act_by", pa.date32()),
        ("next_step", pa.string()),
        ("groups", pa.string()),
        ("bill", pa.int64()),
        ("support", pa.int64()),
        ("losses", pa.string()),
        ("school", pa.string()),
        ("grade", pa.string()),
        ("outcome", pa.string()),
        ("visited_on", pa.date32()),
        ("promise_on", pa.date32()),
        ("list", pa.string()),
        ("row", pa.int32()),
    ]
)
_ORDER = {why.value: number for number, why in enumerate(Why)}


def gap_table(
    session: Session, classes: tuple[UnitClass, ...], *, on: date, due_days: int = DUE_DAYS
) -> pa.Table:
    """All gaps of a day, of health and of voluntary insurance (see `find.find` for what it needs)."""
    return as_table(
        [
            *find(session, classes, on=on, due_days=due_days),
            *find_voluntary(session, classes, on=on, due_days=due_days),
        ]
    )


def as_table(gaps: Iterable[Gap]) -> pa.Table:
    """The gaps with `groups` and `losses` as words joined by commas.

    `position` keeps the order: by reason, commune and hamlet; the lapsed and the due by the last safe day;
    households together.
    """
    rows = sorted(gaps, key=_order)
    columns = [
        pa.array(
            [
                ",".join(value) if isinstance(value := getattr(gap, field.name), tuple) else value
                for gap in rows
            ],
            field.type,
        )
        for field in SCHEMA
    ]
    table = pa.Table.from_arrays(columns, schema=SCHEMA)
    return table.append_column("position", pa.array(range(len(rows)), pa.int32()))


def _order(gap: Gap) -> tuple[object, ...]:
    return (
        _ORDER[gap.why],
        gap.unit or "~",
        gap.hamlet or "~",
        gap.act_by.toordinal() if gap.act_by and gap.why in (Why.LAPSED, Why.DUE) else 0,
        gap.household_key or 0,
        gap.person,
        gap.scheme,
    )
