"""The numbers of persons, which stay."""

from django.db import models

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.fields import text


class PersonNumber(models.Model):
    """A person's number and the list row that anchors it. Never given twice, never taken back."""

    number = models.BigIntegerField(primary_key=True)
    list = text(Sensitivity.INTERNAL)
    row = models.IntegerField()
