"""Days off and swapped days that were announced since this version was made, and the due days they moved."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.decision import Decision, one_standing
from baophu.store.models.fields import text
from baophu.store.models.tasks import TaskAssignee, TaskOccurrence


class AnnouncedDay(Decision):
    """That offices are closed on `day` because of `why`, or work on it where `why` is empty.

    `source` is the document that announced it.
    """

    day = models.DateField()
    why = text(Sensitivity.PUBLIC, default="")
    source = text(Sensitivity.PUBLIC)

    class Meta:
        constraints: ClassVar = [one_standing("day", name="announced_day_once")]


class TaskDueMoved(models.Model):
    """That a task of an office, or one time of it, is due by `due` instead of `was`: days off changed.

    `due` is empty where it is not due any more, `was` where it was not due before.
    """

    assignee = models.ForeignKey(TaskAssignee, models.CASCADE, related_name="dues_moved")
    occurrence = models.ForeignKey(TaskOccurrence, models.CASCADE, null=True, related_name="dues_moved")
    was = models.DateField(null=True)
    due = models.DateField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["at"], name="task_due_moved_at")]
