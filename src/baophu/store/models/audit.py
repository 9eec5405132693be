"""What was decided, and who looked at whom."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.fields import json, text


class AuditEntry(models.Model):
    """One write, in the same transaction as what it tells of. `values` holds no personal data.

    `by` is empty where nobody was signed in: a log-in that failed. The database refuses to change or delete
    these rows and those of looks.
    """

    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    action = text(Sensitivity.INTERNAL)
    object = text(Sensitivity.INTERNAL)
    values = json(Sensitivity.INTERNAL, default=dict)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["action", "id"], name="audit_action"),
            models.Index(fields=["at"], name="audit_at"),
        ]


class Look(models.Model):
    """One look at people: by whom, for what purpose, with which command or page."""

    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    purpose = text(Sensitivity.INTERNAL)
    command = text(Sensitivity.INTERNAL)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["at"], name="look_at")]


class LookedAt(models.Model):
    """A person, by number, whom a look showed, and the unit they then lived in ("" where it is not known)."""

    look = models.ForeignKey(Look, models.PROTECT, related_name="people", db_index=False)
    person = models.BigIntegerField()
    unit = text(Sensitivity.PERSONAL, default="")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["person"], name="looked_at_person"),
            models.Index(fields=["look", "unit"], name="looked_at_look"),
        ]
