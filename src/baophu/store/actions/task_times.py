"""The times at which recurring tasks fall due are made up to a day; making them again changes nothing."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Max

from baophu.base.clock import today
from baophu.directives.recurrence import Occurrence, Recurrence, due_on, occurrences
from baophu.directives.states import DONE, OPEN, State
from baophu.store.actions.recording import record
from baophu.store.models import Account, Task, TaskAssignee, TaskOccurrence
from baophu.store.questions import account_named
from baophu.store.tasks import rule_of

A_YEAR = timedelta(days=366)
AT_ONCE = 5000
ENDED = (State.WITHDRAWN.value, *DONE)


def make_task_times(*, by: Account, until: date | None = None) -> int:
    """Make the times of all recurring tasks to the day `until`, a year from today where none is said.

    Where days off were announced since, those that are open move to their new due days. Returns how many
    were made. Raises MayNot.
    """
    horizon = until or today() + A_YEAR
    with transaction.atomic():
        rows = _waiting()
        moved = list(_moved(rows))
        TaskOccurrence.objects.bulk_update(moved, ["due"], batch_size=AT_ONCE)
        new = _new(rows, horizon, _last_of_each())
        TaskOccurrence.objects.bulk_create(new, batch_size=AT_ONCE, ignore_conflicts=True)
        told = {"until": str(horizon), "made": len(new), "moved": len(moved)}
        record(by=by, action="make_task_times", object="tasks", **told)
    return len(new)


def keep_times_ahead() -> int:
    """As `make_task_times` to a year from today, in the operator's name, where anything is to be made.

    Others may write while that is looked up.
    """
    new = _new(_waiting(), today() + A_YEAR, _last_of_each())
    return make_task_times(by=account_named(None)) if new else 0


def _waiting() -> list[TaskAssignee]:
    """The recurring tasks that offices have."""
    rows = TaskAssignee.objects.exclude(task__recurrence="").exclude(state__in=ENDED)
    return list(rows.select_related("task"))


def _last_of_each() -> dict[int, date]:
    """Row → the nominal day of its last time."""
    return dict(TaskOccurrence.objects.order_by().values_list("assignee").annotate(Max("nominal")))


def make_first_times(task: Task) -> int:
    """The times of a task that was just given, to a year from today, inside its action's transaction."""
    rows = TaskAssignee.objects.filter(task=task).select_related("task")
    new = _new(rows, today() + A_YEAR, {})
    TaskOccurrence.objects.bulk_create(new, batch_size=AT_ONCE, ignore_conflicts=True)
    return len(new)


def _new(rows: Iterable[TaskAssignee], horizon: date, last: Mapping[int, date]) -> list[TaskOccurrence]:
    """The times after the last one that each row has."""
    wanted: dict[int, list[Occurrence]] = {}
    new = []
    for row in rows:
        if row.task_id not in wanted:
            wanted[row.task_id] = _wanted(row.task, horizon)
        new += [
            TaskOccurrence(assignee=row, nominal=one.nominal, due=one.due)
            for one in wanted[row.task_id]
            if one.nominal > last.get(row.pk, date.min)
        ]
    return new


def _wanted(task: Task, horizon: date) -> list[Occurrence]:
    rule = rule_of(task)
    return occurrences(rule, task.given_on, min(horizon, task.until or horizon)) if rule else []


def _moved(rows: Iterable[TaskAssignee]) -> Iterator[TaskOccurrence]:
    """The open times from today on whose due day is another by now."""
    rules = {row.pk: rule for row in rows if (rule := rule_of(row.task))}
    times = TaskOccurrence.objects.filter(due__gte=today(), reported_on=None, state__in=OPEN)
    for time in times.exclude(assignee__task__recurrence=Recurrence.DAILY.value).iterator():
        rule = rules.get(time.assignee_id)
        if rule and (due := due_on(rule, time.nominal)) != time.due:
            time.due = due
            yield time
