"""Columns of cells into typed columns. Each distinct cell is read once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pyarrow as pa

from baophu.base.text import fold
from baophu.law.groups import recognise_group
from baophu.lists.cleaning.dates import LATEST, YEARS_AHEAD, Day, read_day
from baophu.lists.cleaning.day_order import AS_THEY_STAND, Orders, orders_of, put_right
from baophu.lists.cleaning.fonts import Mended, in_unicode
from baophu.lists.cleaning.identifiers import (
    read_card,
    read_code,
    read_insurance_number,
    read_national_id,
    read_phone,
)
from baophu.lists.cleaning.numbers import read_whole_number
from baophu.lists.cleaning.outcomes import read_outcome
from baophu.lists.cleaning.words import (
    read_direction,
    read_mark,
    read_method,
    read_name,
    read_residence,
    read_scheme,
    read_sex,
    read_text,
    read_yes_no,
)
from baophu.lists.kinds.declare import Type
from baophu.lists.places import Places
from baophu.lists.workbook import SERIALS_FROM_1900, Cell

type Reading = tuple[Any, str]  # the value or None, and the code of a doubt or ""

_DAYS = (Type.BIRTH, Type.DATE, Type.LAST_DATE)
_TEXTS = (Type.NAME, Type.TEXT)
_DATE_KINDS = (str, date, datetime)
_LARGEST_COUNT = 2**31 - 1
_NOTHING: Reading = (None, "")
_MOSTLY_DISTINCT = 0.8  # remembering what was read would cost more than reading again
_OLDEST = 120
_STAND_INS, _STAND_IN_SHARE = 5, 0.1  # so many births on 1 January, and so large a part, are no chance
_NO_END = frozenset(("nay", "den nay", "hien nay", "hien tai", "dai han", "khong thoi han", "khong xac dinh"))


@dataclass(frozen=True, slots=True)
class Context:
    """What reading a cell may depend on: the list's day, the places of the home, the workbook's calendar.

    `serials` is the day whose number is 0, `unit` what the amounts of the column count in (1,000,000 for
    “ĐVT: triệu đồng”).
    """

    on: date
    places: Places
    serials: date = SERIALS_FROM_1900
    unit: int = 1


def arrow_type(type_: Type) -> pa.DataType:
    if type_ in _DAYS:
        return pa.date32()
    if type_ is Type.MONEY:
        return pa.int64()
    return pa.int32() if type_ in (Type.COUNT, Type.METHOD) else pa.string()


def reader(type_: Type, context: Context) -> Callable[[Cell], Reading]:
    """The reader of one cell of a type."""
    return {
        Type.NAME: read_name,
        Type.TEXT: read_text,
        Type.CODE: read_code,
        Type.BIRTH: lambda cell: _birth(read_birth(cell, context)),
        Type.DATE: lambda cell: _first(_read_date(cell, context)),
        Type.LAST_DATE: lambda cell: _last(cell, context),
        Type.SEX: read_sex,
        Type.MARK: read_mark,
        Type.NATIONAL_ID: read_national_id,
        Type.INSURANCE_NUMBER: lambda cell: read_insurance_number(cell, context.on),
        Type.CARD: read_card,
        Type.PHONE: read_phone,
        Type.COUNT: _count,
        Type.MONEY: lambda cell: read_whole_number(cell, context.unit),
        Type.RESIDENCE: read_residence,
        Type.GROUP: _group,
        Type.SCHEME: read_scheme,
        Type.METHOD: read_method,
        Type.YES_NO: read_yes_no,
        Type.DIRECTION: read_direction,
        Type.OUTCOME: read_outcome,
        Type.PLACE: lambda cell: _province(cell, context),
    }[type_]


def read_birth(cell: Cell, context: Context) -> Day:
    """A day of birth. Who would be older than anyone is kept, with a doubt."""
    day = read_day(cell, context.on, serials=context.serials)
    oldest = context.on.year - _OLDEST
    if day.first is not None and day.first.year < oldest < LATEST:
        return Day(day.first, day.precision, day.doubt or "too_old")
    return day


def _birth(day: Day) -> Reading:
    return (day.first, day.precision) if day.first else None, day.doubt


def _read_date(cell: Cell, context: Context) -> Day:
    return read_day(cell, context.on, ahead=YEARS_AHEAD, serials=context.serials)


def _first(day: Day) -> Reading:
    return day.first, day.doubt


def _last(cell: Cell, context: Context) -> Reading:
    day = _read_date(cell, context)
    if day.doubt == "unreadable_date" and isinstance(cell, str) and fold(cell) in _NO_END:
        return _NOTHING
    return day.last(), day.doubt


def _count(cell: Cell) -> Reading:
    number, doubt = read_whole_number(cell)
    return (number, doubt) if abs(number or 0) <= _LARGEST_COUNT else (None, "unreadable_number")


def _group(cell: Cell) -> Reading:
    text, _doubt = read_text(cell)
    code = recognise_group(text) if text else None
    return code, "" if code else "unknown_word"


def _province(cell: Cell, context: Context) -> Reading:
    text, _doubt = read_text(cell)
    if text and text.isdecimal():
        text = text.zfill(2)
    code = context.places.province(text, context.on) if text else None
    return code, "" if code else "unknown_place"


def read_column(cells: list[Cell], type_: Type, context: Context) -> tuple[list[Any], dict[int, str]]:
    """The values of a column, None for blanks and for what cannot be read, and the doubts by position."""
    if type_ in _TEXTS:
        return _read_each(cells, reader(type_, context), texts=True)
    if type_ not in _DAYS:
        return _read_each(cells, reader(type_, context))
    values, doubts = _read_days(cells, reader(type_, context))
    if type_ is Type.BIRTH:
        _take_stand_ins(values, doubts)
    return values, doubts


def _read_days(cells: list[Cell], read: Callable[[Cell], Reading]) -> tuple[list[Any], dict[int, str]]:
    values, doubts = _read_each(cells, read)
    orders = _orders(cells, doubts)
    if orders == AS_THEY_STAND:
        return values, doubts
    right = [put_right(cell, orders) for cell in cells]
    values, doubts = _read_each([cell for cell, _code in right], read)
    return values, doubts | {place: code for place, (_cell, code) in enumerate(right) if code}


def _orders(cells: list[Cell], doubts: dict[int, str]) -> Orders:
    """Asked only where real dates and texts stand side by side, or a month above 12 was met."""
    mixed = len({str if kind is str else date for kind in set(map(type, cells)) if kind in _DATE_KINDS}) > 1
    if mixed or "day_month_swapped" in doubts.values():
        return orders_of(set(cells))
    return AS_THEY_STAND


def _take_stand_ins(values: list[Any], doubts: dict[int, str]) -> None:
    """Where many are born on 1 January only their years are known; in place."""
    days = [
        place
        for place, birth in enumerate(values)
        if birth is not None and birth[0].day == 1 and birth[0].month == 1 and birth[1] == "day"
    ]
    if len(days) < _STAND_INS or len(days) < _STAND_IN_SHARE * len(values):
        return
    for place in days:
        values[place] = (values[place][0], "year")
        doubts.setdefault(place, "first_of_january")


def _read_each(
    cells: list[Cell], read: Callable[[Cell], Reading], *, texts: bool = False
) -> tuple[list[Any], dict[int, str]]:
    distinct = set(cells)
    if texts and (old := in_unicode(distinct)):
        read = _reader_of_old(read, old)
    if len(distinct) > _MOSTLY_DISTINCT * len(cells):
        readings = [_NOTHING if _is_blank(cell) else read(cell) for cell in cells]
    else:
        known = {cell: _NOTHING if _is_blank(cell) else read(cell) for cell in distinct}
        readings = [known[cell] for cell in cells]
    doubts = {place: doubt for place, (_value, doubt) in enumerate(readings) if doubt}
    return [value for value, _doubt in readings], doubts


def _reader_of_old(read: Callable[[Cell], Reading], old: Mended) -> Callable[[Cell], Reading]:
    """Reads what the cells of old fonts became."""

    def read_mended(cell: Cell) -> Reading:
        if cell not in old:
            return read(cell)
        text, doubtful = old[cell]
        value, doubt = read(text)
        return value, doubt or ("old_font" if doubtful else "")

    return read_mended


def _is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.strip()
