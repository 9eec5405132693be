"""People to reach on the page: three lists, household by household, narrowed, on paper, in Excel."""

import re
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from tests.web.pages_office import COMMUNE, HAMLET, PagesOffice

from baophu.store.models import LookedAt


def visitor(office: PagesOffice, role: str, area: str = "home") -> Client:
    return office.client(office.account(role, area))


def names(office: PagesOffice, *sorts: str, hamlet: str = HAMLET) -> set[str]:
    return {one.name for one in office.everyone if one.sort in sorts and one.hamlet == hamlet}


def shown(office: PagesOffice, text: str) -> set[str]:
    return set(office.any_name.findall(text))


@pytest.mark.parametrize(
    ("why", "sorts"),
    [
        ("uncovered", ("uncovered", "student")),
        ("due_lapsed", ("lapsed", "due")),
        ("verify", ("verify", "doubted")),
        ("elsewhere", ("elsewhere",)),
        ("student", ("student",)),
        ("birth", ("birth",)),
    ],
)
def test_each_list_stands_alone_below_the_heads_of_its_households(
    office: PagesOffice, why: str, sorts: tuple[str, ...]
) -> None:
    page = visitor(office, "insurance_officer").get("/people", {"why": why, "hamlet": HAMLET})
    text = page.content.decode()
    assert page.status_code == 200
    assert shown(office, text) - names(office, "covered") == names(office, *sorts)


def test_the_tabs_tell_how_many_each_list_holds(office: PagesOffice) -> None:
    text = visitor(office, "commune_official", "commune").get("/people").content.decode()
    assert "Gián đoạn, đến hạn (8)" in text
    assert "Cần xác minh (8)" in text


def test_a_commune_official_sees_the_own_commune_and_no_other(office: PagesOffice) -> None:
    client = visitor(office, "commune_official", "commune")
    assert client.get("/people", {"area": COMMUNE}).status_code == 200
    assert client.get("/people", {"area": "23488@"}).status_code == 403
    assert client.get("/people", {"hamlet": "23488@/01"}).status_code == 403


def test_a_list_is_narrowed_by_its_next_step(office: PagesOffice) -> None:
    client = visitor(office, "insurance_officer")
    text = client.get("/people", {"hamlet": HAMLET, "step": "school_lists"}).content.decode()
    assert shown(office, text) - names(office, "covered") == names(office, "student")
    assert "không phải một bước" not in text


def test_what_the_household_would_pay_for_twelve_and_for_three_months(office: PagesOffice) -> None:
    text = visitor(office, "insurance_officer").get("/people", {"hamlet": HAMLET}).content.decode()
    assert "680.400" in text and "170.100" in text


def test_whoever_only_steers_sees_counts_and_why(office: PagesOffice) -> None:
    page = visitor(office, "leader").get("/people", {"area": COMMUNE})
    text = page.content.decode()
    assert not shown(office, text)
    assert "chỉ xem số" in text and "Thôn 1" in text


def test_an_education_office_sees_pupils_only(office: PagesOffice) -> None:
    text = visitor(office, "education", "school").get("/people", {"why": "uncovered"}).content.decode()
    pupils = {one.name for one in office.everyone if one.sort == "student" and one.unit == COMMUNE}
    assert pupils <= shown(office, text)
    assert not re.search(r"/(people|households)/[0-9]", text)
    assert not shown(office, text) & names(office, "uncovered", "lapsed", "verify")


def test_the_list_leaves_as_a_workbook_with_its_day_and_for_whom(office: PagesOffice) -> None:
    client = visitor(office, "commune_official", "commune")
    page = client.get("/people.xlsx", {"why": "due_lapsed", "hamlet": HAMLET})
    (sheet,) = load_workbook(BytesIO(b"".join(page.streaming_content))).worksheets
    cells = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert any("Số liệu đến ngày 30/9/2023" in cell for cell in cells)
    assert any("commune_official-commune" in cell for cell in cells)
    assert set(cells) >= names(office, "lapsed", "due")


def test_on_paper_there_is_room_for_what_came_of_the_visit(office: PagesOffice) -> None:
    page = visitor(office, "commune_official", "commune").get("/people/print", {"hamlet": HAMLET})
    text = page.content.decode()
    assert "Kết quả" in text and names(office, "uncovered") <= shown(office, text)


def test_every_look_is_logged_in_the_same_request(office: PagesOffice) -> None:
    client = visitor(office, "insurance_officer")
    for address in ("/people", "/people/print", "/people.xlsx"):
        before = LookedAt.objects.count()
        client.get(address, {"hamlet": HAMLET, "why": "verify"})
        logged = LookedAt.objects.order_by("pk")[before:]
        assert office.numbers[office.one("verify").name] in {one.person for one in logged}, address


def test_a_page_asks_the_database_seldom(larger_office: PagesOffice) -> None:
    client = visitor(larger_office, "insurance_officer")
    client.get("/people")
    with CaptureQueriesContext(connection) as queries:
        client.get("/people")
    assert len(queries) <= 20
