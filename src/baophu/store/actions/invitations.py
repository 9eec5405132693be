"""Invitations: the administrator says who and for what, the invited one chooses the password."""

import hashlib
import secrets
from datetime import timedelta
from typing import Unpack

from django.db import transaction
from django.utils import timezone

from baophu.base.errors import NotThere
from baophu.base.words import N_
from baophu.store.actions.accounts import Details, add_account
from baophu.store.actions.recording import record
from baophu.store.actions.sessions import end_sessions
from baophu.store.models import Account, Invitation
from baophu.store.passwords import check_password_strength

OPEN_FOR = timedelta(days=7)
TOKEN_BYTES = 32


class InvitationOver(NotThere):
    message = N_("This invitation was used already, or its time is over.")
    advice = N_("Ask the administrator of this home for a new one.")
    exit_code = 15


def invite(*, by: Account, account: Account) -> str:
    """What the link of a new invitation holds; kept only as a hash. An earlier one that is open ends.

    Whoever forgot the password is invited again; the old one holds until the invitation is accepted.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with transaction.atomic():
        now = timezone.now()
        account.invitations.filter(accepted_at=None, replaced_at=None).update(replaced_at=now)
        Invitation.objects.create(account=account, token=_hashed(token), by=by, at=now, until=now + OPEN_FOR)
        record(by=by, action="invite", object=account.name)
    return token


def invite_new(*, by: Account, name: str, role: str, **details: Unpack[Details]) -> tuple[Account, str]:
    """A new account, and what the link of its invitation holds. Raises what `add_account` raises."""
    with transaction.atomic():
        account = add_account(by=by, name=name, role=role, **details)
        return account, invite(by=by, account=account)


def open_invitation(token: str) -> Invitation:
    """Raises InvitationOver."""
    found: Invitation | None = (
        Invitation.objects.select_related("account")
        .filter(token=_hashed(token), accepted_at=None, replaced_at=None, until__gte=timezone.now())
        .filter(account__is_active=True)
        .first()
    )
    if found is None:
        raise InvitationOver()
    return found


def accept_invitation(*, token: str, password: str) -> Account:
    """Set the password that the invited one chose; the link is used up.

    Raises InvitationOver, WeakPassword.
    """
    with transaction.atomic():
        invitation = open_invitation(token)
        account: Account = invitation.account
        check_password_strength(password, account)
        account.set_password(password)
        account.save(update_fields=["password"])
        if not Invitation.objects.filter(pk=invitation.pk, accepted_at=None).update(
            accepted_at=timezone.now()
        ):
            raise InvitationOver()
        end_sessions(account)
        record(by=account, action="accept_invitation", object=account.name)
    return account


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
