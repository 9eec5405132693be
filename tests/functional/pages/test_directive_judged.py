"""A directive is handed in, shown with what was read, judged with keys, and becomes tasks; on a phone too."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.functional.pages.conftest import PHONE, Opens
from tests.functional.pages.looking import complaints_of, too_wide, violations_in_both_themes
from tests.functional.serving import soon
from tests.makers.directives import write_directive
from tests.web.letters import LETTER

from baophu.base.home import Home
from baophu.base.words import _
from baophu.store.actions.accounts import add_account
from baophu.store.holders import new_holder
from baophu.store.jobs.worker import work_once
from baophu.store.models import Task
from baophu.store.questions import account_named
from baophu.store.roles import Role

LISTS, REPORT, STUDENTS = "N1", "N2", "N3"


@pytest.fixture
def page(plain_home: Home, opens_here: Opens, monkeypatch: pytest.MonkeyPatch) -> Page:
    """The page of directives of a small office, open before its officer."""
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-06")
    add_account(
        by=account_named(None), name="bhxh", role=Role.INSURANCE_OFFICER, full_name="Cán bộ", units=[]
    )
    return opens_here("bhxh", "/directives")


def test_a_directive_becomes_tasks(page: Page, tmp_path: Path) -> None:
    path = write_directive(tmp_path / "cong-van-512.docx", LETTER)
    with complaints_of(page) as complaints:
        page.locator("#files").set_input_files(path)
        page.get_by_role("button", name=_("Read it")).click()
        soon(lambda: work_once(new_holder()))
        page.wait_for_url("**/directives/1")
        touch_both_sides(page)
        judge_with_keys(page)
        mend(page)
        add_what_is_chosen(page)
        page.get_by_role("button", name=_("Accept all that is sure ({count})").format(count=5)).click()
        expect(page.get_by_role("status")).to_have_text(_("{count} items are accepted.").format(count=5))
        expect(page.locator("#tasks tbody")).to_have_count(3)
        wrong = violations_in_both_themes(page)
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        wrong += [found] if (found := too_wide(page)) else []

    assert [*wrong, *complaints] == []
    assert Task.objects.count() == 3


def touch_both_sides(page: Page) -> None:
    """A place in the text lights its item, an item its place."""
    page.locator(".document .read.figure", has_text="97,89%").click()
    expect(page.locator(".item.lit")).to_contain_text("97,89%")
    page.locator(".item", has_text="91,24%").click()
    expect(page.locator(".document .lit.figure")).to_have_text("91,24%")


def judge_with_keys(page: Page) -> None:
    """The second task is dropped, the third is at hand, and the same hand takes back what was dropped."""
    page.locator(".item h3", has_text=REPORT).click()
    page.keyboard.press("3")
    report, students = (
        page.locator(".item", has=page.locator("h3", has_text=one)) for one in (REPORT, STUDENTS)
    )
    expect(report).to_contain_text(_("dropped"))
    expect(students).to_be_focused()
    page.keyboard.press("0")
    expect(report).to_contain_text(_("to be judged"))
    expect(report).to_be_focused()


def mend(page: Page) -> None:
    """The first task gets another deadline."""
    page.locator(".item h3", has_text=LISTS).click()
    page.keyboard.press("2")
    page.wait_for_url("**/directives/items/*")
    page.locator("#deadline").fill("2023-10-20")
    page.get_by_role("button", name=_("Keep as mended")).click()
    page.wait_for_url("**/directives/1*")
    expect(page.locator(".item", has=page.locator("h3", has_text=LISTS))).to_contain_text("20/10/2023")


def add_what_is_chosen(page: Page) -> None:
    """Words that are chosen in the text fill the form that adds an item; it is left again."""
    page.locator(".document .read.head", has_text="512/UBND-VX").dblclick()
    expect(page.locator("#words")).not_to_have_value("")
    page.get_by_role("button", name=_("Add a task")).click()
    page.wait_for_url("**/directives/1/add?*")
    assert violations_in_both_themes(page) == []
    page.get_by_role("link", name=_("Back")).click()
