"""The weekday, or the days of a month or a year, on which what comes again is due."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WEEKDAYS = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "7": 5,
}  # fmt: skip
_MONTHS_OF_QUARTER = {"đầu": 1, "giữa": 2, "cuối": 3}
OF_QUARTER = (
    r"tháng\s+(?:đầu|giữa|cuối)(?:\s+tiên|\s+cùng)?\s+(?:của\s+)?(?:(?:mỗi|hàng|hằng)\s+)?quý\b"
    r"(?:\s+(?:sau|tiếp\s+theo|kế\s+tiếp|liền\s+kề))?"
)
_AND = r"\s*(?:,|và)\s*(?:trước\s+)?(?:ngày\s+)?"
_WEEKDAY = re.compile(r"thứ\s+(?P<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])\b", re.IGNORECASE)
_MONTH_DAY = re.compile(
    rf"(?P<before>trước\s+)?(?:(?:các\s+)?ngày|mùng)\s+(?P<day>\d{{1,2}})(?:{_AND}(?P<day2>\d{{1,2}})(?![\d/.%]))?"
    rf"(?![/.\d]|\s+tháng\s+\d)(?:\s+(?:của\s+)?{OF_QUARTER})?",
    re.IGNORECASE,
)
_YEAR_DAY = re.compile(
    r"(?P<before>trước\s+)?(?:(?:các\s+)?ngày\s+)?(?<![\d/])(?P<day>\d{1,2})(?:/|\s+tháng\s+)(?P<month>\d{1,2})"
    rf"(?:{_AND}(?P<day2>\d{{1,2}})(?:/|\s+tháng\s+)(?P<month2>\d{{1,2}}))?(?![/\d]|\s+năm\s+\d)",
    re.IGNORECASE,
)
_PATTERNS = {
    "weekly": _WEEKDAY,
    "monthly": _MONTH_DAY,
    "quarterly": _MONTH_DAY,
    "half_yearly": _YEAR_DAY,
    "yearly": _YEAR_DAY,
}
# `Tháng 12 hằng năm`, `vào tháng 6 mỗi năm`: a month of each year, without a day.
_MONTH_BEFORE = re.compile(r"tháng\s+(?P<month>\d{1,2})\s*(?:của\s+)?$", re.IGNORECASE)
_QUARTER_MONTH = re.compile(r"tháng\s+(đầu|giữa|cuối)", re.IGNORECASE)
_ADJOINING = re.compile(r"\s*(?:của\s+)?")
_BETWEEN = re.compile(r"\W{0,2}(?:của\s+)?")
_PART = re.compile(r"[;.]|,(?!\s*(?:trước|vào|\d{1,2}(?:/|\s*\))))")
_LAST_DAY, _LAST_MONTH = 31, 12
_NEAR, _NEAR_IN_A_YEAR = 45, 60


@dataclass(frozen=True, slots=True)
class RhythmDay:
    """`weekday` counts from Monday as 0; `day` of the month, of the `month` of the quarter or the year."""

    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    before: bool = False


ANY_DAY = RhythmDay()


@dataclass(frozen=True, slots=True)
class DaysTold:
    """Days with the place of the words that tell them."""

    days: tuple[RhythmDay, ...]
    start: int
    end: int


def days_told(text: str, every: str, start: int, end: int) -> DaysTold | None:
    """The days that stand in a rhythm from `start` to `end`, right after it or right before it."""
    pattern = _PATTERNS.get(every)
    if pattern is None:
        return None
    near = _NEAR_IN_A_YEAR if pattern is _YEAR_DAY else _NEAR
    part = _PART.search(text, end)
    last = min(part.start() if part else len(text), end + near)
    found = (
        _before(pattern, text, start, _ADJOINING)
        or pattern.search(text, start, last)
        or _before(pattern, text, start, _BETWEEN)
    )
    if found is None:
        return _month_alone(text, start, end) if every == "yearly" else None
    told = text[min(start, found.start()) : max(end, found.end())]
    days = tuple(_days(found, every, told))
    return DaysTold(days, found.start(), found.end()) if days else None


def _month_alone(text: str, start: int, end: int) -> DaysTold | None:
    found = _MONTH_BEFORE.search(text, max(0, start - _NEAR), start)
    if not found or not 1 <= int(found["month"]) <= _LAST_MONTH:
        return None
    return DaysTold((RhythmDay(month=int(found["month"])),), found.start(), end)


def _before(
    pattern: re.Pattern[str], text: str, place: int, between: re.Pattern[str]
) -> re.Match[str] | None:
    """`trước ngày 25 hàng tháng`"""
    matches = list(pattern.finditer(text, max(0, place - _NEAR), place))
    last = matches[-1] if matches else None
    return last if last and between.fullmatch(text, last.end(), place) else None


def _days(found: re.Match[str], every: str, told: str) -> Iterator[RhythmDay]:
    said = found.groupdict()
    if every == "weekly":
        yield RhythmDay(weekday=_WEEKDAYS[said["weekday"].lower()])
        return
    month = _QUARTER_MONTH.search(told) if every == "quarterly" else None
    of_quarter = _MONTHS_OF_QUARTER[month[1].lower()] if month else None
    for number in ("", "2"):
        day, of_year = int(said.get(f"day{number}") or 0), said.get(f"month{number}")
        month_said = int(of_year) if of_year else of_quarter
        if 1 <= day <= _LAST_DAY and (month_said is None or 1 <= month_said <= _LAST_MONTH):
            yield RhythmDay(day=day, month=month_said, before=said["before"] is not None)
