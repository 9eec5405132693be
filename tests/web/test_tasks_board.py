"""The board of tasks: each number is that of the list that it opens; everybody sees their own places."""

import re
from datetime import date

import pytest
from tests.integration.store.task_world import TAN_LAP, WEEKLY, account, given, row_of
from tests.web.task_desk import Desk, rows_of
from tests.web.walking import counting_queries

from baophu.base.home import Home
from baophu.directives.asked import Assigned
from baophu.directives.states import State
from baophu.store.actions.tasks import hand_task, move_task
from baophu.store.models import Account, TaskAssignee
from baophu.store.roles import Role

CELL = re.compile(r'<td class="number[^"]*"[^>]*>(?:<a href="([^"]+)">(\d+)</a>|–)</td>')
NAME = re.compile(r'<th scope="row">([^<\n]+)')


@pytest.fixture
def desk(plain_home: Home, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-18")
    return Desk()


def fill(desk: Desk) -> None:
    """Tasks of all communes in every state, a weekly one, one that only supports, one without a day."""
    by = desk.operator
    task = given(by, "UBND các xã, thị trấn", Assigned("Công an huyện", supports=True))
    ways = [
        [],
        [State.ACCEPTED],
        [State.DOING],
        [State.REPORTED],
        [State.REPORTED, State.CONFIRMED],
        [State.WITHDRAWN],
    ]
    for row, way in zip(task.assignees.order_by("pk"), ways, strict=False):
        for state in way:
            move_task(by=by, number=row.pk, to=state, on=date(2023, 10, 12))
    given(by, "BHXH huyện", rule=WEEKLY, deadline=None, words="hằng tuần")
    given(by, "Bảo hiểm xã hội huyện Kon Rẫy", deadline=date(2023, 10, 20), words="đến hết ngày 20/10/2023")
    given(by, "Phòng GD&ĐT huyện", deadline=None, words="")


def test_each_number_is_that_of_its_list(desk: Desk) -> None:
    fill(desk)
    page = desk.get(desk.operator, "/tasks")
    cells = [cell for row in rows_of(page) for cell in CELL.findall(row)] + CELL.findall(
        page.partition("<tfoot>")[2].partition("</tfoot>")[0]
    )
    opened = {address: int(number) for address, number in cells if address}
    assert len(opened) > 25
    counted = {address: len(rows_of(desk.get(desk.operator, address))) for address in opened}
    assert counted == opened


def test_one_sentence_says_how_it_stands(desk: Desk) -> None:
    fill(desk)
    page = re.sub(r"<[^>]+>", "", desk.get(desk.operator, "/tasks"))
    assert "9 tasks are not done yet: 5 overdue, 2 due by Sunday 22/10/2023." in page
    assert "1 are reported done and wait to be confirmed" in page


def test_an_office_stands_once_under_all_its_names_and_the_worst_first(desk: Desk) -> None:
    fill(desk)
    page = desk.get(desk.operator, "/tasks")
    names = [name.strip() for row in rows_of(page) for name in NAME.findall(row)]
    # As many of its tasks are overdue as of the communes, and more fall due this week.
    assert names[0] == "Bảo hiểm xã hội huyện Kon Rẫy" and "BHXH huyện" not in names
    assert names[1].startswith("UBND") and "Phòng GD&ĐT huyện" in names


def test_who_sees_a_commune_sees_its_offices_and_those_of_none(desk: Desk) -> None:
    fill(desk)
    page = desk.get(desk.account(Role.COMMUNE_OFFICIAL), "/tasks")
    assert "UBND xã Tân Lập" in page and "Công an huyện" in page and "Đắk Kôi" not in page


def test_people_are_shown_to_their_own_office_alone(desk: Desk) -> None:
    fill(desk)
    head, official = desk.account(Role.HAMLET_HEAD), desk.account(Role.COMMUNE_OFFICIAL)
    task = given(desk.operator, "UBND xã Tân Lập", action="Họp thôn")
    hand_task(by=official, number=row_of(task).pk, to=head)
    heading = "Whom my office has handed its tasks"
    assert heading in desk.get(official, "/tasks")
    for other in (desk.account(Role.LEADER), desk.account(Role.EDUCATION), desk.neighbour()):
        assert heading not in desk.get(other, "/tasks")


def test_who_does_what_is_handed_to_them_is_led_there(desk: Desk) -> None:
    for role in (Role.HAMLET_HEAD, Role.COLLECTOR):
        response = desk.client(desk.account(role)).get("/tasks")
        assert (response.status_code, response.headers["Location"]) == (302, "/tasks/mine")


def test_an_empty_board_says_what_comes_next(desk: Desk) -> None:
    assert "No task is open." in desk.get(desk.operator, "/tasks")
    assert "/tasks/new" in desk.get(desk.account(Role.LEADER), "/tasks")
    assert "/tasks/new" not in desk.get(desk.account(Role.SUPERVISOR), "/tasks")


def test_a_successor_is_named_beside_the_office(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    given(desk.operator, "UBND xã Tân Lập")
    monkeypatch.setenv("BAOPHU_TODAY", "2026-10-05")
    assert "today UBND xã Kon Braih" in desk.get(desk.operator, "/tasks")


def test_counts_follow_each_step(desk: Desk) -> None:
    row = row_of(given(desk.operator, "UBND xã Tân Lập"))
    assert "1 overdue" in desk.get(desk.operator, "/tasks")
    move_task(by=account(desk.operator, Role.ADMIN, "second"), number=row.pk, to=State.REPORTED)
    assert "Every task is done." in desk.get(desk.operator, "/tasks")


def queries(desk: Desk, who: Account, address: str) -> int:
    """How often the database is asked for a page that was asked for before."""
    desk.get(who, address)
    with counting_queries() as asked:
        desk.get(who, address)
    return len(asked)


def fill_by_hand(desk: Desk, place: int) -> TaskAssignee:
    """As `fill`, and a weekly task and another of a commune, which somebody there does; the weekly one."""
    fill(desk)
    weekly = given(desk.operator, "UBND các xã, thị trấn", rule=WEEKLY, deadline=None, words="")
    row = row_of(given(desk.operator, "UBND xã Tân Lập", action=f"Việc {place}"))
    collector = account(desk.operator, Role.COLLECTOR, f"collector{place}", units=[TAN_LAP])
    hand_task(by=desk.account(Role.COMMUNE_OFFICIAL), number=row.pk, to=collector)
    return row_of(weekly, "Tân Lập")


def test_more_tasks_take_no_more_queries(desk: Desk) -> None:
    people = desk.account(Role.COMMUNE_OFFICIAL), desk.account(Role.LEADER)
    row = fill_by_hand(desk, 0)
    pages = (
        "/tasks",
        "/tasks/list",
        "/tasks/list?state=all",
        "/tasks/mine",
        "/tasks/print",
        f"/tasks/{row.pk}",
    )
    of_few = {(who.name, page): queries(desk, who, page) for who in people for page in pages}
    for place in range(1, 4):
        fill_by_hand(desk, place)
    of_many = {(who.name, page): queries(desk, who, page) for who in people for page in pages}
    more = [
        (who, page) for who in people for page in pages if of_many[who.name, page] > of_few[who.name, page]
    ]
    # What is asked once in a while, as by a session that goes on, does not grow with the rows.
    assert [(who.name, page) for who, page in more if queries(desk, who, page) > of_few[who.name, page]] == []
