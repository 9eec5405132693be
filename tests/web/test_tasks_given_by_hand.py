"""A task is given by hand, after a look at the offices and days that are meant; one's own are on a phone."""

import re
from datetime import date

import pytest
from tests.integration.store.task_world import WEEKLY, given, row_of
from tests.web.task_desk import Desk

from baophu.base.home import Home
from baophu.directives.days.recurrence import Recurrence, rule_told
from baophu.directives.states import State
from baophu.store.actions.tasks import hand_task, move_task
from baophu.store.models import Task, TaskAssignee
from baophu.store.roles import Role

FORM = {
    "action": "Lập danh sách hộ làm nông",
    "office-0": "UBND các xã Tân Lập, Đăk Ruồng",
    "part-0": "leads",
    "office-1": "Công an huyện",
    "part-1": "supports",
    "giver": "UBND huyện Kon Rẫy",
    "given_on": "2023-10-16",
    "document": "1234/UBND-VX",
}


@pytest.fixture
def desk(plain_home: Home, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-18")
    return Desk()


def preview(desk: Desk, **more: str) -> str:
    page = desk.post(desk.account(Role.LEADER), "/tasks/new", **FORM | more, preview="1")[1]
    shown = page.partition('<div id="preview"')[2].partition("</div>")[0]
    assert not Task.objects.exists()
    return " ".join(re.sub(r"<[^>]+>", " ", shown.partition(">")[2]).split())


def test_a_look_at_it_first(desk: Desk) -> None:
    offices = "Offices (3): UBND xã Tân Lập; UBND xã Đắk Ruồng; Công an huyện"
    assert preview(desk, deadline="2023-11-06", before="1") == f"Due: Friday, 3/11/2023 {offices}"
    weekly = preview(desk, recurrence="weekly", rule="thứ 5")
    assert weekly.startswith("Due: Thursday, 19/10/2023; Thursday, 26/10/2023; Thursday, 2/11/2023; …")
    assert preview(desk, recurrence="regularly").startswith("Due: no due day")
    assert preview(desk, recurrence="weekly", deadline="2023-10-21").startswith("Due: Friday, 20/10/2023 O")


def test_what_is_doubtful_of_offices_is_told_first(desk: Desk) -> None:
    told = preview(desk, **{"office-1": "UBND xã Mường Phăng", "office-2": "BHXH các cơ sở"})
    assert "Mường Phăng is a commune of another place." in told
    assert "“BHXH các cơ sở” is several offices in one row" in told


def test_a_task_is_given(desk: Desk) -> None:
    page = desk.post(desk.account(Role.LEADER), "/tasks/new", **FORM, deadline="2023-11-06", before="1")[1]
    task = Task.objects.get()
    assert "The task is given to 3 offices." in page and task.document == "1234/UBND-VX"
    assert (task.deadline, task.due) == (date(2023, 11, 6), date(2023, 11, 3))
    parts = task.assignees.order_by("pk").values_list("office", "leads", "supports")
    assert [part[1:] for part in parts] == [(True, False), (True, False), (False, True)]


def test_what_is_wrong_is_told_and_what_was_written_stays(desk: Desk) -> None:
    leader = desk.account(Role.LEADER)
    for told, words in (
        ({"office-0": "BHXH huyện"}, "It was not said what is to be done."),
        (FORM | {"deadline": "x"}, "is not a day"),
        (FORM | {"recurrence": "x"}, "is no way in which a task recurs"),
    ):
        status, page = desk.post(leader, "/tasks/new", **told)
        assert status == 400 and words in page
        assert f'value="{told["office-0"]}"' in page
    page = desk.post(leader, "/tasks/new", **FORM, more="1")[1]
    assert page.count('list="offices" aria-label') == 8
    assert not Task.objects.exists()


def test_what_is_not_meant_so_is_refused_at_the_look_and_in_the_end(desk: Desk) -> None:
    leader = desk.account(Role.LEADER)
    for told, words in (
        ({"office-0": "UBND các xã Tân Lập, Mường Phăng"}, "no commune of this home: Mường Phăng"),
        ({"recurrence": "monthly", "rule": "ngày 35"}, "“ngày 35” does not tell on which day"),
        ({"recurrence": "weekly", "rule": "thứ 8"}, "“thứ 8” does not tell on which day"),
        ({"given_on": "2023-10-19"}, "19/10/2023 is yet to come"),
        ({"deadline": "2022-10-16"}, "16/10/2022"),
    ):
        for look in ({"preview": "1"}, {}):
            status, page = desk.post(leader, "/tasks/new", **FORM | told | look)
            assert status == 400 and words in page, (told, look)
    assert not Task.objects.exists()


def test_pressed_twice_it_is_given_once(desk: Desk) -> None:
    leader = desk.account(Role.LEADER)
    for _twice in range(2):
        assert "The task is given to 3 offices." in desk.post(leader, "/tasks/new", **FORM)[1]
    assert Task.objects.count() == 1


def test_known_offices_are_offered(desk: Desk) -> None:
    given(desk.operator, "Hội Nông dân huyện")
    page = desk.get(desk.account(Role.LEADER), "/tasks/new")
    for name in ("Hội Nông dân huyện", "UBND xã Tân Lập", "UBND thị trấn Đắk Rve"):
        assert f'<option value="{name}">' in page


def groups(page: str) -> dict[str, list[str]]:
    """Heading → what stands below it."""
    return {
        re.sub(r" \(\d+\)", "", heading): re.findall(r'class="what"[^>]*>([^<]+)', section)
        for heading, section in re.findall(r"<h2>([^<]+)</h2>(.*?)</section>", page, re.DOTALL)
    }


def test_my_tasks_come_in_the_order_of_their_days(desk: Desk) -> None:
    for action, deadline in (("Hôm nay", 18), ("Tuần này", 20), ("Sau", 31), ("Quá hạn", 10)):
        given(desk.operator, "UBND xã Tân Lập", action=action, deadline=date(2023, 10, deadline), words="")
    given(desk.operator, "UBND xã Đăk Ruồng", action="Của xã khác")
    given(desk.operator, "Công an xã Tân Lập", action="Tuần", rule=WEEKLY, deadline=None, words="")
    page = desk.get(desk.account(Role.COMMUNE_OFFICIAL), "/tasks/mine")
    assert groups(page) == {
        "Overdue": ["Quá hạn", "Tuần"],
        "Due today": ["Hôm nay"],
        "Due this week": ["Tuần này", "Tuần"],
        "Later": ["Tuần", "Sau"],
    }


def test_with_one_touch_it_is_accepted_started_and_reported(desk: Desk) -> None:
    head = desk.account(Role.HAMLET_HEAD)
    row = row_of(given(desk.operator, "UBND xã Tân Lập"))
    assert "Nothing is to be done." in desk.get(head, "/tasks/mine")
    hand_task(by=desk.operator, number=row.pk, to=head)
    assert 'value="accepted"' in desk.get(head, "/tasks/mine")
    for state in ("accepted", "doing", "reported"):
        page = desk.post(head, f"/tasks/{row.pk}/move", to=state, next="mine")[1]
        assert "My tasks" in page and f"Task {row.pk}:" in page
    assert TaskAssignee.objects.get(pk=row.pk).state == "reported"
    undo = re.search(r'action="(/tasks/steps/\d+/undo)"', page)
    assert undo is not None
    assert 'value="reported"' in desk.post(head, undo[1], next="mine")[1]


def test_who_only_looks_on_has_nothing_to_press(desk: Desk) -> None:
    given(desk.operator, "UBND xã Tân Lập")
    assert "Nothing is to be done." in desk.get(desk.account(Role.SUPERVISOR), "/tasks/mine")


def test_what_recurs_counts_from_today_unless_another_day_is_chosen(desk: Desk) -> None:
    leader = desk.account(Role.LEADER)
    assert 'name="counts_from" type="date" value="2023-10-18"' in desk.get(leader, "/tasks/new")
    weekly = FORM | {"recurrence": "weekly", "given_on": "2023-01-16"}
    desk.post(leader, "/tasks/new", **weekly)
    row = TaskAssignee.objects.order_by("pk")[0]
    assert row.occurrences.order_by("due")[0].due == date(2023, 10, 20)
    assert "Weekly, counts from 18/10/2023" in desk.get(leader, f"/tasks/{row.pk}")
    desk.post(leader, "/tasks/new", **weekly, counts_from="2023-10-02")
    assert TaskAssignee.objects.latest("pk").occurrences.order_by("due")[0].due == date(2023, 10, 6)
    status, page = desk.post(leader, "/tasks/new", **weekly, counts_from="2022-10-02")
    assert status == 400 and "2/10/2022 is not a day on which that can have been" in page


def test_what_recurs_on_two_days_of_a_month_is_two_tasks(desk: Desk) -> None:
    twice = {"recurrence": "monthly", "rule": "ngày 15 và ngày 30"}
    looked = preview(desk, **twice)
    assert looked.startswith("Due: Monday, 30/10/2023; Wednesday, 15/11/2023; Thursday, 30/11/2023")
    assert (
        "The task is given to 3 offices."
        in desk.post(desk.account(Role.LEADER), "/tasks/new", **FORM | twice)[1]
    )
    assert sorted(Task.objects.values_list("day", flat=True)) == [15, 30]


def test_the_next_time_of_each_rhythm_stands_among_ones_own(desk: Desk) -> None:
    """Also where an earlier time of it was done: the report of next month is still to come."""
    monthly = rule_told(Recurrence.MONTHLY, "ngày 12")
    row = row_of(
        given(desk.operator, "UBND xã Tân Lập", action="Tháng", rule=monthly, deadline=None, words="")
    )
    official = desk.account(Role.COMMUNE_OFFICIAL)
    move_task(by=official, number=row.pk, to=State.REPORTED)
    page = desk.get(official, "/tasks/mine")
    assert groups(page) == {"Later": ["Tháng"]} and "10/11/2023" in page
