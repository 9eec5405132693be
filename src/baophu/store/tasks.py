"""What is asked of tasks: which ones someone sees, and what is due by when."""

from dataclasses import dataclass
from datetime import date
from heapq import merge
from itertools import islice
from typing import Any

from django.db.models import Q, QuerySet

from baophu.base.clock import today
from baophu.base.errors import NotThere
from baophu.base.scope import Purpose, Scope
from baophu.base.words import N_
from baophu.directives.recurrence import Recurrence, Rule
from baophu.directives.states import Mark, State, marks
from baophu.store.models import Account, Task, TaskAssignee, TaskOccurrence
from baophu.store.roles import Role
from baophu.store.scopes import ONLY_ASSIGNED, scope_of
from baophu.store.task_offices import NamedOffice, is_own, same_office


class NoSuchTask(NotThere):
    message = N_("There is no task {number}.")
    advice = N_("See the numbers with “baophu tasks”.")
    exit_code = 15


class NoSuchTime(NotThere):
    message = N_("Task {number} is not due on such a day.")
    advice = N_("See the days with “baophu tasks --all”.")
    exit_code = 15


def rule_of(task: Task) -> Rule | None:
    """The rule of a recurring task; None of one that is done once."""
    if not task.recurrence:
        return None
    return Rule(
        Recurrence(task.recurrence),
        weekday=task.weekday,
        day=task.day,
        month=task.month,
        before=task.before,
    )


def seen_by(account: Account, scope: Scope | None = None, path: str = "") -> Q:
    """Which rows of tasks an account may look at; `path` leads to the row (`assignee__`).

    Who sees a part of the home sees its communes' tasks and those of no commune; hamlet heads and collectors
    see what they do themselves, and what the office has that they act for.
    """
    scope = scope or scope_of(account)
    if Role(account.role) in ONLY_ASSIGNED and account.is_active:
        own = Q(**{f"{path}to": account})
        return own | _of_own_office(account, scope, path) if account.office else own
    if not scope.allows(Purpose.STEER):
        return Q(pk__in=[])
    return Q() if scope.units is None else Q(**{f"{path}unit__in": ["", *scope.units]})


def _of_own_office(account: Account, scope: Scope, path: str) -> Q:
    """The rows of the office that someone acts for."""
    rows = TaskAssignee.objects.order_by().values_list("office", "office_key", "unit").distinct()
    offices = [NamedOffice(*row) for row in rows]
    own = {one.key for one in offices if is_own(account.office, one, scope.units, today())}
    units = {} if scope.units is None else {f"{path}unit__in": ["", *scope.units]}
    return Q(**{f"{path}office_key__in": own}, **units)


def assignee_seen(account: Account, number: int, scope: Scope | None = None) -> TaskAssignee:
    """One of them by its number, with its task. Raises NoSuchTask."""
    rows = TaskAssignee.objects.filter(seen_by(account, scope)).select_related("task")
    row: TaskAssignee | None = rows.filter(pk=number).first()
    if row is None:
        raise NoSuchTask(number=number)
    return row


# A state that something can be moved to → the states it is moved from, of the first time that is meant.
_FIRST_IN = {
    State.REPORTED: (State.GIVEN, State.ACCEPTED, State.DOING),
    State.CONFIRMED: (State.REPORTED,),
}


def occurrence_meant(row: TaskAssignee, to: State, due: date | None) -> TaskOccurrence | None:
    """The time of a recurring task that is to be moved; None where the task itself is.

    Raises NoSuchTime.
    """
    if not row.task.recurrence or (due is None and to not in _FIRST_IN):
        return None
    times = row.occurrences.order_by("due")
    meant = times.filter(state__in=_FIRST_IN[to]) if due is None else times.filter(due=due)
    time: TaskOccurrence | None = meant.first()
    if time is None and (due is not None or times.exists()):
        raise NoSuchTime(number=row.pk)
    return time


@dataclass(frozen=True, slots=True)
class Due:
    """A task, or one time of it, as it stands on a day. `number` is that of the office's row."""

    number: int
    occurrence: int | None
    task: int
    action: str
    office: str
    unit: str
    to: str | None
    giver: str
    document: str
    given_on: date
    route: str
    recurrence: str
    leads: bool
    supports: bool
    state: State
    due: date | None
    first_due: date | None
    reported_on: date | None
    confirmed_on: date | None
    marks: frozenset[Mark]

    @property
    def is_overdue(self) -> bool:
        return Mark.OVERDUE in self.marks


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which tasks are asked for. `unit` is a commune's key, `to` an account's name.

    `office` is its name, with or without its place. `first` and `last` bound the due day, `times_to` that of
    recurring tasks; `overdue` leaves only what is late on the day, `open_only` what is not reported done by
    it. Who only supports others is not late. Tasks without a due day come last, where `undated`.
    """

    office: str = ""
    unit: str = ""
    to: str = ""
    directive: int | None = None
    first: date | None = None
    last: date | None = None
    times_to: date | None = None
    overdue: bool = False
    open_only: bool = True
    undated: bool = True
    limit: int | None = None


# The due day, the number of the time (0 where the task itself is meant), and that of the row.
type _Key = tuple[date, int, int]
WITHOUT_DAYS = ("", Recurrence.REGULARLY.value, Recurrence.AD_HOC.value)


def tasks_due(
    account: Account, wanted: Wanted, *, on: date | None = None, scope: Scope | None = None
) -> list[Due]:
    """The tasks that an account sees, by due day; a recurring one once for each time it is due.

    The number of queries does not hang on that of the tasks.
    """
    day, scope = on or today(), scope or scope_of(account)
    asked = _asked(wanted)
    once = TaskAssignee.objects.filter(seen_by(account, scope), _on(asked), due__isnull=False)
    path = "assignee__"
    times = TaskOccurrence.objects.filter(seen_by(account, scope, path), _on(asked, path))
    if wanted.times_to is not None:
        times = times.filter(due__lte=wanted.times_to)
    found = list(
        islice(
            merge(
                _keys(_between(once, wanted, day), wanted),
                _keys(_between(times, wanted, day), wanted, "assignee"),
            ),
            wanted.limit,
        )
    )
    if wanted.undated and not (wanted.overdue or wanted.first or wanted.last):
        rows = TaskAssignee.objects.filter(seen_by(account, scope), _on(asked), due=None)
        undated = _still(rows.filter(task__recurrence__in=WITHOUT_DAYS), wanted, day).order_by("pk")
        left = None if wanted.limit is None else wanted.limit - len(found)
        found += [(date.max, 0, number) for number in undated.values_list("pk", flat=True)[:left]]
    return _told(found, day)


def _asked(wanted: Wanted) -> dict[str, Any]:
    """Which rows are asked for: look-up → value."""
    asked = {
        "office_key__in": office_keys(wanted.office) if wanted.office else None,
        "unit": wanted.unit or None,
        "to__name": wanted.to or None,
        "task__directive": wanted.directive,
        "supports": False if wanted.overdue else None,
    }
    return {name: value for name, value in asked.items() if value is not None}


def office_keys(name: str) -> list[str]:
    """The keys under which tasks were given to an office, with and without its place, now or earlier."""
    offices = TaskAssignee.objects.order_by("office_key").values_list("office_key", flat=True).distinct()
    return [key for key in offices if same_office(key, name)]


def _on(asked: dict[str, Any], path: str = "") -> Q:
    return Q(**{f"{path}{name}": value for name, value in asked.items()})


def _between(rows: QuerySet, wanted: Wanted, day: date) -> QuerySet:
    if wanted.first is not None:
        rows = rows.filter(due__gte=wanted.first)
    if wanted.last is not None:
        rows = rows.filter(due__lte=wanted.last)
    if wanted.overdue:
        rows = rows.filter(due__lt=day)
    return _still(rows, wanted, day)


def _still(rows: QuerySet, wanted: Wanted, day: date) -> QuerySet:
    """What is not reported done by the day; what was withdrawn is shown with what is done only."""
    if not (wanted.open_only or wanted.overdue):
        return rows
    still = Q(reported_on=None) if day >= today() else Q(reported_on=None) | Q(reported_on__gt=day)
    return rows.filter(still).exclude(state=State.WITHDRAWN.value)


def _keys(rows: QuerySet, wanted: Wanted, *row: str) -> list[_Key]:
    """By due day, then by number; `row` leads from a time to its row."""
    found = rows.order_by("due", "pk").values_list("due", "pk", *row)[: wanted.limit]
    return [(due, number if of else 0, next(iter(of), number)) for due, number, *of in found]


def _told(keys: list[_Key], on: date) -> list[Due]:
    rows = TaskAssignee.objects.select_related("task", "to").in_bulk({number for _due, _time, number in keys})
    times = TaskOccurrence.objects.in_bulk({time for _due, time, _number in keys if time})
    return [_due(rows[number], times.get(time), on) for _day, time, number in keys]


def _due(row: TaskAssignee, time: TaskOccurrence | None, on: date) -> Due:
    task, moved = row.task, time or row
    state = State(moved.state)
    first_due = time.due if time else task.due
    said = marks(state, due=moved.due, first_due=first_due, reported_on=moved.reported_on, on=on)
    return Due(
        number=row.pk,
        occurrence=time and time.pk,
        task=task.pk,
        action=task.action,
        office=row.office,
        unit=row.unit,
        to=row.to and row.to.name,
        giver=task.giver,
        document=task.document,
        given_on=task.given_on,
        route=task.route,
        recurrence=task.recurrence,
        leads=row.leads,
        supports=row.supports,
        state=state,
        due=moved.due,
        first_due=first_due,
        reported_on=moved.reported_on,
        confirmed_on=moved.confirmed_on,
        marks=said - {Mark.OVERDUE} if row.supports else said,
    )
