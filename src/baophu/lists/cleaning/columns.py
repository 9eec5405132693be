"""What reads a cell of each type; whole columns are read by `parts`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from baophu.base.dates import month_end
from baophu.base.text import fold
from baophu.law.groups import recognise_group
from baophu.lists.cleaning.dates import LATEST, YEARS_AHEAD, Day, read_day
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

DAYS = (Type.BIRTH, Type.DATE, Type.LAST_DATE)
_LARGEST_COUNT = 2**31 - 1
NOTHING: Reading = (None, "")
_OLDEST = 120
_ONE_GROUP = 1000
_NO_END = frozenset(("nay", "den nay", "hien nay", "hien tai", "dai han", "khong thoi han", "khong xac dinh"))


@dataclass(frozen=True, slots=True)
class Context:
    """What reading a cell may depend on: the list's day, the places of the home, the workbook's calendar.

    `serials` is the day whose number is 0, `unit` what the amounts of the column count in (1,000,000 for
    “ĐVT: triệu đồng”), `of_months` whether its days are months, which a spreadsheet makes their first day.
    """

    on: date
    places: Places
    serials: date = SERIALS_FROM_1900
    unit: int = 1
    of_months: bool = False


def arrow_type(type_: Type) -> pa.DataType:
    if type_ in DAYS:
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
        return NOTHING
    if context.of_months and day.first and day.first.day == 1 and day.precision == "day":
        return month_end(day.first), day.doubt
    return day.last(), day.doubt


def _count(cell: Cell) -> Reading:
    number, doubt = read_whole_number(cell)
    if doubt == "fraction" and abs(number or 0) < _ONE_GROUP:
        return None, "perhaps_thousands"
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
