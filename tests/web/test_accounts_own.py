"""One's own account: a new password, a new phone, new codes, the end of other sessions."""

import pytest
from django.test import Client
from tests.signing_in import app_code, sign_in

from baophu.store.actions.accounts import make_account
from baophu.store.models import Account, AuditEntry

NEW = "bốn từ dễ nhớ lắm"


@pytest.fixture
def lan(operator: Account) -> tuple[Account, str]:
    return make_account(by=operator, name="lan", role="commune_official", units=["23497@"])


def test_the_page_tells_role_places_and_what_is_set_up(lan: tuple[Account, str]) -> None:
    page = sign_in(lan[0]).get("/me").content.decode()
    assert "Tân Lập" in page and "công chức xã" in page


def test_a_new_password_keeps_this_session_and_ends_the_others(lan: tuple[Account, str]) -> None:
    here, there = sign_in(lan[0]), sign_in(lan[0])
    form = {"old": lan[1], "password": NEW, "again": NEW}
    assert here.post("/me/password", form)["Location"] == "/me"
    assert here.get("/me").status_code == 200
    assert there.get("/me")["Location"].startswith("/log-in")
    assert Account.objects.get(name="lan").check_password(NEW)


@pytest.mark.parametrize(
    "wrong", [{"old": "wrong"}, {"password": "short", "again": "short"}, {"again": "something else entirely"}]
)
def test_a_wrong_form_changes_nothing(lan: tuple[Account, str], wrong: dict[str, str]) -> None:
    form = {"old": lan[1], "password": NEW, "again": NEW} | wrong
    answer = sign_in(lan[0]).post("/me/password", form)
    assert answer.status_code == 400
    assert 'aria-invalid="true"' in answer.content.decode() and NEW not in answer.content.decode()
    assert Account.objects.get(name="lan").check_password(lan[1])


def test_new_backup_codes_are_shown_once(lan: tuple[Account, str]) -> None:
    browser = sign_in(lan[0])
    assert browser.post("/me/backup-codes").content.decode().count("<code>") == 8
    assert browser.get("/me").status_code == 200
    assert "<code>" not in browser.get("/me").content.decode()


def test_another_phone_takes_the_place_of_the_first(lan: tuple[Account, str]) -> None:
    browser = sign_in(lan[0])
    for _phone in range(2):
        browser.get("/enrol?next=/me")
        key = browser.session["setting_up"]
        assert browser.post("/enrol", {"code": "000"}).status_code == 400
        assert browser.post("/enrol", {"code": app_code(key)}).status_code == 200
        assert browser.get("/me").status_code == 200
    assert lan[0].totpdevice_set.get().key == key  # type: ignore[attr-defined]


def test_other_sessions_can_be_ended(lan: tuple[Account, str]) -> None:
    here, there = sign_in(lan[0]), sign_in(lan[0])
    assert here.post("/me/sessions", follow=True).status_code == 200
    assert there.get("/me")["Location"].startswith("/log-in")
    assert AuditEntry.objects.latest("pk").action == "end_sessions"


@pytest.mark.parametrize("address", ["/me/password", "/me/backup-codes", "/me/sessions"])
def test_what_changes_something_needs_a_form_and_log_in(lan: tuple[Account, str], address: str) -> None:
    assert sign_in(lan[0]).get(address).status_code == 405
    assert Client().post(address)["Location"].startswith("/log-in")
