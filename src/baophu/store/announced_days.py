"""Days off that were announced since this version was made, as the home keeps them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from baophu.base.working_days import A_DAY, follow
from baophu.store.models import AnnouncedDay


@dataclass(frozen=True, slots=True)
class Announced:
    """Days on end that were announced together: offices are closed because of `why`, or work ("")."""

    first: date
    last: date
    why: str
    source: str


def follow_announced_days() -> None:
    """Let the days off of the opened home stand from now on, asked for anew when they are needed."""
    follow(_announced)


def _announced() -> dict[date, str]:
    return dict(AnnouncedDay.standing.values_list("day", "why"))


def announced(first: date) -> list[Announced]:
    """What was announced of the days from `first` on, by day."""
    days = list(AnnouncedDay.standing.filter(day__gte=first).order_by("day"))
    return [Announced(run[0].day, run[-1].day, run[0].why, run[0].source) for run in _runs(days)]


def _runs(days: Iterable[AnnouncedDay]) -> list[list[AnnouncedDay]]:
    found: list[list[AnnouncedDay]] = []
    for before, one in pairwise([None, *days]):
        if one is None:
            continue
        if before and one.day - A_DAY == before.day and _same(before, one):
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _same(one: AnnouncedDay, other: AnnouncedDay) -> bool:
    return (one.why, one.source) == (other.why, other.source)
