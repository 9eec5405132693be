"""What shows that a task was done: a file, a link, or a figure."""

from enum import StrEnum

from django.conf import settings
from django.db import models
from django.utils import timezone

from baophu.base.words import N_
from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.fields import text
from baophu.store.models.received import ReceivedFile
from baophu.store.models.tasks import TaskAssignee, TaskOccurrence


class EvidenceKind(StrEnum):
    """What shows that a task was done."""

    FILE = "file"
    LINK = "link"
    FIGURE = "figure"


EVIDENCE_WORDS = {
    EvidenceKind.FILE: N_("a file"),
    EvidenceKind.LINK: N_("a link"),
    EvidenceKind.FIGURE: N_("a figure"),
}


class TaskEvidence(models.Model):
    """A piece of evidence for a task, or for one time of it.

    A figure names `area` (key), `scheme`, `measure` (coverage or participants) and `numerator`; it is reached
    at `rate` per million of the denominator or at `people`; with neither the target that stands counts.
    """

    assignee = models.ForeignKey(TaskAssignee, models.CASCADE, related_name="evidence")
    occurrence = models.ForeignKey(TaskOccurrence, models.CASCADE, null=True, related_name="evidence")
    kind = text(Sensitivity.INTERNAL, choices=[(kind.value, kind.value) for kind in EvidenceKind])
    file = models.ForeignKey(ReceivedFile, models.PROTECT, null=True, related_name="+")
    link = text(Sensitivity.INTERNAL, default="")
    area = text(Sensitivity.PUBLIC, default="")
    scheme = text(Sensitivity.PUBLIC, default="")
    measure = text(Sensitivity.PUBLIC, default="")
    numerator = text(Sensitivity.PUBLIC, default="")
    rate = models.BigIntegerField(null=True)
    people = models.BigIntegerField(null=True)
    note = text(Sensitivity.INTERNAL, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True)


class EvidenceMove(models.Model):
    """That a piece of evidence was `removed`, or brought back."""

    evidence = models.ForeignKey(TaskEvidence, models.CASCADE, related_name="moves")
    removed = models.BooleanField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
