"""The tables of a sheet: titles, header, data rows, and what stands between them. Nothing is dropped."""

import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from operator import itemgetter

from baophu.lists.header import (
    Header,
    find_header,
    header_at,
    headings_in,
    is_number_row,
    is_value,
    looks_like_header,
    text_of,
)
from baophu.lists.headings import Heading, assign, is_heading, vocabulary
from baophu.lists.rows import Selection
from baophu.lists.sections import (
    ENDS,
    is_footer,
    is_main_section,
    is_numbered,
    is_page_mark,
    is_school_level,
    is_section_number,
    is_total,
    section_meanings,
)
from baophu.lists.titles import is_title
from baophu.lists.workbook import Cell, Sheet, is_blank

_KEYS = (
    "name",
    "family_name",
    "given_name",
    "employer",
    "household_head",
    "school",
    "hamlet",
    "commune",
    "item",
)
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
_OF_PEOPLE = frozenset(("name", "given_name", "household_head"))
_ABOVE_HEADER = frozenset(("hamlet", "household", "household_head", "class"))
_TITLES_BELOW = 3
_OF_SOMEONE = frozenset(("nam", "nữ", "chủ hộ", "vợ", "chồng", "con", "cháu", "mẹ", "bố", "cha", "em"))
_PLACES = frozenset(("commune", "hamlet"))
_SEXES = ("male", "female")
_LEAST_YEAR, _DIGITS_OF_YEAR, _SHORTEST_CODE = 1000, 4, 10
_MOSTLY = 0.8
FEW = 4  # filled cells, of which all but the ordinal may be blanks
_LEAST_CELLS = 2  # an ordinal and a text may be a section, too
_MANY = 4  # filled cells that make a row data whatever its words
_TOTAL_STARTS = tuple(
    unicodedata.normalize(form, word)
    for form in ("NFC", "NFD")
    for word in ("tổng", "cộng", "toàn", "tong", "cong", "toan")
)


class _Part(Enum):
    DATA = auto()
    HEADER = auto()
    SECTION = auto()
    TOTAL = auto()
    FOOTER = auto()
    TITLE = auto()  # printed again on a new page
    SPARE = auto()  # a form's number that nobody was written beside


@dataclass(slots=True)
class RawTable:
    """One table as found. `rows[i]` stands in row `numbers[i]` of the sheet.

    `sections` are (position in rows, column, value): from that row on the section says so. `structure`
    counts titles, header, column numbers, sections, totals and footers: with `rows` it is every row.
    `others` are those rows with their numbers, as they stand; the header begins in row `first_header_row`.
    """

    sheet: str
    part: int
    titles: list[str]
    header_row: int
    first_header_row: int
    headings: list[Heading]
    rows: Selection
    numbers: array[int] = field(default_factory=lambda: array("i"))
    few: array[int] = field(default_factory=lambda: array("i"))
    sections: list[tuple[int, str, str]] = field(default_factory=list)
    structure: int = 0
    others: list[tuple[int, list[Cell]]] = field(default_factory=list)
    _distinct: dict[int, set[Cell]] = field(default_factory=dict)

    def add(self, numbers: Sequence[int], places: range, rows: list[list[Cell]]) -> None:
        """Take rows of the sheet into the table; `numbers` are those of all its rows."""
        start = len(self.rows)
        self.few.extend(at for at, row in enumerate(rows, start) if len(row) - row.count("") <= FEW)
        self.numbers.extend(numbers[places.start : places.stop])
        self.rows.add(places)

    def cut(self, length: int) -> None:
        """Keep only the first rows."""
        self.rows.cut(length)
        del self.numbers[length:], self.few[bisect_left(self.few, length) :]

    def sections_over(self, place: int) -> list[str]:
        """What the sections above a row say, the outer ones first; a commune ends the hamlet before it."""
        return SectionsAbove(self.sections).at(place)

    def distinct(self, position: int) -> set[Cell]:
        """The cells of a column, each once."""
        if position not in self._distinct:
            parts = (batch.column(position) for batch in self.rows.batches())
            self._distinct[position] = set().union(*parts)
        return self._distinct[position]


class SectionsAbove:
    """What the sections above rows say (see `RawTable.sections_over`), asked for in their order."""

    def __init__(self, sections: list[tuple[int, str, str]]) -> None:
        self._sections = sections
        self._next = 0
        self._said: dict[str, tuple[int, str]] = {}

    def at(self, place: int) -> list[str]:
        while self._next < len(self._sections) and self._sections[self._next][0] <= place:
            start, column, text = self._sections[self._next]
            for ended in (*ENDS.get(column, ()), column):
                if ended == column or self._said.get(ended, (start, ""))[0] < start:
                    self._said.pop(ended, None)
            self._said[column] = start, text
            self._next += 1
        return [text for _start, text in self._said.values()]


def find_tables(sheet: Sheet) -> list[RawTable]:
    """The tables of a sheet from top to bottom; none where no row looks like a header."""
    tables: list[RawTable] = []
    start, header = 0, find_header(sheet)
    while header:
        table = RawTable(
            sheet=sheet.name,
            part=len(tables) + 1,
            titles=[text for row in sheet.rows[start : header.first] for text in map(text_of, row) if text],
            header_row=sheet.numbers[header.last],
            first_header_row=sheet.numbers[header.first],
            headings=header.headings,
            rows=Selection(sheet.rows),
            others=[(sheet.numbers[place], sheet.rows[place]) for place in range(start, header.last + 1)],
        )
        table.sections = _sections_in(table.titles[-_TITLES_BELOW:])
        end, following = _read_rows(sheet, header, table)
        table.structure = end - start - len(table.rows)
        tables.append(table)
        start, header = end, header_at(sheet, end, following) if following else None
    return tables


def _sections_in(titles: list[str]) -> list[tuple[int, str, str]]:
    """The section that begins above the header, “Hộ số 1: A Thui”, as others do between the rows."""
    found = ((0, *meaning) for text in titles for meaning in section_meanings(text))
    return [section for section in found if section[1] in _ABOVE_HEADER]


def _read_rows(sheet: Sheet, header: Header, table: RawTable) -> tuple[int, int | None]:
    """Put the rows below the header into the table; where the next table's titles and its header begin."""
    rows = _Rows(sheet, header, table.titles)
    body_end, footing, tail = header.last + 1, False, _Tail(rows)
    for first, some in sheet.rows.pieces(header.last + 1):
        plain = rows.plainly_data(some)
        at = 0
        while at < len(some):
            if plain[at]:
                end = plain.index(False, at)
                table.add(sheet.numbers, range(first + at, first + end), some[at:end])
                tail.reset(sure=end - at)
                body_end, footing, at = first + end, False, end
                continue
            place, row = first + at, some[at]
            part = rows.part_of(row, footing)
            if part is _Part.HEADER and not rows.is_repeated(row, sheet.rows[body_end:place]):
                tail.take_off(table)
                _give_back(table, sheet.numbers[body_end])
                return body_end, place
            if part is _Part.DATA:
                table.add(sheet.numbers, range(place, place + 1), [row])
            else:
                table.others.append((sheet.numbers[place], row))
            if part is _Part.SECTION:
                _note_section(table, row)
            tail.see(table, row, part, after_gap=sheet.numbers[place] > sheet.numbers[place - 1] + 1)
            footing = part is _Part.FOOTER or (footing and part is not _Part.DATA)
            if not rows.may_be_title(row, part):
                body_end = place + 1
            at += 1
    tail.take_off(table)
    return len(sheet.rows), None


def _give_back(table: RawTable, first: int) -> None:
    """Take out what stands in the row `first` and below: it is the title of the next table."""
    kept = bisect_left(table.numbers, first)
    table.cut(kept)
    table.others = [other for other in table.others if other[0] < first]
    table.sections = [section for section in table.sections if section[0] < kept]


def is_lone(row: list[Cell]) -> bool:
    """Whether a row holds a single cell."""
    return sum(1 for cell in row if not is_blank([cell])) == 1


def _note_section(table: RawTable, row: list[Cell]) -> None:
    """What the row says of those below. A numbered one that says nothing known ends “II Giảm” before it."""
    meanings = [meaning for cell in row for meaning in section_meanings(text_of(cell))]
    if not meanings and any(is_main_section(text_of(cell)) for cell in row):
        meanings = [("direction", "")] if any(one[1] == "direction" for one in table.sections) else []
    table.sections += [(len(table.rows), *meaning) for meaning in meanings]


def _tells_of_someone(row: list[Cell]) -> bool:
    """Whether a cell says a sex or how someone is related, as no signature block does."""
    return any(text_of(cell).lower() in _OF_SOMEONE for cell in row)


class _Tail:
    """Rows behind the last one that is surely someone's: words of a signature block that are not known.

    They stand apart from the table, below blank rows, totals or other footers, and hold few cells. Only
    where the table's rows have ordinals can they be told.
    """

    def __init__(self, rows: "_Rows") -> None:
        self._rows = rows
        self._first: int | None = None
        self._apart = False
        self._sure = 0  # rows of the table that are surely someone's

    def reset(self, *, sure: int) -> None:
        """So many rows that are surely someone's were put into the table."""
        self._first, self._apart = None, False
        self._sure += sure

    def see(self, table: RawTable, row: list[Cell], part: _Part, *, after_gap: bool) -> None:
        """Note a row that was just put into the table or beside it."""
        self._apart = self._apart or after_gap or part in (_Part.TOTAL, _Part.FOOTER)
        if part is not _Part.DATA:
            return
        is_sure = self._rows.is_sure(row)
        if is_sure or len(row) - row.count("") >= _MANY or _tells_of_someone(row):
            self.reset(sure=int(is_sure))
        elif self._apart and self._first is None:
            self._first = len(table.rows) - 1

    def take_off(self, table: RawTable) -> None:
        first = self._first
        if first is None or self._rows.ordinal is None or self._sure < _MOSTLY * max(first, 1):
            return
        table.others += zip(table.numbers[first:], table.rows[first:], strict=True)
        table.others.sort(key=itemgetter(0))
        table.cut(first)


class _Rows:
    """Tells data rows from the rest by the columns that the headings seem to mean."""

    def __init__(self, sheet: Sheet, header: Header, titles: list[str]) -> None:
        self.titles = frozenset(titles)
        meant = assign(header.headings, vocabulary().keys(), lambda _column, _position: 0)
        self.ordinal = meant.get("ordinal")
        self.of = next((name for name in _KEYS if name in meant), None)
        self.key = meant[self.of] if self.of else None
        self.of_employers = "employer" in meant and "name" not in meant
        of_people = bool(_OF_PEOPLE & meant.keys())
        self.identifying = [
            meant[name] for name in _IDENTIFYING if name in meant and (of_people or name not in _SEXES)
        ]
        self.own = [sheet.rows[place] for place in range(header.first, header.last + 1)]
        below = [sheet.rows[header.last + 1]] if sheet.rows.has(header.last + 1) else []
        self.numbered = [row for row in (*self.own, *below) if is_number_row(row)]
        self.usual = max(map(headings_in, self.own))

    def plainly_data(self, rows: list[list[Cell]]) -> list[bool]:
        """The quick answer for most rows: a key that is no total, and an ordinal or an identifying value.

        One more, which is false, stands behind that of the last row.
        """
        if self.key is None:
            return [False] * (len(rows) + 1)
        place, is_data = self.key, self._has_ordinal if self.ordinal is not None else self._is_identified
        return [
            *[
                len(row) - row.count("") > _LEAST_CELLS and _may_be_key(row[place]) and is_data(row)
                for row in rows
            ],
            False,
        ]

    def _has_ordinal(self, row: list[Cell]) -> bool:
        return self.ordinal is not None and _is_ordinal(row[self.ordinal])

    def is_sure(self, row: list[Cell]) -> bool:
        """Whether a row has an ordinal or an identifying value."""
        return self._is_identified(row) or (self.ordinal is not None and _is_ordinal(row[self.ordinal]))

    def part_of(self, row: list[Cell], footing: bool) -> _Part:
        texts = [text for text in map(text_of, row) if text]
        words = (text for text in texts if not is_section_number(text) and not is_value(text))
        label = next(words, "")
        if row in self.numbered or row in self.own or self._is_header(row):
            return _Part.HEADER
        identified = self._is_identified(row)
        if not identified and (is_total(label) or is_page_mark(label) or self._is_of_level(row, label)):
            return _Part.TOTAL
        if texts and len(texts) == len(row) - row.count("") and self.titles.issuperset(texts):
            return _Part.TITLE
        if self._is_spare(row):
            return _Part.SPARE
        numbered = self.ordinal is not None and _is_ordinal(row[self.ordinal])
        if identified or (numbered and not self._is_numbered_section(row, label)):
            return _Part.DATA
        if self._is_section(row, label):
            return _Part.SECTION
        filled = sum(1 for cell in row if cell != "")
        if filled < _MANY and (footing or self._begins_footer(row, texts)):
            return _Part.FOOTER
        return _Part.DATA

    def _is_of_level(self, row: list[Cell], label: str) -> bool:
        """Whether the row sums up the schools of a level, without an ordinal of its own."""
        numbered = self.ordinal is not None and _is_ordinal(row[self.ordinal])
        return self.of == "school" and not numbered and is_school_level(label)

    def _is_spare(self, row: list[Cell]) -> bool:
        """Whether the row holds its ordinal and nothing else."""
        return self.ordinal is not None and _is_ordinal(row[self.ordinal]) and len(row) - row.count("") == 1

    def _begins_footer(self, row: list[Cell], texts: list[str]) -> bool:
        """Words of a footer, in the key column too unless that is empty."""
        key = text_of(row[self.key]) if self.key is not None else ""
        return any(map(is_footer, texts)) and (not key or is_footer(key))

    def _is_header(self, row: list[Cell]) -> bool:
        key = text_of(row[self.key]) if self.key is not None else ""
        return (not key or is_heading(key)) and looks_like_header(row) and 2 * headings_in(row) > self.usual

    def _is_section(self, row: list[Cell], label: str) -> bool:
        """One text, numbered or with words of a section; next to it at most its number and counts.

        Employers have names such as “Trường THCS Đăk Kôi” with amounts beside them: there counts do not do.
        Nor do they where each row is of such a place, a hamlet of a count of people, or a part of a form.
        """
        others = [cell for cell in row if cell != "" and text_of(cell) != label]
        if not label or not all(is_value(cell) or is_section_number(text_of(cell)) for cell in others):
            return False
        columns = [column for column, _value in section_meanings(label)]
        counted = any(map(is_value, others)) and any(map(self._is_row_of, columns))
        if columns and (not counted or self._is_apart(row, columns)):
            return True
        numbered = is_numbered(label) or any(is_section_number(text_of(cell)) for cell in others)
        return numbered and len(others) <= 1

    def _is_apart(self, row: list[Cell], columns: list[str]) -> bool:
        """Whether a place has another number than employers: `I | Xã Đăk Kôi` with the sums of its own."""
        number = text_of(row[self.ordinal]) if self.ordinal is not None else ""
        return self.of_employers and is_section_number(number) and _PLACES.issuperset(columns)

    def _is_numbered_section(self, row: list[Cell], label: str) -> bool:
        """Nothing but words of a section beside an ordinal: `1 | Lớp 6A` above the pupils of the class."""
        columns = [column for column, _value in section_meanings(label)]
        return len(row) - row.count("") == 2 and bool(columns) and not any(map(self._is_row_of, columns))

    def _is_row_of(self, meaning: str) -> bool:
        return meaning == self.of or meaning == "part" or (self.of_employers and meaning != "category")

    def is_repeated(self, row: list[Cell], before: list[list[Cell]]) -> bool:
        """A header printed again on a new page, below no titles but the table's own; a row of numbers."""
        others = {text for line in before for text in map(text_of, line) if text} - self.titles
        other_titles = any(is_title(text) and not section_meanings(text) for text in others)
        return row in self.numbered or (row in self.own and not other_titles)

    def may_be_title(self, row: list[Cell], part: _Part) -> bool:
        """Whether the row would belong to the next table if a header followed."""
        if part is _Part.DATA:
            return is_lone(row)
        footer_words = any(is_footer(text) for text in map(text_of, row) if text)
        return part in (_Part.SECTION, _Part.TITLE) or (part is _Part.FOOTER and not footer_words)

    def _is_identified(self, row: list[Cell]) -> bool:
        return any(_identifies(row[column]) for column in self.identifying)


def _may_be_key(cell: Cell) -> bool:
    """Whether it is a text and no total."""
    if not isinstance(cell, str) or not cell[:1].isalpha():
        return False
    return cell[0] not in "TtCc" or not cell.lower().startswith(_TOTAL_STARTS)


def _is_ordinal(cell: Cell) -> bool:
    return cell.strip().rstrip(".").isdigit() if isinstance(cell, str) else isinstance(cell, int | float)


def _identifies(cell: Cell) -> bool:
    """A value, a mark or a code rather than words or a count that stand in the column by chance."""
    if isinstance(cell, int | float):
        return cell >= _LEAST_YEAR
    if not isinstance(cell, str):
        return True
    text = cell.strip()
    if text.isalnum() and len(text) >= _SHORTEST_CODE:
        return True
    return text in ("x", "X") or (is_value(text) and sum(map(str.isdigit, text)) >= _DIGITS_OF_YEAR)
