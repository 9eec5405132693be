"""An invitation is good once, for a week, and only the invited one knows the password."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.signing_in import request_from

from baophu.store.actions.accounts import BadName, NameTaken, deactivate_account, make_account
from baophu.store.actions.invitations import (
    InvitationOver,
    accept_invitation,
    invite,
    invite_new,
    open_invitation,
)
from baophu.store.actions.logins import WrongNameOrPassword, begin_log_in
from baophu.store.models import Account, AuditEntry, Invitation
from baophu.store.passwords import WeakPassword
from baophu.store.permissions import MayNot

PASSWORD = "con trâu đi trước"


def test_the_invited_one_chooses_the_password(operator: Account) -> None:
    account, token = invite_new(by=operator, name="lan", role="commune_official", units=["23497@"])
    with pytest.raises(WrongNameOrPassword):
        begin_log_in(request=request_from(), name="lan", password="")
    assert open_invitation(token).account == account
    accept_invitation(token=token, password=PASSWORD)
    begin_log_in(request=request_from(), name="lan", password=PASSWORD)
    entry = AuditEntry.objects.latest("pk")
    assert (entry.by, entry.action) == (account, "accept_invitation")


def test_an_invitation_is_good_once(operator: Account) -> None:
    _account, token = invite_new(by=operator, name="lan", role="leader")
    accept_invitation(token=token, password=PASSWORD)
    with pytest.raises(InvitationOver):
        accept_invitation(token=token, password="another one, as long")


def test_the_link_is_kept_only_as_a_hash(operator: Account) -> None:
    _account, token = invite_new(by=operator, name="lan", role="leader")
    assert token not in str(list(Invitation.objects.values_list()))
    assert token not in str(list(AuditEntry.objects.values_list()))


def test_an_invitation_ends_after_a_week_when_replaced_and_with_its_account(operator: Account) -> None:
    account, first = invite_new(by=operator, name="lan", role="leader")
    second = invite(by=operator, account=account)
    week = Invitation.objects.get(accepted_at=None, replaced_at=None).until - timezone.now()
    assert timedelta(days=6, hours=23) < week <= timedelta(days=7)
    Invitation.objects.update(until=timezone.now() - timedelta(seconds=1))
    third = invite(by=operator, account=account)
    deactivate_account(by=operator, account=account)
    for token in (first, second, third, "made up"):
        with pytest.raises(InvitationOver):
            open_invitation(token)


def test_a_weak_password_uses_nothing_up(operator: Account) -> None:
    _account, token = invite_new(by=operator, name="lan", role="leader")
    with pytest.raises(WeakPassword) as weak:
        accept_invitation(token=token, password="12345")
    assert len(weak.value.values["why"]) == 3  # type: ignore[arg-type]
    accept_invitation(token=token, password=PASSWORD)


def test_whoever_forgot_the_password_is_invited_again(operator: Account) -> None:
    account, password = make_account(by=operator, name="lan", role="leader")
    token = invite(by=operator, account=account)
    begin_log_in(request=request_from(), name="lan", password=password)
    accept_invitation(token=token, password=PASSWORD)
    with pytest.raises(WrongNameOrPassword):
        begin_log_in(request=request_from(), name="lan", password=password)


def test_only_the_administrator_invites(operator: Account) -> None:
    officer, _password = make_account(by=operator, name="lan", role="insurance_officer")
    with pytest.raises(MayNot):
        invite_new(by=officer, name="hoa", role="leader")
    assert not Account.objects.filter(name="hoa").exists()


@pytest.mark.parametrize("name", ["", " lan", "lan\n", "x" * 61])
def test_a_name_must_be_one_that_can_be_typed(operator: Account, name: str) -> None:
    with pytest.raises(BadName):
        invite_new(by=operator, name=name, role="leader")
    with pytest.raises(NameTaken):
        invite_new(by=operator, name=operator.name, role="leader")
