"""The times at which recurring tasks fall due are made up to a day; making them again changes nothing.

Where days off change, what is open moves to its new due days; what was reported stays.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Max, QuerySet

from baophu.base.clock import today
from baophu.base.numbers import format_count
from baophu.base.words import _
from baophu.base.working_days import A_DAY, working_day_before, working_day_on_or_after
from baophu.directives.days.recurrence import Occurrence, Recurrence, Rule, due_on, occurrences
from baophu.directives.states import DONE, OPEN, State
from baophu.store.actions.recording import record
from baophu.store.announced_days import follow_announced_days
from baophu.store.models import Account, Office, Task, TaskAssignee, TaskDueMoved, TaskOccurrence
from baophu.store.out_of_view import WITHOUT_DAYS
from baophu.store.questions import account_named
from baophu.store.tasks import rule_of

A_YEAR = timedelta(days=366)
AT_ONCE = 5000
ENDED = (State.WITHDRAWN.value, *DONE)
RULE = ("recurrence", "weekday", "day", "month", "before")
# What was due on some day by a rule's day, and is due on another; None: not at all.
type _Step = tuple[QuerySet, date | None, date | None]


@dataclass(frozen=True, slots=True)
class Times:
    """How many times were made, and how many due days moved, those that fell away or came back among them."""

    made: int
    moved: int

    def words(self) -> str:
        made = _("{count} due days were made.").format(count=format_count(self.made))
        moved = _("{count} due days moved.").format(count=format_count(self.moved))
        return f"{made} {moved}" if self.moved else made


def make_task_times(*, by: Account, until: date | None = None) -> Times:
    """Make the times of all recurring tasks to the day `until`, a year from today where none is said.

    Where days off were announced since, what is open moves to its new due day. Raises MayNot.
    """
    horizon = until or today() + A_YEAR
    with transaction.atomic():
        _one_at_a_time()
        moved = sum(_move(step, by) for step in _out_of_step()) + sum(_move_once(by))
        new = _new(_waiting(), horizon, _last_of_each(), _known_from(today()))
        TaskOccurrence.objects.bulk_create(new, batch_size=AT_ONCE)
        record(
            by=by,
            action="make_task_times",
            object="tasks",
            until=str(horizon),
            made=len(new),
            moved=moved,
        )
    return Times(len(new), moved)


def keep_times_ahead() -> Times:
    """As `make_task_times` to a year from today, in the operator’s name, where anything is to be changed.

    Others may write while that is looked up.
    """
    wanted = _new(_waiting(), today() + A_YEAR, _last_of_each())
    if not wanted and next(_out_of_step(), None) is None:
        return Times(0, 0)
    return make_task_times(by=account_named(None))


def make_first_times(rows: Iterable[TaskAssignee]) -> int:
    """The times of the rows of a task that was just given, to a year from today, inside its transaction."""
    new = _new(rows, today() + A_YEAR, {})
    TaskOccurrence.objects.bulk_create(new, batch_size=AT_ONCE)
    return len(new)


def _one_at_a_time() -> None:
    """Another who makes times waits until this transaction ends, and then finds them made.

    Days off that others announced meanwhile stand.
    """
    Office.objects.select_for_update().get()
    follow_announced_days()


def _waiting() -> QuerySet:
    """The recurring tasks that offices have."""
    rows = TaskAssignee.objects.exclude(task__recurrence__in=WITHOUT_DAYS).exclude(state__in=ENDED)
    told = [f"task__{name}" for name in (*RULE, "given_on", "counts_from", "until")]
    return rows.select_related("task").only("task", *told)


def _last_of_each() -> dict[int, date]:
    """Row → the nominal day of its last time."""
    return dict(TaskOccurrence.objects.order_by().values_list("assignee").annotate(Max("nominal")))


def _known_from(first: date) -> dict[int, set[date]]:
    """Row → the nominal days that it has from a day on."""
    known: dict[int, set[date]] = defaultdict(set)
    for row, nominal in TaskOccurrence.objects.filter(nominal__gte=first).values_list("assignee", "nominal"):
        known[row].add(nominal)
    return known


def _new(
    rows: Iterable[TaskAssignee],
    horizon: date,
    last: Mapping[int, date],
    known: Mapping[int, set[date]] | None = None,
) -> list[TaskOccurrence]:
    """The times after the last one that each row has; with those `known` also what lacks from today on."""
    wanted: dict[tuple[Rule, date, date], list[Occurrence]] = {}
    new = []
    for row in rows:
        rule, until = rule_of(row.task), min(horizon, row.task.until or horizon)
        if rule is None:
            continue
        begins = row.task.counts_from or row.task.given_on
        first = last[row.pk] + A_DAY if row.pk in last else begins
        if known is not None:
            first = max(min(first, today()), begins)
        key = (rule, first, until)
        if key not in wanted:
            wanted[key] = occurrences(*key)
        has = known.get(row.pk, ()) if known else ()
        new += [
            TaskOccurrence(assignee=row, nominal=one.nominal, due=one.due)
            for one in wanted[key]
            if one.nominal not in has
        ]
    return new


def _out_of_step() -> Iterator[_Step]:
    """The times from today on that are due on another day by now, or not any more, or again."""
    ahead = TaskOccurrence.objects.filter(due__gte=today(), reported_on=None)
    ahead = ahead.exclude(assignee__state__in=ENDED)
    path = {name: f"assignee__task__{name}" for name in RULE}
    for states, stand in ((OPEN, True), ((State.WITHDRAWN.value,), False)):
        times = ahead.filter(state__in=states)
        for *told, nominal, due in times.order_by().values_list(*path.values(), "nominal", "due").distinct():
            recurrence, *rest = told
            wanted = _due_now(due_on(Rule(Recurrence(recurrence), *rest), nominal))
            if wanted != (due if stand else None):
                of_rule = dict(zip(path.values(), told, strict=True))
                yield times.filter(**of_rule, nominal=nominal, due=due), due if stand else None, wanted


def _due_now(due: date | None) -> date | None:
    """The day itself; where it would have passed unheard, the next on which offices work."""
    return due if due is None or due >= today() else working_day_on_or_after(today())


def _move(step: _Step, by: Account) -> int:
    """Move the times of a step; returns how many."""
    times, was, due = step
    found = list(times.values_list("pk", "assignee"))
    state = State.WITHDRAWN if due is None else State.GIVEN if was is None else None
    changed: dict[str, Any] = ({"due": due} if due else {}) | ({"state": state.value} if state else {})
    times.update(**changed)
    moved = (
        TaskDueMoved(by=by, assignee_id=row, occurrence_id=time, was=was, due=due) for time, row in found
    )
    TaskDueMoved.objects.bulk_create(moved, batch_size=AT_ONCE)
    return len(found)


def _move_once(by: Account) -> Iterator[int]:
    """Move what is done once and is due before a day: by the last working day before it, as it is by now.

    Who has reported it done moves along with who has not: they were in time, and stay so.
    """
    tasks = Task.objects.filter(recurrence__in=WITHOUT_DAYS, due__gte=today(), deadline__gt=F("due"))
    for task in tasks.filter(assignees__state__in=OPEN, assignees__due=F("due")).distinct():
        due = _due_now(working_day_before(task.deadline))
        if due == task.due:
            continue
        rows = task.assignees.filter(due=task.due)
        open_rows = list(rows.filter(state__in=OPEN).values_list("pk", flat=True))
        TaskDueMoved.objects.bulk_create(
            TaskDueMoved(by=by, assignee_id=row, was=task.due, due=due) for row in open_rows
        )
        rows.update(due=due)
        task.due = due
        task.save(update_fields=["due"])
        yield len(open_rows)
