"""Days as people write them: 05/03/1990, 5-3-90, 1990, 3/1990, 19900305, 32937, ngày 5 tháng 3, 5-Mar-90."""

import re
from datetime import date, datetime, timedelta
from typing import NamedTuple

from baophu.base.dates import month_end
from baophu.base.text import fold, tidy
from baophu.lists.workbook import SERIALS_FROM_1900, Cell

EARLIEST, LATEST = 1900, 2100
YEARS_AHEAD = 10  # a card or a contract may end so long after the list
_SERIALS = range(10_000, 73_415)  # 1927 to 2100; what is smaller is a year or a mistake
_WORDS = re.compile(r"\b(?:ngay|thang|nam|sinh|thg|th|sn|mung|mong|t|n|s)(?=\d|\b)")
_MONTHS = {
    name: str(number)
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})(?:[a-z]*)\b")
_TIME = re.compile(
    r"(?<=\d)(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AP]M|SA|CH)?(?:Z|[+-]\d{2}:?\d{2})?$",
    re.IGNORECASE,
)
_HOUR_BEFORE = re.compile(
    r"^(?:lúc |vào )*\d{1,2} ?(?:giờ|h) ?(?:\d{1,2} ?(?:phút|p|'|))?[ ,]*(?=ngày )", re.IGNORECASE
)
_ABOUT = re.compile(r"[?~<>≈=+%]")
_USUAL = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_NUMBERS = re.compile(r"\d+", re.ASCII)
_NOTHING = frozenset(("", "-", "–", "—", "...", "…", "./.", "/", "//"))


class Day(NamedTuple):
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


def read_day(cell: Cell, on: date, *, ahead: int = 0, serials: date = SERIALS_FROM_1900) -> Day:
    """The day in a cell. A two-digit year is at most `ahead` years after `on`; `serials` is the day 0."""
    if isinstance(cell, str):
        usual = _USUAL.fullmatch(cell)
        if usual:
            return _calendar_day(int(usual[3]), int(usual[2]), int(usual[1]))
        return _of_text(cell, on.year + ahead, serials)
    if isinstance(cell, datetime):
        return _day_of(cell.date())
    if isinstance(cell, date):
        return _day_of(cell)
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return _UNREADABLE
    if _SERIALS.start <= cell < _SERIALS.stop:
        return Day(serials + timedelta(days=int(cell)), "day")
    return _of_number(int(cell), serials) if cell == cell // 1 else _UNREADABLE


def _day_of(day: date) -> Day:
    return Day(day, "day") if EARLIEST <= day.year <= LATEST else _UNREADABLE


def _of_number(number: int, serials: date) -> Day:
    if EARLIEST <= number <= LATEST:
        return Day(date(number, 1, 1), "year")
    if number in _SERIALS:
        return Day(serials + timedelta(days=number), "day")
    return _packed(str(number).zfill(8)) if number > 0 else _UNREADABLE


def _of_text(text: str, latest: int, serials: date) -> Day:
    words = _HOUR_BEFORE.sub("", tidy(text).strip("'\"` "))
    if words in _NOTHING:
        return Day(None)
    if _ABOUT.search(words):
        return _UNREADABLE
    key = _MONTH.sub(lambda name: f" {_MONTHS[name[1]]} ", fold(_TIME.sub("", words.removesuffix(".0"))))
    key = _WORDS.sub(" ", key)
    numbers = _NUMBERS.findall(key)
    if not numbers or key.replace(" ", "") != "".join(numbers):
        return _UNREADABLE
    return _of_numbers(numbers, latest, serials)


def _of_numbers(numbers: list[str], latest: int, serials: date) -> Day:
    match numbers:
        case [one]:
            return _of_number(int(one), serials) if len(one) <= 5 else _packed(one)
        case [one, two] if len(one) == 4:
            return _calendar_day(int(one), int(two), 0)
        case [one, two] if len(two) == 4:
            return _calendar_day(int(two), int(one), 0)
        case [one, two, three] if len(one) == 4:
            return _calendar_day(int(one), int(two), int(three))
        case [one, two, three] if len(three) == 4:
            return _calendar_day(int(three), int(two), int(one))
        case [one, two, three] if len(three) == 2 and max(len(one), len(two)) <= 2:
            return _with_century(int(three), int(two), int(one), latest)
    return _UNREADABLE


def _packed(digits: str) -> Day:
    """yyyymmdd with or without a time behind it, or ddmmyyyy."""
    if len(digits) not in (8, 12, 14):
        return _UNREADABLE
    if EARLIEST <= int(digits[:4]) <= LATEST and int(digits[4:6]) <= 12:
        return _calendar_day(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    if len(digits) != 8:
        return _UNREADABLE
    return _calendar_day(int(digits[4:]), int(digits[2:4]), int(digits[:2]))


def _with_century(year: int, month: int, day: int, latest: int) -> Day:
    found = _calendar_day(2000 + year if 2000 + year <= latest else 1900 + year, month, day)
    return Day(found.first, found.precision, found.doubt or "two_digit_year")


def _calendar_day(year: int, month: int, day: int) -> Day:
    """Zero stands for unknown (00/00/1990). A 13th month is a day in the wrong place."""
    if not EARLIEST <= year <= LATEST or (month > 12 and not 0 < day <= 12) or max(month, day) > 31:
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
