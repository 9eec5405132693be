"""On which days offices of Viet Nam work: holidays and swapped days as dated data (data/working_days.yaml).

Outside the years of that file every day from Monday to Friday is taken for a working day.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import yaml

DATA = Path(__file__).parent / "data" / "working_days.yaml"
SATURDAY = 5
A_DAY = timedelta(days=1)


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


def is_working_day(day: date) -> bool:
    """Whether offices work on a day.

    >>> is_working_day(date(2024, 4, 29)), is_working_day(date(2024, 5, 4))
    (False, True)
    """
    if day in vietnam().worked:
        return True
    return day.weekday() < SATURDAY and day not in vietnam().closed


def is_announced(day: date) -> bool:
    """Whether the days off of its year were announced; of other years they are foreseen."""
    return vietnam().first <= day.year <= vietnam().announced_to


def holiday_name(day: date) -> str | None:
    """Why offices are closed on a day, as officials call it; None on others, weekends among them."""
    return vietnam().closed.get(day)


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
