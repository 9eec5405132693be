"""The three rhythms of reporting: to Friday, to before the 25th, from the 15th to the 14th. They never meet.

A figure says up to which day it counts, so a report of each rhythm is made of figures cut off on its own day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from baophu.base.dates import add_months
from baophu.base.words import N_
from baophu.base.working_days import A_DAY
from baophu.directives.days.recurrence import RULES, Recurrence, occurrences

# The window of the socio-economic report (Nghị định 09/2019/NĐ-CP, Điều 12): to the 14th.
CLOSES_ON = 14
A_PERIOD_BEFORE = timedelta(days=70)


class Rhythm(StrEnum):
    """What is reported how often."""

    WEEK = "week"
    MONTH = "month"
    SOCIO_ECONOMIC = "socio_economic"


RHYTHM_WORDS = {
    Rhythm.WEEK: N_("weekly report, on Friday"),
    Rhythm.MONTH: N_("monthly report, before the 25th"),
    Rhythm.SOCIO_ECONOMIC: N_("socio-economic report, from the 15th to the 14th"),
}
_DUE_WITH = {Rhythm.WEEK: Recurrence.WEEKLY, Rhythm.MONTH: Recurrence.MONTHLY}


@dataclass(frozen=True, slots=True)
class CutOff:
    """The days `first` to `last` of which a report tells; figures are cut off on `last`.

    `due` is the working day by which it is sent; None where whoever asks for it says when.
    """

    rhythm: Rhythm
    first: date
    last: date
    due: date | None


def cut_offs(first: date, last: date) -> list[CutOff]:
    """Where the three rhythms cut off from `first` to `last`, both included, by day."""
    found = [
        *_reports(Rhythm.WEEK, first, last),
        *_reports(Rhythm.MONTH, first, last),
        *_windows(first, last),
    ]
    return sorted(found, key=lambda one: (one.last, one.rhythm))


def _reports(rhythm: Rhythm, first: date, last: date) -> Iterator[CutOff]:
    """A report tells of the days since the one before it."""
    due = [one.due for one in occurrences(RULES[_DUE_WITH[rhythm]], first - A_PERIOD_BEFORE, last)]
    for before, day in pairwise(due):
        if day >= first:
            yield CutOff(rhythm, before + A_DAY, day, day)


def _windows(first: date, last: date) -> Iterator[CutOff]:
    day = add_months(first.replace(day=CLOSES_ON), first.day > CLOSES_ON)
    while day <= last:
        yield CutOff(Rhythm.SOCIO_ECONOMIC, add_months(day, -1) + A_DAY, day, None)
        day = add_months(day, 1)
