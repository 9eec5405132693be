"""The calendar of tasks, the addresses for calendar programs, the days off that are announced."""

import re
from datetime import date
from html.parser import HTMLParser

import icalendar
import pytest
from django.test import Client
from tests.integration.store.task_world import TAN_LAP, WEEKLY, given, row_of
from tests.web.handing_in import get, post, signed_in, text_of
from tests.web.walking import counting_queries

from baophu.base.home import Home
from baophu.directives.asked import Assigned
from baophu.directives.states import State
from baophu.store.actions.accounts import deactivate_account
from baophu.store.actions.office import set_letterhead
from baophu.store.actions.tasks import hand_task, move_task
from baophu.store.models import Account, AuditEntry, FeedAddress, Look, TaskAssignee
from baophu.store.questions import account_named
from baophu.store.roles import Role

LISTS = "Rà soát, lập danh sách người chưa tham gia BHYT"


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")


@pytest.fixture
def by(plain_home: Home) -> Account:
    """The administrator of a home in which all communes have a list due on 13/10, and BHXH reports weekly."""
    operator = account_named(None)
    set_letterhead(by=operator, name="BHXH huyện")
    lists = given(operator, "UBND các xã, thị trấn", Assigned("Phòng GD&ĐT huyện", supports=True))
    given(operator, "BHXH huyện", action="Báo cáo tuần", rule=WEEKLY, deadline=None, words="")
    move_task(by=operator, number=row_of(lists, "Tân Lập").pk, to=State.REPORTED, on=date(2023, 10, 13))
    return operator


class Cells(HTMLParser):
    """The texts of the cells of days, by their day."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._day = ""
        self.feed(page[page.index('class="table calendar') : page.index('class="below"')])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "time":
            self._day = dict(attrs)["datetime"] or ""

    def handle_data(self, data: str) -> None:
        if self._day and data.strip():
            self.found[self._day] = f"{self.found.get(self._day, '')} {' '.join(data.split())}".strip()


def test_a_month_says_what_falls_due_on_each_day(by: Account) -> None:
    page = get(signed_in(Role.LEADER), "/tasks/calendar")
    cells = Cells(page).found
    assert len(cells) == 42
    assert "Tasks of 10/2023" in page
    assert cells["2023-10-13"].startswith("Friday, 13 /10 weekly report due")
    # Seven communes and the weekly report; one is done, who only supports is open but not late.
    assert "9 tasks, 7 overdue" in cells["2023-10-13"]
    assert f"{LISTS} 7 offices" in cells["2023-10-13"]
    assert "Báo cáo tuần BHXH huyện" in cells["2023-10-20"]
    assert cells["2023-10-16"] == "Monday, 16 /10 today"
    assert "monthly report due" in cells["2023-10-24"] and "socio-economic window ends" in cells["2023-10-14"]
    assert "11 tasks fall due" in page and "1 reported done, 10 still open." in " ".join(page.split())
    assert "first=2023-10-13&last=2023-10-13" in page


def test_days_off_and_swapped_days_are_named(by: Account) -> None:
    client = signed_in(Role.LEADER)
    for day, named in (
        ("2024-02-10", "Day off: Tết Nguyên Đán"),
        ("2024-04-18", "Day off: Ngày Giỗ Tổ Hùng Vương"),
        ("2024-05-04", "Worked instead of a day off"),
    ):
        assert named in Cells(get(client, f"/tasks/calendar?day={day}")).found[day]
    assert "were not announced yet" in get(client, "/tasks/calendar?day=2030-02-01")


def test_a_week_and_what_it_is_narrowed_to(by: Account) -> None:
    client = signed_in(Role.LEADER)
    week = get(client, "/tasks/calendar?view=week&day=2023-10-13")
    assert list(Cells(week).found) == [f"2023-10-{day:02}" for day in range(9, 16)]
    assert "Tasks of the week 9/10/2023 – 15/10/2023" in week
    assert "view=week&day=2023-10-16" in week and "view=week&day=2023-10-02" in week
    of_office = get(client, "/tasks/calendar?office=BHXH huyện&day=2023-10-13")
    assert "1 task" in Cells(of_office).found["2023-10-13"]
    of_commune = get(client, f"/tasks/calendar?unit={TAN_LAP}")
    assert Cells(of_commune).found["2023-10-13"].endswith("all reported done")
    assert "office=BHXH+huy%E1%BB%87n" in of_office


def test_more_tasks_take_no_more_queries(by: Account) -> None:
    client = signed_in(Role.LEADER)
    paths = ("/tasks/calendar", "/tasks/calendar?view=week", "/tasks/kept", "/tasks/days-off")

    def queries() -> list[int]:
        found = []
        for path in paths:
            get(client, path)
            given(by, "BHXH huyện", deadline=date(2023, 10, 18), words="")
            with counting_queries() as asked:
                get(client, path)
            found.append(len(asked))
        return found

    before = queries()
    for day in (13, 17, 20):
        given(by, "UBND các xã, thị trấn", "BHXH huyện", deadline=date(2023, 10, day), words="")
        given(by, "BHXH huyện", rule=WEEKLY, deadline=None, words="")
    assert queries() == before


def test_the_calendar_is_a_table_with_headers(by: Account) -> None:
    page = get(signed_in(Role.LEADER), "/tasks/calendar")
    table = page[page.index('class="table calendar') :]
    assert re.findall(r'<th scope="col">(\w+)</th>', table)[:7] == [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
    ]  # fmt: skip
    assert 'aria-current="date"' in table


def test_who_sees_part_of_the_home_sees_its_tasks_in_the_calendar(by: Account) -> None:
    page = get(signed_in(Role.COMMUNE_OFFICIAL, TAN_LAP), "/tasks/calendar")
    # Their own, the weekly report and what the education office supports; six communes are others'.
    assert "3 tasks" in Cells(page).found["2023-10-13"]


def address_in(page: str) -> str:
    found = re.search(r'id="address">([^<]+)<', page)
    assert found
    return found[1]


def test_an_address_is_shown_once_and_read_without_log_in(by: Account) -> None:
    client = signed_in(Role.INSURANCE_OFFICER)
    address = address_in(post(client, "/tasks/calendar/feeds/make", of="office"))
    assert address not in get(client, "/tasks/calendar/feeds")
    assert re.fullmatch(r"http://testserver/calendar/[\w-]{43}\.ics", address)
    looks = Look.objects.count()
    response = Client().get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Cache-Control"] == "private, no-cache"
    calendar = icalendar.Calendar.from_ical(response.content)
    events = [one for one in calendar.walk("VEVENT") if one["summary"] == "Báo cáo tuần"]
    assert events[0].decoded("dtstart") == date(2023, 10, 13)
    assert str(events[0]["url"]).startswith("http://testserver/tasks/")
    assert Look.objects.count() == looks
    assert "16/10/2023" in get(client, "/tasks/calendar/feeds")
    assert Client().head(address).status_code == 200
    assert Client().post(address).status_code == 405


def test_what_is_known_already_is_not_sent_again(by: Account) -> None:
    address = address_in(post(signed_in(Role.INSURANCE_OFFICER), "/tasks/calendar/feeds/make", of="office"))
    mark = Client().get(address)["ETag"]
    again = Client().get(address, headers={"If-None-Match": f'"x", {mark}'})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", mark)
    given(by, "BHXH huyện", action="Việc mới", deadline=date(2023, 10, 20), words="")
    new = Client().get(address, headers={"If-None-Match": mark})
    assert new.status_code == 200 and new["ETag"] != mark and "Việc mới" in text_of(new)


def test_one_s_own_calendar_holds_what_is_handed_to_one(by: Account) -> None:
    client = signed_in(Role.COLLECTOR, TAN_LAP)
    address = address_in(post(client, "/tasks/calendar/feeds/make", of="own"))
    assert "VEVENT" not in text_of(Client().get(address))
    row = row_of(given(by, "UBND xã Tân Lập", action="Vận động hộ"))
    hand_task(by=by, number=row.pk, to=Account.objects.get(name="collector"))
    assert text_of(Client().get(address)).count("BEGIN:VEVENT") == 1


def test_an_address_ends(by: Account) -> None:
    client, admin = signed_in(Role.INSURANCE_OFFICER), signed_in(Role.ADMIN)
    first = address_in(post(client, "/tasks/calendar/feeds/make", of="office"))
    second = address_in(post(client, "/tasks/calendar/feeds/make", of="office"))
    assert (Client().get(first).status_code, Client().get(second).status_code) == (404, 200)
    number = FeedAddress.objects.get(ended_at=None).pk
    other = signed_in(Role.LEADER)
    assert other.post(f"/tasks/calendar/feeds/{number}/end").status_code == 403
    assert "insurance_officer" in get(admin, "/tasks/calendar/feeds")
    assert "insurance_officer" not in get(other, "/tasks/calendar/feeds")
    post(admin, f"/tasks/calendar/feeds/{number}/end")
    assert Client().get(second).status_code == 404
    assert AuditEntry.objects.latest("pk").action == "end_feed_of_other"
    third = address_in(post(client, "/tasks/calendar/feeds/make", of="own"))
    deactivate_account(by=by, account=Account.objects.get(name="insurance_officer"))
    assert Client().get(third).status_code == 404
    assert Client().get("/calendar/x.ics").status_code == 404


def test_days_off_are_announced_and_taken_back(by: Account) -> None:
    client = signed_in(Role.INSURANCE_OFFICER)
    form = {"first": "2023-10-20", "last": "", "kind": "off", "why": "nghỉ do bão", "source": "Công điện 15"}
    page = post(client, "/tasks/days-off/announce", **form)
    assert "1 due days moved." in page and "Friday, 20/10/2023" in page and "Day off: nghỉ do bão" in page
    cells = Cells(get(client, "/tasks/calendar")).found
    assert "Day off: nghỉ do bão" in cells["2023-10-20"] and "Báo cáo tuần" in cells["2023-10-19"]
    assert "weekly report due" in cells["2023-10-19"]
    page = post(client, "/tasks/days-off/take-back", first="2023-10-20", last="2023-10-20")
    assert "Nothing was entered this year." in page
    assert "Báo cáo tuần" in Cells(get(client, "/tasks/calendar")).found["2023-10-20"]
    for wrong in ({"source": ""}, {"why": ""}, {"first": "x"}, {"first": ""}, {"first": "2023-10-01"}):
        response = client.post("/tasks/days-off/announce", form | wrong)
        assert response.status_code == 400
        assert "nghỉ do bão" in text_of(response) or "why" in wrong
    worked = form | {"first": "2023-10-28", "kind": "worked", "why": ""}
    assert "Worked instead of a day off" in post(client, "/tasks/days-off/announce", **worked)
    other = signed_in(Role.LEADER)
    assert "Document that announced it" not in get(other, "/tasks/days-off")
    assert other.post("/tasks/days-off/announce", form).status_code == 403


def test_a_count_opens_what_it_counts(by: Account) -> None:
    """What was withdrawn is neither counted nor listed."""
    rows = TaskAssignee.objects.filter(due=date(2023, 10, 13))
    before = rows.count()
    move_task(by=by, number=row_of(rows[0].task, "Đắk Kôi").pk, to=State.WITHDRAWN)
    client = signed_in(Role.LEADER)
    page = get(client, "/tasks/calendar")
    shown = re.search(r'class="day-count" href="([^"]*first=2023-10-13[^"]*)"', page)
    assert shown and f"{before} " in Cells(page).found["2023-10-13"] + " "
    listed = get(client, shown[1].replace("&amp;", "&"))
    assert listed.count('data-label="State"') + listed.count('data-label="Trạng thái"') == before
    assert "selected>all but withdrawn ones" in listed or "selected>tất cả, trừ" in listed
