"""From an invitation to the first page, and every way in which log-in is refused."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.signing_in import app_code, sign_in

from baophu.base.home import Home
from baophu.base.words import speaking
from baophu.store.actions.accounts import deactivate_account, make_account
from baophu.store.actions.invitations import accept_invitation, invite_new
from baophu.store.actions.logins import WrongNameOrPassword
from baophu.store.actions.second_factors import enrol, make_backup_codes, reset_second_factor
from baophu.store.models import Account, Session
from baophu.store.passwords import WeakPassword

PASSWORD = "con trâu đi trước"


@pytest.fixture
def lan(operator: Account) -> tuple[Account, str]:
    return make_account(by=operator, name="lan", role="leader")


def text_of(response: Any) -> str:
    return str(response.content.decode())


def give_password(lan: tuple[Account, str], client: Client | None = None) -> Client:
    browser = client or Client()
    browser.post("/log-in", {"username": "lan", "password": lan[1], "next": "/me"})
    return browser


def words(error: Exception) -> str:
    """The first line of an error in Vietnamese."""
    with speaking("vi"):
        return str(error).split("\n")[0]


def test_from_the_invitation_to_the_page(operator: Account) -> None:
    _account, token = invite_new(by=operator, name="lan", role="leader")
    browser = Client()
    assert "lan" in text_of(browser.get(f"/invitation/{token}"))
    to_factor = browser.post(f"/invitation/{token}", {"password": PASSWORD, "again": PASSWORD})
    to_enrol = browser.get(to_factor["Location"])
    assert to_enrol["Location"].startswith("/enrol")
    page = text_of(browser.get(to_enrol["Location"]))
    key = browser.session["setting_up"]
    assert "<svg" in page and "otpauth" not in page
    codes = browser.post("/enrol", {"code": app_code(key)})
    assert text_of(codes).count("<code>") == 8
    assert browser.get("/me").status_code == 200
    assert browser.get(f"/invitation/{token}").status_code == 404


def test_a_wrong_password_is_told_beside_the_form_and_keeps_the_name(lan: tuple[Account, str]) -> None:
    answer = Client().post("/log-in", {"username": "lan", "password": "wrong"})
    assert answer.status_code == 403
    assert words(WrongNameOrPassword()) in text_of(answer)
    assert 'value="lan"' in text_of(answer) and "wrong" not in text_of(answer)


def test_pages_stay_closed_between_the_two_steps(lan: tuple[Account, str]) -> None:
    make_backup_codes(by=lan[0], account=lan[0])
    browser = give_password(lan)
    assert browser.get("/me")["Location"].startswith("/second-factor?next=%2Fme")
    assert browser.get("/enrol")["Location"].startswith("/second-factor")
    assert browser.post("/enrol", {"code": "123456"})["Location"].startswith("/second-factor")


def test_without_the_first_step_there_is_no_second(operator: Account) -> None:
    for page in ("/second-factor", "/enrol"):
        assert Client().get(page)["Location"].startswith("/log-in")
        assert Client().post(page, {"code": "123456"})["Location"].startswith("/log-in")


def test_a_code_of_the_app_leads_to_where_one_wanted_to_go(lan: tuple[Account, str]) -> None:
    key = "ab" * 20
    enrol(by=lan[0], key=key, code=app_code(key))
    browser = give_password(lan)
    assert browser.post("/second-factor", {"code": "000000", "next": "/me"}).status_code == 403
    assert browser.post("/second-factor", {"code": app_code(key, 1), "next": "/me"}).status_code == 403
    Account.objects.get(name="lan").totpdevice_set.update(throttling_failure_timestamp=None)
    answer = browser.post("/second-factor", {"code": app_code(key, 1), "next": "/me"})
    assert answer["Location"] == "/me"
    assert browser.get("/log-in?next=/me")["Location"] == "/me"


def test_after_a_backup_code_the_app_is_offered_and_may_wait(lan: tuple[Account, str]) -> None:
    codes = make_backup_codes(by=lan[0], account=lan[0])
    browser = give_password(lan)
    answer = browser.post("/second-factor", {"code": codes[0], "next": "/me"})
    assert answer["Location"] == "/enrol?next=%2Fme"
    page = text_of(browser.get(answer["Location"]))
    assert 'class="button second" href="/me"' in page
    assert browser.get("/me").status_code == 200


@pytest.mark.parametrize("wanted", ["https://elsewhere.example/", "//elsewhere.example", "javascript:x"])
def test_log_in_leads_nowhere_else(lan: tuple[Account, str], wanted: str) -> None:
    browser = sign_in(lan[0])
    assert browser.get("/log-in", {"next": wanted})["Location"] == "/"


def test_the_two_passwords_must_be_the_same_and_strong(operator: Account) -> None:
    _account, token = invite_new(by=operator, name="lan", role="leader")
    for password, again in ((PASSWORD, PASSWORD + "!"), ("12345", "12345")):
        answer = Client().post(f"/invitation/{token}", {"password": password, "again": again})
        assert answer.status_code == 400 and 'aria-invalid="true"' in text_of(answer)
        assert password not in text_of(answer)
    assert words(WeakPassword(why="x"))[:15] in text_of(answer)
    accept_invitation(token=token, password=PASSWORD)


def test_a_deactivated_account_is_out_at_once(operator: Account, lan: tuple[Account, str]) -> None:
    browser = sign_in(lan[0])
    assert browser.get("/me").status_code == 200
    deactivate_account(by=operator, account=lan[0])
    assert browser.get("/me")["Location"].startswith("/log-in")


def test_whose_second_factor_was_reset_is_out_at_once(operator: Account, lan: tuple[Account, str]) -> None:
    browser = sign_in(lan[0])
    reset_second_factor(by=operator, account=lan[0])
    assert browser.get("/me")["Location"].startswith("/log-in")


@pytest.mark.parametrize("method", ["get", "post"])
def test_whose_session_has_ended_is_told_so(lan: tuple[Account, str], method: str) -> None:
    browser = sign_in(lan[0])
    Session.objects.update(expire_date=timezone.now())
    there = getattr(browser, method)("/me" if method == "get" else "/me/sessions")["Location"]
    assert there == f"/log-in?next={'%2Fme&ended=1' if method == 'get' else '%2F&ended=1&unsaved=1'}"
    assert "Phiên làm việc đã kết thúc" in text_of(browser.get(there))
    assert "Phiên làm việc đã kết thúc" not in text_of(browser.get(browser.get("/me")["Location"]))


@pytest.mark.parametrize(
    ("referrer", "there"),
    [
        ("/tasks/new?unit=23497@", "/tasks/new?unit=23497@"),
        ("/findings/3/take-up", "/findings/3"),
        ("/me/sessions", "/me"),
        ("/nowhere/at/all", "/"),
        ("https://elsewhere.example/tasks/new", "/"),
        ("", "/"),
    ],
)
def test_a_form_sent_after_the_session_ended_leads_back_to_its_page(
    lan: tuple[Account, str], referrer: str, there: str
) -> None:
    browser, key = sign_in(lan[0]), "ab" * 20
    enrol(by=lan[0], key=key, code=app_code(key))
    Session.objects.update(expire_date=timezone.now())
    sent_from = f"http://testserver{referrer}" if referrer.startswith("/") else referrer
    log_in = browser.post("/tasks/new", {"action": "Lập danh sách"}, headers={"Referer": sent_from})[
        "Location"
    ]
    page = text_of(browser.get(log_in))
    assert f'name="next" value="{there}"' in page and 'name="unsaved"' in page
    form = {"username": "lan", "password": lan[1], "next": there, "unsaved": "1"}
    second = browser.post("/log-in", form)["Location"]
    answer = browser.post(second, {"code": app_code(key, 1), "next": there})
    assert answer["Location"] == there
    assert "biểu mẫu" in text_of(browser.get("/me")) and "biểu mẫu" not in text_of(browser.get("/me"))


def test_who_logs_out_is_not_told_that_the_session_has_ended(lan: tuple[Account, str]) -> None:
    browser = sign_in(lan[0])
    there = browser.post("/log-out")["Location"]
    assert "Phiên làm việc đã kết thúc" not in text_of(browser.get(there))
    assert "ended" not in browser.get("/me")["Location"]


def test_log_out_needs_a_form(lan: tuple[Account, str]) -> None:
    browser = sign_in(lan[0])
    assert browser.get("/log-out").status_code == 405
    assert browser.post("/log-out")["Location"] == "/log-in"
    assert browser.get("/me")["Location"].startswith("/log-in")


def test_a_form_from_elsewhere_is_refused(lan: tuple[Account, str]) -> None:
    answer = Client(enforce_csrf_checks=True).post("/log-in", {"username": "lan", "password": lan[1]})
    assert answer.status_code == 403


def test_cookies_are_for_https_alone_where_there_is_https(plain_home: Home) -> None:
    for secure in (False, True):
        answer = Client().get("/log-in", secure=secure)
        assert bool(answer.cookies["csrftoken"]["secure"]) is secure
        assert ("Strict-Transport-Security" in answer) is secure
        assert "default-src 'self'" in answer["Content-Security-Policy"]


def test_the_session_cookie_is_no_business_of_scripts(lan: tuple[Account, str]) -> None:
    cookie = give_password(lan).cookies["sessionid"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax" and not cookie["max-age"]


def test_whoever_goes_from_house_to_house_begins_with_the_visits(operator: Account) -> None:
    account, password = make_account(by=operator, name="thu", role="collector", units=["23497@"])
    codes = make_backup_codes(by=account, account=account)
    browser = Client()
    there = browser.post("/log-in", {"username": "thu", "password": password, "next": "/"})["Location"]
    page = browser.post(there, {"code": codes[0], "next": "/"}, follow=True).content.decode()
    assert 'class="button second" href="/visits"' in page
    assert browser.get("/log-in")["Location"] == "/visits"
    assert browser.get("/log-in?next=/me")["Location"] == "/me"


def test_after_the_last_backup_code_the_phone_does_not_wait(lan: tuple[Account, str]) -> None:
    codes = make_backup_codes(by=lan[0], account=lan[0], count=1)
    browser = give_password(lan)
    there = browser.post("/second-factor", {"code": codes[0], "next": "/me"})["Location"]
    page = browser.get(there).content.decode()
    assert 'href="/me"' not in page.split("<main")[1] and "note warning" in page
    assert give_password(lan).get("/enrol")["Location"].startswith("/second-factor")
