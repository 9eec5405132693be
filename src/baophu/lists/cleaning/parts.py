"""Columns of cells into typed columns: read in parts, by what the whole column shows."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from baophu.base.ids import PROVINCES
from baophu.base.old_fonts import suspect
from baophu.lists.cleaning.columns import DAYS, NOTHING, Context, Reading, reader
from baophu.lists.cleaning.day_order import AS_THEY_STAND, Orders, orders_of, put_right
from baophu.lists.cleaning.fonts import Mended, in_unicode
from baophu.lists.kinds.declare import Type
from baophu.lists.workbook import Cell

_TEXTS = (Type.NAME, Type.TEXT)
_DATE_KINDS = (str, date, datetime)
_MOSTLY_DISTINCT = 0.8  # remembering what was read would cost more than reading again
_MOST_REMEMBERED = 1 << 16
_STAND_INS, _STAND_IN_SHARE = 5, 0.1  # so many births on 1 January, and so large a part, are no chance

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_LETTERS = "".join(
    sorted({unicodedata.normalize("NFC", letter + tone) for letter in "aăâeêioôơuưy" for tone in _TONES})
)
_SMALL, _LARGE = f"a-zđ{_LETTERS}", f"A-ZĐ{_LETTERS.upper()}"
_PROVINCES = "|".join(
    f"{tens}[{''.join(code[1] for code in codes)}]"
    for tens, codes in groupby(sorted(PROVINCES), itemgetter(0))
)
# Texts that a reader gives back as they are. Most cells of columns with many distinct ones are so.
PLAIN = {
    Type.NAME: re.compile(f"(?!Ông |Bà |Anh |Chị |Đồng )[{_LARGE}][{_SMALL}]*(?: [{_LARGE}][{_SMALL}]*)*"),
    Type.CODE: re.compile(r"[0-9]+|[A-Za-z][0-9A-Za-z]*"),
    Type.NATIONAL_ID: re.compile(f"0(?:{_PROVINCES})[0-9]{{3}}(?!000000)[0-9]{{6}}"),
    Type.INSURANCE_NUMBER: re.compile(r"[0-9]{5}(?!00000)[0-9]{5}"),
    Type.PHONE: re.compile(r"0[0-9]{9}"),
}


@dataclass(frozen=True, slots=True)
class Habits:
    """What the cells of a column show together.

    The orders of day and month; whether 1 January stands for the year alone; what those of an old font
    become.
    """

    orders: Orders = AS_THEY_STAND
    years_alone: bool = False
    old: Mended = field(default_factory=dict)


NO_HABITS = Habits()


def habits(type_: Type, context: Context, parts: Callable[[], Iterable[list[Cell]]]) -> Habits:
    """The habits of a column of this type; `parts` gives its cells, part by part, as often as it is asked."""
    if type_ in DAYS:
        cells: Counter[Cell] = Counter()
        for part in parts():
            cells.update(part)
        orders = _orders(type_, context, cells)
        return Habits(orders, type_ is Type.BIRTH and _are_years_alone(context, orders, cells))
    if type_ in _TEXTS and any(map(_holds_old_font, parts())):
        return Habits(old=in_unicode(set().union(*parts())))
    return NO_HABITS


def _holds_old_font(cells: list[Cell]) -> bool:
    return suspect("\n".join([cell for cell in set(cells) if isinstance(cell, str) and not cell.isascii()]))


def _orders(type_: Type, context: Context, cells: Counter[Cell]) -> Orders:
    """Asked only where real dates and texts stand side by side, or a month above 12 was met."""
    kinds = {str if kind is str else date for kind in set(map(type, cells)) if kind in _DATE_KINDS}
    read = reader(type_, context)
    if len(kinds) > 1 or any(read(cell)[1] == "day_month_swapped" for cell in cells):
        return orders_of(cells)
    return AS_THEY_STAND


def _are_years_alone(context: Context, orders: Orders, cells: Counter[Cell]) -> bool:
    """Where many are born on 1 January only their years are known."""
    read = _reader(Type.BIRTH, context, Habits(orders))
    days = sum(times for cell, times in cells.items() if _is_first_of_january(read(cell)[0]))
    return days >= max(_STAND_INS, _STAND_IN_SHARE * cells.total())


def _is_first_of_january(birth: tuple[date, str] | None) -> bool:
    return birth is not None and birth[0].day == 1 and birth[0].month == 1 and birth[1] == "day"


class ColumnReader:
    """Reads the parts of a column. What was read is remembered, but for a column of mostly distinct cells."""

    def __init__(self, type_: Type, context: Context, habits: Habits = NO_HABITS) -> None:
        self._read = _reader(type_, context, habits)
        self._plain = PLAIN[type_].fullmatch if type_ in PLAIN and not habits.old else None
        # All the days of a column are few, however many there are in one part.
        self._of_days = type_ in DAYS
        self._values: dict[Cell, Any] = {}
        self._doubts: dict[Cell, str] = {}

    def read(self, cells: list[Cell]) -> tuple[list[Any], dict[int, str]]:
        """The values of a part, None for blanks and for what cannot be read, and the doubts by position."""
        distinct = set(cells)
        if not self._of_days and len(distinct) > _MOSTLY_DISTINCT * len(cells):
            return self._read_each(cells, self._plain if set(map(type, cells)) == {str} else None)
        # True would be taken for 1.
        if not distinct.isdisjoint((True, False)) and bool in set(map(type, cells)):
            return self._read_each(cells, None)
        self._remember(distinct)
        values = [*map(self._values.__getitem__, cells)]
        if self._doubts.keys().isdisjoint(distinct):
            return values, {}
        doubts = {place: self._doubts[cell] for place, cell in enumerate(cells) if cell in self._doubts}
        return values, doubts

    def _read_each(
        self, cells: list[Cell], plain: Callable[[Any], object] | None
    ) -> tuple[list[Any], dict[int, str]]:
        values: list[Any] = [None] * len(cells)
        if plain:
            values = [cell if plain(cell) else None for cell in cells]
        doubts = {}
        for place in [place for place, value in enumerate(values) if value is None]:
            values[place], doubt = self._read(cells[place])
            if doubt:
                doubts[place] = doubt
        return values, doubts

    def _remember(self, cells: set[Cell]) -> None:
        if len(self._values) > _MOST_REMEMBERED:
            self._values, self._doubts = {}, {}
        for cell in cells.difference(self._values):
            self._values[cell], doubt = self._read(cell)
            if doubt:
                self._doubts[cell] = doubt


def read_column(cells: list[Cell], type_: Type, context: Context) -> tuple[list[Any], dict[int, str]]:
    """A whole column at once, as `ColumnReader.read`."""
    return ColumnReader(type_, context, habits(type_, context, lambda: [cells])).read(cells)


def _reader(type_: Type, context: Context, habits: Habits) -> Callable[[Cell], Reading]:
    """The reader of one cell, blank ones too, of a column that has these habits."""
    read = reader(type_, context)

    def read_cell(cell: Cell) -> Reading:
        return NOTHING if _is_blank(cell) else read(cell)

    def read_day(cell: Cell) -> Reading:
        if _is_blank(cell):
            return NOTHING
        right, code = put_right(cell, habits.orders) if habits.orders != AS_THEY_STAND else (cell, "")
        value, doubt = read(right)
        if habits.years_alone and _is_first_of_january(value):
            return (value[0], "year"), code or doubt or "first_of_january"
        return value, doubt if value is None else code or doubt

    def read_mended(cell: Cell) -> Reading:
        if cell not in habits.old:
            return read_cell(cell)
        text, doubtful = habits.old[cell]
        value, doubt = read(text)
        return value, doubt or ("old_font" if doubtful else "")

    if habits.old:
        return read_mended
    return read_cell if habits == NO_HABITS else read_day


def _is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.strip()
