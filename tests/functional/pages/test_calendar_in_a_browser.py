"""The calendar in a browser: a month by keys alone, as a list of days on a phone, as one sheet of paper."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, expect
from tests.functional.pages.conftest import DESK, PHONE, Opens
from tests.functional.pages.looking import complaints_of, too_wide, violations_in_both_themes
from tests.integration.store.task_world import WEEKLY, given

from baophu.base.home import Home
from baophu.base.words import _
from baophu.store.actions.accounts import add_account
from baophu.store.questions import account_named
from baophu.store.roles import Role

TODAY = "2023-10-16"
WEEK = "/tasks/calendar?view=week&day=2023-10-13"
PAGES = ("/tasks/calendar", WEEK, "/tasks/calendar/feeds", "/tasks/days-off", "/tasks/kept")
A4_LANDSCAPE = (842, 595)  # points


@pytest.fixture
def page(plain_home: Home, opens_here: Opens, monkeypatch: pytest.MonkeyPatch) -> Page:
    """The month of an office with a list of all communes and a weekly report, open before its officer."""
    monkeypatch.setenv("BAOPHU_TODAY", TODAY)
    operator = account_named(None)
    given(operator, "UBND các xã, thị trấn")
    given(operator, "BHXH huyện", action="Báo cáo tuần", rule=WEEKLY, deadline=None, words="")
    add_account(by=operator, name="bhxh", role=Role.INSURANCE_OFFICER, full_name="Cán bộ", units=[])
    return opens_here("bhxh", "/tasks/calendar")


def test_a_month_is_walked_with_keys_and_a_day_opens_its_list(page: Page) -> None:
    page.get_by_role("link", name=_("Month after")).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        _("Tasks of {month}/{year}").format(month=11, year=2023)
    )
    page.get_by_role("link", name=_("Today"), exact=True).press("Enter")
    friday = page.get_by_role("link", name="13/10/2023").first
    for _step in range(60):
        if friday.evaluate("one => one === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(friday).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/tasks/list?*first=2023-10-13*")
    expect(page.locator("tbody tr")).to_have_count(8)


def check_paper(page: Page, tmp_path: Path) -> None:
    """A month is one sheet; what is below it comes on the next."""
    page.pdf(path=tmp_path / "month.pdf", prefer_css_page_size=True)
    paper = pypdfium2.PdfDocument(tmp_path / "month.pdf")
    assert tuple(round(side) for side in paper[0].get_size()) == A4_LANDSCAPE
    sheet = paper[0].get_textpage().get_text_range()
    assert "31" in sheet and "5/11" in sheet and _("Show") not in sheet
    assert _("When reports are cut off and due") in paper[1].get_textpage().get_text_range()
    paper.close()


def check_full_month(page: Page, tmp_path: Path) -> None:
    """Six weeks with as much as cells hold are one sheet with the title."""
    by = account_named(None)
    for day in (date(2023, 10, number) for number in range(12, 32)):
        for number in range(5):
            task = f"Rà soát, đối chiếu danh sách người tham gia đợt {number} của ngày {day}"
            given(by, "UBND các xã, thị trấn", action=task, deadline=day, words="")
    page.goto("/tasks/calendar")
    page.pdf(path=tmp_path / "full.pdf", prefer_css_page_size=True)
    paper = pypdfium2.PdfDocument(tmp_path / "full.pdf")
    sheet, next_sheet = (paper[number].get_textpage().get_text_range() for number in (0, 1))
    assert _("Tasks of {month}/{year}").format(month=10, year=2023) in sheet and "5/11" in sheet
    assert _("When reports are cut off and due") in next_sheet.splitlines()[0]
    paper.close()


def check_list_of_days(page: Page) -> None:
    """On a phone days stand below each other, those without anything left out."""
    shown = [one.inner_text().split("\n")[0] for one in page.locator("td.day:visible").all()]
    assert shown[:3] == ["Thứ Sáu, 6/10", "Thứ Sáu, 13/10", "Thứ Bảy, 14/10"]
    lefts = {round(one.bounding_box()["x"]) for one in page.locator("td.day:visible").all()}  # type: ignore[index]
    assert len(lefts) == 1


def check_long_weekdays(page: Page) -> None:
    """English names of weekdays, hidden on a phone, do not make it wider."""
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto("/tasks/calendar")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("button", name="Tiếng Việt")).to_be_visible()
    assert too_wide(page) is None


def test_all_can_use_these_pages_also_on_a_phone_and_on_paper(page: Page, tmp_path: Path) -> None:
    check_paper(page, tmp_path)
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    check_list_of_days(page)
    wrong: list[str] = []
    with complaints_of(page) as complaints:
        for path in PAGES:
            page.set_viewport_size(DESK)  # type: ignore[arg-type]
            page.goto(path)
            wrong += violations_in_both_themes(page)
            page.set_viewport_size(PHONE)  # type: ignore[arg-type]
            wrong += [found] if (found := too_wide(page)) else []
            wrong += violations_in_both_themes(page)
    assert [*wrong, *complaints] == []
    check_full_month(page, tmp_path)
    check_long_weekdays(page)
