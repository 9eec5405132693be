"""Invitations: a link, good once and for some days, with which someone chooses the password of an account."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.fields import text


class Invitation(models.Model):
    """`token` is the hash of what the link holds; the link itself is kept nowhere.

    An invitation is open until it is accepted, its time is over or a later one takes its place.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="invitations")
    token = text(Sensitivity.INTERNAL, unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["account"],
                condition=models.Q(accepted_at=None, replaced_at=None),
                name="one_open_invitation",
            )
        ]
