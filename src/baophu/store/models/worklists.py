"""People handed out to be visited: to whom, why, where, until when."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.fields import text


class OpenWorklists(models.Manager):
    """The worklists that were not closed."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().filter(closed_at=None)


class Worklist(models.Model):
    """A list of people to reach in one place that an account is to visit; its number is the pk.

    `why` is a list of people to reach (`builds.lookups.Reach.why`), `on` the day of the build it was made
    from. While it is open, its people are what the account may see.
    """

    why = text(Sensitivity.INTERNAL)
    scheme = text(Sensitivity.INTERNAL)
    area = text(Sensitivity.PUBLIC)
    hamlet = text(Sensitivity.PUBLIC, default="")
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="worklists")
    due = models.DateField(null=True)
    build = text(Sensitivity.INTERNAL)
    on = models.DateField()
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)

    objects = models.Manager()
    opened = OpenWorklists()


class WorklistPerson(models.Model):
    """Someone on a worklist, by number. `fingerprint` stands for the name as it was handed out."""

    worklist = models.ForeignKey(Worklist, models.CASCADE, related_name="people")
    person = models.BigIntegerField()
    position = models.IntegerField()
    why = text(Sensitivity.INTERNAL)
    fingerprint = text(Sensitivity.PERSONAL)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["worklist", "person"], name="worklist_person_once")
        ]
        indexes: ClassVar = [models.Index(fields=["person"], name="worklist_person")]
