"""What is due on each day of a month or a week: how much, how much of it is late, and the first few.

What was found holds for who asked as long as the audit has no new row, which every write leaves behind.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Count, F, Min, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from baophu.base.clock import today
from baophu.base.home import Home
from baophu.base.scope import Scope
from baophu.directives.states import OPEN, State
from baophu.store.models import Account, TaskAssignee, TaskOccurrence
from baophu.store.newest import newest_writes
from baophu.store.opening import opened_home
from baophu.store.scopes import scope_of
from baophu.store.task_counts import only_seen
from baophu.store.tasks import Wanted, meant

FIRST = 3
KEPT = 64
IS_OPEN = Q(state__in=[state.value for state in OPEN])


@dataclass(frozen=True, slots=True)
class Line:
    """A task that so many `offices` have open: `number` and `office` are of the first row.

    `recurs` says that one time of it is meant.
    """

    number: int
    action: str
    office: str
    offices: int
    recurs: bool


@dataclass(frozen=True, slots=True)
class Day:
    """What is due on a day, what of it is open, and late today; `first` are some of what is open."""

    all: int = 0
    open: int = 0
    overdue: int = 0
    first: tuple[Line, ...] = ()

    @property
    def more(self) -> int:
        """How many are open besides the first."""
        return self.open - sum(one.offices for one in self.first)

    @property
    def done(self) -> int:
        return self.all - self.open

    def and_more(self, all: int, open: int, overdue: int) -> "Day":
        return replace(self, all=self.all + all, open=self.open + open, overdue=self.overdue + overdue)


@dataclass(frozen=True, slots=True)
class Whose:
    """That an office has tasks that are handed to an account, or to none."""

    office: str
    office_key: str
    unit: str
    to: int | None


def whose_tasks(account: Account, *, scope: Scope | None = None) -> list[Whose]:
    """The offices that have tasks which an account sees, and to whom these are handed."""
    return only_seen(_whose(opened_home(), newest_writes()), account, scope or scope_of(account))


@lru_cache(maxsize=4)
def _whose(_home: Home, _newest: tuple[Any, ...]) -> tuple[Whose, ...]:
    rows = TaskAssignee.objects.order_by().values_list("office", "office_key", "unit", "to").distinct()
    return tuple(Whose(*row) for row in rows)


def tasks_by_day(account: Account, wanted: Wanted, *, scope: Scope | None = None) -> Mapping[date, Day]:
    """The days from `wanted.first` to `wanted.last` on which something is due that the account sees.

    `wanted.limit` is of the first few of each day. What was withdrawn is left out. The number of queries does
    not hang on that of the tasks.
    """
    scope = scope or scope_of(account)
    return _by_day(opened_home(), newest_writes(), account, scope, wanted, today())


@lru_cache(maxsize=KEPT)
def _by_day(
    _home: Home, _newest: tuple[Any, ...], account: Account, scope: Scope, wanted: Wanted, on: date
) -> Mapping[date, Day]:
    most = wanted.limit or FIRST
    between = {"due__gte": wanted.first, "due__lte": wanted.last}
    once = TaskAssignee.objects.filter(meant(account, scope, wanted), **between)
    times = TaskOccurrence.objects.filter(meant(account, scope, wanted, "assignee__"), **between)
    days: dict[date, Day] = defaultdict(Day)
    for due, *counts in (*_counted(once, on, "supports"), *_counted(times, on, "assignee__supports")):
        days[due] = days[due].and_more(*counts)
    of_day: dict[date, list[Line]] = defaultdict(list)
    for due, line in _lines(
        _first(once, "pk", "task", most) + _first(times, "assignee", "assignee__task", most)
    ):
        of_day[due].append(line)
    return {day: replace(counts, first=tuple(of_day[day][:most])) for day, counts in days.items()}


def _counted(rows: QuerySet, on: date, supports: str) -> Iterator[tuple[date, int, int, int]]:
    """For each due day and state all, open and overdue; who only supports others is not late."""
    helps = rows.filter(IS_OPEN, due__lt=on, **{supports: True}).order_by().values_list("due")
    for due, count in helps.annotate(Count("pk")):
        yield due, 0, 0, -count
    standing = rows.exclude(state=State.WITHDRAWN.value).order_by().values_list("due", "state")
    for due, state, count in standing.annotate(Count("pk")):
        is_open = count if state in OPEN else 0
        yield due, count, is_open, is_open if due < on else 0


def _first(rows: QuerySet, row: str, task: str, most: int) -> list[tuple[date, int, int]]:
    """Due day, a row of an office, and how many have it, of the first open tasks of each day.

    `row` and `task` lead to these.
    """
    by_task = rows.filter(IS_OPEN).order_by().values("due", task).annotate(row=Min(row), offices=Count("pk"))
    place = Window(RowNumber(), partition_by=F("due"), order_by=F("row"))
    found = by_task.annotate(place=place).filter(place__lte=most)
    return list(found.values_list("due", "row", "offices"))


def _lines(first: list[tuple[date, int, int]]) -> Iterator[tuple[date, Line]]:
    told = ("pk", "task__action", "office", "due")
    rows = TaskAssignee.objects.filter(pk__in={number for _due, number, _offices in first}).values_list(*told)
    known = {number: rest for number, *rest in rows}
    for due, number, offices in first:
        action, office, once = known[number]
        yield due, Line(number, action, office, offices, recurs=once is None)
