"""Finding the header of a table: one to six rows of headings, merged or not, below titles of any kind."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from baophu.base.text import tidy
from baophu.lists.header_cells import HeaderCells
from baophu.lists.headings import Heading, is_heading, is_like_heading
from baophu.lists.titles import is_title
from baophu.lists.workbook import Cell, Sheet

MAX_HEADER_ROWS = 6
SEARCHED_ROWS = 60
_ENOUGH_HEADINGS = 2
_ENOUGH_LIKE_HEADINGS = 3
_TECHNICAL_NAMES = 3
_NEARLY_ALL = 0.8
_BELOW_A_BLANK = 2
_MOST_KNOWN = 0.6
_VALUE = re.compile(r"[\d\s./,:+\-()']*\d[\d\s./,:+\-()']*")
_WORD = re.compile(r"[A-Za-z]\w*", re.ASCII)
_FIELD = re.compile(r"[A-Za-z]+(?:_[A-Za-z]\w*|(?<=[a-z])[A-Z]\w*)", re.ASCII)
_ENOUGH_FIELDS = 2
_COLUMN_NUMBER = re.compile(r"(?:cột )?[(\[]*([a-z]|\d{1,2})(?:\.\d|[a-z])?[)\]]*(\s*=.*)?", re.IGNORECASE)


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
    return known >= _ENOUGH_HEADINGS and _values_in(row) <= known / 2


def _values_in(row: list[Cell]) -> int:
    return sum(1 for cell in row if cell != "" and is_value(cell))


def _resembles_header(row: list[Cell]) -> bool:
    """Three texts or more, most of which resemble a heading, and no value."""
    texts = {text for text in map(text_of, row) if text}
    like = sum(1 for text in texts if is_like_heading(text))
    return like >= max(_ENOUGH_LIKE_HEADINGS, _MOST_KNOWN * len(texts)) and not _values_in(row)


def is_value(cell: Cell) -> bool:
    return not isinstance(cell, str) or bool(_VALUE.fullmatch(cell))


def is_number_row(row: list[Cell]) -> bool:
    """The row of column numbers below a header: (1) (2) (3), A B C 1 2, 4=5+6.

    Its numbers count on from one or two, its letters from A; a row of counts does not. Numbers in brackets,
    those of a form's fields, begin anywhere and leave some out.
    """
    cells = [str(cell).strip().removesuffix(".0") for cell in row if cell != ""]
    found = [_COLUMN_NUMBER.fullmatch(cell) for cell in cells]
    of_fields = all(cell.startswith(("(", "[")) for cell in cells)
    signs = [sign[1] for sign in found if sign]
    numbers = [int(sign) for sign in signs if sign.isdigit()]
    return (
        len(signs) == len(found)
        and len(found) > 1
        and 2 * len(found) > len(row)
        and numbers == sorted(numbers)
        and (of_fields or all(number <= len(row) + 2 for number in numbers))
        and (of_fields or not numbers or numbers[0] <= 2)
        and len(set(signs)) >= _NEARLY_ALL * len(signs)
    )


def find_header(sheet: Sheet) -> Header | None:
    """The header of the first table, which stands among the first rows."""
    top = list(enumerate(sheet.rows[:SEARCHED_ROWS]))
    known = {place: headings_in(row) for place, row in top if looks_like_header(row)}
    if known:
        most = max(known.values())
        return header_at(sheet, 0, next(place for place, count in known.items() if 2 * count >= most))
    like = next((place for place, row in top if _resembles_header(row)), None)
    return None if like is None else header_at(sheet, 0, like)


def header_at(sheet: Sheet, start: int, main: int) -> Header:
    """The header of which `main` is a row, with its rows above (not before `start`) and below."""
    first = main
    while first > start and main - first + 1 < MAX_HEADER_ROWS and _is_parent_row(sheet, first - 1, main):
        first -= 1
    ends = range(_end(sheet, first) - 1, main, -1)
    last = next((last for last in ends if _ends(sheet, first, main, last)), main)
    return Header(first, last, _cells(sheet, first, last).headings())


def _end(sheet: Sheet, first: int) -> int:
    """Behind the last row that may still be of the header: they follow each other on the sheet.

    A row of headings, technical names for instance, may follow below a blank one.
    """
    end = first + 1
    while sheet.rows.has(end) and end < first + MAX_HEADER_ROWS:
        step = sheet.numbers[end] - sheet.numbers[end - 1]
        if step > 1 and not (step == _BELOW_A_BLANK and looks_like_header(sheet.rows[end])):
            break
        end += 1
    return end


def _cells(sheet: Sheet, first: int, last: int) -> HeaderCells:
    """The rows `first` to `last` without those of column numbers."""
    places = [place for place in range(first, last + 1) if not is_number_row(sheet.rows[place])]
    rows = [list(map(text_of, sheet.rows[place])) for place in places]
    return HeaderCells(rows, [sheet.numbers[place] for place in places], sheet.merges)


def _is_parent_row(sheet: Sheet, place: int, main: int) -> bool:
    """Whether the row stands above the header's as the upper part of some headings."""
    row, below = sheet.rows[place], sheet.rows[place + 1]
    if sheet.numbers[place] + 1 != sheet.numbers[place + 1] or _values_in(row):
        return False
    texts = [text for text in map(text_of, row) if text]
    cells = _cells(sheet, place, main)
    widest, leftmost = cells.widest(0), next((column for column, cell in enumerate(below) if cell != ""), 0)
    if any(map(is_title, texts)) or (cells.covers(0, leftmost, widest=2) and cells.groups(0) == 1):
        return False
    if len(texts) == 1 and not is_heading(texts[0]) and not cells.is_merged(0):
        # A title right above the header.
        return False
    used = sum(1 for cell in below if cell != "")
    return 1 < widest <= _NEARLY_ALL * used or (headings_in(row) > 0 and len(texts) > 1)


def _is_technical(row: list[Cell]) -> bool:
    """Known headings below the headings, or names of fields in a program: HoTen, MaSoBhxh, Cmnd."""
    texts = [text for text in map(text_of, row) if text]
    if headings_in(row) >= max(_TECHNICAL_NAMES, _MOST_KNOWN * len(texts)):
        return True
    fields = sum(1 for text in texts if _FIELD.fullmatch(text))
    known = sum(1 for text in texts if is_heading(text) and not _FIELD.fullmatch(text))
    return fields > 0 and fields + known >= _ENOUGH_FIELDS and all(map(_WORD.fullmatch, texts))


def _ends(sheet: Sheet, first: int, main: int, last: int) -> bool:
    """Whether the header that begins with `first` ends with `last`, the rows between being parts of it."""
    between = [place for place in range(main + 1, last + 1) if not is_number_row(sheet.rows[place])]
    if not between or between[-1] != last or any(_values_in(sheet.rows[place]) for place in between):
        return False
    if sheet.rows[last] == sheet.rows[main]:
        # The header once more, below a section without rows.
        return False
    if _is_technical(sheet.rows[last]):
        return True
    return between == list(range(main + 1, last + 1)) and _cells(sheet, first, last).leads_down(main - first)
