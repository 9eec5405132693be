"""Notices of tasks that fall due or are overdue: whom was told of what, once."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.fields import json, text
from baophu.store.models.mails import Mail
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


class Told(models.Model):
    """That a person was told of a notice, in the pages and, where there is a `mail`, by that one too."""

    notice = models.ForeignKey(TaskNotice, models.CASCADE, related_name="told", db_index=False)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="told", db_index=False)
    mail = models.ForeignKey(Mail, models.SET_NULL, null=True, related_name="told")
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["notice", "account"], name="told_once")]
        indexes: ClassVar = [
            models.Index(fields=["account", "-id"], name="told_account"),
            models.Index(fields=["account"], condition=models.Q(read_at=None), name="told_unread"),
        ]


class NoticeDay(models.Model):
    """That the notices of a day were made; `nobody` are the offices for which no account could be told."""

    day = models.DateField(unique=True)
    nobody = json(Sensitivity.PUBLIC, default=list)
    at = models.DateTimeField(default=timezone.now)
