"""The days on which lists are due, as data with words. Who decides otherwise gives a first due day.

Where they come from: cards that the budget pays for end on 31 December, and communes decide in December whom
it pays for next, so the lists of next year's are due by that day, resting on data of the last quarter; the
insurer closes a month on the 25th and issues C12-TS on the 1st; schools list their pupils in August and
September.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from baophu.base.dates import add_months
from baophu.base.words import N_
from baophu.lists.kinds.declare import Rhythm

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Series:
    """Due days: `first` and every `months` (or `days`) after it and before it; neither: that day alone.

    The day is counted from `first` each time: the 31st is the last day of shorter months, and the 31st again.
    `told_from`: how many days before it is due a list may be of; None: any day after the due day before.
    `grace`: so many days after the due day it is not late yet. `ahead`: so many days before it is spoken of.
    """

    first: date
    months: int = 0
    days: int = 0
    told_from: int | None = None
    grace: int = 0
    ahead: int = 0

    def due(self, number: int) -> date:
        """The due day of a number, which may be below zero."""
        if self.months:
            return add_months(self.first, number * self.months)
        return self.first + timedelta(days=number * self.days)

    @property
    def repeats(self) -> bool:
        return bool(self.months or self.days)

    def last_by(self, day: date) -> int | None:
        """The number of the last due day that is not after a day; None where there is none."""
        if not self.repeats:
            return 0 if self.first <= day else None
        if not self.months:
            return (day - self.first).days // self.days
        passed = (day.year - self.first.year) * 12 + day.month - self.first.month
        number = passed // self.months
        return number if self.due(number) <= day else number - 1

    def counts_from(self, number: int) -> date:
        """The first day of whose data a list may be that is due on that day."""
        if not self.repeats:
            return date.min
        if self.told_from is None:
            return self.due(number - 1) + A_DAY
        return self.due(number) - timedelta(days=self.told_from)

    def number_of(self, as_of: date) -> int:
        """For which due day a list of a day counts; one that is due once counts whenever it is of."""
        if not self.repeats:
            return 0
        number = (self.last_by(as_of) or 0) - 1
        while self.counts_from(number + 1) <= as_of:
            number += 1
        return number

    def between(self, first: int, last: int) -> Iterator[date]:
        return (self.due(number) for number in range(first, last + 1))


# 7/1/2000 was a Friday, on which reports are made.
SERIES = {
    Rhythm.WEEKLY: Series(date(2000, 1, 7), days=7, grace=2, ahead=2),
    Rhythm.MONTHLY: Series(date(2000, 1, 5), months=1, told_from=24, grace=3, ahead=10),
    Rhythm.QUARTERLY: Series(date(2000, 1, 10), months=3, told_from=40, grace=5, ahead=20),
    Rhythm.YEARLY: Series(date(2000, 12, 31), months=12, ahead=60),
    Rhythm.SCHOOL_YEAR: Series(date(2000, 9, 30), months=12, told_from=60, grace=15, ahead=45),
}
RULES = {
    Rhythm.ONCE: N_("on the day that was set"),
    Rhythm.WEEKLY: N_("on the Friday of each week"),
    Rhythm.MONTHLY: N_("by the 5th of the next month"),
    Rhythm.QUARTERLY: N_("by the 10th after the quarter"),
    Rhythm.YEARLY: N_("by 31 December"),
    Rhythm.SCHOOL_YEAR: N_("by 30 September, for the school year that begins"),
    Rhythm.ON_CHANGE: N_("when something changes"),
}
# Lists whose people get next year's cards from the budget: older data than of the last quarter does not do.
FOR_CARDS = frozenset(
    {
        "poor_households",
        "farming_households",
        "social_protection",
        "ethnic_minorities",
        "area_residents",
    }
)
LAST_QUARTER = 91


def series_of(kind: str, rhythm: Rhythm, first_due: date | None = None) -> Series | None:
    """The due days of a kind of list; None where it is owed on no day."""
    if rhythm == Rhythm.ONCE:
        return Series(first_due, ahead=30) if first_due else None
    declared = SERIES.get(rhythm)
    if declared is None:
        return None
    if kind in FOR_CARDS and rhythm == Rhythm.YEARLY:
        declared = replace(declared, told_from=LAST_QUARTER)
    return replace(declared, first=first_due) if first_due else declared
