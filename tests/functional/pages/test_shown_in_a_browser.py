"""Every page as a browser shows it: usable by all, light, quiet, narrow, in both languages and both themes.

The pages are found by following links, as each role; those of forms and of log-in have their addresses here.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.functional.pages.album import take_picture
from tests.functional.pages.conftest import DESK, PHONE, Opens
from tests.functional.pages.following import Addresses, follow
from tests.functional.pages.looking import (
    MOST_BYTES,
    MOST_SHIFT,
    WATCH_SHIFTS,
    Scales,
    complaints_of,
    too_wide,
    violations_in_both_themes,
)
from tests.functional.pages.office import OPERATOR, THON_1, Office, hand_out
from tests.web.walking import patterns

# Who sees all there is; and the pages that look different for others.
ROLES = (OPERATOR, "lanhdao", "truongthon")
LOOK_DIFFERENT = {
    "lanhdao": {"board", "figure", "people"},
    "truongthon": {"board", "my_tasks", "people", "visit", "visits"},
}
# What is wrong in one language only is a matter of its words: each is looked at by one or two.
ROLES_AND_LANGUAGES = [(OPERATOR, "vi"), ("lanhdao", "en"), ("truongthon", "vi")]
SETTLES = 200  # milliseconds after which nothing moves any more
# What would be long, for a part of it.
SHORTER = {"people_print": f"/people/print?why=verify&hamlet={THON_1}"}
# Views without a page: forms that lead on, files, and what a page shows inside it.
NO_PAGE = {
    "account_step", "bring_up_to_date", "chart", "finding_step", "findings_file", "hand_in", "keep_chosen",
    "language",
    "list_step", "list_template", "log_out", "make_report", "obstacle_step", "obstacles_file",
    "own_backup_codes", "own_password", "own_sessions",
    "people_file", "people_made", "rejected", "remind", "reminder_letter", "report_file", "review_decide",
    "review_undo", "sheet_receive",
    "sheet_rejects", "sheet_undo", "upload_step", "visits_undo", "worklist_close", "worklist_file",
    "worklist_reopen", "worklists_take_back",
    "mail_again", "mail_try", "notice", "notices_read", "own_mail",
    "directive_examples", "directive_file", "directive_hand_in", "directive_handed_in_step", "directive_read",
    "directive_sure", "directive_take_out", "item_judge",
    "evidence_file", "evidence_remove", "evidence_restore", "task_extend", "task_file", "task_hand",
    "task_move", "task_prove", "task_undo", "tasks_together",
    "announce_days", "calendar_feed", "days_kept_file", "end_feed", "make_feed", "take_back_days",
}  # fmt: skip
# Pages that no link leads to for long; they are looked at where their pictures are made.
ELSEWHERE = {"second_factor", "enrol", "invitation", "upload", "job", "sheet"} | {
    "directive_add", "directive_handed_in", "directive_item",
}  # fmt: skip


@pytest.fixture(scope="module")
def addresses() -> dict[str, Addresses]:
    """Role → its pages, as they are found."""
    return {}


@pytest.fixture(autouse=True)
def _something_handed_out(office: Office, opens: Opens, addresses: dict[str, Addresses]) -> None:
    """There is a worklist, and a reminder, also where these tests run alone."""
    if addresses:
        return
    page = opens("bhxh", "/worklists")
    if not page.get_by_role("rowheader").count():
        hand_out(page, f"why=verify&hamlet={THON_1}")
    page.goto("/owed")
    if not page.locator("a[href^='/owed/reminders/']").count():
        page.locator("form[action='/owed/remind'] button").first.click()
        page.wait_for_url("**/owed/reminders/*")


def found_by(page: Page, addresses: dict[str, Addresses], role: str) -> list[str]:
    """Every page of a role, as links from the first one lead there."""
    if role not in addresses:
        shorter = follow(page.context, "/") | SHORTER
        looked_at = LOOK_DIFFERENT.get(role, shorter.keys())
        addresses[role] = {view: path for view, path in shorter.items() if view in looked_at}
    return list(addresses[role].values())


def test_every_page_is_found(opens: Opens, addresses: dict[str, Addresses]) -> None:
    for role in ROLES:
        found_by(opens(role, None), addresses, role)
    found = set().union(*addresses.values())

    assert set(patterns()) - NO_PAGE - ELSEWHERE - found == {"log_in"}


@pytest.mark.parametrize(("role", "language"), ROLES_AND_LANGUAGES)
def test_axe_finds_nothing(role: str, language: str, opens: Opens, addresses: dict[str, Addresses]) -> None:
    page = opens(role, "/")
    if page.locator("html").get_attribute("lang") != language:
        page.locator(f"button[name=language][value={language}]").click()
    found: list[str] = []
    for path in found_by(page, addresses, role):
        expect(page.locator("html")).to_have_attribute("lang", language)
        page.goto(path)
        found += violations_in_both_themes(page)

    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("role", ROLES)
def test_pages_are_light_steady_without_complaints_and_fit_a_narrow_screen(
    role: str, opens: Opens, addresses: dict[str, Addresses]
) -> None:
    """On the first visit, with nothing kept from the page before."""
    page = opens(role, None)
    page.add_init_script(WATCH_SHIFTS)
    scales = Scales(page)
    wrong: list[str] = []
    for path in found_by(page, addresses, role):
        scales.bytes = 0
        page.set_viewport_size(DESK)  # type: ignore[arg-type]
        with complaints_of(page) as complaints:
            page.goto(path)
            page.wait_for_timeout(SETTLES)
        shift = page.evaluate("window.shifted")
        wrong += complaints
        wrong += [f"{path}: {scales.bytes} bytes"] if scales.bytes > MOST_BYTES else []
        wrong += [f"{path}: moved by {shift}"] if shift > MOST_SHIFT else []
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        wrong += [wide] if (wide := too_wide(page)) else []

    assert not wrong, "\n" + "\n".join(wrong)


def test_the_picture_of_a_page_is_small_enough_for_the_documents(opens: Opens, tmp_path: Path) -> None:
    take_picture(opens(OPERATOR), "board", tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["page-board.png"]
