"""How each office keeps the days of its tasks: shares with what they are of, each number with its tasks."""

import re
from datetime import date
from html import unescape
from io import BytesIO

import openpyxl
import pytest
from django.test import Client
from tests.integration.store.task_world import given, row_of
from tests.web.handing_in import get, signed_in

from baophu.base.home import Home
from baophu.directives.asked import Assigned
from baophu.directives.states import State
from baophu.store.actions.tasks import move_task
from baophu.store.questions import account_named
from baophu.store.roles import Role

WEEKS = [date(2023, 10, day) for day in (13, 20, 27)]


@pytest.fixture
def leader(plain_home: Home, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Three lists of three communes: Tân Lập was always in time, Đăk Ruồng once late, Đăk Pne did none."""
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-30")
    by = account_named(None)
    for due in WEEKS:
        helper = Assigned("Phòng GD&ĐT huyện", supports=True)
        task = given(by, "UBND các xã Tân Lập, Đăk Ruồng, Đăk Pne", helper, deadline=due, words="")
        move_task(by=by, number=row_of(task, "Tân Lập").pk, to=State.REPORTED, on=due)
        late = date(2023, 10, 30) if due == WEEKS[-1] else due
        move_task(by=by, number=row_of(task, "Ruồng").pk, to=State.REPORTED, on=late)
    given(by, "BHXH huyện", deadline=date(2023, 12, 1), words="")
    return signed_in(Role.LEADER)


def rows(page: str) -> dict[str, list[str]]:
    """Office → its cells; of a share what it is of stands behind it."""
    body = page[page.index("<tbody>") : page.index("</tfoot>")]
    found = {}
    for row in re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL):
        office, *cells = (words(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL))
        found[office] = cells
    return found


def words(source: str) -> str:
    return " ".join(re.sub("<.*?>", " ", source).split())


def test_each_office_has_its_numbers_and_its_share(leader: Client) -> None:
    page = get(leader, "/tasks/kept")
    assert rows(page) == {
        "UBND xã Đắk Pne": ["3", "0", "0", "3", "0,00% 0/3", "–"],
        "UBND xã Đắk Ruồng": ["3", "2", "1", "0", "66,67% 2/3", "–"],
        "UBND xã Tân Lập": ["3", "3", "0", "0", "100,00% 3/3", "–"],
        "All offices": ["9", "5", "1", "3", "55,56% 5/9", "–"],
    }
    assert "All in time UBND xã Tân Lập (100,00%, 3/3)" in words(page)
    reminded = page[page.index("To be reminded") :]
    assert reminded.index("Pne (0,00%, 0/3)") < reminded.index("Ruồng (66,67%, 2/3)")


def test_every_number_opens_as_many_tasks(leader: Client) -> None:
    page = get(leader, "/tasks/kept")
    links = re.findall(r'<a href="([^"]*kept=\w+[^"]*)">(\d+)</a>', page[page.index("<tbody>") :])
    assert len(links) == 11
    for address, number in links:
        listed = get(leader, unescape(address))
        assert listed[listed.index("<tbody>") :].count("<tr>") == int(number), address


@pytest.mark.parametrize(
    ("asked", "days", "due"),
    [
        ("period=month", "1/10/2023 – 31/10/2023", 9),
        ("period=quarter", "1/10/2023 – 31/12/2023", 9),
        ("period=year", "1/1/2023 – 31/12/2023", 9),
        ("period=free&first=2023-10-14&last=2023-10-20", "14/10/2023 – 20/10/2023", 3),
        ("period=free&first=2023-10-20&last=2023-10-14", "1/10/2023 – 31/12/2023", 9),
        ("period=x", "1/10/2023 – 31/12/2023", 9),
    ],
)  # fmt: skip
def test_over_which_days(asked: str, days: str, due: int, leader: Client) -> None:
    page = get(leader, f"/tasks/kept?{asked}")
    assert f"due {days}" in page
    assert rows(page)["All offices"][0] == str(due)


def test_it_is_told_against_the_period_before(leader: Client) -> None:
    page = get(leader, "/tasks/kept?period=free&first=2023-10-25&last=2023-10-31")
    assert rows(page)["UBND xã Đắk Ruồng"] == ["1", "0", "1", "0", "0,00% 0/1", "▼ down 100,00 points"]
    assert rows(page)["UBND xã Tân Lập"][-1] == "no change"
    assert "against 18/10/2023 – 24/10/2023" in page


def test_offices_are_sorted_by_what_is_asked(leader: Client) -> None:
    def order(sort: str) -> list[str]:
        return [name.split()[-1] for name in rows(get(leader, f"/tasks/kept?sort={sort}"))][:3]

    assert order("overdue") == order("x") == ["Pne", "Ruồng", "Lập"]
    assert order("share") == order("in_time") == ["Lập", "Ruồng", "Pne"]
    assert order("office") == ["Lập", "Pne", "Ruồng"]


def test_the_workbook_says_the_same(leader: Client) -> None:
    response = leader.get("/tasks/kept/file?period=quarter")
    sheet = openpyxl.load_workbook(BytesIO(b"".join(response))).active
    response.close()
    lines = [[cell.value for cell in row] for row in sheet.iter_rows() if cell_is_number(row[0].value)]
    assert [line[1:6] for line in lines if line[1] and line[1].startswith("UBND")] == [
        ["UBND xã Đắk Pne", 3, 0, 0, 3],
        ["UBND xã Đắk Ruồng", 3, 2, 1, 0],
        ["UBND xã Tân Lập", 3, 3, 0, 0],
    ]
    total = next(row for row in sheet.iter_rows(values_only=True) if row[1] == "Tổng cộng")
    assert total[2:6] == (9, 5, 1, 3)


def cell_is_number(value: object) -> bool:
    return isinstance(value, int)


def test_where_nothing_fell_due_it_says_what_to_do(leader: Client) -> None:
    page = get(leader, "/tasks/kept?period=free&first=2022-01-01&last=2022-01-31")
    assert "Nothing fell due in these days." in page
