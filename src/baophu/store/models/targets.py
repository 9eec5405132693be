"""Targets given from above, and the denominators agreed for rates."""

from typing import ClassVar

from django.db import models

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.decision import Decision, one_standing
from baophu.store.models.fields import text


class Target(Decision):
    """What an area must reach in a scheme by a day: a share (`rate`, per million of the denominator), a
    number of people, or both; then the number counts.
    """

    area = text(Sensitivity.PUBLIC)
    scheme = text(Sensitivity.PUBLIC)
    rate = models.BigIntegerField(null=True)
    people = models.BigIntegerField(null=True)
    due = models.DateField()
    document = text(Sensitivity.PUBLIC)
    issuer = text(Sensitivity.PUBLIC)
    decided_on = models.DateField()

    class Meta:
        constraints: ClassVar = [one_standing("area", "scheme", "due", "document", name="target_once")]


class Denominator(Decision):
    """How many people a rate is counted from: `kind` population, working_age or labour_force."""

    area = text(Sensitivity.PUBLIC)
    kind = text(Sensitivity.PUBLIC)
    on = models.DateField()
    people = models.BigIntegerField()
    source = text(Sensitivity.PUBLIC)

    class Meta:
        constraints: ClassVar = [one_standing("area", "kind", "on", name="denominator_once")]
