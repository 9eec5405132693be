"""Builds that were finished, which of them is current, and the lease of the one being made."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.fields import json, text

THE_ONE = 1


class Build(models.Model):
    """A finished build: `builds/<name>/`, with a checksum for each of its tables."""

    name = text(Sensitivity.INTERNAL, unique=True)
    on = models.DateField()
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    checksums = json(Sensitivity.INTERNAL, default=dict)


class CurrentBuild(models.Model):
    """The pointer: the one row says which build is read. It is written last."""

    build = models.ForeignKey(Build, models.PROTECT, related_name="+")


class BuildLease(models.Model):
    """The one row says who is building now. Without a heartbeat for a while it is free to be taken over."""

    holder = text(Sensitivity.INTERNAL, default="")
    heartbeat = models.DateTimeField(null=True)
