"""A form is sent after the log-in has ended: what was typed stands in it again, for the same account only."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from tests.functional.pages.conftest import Opens
from tests.signing_in import app_code

from baophu.base.home import Home
from baophu.base.words import _
from baophu.store.actions.accounts import make_account
from baophu.store.actions.second_factors import enrol
from baophu.store.models.session import Session
from baophu.store.questions import account_named
from baophu.store.roles import Role

KEYS = {"lan": "ab" * 20, "minh": "cd" * 20}
ACTION = "Rà soát người chưa có thẻ ở Thôn 1"


@pytest.fixture
def passwords(plain_home: Home) -> dict[str, str]:
    """Two officers with an app: name → password."""
    found = {}
    for name, key in KEYS.items():
        account, found[name] = make_account(
            by=account_named(None), name=name, role=Role.INSURANCE_OFFICER, units=[]
        )
        enrol(by=account, key=key, code=app_code(key))
    return found


def send_too_late(page: Page) -> None:
    """Type a task, and send it when the session is over."""
    page.locator("#action").fill(ACTION)
    page.locator("[name=office-1]").fill("BHXH huyện")
    page.locator("[name=part-1]").select_option("leads")
    page.locator("[name=before]").check()
    Session.objects.update(expire_date=timezone.now())
    page.get_by_role("button", name=_("Give the task"), exact=True).click()


def log_in(page: Page, name: str, password: str) -> None:
    page.get_by_label(_("Account name")).fill(name)
    page.get_by_label(_("Password")).fill(password)
    page.get_by_role("button", name=_("Log in"), exact=True).click()
    page.get_by_label(_("Code")).fill(app_code(KEYS[name], 1))
    page.get_by_role("button", name=_("Go on")).click()
    page.wait_for_url("**/tasks/new")


def kept(page: Page) -> str | None:
    found: str | None = page.evaluate("sessionStorage.getItem('typed')")
    return found


def test_who_comes_back_finds_what_was_typed(opens_here: Opens, passwords: dict[str, str]) -> None:
    page = opens_here("lan", "/tasks/new")
    send_too_late(page)
    log_in(page, "lan", passwords["lan"])
    expect(page.locator("#action")).to_have_value(ACTION)
    expect(page.locator("[name=office-1]")).to_have_value("BHXH huyện")
    expect(page.locator("[name=part-1]")).to_have_value("leads")
    expect(page.locator("[name=before]")).to_be_checked()
    expect(page.locator("#notes")).to_contain_text(
        _("What you had typed stands in the form again, but files: look at it and send it.")
    )
    assert kept(page) is None
    page.reload()
    expect(page.locator("#action")).to_have_value("")


def test_another_account_finds_nothing(opens_here: Opens, passwords: dict[str, str]) -> None:
    page = opens_here("lan", "/tasks/new")
    send_too_late(page)
    log_in(page, "minh", passwords["minh"])
    expect(page.locator("#action")).to_have_value("")
    assert kept(page) is None
