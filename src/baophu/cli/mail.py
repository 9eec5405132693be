"""`baophu mail`: whether mail is set up, what waits, what was given up and why; trials, and trying again."""

from typing import Annotated

import typer

from baophu.base.numbers import format_count, format_moment
from baophu.base.words import N_, _
from baophu.cli.entering import enter
from baophu.cli.options import FormatOption, HomeOption, LanguageOption, UserOption, parse_whole
from baophu.cli.output import Row, say, show
from baophu.cli.worded import Commands
from baophu.store.actions.mails import send_again, try_mail
from baophu.store.mailing.faults import REASON_WORDS, Reason
from baophu.store.mailing.rounds import send_waiting
from baophu.store.mailing.status import STATE_WORDS, MailStatus, mail_status
from baophu.store.models import Mail, MailState
from baophu.store.permissions import check_may
from baophu.store.questions import account_named

COLUMNS = {
    "number": N_("Number"),
    "to": N_("Recipient"),
    "subject": N_("Mail"),
    "state": N_("State"),
    "attempts": N_("Attempts"),
    "next_at": N_("Next attempt"),
    "why": N_("Why"),
}
NOTHING = N_("No mail waits or was given up.")


def status(
    ctx: typer.Context,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    if ctx.invoked_subcommand:
        return
    check_may(enter(home, user), "send_mail_again")
    found = mail_status()
    _say(found)
    show([_told(one) for one in found.unsent], format, COLUMNS, worded=_worded, nothing=NOTHING)


app = Commands(callback=status, alone=True)


def _say(found: MailStatus) -> None:
    if found.fault:
        say(found.fault.command_words())
    elif found.setup:
        words = _("Notices of tasks are mailed through {host}:{port}, from {sender}.")
        said = found.setup
        say(words.format(host=said.host, port=said.port, sender=said.sender))
    else:
        say(_("Mail is not set up here."))
    if found.day:
        say(_("Notices were last made: {moment}.").format(moment=format_moment(found.day.at)))
        if found.day.nobody:
            say(_("Nobody could be told for: {offices}.").format(offices=", ".join(found.day.nobody)))


def _told(one: Mail) -> Row:
    return {
        "number": one.pk,
        "to": one.to.name,
        "subject": one.subject,
        "state": one.state,
        "attempts": one.attempts,
        "next_at": one.next_at if one.state == MailState.WAITING else None,
        "reason": one.reason or None,
        "said": one.said or None,
    }


def _worded(row: Row) -> Row:
    why = _(REASON_WORDS[Reason(row["reason"])]) if row["reason"] else ""
    return {**row, "state": _(STATE_WORDS[MailState(row["state"])]), "why": why}


@app.add("try", help=N_("Send a trial mail at once, and say whether the mail server took it."))
def try_(
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="ACCOUNT", help=N_("To whom (without it whoever asks).")),
    ] = None,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    mail = try_mail(by=by, to=account_named(to) if to else None)
    send_waiting(number=mail.pk)
    mail.refresh_from_db()
    say(
        _("Trial mail {number}: {state}.").format(number=mail.pk, state=_(STATE_WORDS[MailState(mail.state)]))
    )
    if mail.reason:
        say(_(REASON_WORDS[Reason(mail.reason)]))
    if mail.said:
        say(mail.said)


@app.add("again", help=N_("Try mails again at once; without numbers all that were given up or wait."))
def again(
    numbers: Annotated[
        list[int] | None,
        typer.Argument(metavar="NUMBER", parser=parse_whole, help=N_("As “baophu mail” numbers them.")),
    ] = None,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    count = send_again(by=enter(home, user), numbers=numbers or None)
    taken = send_waiting()
    words = _("Mails tried again: {count}; the mail server took {taken}.")
    say(words.format(count=format_count(count), taken=format_count(taken)))
