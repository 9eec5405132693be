"""The leader's page and its overdue tasks: their number, the first few, and how many in each commune."""

import re
from datetime import date
from html import unescape

import pytest
from tests.integration.store.task_world import given, row_of
from tests.web.pages_office import COMMUNE, OTHER_COMMUNE, PagesOffice
from tests.web.task_desk import rows_of

from baophu.directives.states import State
from baophu.store.actions.tasks import move_task
from baophu.store.models import Account, TaskAssignee
from baophu.store.questions import account_named
from baophu.store.roles import Role

HEADING = re.compile(r'<h2><a href="([^"]+)">Nhiệm vụ quá hạn \((\d+)\)</a></h2>(.*?)</section>', re.DOTALL)
COLUMN = re.compile(r'<a href="(/tasks/list\?unit=[^"]+)">(\d+)</a></td>')


@pytest.fixture(autouse=True)
def _late(office: PagesOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two communes and another office are late with seven tasks; what the office had before is done."""
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-18")
    TaskAssignee.objects.all().delete()
    by = account_named(None)
    for place in range(3):
        given(
            by, "UBND các xã Tân Lập, Đăk Ruồng", action=f"Việc {place}", deadline=date(2023, 10, 9), words=""
        )
    given(by, "Phòng GD&ĐT huyện", action="Việc của phòng")
    move_task(by=by, number=row_of(given(by, "UBND xã Tân Lập")).pk, to=State.REPORTED)


def read(office: PagesOffice, who: Account, address: str) -> str:
    answer = office.client(who).get(address, follow=True)
    assert answer.status_code == 200, address
    return unescape(answer.content.decode())


def late(page: str) -> tuple[str, int, str]:
    found = HEADING.search(page)
    assert found is not None
    return found[1], int(found[2]), found[3]


def test_the_home_names_the_first_few(office: PagesOffice) -> None:
    leader = office.account(Role.LEADER)
    page = read(office, leader, "/")
    address, number, told = late(page)
    assert number == 7 == len(rows_of(read(office, leader, address)))
    assert told.count("<li>") == 5 and "quá hạn 9 ngày" in told
    columns = {address: int(number) for address, number in COLUMN.findall(page)}
    assert sorted(columns.values()) == [3, 3]
    assert {len(rows_of(read(office, leader, address))) for address in columns} == {3}


def test_a_commune_sees_its_own(office: PagesOffice) -> None:
    official = office.account(Role.COMMUNE_OFFICIAL, "commune")
    address, number, told = late(read(office, official, "/"))
    assert number == 3 == len(rows_of(read(office, official, address)))
    assert "Đăk Ruồng" not in told
    assert late(read(office, office.account(Role.LEADER), f"/areas/{OTHER_COMMUNE}"))[1] == 3


def test_a_hamlet_has_no_office_and_who_has_nothing_late_reads_nothing_of_it(office: PagesOffice) -> None:
    assert not HEADING.search(read(office, office.account(Role.LEADER), f"/areas/{COMMUNE}/01"))
    assert not HEADING.search(read(office, office.account(Role.HAMLET_HEAD), "/"))
