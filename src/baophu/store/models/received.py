"""Lists that were received: the bytes as they came and the tables found in them."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from baophu.lists.kinds.declare import Sensitivity
from baophu.lists.kinds.visits import VISITS
from baophu.store.models.fields import json, text


class ReceivedFile(models.Model):
    """A file that someone sent, kept as `received/<sha256>/<name>`."""

    sha256 = text(Sensitivity.INTERNAL, unique=True)
    name = text(Sensitivity.INTERNAL)
    size = models.BigIntegerField()
    received_at = models.DateTimeField(default=timezone.now)
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")


class StandingLists(models.Manager):
    """The lists that were not withdrawn, in the order of receipt."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().filter(withdrawn_at=None).select_related("file").order_by("pk")


class ListsOfBuilds(StandingLists):
    """The standing lists that builds read. Filled worklists are not: what they bring are visits."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().exclude(kind=VISITS.name)


class ReceivedList(models.Model):
    """One table found in a file; the pk is the order of receipt.

    `key` is `<16 hex of the file's hash>/<sheet>`, `extents` what the list speaks for, `names` the places its
    rows name, `rows_path` the Parquet of its clean rows below the home. Always rows = accepted + rejected +
    structure. A withdrawn list stays, but no build reads it. A list that `mends` another adds its rows to it,
    and speaks for nothing itself.
    """

    key = text(Sensitivity.INTERNAL)
    file = models.ForeignKey(ReceivedFile, models.PROTECT, related_name="lists")
    sheet = text(Sensitivity.INTERNAL)
    kind = text(Sensitivity.INTERNAL)
    sender = text(Sensitivity.INTERNAL, default="")
    as_of = models.DateField()
    header_row = models.BigIntegerField()
    rows = models.BigIntegerField()
    accepted = models.BigIntegerField()
    doubtful = models.BigIntegerField()
    rejected = models.BigIntegerField()
    structure = models.BigIntegerField()
    columns = json(Sensitivity.INTERNAL, default=dict)
    extents = json(Sensitivity.INTERNAL, default=list)
    names = json(Sensitivity.INTERNAL, default=dict)
    rows_path = text(Sensitivity.INTERNAL)
    mends = models.ForeignKey("self", models.PROTECT, null=True, related_name="mended_by")
    received_at = models.DateTimeField(default=timezone.now)
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    why_withdrawn = text(Sensitivity.INTERNAL, default="")

    objects = models.Manager()
    standing = StandingLists()
    of_builds = ListsOfBuilds()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["key"], condition=models.Q(withdrawn_at=None), name="list_stands_once"
            )
        ]


class MendedRow(models.Model):
    """A rejected row, by its number, of the list that `list` mends: it came back, and was accepted."""

    list = models.ForeignKey(ReceivedList, models.PROTECT, related_name="mended_rows")
    row = models.BigIntegerField()
