"""What was said once of lists of a shape, for the next of their sender."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.fields import json, text


class StandingCorrections(models.Manager):
    """The corrections that were not forgotten, in the order in which they were made."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().filter(forgotten_at=None).select_related("by").order_by("pk")


class ListCorrection(models.Model):
    """How tables of a shape, from whoever `origin` says, are read (see `lists.told`); the last one holds.

    Empty `kind`, `sender` and `months`: the table says it itself. `columns` maps headings to columns.
    """

    origin = text(Sensitivity.INTERNAL)
    shape = text(Sensitivity.INTERNAL)
    kind = text(Sensitivity.INTERNAL, default="")
    sender = text(Sensitivity.INTERNAL, default="")
    months = models.IntegerField(null=True)
    columns = json(Sensitivity.INTERNAL, default=dict)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    forgotten_at = models.DateTimeField(null=True)
    forgotten_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = models.Manager()
    standing = StandingCorrections()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["origin", "shape"], name="correction_of")]
