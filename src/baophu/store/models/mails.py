"""Mails that wait to be sent, and what became of them."""

from enum import StrEnum
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.fields import text


class MailState(StrEnum):
    """How far a mail is: see docs/adr/0022-a-mail-is-a-row-first.md."""

    WAITING = "waiting"
    SENDING = "sending"
    HANDING_OVER = "handing_over"
    SENT = "sent"
    UNSURE = "unsure"
    GIVEN_UP = "given_up"


NOT_ENDED = (MailState.WAITING.value, MailState.SENDING.value, MailState.HANDING_OVER.value)


class Mail(models.Model):
    """A mail to an account, whose address is looked up when it is sent. `html` says the same as `plain`.

    It is tried from `since`, not before `next_at`, and was begun `attempts` times; `holder` is the process
    that has it and `heartbeat` its last sign of life. `may_be_there`: a server may have it without having
    said so. `reason` (a `mailing.faults.Reason`) and `said`, the
    server's words without addresses, tell why it was not taken.
    """

    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="mails")
    subject = text(Sensitivity.PUBLIC)
    plain = text(Sensitivity.PERSONAL)
    html = text(Sensitivity.PERSONAL)
    message_id = text(Sensitivity.INTERNAL, unique=True)
    is_trial = models.BooleanField(default=False)
    state = text(Sensitivity.INTERNAL, default=MailState.WAITING.value)
    may_be_there = models.BooleanField(default=False)
    attempts = models.IntegerField(default=0)
    since = models.DateTimeField(default=timezone.now)
    next_at = models.DateTimeField(default=timezone.now)
    holder = text(Sensitivity.INTERNAL, default="")
    heartbeat = models.DateTimeField(null=True)
    reason = text(Sensitivity.INTERNAL, default="")
    said = text(Sensitivity.INTERNAL, default="")
    made_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["state", "id"], name="mail_not_ended", condition=models.Q(state__in=NOT_ENDED)
            ),
            models.Index(fields=["state", "ended_at"], name="mail_ended"),
        ]


class MailChoice(models.Model):
    """What an account chose about its mails; without a row it gets them, in Vietnamese."""

    account = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mail_choice")
    wants = models.BooleanField(default=True)
    language = text(Sensitivity.INTERNAL, default="vi")
