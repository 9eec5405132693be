"""Targets: the share, or the number, of people that an area must reach by a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from baophu.base.money import MILLION


@dataclass(frozen=True, slots=True)
class Target:
    """One target given by one decision.

    `area` is a unit key, `rate` is per million of the scheme's denominator (978,900 for 97.89 %), `people` a
    fixed number, which counts where the decision gives one; at least one of the two is there.
    """

    area: str
    scheme: str
    rate: int | None
    by: date
    document: str
    issuer: str
    decided_on: date
    people: int | None = None

    @property
    def percent(self) -> Decimal | None:
        """None where the decision gives people alone."""
        if self.rate is None:
            return None
        return (Decimal(self.rate) * 100 / MILLION).quantize(Decimal("0.000001"))

    def people_of(self, denominator: int) -> int:
        """How many people the target asks for, a part of a person counted whole."""
        if self.people is not None:
            return self.people
        return -(-(self.rate or 0) * denominator // MILLION)


class Grade(StrEnum):
    """How far an area is with a target, in a word."""

    MET = "met"
    NEAR = "near"
    SHORT = "short"


def grade(participants: int, wanted: int) -> Grade:
    """`MET` from the wanted number on, `NEAR` from 99 in 100 of it on, else `SHORT`.

    >>> grade(28924, 31033).value
    'short'
    """
    if participants >= wanted:
        return Grade.MET
    return Grade.NEAR if participants * 100 >= wanted * 99 else Grade.SHORT


def target_after(targets: tuple[Target, ...], areas: Iterable[str], scheme: str, on: date) -> Target | None:
    """The target that was decided after a day and holds for these areas from its decision on.

    None where the one that holds on the day goes on holding.
    """
    above = tuple(areas)
    later = [t.decided_on for t in targets if t.decided_on > on and t.area in above and t.scheme == scheme]
    found = target_for(targets, above, scheme, max(later)) if later else None
    return found if found and found.decided_on > on else None


def target_for(targets: tuple[Target, ...], areas: Iterable[str], scheme: str, on: date) -> Target | None:
    """The target that holds for the first of `areas` (an area, then what lies above it) on a day.

    Of several the one that falls due soonest after `on` holds, and of those the one decided last; where
    none is still open there is no target.
    """
    for area in areas:
        open_ones = [
            t for t in targets if t.area == area and t.scheme == scheme and t.by >= on >= t.decided_on
        ]
        if open_ones:
            return min(open_ones, key=lambda t: (t.by, -t.decided_on.toordinal()))
    return None
