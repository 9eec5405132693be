"""What is due by when, who sees it, how offices keep their days, and what offices are told."""

from datetime import date

import icalendar
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.integration.store.task_world import RUONG, TAN_LAP, WEEKLY, account, given, row_of

from baophu.directives.asked import Assigned
from baophu.directives.days.recurrence import RULES, Recurrence
from baophu.directives.notices import Stage
from baophu.directives.states import Mark, State
from baophu.store.actions.task_notices import note_notices
from baophu.store.actions.tasks import extend_task, hand_task, move_task
from baophu.store.models import Account, TaskNotice
from baophu.store.roles import Role
from baophu.store.task_feed import feed
from baophu.store.task_notices import notices_due
from baophu.store.tasks import KeptAs, Wanted, tasks_due
from baophu.store.tasks_kept import Kept, days_kept

FRIDAY, MONDAY = date(2023, 10, 13), date(2023, 10, 16)


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")


@pytest.fixture
def tasks(operator: Account) -> None:
    """A list of all communes due on Friday, a weekly report, what is done regularly; Tân Lập was in time."""
    lists = given(operator, "UBND các xã, thị trấn")
    given(operator, "BHXH huyện", action="Báo cáo tuần", rule=WEEKLY, deadline=date(2023, 10, 31), words="")
    regularly = RULES[Recurrence.REGULARLY]
    given(operator, "BHXH huyện", action="Tuyên truyền", rule=regularly, deadline=None, words="thường xuyên")
    move_task(by=operator, number=row_of(lists, "Tân Lập").pk, to=State.REPORTED, on=FRIDAY)
    move_task(by=operator, number=row_of(lists, "Ruồng").pk, to=State.REPORTED, on=MONDAY)
    move_task(by=operator, number=row_of(lists, "Pne").pk, to=State.WITHDRAWN)
    extend_task(by=operator, number=row_of(lists, "Kôi").pk, due=date(2023, 10, 20), why="mưa lũ")


def shown(by: Account, wanted: Wanted, on: date | None = None) -> list[tuple[str, str, str]]:
    return [
        (one.office.removeprefix("UBND "), str(one.due), " ".join(mark for mark in Mark if mark in one.marks))
        for one in tasks_due(by, wanted, on=on)
    ]


def test_what_is_open_stands_by_its_day(tasks: None, operator: Account) -> None:
    assert shown(operator, Wanted()) == [
        ("thị trấn Đắk Rve", "2023-10-13", "overdue"),
        ("xã Đắk Tơ Lung", "2023-10-13", "overdue"),
        ("xã Đắk Tờ Re", "2023-10-13", "overdue"),
        ("BHXH huyện", "2023-10-13", "overdue"),
        ("xã Đắk Kôi", "2023-10-20", "extended"),
        ("BHXH huyện", "2023-10-20", ""),
        ("BHXH huyện", "2023-10-27", ""),
        ("BHXH huyện", "None", ""),
    ]
    assert len(shown(operator, Wanted(limit=3))) == 3
    assert shown(operator, Wanted(limit=3)) == shown(operator, Wanted())[:3]


def test_who_acts_for_an_office_sees_its_tasks(tasks: None, operator: Account) -> None:
    """Besides what is handed to them; a commune's office is theirs only in their places."""
    for role, name, office, seen in (
        (Role.COLLECTOR, "buudien", "Bưu điện huyện", set()),
        (Role.COLLECTOR, "bhxh", "Bảo hiểm xã hội huyện Kon Rẫy", {"BHXH huyện"}),
        (Role.COLLECTOR, "rve", "UBND thị trấn Đắk Rve", set()),
        (Role.COLLECTOR, "ruong", "UBND xã Đắk Ruồng", {"xã Đắk Ruồng"}),
        (Role.COLLECTOR, "none", "", set()),
    ):
        who = account(operator, role, name, units=[RUONG], office=office)
        found = shown(who, Wanted(open_only=False, times_to=MONDAY))
        assert {office for office, *_rest in found} == seen, name


def test_what_is_asked_for_is_shown(tasks: None, operator: Account) -> None:
    assert {mark for *_rest, mark in shown(operator, Wanted(overdue=True))} == {"overdue"}
    office = Wanted(office="Bảo hiểm xã hội huyện Kon Rẫy", times_to=date(2023, 10, 20))
    assert [due for _office, due, _mark in shown(operator, office)] == ["2023-10-13", "2023-10-20", "None"]
    all_of_friday = shown(operator, Wanted(first=FRIDAY, last=FRIDAY, open_only=False))
    assert [(office, mark) for office, _due, mark in all_of_friday] == [
        ("thị trấn Đắk Rve", "overdue"),
        ("xã Đắk Tơ Lung", "overdue"),
        ("xã Đắk Ruồng", "done_late"),
        ("xã Đắk Pne", ""),
        ("xã Đắk Tờ Re", "overdue"),
        ("xã Tân Lập", "done_in_time"),
        ("BHXH huyện", "overdue"),
    ]


def test_on_an_earlier_day_it_was_open(tasks: None, operator: Account) -> None:
    saturday = shown(operator, Wanted(overdue=True), on=date(2023, 10, 14))
    assert ("xã Đắk Ruồng", "2023-10-13", "overdue") in saturday
    assert ("xã Tân Lập", "2023-10-13", "overdue") not in saturday


def test_who_sees_which_tasks(tasks: None, operator: Account) -> None:
    everything = len(shown(operator, Wanted()))
    for role in (Role.LEADER, Role.PROVINCE, Role.SUPERVISOR, Role.EDUCATION):
        assert len(shown(account(operator, role), Wanted())) == everything
    ruong = account(operator, Role.COMMUNE_OFFICIAL, units=[RUONG])
    assert {office for office, *_rest in shown(ruong, Wanted(open_only=False))} == {
        "xã Đắk Ruồng",
        "BHXH huyện",
    }
    collector = account(operator, Role.COLLECTOR, units=[TAN_LAP])
    assert shown(collector, Wanted(open_only=False)) == []
    row = row_of(given(operator, "UBND xã Tân Lập", action="Vận động hộ"))
    hand_task(by=operator, number=row.pk, to=collector)
    assert [one.action for one in tasks_due(collector, Wanted())] == ["Vận động hộ"]
    assert [one.action for one in tasks_due(operator, Wanted(to="collector"))] == ["Vận động hộ"]


def test_how_offices_keep_their_days(tasks: None, operator: Account) -> None:
    first, last = date(2023, 10, 1), date(2023, 12, 31)
    kept = {one.office: one for one in days_kept(operator, first, last)}
    assert kept["UBND xã Tân Lập"] == Kept("UBND xã Tân Lập", due=1, in_time=1, late=0, overdue=0)
    assert kept["UBND xã Đắk Ruồng"] == Kept("UBND xã Đắk Ruồng", due=1, in_time=0, late=1, overdue=0)
    assert kept["BHXH huyện"] == Kept("BHXH huyện", due=1, in_time=0, late=0, overdue=1)
    assert "UBND xã Đắk Pne" not in kept
    assert "UBND xã Đắk Kôi" not in kept
    on_saturday = {one.office: one for one in days_kept(operator, first, last, on=date(2023, 10, 14))}
    assert on_saturday["UBND xã Đắk Ruồng"].overdue == 1


@pytest.mark.parametrize(("day", "due"), [(12, 0), (13, 1), (14, 2)])
def test_what_is_reported_early_counts_from_its_due_day_on(operator: Account, day: int, due: int) -> None:
    """On the day after it what was missed counts too: an office is never shown better than it is."""
    early = given(operator, "UBND xã Tân Lập", "UBND xã Đắk Ruồng", deadline=FRIDAY, words="")
    on = date(2023, 10, day)
    move_task(by=operator, number=row_of(early, "Tân Lập").pk, to=State.REPORTED, on=date(2023, 10, 10))
    assert sum(one.due for one in days_kept(operator, FRIDAY, FRIDAY, on=on)) == due
    for how, count in ((KeptAs.FELL_DUE, due), (KeptAs.IN_TIME, min(due, 1)), (KeptAs.MISSED, due // 2)):
        wanted = Wanted(first=FRIDAY, last=FRIDAY, kept=how, open_only=False)
        assert len(tasks_due(operator, wanted, on=on)) == count


def test_who_only_supports_is_not_late(operator: Account) -> None:
    given(operator, "UBND xã Tân Lập", Assigned("Phòng GD&ĐT huyện", supports=True))
    assert [one.office for one in tasks_due(operator, Wanted(overdue=True))] == ["UBND xã Tân Lập"]
    assert [one.office for one in days_kept(operator, FRIDAY, FRIDAY)] == ["UBND xã Tân Lập"]
    assert len(tasks_due(operator, Wanted())) == 2


def test_the_number_of_queries_does_not_hang_on_that_of_tasks(tasks: None, operator: Account) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            tasks_due(operator, Wanted(office="BHXH huyện"))
            days_kept(operator, FRIDAY, MONDAY)
            notices_due(operator)
        return len(asked)

    before = queries()
    for _each in range(5):
        given(operator, "UBND các xã, thị trấn", "BHXH huyện")
        given(operator, "BHXH huyện", rule=WEEKLY, deadline=None, words="")
    assert queries() == before


def test_offices_are_told_once_of_each_stage(tasks: None, operator: Account) -> None:
    def told(day: date) -> list[tuple[str, Stage]]:
        new = note_notices(by=operator, notices=notices_due(operator, day), on=day)
        return [(one.office.removeprefix("UBND "), one.stage) for one in new if "Rve" in one.due.office]

    monday = told(MONDAY)
    assert monday == [("thị trấn Đắk Rve", Stage.LATE)]
    assert told(MONDAY) == told(date(2023, 10, 19)) == []
    assert told(date(2023, 10, 20)) == [("huyện Kon Rẫy", Stage.ESCALATED)]
    assert told(date(2023, 10, 27)) == []
    stages = TaskNotice.objects.filter(office="BHXH huyện").order_by("pk").values_list("due", "stage")
    assert list(stages) == [
        (FRIDAY, "late"),
        (date(2023, 10, 20), "soon"),
        (date(2023, 10, 20), "today"),
        (date(2023, 10, 20), "late"),
        (date(2023, 10, 27), "today"),
    ]


def test_a_calendar_holds_the_due_days(tasks: None, operator: Account) -> None:
    text = feed(operator, office="BHXH huyện")
    calendar = icalendar.Calendar.from_ical(text)
    events = [event for event in calendar.walk("VEVENT") if event["summary"] == "Báo cáo tuần"]
    assert [event.decoded("dtstart") for event in events] == [FRIDAY, date(2023, 10, 20), date(2023, 10, 27)]
    assert len({event["uid"] for event in events}) == 3
    assert all(event.walk("VALARM") for event in events)
    assert text == feed(operator, office="BHXH huyện")
    assert "\r\n" in text
