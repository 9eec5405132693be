"""Tasks: what is to be done, by which offices, by when, and how far each has come."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from baophu.directives.days.recurrence import Recurrence
from baophu.directives.states import OPEN, State
from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.directives import Directive, ReadItem
from baophu.store.models.fields import text

STATES = [(state.value, state.value) for state in State]
NOT_REPORTED = models.Q(reported_on=None)
# What still asks for something: it is to be done, or to be confirmed.
WAITING = models.Q(state__in=[state.value for state in State if state in OPEN or state == State.REPORTED])
CONFIRMED = models.Q(state=State.CONFIRMED.value)


class Task(models.Model):
    """One instructed action. Each office that has it has a row of its own (`TaskAssignee`).

    `deadline` is the day as it is written, `due` the working day by which that is; both are empty where there
    is none, and of recurring tasks, which fall due by their rule (`weekday`, `day`, `month`, `before`: see
    `directives.recurrence.Rule`) from `counts_from`, else `given_on`, to `until`. `words` are the directive's
    own; what it asks for each week and each month is two tasks of one `item`.
    """

    directive = models.ForeignKey(Directive, models.PROTECT, null=True, related_name="tasks")
    item = models.ForeignKey(ReadItem, models.PROTECT, null=True, related_name="tasks")
    action = text(Sensitivity.PUBLIC)
    words = text(Sensitivity.PUBLIC, default="")
    section = text(Sensitivity.PUBLIC, default="")
    giver = text(Sensitivity.PUBLIC)
    document = text(Sensitivity.PUBLIC, default="")
    given_on = models.DateField()
    deadline = models.DateField(null=True)
    deadline_words = text(Sensitivity.PUBLIC, default="")
    due = models.DateField(null=True)
    recurrence = text(
        Sensitivity.PUBLIC, choices=[("", ""), *((one.value, one.value) for one in Recurrence)], default=""
    )
    weekday = models.SmallIntegerField(null=True)
    day = models.SmallIntegerField(null=True)
    month = models.SmallIntegerField(null=True)
    before = models.BooleanField(default=False)
    counts_from = models.DateField(null=True)
    until = models.DateField(null=True)
    route = text(Sensitivity.PUBLIC, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)


class TaskAssignee(models.Model):
    """A task as one office has it: `unit` is the commune whose office it is, "" for others.

    `leads` (chủ trì), `supports` (phối hợp); neither: it is simply the office's. `to` is who does it there.
    `due` is the day after all extensions. Of a recurring task each time has a state of its own.
    """

    task = models.ForeignKey(Task, models.CASCADE, related_name="assignees")
    office = text(Sensitivity.PUBLIC)
    office_key = text(Sensitivity.PUBLIC)
    unit = text(Sensitivity.PUBLIC, default="")
    leads = models.BooleanField(default=False)
    supports = models.BooleanField(default=False)
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="tasks")
    state = text(Sensitivity.PUBLIC, choices=STATES, default=State.GIVEN.value)
    due = models.DateField(null=True)
    reported_on = models.DateField(null=True)
    confirmed_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["task", "office_key", "unit"], name="task_assignee_once")
        ]
        indexes: ClassVar = [
            models.Index(fields=["office_key", "due", "state", "reported_on"], name="task_assignee_office"),
            models.Index(fields=["due"], condition=NOT_REPORTED, name="task_assignee_due"),
            models.Index(fields=["unit", "due"], name="task_assignee_unit"),
        ]


class TaskOccurrence(models.Model):
    """A time that an office owes a recurring task: `nominal` is the day of the rule, `due` a working day."""

    assignee = models.ForeignKey(TaskAssignee, models.CASCADE, related_name="occurrences", db_index=False)
    nominal = models.DateField()
    due = models.DateField()
    state = text(Sensitivity.PUBLIC, choices=STATES, default=State.GIVEN.value)
    reported_on = models.DateField(null=True)
    confirmed_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["assignee", "nominal"], name="task_occurrence_once")
        ]
        indexes: ClassVar = [
            models.Index(fields=["assignee", "due", "state", "reported_on"], name="task_occurrence_assignee"),
            models.Index(fields=["due"], condition=NOT_REPORTED, name="task_occurrence_due"),
            models.Index(
                fields=["due", "assignee", "state"], condition=WAITING, name="task_occurrence_waiting"
            ),
            models.Index(fields=["due", "state", "assignee"], name="task_occurrence_by_day"),
        ]


class TaskMove(models.Model):
    """That a task, or one time of it, was moved to another state on a day, and what was said to it.

    A step that `undoes` another puts back what was before it.
    """

    assignee = models.ForeignKey(TaskAssignee, models.CASCADE, related_name="moves")
    occurrence = models.ForeignKey(TaskOccurrence, models.CASCADE, null=True, related_name="moves")
    was = text(Sensitivity.PUBLIC, choices=STATES)
    state = text(Sensitivity.PUBLIC, choices=STATES)
    on = models.DateField()
    note = text(Sensitivity.INTERNAL, default="")
    undoes = models.OneToOneField("self", models.CASCADE, null=True, related_name="undone_by")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)


class TaskHanded(models.Model):
    """That a task was handed to someone of its office; to nobody: it was taken or given back."""

    assignee = models.ForeignKey(TaskAssignee, models.CASCADE, related_name="handings")
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)


class TaskExtension(models.Model):
    """That an office was given until `due` for a task, which `was` due before; the last one counts."""

    assignee = models.ForeignKey(TaskAssignee, models.CASCADE, related_name="extensions")
    was = models.DateField(null=True)
    due = models.DateField()
    why = text(Sensitivity.INTERNAL)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
