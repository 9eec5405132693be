"""The times at which recurring tasks fall due are made up to a day; making them again changes nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.db import transaction
from django.db.models import QuerySet

from baophu.base.clock import today
from baophu.directives.recurrence import Occurrence, occurrences
from baophu.directives.states import DONE, OPEN, State
from baophu.store.actions.recording import record
from baophu.store.models import Account, Task, TaskAssignee, TaskOccurrence
from baophu.store.tasks import rule_of

A_YEAR = timedelta(days=366)
AT_ONCE = 5000


def make_task_times(*, by: Account, until: date | None = None) -> int:
    """Make the times of all recurring tasks to the day `until`, a year from today where none is said.

    Where days off were announced since, those that are open move to their new due days. Returns how many
    were made. Raises MayNot.
    """
    with transaction.atomic():
        made = make_times(TaskAssignee.objects.exclude(task__recurrence=""), until)
        record(
            by=by, action="make_task_times", object="tasks", until=str(until or today() + A_YEAR), made=made
        )
    return made


def make_times(rows: QuerySet, until: date | None = None) -> int:
    """As `make_task_times`, of some offices' tasks, inside an action's transaction."""
    horizon = until or today() + A_YEAR
    waiting = rows.exclude(state__in=[State.WITHDRAWN.value, *DONE]).select_related("task").order_by("pk")
    of_task: dict[int, list[TaskAssignee]] = defaultdict(list)
    for row in waiting:
        of_task[row.task_id].append(row)
    wanted = {number: _wanted(of_one[0].task, horizon) for number, of_one in of_task.items()}
    known = _known(of_task)
    new = [
        TaskOccurrence(assignee=row, nominal=one.nominal, due=one.due)
        for number, of_one in of_task.items()
        for row in of_one
        for one in wanted[number]
        if one.nominal not in known[row.pk]
    ]
    TaskOccurrence.objects.bulk_create(new, batch_size=AT_ONCE)
    moved = list(_moved(of_task, wanted, known))
    TaskOccurrence.objects.bulk_update(moved, ["due"], batch_size=AT_ONCE)
    return len(new)


def _wanted(task: Task, horizon: date) -> list[Occurrence]:
    rule = rule_of(task)
    last = min(horizon, task.until or horizon)
    return occurrences(rule, task.given_on, last) if rule else []


def _known(of_task: dict[int, list[TaskAssignee]]) -> dict[int, dict[date, TaskOccurrence]]:
    """Row → nominal day → the time that is made already."""
    known: dict[int, dict[date, TaskOccurrence]] = defaultdict(dict)
    for time in TaskOccurrence.objects.filter(assignee__task__in=list(of_task)):
        known[time.assignee_id][time.nominal] = time
    return known


def _moved(
    of_task: dict[int, list[TaskAssignee]],
    wanted: dict[int, list[Occurrence]],
    known: dict[int, dict[date, TaskOccurrence]],
) -> Iterator[TaskOccurrence]:
    """The open times whose due day is another by now."""
    for number, rows in of_task.items():
        due = {one.nominal: one.due for one in wanted[number]}
        for time in _times(rows, known):
            if time.state in OPEN and due.get(time.nominal, time.due) != time.due:
                time.due = due[time.nominal]
                yield time


def _times(
    rows: Iterable[TaskAssignee], known: dict[int, dict[date, TaskOccurrence]]
) -> Iterator[TaskOccurrence]:
    return (time for row in rows for time in known[row.pk].values())
