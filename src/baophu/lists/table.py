"""The tables of a sheet: titles, header, data rows, and what stands between them. Nothing is dropped."""

from dataclasses import dataclass, field
from enum import Enum, auto

from baophu.lists.header import (
    Header,
    find_header,
    headings_in,
    is_number_row,
    is_value,
    looks_like_header,
    text_of,
)
from baophu.lists.headings import Heading, assign, vocabulary
from baophu.lists.sections import is_footer, is_numbered, is_section_number, is_total, section_meaning
from baophu.lists.workbook import Cell, Sheet

_KEYS = ("name", "family_name", "given_name", "employer", "household_head", "school", "hamlet", "commune")
_IDENTIFYING = [
    "birth_date",
    "male",
    "female",
    "national_id",
    "insurance_number",
    "card_number",
    "tax_code",
    "employer_code",
    "death_date",
    "from",
    "to",
]
_MANY = 4  # filled cells that make a row data whatever its words
_LETTERS_OF_TOTALS = frozenset("TtCc")


class _Part(Enum):
    DATA = auto()
    HEADER = auto()
    SECTION = auto()
    TOTAL = auto()
    FOOTER = auto()


@dataclass(slots=True)
class RawTable:
    """One table as found. `rows[i]` stands in row `numbers[i]` of the sheet.

    `sections` are (position in rows, column, value): from that row on the section says so. `structure`
    counts titles, header, column numbers, sections, totals and footers: with `rows` it is every row.
    """

    sheet: str
    part: int
    titles: list[str]
    header_row: int
    headings: list[Heading]
    numbers: list[int] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    sections: list[tuple[int, str, str]] = field(default_factory=list)
    structure: int = 0


def find_tables(sheet: Sheet) -> list[RawTable]:
    """The tables of a sheet from top to bottom; none where no row looks like a header."""
    tables: list[RawTable] = []
    start = 0
    while header := find_header(sheet, start):
        table = RawTable(
            sheet=sheet.name,
            part=len(tables) + 1,
            titles=[text for row in sheet.rows[start : header.first] for text in map(text_of, row) if text],
            header_row=sheet.numbers[header.last],
            headings=header.headings,
        )
        end = _read_rows(sheet, header, table)
        table.structure = end - start - len(table.rows)
        tables.append(table)
        start = end
    return tables


def _read_rows(sheet: Sheet, header: Header, table: RawTable) -> int:
    """Put the rows below the header into the table; the position where the next table's titles begin."""
    rows = _Rows(sheet, header)
    body_end, footing = header.last + 1, False
    for place in range(header.last + 1, len(sheet.rows)):
        row = sheet.rows[place]
        part = _Part.DATA if rows.plainly_data(row) else rows.part_of(row, footing)
        if part is _Part.HEADER and not rows.is_repeated(row):
            return body_end
        if part is _Part.DATA:
            table.numbers.append(sheet.numbers[place])
            table.rows.append(row)
        elif part is _Part.SECTION:
            _note_section(table, row)
            continue
        footing = footing or part is _Part.FOOTER
        if part is not _Part.FOOTER or rows.has_footer_words(row):
            body_end = place + 1
    return len(sheet.rows)


def _note_section(table: RawTable, row: list[Cell]) -> None:
    for cell in row:
        if meaning := section_meaning(text_of(cell)):
            table.sections.append((len(table.rows), *meaning))


class _Rows:
    """Tells data rows from the rest by the columns that the headings seem to mean."""

    def __init__(self, sheet: Sheet, header: Header) -> None:
        meant = assign(header.headings, vocabulary().keys(), lambda _column, _position: 0)
        self.ordinal = meant.get("ordinal")
        self.key = next((meant[name] for name in _KEYS if name in meant), None)
        self.identifying = [meant[name] for name in _IDENTIFYING if name in meant]
        self.own = [sheet.rows[place] for place in range(header.first, header.last + 1)]
        self.usual = max(map(headings_in, self.own))

    def plainly_data(self, row: list[Cell]) -> bool:
        """The quick answer for most rows: a key that is no total, and an ordinal or an identifying value."""
        key = row[self.key] if self.key is not None else ""
        if not isinstance(key, str) or not key or key[0] in _LETTERS_OF_TOTALS:
            return False
        if self.ordinal is not None:
            return _is_ordinal(row[self.ordinal]) and not is_value(key)
        return self._is_identified(row)

    def part_of(self, row: list[Cell], footing: bool) -> _Part:
        texts = [text for text in map(text_of, row) if text]
        label = next((text for text in texts if not is_section_number(text)), "")
        if is_number_row(row) or (looks_like_header(row) and 2 * headings_in(row) > self.usual):
            return _Part.HEADER
        if row in self.own:
            return _Part.HEADER
        identified = self._is_identified(row)
        if not identified and is_total(label):
            return _Part.TOTAL
        if identified or (self.ordinal is not None and _is_ordinal(row[self.ordinal])):
            return _Part.DATA
        if _is_section(row, label):
            return _Part.SECTION
        filled = sum(1 for cell in row if cell != "")
        if filled < _MANY and (footing or any(map(is_footer, texts))):
            return _Part.FOOTER
        return _Part.DATA

    def is_repeated(self, row: list[Cell]) -> bool:
        """A header printed again on a new page, or a row of column numbers."""
        return row in self.own or is_number_row(row)

    def has_footer_words(self, row: list[Cell]) -> bool:
        return any(is_footer(text) for text in map(text_of, row) if text)

    def _is_identified(self, row: list[Cell]) -> bool:
        return any(_identifies(row[column]) for column in self.identifying)


def _is_ordinal(cell: Cell) -> bool:
    return cell.strip().rstrip(".").isdigit() if isinstance(cell, str) else isinstance(cell, int | float)


def _identifies(cell: Cell) -> bool:
    """A value, a mark or a code rather than words that stand in the column by chance."""
    if not isinstance(cell, str):
        return True
    text = cell.strip()
    return bool(text) and (is_value(text) or text in ("x", "X") or (text.isalnum() and len(text) >= 10))


def _is_section(row: list[Cell], label: str) -> bool:
    """One text, numbered or with words of a section; next to it at most its number and counts."""
    others = [cell for cell in row if cell != "" and text_of(cell) != label]
    if not label or not all(is_value(cell) or is_section_number(text_of(cell)) for cell in others):
        return False
    if section_meaning(label):
        return True
    numbered = is_numbered(label) or any(is_section_number(text_of(cell)) for cell in others)
    return numbered and len(others) <= 1
