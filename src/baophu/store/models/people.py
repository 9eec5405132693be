"""Person numbers, and the narrow index of the current build for look-ups by number or name."""

from typing import ClassVar

from django.db import models

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.fields import text


class PersonNumber(models.Model):
    """A person's number and the list row that anchors it. Never given twice, never taken back."""

    number = models.BigIntegerField(primary_key=True)
    list = text(Sensitivity.INTERNAL)
    row = models.IntegerField()


class PersonIndex(models.Model):
    """One person of the current build; filled in the transaction that makes the build current."""

    person = models.BigIntegerField(primary_key=True)
    national_id = text(Sensitivity.PERSONAL, null=True)
    insurance_number = text(Sensitivity.PERSONAL, null=True)
    name_key = text(Sensitivity.PERSONAL, null=True)
    unit = text(Sensitivity.PERSONAL, null=True)
    hamlet = text(Sensitivity.PERSONAL, null=True)
    status = text(Sensitivity.SENSITIVE, null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["national_id"], name="person_national_id"),
            models.Index(fields=["insurance_number"], name="person_insurance_number"),
            models.Index(fields=["name_key"], name="person_name_key"),
            models.Index(fields=["unit", "hamlet"], name="person_place"),
        ]
