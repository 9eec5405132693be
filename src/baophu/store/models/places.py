"""Hamlets, which have no national code, and the dated classes of communes and hamlets."""

from typing import ClassVar

from django.db import models

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.decision import Decision, one_standing
from baophu.store.models.fields import text


class Hamlet(Decision):
    """A hamlet of a commune: `<unit key>/NN`, with the days on which it is one."""

    key = text(Sensitivity.PUBLIC)
    unit = text(Sensitivity.PUBLIC)
    name = text(Sensitivity.PUBLIC)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    source = text(Sensitivity.INTERNAL)

    class Meta:
        constraints: ClassVar = [one_standing("key", name="hamlet_key_once")]


class HamletName(models.Model):
    """A folded name by which lists know a hamlet."""

    hamlet = models.ForeignKey(Hamlet, models.CASCADE, related_name="names")
    name_key = text(Sensitivity.PUBLIC)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["hamlet", "name_key"], name="hamlet_name_once")
        ]


class AreaClass(Decision):
    """A class that decides who pays (zone, hardship, new-rural, ...) of a unit or hamlet for some time."""

    kind = text(Sensitivity.PUBLIC)
    value = text(Sensitivity.PUBLIC)
    place = text(Sensitivity.PUBLIC)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    source = text(Sensitivity.INTERNAL)

    class Meta:
        constraints: ClassVar = [one_standing("kind", "place", "valid_from", name="area_class_once")]
