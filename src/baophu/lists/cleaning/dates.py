"""Days as people write them: 05/03/1990, 5-3-90, 1990, 3/1990, 19900305, 32937, ngày 5 tháng 3."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from baophu.base.dates import month_end
from baophu.base.text import fold
from baophu.lists.workbook import Cell

EARLIEST, LATEST = 1900, 2100
_SERIAL_START = date(1899, 12, 30)
_SERIALS = range(366, 73_415)  # 1901 to 2100
_WORDS = re.compile(r"\b(?:ngay|thang|nam|sinh|t|n|luc|gio|phut)\b")
_USUAL = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_NUMBERS = re.compile(r"\d+")
_ENOUGH_SWAPPED = 3


@dataclass(frozen=True, slots=True)
class Day:
    """What a cell says: the first day it may be, how exact (day, month, year), and the code of a doubt."""

    first: date | None
    precision: str | None = None
    doubt: str = ""

    def last(self) -> date | None:
        """The last day it may be."""
        if self.first is None or self.precision == "day":
            return self.first
        return month_end(self.first if self.precision == "month" else self.first.replace(month=12))


_UNREADABLE = Day(None, None, "unreadable_date")


def read_day(cell: Cell, on: date) -> Day:
    """The day in a cell. Two-digit years are not after `on`."""
    if isinstance(cell, datetime):
        return _day_of(cell.date())
    if isinstance(cell, date):
        return _day_of(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _of_number(int(cell)) if cell == int(cell) or cell < _SERIALS.stop else _UNREADABLE
    return _of_text(cell, on) if isinstance(cell, str) else _UNREADABLE


def _day_of(day: date) -> Day:
    return Day(day, "day") if EARLIEST <= day.year <= LATEST else _UNREADABLE


def _of_number(number: int) -> Day:
    if EARLIEST <= number <= LATEST:
        return Day(date(number, 1, 1), "year")
    if number in _SERIALS:
        return Day(_SERIAL_START + timedelta(days=number), "day")
    return _packed(str(number).zfill(8)) if number > 0 else _UNREADABLE


def _of_text(text: str, on: date) -> Day:
    if usual := _USUAL.fullmatch(text):
        return _calendar_day(int(usual[3]), int(usual[2]), int(usual[1]))
    key = _WORDS.sub(" ", fold(text.removesuffix(".0")))
    numbers = _NUMBERS.findall(key)
    if not numbers or key.replace(" ", "") != "".join(numbers):
        return _UNREADABLE
    if len(numbers) > 3 and ":" in text:
        numbers = numbers[:3]
    match numbers:
        case [one]:
            return _of_number(int(one)) if len(one) <= 5 else _packed(one)
        case [one, two] if len(one) == 4:
            return _calendar_day(int(one), int(two), 0)
        case [one, two] if len(two) == 4:
            return _calendar_day(int(two), int(one), 0)
        case [one, two, three] if len(one) == 4:
            return _calendar_day(int(one), int(two), int(three))
        case [one, two, three] if len(three) in (2, 4):
            return (
                _with_century(int(three), int(two), int(one), on)
                if len(three) == 2
                else (_calendar_day(int(three), int(two), int(one)))
            )
    return _UNREADABLE


def _packed(digits: str) -> Day:
    """yyyymmdd with or without a time behind it, or ddmmyyyy."""
    if len(digits) not in (8, 12, 14):
        return _UNREADABLE
    if EARLIEST <= int(digits[:4]) <= LATEST and int(digits[4:6]) <= 12:
        return _calendar_day(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    return _calendar_day(int(digits[4:8]), int(digits[2:4]), int(digits[:2]))


def _with_century(year: int, month: int, day: int, on: date) -> Day:
    full = 2000 + year if 2000 + year <= on.year else 1900 + year
    found = _calendar_day(full, month, day)
    return Day(found.first, found.precision, found.doubt or "two_digit_year")


def _calendar_day(year: int, month: int, day: int) -> Day:
    """Zero stands for unknown (00/00/1990). A 13th month is a day in the wrong place."""
    if not EARLIEST <= year <= LATEST or (month > 12 and not 0 < day <= 12):
        return _UNREADABLE
    if month == 0:
        return Day(date(year, 1, 1), "year")
    doubt = "day_month_swapped" if month > 12 else ""
    if doubt:
        month, day = day, month
    if day == 0:
        return Day(date(year, month, 1), "month")
    try:
        return Day(date(year, month, day), "day", doubt)
    except ValueError:
        return Day(date(year, month, 1), "month", "impossible_date")


def swapped_by_spreadsheet(cells: list[Cell]) -> bool:
    """Whether a spreadsheet with American dates took the days up to the 12th for months.

    Then every real date has a day up to 12, and every date left as text has one above 12.
    """
    real = [cell for cell in cells if isinstance(cell, date)]
    if len(real) < _ENOUGH_SWAPPED:
        return False
    texts = [found for cell in cells if isinstance(cell, str) and (found := _first_number(cell))]
    return (
        len(texts) >= _ENOUGH_SWAPPED
        and all(day.day <= 12 for day in real)
        and all(12 < number <= 31 for number in texts)
    )


def _first_number(text: str) -> int:
    numbers = _NUMBERS.findall(text)
    return int(numbers[0]) if len(numbers) == 3 and len(numbers[0]) <= 2 else 0


def swap(cell: Cell) -> Cell:
    """A real date with day and month exchanged; any other cell as it is."""
    return date(cell.year, cell.day, cell.month) if isinstance(cell, date) and cell.day <= 12 else cell
