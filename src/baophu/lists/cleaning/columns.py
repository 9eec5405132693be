"""Columns of cells into typed columns. Each distinct cell is read once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from baophu.law.groups import recognise_group
from baophu.lists.cleaning.dates import Day, read_day, swap, swapped_by_spreadsheet
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
from baophu.lists.workbook import Cell

type Reading = tuple[Any, str]  # the value or None, and the code of a doubt or ""

_DAYS = (Type.BIRTH, Type.DATE, Type.LAST_DATE)
_LARGEST_COUNT = 2**31 - 1
_NOTHING: Reading = (None, "")
_MOSTLY_DISTINCT = 0.8  # remembering what was read would cost more than reading again


@dataclass(frozen=True, slots=True)
class Context:
    """What reading a cell may depend on: the list's day and the places of the home."""

    on: date
    places: Places


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
        Type.BIRTH: lambda cell: _birth(read_day(cell, context.on)),
        Type.DATE: lambda cell: _first(read_day(cell, context.on)),
        Type.LAST_DATE: lambda cell: _last(read_day(cell, context.on)),
        Type.SEX: read_sex,
        Type.MARK: read_mark,
        Type.NATIONAL_ID: read_national_id,
        Type.INSURANCE_NUMBER: lambda cell: read_insurance_number(cell, context.on),
        Type.CARD: read_card,
        Type.PHONE: read_phone,
        Type.COUNT: _count,
        Type.MONEY: read_whole_number,
        Type.RESIDENCE: read_residence,
        Type.GROUP: _group,
        Type.SCHEME: read_scheme,
        Type.METHOD: read_method,
        Type.YES_NO: read_yes_no,
        Type.DIRECTION: read_direction,
        Type.OUTCOME: read_outcome,
        Type.PLACE: lambda cell: _province(cell, context),
    }[type_]


def _birth(day: Day) -> Reading:
    return (day.first, day.precision) if day.first else None, day.doubt


def _first(day: Day) -> Reading:
    return day.first, day.doubt


def _last(day: Day) -> Reading:
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
    if text and text.isdigit():
        text = text.zfill(2)
    code = context.places.province(text, context.on) if text else None
    return code, "" if code else "unknown_place"


def read_column(cells: list[Cell], type_: Type, context: Context) -> tuple[list[Any], dict[int, str]]:
    """The values of a column, None for blanks and for what cannot be read, and the doubts by position."""
    if type_ in _DAYS and swapped_by_spreadsheet(cells):
        values, doubts = _read_each([swap(cell) for cell in cells], reader(type_, context))
        swapped = {place: "day_month_swapped" for place, cell in enumerate(cells) if isinstance(cell, date)}
        return values, doubts | swapped
    return _read_each(cells, reader(type_, context))


def _read_each(cells: list[Cell], read: Callable[[Cell], Reading]) -> tuple[list[Any], dict[int, str]]:
    distinct = set(cells)
    if len(distinct) > _MOSTLY_DISTINCT * len(cells):
        readings = [_NOTHING if _is_blank(cell) else read(cell) for cell in cells]
    else:
        known = {cell: _NOTHING if _is_blank(cell) else read(cell) for cell in distinct}
        readings = [known[cell] for cell in cells]
    doubts = {place: doubt for place, (_value, doubt) in enumerate(readings) if doubt}
    return [value for value, _doubt in readings], doubts


def _is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.strip()
