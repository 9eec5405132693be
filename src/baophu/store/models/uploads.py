"""Files that were handed in and wait to be looked at: kept as lists, or dropped."""

from enum import StrEnum
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.fields import json, text
from baophu.store.models.jobs import Job


class UploadState(StrEnum):
    OPEN = "open"
    KEPT = "kept"
    DROPPED = "dropped"


class Upload(models.Model):
    """A file in `incoming/<number>/` until it is kept or dropped.

    `kind`, `sender` and `on` are what its reader was told, empty where the file says it itself; `tables`
    (`store.corrections`) what it was told of single tables. The result of `reading` is what was recognised.
    """

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    name = text(Sensitivity.INTERNAL)
    size = models.BigIntegerField()
    sha256 = text(Sensitivity.INTERNAL)
    state = text(Sensitivity.INTERNAL, default=UploadState.OPEN.value)
    kind = text(Sensitivity.INTERNAL, default="")
    sender = text(Sensitivity.INTERNAL, default="")
    on = models.DateField(null=True)
    tables = json(Sensitivity.INTERNAL, default=list)
    reading = models.ForeignKey(Job, models.PROTECT, null=True, related_name="+")
    keeping = models.ForeignKey(Job, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sha256"], condition=models.Q(state="open"), name="upload_waits_once"
            )
        ]
