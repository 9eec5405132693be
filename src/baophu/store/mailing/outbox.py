"""The outbox: a mail is claimed, handed over, and ended; what a stopped process left is sorted out.

Only the server's word that it has a mail ends it. A mail that was being handed over when its process stopped
may have arrived: it is not sent again by itself (docs/adr/0022-a-mail-is-a-row-first.md).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet

from baophu.base.clock import now as this_instant
from baophu.store.holders import is_gone
from baophu.store.mailing.faults import FINAL, OF_ALL, NotTaken, Reason
from baophu.store.mailing.written import choice_of
from baophu.store.models import Mail, MailState

# Without a sign of life for this long the process that has a mail is taken for dead.
EXPIRES = timedelta(seconds=30)
HEARTBEAT_SECONDS = 5.0
FIRST_DELAY = timedelta(minutes=1)
LONGEST_DELAY = timedelta(hours=1)
GIVE_UP_AFTER = timedelta(days=5)


class MailLost(Exception):
    """Another process has taken the mail, because this one showed no sign of life."""


def delay_after(attempts: int) -> timedelta:
    """How long to wait after so many attempts: twice as long each time, at most an hour.

    >>> [delay_after(attempts).seconds // 60 for attempts in (1, 2, 3, 7, 500)]
    [1, 2, 4, 60, 60]
    """
    return min(FIRST_DELAY * 2 ** min(attempts - 1, 10), LONGEST_DELAY)


def claim(holder: str, now: datetime, number: int | None = None) -> "Sending | None":
    """The next mail that may be sent, for the process `holder`; or the one with this number, if it may."""
    asked = Mail.objects.all() if number is None else Mail.objects.filter(pk=number)
    ready = asked.filter(state=MailState.WAITING, next_at__lte=now)
    if not ready.exists():
        return None
    with transaction.atomic():
        mail = ready.select_for_update(skip_locked=True, of=("self",)).order_by("attempts", "pk").first()
        if mail is None:
            return None
        mail.state, mail.holder, mail.heartbeat = MailState.SENDING, holder, now
        mail.attempts += 1
        mail.save(update_fields=["state", "holder", "heartbeat", "attempts"])
    return Sending(Mail.objects.select_related("to", "to__mail_choice").get(pk=mail.pk), holder)


def sort_out(now: datetime) -> None:
    """What a process that stopped had not begun to hand over waits again; of the rest nobody knows."""
    left = [one for one in Mail.objects.filter(state__in=_IN_HAND).order_by("pk") if _is_left(one, now)]
    for one in left:
        mine = Mail.objects.filter(pk=one.pk, holder=one.holder)
        mine.filter(state=MailState.SENDING).update(state=MailState.WAITING, holder="", heartbeat=None)
        mine.filter(state=MailState.HANDING_OVER).update(
            state=MailState.UNSURE, may_be_there=True, reason=Reason.STOPPED, said="", ended_at=now
        )


_IN_HAND = (MailState.SENDING, MailState.HANDING_OVER)


def _is_left(mail: Mail, now: datetime) -> bool:
    return mail.heartbeat < now - EXPIRES or is_gone(mail.holder)


@dataclass(frozen=True, slots=True)
class Sending:
    """A mail in the hands of a process. Nothing is written once another one has it."""

    mail: Mail
    holder: str

    @property
    def language(self) -> str:
        """That of the account."""
        return str(choice_of(self.mail.to).language)

    def beat(self) -> None:
        self._mine(*_IN_HAND).update(heartbeat=this_instant())

    def at_last(self) -> None:
        """From now on the server may have it. Raises MailLost."""
        if not self._mine(MailState.SENDING).update(state=MailState.HANDING_OVER):
            raise MailLost()

    def taken(self, now: datetime) -> None:
        """The server has it; also where others no longer knew."""
        told = {"state": MailState.SENT, "ended_at": now, "reason": "", "said": ""}
        self._mine(MailState.HANDING_OVER, MailState.UNSURE).update(**told)

    def not_taken(self, why: NotTaken, now: datetime) -> None:
        """It waits again, or is given up; where the server takes nothing at all the others wait too."""
        told: dict[str, Any] = {"reason": why.reason, "said": why.said}
        given_up = why.reason in FINAL or now - self.mail.since >= GIVE_UP_AFTER
        later = now + delay_after(self.mail.attempts)
        ended = {"state": MailState.GIVEN_UP, "ended_at": now}
        waits = {"state": MailState.WAITING, "holder": "", "heartbeat": None, "next_at": later}
        there = {"may_be_there": True} if why.reason == Reason.CUT_OFF else {}
        with transaction.atomic():
            mine = self._mine(*_IN_HAND, MailState.UNSURE)
            mine.update(**told, **there, **(ended if given_up else waits))
            if why.reason in OF_ALL:
                others: QuerySet = Mail.objects.filter(state=MailState.WAITING, next_at__lt=later)
                others.update(next_at=later, attempts=F("attempts") + 1, **told)

    def _mine(self, *states: MailState) -> QuerySet:
        return Mail.objects.filter(pk=self.mail.pk, holder=self.holder, state__in=states)
