"""A hamlet head records an obstacle on a phone, the office answers it, and the answer comes back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.functional.pages.conftest import DESK, PATIENCE, PHONE
from tests.functional.pages.looking import complaints_of, too_wide, violations_in_both_themes
from tests.functional.serving import serving
from tests.signing_in import sign_in

from baophu.base.home import Home
from baophu.base.words import _
from baophu.directives.obstacles import KIND_WORDS, ObstacleKind
from baophu.store.actions.accounts import add_account
from baophu.store.actions.places import NamedHamlet, add_hamlets
from baophu.store.models import Account
from baophu.store.questions import account_named
from baophu.store.roles import Role

TODAY = "2023-10-02"
WORDS = "Bốn hộ chưa nhận được thẻ sau 20 ngày"
ANSWER = "Thẻ đã in, trả ngày 5/10"
type OpenAs = Callable[[Account, object], Page]


@pytest.fixture
def open_as(plain_home: Home, browser: Browser, tmp_path: Path) -> Iterator[OpenAs]:
    """Opens the obstacles before an account, on a screen of a size."""
    contexts = []
    operator = account_named(None)
    add_hamlets(by=operator, hamlets=[NamedHamlet("23497@", "Thôn 1")], source="NQ")
    add_account(by=operator, name="thon1", role=Role.HAMLET_HEAD, hamlets=["23497@/01"])
    cookies = {one.name: sign_in(one).cookies["sessionid"].value for one in Account.objects.all()}
    with serving(plain_home.root, tmp_path / "words.txt", today=TODAY) as served:

        def open_page(account: Account, viewport: object) -> Page:
            context = browser.new_context(viewport=viewport, locale="vi-VN", base_url=served.address)  # type: ignore[arg-type]
            context.set_default_timeout(PATIENCE)
            cookie = {"name": "sessionid", "value": cookies[account.name], "url": served.address}
            context.add_cookies([cookie])  # type: ignore[list-item]
            contexts.append(context)
            page = context.new_page()
            page.goto("/obstacles")
            return page

        yield open_page
        for context in contexts:
            context.pages[0].goto("about:blank")
            context.close()


def test_an_obstacle_is_recorded_with_the_thumb_and_its_answer_comes_back(open_as: OpenAs) -> None:
    phone, desk = open_as(account_named("thon1"), PHONE), open_as(account_named(None), DESK)
    with complaints_of(phone) as complaints:
        phone.get_by_role("link", name=_("Record an obstacle")).click()
        wrong = [*violations_in_both_themes(phone), too_wide(phone)]
        phone.get_by_label(_(KIND_WORDS[ObstacleKind.LATE_CARD])).check()
        phone.get_by_label(_("What happened")).fill(WORDS)
        phone.get_by_role("button", name=_("Record"), exact=True).click()
        recorded = _("Recorded as number {number}.").format(number=1)
        expect(phone.get_by_role("status")).to_contain_text(recorded)
        wrong += [too_wide(phone)]

        desk.reload()
        desk.get_by_role("row", name=WORDS).get_by_role("link").click()
        desk.get_by_label(_("Answer"), exact=True).fill(ANSWER)
        wrong += violations_in_both_themes(desk)
        desk.get_by_role("button", name=_("Answer"), exact=True).press("Enter")
        expect(desk.get_by_role("status")).to_contain_text(_("Answered."))

        phone.goto("/obstacles")
        expect(phone.locator(".grade", has_text=_("new answer"))).to_have_count(2)
        wrong += [*violations_in_both_themes(phone), too_wide(phone)]
        phone.get_by_role("row", name=WORDS).first.get_by_role("link").click()
        expect(phone.get_by_text(ANSWER).first).to_be_visible()
        phone.get_by_role("button", name=_("Close")).click()
        expect(phone.get_by_role("status")).to_contain_text(_("Closed."))
    assert [one for one in wrong if one] == complaints == []
