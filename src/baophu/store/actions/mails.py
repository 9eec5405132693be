"""Mails are tried, sent again, and chosen: whether an account gets any, and in which language."""

from collections.abc import Iterable

from django.db import transaction

from baophu.base.clock import now, today
from baophu.base.errors import UserError
from baophu.base.words import LANGUAGES, N_
from baophu.store.actions.recording import record
from baophu.store.mailing.digest import trial
from baophu.store.mailing.setup import mail_setup
from baophu.store.mailing.written import choice_of, write_mail
from baophu.store.models import Account, Mail, MailChoice, MailState
from baophu.store.permissions import check_may

# Those that ended without having arrived for sure; what waits is only tried sooner.
AGAIN = (MailState.WAITING, MailState.UNSURE, MailState.GIVEN_UP)


class NoAddress(UserError):
    message = N_("The account {name} has no address for mail.")
    advice = N_("Enter one under “Accounts”.")
    command = N_("Enter one under “Accounts”, or with “baophu users”.")
    exit_code = 15


class NothingToSend(UserError):
    message = N_("No such mail waits or was given up.")
    command = N_("See the numbers with “baophu mail”.")
    exit_code = 15


def try_mail(*, by: Account, to: Account | None = None) -> Mail:
    """Put a trial mail into the outbox. Raises MayNot, NoMail, BadMailSetting, NoAddress."""
    check_may(by, "try_mail")
    account = to or by
    mail_setup()
    if not account.email:
        raise NoAddress(name=account.name)
    with transaction.atomic():
        mail = write_mail(account, trial(account, today()), is_trial=True)
        record(by=by, action="try_mail", object=str(mail.pk), to=account.name)
    return mail


def send_again(*, by: Account, numbers: Iterable[int] | None = None) -> int:
    """Let mails be tried again at once, for as long as new ones; how many.

    Without numbers all that were given up or wait; what may have arrived only by its number. Raises MayNot,
    NothingToSend.
    """
    check_may(by, "send_mail_again")
    mails = Mail.objects.filter(state__in=AGAIN)
    mails = mails.exclude(state=MailState.UNSURE) if numbers is None else mails.filter(pk__in=numbers)
    at = now()
    anew = {"state": MailState.WAITING, "attempts": 0, "since": at, "next_at": at, "ended_at": None}
    with transaction.atomic():
        count = mails.update(**anew, holder="", heartbeat=None)
        if not count:
            raise NothingToSend()
        record(by=by, action="send_mail_again", object="mails", count=count)
    return int(count)


def choose_mail(*, by: Account, wants: bool | None = None, language: str | None = None) -> MailChoice:
    """Say whether one gets mail, and in which language; what is not said stays."""
    choice = choice_of(by)
    was = (choice.wants, choice.language)
    choice.wants = choice.wants if wants is None else wants
    choice.language = language if language in LANGUAGES else choice.language
    if (choice.wants, choice.language) == was:
        return choice
    with transaction.atomic():
        MailChoice.objects.update_or_create(
            account=by, defaults={"wants": choice.wants, "language": choice.language}
        )
        told = {"wants": choice.wants, "language": choice.language}
        record(by=by, action="choose_mail", object=by.name, **told)
    return choice
