"""A list as a workbook of one sheet: the office, what the list is, its notes, a head, a row for each line."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import IO

from xlsxwriter.workbook import Workbook

from baophu.reports.seal import moment
from baophu.reports.sheets import Column, Looks, Value, put_head, put_row, put_top, set_up

HEAD_ROWS = 3


def write_list(
    path: Path | IO[bytes],
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value]],
    *,
    sheet: str,
    title: str,
    notes: Sequence[str],
    office: str,
    on: date,
    frozen: int = 0,
    total: Sequence[Value] = (),
) -> None:
    """Write rows in the order given, and their `total` below; so many columns stay in view as `frozen`.

    Same rows, same bytes.
    """
    with Workbook(path, {"in_memory": True}) as workbook:
        workbook.set_properties({"author": office, "created": moment(on)})
        looks, page = Looks(workbook), workbook.add_worksheet(sheet)
        top = put_top(page, looks, office, title, notes, len(columns) - 1)
        set_up(page, columns, frozen, top, rows=HEAD_ROWS)
        row = put_head(page, looks, columns, top)
        for values in rows:
            put_row(page, looks, columns, row, values)
            row += 1
        if total:
            put_row(page, looks, columns, row, total, "total")
