"""Every list says how good it is: a received one on its page, one of people wherever it is handed out."""

from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook
from tests.web.pages_office import COMMUNE, HAMLET, PagesOffice

from baophu.store.models import ReceivedList, Worklist

ESTIMATED = "Ước tính: "
RESTS_ON = "danh sách tham gia BHYT, 30/9/2023"


@pytest.fixture
def officer(office: PagesOffice) -> Client:
    return office.client(office.account("insurance_officer"))


def text(client: Client, address: str, **asked: str) -> str:
    page = client.get(address, asked)
    assert page.status_code == 200
    return page.content.decode()


def test_a_received_list_tells_by_what_its_rows_were_linked(officer: Client) -> None:
    one = ReceivedList.standing.filter(kind="participants", as_of="2023-09-30").first()
    assert one is not None
    page = text(officer, f"/lists/{one.pk}")
    assert "Chất lượng danh sách" in page
    assert "dòng theo cách gắn với người: trùng số định danh" in page
    assert "cư dân trên địa bàn không có trong danh sách này" in page


def test_people_to_reach_with_how_right_the_list_is(officer: Client) -> None:
    for address in ("/people", "/people/print"):
        page = text(officer, address, why="uncovered", hamlet=HAMLET)
        assert ESTIMATED in page and RESTS_ON in page
        assert ESTIMATED not in text(officer, address, why="verify", hamlet=HAMLET)


def test_whoever_only_steers_is_told_too(office: PagesOffice) -> None:
    leader = office.client(office.account("leader"))
    assert ESTIMATED in text(leader, "/people", area=COMMUNE)


def test_a_worklist_on_its_page_on_paper_and_in_excel(officer: Client) -> None:
    one = Worklist.objects.filter(why="uncovered", hamlet=HAMLET).first()
    assert one is not None
    for address in (f"/worklists/{one.pk}", f"/worklists/{one.pk}/print"):
        assert ESTIMATED in text(officer, address)
    book = load_workbook(BytesIO(b"".join(officer.get(f"/worklists/{one.pk}.xlsx").streaming_content)))
    head = [str(row[0]) for row in book.active.iter_rows(max_row=9, values_only=True)]
    assert any(line.startswith(ESTIMATED) for line in head)
    assert any(RESTS_ON in line for line in head)


def test_whoever_visits_is_told_below_the_households(office: PagesOffice) -> None:
    head = office.client(office.account("hamlet_head", "hamlet"))
    assert ESTIMATED in text(head, "/visits")
