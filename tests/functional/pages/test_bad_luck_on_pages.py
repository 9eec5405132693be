"""What goes wrong in an office: files that are no lists, two at the same household, a worker that is killed
while figures are made, figures that change under an open page."""

import os
import signal
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.functional.pages.conftest import Opens
from tests.functional.pages.office import THON_1, Office, hand_out
from tests.makers.archives import declaring
from tests.makers.sheets import write_xlsx

from baophu.base.words import _

A_WHILE = 60_000  # milliseconds
MEGABYTE = 1 << 20


def sparse(folder: Path) -> Path:
    """200 MB that take no room."""
    path = folder / "lon.xlsx"
    with path.open("wb") as file:
        file.truncate(200 * MEGABYTE)
    return path


def picture(folder: Path) -> Path:
    path = folder / "anh.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(1000))
    return path


def bomb(folder: Path) -> Path:
    """A workbook that says it unpacks to 4 GB."""
    return declaring(write_xlsx(folder / "bom.xlsx", [["Họ và tên"], ["A Thui"]]), 0xFFFFFFF0)


BAD = {"100 MB": sparse, "không đọc được": picture, "quá lớn": bomb}


@pytest.mark.parametrize("words", BAD)
def test_a_file_that_is_no_list_is_told_in_words(words: str, opens: Opens, tmp_path: Path) -> None:
    """Too big, a picture that is called a workbook, a bomb: said in words, and nothing of it stays."""
    page = opens("bhxh", "/lists")
    page.locator("#files").set_input_files(BAD[words](tmp_path))
    page.get_by_role("button", name=_("Look at them first")).click()
    expect(page.locator(".note.error").first).to_contain_text(words, timeout=A_WHILE)
    drop = page.get_by_role("button", name=_("Drop the file"))
    if drop.count():
        drop.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(_("Receive lists"))


def test_two_at_the_same_household(office: Office, opens: Opens) -> None:
    """The officer and the head of the hamlet have the same household open. Who saves second is told who was
    there before, and may save on top of it."""
    officer = opens("bhxh")
    hand_out(officer, f"why=verify&hamlet={THON_1}")
    head = opens("truongthon", "/visits")
    head.locator(".stops:not(.done) .stop").last.get_by_role("link").first.click()
    officer.goto(head.url)
    save(head, "not_met")
    expect(head.get_by_text(_("Saved."))).to_be_visible()
    save(officer, "away")

    expect(officer.get_by_role("alert")).to_contain_text(_("hamlet head"))
    officer.get_by_role("button", name=_("Save on top of it")).click()
    expect(officer.get_by_text(_("Saved."))).to_be_visible()


def save(page: Page, outcome: str) -> None:
    page.locator(f"input[name=outcome][value={outcome}]").check()
    page.get_by_role("button", name=_("Save"), exact=True).click()


def test_a_worker_killed_while_figures_are_made(office: Office, opens: Opens) -> None:
    """Figures are made anew; their worker is killed in the middle. Pages go on answering, the page of the
    work shows that it goes on, and the work is done in the end. Who turns a page meanwhile gets on."""
    reader = opens("bhxh", "/people?why=due_lapsed")
    page = opens("bhxh", "/lists")
    page.get_by_role("button", name=_("Bring the figures up to date")).first.click()
    expect(page.locator("progress").first).to_be_visible()
    os.kill(office.served.worker(), signal.SIGKILL)
    done = page.locator(".answer[role=status]")
    turned = 0
    while not done.is_visible():
        answer = reader.request.get(f"/people?why=due_lapsed&page={turned % 5 + 1}")
        assert answer.ok, answer.status
        turned += 1
        page.wait_for_timeout(200)

    expect(done).to_be_visible(timeout=A_WHILE)
    assert turned
    reader.get_by_role("link", name=_("Next")).click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text(_("People to reach"))
    reader.locator("tbody td a").first.click()
    expect(reader.locator("dl.facts").first).to_be_visible()
