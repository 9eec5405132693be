"""An office that is written in two ways is one in every filter; errors on pages name no command."""

import re

import pytest
from tests.integration.store.task_world import given
from tests.web.handing_in import signed_in, text_of
from tests.web.task_desk import Desk

from baophu.base.home import Home
from baophu.store.actions.obstacles import Met, pass_obstacle, record_obstacle
from baophu.store.roles import Role

OPTION = re.compile(r"<option[^>]*>([^<]+)")
WAYS = (("BHXH huyện", "Bảo hiểm xã hội huyện Kon Rẫy"), ("UBND xã Đăk Kôi", "UBND xã Đắk Kôi"))


def text_of_page(page: str) -> str:
    return re.sub(r"<[^>]+>", " ", page.partition("<main")[2])


@pytest.fixture
def desk(plain_home: Home, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-12")
    return Desk()


def test_in_lists_and_in_the_calendar(desk: Desk) -> None:
    for ways in WAYS:
        for name in ways:
            given(desk.operator, name)
    for address in ("/tasks/list", "/tasks/calendar"):
        offered = set(OPTION.findall(desk.get(desk.operator, address)))
        assert [len(offered & set(ways)) for ways in WAYS] == [1, 1]
    for name in (name for ways in WAYS for name in ways):
        page = desk.get(desk.operator, f"/tasks/list?office={name}")
        assert len(set(re.findall(r'href="/tasks/(\d+)', page))) == 2


def test_the_list_and_the_board_print_it_one_way(desk: Desk) -> None:
    ways = (*WAYS[1], "Ủy ban nhân dân xã Đắk Kôi", *WAYS[0])
    for name in ways:
        given(desk.operator, name)
    for address in ("/tasks/list", "/tasks"):
        page = text_of_page(desk.get(desk.operator, address))
        assert [way for way in ways if way in page] in ([ways[1], ways[4]], [ways[2], ways[4]])


def test_among_obstacles(desk: Desk) -> None:
    for name in WAYS[0]:
        row = record_obstacle(
            by=desk.operator, met=Met("late_card", f"Thẻ cấp chậm, {name} chưa trả lời", met_by="người dân")
        )
        pass_obstacle(by=desk.operator, number=row.pk, office=name)
    for name in WAYS[0]:
        page = desk.get(desk.operator, f"/obstacles?office={name}")
        assert page.count('<th scope="row">') == 2
    assert len(set(OPTION.findall(desk.get(desk.operator, "/obstacles?state=all"))) & set(WAYS[0])) == 1


def test_errors_on_pages_name_no_command(desk: Desk) -> None:
    page = text_of(signed_in(Role.LEADER).get("/tasks/999"))
    assert "There is no task 999." in page and "“baophu" not in page
