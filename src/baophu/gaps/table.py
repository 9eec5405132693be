"""Gaps as a table of a build, and in the order in which they are read."""

from collections.abc import Iterable

import pyarrow as pa

from baophu.gaps.find import Gap
from baophu.gaps.status import Why

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
        ("list", pa.string()),
        ("row", pa.int32()),
    ]
)
_ORDER = {why.value: number for number, why in enumerate(Why)}


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
