"""The insurer's count and its snapshots in plain Python, slow and obvious, to check the engine against."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple


class Row(NamedTuple):
    """A row of a participants' list: which list (of what day), whose number, where, from and to when."""

    list: int
    as_of: date
    number: str
    unit: str
    scheme: str
    first: date
    last: date | None


def standing(rows: Iterable[Row], on: date) -> list[Row]:
    """The rows of the newest list by the day for each scheme and unit; before all lists, of the first."""
    rows = list(rows)
    stand = []
    for row in rows:
        days = {other.as_of for other in rows if (other.scheme, other.unit) == (row.scheme, row.unit)}
        newest = max((day for day in days if day <= on), default=min(days))
        if row.as_of == newest:
            stand.append(row)
    return stand


def participants(rows: Iterable[Row], scheme: str, on: date) -> int:
    """Distinct insurance numbers with a participation that runs on the day."""
    return len(
        {
            row.number
            for row in standing(rows, on)
            if row.scheme == scheme and row.first <= on and (row.last is None or on <= row.last)
        }
    )
