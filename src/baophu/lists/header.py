"""Finding the header of a table: one to four rows of headings, merged or not, below titles of any kind."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from baophu.base.text import tidy
from baophu.lists.headings import Heading, is_heading
from baophu.lists.workbook import Cell, Sheet

MAX_HEADER_ROWS = 4
SEARCHED_ROWS = 60
_ENOUGH_HEADINGS = 2
_TECHNICAL_NAMES = 3
_NEARLY_ALL = 0.8
_VALUE = re.compile(r"[\d\s./,:+\-()']*\d[\d\s./,:+\-()']*")
_COLUMN_NUMBER = re.compile(r"\(?\[?([a-z]{1,2}|\d{1,2}(\.\d)?)\]?\)?(\s*=.*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """Rows `first` to `last` (positions in the sheet's rows) and the heading of each column."""

    first: int
    last: int
    headings: list[Heading]


def text_of(cell: Cell) -> str:
    return tidy(cell) if isinstance(cell, str) else ""


def headings_in(row: Iterable[Cell]) -> int:
    """How many different known headings the row holds."""
    return len({cell for cell in row if isinstance(cell, str) and cell and is_heading(cell)})


def looks_like_header(row: list[Cell]) -> bool:
    """At least two known headings, and fewer values than half of them."""
    known = headings_in(row)
    values = sum(1 for cell in row if cell != "" and is_value(cell))
    return known >= _ENOUGH_HEADINGS and values <= known / 2


def is_value(cell: Cell) -> bool:
    return not isinstance(cell, str) or bool(_VALUE.fullmatch(cell))


def is_number_row(row: list[Cell]) -> bool:
    """The row of column numbers below a header: (1) (2) (3), A B C 1 2, 4=5+6."""
    cells = [str(cell).strip() for cell in row if cell != ""]
    numbers = [cell.removesuffix(".0") for cell in cells]
    return (
        len(numbers) > 1
        and all(_COLUMN_NUMBER.fullmatch(number) for number in numbers)
        and len(set(numbers)) == len(numbers)
        and 2 * len(numbers) > len(row)
    )


def find_header(sheet: Sheet) -> Header | None:
    """The header of the first table, which stands among the first rows."""
    top = enumerate(sheet.rows[:SEARCHED_ROWS])
    known = {place: headings_in(row) for place, row in top if looks_like_header(row)}
    if not known:
        return None
    most = max(known.values())
    main = next(place for place, count in known.items() if 2 * count >= most)
    return header_at(sheet, 0, main)


def header_at(sheet: Sheet, start: int, main: int) -> Header:
    """The header of which `main` is a row, with its rows above (not before `start`) and below."""
    groups = _Groups(sheet, main)
    first = last = main
    while first > start and last - first + 1 < MAX_HEADER_ROWS and groups.is_parent_row(first - 1):
        first -= 1
    while (
        last + 1 < len(sheet.rows)
        and last - first + 1 < MAX_HEADER_ROWS
        and groups.is_child_row(first, last + 1)
    ):
        last += 1
    return Header(first, last, groups.headings(first, last))


class _Groups:
    """Which header cells stand above several columns, by merging or by blanks to their right."""

    def __init__(self, sheet: Sheet, main: int) -> None:
        self.sheet = sheet
        near = range(sheet.numbers[main] - MAX_HEADER_ROWS, sheet.numbers[main] + MAX_HEADER_ROWS + 1)
        self.merges = [merge for merge in sheet.merges if merge[0] in near and merge[3] > merge[1]]

    def spans(self, place: int) -> dict[int, int]:
        """Column → the column of the cell that covers it in that row, merged or by blanks to the right."""
        row, number = self.sheet.rows[place], self.sheet.numbers[place]
        covering = {column: column for column, cell in enumerate(row) if cell != ""}
        for top, left, bottom, right in self.merges:
            if top <= number <= bottom:
                covering |= dict.fromkeys(range(left, right + 1), left)
        return covering | self._unmerged(place, covering)

    def _unmerged(self, place: int, covering: dict[int, int]) -> dict[int, int]:
        """Blanks to the right of a text belong to it where the row below has headings under both."""
        if (
            place + 1 >= len(self.sheet.rows)
            or self.sheet.numbers[place + 1] != self.sheet.numbers[place] + 1
        ):
            return {}
        below = self.sheet.rows[place + 1]
        known = [isinstance(cell, str) and cell != "" and not is_value(cell) for cell in below]
        covered: dict[int, int] = {}
        for column in range(1, len(below)):
            left = covered.get(column - 1, covering.get(column - 1))
            if column not in covering and left is not None and known[column] and known[column - 1]:
                covered[column] = left
        return covered

    def grouped(self, place: int) -> set[int]:
        """Columns that share a header cell with a neighbour."""
        spans = self.spans(place)
        return {column for column, left in spans.items() if list(spans.values()).count(left) > 1}

    def is_parent_row(self, place: int) -> bool:
        sheet = self.sheet
        row = sheet.rows[place]
        if sheet.numbers[place] + 1 != sheet.numbers[place + 1] or any(c != "" and is_value(c) for c in row):
            return False
        texts = [text for text in map(text_of, row) if text]
        if len(texts) == 1 and not is_heading(texts[0]):
            # A title right above the header.
            return False
        used = sum(1 for cell in sheet.rows[place + 1] if cell != "")
        spans = list(self.spans(place).values())
        widest = max(map(spans.count, spans), default=0)
        return 1 < widest <= _NEARLY_ALL * used or (headings_in(row) > 0 and len(spans) > 1)

    def is_child_row(self, first: int, place: int) -> bool:
        row = self.sheet.rows[place]
        if any(cell != "" and is_value(cell) for cell in row):
            return False
        if headings_in(row) >= max(_TECHNICAL_NAMES, 0.6 * sum(1 for cell in row if cell != "")):
            return True
        above = self.headings(first, place - 1)
        grouped = self.grouped(place - 1)
        return all(
            column in grouped or is_heading(" ".join((*above[column], text_of(cell))))
            for column, cell in enumerate(row)
            if cell != ""
        )

    def headings(self, first: int, last: int) -> list[Heading]:
        width = len(self.sheet.rows[first])
        parts: list[list[str]] = [[] for _ in range(width)]
        for place in range(first, last + 1):
            spans = self.spans(place) if place < last or self._merged_in(place) else {}
            for column in range(width):
                text = text_of(self.sheet.rows[place][spans.get(column, column)])
                if text and (not parts[column] or parts[column][-1] != text):
                    parts[column].append(text)
        return [tuple(column) for column in parts]

    def _merged_in(self, place: int) -> bool:
        number = self.sheet.numbers[place]
        return any(top <= number <= bottom for top, _left, bottom, _right in self.merges)
