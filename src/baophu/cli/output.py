"""What a command prints: data to stdout as table, CSV or JSON; words to stderr."""

import csv
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from baophu.base.formulas import harmless
from baophu.base.numbers import format_birth, format_count, format_date, format_moment, format_percent
from baophu.base.words import N_, _
from baophu.cli.options import Format

type Row = Mapping[str, Any]
GAP = "  "
NOTHING = N_("Nothing to show.")


def say(words: str) -> None:
    """Words for the reader, on stderr."""
    sys.stderr.write(words + "\n")


def put(data: str) -> None:
    """Data among words, on stdout, before the words that follow."""
    sys.stdout.write(data)
    sys.stdout.flush()


def show(
    rows: Sequence[Row],
    format: Format | None,
    columns: Mapping[str, str] | None = None,
    *,
    worded: Callable[[Row], Row] | None = None,
    nothing: str = NOTHING,
) -> None:
    """Print a result: `columns` (key → heading as a message id) chooses what a table shows, default all.

    A table shows its rows as `worded` puts them, and says `nothing` (a message id) where there are none.
    JSON and CSV hold every key of the rows, dates ISO and decimals as strings.
    """
    if format == Format.JSON:
        sys.stdout.write(as_json(rows) + "\n")
    elif format == Format.CSV:
        _write_csv(rows)
    elif rows:
        shown = [worded(row) for row in rows] if worded else rows
        sys.stdout.write(as_table(shown, columns or _all_columns(shown)))
    else:
        say(_(nothing))


def as_json(rows: Sequence[Row]) -> str:
    """A list of objects, one a line."""
    lines = ",\n ".join(json.dumps(row, ensure_ascii=False, default=_plain) for row in rows)
    return f"[{lines}]"


def as_table(rows: Sequence[Row], columns: Mapping[str, str]) -> str:
    """Text in columns, numbers to the right, as Vietnamese officials write them; decimals are rates."""
    if not rows:
        return ""
    cells = [[_cell(row.get(key)) for key in columns] for row in rows]
    right = [all(_is_number(row.get(key)) for row in rows) for key in columns]
    lines = [[_(heading) for heading in columns.values()], *cells]
    widths = [max(len(line[place]) for line in lines) for place in range(len(columns))]
    lines.insert(1, ["─" * width for width in widths])
    return "".join(_line(line, widths, right) + "\n" for line in lines)


def born(day: date | None, precision: str | None) -> str | None:
    """A birth date as well as it is known; None where it is not."""
    return format_birth(day, precision) or None


def _all_columns(rows: Sequence[Row]) -> dict[str, str]:
    return {key: key for row in rows for key in row}


def _line(cells: list[str], widths: list[int], right: list[bool]) -> str:
    padded = (
        cell.rjust(width) if to_right else cell.ljust(width)
        for cell, width, to_right in zip(cells, widths, right, strict=True)
    )
    return GAP.join(padded).rstrip()


def _is_number(value: object) -> bool:
    return value is None or (isinstance(value, int | Decimal) and not isinstance(value, bool))


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return _("yes") if value else _("no")
        case int():
            return format_count(value)
        case Decimal():
            return format_percent(value)
        case datetime():
            return format_moment(value)
        case date():
            return format_date(value)
        case list() | tuple():
            return ", ".join(_cell(one) for one in value)
    return str(value)


def _write_csv(rows: Sequence[Row]) -> None:
    writer = csv.DictWriter(sys.stdout, list(_all_columns(rows)), lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({key: _flat(value) for key, value in row.items()})


def _flat(value: object) -> object:
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False, default=_plain)
    if isinstance(value, str):
        return harmless(value)
    return _plain(value) if isinstance(value, date) else value


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
