"""The list of tasks: narrowed, page by page, on paper, as a workbook; several are confirmed or handed out."""

import io
import re
from datetime import date, timedelta

import pytest
from openpyxl import load_workbook
from tests.integration.store.task_world import WEEKLY, given, row_of
from tests.web.task_desk import Desk, rows_of

from baophu.base.home import Home
from baophu.directives.asked import Assigned
from baophu.directives.states import State
from baophu.store.actions.tasks import hand_task, move_task
from baophu.store.models import AuditEntry, TaskAssignee
from baophu.store.roles import Role
from baophu.web.tasks import listing

NUMBER = re.compile(r'href="/tasks/(\d+)')
NEXT = re.compile(r'rel="next" href="([^"]+)"')


@pytest.fixture
def desk(plain_home: Home, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-18")
    return Desk()


def actions(desk: Desk, query: str) -> set[str]:
    page = desk.get(desk.operator, f"/tasks/list?{query}")
    return set(re.findall(r'<th scope="row"><a[^>]*>([^<]+)</a>', page))


def test_the_list_is_narrowed(desk: Desk) -> None:
    by = desk.operator
    late = given(by, "UBND xã Tân Lập", action="Trễ")
    given(by, "UBND xã Đăk Ruồng", action="Rà soát học sinh", deadline=date(2023, 11, 30), words="")
    done = row_of(given(by, "Phòng GD&ĐT huyện", action="Xong"))
    move_task(by=by, number=done.pk, to=State.REPORTED)
    given(by, "BHXH huyện", action="Tuần", rule=WEEKLY, deadline=None, words="")
    hand_task(by=by, number=row_of(late).pk, to=desk.account(Role.HAMLET_HEAD))
    assert actions(desk, "") == {"Trễ", "Rà soát học sinh", "Tuần"}
    assert actions(desk, "office=UBND+xã+Tân+Lập") == {"Trễ"}
    assert actions(desk, "unit=23497@") == {"Trễ"}
    assert actions(desk, "to=hamlet_head") == {"Trễ"}
    assert actions(desk, "overdue=1") == {"Trễ", "Tuần"}
    assert actions(desk, "state=reported") == {"Xong"}
    assert actions(desk, "state=all") == {"Trễ", "Rà soát học sinh", "Tuần", "Xong"}
    assert actions(desk, "first=2023-11-01&last=2023-12-31") == {"Rà soát học sinh", "Tuần"}
    assert actions(desk, "words=soát+học") == {"Rà soát học sinh"}
    assert actions(desk, "directive=1") == set()
    assert actions(desk, "unit=x&first=x&directive=x&after=x&state=x") == actions(desk, "")


def test_a_recurring_task_shows_once_for_each_time(desk: Desk) -> None:
    given(desk.operator, "BHXH huyện", rule=WEEKLY, deadline=None, words="")
    assert len(rows_of(desk.get(desk.operator, "/tasks/list"))) == 2
    assert len(rows_of(desk.get(desk.operator, "/tasks/list?last=2023-11-03"))) == 4


def test_pages_follow_each_other_without_gap(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in range(4):
        day = date(2023, 10, 20) + timedelta(days=place // 2 * 7)
        given(desk.operator, "UBND xã Tân Lập", "BHXH huyện", deadline=day, words="")
    given(desk.operator, "UBND xã Tân Lập", "Công an huyện", rule=WEEKLY, deadline=None, words="")
    given(desk.operator, "UBND xã Tân Lập", "BHXH huyện", deadline=None, words="")
    whole = NUMBER.findall(desk.get(desk.operator, "/tasks/list?last=2023-10-27&state="))
    undated = NUMBER.findall(desk.get(desk.operator, "/tasks/list"))
    monkeypatch.setattr(listing, "ON_A_PAGE", 3)
    for start, everything in (("last=2023-10-27", whole), ("", undated)):
        address, found = f"/tasks/list?{start}", []
        for _page in range(10):
            page = desk.get(desk.operator, address)
            found += NUMBER.findall(page)
            if not (more := NEXT.search(page)):
                break
            address = more[1]
        assert found == everything


def test_it_leaves_on_paper_and_as_a_workbook(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    given(desk.operator, "UBND các xã Tân Lập, Đăk Ruồng", action="=1+1", document="1234/UBND-VX")
    paper = desk.get(desk.operator, "/tasks/print?office=UBND+xã+Tân+Lập")
    assert "1 tasks as they stand on 18/10/2023. Made for" in paper and "Đăk Ruồng" not in paper
    response = desk.client(desk.operator).get("/tasks/file")
    sheet = load_workbook(io.BytesIO(b"".join(response))).active
    values = [cell.value for row in sheet.iter_rows() for cell in row]
    assert "DANH SÁCH NHIỆM VỤ" in values and values.count("1234/UBND-VX") == 2
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"} == {"s"}
    monkeypatch.setattr(listing, "MOST_IN_FILE", 1)
    assert desk.client(desk.operator).get("/tasks/file").status_code == 400


def test_who_only_supports_is_marked_in_the_workbook(desk: Desk) -> None:
    given(desk.operator, "UBND xã Tân Lập", Assigned("Công an huyện", supports=True))
    response = desk.client(desk.operator).get("/tasks/file")
    sheet = load_workbook(io.BytesIO(b"".join(response))).active
    values = [cell.value for row in sheet.iter_rows() for cell in row]
    assert "Công an huyện (supports)" in values and "UBND xã Tân Lập" in values


def test_an_empty_list_tells_each_what_they_can_do(desk: Desk) -> None:
    assert "Give one by hand" in desk.get(desk.account(Role.LEADER), "/tasks/list")
    for role, words in (
        (Role.HAMLET_HEAD, "No task was given to you yet."),
        (Role.SUPERVISOR, "No task is open."),
    ):
        page = desk.get(desk.account(role), "/tasks/list")
        assert words in page and "Give one by hand" not in page


def test_several_are_confirmed_each_on_its_own(desk: Desk) -> None:
    leader = desk.account(Role.LEADER)
    rows = list(given(desk.operator, "UBND các xã Tân Lập, Đăk Ruồng").assignees.all())
    for row in rows:
        move_task(by=desk.operator, number=row.pk, to=State.REPORTED)
    address = "/tasks/list?state=reported"
    assert desk.get(leader, address).count('name="task"') == 2
    official = desk.account(Role.COMMUNE_OFFICIAL)
    assert 'name="confirm"' not in desk.get(official, address)
    before = AuditEntry.objects.count()
    ticked = [str(row.pk) for row in rows]
    status, page = desk.post(leader, "/tasks/together", confirm="1", task=ticked, next=address)
    assert (status, "2 tasks are confirmed." in page) == (200, True)
    assert AuditEntry.objects.count() == before + 2
    assert {row.state for row in TaskAssignee.objects.all()} == {"confirmed"}


def test_where_one_cannot_be_confirmed_none_is(desk: Desk) -> None:
    rows = list(given(desk.operator, "UBND các xã Tân Lập, Đăk Ruồng").assignees.all())
    move_task(by=desk.operator, number=rows[0].pk, to=State.REPORTED)
    ticked = [str(row.pk) for row in rows]
    status, page = desk.post(desk.account(Role.LEADER), "/tasks/together", confirm="1", task=ticked)
    assert status == 400 and "cannot become" in page
    assert not TaskAssignee.objects.filter(state="confirmed").exists()
    assert desk.post(desk.operator, "/tasks/together", confirm="1", task=["x", "1@x"])[0] == 400


def test_tasks_of_one_office_are_handed_out_together(desk: Desk) -> None:
    official, head = desk.account(Role.COMMUNE_OFFICIAL), desk.account(Role.HAMLET_HEAD)
    rows = [row_of(given(desk.operator, "UBND xã Tân Lập", action=action)) for action in ("A", "B")]
    page = desk.get(official, "/tasks/list")
    assert 'value="hamlet_head"' in page and 'value="neighbour"' not in page
    ticked = [str(row.pk) for row in rows]
    told = {"hand": "1", "task": ticked, "to": head.name, "next": "https://x.example/"}
    assert "2 tasks are handed to" in desk.post(official, "/tasks/together", **told)[1]
    assert {row.to for row in TaskAssignee.objects.all()} == {head}
    assert "handed to nobody" in desk.post(official, "/tasks/together", **told | {"to": ""})[1]
    assert {row.to for row in TaskAssignee.objects.all()} == {None}


def test_the_whole_list_is_offered_only_where_it_is_short_enough(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(desk.operator, "UBND xã Tân Lập", "BHXH huyện")
    for paper, file, offered in (
        (2, 2, {"/tasks/print", "/tasks/file"}),
        (1, 2, {"/tasks/file"}),
        (1, 1, set()),
    ):
        monkeypatch.setattr(listing, "MOST_ON_PAPER", paper)
        monkeypatch.setattr(listing, "MOST_IN_FILE", file)
        given(desk.operator, "BHXH huyện", action="Xong ngay", deadline=None, words="").assignees.update(
            state=State.WITHDRAWN.value
        )
        page = desk.get(desk.operator, "/tasks/list")
        assert set(re.findall(r'href="(/tasks/(?:print|file))"', page)) == offered
        assert ("More than 1 tasks are chosen." in page) == (paper == 1)
        assert "/tasks/print?overdue=1" in desk.get(desk.operator, "/tasks/list?overdue=1&office=")


def test_what_is_kept_of_a_page_holds_the_field_of_each_form_of_whoever_reads_it(desk: Desk) -> None:
    given(desk.operator, "BHXH huyện")
    field = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
    pages = [desk.get(desk.operator, "/tasks/list") for _time in range(2)]
    assert all(len(field.findall(page)) == 3 for page in pages)
    assert field.findall(pages[0]) != field.findall(pages[1])
    assert field.sub("", pages[0]) == field.sub("", pages[1])
