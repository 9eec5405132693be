"""Pace: how fast the participants of a scheme grow, how fast they must, whether the target will be met."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from baophu.base.dates import per_week
from baophu.base.numbers import rate_percent

WEEK = 7
# Near is a pace of at least four fifths of the pace that is needed.
NEAR_PARTS, NEAR_OF = 4, 5


class Verdict(StrEnum):
    """Whether a target will be met."""

    MET = "met"
    ON_TRACK = "on_track"
    NEAR = "near"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Measured:
    """The participants counted on the days of two lists, the earlier one at least a week before the other."""

    first: date
    last: date
    was: int
    became: int

    @property
    def change(self) -> int:
        return self.became - self.was

    @property
    def days(self) -> int:
        return (self.last - self.first).days


@dataclass(frozen=True, slots=True)
class Pace:
    """The pace of a scheme in a place.

    `people` are the participants on the day `on`, of `denominator`; `measured` is None where no earlier list
    tells of a pace, `year_ago` (participants a year before) where none is that old. Without a target
    `target_people` and `target_by` are None; `target_rate`, in per cent, where the decision gives one.
    """

    scheme: str
    on: date
    people: int
    denominator: int
    measured: Measured | None = None
    year_ago: int | None = None
    target_rate: Decimal | None = None
    target_people: int | None = None
    target_by: date | None = None

    @property
    def change(self) -> int | None:
        """How many people more than on the earlier list (net: joiners less leavers)."""
        return self.measured.change if self.measured else None

    @property
    def since(self) -> date | None:
        """The day of the earlier list."""
        return self.measured.first if self.measured else None

    @property
    def change_year(self) -> int | None:
        """How many people more than a year before."""
        return None if self.year_ago is None else self.people - self.year_ago

    @property
    def rate(self) -> Decimal | None:
        """Per cent of the denominator; None where there is none."""
        return rate_percent(self.people, self.denominator) if self.denominator else None

    @property
    def missing(self) -> int | None:
        """People missing to the target, below zero where it is passed."""
        return None if self.target_people is None else self.target_people - self.people

    @property
    def days_left(self) -> int | None:
        """Days to the target's day; zero or less where it is come."""
        return (self.target_by - self.on).days if self.target_by else None

    @property
    def had(self) -> int | None:
        """People a week that the participants grow by, to the nearest; below zero where they become fewer."""
        return _half_up(self.measured.change * WEEK, self.measured.days) if self.measured else None

    @property
    def needed(self) -> int | None:
        """People a week that reach the target on its day; None without a target or a day left."""
        if self.missing is None or self.target_by is None:
            return None
        return per_week(self.missing, self.on, self.target_by)

    @property
    def expected(self) -> int | None:
        """Participants on the target's day at this pace, a part of a person not counted."""
        if not self.measured or self.days_left is None or self.days_left < 0:
            return None
        return self.people + self.measured.change * self.days_left // self.measured.days

    @property
    def expected_rate(self) -> Decimal | None:
        """`expected` in per cent of the denominator of the day `on`."""
        if self.expected is None or not self.denominator:
            return None
        return rate_percent(self.expected, self.denominator)

    @property
    def short(self) -> int | None:
        """People that will be missing on the target's day at this pace, below zero where it is passed."""
        if self.expected is None or self.target_people is None:
            return None
        return self.target_people - self.expected

    @property
    def verdict(self) -> Verdict | None:
        """Whether the target will be met; None without a target, or without a pace to judge by.

        Met where nobody is missing now. On track where nobody will be missing on the target's day at this
        pace, near where the pace had is four fifths of the pace needed or more, else hard; hard too where the
        day has come with people missing.
        """
        if self.missing is None or self.days_left is None:
            return None
        if self.missing <= 0:
            return Verdict.MET
        if self.days_left <= 0:
            return Verdict.HARD
        if self.expected is None:
            return None
        gained = self.expected - self.people
        if gained >= self.missing:
            return Verdict.ON_TRACK
        return Verdict.NEAR if gained * NEAR_OF >= self.missing * NEAR_PARTS else Verdict.HARD


def _half_up(part: int, whole: int) -> int:
    """`part / whole` to the nearest integer, halves away from zero."""
    nearest = (2 * abs(part) + whole) // (2 * whole)
    return nearest if part >= 0 else -nearest
