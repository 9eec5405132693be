"""Secret addresses under which calendar programs read due days of tasks."""

from enum import StrEnum
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.fields import text


class FeedOf(StrEnum):
    """Whose tasks are in a feed: those that the account does, or those of its offices."""

    OWN = "own"
    OFFICE = "office"


class FeedAddress(models.Model):
    """An address at which what an account sees is read without log-in, until it is ended.

    `token` is the hash of what the address holds; the address itself is kept nowhere.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="feeds")
    of = text(Sensitivity.INTERNAL, choices=[(one.value, one.value) for one in FeedOf])
    token = text(Sensitivity.INTERNAL, unique=True)
    at = models.DateTimeField(default=timezone.now)
    read_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["account", "of"], condition=models.Q(ended_at=None), name="one_feed_of_a_kind"
            )
        ]
