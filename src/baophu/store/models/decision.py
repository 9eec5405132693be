"""What every decision carries: who took it and when, and until when it stood."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone


class StandingManager(models.Manager):
    """The decisions that no later one has replaced."""

    def get_queryset(self) -> Any:
        return super().get_queryset().filter(replaced_at=None)


class Decision(models.Model):
    """A decision taken again for the same thing replaces the earlier one, which is kept."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    replaced_at = models.DateTimeField(null=True)

    objects = models.Manager()
    standing = StandingManager()

    class Meta:
        abstract = True


def one_standing(*fields: str, name: str) -> Any:
    """The constraint that for the same `fields` at most one decision stands."""
    return models.UniqueConstraint(fields=fields, condition=models.Q(replaced_at=None), name=name)
