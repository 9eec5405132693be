"""Work that takes longer than a page may: what is to be done, who does it, and how far it is."""

from enum import StrEnum
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.fields import json, text


class JobKind(StrEnum):
    READ_UPLOAD = "read_upload"
    READ_DIRECTIVE = "read_directive"
    KEEP_UPLOAD = "keep_upload"
    COMPARE_LIST = "compare_list"
    BUILD = "build"
    CHARTS = "charts"
    REPORT = "report"
    PEOPLE_FILE = "people_file"


class JobState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Job(models.Model):
    """One piece of work. `args`, `result` and `error` hold numbers and words, nobody's data.

    `holder` is the worker that has it and `heartbeat` its last sign of life, `attempts` how often it was
    begun, `stage`, `done` and `total` how far it is (total 0: nobody knows), `error` what went wrong: the
    name of the error (`code`) and, by language, its words.
    """

    kind = text(Sensitivity.INTERNAL)
    args = json(Sensitivity.INTERNAL, default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    state = text(Sensitivity.INTERNAL, default=JobState.QUEUED.value)
    stage = text(Sensitivity.INTERNAL, default="")
    done = models.BigIntegerField(default=0)
    total = models.BigIntegerField(default=0)
    holder = text(Sensitivity.INTERNAL, default="")
    heartbeat = models.DateTimeField(null=True)
    attempts = models.IntegerField(default=0)
    error = json(Sensitivity.INTERNAL, default=dict)
    result = json(Sensitivity.INTERNAL, default=dict)
    made_at = models.DateTimeField(default=timezone.now)
    begun_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["state", "id"],
                name="job_not_ended",
                condition=models.Q(state__in=["queued", "running"]),
            )
        ]

    @property
    def ended(self) -> bool:
        return self.state in (JobState.DONE, JobState.FAILED)
