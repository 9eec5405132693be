"""What an ods file says of its tables before they are read: how far they reach and which cells are merged."""

import re
import zipfile
from dataclasses import dataclass, field, replace
from html import unescape
from pathlib import Path

from baophu.lists.workbook import Merge, Sheet

CONTENT = "content.xml"
_PART = re.compile(rb"<table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^>]*)>")
_REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="(\d{1,9})"')
_ROWS_SPANNED = re.compile(rb'number-rows-spanned="(\d{1,9})"')
_COLUMNS_SPANNED = re.compile(rb'number-columns-spanned="(\d{1,9})"')
_NAME = re.compile(rb'table:name="([^"]*)"')


@dataclass(slots=True)
class Table:
    """`rows` and `columns` up to the last cell that holds something, from column `first` on.

    Empty cells stand closed in themselves; one cell or row may stand for many.
    """

    name: str
    rows: int = 0
    columns: int = 0
    first: int | None = None
    merges: list[Merge] = field(default_factory=list)


def tables(content: bytes) -> list[Table]:
    """The tables of the file's content, by its tags alone."""
    found: list[Table] = []
    row = column = times = 0
    for tag in _PART.finditer(content):
        part, attributes = tag.groups()
        if part == b"table":
            found.append(Table(_name(attributes)))
            row = column = times = 0
        if not found or part == b"table":
            continue
        repeated = _number(_REPEATED, attributes)
        if part == b"table-row":
            row, column, times = row + times, 0, repeated
            continue
        if not attributes.endswith(b"/"):
            _hold(found[-1], row + times, column, column + repeated)
        if part == b"table-cell":
            _merge(found[-1], attributes, row + 1, column)
        column += repeated
    return found


def _hold(table: Table, rows: int, first: int, columns: int) -> None:
    table.rows = rows
    table.columns = max(table.columns, columns)
    table.first = first if table.first is None else min(table.first, first)


def _merge(table: Table, attributes: bytes, row: int, column: int) -> None:
    high, wide = _number(_ROWS_SPANNED, attributes), _number(_COLUMNS_SPANNED, attributes)
    if high > 1 or wide > 1:
        table.merges.append((row, column, row + high - 1, column + wide - 1))


def _number(attribute: re.Pattern[bytes], attributes: bytes) -> int:
    found = attribute.search(attributes)
    return int(found[1]) if found else 1


def _name(attributes: bytes) -> str:
    found = _NAME.search(attributes)
    return unescape(found[1].decode(errors="replace")) if found else ""


def is_ods(path: Path) -> bool:
    with zipfile.ZipFile(path) as archive:
        return CONTENT in archive.namelist()


def with_merges(path: Path, sheets: list[Sheet]) -> list[Sheet]:
    """The sheets with their merged cells, which the spreadsheet reader does not give for ods."""
    with zipfile.ZipFile(path) as archive:
        found = {table.name: table for table in tables(archive.read(CONTENT))}
    return [
        replace(sheet, merges=_shifted(found[sheet.name])) if sheet.name in found else sheet
        for sheet in sheets
    ]


def _shifted(table: Table) -> list[Merge]:
    """Sheets come without the empty columns before the first one used."""
    before = table.first or 0
    return [
        (top, max(left - before, 0), bottom, right - before)
        for top, left, bottom, right in table.merges
        if right >= before
    ]
