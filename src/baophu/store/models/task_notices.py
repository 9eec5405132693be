"""Notices of tasks that fall due or are overdue: whom was told of what, once."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.fields import text
from baophu.store.models.tasks import TaskAssignee, TaskOccurrence


class TaskNotice(models.Model):
    """That `office` was told of a task on the day `on`, `stage` being how near or late it was.

    `stage` is a `directives.notices.Stage`; of each stage an office is told once for each due day.
    """

    assignee = models.ForeignKey(TaskAssignee, models.CASCADE, related_name="notices")
    occurrence = models.ForeignKey(TaskOccurrence, models.CASCADE, null=True, related_name="notices")
    office = text(Sensitivity.PUBLIC)
    stage = text(Sensitivity.INTERNAL)
    due = models.DateField()
    on = models.DateField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["assignee", "stage", "due"],
                condition=models.Q(occurrence=None),
                name="task_notice_once",
            ),
            models.UniqueConstraint(
                fields=["occurrence", "stage", "due"],
                condition=models.Q(occurrence__isnull=False),
                name="task_notice_of_time_once",
            ),
        ]
