"""How mail stands: whether it is set up, what waits, what was given up and why."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count

from baophu.base.errors import UserError
from baophu.base.words import N_
from baophu.store.mailing.setup import MailSetup, NoMail, mail_setup, notices_at
from baophu.store.models import Account, Mail, MailState, NoticeDay

STATE_WORDS = {
    MailState.WAITING: N_("waiting"),
    MailState.SENDING: N_("being sent"),
    MailState.HANDING_OVER: N_("being sent"),
    MailState.SENT: N_("sent"),
    MailState.UNSURE: N_("may have been sent"),
    MailState.GIVEN_UP: N_("given up"),
}
MOST = 50


@dataclass(frozen=True, slots=True)
class MailStatus:
    """`fault` says which setting is wrong; `unsent` are the mails that did not arrive or wait, newest first.

    `counts` are by state. `without` is the number of active accounts that have no address, `day` the last one
    whose notices were made.
    """

    setup: MailSetup | None
    fault: UserError | None
    counts: Counter[MailState]
    unsent: list[Mail]
    trials: list[Mail] = field(default_factory=list)
    without: int = 0
    day: NoticeDay | None = None


def failed_count() -> int:
    """How many mails did not arrive, or may not have, and are not tried any more."""
    return int(Mail.objects.filter(state__in=(MailState.GIVEN_UP, MailState.UNSURE)).count())


def mail_status() -> MailStatus:
    """As mail stands now."""
    setup, fault = None, None
    try:
        notices_at()
        setup = mail_setup()
    except NoMail:
        pass
    except UserError as error:
        fault = error
    counted = Mail.objects.order_by().values_list("state").annotate(count=Count("pk"))
    mails = Mail.objects.select_related("to").defer("plain", "html").order_by("-pk")
    return MailStatus(
        setup=setup,
        fault=fault,
        counts=Counter({MailState(state): count for state, count in counted}),
        unsent=list(mails.exclude(state=MailState.SENT)[:MOST]),
        trials=list(mails.filter(is_trial=True)[:1]),
        without=Account.objects.filter(is_active=True, email="").count(),
        day=NoticeDay.objects.order_by("-day").first(),
    )
