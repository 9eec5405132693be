"""Which part of a table a row is: data, a section, a total, a footer or a header once more."""

import unicodedata
from enum import Enum, auto

from baophu.lists.header import (
    Header,
    headings_in,
    is_number_row,
    is_value,
    looks_like_header,
    text_of,
)
from baophu.lists.headings import assign, is_heading, vocabulary
from baophu.lists.sections import (
    is_footer,
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
_OF_SOMEONE = frozenset(("nam", "nữ", "chủ hộ", "vợ", "chồng", "con", "cháu", "mẹ", "bố", "cha", "em"))
_PLACES = frozenset(("commune", "hamlet"))
_SEXES = ("male", "female")
_LEAST_YEAR, _DIGITS_OF_YEAR, _SHORTEST_CODE = 1000, 4, 10
_LEAST_CELLS = 2  # an ordinal and a text may be a section, too
MANY = 4  # filled cells that make a row data whatever its words
_TOTAL_STARTS = tuple(
    unicodedata.normalize(form, word)
    for form in ("NFC", "NFD")
    for word in ("tổng", "cộng", "toàn", "tong", "cong", "toan")
)


class Part(Enum):
    DATA = auto()
    HEADER = auto()
    SECTION = auto()
    TOTAL = auto()
    FOOTER = auto()
    TITLE = auto()  # printed again on a new page
    SPARE = auto()  # a form's number that nobody was written beside


def _is_lone(row: list[Cell]) -> bool:
    """Whether a row holds a single cell."""
    return sum(1 for cell in row if not is_blank([cell])) == 1


def tells_of_someone(row: list[Cell]) -> bool:
    """Whether a cell says a sex or how someone is related, as no signature block does."""
    return any(text_of(cell).lower() in _OF_SOMEONE for cell in row)


class Parts:
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

    def part_of(self, row: list[Cell], footing: bool) -> Part:
        texts = [text for text in map(text_of, row) if text]
        words = (text for text in texts if not is_section_number(text) and not is_value(text))
        label = next(words, "")
        if row in self.numbered or row in self.own or self._is_header(row):
            return Part.HEADER
        identified = self._is_identified(row)
        if not identified and (is_total(label) or is_page_mark(label) or self._is_of_level(row, label)):
            return Part.TOTAL
        if texts and len(texts) == len(row) - row.count("") and self.titles.issuperset(texts):
            return Part.TITLE
        if self._is_spare(row):
            return Part.SPARE
        numbered = self.ordinal is not None and _is_ordinal(row[self.ordinal])
        if identified or (numbered and not self._is_numbered_section(row, label)):
            return Part.DATA
        if self._is_section(row, label):
            return Part.SECTION
        filled = sum(1 for cell in row if cell != "")
        if filled < MANY and (footing or self._begins_footer(row, texts)):
            return Part.FOOTER
        return Part.DATA

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

    def may_be_title(self, row: list[Cell], part: Part) -> bool:
        """Whether the row would belong to the next table if a header followed."""
        if part is Part.DATA:
            return _is_lone(row)
        footer_words = any(is_footer(text) for text in map(text_of, row) if text)
        return part in (Part.SECTION, Part.TITLE) or (part is Part.FOOTER and not footer_words)

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
