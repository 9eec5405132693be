"""What people do with the pages, from the first log-in to the list of the next month, in a browser.

The tests follow each other: what one hands out the next one visits. With `BAOPHU_PICTURES` the pictures of
the documents are made on the way, and kept there.
"""

import re
from base64 import b32decode
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect
from tests.functional.pages.conftest import PHONE, Opens, Takes
from tests.functional.pages.office import DAK_RVE, OPERATOR, THON_1, Office, type_code
from tests.functional.pages.pressing import button, link, title
from tests.signing_in import app_code

from baophu.base.words import _

PASSWORD = "bốn từ dễ nhớ của tôi"
A_WHILE = 60_000  # milliseconds that a build may take on a busy machine
NEXT_LIST = "Tham gia BHYT 31-10-2023.csv"


def test_log_in_for_the_first_time_and_with_a_backup_code(office: Office, opens: Opens, takes: Takes) -> None:
    """The administrator invites a leader. They choose a password, scan the key with an app, keep the backup
    codes, and get in; the next time they have no phone with them and type one of the codes."""
    admin = opens(OPERATOR, "/accounts")
    takes(admin, "accounts")
    link(admin, "Invite someone").click()
    admin.get_by_label(_("Account name")).fill("phochutich")
    admin.get_by_label(_("Role")).select_option("leader")
    button(admin, "Invite").click()
    invitation = admin.get_by_label(_("Link")).input_value()

    page = opens(None, invitation)
    page.locator("#password").fill(PASSWORD)
    page.locator("#again").fill(PASSWORD)
    page.locator("main button").click()
    takes(page, "enrol")
    key = b32decode(page.locator(".key").inner_text().replace(" ", "")).hex()
    page.get_by_label(_("Code"), exact=True).fill(app_code(key))
    button(page, "Done").click()
    code = page.locator(".codes code").first.inner_text()
    link(page, "I have kept them, go on").click()
    expect(page.get_by_text("91,24%").first).to_be_visible()

    button(page, "Log out").click()
    takes(page, "log-in")
    office.type_password(page, "phochutich", PASSWORD)
    type_code(page, code)
    expect(page.get_by_text("91,24%").first).to_be_visible()
    expect(link(page, "Receive lists")).to_have_count(0)


def test_open_a_figure_down_to_the_row_of_the_file(opens: Opens, takes: Takes) -> None:
    """A leader's question before the meeting: from the district's rate to a commune's, to a person whom it
    counts, to the row of the list that proves it."""
    page = opens("bhxh", "/")
    page.emulate_media(color_scheme="dark")
    takes(page, "board-dark")
    takes(page, "board")
    link(page, "Thị trấn Đắk Rve").click()
    takes(page, "commune")
    page.locator(".scheme .rate a").first.click()
    expect(title(page)).to_contain_text("Thị trấn Đắk Rve")
    takes(page, "figure")
    person = page.locator("#people ~ .table tbody tr").first
    name = person.get_by_role("rowheader").inner_text()
    person.get_by_role("link").last.click()
    expect(page.locator("main")).to_contain_text(name)
    takes(page, "row")
    page.go_back()
    link(page, name).first.click()
    expect(title(page)).to_contain_text(name)
    takes(page, "person")
    page.locator("dl.facts a").first.click()
    takes(page, "household")


def test_hand_a_list_out_to_the_hamlet_head(opens: Opens, takes: Takes) -> None:
    """The insurance officer filters the people whose cards lapsed or fall due, and hands those of one hamlet
    to its head."""
    page = opens("bhxh", f"/people?why=due_lapsed&area={DAK_RVE}")
    takes(page, "people")
    link(page, "Hand out").click()
    page.locator(f"select[name='to-{THON_1}']").select_option(label=_("hamlet head"))
    page.get_by_label(_("Results wanted by")).fill("2023-10-15")
    takes(page, "hand-out")
    button(page, "Hand out").click()
    row = page.get_by_role("row").filter(has_text="Thôn 1, Thị trấn Đắk Rve")
    expect(row).to_contain_text(_("hamlet head"))
    takes(page, "worklists")


def test_record_a_visit_on_a_phone(opens: Opens, takes: Takes) -> None:
    """With one thumb on a screen of 360 px: the head of the hamlet opens the first household, says that they
    have paid, and sees it among those done; what was said wrongly is undone."""
    page = opens("truongthon", "/visits", viewport=PHONE, has_touch=True)
    takes(page, "visits-phone")
    left, done = households(page)
    first = page.locator(".stops:not(.done) .stop").first.get_by_role("link").first
    first.tap()
    takes(page, "visit-phone")
    say(page, "has paid")
    page.get_by_label(_("Number of the receipt")).fill("0001234")
    button(page, "Save").tap()
    expect(page.get_by_text(_("Saved."))).to_be_visible()
    assert households(page) == (left - 1, done + 1)
    takes(page, "visits-saved-phone")

    first.tap()
    say(page, "refuses")
    button(page, "Save").tap()
    assert households(page) == (left - 2, done + 2)
    button(page, "Undo").tap()
    assert households(page) == (left - 1, done + 1)


def say(page: Page, outcome: str) -> None:
    page.get_by_role("radio", name=re.compile(_(outcome), re.IGNORECASE)).check()


def households(page: Page) -> tuple[int, int]:
    """How many households are left, and done."""
    expect(title(page)).to_have_text(_("My visits"))
    left, _promised, done = map(int, re.findall(r"\d+", page.locator(".answer").inner_text()))
    return left, done


def test_receive_the_filled_excel(opens: Opens, takes: Takes, tmp_path: Path) -> None:
    """The same worklist went out as a workbook. It comes back with outcomes written into it, and its visits
    are recorded; a row with words that mean nothing is set aside."""
    page = opens("bhxh", "/worklists")
    page.get_by_role("rowheader").get_by_role("link").first.click()
    takes(page, "worklist")
    with page.expect_download() as coming:
        link(page, "Excel file").click()
    filled = tmp_path / coming.value.suggested_filename
    coming.value.save_as(filled)
    people = fill_in(filled, ["hẹn ngày", "từ chối", "đi làm xa", "abc xyz"])

    page.goto("/worklists")
    page.get_by_label(_("The Excel file as it was filled in")).set_input_files(filled)
    button(page, "Take in").click()
    expect(page.locator(".answer")).to_contain_text(_("{count} visits recorded.").format(count=3))
    takes(page, "sheet")
    page.get_by_role("link", name=re.compile(_("Worklist no. {number}").format(number=r"\d+"))).first.click()
    promised = page.locator("tr:not(.home)").filter(has_text=people[0])
    expect(promised).to_contain_text(_("promises a day"))


def test_the_next_build_shows_what_the_visits_changed(opens: Opens) -> None:
    """Whoever has paid is left alone while the card is awaited; whoever moved away is to be verified."""
    page = opens("bhxh", f"/people?why=verify&hamlet={THON_1}")
    before = people_listed(page)
    page.goto("/lists")
    button(page, "Bring the figures up to date").click()
    expect(page.locator(".answer[role=status]")).to_be_visible(timeout=A_WHILE)
    page.goto(f"/people?why=verify&hamlet={THON_1}")

    assert people_listed(page) == before + 1


def test_receive_the_list_of_the_next_month(office: Office, opens: Opens, takes: Takes) -> None:
    """The insurer sends the list of 31/10/2023: the officer drops it into the page, sees what was recognised,
    keeps it, leaves the page while it is read, comes back, and sees who joined and left."""
    page = opens("bhxh", "/lists")
    takes(page, "lists")
    page.locator("#files").set_input_files(office.home / "example" / "next" / NEXT_LIST)
    button(page, "Look at them first").click()
    expect(button(page, "Keep")).to_be_visible(timeout=A_WHILE)
    expect(page.locator("main")).to_contain_text("31/10/2023")
    takes(page, "upload")
    page.get_by_label(_("Who sent it? The file does not say.")).fill("BHXH huyện Kon Rẫy")
    button(page, "Keep").click()
    expect(page.get_by_text(_("You may leave this page: it goes on."))).to_be_visible()
    takes(page, "progress")
    address = page.url
    page.goto("/people")
    page.goto(address)
    expect(page.get_by_role("heading", name=_("The figures before and after"))).to_be_visible(timeout=A_WHILE)
    takes(page, "job")
    link(page, "Which rows").first.click()
    link(page, "Show the rows").click()
    expect(page.get_by_role("heading", name=re.compile(f"^{_('Joined')} ")).first).to_be_visible()
    page.goto("/")
    expect(page.locator("main")).to_contain_text("31/10/2023")


@pytest.mark.parametrize("typed", ["nguyễn thị", "NGUYEN THI"])
def test_search_by_name(typed: str, opens: Opens, takes: Takes) -> None:
    """With or without diacritics, in any case."""
    page = opens("bhxh", "/search")
    search(page, typed)
    expect(page.get_by_role("rowheader").first).to_contain_text(re.compile("Nguyễn.* Thị|Thị.* Nguyễn"))
    takes(page, "search")


def test_search_by_number(opens: Opens, takes: Takes) -> None:
    """An official at the counter types the number on the paper that someone holds out. Numbers on the page
    are masked; they are shown in full once, with a reason that is kept."""
    page = opens("bhxh", "/search")
    search(page, "nguyen thi")
    page.get_by_role("rowheader").first.get_by_role("link").click()
    name = title(page).inner_text()
    assert numbers_on(page) == set()
    page.get_by_text(_("Show the numbers in full…")).click()
    page.get_by_label(_("What for")).select_option(index=1)
    takes(page, "unmask")
    button(page, "Show").click()
    numbers = numbers_on(page)
    assert numbers
    for number in numbers:
        page.goto("/search")
        search(page, number)
        expect(page.get_by_role("rowheader")).to_have_count(1)
        expect(page.get_by_role("rowheader")).to_contain_text(name)


def test_a_supervisor_reads_who_looked_at_whom(opens: Opens, takes: Takes) -> None:
    """Every look that was taken today stands there, with what it was for and no name of whom it showed."""
    page = opens("giamsat", "/access-log")
    expect(page.locator("tbody tr").first).to_be_visible()
    takes(page, "access-log")


def numbers_on(page: Page) -> set[str]:
    """National IDs and insurance numbers in full."""
    return set(re.findall(r"\b(?:\d{12}|\d{10})\b", page.locator("dl.facts").first.inner_text()))


def test_print_a_worklist(opens: Opens, takes: Takes) -> None:
    """On paper: no menu and no buttons, date, source and for whom, room to write."""
    page = opens("bhxh", "/worklists")
    page.get_by_role("rowheader").get_by_role("link").first.click()
    link(page, "Print").click()
    page.emulate_media(media="print")
    expect(page.locator("header.top")).to_be_hidden()
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.locator("body")).to_contain_text("30/9/2023")
    takes(page, "paper")
    assert page.pdf(format="A4", prefer_css_page_size=True).startswith(b"%PDF")


def test_switch_the_language(opens: Opens, takes: Takes) -> None:
    """English by a switch on every page, and back; the choice is kept."""
    page = opens("bhxh", "/people")
    expect(title(page)).to_contain_text(_("People to reach"))
    button(page, "English").click()
    expect(title(page)).to_contain_text("People to reach")
    takes(page, "people-en")
    page.goto("/")
    takes(page, "board-en")
    page.goto("/lists")
    expect(title(page)).to_have_text("Receive lists")
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(title(page)).to_have_text(_("Receive lists"))


def people_listed(page: Page) -> int:
    """How many people the sentence on top of a list counts."""
    words = page.locator(".answer").first.inner_text()
    return int(re.findall(r"([\d.]+) người", words)[-1].replace(".", ""))


def search(page: Page, typed: str) -> None:
    page.locator("#sought").fill(typed)
    button(page.locator("main"), "Search").click()


def fill_in(path: Path, outcomes: list[str]) -> list[str]:
    """Write outcomes into rows of people of an exported worklist; whose rows they are."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    top = next(row[0].row for row in sheet.iter_rows() if any(cell.value == "Mã người" for cell in row))
    head = {str(cell.value): cell.column for row in (top, top + 1) for cell in sheet[row] if cell.value}
    people = [row for row in range(top + 2, sheet.max_row + 1) if sheet.cell(row, head["Mã người"]).value]
    chosen = people[6 : 6 + len(outcomes)]
    for row, outcome in zip(chosen, outcomes, strict=True):
        sheet.cell(row, head["Kết quả"]).value = outcome
        sheet.cell(row, head["Ngày đi"]).value = "01/10/2023"
        sheet.cell(row, head["Ngày hẹn"]).value = "09/10/2023" if outcome == "hẹn ngày" else None
    book.save(path)
    return [str(sheet.cell(row, head["Họ và tên"]).value) for row in chosen]
