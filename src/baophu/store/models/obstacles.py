"""Obstacles that people and offices meet, and who answers them."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from baophu.directives.obstacles import ObstacleKind, ObstacleState
from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.fields import text
from baophu.store.models.visits import Visit

STATES = [(state.value, state.value) for state in ObstacleState]


class Obstacle(models.Model):
    """Something that stands in the way, met on the day `on` in a commune (`unit`) or hamlet (a key).

    `met_by` says who met it: an office, a school, “người dân”. `office` is the one that can answer, with
    `office_key` for finding; "" until it is passed on. Words may tell of a person: they are sensitive.
    `visit` is the one on which it was met. `answer_seen_on` is when who recorded it saw the last answer.
    """

    kind = text(Sensitivity.PUBLIC, choices=[(kind.value, kind.value) for kind in ObstacleKind])
    scheme = text(Sensitivity.PUBLIC, default="")
    met_by = text(Sensitivity.INTERNAL, default="")
    unit = text(Sensitivity.PUBLIC, default="")
    hamlet = text(Sensitivity.PUBLIC, default="")
    words = text(Sensitivity.SENSITIVE)
    on = models.DateField()
    state = text(Sensitivity.PUBLIC, choices=STATES, default=ObstacleState.RECORDED.value)
    office = text(Sensitivity.PUBLIC, default="")
    office_key = text(Sensitivity.PUBLIC, default="")
    office_unit = text(Sensitivity.PUBLIC, default="")
    answer = text(Sensitivity.SENSITIVE, default="")
    answered_on = models.DateField(null=True)
    answer_seen_on = models.DateField(null=True)
    visit = models.ForeignKey(Visit, models.PROTECT, null=True, related_name="obstacles")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["office_key", "state", "on"], name="obstacle_office"),
            models.Index(fields=["unit", "state"], name="obstacle_unit"),
            models.Index(fields=["state", "on"], name="obstacle_state"),
        ]


class ObstacleMove(models.Model):
    """That an obstacle came to another state on a day: passed on to `office`, answered, closed."""

    obstacle = models.ForeignKey(Obstacle, models.CASCADE, related_name="moves")
    was = text(Sensitivity.PUBLIC, choices=STATES)
    state = text(Sensitivity.PUBLIC, choices=STATES)
    on = models.DateField()
    office = text(Sensitivity.PUBLIC, default="")
    note = text(Sensitivity.SENSITIVE, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
