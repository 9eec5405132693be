"""Which lists are expected of whom, as far as it was decided, and the reminders that were written."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.decision import Decision, one_standing
from baophu.store.models.fields import json, text


class ExpectedList(Decision):
    """That `office` sends lists of a kind about an extent. It takes the place of what is expected by itself.

    `extent` is the key of a unit or hamlet, a scheme (`BHYT`, `BHYT|23485@`), the folded name of a school, or
    `all`; `title` says it in words where it has no name of its own. `first_due` fixes the due days where they
    are not the declared ones, `addressee` whom reminders go to where it is not the office. After `valid_to`
    nothing is expected any more.
    """

    kind = text(Sensitivity.PUBLIC)
    extent = text(Sensitivity.PUBLIC)
    title = text(Sensitivity.PUBLIC, default="")
    office = text(Sensitivity.PUBLIC)
    rhythm = text(Sensitivity.PUBLIC)
    first_due = models.DateField(null=True)
    grace = models.IntegerField(null=True)
    addressee = text(Sensitivity.INTERNAL, default="")
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [one_standing("kind", "extent", name="expected_list_once")]


class Reminder(models.Model):
    """A reminder that was written to an office on the day `on`.

    `lists` are those it asks for, `{kind, extent, due, …}`; `words` is what it says, to be pasted.
    """

    office = text(Sensitivity.PUBLIC)
    addressee = text(Sensitivity.INTERNAL, default="")
    on = models.DateField()
    lists = json(Sensitivity.INTERNAL, default=list)
    words = text(Sensitivity.INTERNAL)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
