"""A visit on the page: my households, the next first; what came of it; undone; two who record the same."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.pages_office import HAMLET, NEXT_HAMLET, PagesOffice

from baophu.base.text import fold
from baophu.store.actions.visits import record_visit
from baophu.store.models import Visit, Worklist, WorklistPerson


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-05")


@pytest.fixture
def head(office: PagesOffice) -> Client:
    """The head of Thôn 1 and Thôn 2, with two households handed out in the second."""
    return office.client(office.account("hamlet_head", "commune"))


def person(office: PagesOffice) -> int:
    return office.numbers[office.one("uncovered", NEXT_HAMLET).name]


def record(client: Client, number: int, **more: str) -> Any:
    last = Visit.standing.filter(person=number).order_by("on", "pk").last()
    form = {"outcome": "refused", "on": "2023-10-05", f"person-{number}": "on"}
    form |= {f"seen-{number}": str(last.pk) if last else ""}
    return client.post(f"/visits/{number}", form | more, follow=True)


def test_only_the_households_handed_to_me_stand_there(office: PagesOffice, head: Client) -> None:
    text = head.get("/visits").content.decode()
    mine = {one.name for one in office.living_with(office.handed_out["hamlet_head", "commune"])}
    assert set(office.any_name.findall(text)) <= mine
    assert "tel:" in text and "hẹn 9/10/2023 (còn 4 ngày)" in text


def test_a_household_is_found_by_a_name_among_those_handed_to_me(office: PagesOffice, head: Client) -> None:
    one = office.one("uncovered", NEXT_HAMLET)
    text = head.post("/visits", {"sought": fold(one.name)}).content.decode()
    assert text.count('class="stop"') == 1 and f'href="/visits/{office.numbers[one.name]}"' in text
    outside = office.one("uncovered", "23488@/01")
    text = head.post("/visits", {"sought": outside.name}).content.decode()
    assert 'class="stop"' not in text and "Không có ai tên như vậy" in text
    assert 'class="stop"' in head.post("/visits", {"sought": " "}).content.decode()


def test_the_rows_that_say_who_lives_there_are_links(office: PagesOffice, head: Client) -> None:
    text = head.get(f"/visits/{person(office)}").content.decode()
    (row, *_others) = re.findall(r"/rows/[0-9]+/[0-9]+", text.partition("Nguồn")[2])
    assert head.get(row).status_code == 200


def test_who_promised_a_day_stands_apart_with_it_until_done(office: PagesOffice, head: Client) -> None:
    number = person(office)
    page = record(head, number, outcome="promised", promise_on="2023-10-12", receipt="0012")
    text = page.content.decode()
    assert "hẹn ngày 12/10/2023 (đến hộ 5/10/2023)" in text.partition("Hoàn tác")[0]
    seen, _h2, later = text.partition("<h2>Hẹn ngày")
    assert "hẹn 12/10/2023 (còn 7 ngày)" in later
    assert f"/visits/{number}" not in seen.partition("stops")[2]
    assert Visit.standing.latest("pk").receipt == ""


def test_the_menu_of_whom_people_are_handed_to_begins_with_visits(head: Client) -> None:
    entries = head.get("/visits").content.decode().partition('class="entries"')[2].partition("</nav>")[0]
    words = re.findall(r">([^<>\n]+)</a>", entries)
    assert words == ["Việc vận động của tôi", "Bảng điều hành", "Văn bản – Nhiệm vụ"]


def test_the_board_says_how_many_of_those_counted_are_handed_out(office: PagesOffice) -> None:
    text = office.client(office.account("hamlet_head", "hamlet")).get("/").content.decode()
    assert re.search(r"[0-9]+ trong [0-9]+ người đã giao cho anh, chị", text)


def test_who_cannot_be_ticked_is_said_why(office: PagesOffice, head: Client) -> None:
    text = head.get(f"/visits/{person(office)}").content.decode()
    assert text.count("checkbox") < text.count('class="member"')
    assert "có thẻ BHYT" in text


def test_the_household_offers_all_outcomes_as_large_choices(office: PagesOffice, head: Client) -> None:
    text = head.get(f"/visits/{person(office)}").content.decode()
    assert text.count('type="radio"') == 11
    assert "Thuộc diện NSNN, chờ xã báo tăng" in text
    assert text.count("checkbox") == 1


def test_what_came_of_it_is_saved_and_can_be_undone_at_once(office: PagesOffice, head: Client) -> None:
    page = record(head, person(office), outcome="paid", receipt="0012", note="nộp đủ")
    text = page.content.decode()
    assert "Đã lưu" in text and "Hoàn tác" in text
    saved = Visit.standing.latest("pk")
    assert (saved.outcome, saved.receipt, saved.note) == ("paid", "0012", "nộp đủ")
    done = text.partition("<h2>Xong")[2]
    assert "đã nộp tiền" in done
    head.post("/visits/undo", {"numbers": str(saved.pk)})
    assert Visit.standing.latest("pk").outcome == "promised"


@pytest.mark.parametrize(
    "more",
    [
        {"outcome": ""},
        {"on": "2023-10-06"},
        {"on": "x"},
        {"outcome": "promised"},
        {"outcome": "promised", "promise_on": "2023-10-04"},
    ],
)
def test_a_form_that_is_not_right_is_shown_again_with_what_was_written(
    office: PagesOffice, head: Client, more: dict[str, str]
) -> None:
    count = Visit.objects.count()
    page = record(head, person(office), **({"note": "sau vụ cà phê"} | more))
    assert (page.status_code, Visit.objects.count()) == (400, count)
    assert "sau vụ cà phê" in page.content.decode() and 'role="alert"' in page.content.decode()


def test_two_who_record_the_same_visit_see_each_other_and_may_go_on(
    office: PagesOffice, head: Client
) -> None:
    number = person(office)
    first = Visit.standing.get(person=number)
    officer = office.account("insurance_officer")
    record_visit(by=officer, people={number: first.pk}, outcome="hardship", on=first.on)
    page = record(head, number, **{f"seen-{number}": str(first.pk)}, note="từ chối thẳng")
    text = page.content.decode()
    assert page.status_code == 409
    assert "insurance_officer-home" in text and "khó khăn" in text and "từ chối thẳng" in text
    newest = Visit.standing.latest("pk").pk
    assert f'name="seen-{number}" value="{newest}"' in text
    assert record(head, number).status_code == 200
    assert Visit.standing.latest("pk").outcome == "refused"


def test_nobody_records_a_visit_to_whom_they_were_not_handed(office: PagesOffice, head: Client) -> None:
    other = office.numbers[office.one("uncovered", HAMLET).name]
    assert head.get(f"/visits/{other}").status_code == 404
    covered = office.numbers[office.one("covered", NEXT_HAMLET).name]
    page = head.post(f"/visits/{covered}", {"outcome": "paid", f"person-{covered}": "on"})
    assert page.status_code == 400
    assert not Visit.standing.filter(person=covered).exists()


def test_the_office_records_a_visit_from_the_household_too(office: PagesOffice) -> None:
    client = office.client(office.account("commune_official", "commune"))
    number = office.numbers[office.one("lapsed").name]
    page = record(client, number, outcome="promised", promise_on="2023-10-12")
    assert "hẹn ngày 12/10/2023" in page.content.decode()
    assert Visit.standing.get(person=number).worklist is None


def test_who_has_nothing_handed_out_is_told_where_it_comes_from(office: PagesOffice) -> None:
    Worklist.objects.filter(to=office.account("hamlet_head", "commune")).update(closed_at="2023-10-01T00:00Z")
    text = office.client(office.account("hamlet_head", "commune")).get("/visits").content.decode()
    assert "Chưa có hộ nào được giao" in text


def test_no_more_queries_for_more_households(office: PagesOffice) -> None:
    account = office.account("hamlet_head", "commune")
    worklist = Worklist.objects.get(to=account)
    client = office.client(account)
    for place, one in enumerate(office.everyone, 10):
        if one.hamlet == NEXT_HAMLET and one.name in office.numbers:
            WorklistPerson.objects.get_or_create(
                worklist=worklist, person=office.numbers[one.name], defaults={"position": place}
            )
    with CaptureQueriesContext(connection) as queries:
        client.get("/visits")
    assert len(queries) <= 25
