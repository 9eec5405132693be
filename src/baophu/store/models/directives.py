"""Directives that came, which office has read them, and what was read in them, item by item."""

from enum import StrEnum
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.fields import json, text
from baophu.store.models.received import ReceivedFile


class Directive(models.Model):
    """A directive. Number and day are empty where the document leaves them blank.

    `addressees`, `copies`, `cited` and `problems` are as a directive's JSON has them. `head_read` is its head
    as it was read (number, date, issuer, title, addressees, and `places` where they stand), whatever people
    made of it since. `file` is None where only what was read came, without the document.
    """

    number = text(Sensitivity.PUBLIC, default="")
    issued_on = models.DateField(null=True)
    issuer = text(Sensitivity.PUBLIC, default="")
    title = text(Sensitivity.PUBLIC, default="")
    addressees = json(Sensitivity.PUBLIC, default=list)
    copies = json(Sensitivity.PUBLIC, default=list)
    cited = json(Sensitivity.PUBLIC, default=list)
    problems = json(Sensitivity.PUBLIC, default=list)
    head_read = json(Sensitivity.PUBLIC, default=dict)
    file = models.ForeignKey(ReceivedFile, models.PROTECT, null=True, related_name="directives")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["file"], condition=models.Q(file__isnull=False), name="directive_file_once"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["issued_on"], name="directive_issued_on")]


class DirectiveRead(models.Model):
    """That an office has read a directive, on the day `on`; `by` says so."""

    directive = models.ForeignKey(Directive, models.CASCADE, related_name="reads")
    office = text(Sensitivity.PUBLIC)
    office_key = text(Sensitivity.PUBLIC)
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["directive", "office_key"], name="directive_read_once")
        ]


class Verdict(StrEnum):
    """What was said of something that was read; `ADDED`: its reader missed it."""

    OPEN = "open"
    ACCEPTED = "accepted"
    MENDED = "mended"
    DROPPED = "dropped"
    ADDED = "added"


VERDICTS = [(verdict.value, verdict.value) for verdict in Verdict]


class ReadItem(models.Model):
    """A figure (`indicator`) or a task that was read in a directive.

    `as_read` is its JSON as it was read, its words and their place in the text among it; `as_mended` what
    people made of it. Nothing becomes a target or a task before it is accepted or mended. Of what was added
    `as_read` holds only its words and their place.
    """

    directive = models.ForeignKey(Directive, models.CASCADE, related_name="items")
    kind = text(Sensitivity.INTERNAL, choices=[("indicator", "indicator"), ("task", "task")])
    position = models.IntegerField()
    as_read = json(Sensitivity.PUBLIC)
    as_mended = json(Sensitivity.PUBLIC, null=True)
    verdict = text(Sensitivity.INTERNAL, choices=VERDICTS, default=Verdict.OPEN.value)
    target = models.ForeignKey("store.Target", models.PROTECT, null=True, related_name="items")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["directive", "kind", "position"], name="read_item_once")
        ]
