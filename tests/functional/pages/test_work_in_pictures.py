"""From a directive to who does what by when, and to its proof, in a browser; the tests follow each other.

With `BAOPHU_PICTURES` the pictures of the documents are made on the way, and kept there.
"""

import re

from playwright.sync_api import expect
from tests.functional.pages.conftest import PHONE, Opens, Takes
from tests.functional.pages.office import Office
from tests.functional.pages.pressing import button, link, title

from baophu.base.words import _

A_WHILE = 60_000  # milliseconds that a busy machine may take to read a letter
LETTER, NUMBER = "Công văn 942 của UBND huyện.docx", "942/UBND-VX"
BY_FIGURE, LATE_REPORT = "tham gia BHTN đạt tỷ lệ 9,5%", "báo cáo kết quả thực hiện cho UBND huyện"


def test_hand_in_a_directive_and_accept_what_is_sure(office: Office, opens: Opens, takes: Takes) -> None:
    """The officer drops the letter that came, looks at what was read in it, and accepts what is sure."""
    page = opens("bhxh", "/directives")
    page.locator("#files").set_input_files(office.home / "example" / "next" / LETTER)
    button(page, "Read it").click()
    expect(title(page)).to_contain_text(NUMBER, timeout=A_WHILE)
    expect(page.locator(".item")).not_to_have_count(0)
    first = page.locator(".document .read.task:not(.legend *)").first
    first.evaluate("one => one.scrollIntoView({block: 'center'})")
    takes(page, "directive")
    page.get_by_role("button", name=re.compile(_("Accept all that is sure ({count})").split("(")[0])).click()
    expect(page.get_by_role("status")).to_be_visible()
    expect(page.locator("#tasks tbody tr").first).to_be_visible()


def test_what_is_overdue_is_found_from_the_board(opens: Opens, takes: Takes) -> None:
    """A leader sees which office is behind, and opens what it owes."""
    page = opens("lanhdao", "/tasks")
    expect(page.get_by_role("row").filter(has_text="Đắk Pne").first).to_be_visible()
    takes(page, "tasks")
    link(page, "Calendar").click()
    takes(page, "calendar")
    page.goto("/tasks/list?overdue=1")
    expect(page.get_by_role("row").filter(has_text="Đắk Kôi")).to_have_count(1)
    takes(page, "task-list")


def test_a_task_hangs_on_a_figure_of_the_lists(opens: Opens, takes: Takes) -> None:
    """Nobody types how far the commune is: its figure stands in the task, with what is missing."""
    page = opens("bhxh", "/tasks/list?words=BHTN")
    row = page.get_by_role("row").filter(has_text=BY_FIGURE).filter(has_text="Đắk Kôi")
    row.get_by_role("link").first.click()
    expect(page.locator("main")).to_contain_text(_("missing"))
    takes(page, "task")


def test_an_office_reports_on_a_phone_and_takes_it_back(opens: Opens, takes: Takes) -> None:
    """The official of Đăk Kôi sees first what is overdue, reports it with a word, and takes it back."""
    page = opens("dakkoi", "/tasks/mine", viewport=PHONE, has_touch=True)
    takes(page, "my-tasks-phone")
    late = page.locator(".work").filter(has_text=LATE_REPORT).first
    late.locator("summary").tap()
    late.get_by_label(_("Note")).fill("đã gửi báo cáo tháng 9")
    late.locator("button[value=reported]").tap()
    expect(page.get_by_role("status")).to_contain_text(_("reported done"))
    button(page, "Undo").tap()
    expect(page.locator(".work").filter(has_text=LATE_REPORT).first).to_be_visible()


def test_a_leader_confirms_what_was_reported(opens: Opens) -> None:
    """What offices have reported stands together; what is ticked is confirmed at once."""
    page = opens("lanhdao", "/tasks/list?state=reported")
    ticks = page.locator(".tick input")
    before = ticks.count()
    ticks.first.check()
    button(page, "Confirm those ticked").click()
    expect(ticks).to_have_count(before - 1)


def test_obstacles_wait_for_their_answers(opens: Opens, takes: Takes) -> None:
    """What stands in the way was recorded, and passed on to who can answer."""
    page = opens("bhxh", "/obstacles")
    expect(page.locator("main")).to_contain_text(_("wrong data").capitalize())
    takes(page, "obstacles")


def test_a_finding_has_become_a_task(opens: Opens, takes: Takes) -> None:
    """Who supervises sees what became of a finding."""
    page = opens("giamsat", "/findings")
    expect(page.locator("main")).to_contain_text("Đăk Pne")
    takes(page, "findings")
