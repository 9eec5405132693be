"""Log-in takes two steps, tells nobody who has an account, and closes after five failures."""

from typing import Any, ClassVar

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import override_settings
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.util import random_hex
from tests.signing_in import app_code, request_from

from baophu.store.actions.accounts import deactivate_account, make_account
from baophu.store.actions.logins import (
    CodesPaused,
    LockedOut,
    WrongNameOrPassword,
    begin_log_in,
    change_password,
    enrol_and_log_in,
    finish_log_in,
    locked_names,
    locked_until,
    log_out,
    unlock,
)
from baophu.store.actions.second_factors import (
    WrongCode,
    app_of,
    codes_left,
    enrol,
    has_second_factor,
    make_backup_codes,
    reset_second_factor,
)
from baophu.store.models import Account, AuditEntry, Session
from baophu.store.passwords import PasswordHasher, WeakPassword
from baophu.store.permissions import MayNot

NEW = "bốn từ dễ nhớ lắm"


class CountingHasher(PasswordHasher):
    """Counts how often a password was hashed."""

    hashed: ClassVar[list[str]] = []

    def encode(self, password: str, salt: str) -> Any:
        self.hashed.append(password)
        return super().encode(password, salt)

    def verify(self, password: str, encoded: str) -> Any:
        self.hashed.append(password)
        return super().verify(password, encoded)


@pytest.fixture
def lan(operator: Account) -> tuple[Account, str]:
    return make_account(by=operator, name="lan", role="leader")


def audited() -> list[tuple[str, str]]:
    return list(AuditEntry.objects.order_by("pk").values_list("action", "object"))


def half_way(lan: tuple[Account, str]) -> Any:
    """A request after the first step."""
    request = request_from()
    begin_log_in(request=request, name="lan", password=lan[1])
    return request


def test_name_and_password_are_only_half_the_way(lan: tuple[Account, str]) -> None:
    request = half_way(lan)
    assert request.user == lan[0]
    assert not hasattr(request.user, "otp_device")
    assert ("log_in", "lan") not in audited()


def test_a_backup_code_opens_once(lan: tuple[Account, str]) -> None:
    codes = make_backup_codes(by=lan[0], account=lan[0])
    request = half_way(lan)
    finish_log_in(request=request, code=codes[0].upper().replace("-", " "))
    assert request.user.otp_device.user == lan[0]
    entry = AuditEntry.objects.latest("pk")
    assert (entry.by, entry.action, entry.values) == (lan[0], "log_in", {"address": "10.0.0.1"})
    assert codes_left(lan[0]) == 7
    with pytest.raises(WrongCode):
        finish_log_in(request=half_way(lan), code=codes[0])


def test_backup_codes_are_not_kept_as_they_are(lan: tuple[Account, str]) -> None:
    codes = make_backup_codes(by=lan[0], account=lan[0])
    kept = set(StaticToken.objects.values_list("token", flat=True))
    assert len(kept) == len(set(codes)) == 8
    assert not kept & {code.replace("-", "") for code in codes}


def test_new_backup_codes_end_the_old_ones(lan: tuple[Account, str]) -> None:
    old = make_backup_codes(by=lan[0], account=lan[0])
    make_backup_codes(by=lan[0], account=lan[0], count=3)
    assert codes_left(lan[0]) == 3
    with pytest.raises(WrongCode):
        finish_log_in(request=half_way(lan), code=old[0])


def test_only_the_administrator_makes_codes_for_others(operator: Account, lan: tuple[Account, str]) -> None:
    assert len(make_backup_codes(by=operator, account=lan[0], count=2)) == 2
    with pytest.raises(MayNot):
        make_backup_codes(by=lan[0], account=operator)


def test_the_first_log_in_enrols_an_app(lan: tuple[Account, str]) -> None:
    request = half_way(lan)
    key = random_hex(20)
    enrolled = enrol_and_log_in(request=request, key=key, code=app_code(key))
    assert (len(enrolled.codes), request.user.otp_device) == (8, enrolled.device)
    assert [action for action, _name in audited()][-2:] == ["enrol_second_factor", "log_in"]
    assert str(enrolled.codes[0]) not in repr(enrolled)


def test_a_wrong_code_enrols_nothing(lan: tuple[Account, str]) -> None:
    with pytest.raises(WrongCode):
        enrol(by=lan[0], key=random_hex(20), code="000000")
    assert not has_second_factor(lan[0])


def test_a_new_app_takes_the_place_of_the_old_one(lan: tuple[Account, str]) -> None:
    for key in (random_hex(20), random_hex(20)):
        enrol(by=lan[0], key=key, code=app_code(key))
    assert app_of(lan[0]).key == key  # type: ignore[union-attr]


def test_the_code_of_an_app_is_taken_once(lan: tuple[Account, str]) -> None:
    key = random_hex(20)
    enrol(by=lan[0], key=key, code=app_code(key))
    finish_log_in(request=half_way(lan), code=app_code(key, 1))
    with pytest.raises(WrongCode):
        finish_log_in(request=half_way(lan), code=app_code(key, 1))


def test_wrong_codes_make_one_wait(operator: Account, lan: tuple[Account, str]) -> None:
    codes = make_backup_codes(by=lan[0], account=lan[0])
    request = half_way(lan)
    with pytest.raises(WrongCode):
        finish_log_in(request=request, code="aaaa-aaaa")
    with pytest.raises(CodesPaused) as paused:
        finish_log_in(request=request, code=codes[0])
    assert paused.value.values == {"seconds": 1}
    failed = AuditEntry.objects.latest("pk")
    assert (failed.by, failed.action, failed.object) == (None, "log_in_failed", "lan")
    unlock(by=operator, account=lan[0])
    finish_log_in(request=request, code=codes[0])


def test_nobody_learns_whether_a_name_has_an_account(lan: tuple[Account, str], operator: Account) -> None:
    gone, password = make_account(by=operator, name="hoa", role="leader")
    deactivate_account(by=operator, account=gone)
    told = set()
    for name, tried in (("lan", "wrong"), ("nobody", "wrong"), ("hoa", password)):
        with pytest.raises(WrongNameOrPassword) as refused:
            begin_log_in(request=request_from(), name=name, password=tried)
        told.add(refused.value.words())
    assert len(told) == 1


@override_settings(PASSWORD_HASHERS=[f"{__name__}.CountingHasher"])
def test_a_wrong_name_costs_as_much_as_a_wrong_password(lan: tuple[Account, str]) -> None:
    costs = []
    for name in ("lan", "nobody"):
        CountingHasher.hashed.clear()
        with pytest.raises(WrongNameOrPassword):
            begin_log_in(request=request_from(), name=name, password="wrong")
        costs.append(len(CountingHasher.hashed))
    assert costs == [1, 1]


def test_what_was_typed_is_audited_only_where_it_is_a_name(lan: tuple[Account, str]) -> None:
    for name in ("lan", "my secret password"):
        with pytest.raises(WrongNameOrPassword):
            begin_log_in(request=request_from(), name=name, password="wrong")
    assert audited()[-2:] == [("log_in_failed", "lan"), ("log_in_failed", "?")]


@pytest.mark.parametrize("name", ["lan", "nobody", "n" * 500, "x\0y"])
def test_after_five_failures_log_in_is_closed_for_a_while(lan: tuple[Account, str], name: str) -> None:
    for _time in range(4):
        with pytest.raises(WrongNameOrPassword):
            begin_log_in(request=request_from(), name=name, password="wrong")
    for password in ("wrong", lan[1]):
        with pytest.raises(LockedOut) as closed:
            begin_log_in(request=request_from(), name=name, password=password)
        assert ":" in str(closed.value.values["until"])
    assert [action for action, _name in audited()][-2:] == ["log_in_failed", "lock"]


def test_the_lock_is_for_one_address_and_the_administrator_opens_it(
    lan: tuple[Account, str], operator: Account
) -> None:
    for _time in range(5):
        with pytest.raises((WrongNameOrPassword, LockedOut)):
            begin_log_in(request=request_from(), name="lan", password="wrong")
    begin_log_in(request=request_from("10.0.0.2"), name="lan", password=lan[1])
    assert set(locked_names()) == {"lan"}
    assert locked_names()["lan"] == locked_until("lan", "10.0.0.1")
    assert locked_until("lan", "10.0.0.2") is None
    with pytest.raises(MayNot):
        unlock(by=lan[0], account=lan[0])
    unlock(by=operator, account=lan[0])
    begin_log_in(request=request_from(), name="lan", password=lan[1])


def test_a_right_password_forgets_the_failures(lan: tuple[Account, str]) -> None:
    for _round in range(2):
        for _time in range(4):
            with pytest.raises(WrongNameOrPassword):
                begin_log_in(request=request_from(), name="lan", password="wrong")
        half_way(lan)


def test_a_new_password_ends_the_other_sessions(lan: tuple[Account, str]) -> None:
    here, there = half_way(lan), half_way(lan)
    there.session.save()
    change_password(request=here, old=lan[1], new=NEW)
    here.session.save()
    assert list(Session.objects.values_list("session_key", flat=True)) == [here.session.session_key]
    assert Account.objects.get(name="lan").check_password(NEW)
    assert audited()[-1] == ("change_password", "lan")


def test_a_new_password_needs_the_old_one_and_must_be_strong(lan: tuple[Account, str]) -> None:
    request = half_way(lan)
    with pytest.raises(WrongNameOrPassword):
        change_password(request=request, old="wrong", new=NEW)
    for weak in ("ngắn", "730159264837", "1qaz2wsx3edc4rfv"):
        with pytest.raises(WeakPassword):
            change_password(request=request, old=lan[1], new=weak)
    assert Account.objects.get(name="lan").check_password(lan[1])


def test_without_its_second_factor_an_account_is_out_and_starts_anew(
    operator: Account, lan: tuple[Account, str]
) -> None:
    codes = make_backup_codes(by=lan[0], account=lan[0])
    request = half_way(lan)
    finish_log_in(request=request, code=codes[0])
    request.session.save()
    reset_second_factor(by=operator, account=lan[0])
    assert not has_second_factor(lan[0]) and not Session.objects.exists()
    with pytest.raises(MayNot):
        reset_second_factor(by=lan[0], account=lan[0])


def test_log_out_is_told_once(lan: tuple[Account, str]) -> None:
    request = half_way(lan)
    log_out(request=request)
    assert isinstance(request.user, AnonymousUser)
    known = len(audited())
    log_out(request=request)
    assert audited()[-1] == ("log_out", "lan") and len(audited()) == known
    assert not Session.objects.exists()
