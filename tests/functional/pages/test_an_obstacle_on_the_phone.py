"""A hamlet head records an obstacle on a phone, the office answers it, and the answer comes back."""

import pytest
from playwright.sync_api import expect
from tests.functional.pages.conftest import PHONE, Opens
from tests.functional.pages.looking import complaints_of, too_wide, violations_in_both_themes

from baophu.base.home import Home
from baophu.base.words import _
from baophu.directives.obstacles import KIND_WORDS, ObstacleKind
from baophu.store.actions.accounts import add_account
from baophu.store.actions.places import NamedHamlet, add_hamlets
from baophu.store.questions import account_named
from baophu.store.roles import Role

TODAY = "2023-10-02"
WORDS = "Bốn hộ chưa nhận được thẻ sau 20 ngày"
ANSWER = "Thẻ đã in, trả ngày 5/10"


@pytest.fixture(autouse=True)
def _head_of_a_hamlet(plain_home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", TODAY)
    operator = account_named(None)
    add_hamlets(by=operator, hamlets=[NamedHamlet("23497@", "Thôn 1")], source="NQ")
    add_account(by=operator, name="thon1", role=Role.HAMLET_HEAD, hamlets=["23497@/01"])


def test_an_obstacle_is_recorded_with_the_thumb_and_its_answer_comes_back(opens_here: Opens) -> None:
    phone, desk = opens_here("thon1", "/obstacles", PHONE), opens_here(None, "/obstacles")
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
