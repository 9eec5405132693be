"""Visits to people who are to be reached, and what came of each."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.fields import text
from baophu.store.models.received import ReceivedList
from baophu.store.models.worklists import Worklist


class StandingVisits(models.Manager):
    """The visits that were not undone, and whose sheet was not withdrawn where they came on one."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().filter(undone_at=None, list__withdrawn_at=None)


class Visit(models.Model):
    """What came of a visit to a person, by number, about one scheme. A later one takes its place.

    `outcome` is a code of `gaps.outcomes.Outcome`; `list` and `row` say where it stands on a filled sheet
    that was received.
    """

    person = models.BigIntegerField()
    scheme = text(Sensitivity.INTERNAL)
    worklist = models.ForeignKey(Worklist, models.PROTECT, null=True, related_name="visits")
    outcome = text(Sensitivity.SENSITIVE)
    on = models.DateField()
    promise_on = models.DateField(null=True)
    receipt = text(Sensitivity.PERSONAL, default="")
    note = text(Sensitivity.SENSITIVE, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    list = models.ForeignKey(ReceivedList, models.PROTECT, null=True, related_name="visits")
    row = models.IntegerField(null=True)
    undone_at = models.DateTimeField(null=True)

    objects = models.Manager()
    standing = StandingVisits()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["person"], name="visit_person")]
