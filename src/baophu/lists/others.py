"""The rows of a list that were not accepted, kept beside those that were: rejected ones and structure."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from baophu.engine.listed import REJECTED, STRUCTURE, others_beside
from baophu.lists.cleaning.words import read_text
from baophu.lists.problems import Problem
from baophu.lists.reading import FoundTable
from baophu.lists.workbook import Cell

_MARKS = ("row", "state", "text", "doubts")


def keep_others(rows: Path, table: FoundTable) -> None:
    """Write them beside the Parquet of the clean rows (see `engine.listed`), in their order."""
    names = _names(table)
    found = sorted([*_rejected(table, names), *_structure(table, names)], key=lambda row: int(str(row[0])))
    columns = list(zip(*found, strict=True)) or [()] * (len(_MARKS) + len(names))
    types = [pa.int64(), *[pa.string()] * (len(columns) - 1)]
    arrays = [pa.array(column, kind) for column, kind in zip(columns, types, strict=True)]
    whole = others_beside(rows)
    aside = whole.with_suffix(".partial")
    pq.write_table(pa.table(arrays, names=[*_MARKS, *names]), aside, compression="zstd")
    aside.replace(whole)


def first_others(table: FoundTable, most: int) -> list[dict[str, int | str | None]]:
    """The first rejected rows and the first of structure, at most so many of each."""
    names = _names(table)
    found = [*islice(_rejected(table, names), most), *islice(_structure(table, names), most)]
    return [dict(zip((*_MARKS, *names), row, strict=True)) for row in found]


def _names(table: FoundTable) -> list[str]:
    return [name for name in table.places if name not in _MARKS]


def _rejected(table: FoundTable, names: list[str]) -> Iterator[tuple[int | str | None, ...]]:
    for reject in table.rejects:
        cells = (cell_text(reject.cells[table.places[name]]) for name in names)
        yield reject.row, REJECTED, None, reason_codes(reject.reasons), *cells


def reason_codes(reasons: list[Problem]) -> str:
    """Reasons as doubts are kept: `column:code;column:code`."""
    return ";".join(dict.fromkeys(f"{one.column}:{one.code}" for one in reasons))


def _structure(table: FoundTable, names: list[str]) -> Iterator[tuple[int | str | None, ...]]:
    for number, row in table.others:
        yield number, STRUCTURE, structure_text(row), "", *[None] * len(names)


def structure_text(row: list[Cell]) -> str:
    """What a row of titles, headings or totals says."""
    return " | ".join(text for cell in row if (text := cell_text(cell)))


def cell_text(cell: Cell) -> str | None:
    """What a cell says; None for nothing."""
    return None if cell == "" else read_text(cell)[0]
