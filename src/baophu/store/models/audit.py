"""What was decided, and who looked at whom."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.fields import json, text


class AuditEntry(models.Model):
    """One write, in the same transaction as what it tells of. `values` holds no personal data."""

    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    action = text(Sensitivity.INTERNAL)
    object = text(Sensitivity.INTERNAL)
    values = json(Sensitivity.INTERNAL, default=dict)


class Look(models.Model):
    """One look at people: by whom, for what purpose, with which command or page."""

    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    purpose = text(Sensitivity.INTERNAL)
    command = text(Sensitivity.INTERNAL)


class LookedAt(models.Model):
    """A person, by number, whom a look showed."""

    look = models.ForeignKey(Look, models.CASCADE, related_name="people")
    person = models.BigIntegerField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["person"], name="looked_at_person")]
