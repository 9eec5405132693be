"""How well offices keep the days of their tasks.

It is counted once for everybody, as in `task_counts`: what someone sees of it hangs on the commune and the
person alone.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.db.models import Count, QuerySet

from baophu.base.clock import today
from baophu.base.home import Home
from baophu.base.numbers import rate_percent
from baophu.base.scope import Scope
from baophu.directives.days.periods import Period
from baophu.store.models import Account, TaskAssignee, TaskOccurrence
from baophu.store.newest import newest_writes
from baophu.store.opening import opened_home
from baophu.store.scopes import scope_of
from baophu.store.task_counts import only_seen
from baophu.store.task_offices import one_name_each, same_office
from baophu.store.tasks import KeptAs, kept_as


@dataclass(frozen=True, slots=True)
class Kept:
    """How an office keeps its days: of what fell due, done in time, done late, still open and overdue."""

    office: str
    due: int = 0
    in_time: int = 0
    late: int = 0
    overdue: int = 0

    @property
    def share(self) -> Decimal | None:
        """Done in time of what fell due, in per cent; None where nothing did."""
        return rate_percent(self.in_time, self.due) if self.due else None

    def __add__(self, other: "Kept") -> "Kept":
        """Both together, under the name of the first."""
        return Kept(
            self.office,
            self.due + other.due,
            self.in_time + other.in_time,
            self.late + other.late,
            self.overdue + other.overdue,
        )


@dataclass(frozen=True, slots=True)
class Compared:
    """How an office keeps its days over a period, and over the one before."""

    now: Kept
    before: Kept

    @property
    def change(self) -> Decimal | None:
        """Of the share done in time, in percentage points."""
        if self.now.share is None or self.before.share is None:
            return None
        return self.now.share - self.before.share


@dataclass(frozen=True, slots=True)
class _Counted:
    """The counts of an office's tasks that are handed to one account, or to none."""

    office: str
    office_key: str
    unit: str
    to: int | None
    kept: Kept


def days_kept(
    account: Account, first: date, last: date, *, on: date | None = None, scope: Scope | None = None
) -> list[Kept]:
    """For each office what fell due from `first` to `last`, as it stands on a day, the worst first.

    What is not due yet on that day, or was withdrawn, does not count, nor what an office only supports. Names
    of one office are one.
    """
    found = _counted(opened_home(), newest_writes(), first, last, on or today())
    seen = only_seen(found, account, scope or scope_of(account))
    names = one_name_each(frozenset((one.unit, one.office_key, one.office) for one in seen))
    kept: dict[tuple[str, str], Kept] = {}
    for one in seen:
        name = names[one.unit, one.office_key]
        key = (one.unit, name)
        kept[key] = kept.get(key, Kept(name)) + one.kept
    return sorted(kept.values(), key=lambda one: (-one.overdue, -one.late, one.office))


def days_compared(
    account: Account, period: Period, *, on: date | None = None, scope: Scope | None = None
) -> list[Compared]:
    """As `days_kept`, each office beside what it did in the period before."""
    now, before = (
        days_kept(account, span.first, span.last, on=on, scope=scope) for span in (period, period.before)
    )
    earlier = {one.office: one for one in before}
    return [Compared(one, earlier.get(one.office) or _same(one.office, before)) for one in now]


def _same(office: str, before: list[Kept]) -> Kept:
    """The office as it was called in the period before."""
    return next((one for one in before if same_office(one.office, office)), Kept(office))


def all_together(found: Iterable[Kept], name: str = "") -> Kept:
    """The sum of several offices under a name."""
    return sum(found, Kept(name))


@lru_cache(maxsize=8)
def _counted(
    _home: Home, _newest: tuple[Any, ...], first: date, last: date, day: date
) -> tuple[_Counted, ...]:
    """Times are counted by row first: an index knows all that takes."""
    between = {"due__gte": first, "due__lte": last}
    rows = TaskAssignee.objects.filter(supports=False)
    told = {number: whose for number, *whose in rows.values_list("pk", "office", "office_key", "unit", "to")}
    sums: dict[tuple[str, str, str, int | None], Kept] = defaultdict(lambda: Kept(""))
    for number, *counts in (
        *_grouped(rows.filter(**between), "pk", day),
        *_grouped(TaskOccurrence.objects.filter(**between), "assignee", day),
    ):
        if number in told:
            office, key, unit, to = told[number]
            sums[office, key, unit, to] += Kept("", *counts)
    return tuple(_Counted(*whose, kept=one) for whose, one in sums.items())


def _grouped(rows: QuerySet, by: str, day: date) -> list[tuple[int, int, int, int, int]]:
    """Row of an office, and what fell due of it, in time, late, missed."""
    ways = [Count("pk", filter=kept_as(how, day)) for how in KeptAs if how != KeptAs.FELL_DUE]
    fell_due = rows.filter(kept_as(KeptAs.FELL_DUE, day)).order_by().values_list(by)
    in_time, late, missed = ways
    return list(fell_due.annotate(all=Count("pk"), in_time=in_time, late=late, missed=missed))
