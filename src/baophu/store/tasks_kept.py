"""How well offices keep the days of their tasks."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from baophu.base.clock import today
from baophu.base.scope import Scope
from baophu.directives.states import State
from baophu.store.models import Account, TaskAssignee, TaskOccurrence
from baophu.store.scopes import scope_of
from baophu.store.tasks import seen_by

# From so many rows on all of them are looked up at once.
MANY = 500


@dataclass(frozen=True, slots=True)
class Kept:
    """How an office keeps its days: of what fell due, done in time, done late, still open and overdue."""

    office: str
    due: int
    in_time: int
    late: int
    overdue: int


def days_kept(
    account: Account, first: date, last: date, *, on: date | None = None, scope: Scope | None = None
) -> list[Kept]:
    """For each office what fell due from `first` to `last`, as it stands on a day.

    What is not due yet on that day, or was withdrawn, does not count, nor what an office only supports.
    """
    day, scope, path = on or today(), scope or scope_of(account), "assignee__"
    once = TaskAssignee.objects.filter(seen_by(account, scope), supports=False)
    times = TaskOccurrence.objects.filter(seen_by(account, scope, path), assignee__supports=False)
    of_office = _counted(once, "office_key", first, last, day)
    of_row = _counted(times, "assignee", first, last, day)
    rows = TaskAssignee.objects.filter(pk__in=of_row) if len(of_row) < MANY else TaskAssignee.objects
    office_of = dict(rows.values_list("pk", "office_key"))
    for number, counts in of_row.items():
        of_office[office_of[number]].update(counts)
    names = TaskAssignee.objects.filter(office_key__in=of_office).values_list("office_key", "office")
    named = dict(names.order_by("office_key", "-pk").distinct())
    kept = [
        Kept(named[key], found["fell_due"], found["in_time"], found["late"], found["missed"])
        for key, found in of_office.items()
    ]
    return sorted(kept, key=lambda one: (-one.overdue, -one.late, one.office))


def _counted(rows: QuerySet, by: str, first: date, last: date, day: date) -> dict[Any, Counter[str]]:
    """What fell due and how it stands, counted by a column."""
    done = Q(reported_on__lte=day)
    missed = Q(due__lt=day) & (Q(reported_on=None) | Q(reported_on__gt=day))
    fell_due = rows.filter(done | missed, due__gte=first, due__lte=last).exclude(state=State.WITHDRAWN.value)
    counted = (
        fell_due.order_by()
        .values(by)
        .annotate(
            fell_due=Count("pk"),
            in_time=Count("pk", filter=done & Q(reported_on__lte=F("due"))),
            late=Count("pk", filter=done & Q(reported_on__gt=F("due"))),
            missed=Count("pk", filter=missed),
        )
    )
    found: dict[Any, Counter[str]] = defaultdict(Counter)
    for row in counted:
        found[row.pop(by)] = Counter(row)
    return found
