"""Handing out on the page: hamlet by hamlet, undone at once; worklists, their sheets, and what came back."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from openpyxl import Workbook, load_workbook
from tests.makers.worklists import columns, first_row
from tests.web.pages_office import COMMUNE, FAR_HAMLET, HAMLET, NEXT_HAMLET, OTHER_COMMUNE, PagesOffice

from baophu.store.models import Account, ReceivedList, Visit, Worklist


@pytest.fixture
def official(office: PagesOffice) -> Client:
    return office.client(office.account("commune_official", "commune"))


def head_of(office: PagesOffice, area: str = "hamlet") -> Account:
    return office.account("hamlet_head", area)


def hand_out(client: Client, to: Account, *hamlets: str, why: str = "due_lapsed", **more: Any) -> Any:
    form = {"why": why, "area": COMMUNE} | {f"to-{hamlet}": str(to.pk) for hamlet in hamlets} | more
    return client.post("/people/hand-out", form, follow=True)


def test_the_form_offers_those_whose_places_fit(office: PagesOffice, official: Client) -> None:
    text = official.get("/people/hand-out", {"why": "due_lapsed", "area": COMMUNE}).content.decode()
    offered = text.partition(f'name="to-{HAMLET}"')[2].partition("</select>")[0]
    assert "hamlet_head-hamlet" in offered and "collector-commune" in offered
    further = text.partition(f'name="to-{NEXT_HAMLET}"')[2].partition("</select>")[0]
    assert "hamlet_head-commune" in further and "hamlet_head-hamlet" not in further


def test_without_a_commune_it_is_asked_for_first(office: PagesOffice) -> None:
    client = office.client(office.account("insurance_officer"))
    text = client.get("/people/hand-out", {"why": "due_lapsed"}).content.decode()
    assert "Chọn xã" in text and f"area={OTHER_COMMUNE.replace('@', '%40')}" in text


def test_each_hamlet_becomes_a_worklist_that_can_be_taken_back_at_once(
    office: PagesOffice, official: Client
) -> None:
    before = set(Worklist.objects.values_list("pk", flat=True))
    page = hand_out(official, head_of(office, "commune"), HAMLET, NEXT_HAMLET, due="2023-10-20")
    made = Worklist.objects.exclude(pk__in=before)
    assert {one.hamlet for one in made} == {HAMLET, NEXT_HAMLET}
    assert {str(one.due) for one in made} == {"2023-10-20"}
    text = page.content.decode()
    assert "Đã phân công 2 danh sách" in text and "Hoàn tác" in text
    numbers = "-".join(str(one.pk) for one in made)
    official.post("/worklists/take-back", {"numbers": numbers})
    assert not Worklist.opened.exclude(pk__in=before).exists()


@pytest.mark.parametrize(
    ("form", "status"),
    [({}, 400), ({"due": "hôm nào"}, 400), ({"area": OTHER_COMMUNE}, 403), ({"hamlet": FAR_HAMLET}, 403)],
)
def test_a_form_that_says_nothing_or_too_much_hands_nothing_out(
    office: PagesOffice, official: Client, form: dict[str, str], status: int
) -> None:
    before = Worklist.objects.count()
    to = {f"to-{HAMLET}": str(head_of(office).pk)} if form else {}
    page = official.post("/people/hand-out", {"why": "due_lapsed", "area": COMMUNE} | to | form)
    assert (page.status_code, Worklist.objects.count()) == (status, before)


def test_a_worklist_shows_its_households_progress_and_last_visits(office: PagesOffice) -> None:
    worklist = Worklist.objects.get(to=head_of(office))
    text = office.client(worklist.to).get(f"/worklists/{worklist.pk}").content.decode()
    assert office.one("uncovered").name in text
    assert "hẹn ngày 9/10/2023" in text and "Hạn trả kết quả" in text


def test_worklists_of_others_are_not_there(office: PagesOffice) -> None:
    worklist = Worklist.objects.get(to=head_of(office))
    for role, area in (("collector", "commune"), ("hamlet_head", "commune")):
        client = office.client(office.account(role, area))
        assert client.get(f"/worklists/{worklist.pk}").status_code == 404
        assert f"/worklists/{worklist.pk}" not in client.get("/worklists").content.decode()


def test_a_worklist_is_closed_and_opened_again(office: PagesOffice, official: Client) -> None:
    worklist = Worklist.objects.get(to=head_of(office))
    official.post(f"/worklists/{worklist.pk}/close")
    assert office.one("uncovered").name not in office.client(worklist.to).get("/visits").content.decode()
    assert f"/worklists/{worklist.pk}" in official.get("/worklists?closed").content.decode()
    official.post(f"/worklists/{worklist.pk}/reopen")
    assert office.one("uncovered").name in office.client(worklist.to).get("/visits").content.decode()


def test_on_paper_it_has_a_place_for_what_came_of_each_visit(office: PagesOffice, official: Client) -> None:
    worklist = Worklist.objects.get(to=head_of(office))
    text = official.get(f"/worklists/{worklist.pk}/print").content.decode()
    assert office.one("uncovered").name in text and "Biên lai" in text
    assert "Lập cho: hamlet_head-hamlet" in text


def filled(client: Client, worklist: Worklist, **cells: Any) -> BytesIO:
    """The sheet of a worklist with one row filled in."""
    book = load_workbook(BytesIO(b"".join(client.get(f"/worklists/{worklist.pk}.xlsx").streaming_content)))
    (sheet,) = book.worksheets
    for head, value in cells.items():
        sheet.cell(first_row(sheet), columns(sheet)[head.replace("_", " ")], value)
    file = BytesIO()
    book.save(file)
    file.seek(0)
    file.name = "ve.xlsx"
    return file


def test_a_filled_sheet_is_taken_in_told_and_undone(office: PagesOffice, official: Client) -> None:
    worklist = Worklist.objects.get(to=head_of(office))
    file = filled(official, worklist, Kết_quả="đã nộp tiền", Ngày_đi="5/10/2023", Số_biên_lai="0012")
    page = official.post("/worklists/sheets", {"file": file}, follow=True)
    assert "Đã ghi 1 kết quả" in page.content.decode()
    visit = Visit.standing.get(list__isnull=False)
    assert (visit.outcome, visit.receipt, visit.worklist) == ("paid", "0012", worklist)
    assert "ve.xlsx" in official.get(f"/worklists/{worklist.pk}").content.decode()
    official.post(f"/worklists/sheets/{visit.list_id}/undo")
    assert not Visit.standing.filter(list__isnull=False).exists()


def test_rows_that_fit_nothing_are_told_and_come_back(office: PagesOffice, official: Client) -> None:
    worklist = Worklist.objects.get(to=head_of(office))
    file = filled(official, worklist, Kết_quả="lung tung")
    page = official.post("/worklists/sheets", {"file": file}, follow=True)
    text = page.content.decode()
    assert "1 dòng không khớp" in text and "là từ chưa nhận ra được" in text
    number = ReceivedList.objects.latest("pk").pk
    body = b"".join(official.get(f"/worklists/sheets/{number}/rejects.xlsx").streaming_content)
    cells = [c for row in load_workbook(BytesIO(body)).worksheets[0].iter_rows(values_only=True) for c in row]
    assert "lung tung" in cells and office.one("uncovered").name in cells


def test_a_file_that_is_no_filled_worklist_is_refused_in_words(office: PagesOffice, official: Client) -> None:
    book, file = Workbook(), BytesIO()
    book.active.append(["chỉ là", "một ghi chú"])
    book.save(file)
    file.seek(0)
    file.name = "ghi-chu.xlsx"
    assert official.post("/worklists/sheets", {"file": file}).status_code == 400
    assert official.post("/worklists/sheets").status_code == 400
