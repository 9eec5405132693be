"""Days and intervals. Both ends of an interval belong to it; a missing end is open."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from baophu.base.errors import UserError
from baophu.base.words import N_

FRIDAY = 4


class NotADay(UserError):
    message = N_("“{text}” is not a day.")
    advice = N_("Write it like 2023-09-30 or 30/9/2023.")


def day_written(text: str) -> date:
    """A day as people write it: `2023-09-30` or `30/9/2023`. Raises NotADay."""
    try:
        if "/" in text:
            day, month, year = (int(part) for part in text.split("/"))
            return date(year, month, day)
        return date.fromisoformat(text)
    except ValueError:
        raise NotADay(text=text) from None


@dataclass(frozen=True, slots=True)
class Interval:
    """The days from `first` to `last`, both included; None is open."""

    first: date | None = None
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def add_months(day: date, months: int) -> date:
    """The same day `months` later, or the last day of that month where it has none such."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_end(day: date) -> date:
    """The last day of the month of `day`."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def whole_months(start: date, end: date) -> int:
    """Whole months from `start` to `end` (an age in months on the day `end`)."""
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


def friday_on_or_after(day: date) -> date:
    """The Friday that ends the week of `day`."""
    return day + timedelta(days=(FRIDAY - day.weekday()) % 7)


def per_week(people: int, day: date, until: date) -> int | None:
    """How many a week make `people` from `day` to `until`, a part counted whole; None where no day is left.

    >>> per_week(2109, date(2023, 9, 30), date(2023, 12, 31))
    161
    """
    days = (until - day).days
    return None if days <= 0 else max(0, -(-people * 7 // days))
