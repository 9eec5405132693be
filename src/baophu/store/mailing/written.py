"""A mail is written: from then on it waits in the outbox."""

import os
from dataclasses import dataclass
from uuid import uuid4

from baophu.store.mailing.setup import SENDER
from baophu.store.models import Account, Mail, MailChoice

NO_DOMAIN = "baophu.invalid"


@dataclass(frozen=True, slots=True)
class Written:
    """What a mail says, as plain text and as HTML."""

    subject: str
    plain: str
    html: str


def write_mail(to: Account, written: Written, *, is_trial: bool = False) -> Mail:
    """Put a mail into the outbox, inside the transaction of what it tells."""
    domain = os.environ.get(SENDER, "").rpartition("@")[2].strip("> ")
    mail: Mail = Mail.objects.create(
        to=to,
        subject=written.subject,
        plain=written.plain,
        html=written.html,
        message_id=f"<{uuid4()}@{domain or NO_DOMAIN}>",
        is_trial=is_trial,
    )
    return mail


def choice_of(account: Account) -> MailChoice:
    """What an account chose about mail; where it chose nothing it gets all, in Vietnamese."""
    return getattr(account, "mail_choice", None) or MailChoice(account=account)
