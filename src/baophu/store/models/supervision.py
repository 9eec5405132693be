"""What those who supervise found: the Fatherland Front, the People's Council."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.directives import Directive
from baophu.store.models.fields import text
from baophu.store.models.tasks import Task


class SupervisionFinding(models.Model):
    """A finding of supervision on the day `on`, by the body `found_by`.

    It is about an area (key), an office or a directive, where these are named. `task` is what came
    of it; None as long as nothing was given. Where none is needed it is answered in words.
    """

    words = text(Sensitivity.INTERNAL)
    asks = text(Sensitivity.INTERNAL, default="")
    found_by = text(Sensitivity.PUBLIC)
    on = models.DateField()
    area = text(Sensitivity.PUBLIC, default="")
    office = text(Sensitivity.PUBLIC, default="")
    directive = models.ForeignKey(Directive, models.PROTECT, null=True, related_name="findings")
    task = models.ForeignKey(Task, models.PROTECT, null=True, related_name="findings")
    answer = text(Sensitivity.INTERNAL, default="")
    answered_on = models.DateField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
