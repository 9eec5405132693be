"""Who is who is decided with the keys 1, 2 and 3 alone, on a page that all can use, also on a phone."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.functional.pages.conftest import PHONE, Opens
from tests.functional.pages.looking import complaints_of, too_wide, violations_in_both_themes
from tests.integration.store.receiving import receive
from tests.offices import residents_file

from baophu.base.home import Home
from baophu.base.words import _
from baophu.store.actions.accounts import add_account
from baophu.store.actions.builds import build
from baophu.store.questions import account_named
from baophu.store.roles import Role

# Three cards whose national IDs are those of A Minh, of Hoa and of Bình, whatever else they say.
CARDS = """\
DANH SÁCH NGƯỜI THAM GIA BHYT,,,,,,,,
(Tính đến ngày 30/9/2023),,,,,,,,
STT,Họ và tên,Ngày sinh,Giới tính,Số CCCD,Mã số BHXH,Từ ngày,Đến ngày,Xã
1,Lê Minh Tuấn,17/08/2002,Nam,062212000013,6201000023,01/01/2023,31/12/2023,Tân Lập
2,Lê Thị Hồng,21/02/1970,Nữ,062190000014,6201000024,01/01/2023,31/12/2023,Tân Lập
3,Trương Văn Bang,11/12/1958,Nam,062088000015,6201000025,01/01/2023,31/12/2023,Tân Lập
"""


@pytest.fixture
def page(plain_home: Home, opens_here: Opens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    """The queue of a small office in which three cards may be someone’s, open before its officer."""
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-02")
    operator = account_named(None)
    cards = tmp_path / "bhyt-3.csv"
    cards.write_text(CARDS, encoding="utf-8")
    for path in (residents_file(tmp_path), cards):
        receive(operator, path, sender="Công an xã")
    build(by=operator)
    add_account(by=operator, name="bhxh", role=Role.INSURANCE_OFFICER, full_name="Cán bộ", units=[])
    return opens_here("bhxh", "/review")


def said(page: Page, verdict: str) -> None:
    expect(page.get_by_role("status")).to_contain_text(_("Kept: {verdict}.").format(verdict=_(verdict)))


def test_pairs_are_decided_with_keys(page: Page) -> None:
    page.get_by_role("link", name=_("Decide one after another")).press("Enter")
    page.wait_for_url("**/review/*/*/*")
    first = page.url
    page.keyboard.press("2")
    said(page, "two different people")
    assert page.url != first
    page.keyboard.press("1")
    said(page, "the same person")
    expect(page.get_by_role("status")).to_contain_text(
        _("A second person has to say so too; until then nothing changes.")
    )
    page.get_by_role("status").get_by_role("button", name=_("Undo")).press("Enter")
    expect(page.get_by_role("status")).to_have_count(0)
    page.keyboard.press("Control+2")
    page.keyboard.press("3")
    said(page, "cannot be told")
    page.keyboard.press("3")
    expect(page.get_by_text(_("Everything here is decided."))).to_be_visible()


def test_all_can_use_it_also_on_a_phone(page: Page) -> None:
    with complaints_of(page) as complaints:
        wrong = violations_in_both_themes(page)
        page.get_by_role("link", name=_("Decide one after another")).click()
        wrong += violations_in_both_themes(page)
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        wrong += [found] if (found := too_wide(page)) else []
        page.get_by_role("button", name="(1)").click()
        wrong += violations_in_both_themes(page)
        page.goto("/review")
        wrong += [found] if (found := too_wide(page)) else []

    assert [*wrong, *complaints] == []
