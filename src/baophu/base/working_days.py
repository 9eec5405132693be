"""On which days offices of Viet Nam work: holidays and swapped days as dated data (data/working_days.yaml).

Outside the years of that file every day from Monday to Friday is taken for a working day. What was announced
since stands over it, as far as this context follows who knows it.
"""

from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import yaml

DATA = Path(__file__).parent / "data" / "working_days.yaml"
SATURDAY = 5
A_DAY = timedelta(days=1)
# Offices are never closed for so many days on end.
LONGEST_BREAK = 31
# Day → why offices are closed on it; "" where they work.
type Announced = Mapping[date, str]
_announced: ContextVar[Callable[[], Announced]] = ContextVar("announced", default=dict)


@dataclass(frozen=True, slots=True)
class Calendar:
    """`closed`: day → why offices are closed; `worked`: Saturdays worked instead of another day.

    Of the years `first` to `last` the days off are known, to `announced_to` as they were announced; after it
    they follow from the law alone, and a day that will be swapped is not among them.
    """

    first: int
    last: int
    announced_to: int
    closed: Mapping[date, str]
    worked: frozenset[date]


@cache
def vietnam() -> Calendar:
    """The working days of state offices in Viet Nam."""
    told = yaml.safe_load(DATA.read_bytes())
    return Calendar(
        first=told["first"],
        last=told["last"],
        announced_to=told["announced_to"],
        closed=told["closed"],
        worked=frozenset(told["worked"]),
    )


def follow(announced: Callable[[], Announced]) -> None:
    """Let what was announced since stand for the rest of this context; it is asked for once, when needed."""
    _announced.set(cache(announced))


def is_working_day(day: date) -> bool:
    """Whether offices work on a day.

    >>> is_working_day(date(2024, 4, 29)), is_working_day(date(2024, 5, 4))
    (False, True)
    """
    closed = _announced.get()().get(day)
    if closed is not None:
        return not closed
    if day in vietnam().worked:
        return True
    return day.weekday() < SATURDAY and day not in vietnam().closed


def is_announced(day: date) -> bool:
    """Whether the days off of its year were announced; of other years they are foreseen."""
    return vietnam().first <= day.year <= vietnam().announced_to


def holiday_name(day: date) -> str | None:
    """Why offices are closed on a day, as officials call it; None on others, weekends among them."""
    return _announced.get()().get(day, vietnam().closed.get(day)) or None


def is_worked_instead(day: date) -> bool:
    """Whether it is a day of the weekend on which offices work instead of another day."""
    return day.weekday() >= SATURDAY and is_working_day(day)


def working_day_on_or_before(day: date) -> date:
    """The day itself where it is a working day, else the last one before it."""
    while not is_working_day(day):
        day -= A_DAY
    return day


def working_day_before(day: date) -> date:
    """The last working day before a day: “trước ngày 25”."""
    return working_day_on_or_before(day - A_DAY)


def working_day_on_or_after(day: date) -> date:
    """The day itself where it is a working day, else the next one."""
    while not is_working_day(day):
        day += A_DAY
    return day


def working_days(first: date, last: date) -> Iterator[date]:
    """The working days from `first` to `last`, both included."""
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return (day for day in days if is_working_day(day))
