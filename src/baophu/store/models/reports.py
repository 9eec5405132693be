"""Reports as they were sent: frozen, with the figures they printed."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.builds import Build
from baophu.store.models.fields import json, text


class Report(models.Model):
    """A report that was made. `files` is file name → sha256, `figures` what it printed.

    `cut_off` is the day the figures are of, `signing` the day of the letter.
    """

    kind = text(Sensitivity.PUBLIC)
    cut_off = models.DateField()
    signing = models.DateField()
    build = models.ForeignKey(Build, models.PROTECT, related_name="reports")
    files = json(Sensitivity.INTERNAL, default=dict)
    figures = json(Sensitivity.PUBLIC, default=list)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
