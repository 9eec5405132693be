"""A session ends by itself, and all those of an account end at once."""

import time
from datetime import UTC, datetime
from typing import Any

import pytest
from tests.signing_in import request_from

from baophu.store.actions.accounts import (
    LastAdministrator,
    OwnAccount,
    activate_account,
    change_account,
    deactivate_account,
    make_account,
)
from baophu.store.actions.logins import begin_log_in
from baophu.store.actions.sessions import begin_session, end_other_sessions
from baophu.store.models import Account, AuditEntry, Session
from baophu.store.models.session import IDLE, LONGEST, SessionStore


def session_of(account: Account) -> Any:
    session = SessionStore()
    session["_auth_user_id"] = str(account.pk)
    begin_session(session, account)
    session.save()
    return session


def with_role(operator: Account, role: str) -> Account:
    return make_account(by=operator, name=role, role=role, units=["23497@"])[0]


def seconds_left(session: Any) -> float:
    return float(Session.objects.get(pk=session.session_key).expire_date.timestamp() - time.time())


def again(session: Any, **back: int) -> Any:
    """The session in a later request: `begun` and `seen` lie so many seconds back."""
    kept = dict(SessionStore(session.session_key).items())
    kept |= {name: int(time.time()) - seconds for name, seconds in back.items()}
    row = Session.objects.get(pk=session.session_key)
    row.session_data = session.encode(kept)
    row.expire_date = datetime.fromtimestamp(min(kept["seen"] + kept["idle"], kept["begun"] + LONGEST), UTC)
    row.save()
    return SessionStore(session.session_key)


@pytest.mark.parametrize(
    ("role", "limit"),
    [("leader", IDLE), ("commune_official", IDLE), ("collector", LONGEST)],
)
def test_idle_sessions_end_later_for_those_out_of_office(operator: Account, role: str, limit: int) -> None:
    assert limit - 5 < seconds_left(session_of(with_role(operator, role))) <= limit


def test_no_session_is_longer_than_half_a_day(operator: Account) -> None:
    session = session_of(operator)
    again(session, begun=LONGEST - 60).save()
    assert 0 < seconds_left(session) <= 60
    assert "_auth_user_id" not in again(session, begun=LONGEST + 1)


def test_a_session_that_was_left_alone_is_over(operator: Account) -> None:
    assert "_auth_user_id" not in again(session_of(operator), seen=IDLE + 1)


def test_a_request_prolongs_the_session_but_not_every_request_writes(operator: Account) -> None:
    session = session_of(operator)
    assert "idle" in (fresh := SessionStore(session.session_key)) and not fresh.modified
    later = again(session, seen=120)
    assert "idle" in later and later.modified
    later.save()
    assert seconds_left(session) > IDLE - 5


def test_a_session_knows_its_account_and_gets_a_new_key_at_log_in(operator: Account) -> None:
    account, password = make_account(by=operator, name="lan", role="leader")
    request = request_from()
    request.session["language"] = "vi"
    request.session.save()
    before = request.session.session_key
    begin_log_in(request=request, name="lan", password=password)
    request.session.save()
    assert request.session.session_key != before
    assert Session.objects.get().account == account


def test_deactivating_ends_all_sessions_and_can_be_undone(operator: Account) -> None:
    account = with_role(operator, "leader")
    mine, theirs = session_of(operator), session_of(account)
    deactivate_account(by=operator, account=account)
    assert not Session.objects.filter(pk=theirs.session_key).exists()
    assert Session.objects.filter(pk=mine.session_key).exists()
    activate_account(by=operator, account=account)
    assert Account.objects.get(pk=account.pk).is_active
    assert not Session.objects.filter(pk=theirs.session_key).exists()


def test_ones_other_sessions_can_be_ended(operator: Account) -> None:
    here, _there, _elsewhere = (session_of(operator) for _number in range(3))
    assert end_other_sessions(by=operator, but=here.session_key) == 2
    assert Session.objects.get().session_key == here.session_key
    assert AuditEntry.objects.latest("pk").values == {"ended": 2}


def test_sessions_that_are_over_are_swept_away(operator: Account) -> None:
    old = session_of(operator)
    again(old, seen=IDLE + 1)
    new = session_of(operator)
    assert [row.session_key for row in Session.objects.all()] == [new.session_key]


def test_a_home_keeps_an_administrator(operator: Account) -> None:
    with pytest.raises(LastAdministrator):
        deactivate_account(by=operator, account=operator)
    with pytest.raises(LastAdministrator):
        change_account(by=operator, account=operator, role="leader")
    other, _password = make_account(by=operator, name="lan", role="admin")
    with pytest.raises(OwnAccount):
        deactivate_account(by=operator, account=operator)
    deactivate_account(by=operator, account=other)
    with pytest.raises(LastAdministrator):
        deactivate_account(by=operator, account=Account.objects.get(pk=operator.pk))


def test_a_change_of_role_and_places_is_audited(operator: Account) -> None:
    account = with_role(operator, "leader")
    change_account(by=operator, account=account, role="commune_official", units=["23482@"], full_name="Lan")
    assert list(account.places.values_list("place", flat=True)) == ["23482@"]
    entry = AuditEntry.objects.latest("pk")
    assert (entry.action, entry.object) == ("change_account", "leader")
    assert entry.values == {"role": "commune_official", "before": "leader", "places": {"unit": ["23482@"]}}
