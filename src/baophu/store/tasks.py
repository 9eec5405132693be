"""What is asked of tasks: which ones someone sees, and what is due by when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from heapq import merge
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from baophu.base.clock import today
from baophu.base.errors import NotThere
from baophu.base.home import Home
from baophu.base.scope import Purpose, Scope
from baophu.base.words import N_
from baophu.directives.days.recurrence import Recurrence, Rule
from baophu.directives.states import Mark, State, marks
from baophu.store.models import Account, Task, TaskAssignee, TaskOccurrence
from baophu.store.newest import newest_writes, own_office
from baophu.store.opening import opened_home
from baophu.store.out_of_view import WITHOUT_DAYS, out_of_view
from baophu.store.roles import Role
from baophu.store.scopes import ONLY_ASSIGNED, ground, scope_of
from baophu.store.task_offices import NamedOffice, acts_for, has_office, same_office


class NoSuchTask(NotThere):
    message = N_("There is no task {number}.")
    command = N_("See the numbers with “baophu tasks”.")
    exit_code = 15


class NoSuchTime(NotThere):
    message = N_("Task {number} is not due on such a day.")
    command = N_("See the days with “baophu tasks --all”.")
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
        return own_rows(account, scope, path)
    if not scope.allows(Purpose.STEER):
        return Q(pk__in=[])
    return Q() if scope.units is None else Q(**{f"{path}unit__in": ["", *scope.units]})


def own_rows(account: Account, scope: Scope, path: str = "") -> Q:
    """The rows that are handed to an account, and those of the office that it acts for."""
    handed = Q(**{f"{path}to": account})
    if not has_office(account):
        return handed
    own = own_office()
    acts = [one for one in _offices(opened_home(), newest_writes()) if acts_for(account, scope, own, one)]
    keys, units = {one.key for one in acts}, {one.unit for one in acts}
    return handed | Q(**{f"{path}office_key__in": keys, f"{path}unit__in": units})


@lru_cache(maxsize=4)
def _offices(_home: Home, _newest: tuple[Any, ...]) -> tuple[NamedOffice, ...]:
    """Those that have tasks."""
    rows = TaskAssignee.objects.order_by().values_list("office", "office_key", "unit").distinct()
    return tuple(NamedOffice(*row) for row in rows)


def assignee_seen(account: Account, number: int, scope: Scope | None = None) -> TaskAssignee:
    """One of them by its number, with its task. Raises NoSuchTask."""
    rows = TaskAssignee.objects.filter(seen_by(account, scope)).select_related("task__by", "to")
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


# The due day, the number of the time (0 where the task itself is meant), and that of the row.
type Key = tuple[date, int, int]


@dataclass(frozen=True, slots=True)
class Due:
    """A task, or one time of it, as it stands on a day. `number` is that of the office's row."""

    number: int
    occurrence: int | None
    task: int
    action: str
    office: str
    office_key: str
    unit: str
    to: str | None
    to_number: int | None
    doer: str
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

    @property
    def key(self) -> Key:
        """Where it stands among all by due day: what comes `Wanted.after` it."""
        return self.due or date.max, self.occurrence or 0, self.number


class KeptAs(StrEnum):
    """How the days of tasks are kept: of what fell due, done in time, done late, missed."""

    FELL_DUE = "fell_due"
    IN_TIME = "in_time"
    LATE = "late"
    MISSED = "missed"


KEPT_WORDS = {
    KeptAs.FELL_DUE: N_("what fell due"),
    KeptAs.IN_TIME: N_("done in time"),
    KeptAs.LATE: N_("done late"),
    KeptAs.MISSED: N_("overdue"),
}


def kept_as(how: KeptAs, on: date) -> Q:
    """Which rows and times count so on a day; what was withdrawn, or is not due by then, does not count.

    What is reported before its due day counts from that day on, as what is missed counts after it.
    """
    done = Q(reported_on__lte=on, due__lte=on)
    missed = Q(due__lt=on) & (Q(reported_on=None) | Q(reported_on__gt=on))
    found = {
        KeptAs.FELL_DUE: done | missed,
        KeptAs.IN_TIME: done & Q(reported_on__lte=F("due")),
        KeptAs.LATE: done & Q(reported_on__gt=F("due")),
        KeptAs.MISSED: missed,
    }
    return Q(due__isnull=False) & ~Q(state=State.WITHDRAWN.value) & found[how]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which tasks are asked for. `unit` is the key of a commune, now or once; `to` an account's name.

    `own` is what is handed to the account or to the office that it acts for. `office` is its name, with or
    without its place. `words` are looked for in what is to be done. `first` and `last` bound the due day,
    `times_to` that of recurring tasks, beside which `next_times` shows the next open one of each; `overdue`
    leaves only what is late on the day, `states` what is in one of them today, `kept` what counts so in how
    days are kept; without these `open_only` leaves what is not reported done by the day. Who only supports
    others is not late. Tasks without a due day come last, where `undated`. `after` is the key of the one
    before the first.
    """

    own: bool = False
    office: str = ""
    words: str = ""
    unit: str = ""
    to: str = ""
    directive: int | None = None
    first: date | None = None
    last: date | None = None
    times_to: date | None = None
    next_times: bool = False
    overdue: bool = False
    kept: KeptAs | None = None
    states: frozenset[State] = frozenset()
    open_only: bool = True
    undated: bool = True
    limit: int | None = None
    after: Key | None = None


def tasks_due(
    account: Account, wanted: Wanted, *, on: date | None = None, scope: Scope | None = None
) -> list[Due]:
    """The tasks that an account sees, by due day; a recurring one once for each time it is due.

    Of a recurring one the first time shows however late it is; one that has no time has no due day.
    The number of queries does not hang on that of the tasks.
    """
    day, scope, path = on or today(), scope or scope_of(account), "assignee__"
    rows = TaskAssignee.objects.filter(meant(account, scope, wanted))
    once = rows.filter(due__isnull=False)
    times = TaskOccurrence.objects.filter(meant(account, scope, wanted, path))
    if not _ends_by_then(wanted, day):
        shown = out_of_view(wanted.times_to).times_by(wanted.times_to)
        times = times.filter(shown | _next_open(rows, day) if wanted.next_times else shown)
    found = list(
        islice(
            merge(
                _keys(_after(_between(once, wanted, day), wanted.after), wanted),
                _keys(_after(_between(times, wanted, day), wanted.after, times=True), wanted, "assignee"),
            ),
            wanted.limit,
        )
    )
    if wanted.undated and not (wanted.overdue or wanted.first or wanted.last):
        undated = _still(rows.filter(out_of_view(wanted.times_to).undated), wanted, day).order_by("pk")
        if wanted.after is not None and wanted.after[0] == date.max:
            undated = undated.filter(pk__gt=wanted.after[-1])
        left = None if wanted.limit is None else wanted.limit - len(found)
        found += [(date.max, 0, number) for number in undated.values_list("pk", flat=True)[:left]]
    return _told(found, day)


def _next_open(rows: QuerySet, day: date) -> Q:
    """Of each row the first time from a day on that is open."""
    ahead = TaskOccurrence.objects.filter(assignee=OuterRef("pk"), due__gte=day, reported_on=None)
    first = ahead.exclude(state=State.WITHDRAWN.value).order_by("due").values("pk")[:1]
    found = rows.exclude(task__recurrence__in=WITHOUT_DAYS).order_by().values_list(Subquery(first), flat=True)
    return Q(pk__in=[time for time in found if time is not None])


def _ends_by_then(wanted: Wanted, day: date) -> bool:
    """Whether nothing that is due after `times_to` is asked for anyway."""
    last = day if wanted.overdue else wanted.last
    return wanted.times_to is not None and last is not None and last <= wanted.times_to


def _after(rows: QuerySet, key: Key | None, *, times: bool = False) -> QuerySet:
    """What comes after a key: on its day the tasks that are done once, then the times of others."""
    if key is None:
        return rows
    due, time, number = key
    last = time if times else number
    if time and not times:
        return rows.filter(due__gt=due)
    return rows.filter(Q(due__gt=due) | Q(due=due, pk__gt=last))


def meant(account: Account, scope: Scope, wanted: Wanted, path: str = "") -> Q:
    """Which rows are asked for, whatever their days and states; `path` leads to the row."""
    asked = Q(**{f"{path}{name}": value for name, value in _asked(wanted).items()})
    for word in wanted.words.split():
        asked &= Q(**{f"{path}task__action__icontains": word})
    if wanted.own:
        asked &= own_rows(account, scope, path)
    return seen_by(account, scope, path) & asked


def _asked(wanted: Wanted) -> dict[str, Any]:
    """Which rows are asked for: look-up → value."""
    asked = {
        "office_key__in": office_keys(wanted.office) if wanted.office else None,
        "unit__in": ground(frozenset({wanted.unit})) if wanted.unit else None,
        "to__name": wanted.to or None,
        "task__directive": wanted.directive,
        "supports": False if wanted.overdue or wanted.kept else None,
    }
    return {name: value for name, value in asked.items() if value is not None}


def office_keys(name: str) -> list[str]:
    """The keys under which tasks were given to an office, with and without its place, now or earlier."""
    keys = {one.key for one in _offices(opened_home(), newest_writes())}
    return sorted(key for key in keys if same_office(key, name))


def _between(rows: QuerySet, wanted: Wanted, day: date) -> QuerySet:
    if wanted.first is not None:
        rows = rows.filter(due__gte=wanted.first)
    if wanted.last is not None:
        rows = rows.filter(due__lte=wanted.last)
    if wanted.overdue:
        rows = rows.filter(due__lt=day)
    return _still(rows, wanted, day)


def _still(rows: QuerySet, wanted: Wanted, day: date) -> QuerySet:
    """What is in the states, or not reported done by the day; what was withdrawn shows with what is done."""
    if wanted.kept:
        return rows.filter(kept_as(wanted.kept, day))
    if wanted.states:
        return rows.filter(state__in=[state.value for state in wanted.states])
    if not (wanted.open_only or wanted.overdue):
        return rows
    still = Q(reported_on=None) if day >= today() else Q(reported_on=None) | Q(reported_on__gt=day)
    return rows.filter(still).exclude(state=State.WITHDRAWN.value)


def _keys(rows: QuerySet, wanted: Wanted, *row: str) -> list[Key]:
    """By due day, then by number; `row` leads from a time to its row."""
    found = rows.order_by("due", "pk").values_list("due", "pk", *row)[: wanted.limit]
    return [(due, number if of else 0, next(iter(of), number)) for due, number, *of in found]


class _Row(NamedTuple):
    """What a line says of a task that an office has."""

    number: int
    task: int
    action: str
    office: str
    office_key: str
    unit: str
    to_number: int | None
    to: str | None
    to_in_full: str | None
    giver: str
    document: str
    given_on: date
    route: str
    recurrence: str
    leads: bool
    supports: bool
    first_due: date | None
    state: str
    due: date | None
    reported_on: date | None
    confirmed_on: date | None


class _Time(NamedTuple):
    """What a line says of one time of a task."""

    number: int
    state: str
    due: date
    reported_on: date | None
    confirmed_on: date | None


_MOVED = ("state", "due", "reported_on", "confirmed_on")
# In the order of `_Row`.
_OF_ROW = (
    "pk", "task", "task__action", "office", "office_key", "unit", "to", "to__name", "to__full_name",
    "task__giver", "task__document", "task__given_on", "task__route", "task__recurrence", "leads", "supports",
    "task__due", *_MOVED,
)  # fmt: skip


def _told(keys: list[Key], on: date) -> list[Due]:
    rows = TaskAssignee.objects.filter(pk__in={number for _due, _time, number in keys}).values_list(*_OF_ROW)
    times = TaskOccurrence.objects.filter(pk__in={time for _due, time, _number in keys if time})
    told = {row[0]: _Row(*row) for row in rows}
    of_time = {time[0]: _Time(*time) for time in times.values_list("pk", *_MOVED)}
    return [_due(told[number], of_time.get(time), on) for _day, time, number in keys]


def due_of(row: TaskAssignee, time: TaskOccurrence | None, on: date) -> Due:
    """A task as an office has it, or one time of it, as it stands on a day."""
    task, to = row.task, row.to
    told = _Row(
        row.pk, task.pk, task.action, row.office, row.office_key, row.unit, row.to_id, to and to.name,
        to and to.full_name, task.giver, task.document, task.given_on, task.route, task.recurrence, row.leads,
        row.supports, task.due, *_moved(row),
    )  # fmt: skip
    return _due(told, time and _Time(time.pk, *_moved(time)), on)


def _moved(one: TaskAssignee | TaskOccurrence) -> tuple[Any, ...]:
    return one.state, one.due, one.reported_on, one.confirmed_on


def _due(row: _Row, time: _Time | None, on: date) -> Due:
    moved = time or row
    state = State(moved.state)
    first_due = time.due if time else row.first_due
    said = marks(state, due=moved.due, first_due=first_due, reported_on=moved.reported_on, on=on)
    return Due(
        number=row.number,
        occurrence=time and time.number,
        task=row.task,
        action=row.action,
        office=row.office,
        office_key=row.office_key,
        unit=row.unit,
        to=row.to,
        to_number=row.to_number,
        doer=row.to_in_full or row.to or "",
        giver=row.giver,
        document=row.document,
        given_on=row.given_on,
        route=row.route,
        recurrence=row.recurrence,
        leads=row.leads,
        supports=row.supports,
        state=state,
        due=moved.due,
        first_due=first_due,
        reported_on=moved.reported_on,
        confirmed_on=moved.confirmed_on,
        marks=said - {Mark.OVERDUE} if row.supports else said,
    )
