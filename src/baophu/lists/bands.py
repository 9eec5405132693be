"""Tables that stand side by side on a sheet: each becomes a sheet of its own columns."""

from collections.abc import Iterator
from itertools import pairwise

from baophu.lists.header import SEARCHED_ROWS, looks_like_header, text_of
from baophu.lists.headings import meanings
from baophu.lists.person_forms import as_list
from baophu.lists.raw_table import RawTable
from baophu.lists.rows import Rows
from baophu.lists.table import find_tables
from baophu.lists.workbook import Cell, Sheet, is_blank

_SURE = 100
_KEYS = frozenset(("name", "employer", "household_head", "school", "hamlet"))


def tables_in(sheet: Sheet) -> list[tuple[Sheet, RawTable]]:
    """The tables of a sheet from left to right and top to bottom, each with the band it stands in.

    What the titles of a table say holds for those behind it that have none. The form of one person is a
    table of one row.
    """
    found = [(band, table) for band in bands(as_list(sheet)) for table in find_tables(band)]
    for part, (_band, table) in enumerate(found, start=1):
        table.part = part
    for (_band, before), (_other, table) in pairwise(found):
        if not table.titles:
            table.titles = list(before.titles)
    return found


def bands(sheet: Sheet) -> list[Sheet]:
    """The sheet cut before each further heading of ordinals; itself where there is one table in its width.

    What stands above the header over one band only is said to all.
    """
    found = _header_and_cuts(sheet)
    if found is None:
        return [sheet]
    header, cuts = found
    return [_band(sheet, header, left, right) for left, right in pairwise([*cuts, len(sheet.rows[header])])]


def _header_and_cuts(sheet: Sheet) -> tuple[int, list[int]] | None:
    """The first header that holds several tables, and where each begins; the first begins at the margin."""
    header = next(
        (place for place, row in enumerate(sheet.rows[:SEARCHED_ROWS]) if looks_like_header(row)), None
    )
    if header is None:
        return None
    row = sheet.rows[header]
    starts = [column for column, cell in enumerate(row) if _means(cell, "ordinal")]
    if len(starts) < 2 or not all(_has_key(row[left:right]) for left, right in pairwise([*starts, len(row)])):
        return None
    return header, [0, *starts[1:]]


def _has_key(part: list[Cell]) -> bool:
    """Whether a part of a header is a whole one: it says whose the rows are."""
    return any(_means(cell, key) for cell in part for key in _KEYS)


def _means(cell: Cell, column: str) -> bool:
    return bool(text := text_of(cell)) and meanings((text,)).get(column, 0) >= _SURE


def _band(sheet: Sheet, header: int, left: int, right: int) -> Sheet:
    def parts() -> Iterator[tuple[int, list[Cell]]]:
        for place, (number, row) in enumerate(sheet.rows.numbered()):
            part = row[left:right]
            if place < header and is_blank(part):
                part = _said_beside(row, right - left)
            if not is_blank(part):
                yield number, part

    merges = [
        (top, first - left, bottom, last - left)
        for top, first, bottom, last in sheet.merges
        if left <= first and last < right
    ]
    return Sheet(sheet.name, Rows(parts()), merges, sheet.serials)


def _said_beside(row: list[Cell], width: int) -> list[Cell]:
    texts = [text for text in map(text_of, row) if text]
    return [*texts[:width], *[""] * (width - len(texts))]
