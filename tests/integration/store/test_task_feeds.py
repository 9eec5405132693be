"""Addresses of calendars: who reads what at them, until when; what a calendar program makes of it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
from tests.integration.store.task_world import TAN_LAP, WEEKLY, account, given, row_of

from baophu.directives.states import State
from baophu.store.actions.accounts import activate_account, deactivate_account
from baophu.store.actions.announced_days import Days, announce_days
from baophu.store.actions.feeds import NoSuchFeed, end_feed, feed_at, make_feed
from baophu.store.actions.office import set_letterhead
from baophu.store.actions.tasks import extend_task, hand_task, move_task
from baophu.store.models import Account, AuditEntry, FeedAddress, FeedOf, TaskAssignee
from baophu.store.permissions import MayNot
from baophu.store.roles import Role
from baophu.store.task_feed import feed

LONG = "Rà soát, lập danh sách người chưa tham gia BHYT; đối chiếu, báo cáo, \\ gửi về BHXH huyện " * 2


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-10")


def events(text: str) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))  # type: ignore[arg-type]


def test_an_address_is_kept_as_a_hash_and_opens_until_it_is_replaced_or_ended(operator: Account) -> None:
    first = make_feed(by=operator, of=FeedOf.OWN)
    assert len(first) >= 43
    assert first not in str(list(FeedAddress.objects.values())) + str(list(AuditEntry.objects.values()))
    assert (feed_at(first).account, feed_at(first).read_on) == (operator, date(2023, 10, 10))
    second = make_feed(by=operator, of=FeedOf.OWN)
    office = make_feed(by=operator, of=FeedOf.OFFICE)
    with pytest.raises(NoSuchFeed):
        feed_at(first)
    end_feed(by=operator, number=feed_at(second).pk)
    for token in (second, "", "x"):
        with pytest.raises(NoSuchFeed):
            feed_at(token)
    assert feed_at(office).of == FeedOf.OFFICE
    done = AuditEntry.objects.filter(action__endswith="feed").order_by("pk")
    assert [(one.action, one.values["of"]) for one in done] == [
        ("make_feed", "own"), ("make_feed", "own"), ("make_feed", "office"), ("end_feed", "own")
    ]  # fmt: skip


def test_an_address_ends_with_its_account_and_does_not_come_back(operator: Account) -> None:
    leader = account(operator, Role.LEADER)
    token = make_feed(by=leader, of=FeedOf.OWN)
    deactivate_account(by=operator, account=leader)
    activate_account(by=operator, account=leader)
    with pytest.raises(NoSuchFeed):
        feed_at(token)


def test_only_the_owner_and_the_administrator_end_an_address(operator: Account) -> None:
    leader, other = account(operator, Role.LEADER), account(operator, Role.PROVINCE)
    number = feed_at(make_feed(by=leader, of=FeedOf.OWN)).pk
    with pytest.raises(MayNot):
        end_feed(by=other, number=number)
    end_feed(by=operator, number=number)
    assert AuditEntry.objects.latest("pk").action == "end_feed_of_other"
    with pytest.raises(NoSuchFeed):
        end_feed(by=leader, number=number)


def test_whose_tasks_are_in_it(operator: Account) -> None:
    set_letterhead(by=operator, name="Bảo hiểm xã hội huyện Kon Rẫy")
    task = given(operator, "UBND các xã, thị trấn", "BHXH huyện")
    official = account(operator, Role.COMMUNE_OFFICIAL, units=[TAN_LAP])
    hand_task(by=operator, number=row_of(task, "BHXH huyện").pk, to=operator)
    told = [one["description"].split("\n")[0] for one in events(feed(official, own=True))]
    assert told == ["UBND xã Tân Lập"]
    assert events(feed(official, to=official.name)) == []
    hand_task(by=operator, number=row_of(task, "Tân Lập").pk, to=official)
    assert len(events(feed(official, to=official.name))) == 1
    assert len(events(feed(official, to=operator.name))) == 1


def of(row: TaskAssignee, by: Account) -> list[dict[str, Any]]:
    """What a calendar program reads of the events of a row."""
    return [
        {
            "uid": str(one["uid"]),
            "day": one.decoded("dtstart"),
            "sequence": one["sequence"],
            "status": one["status"],
            "changed": one.decoded("last-modified"),
        }
        for one in events(feed(by, office=row.office))
    ]


def test_what_changes_is_the_same_event_with_a_higher_sequence(operator: Account) -> None:
    row = row_of(given(operator, "UBND xã Tân Lập"))
    (first,) = of(row, operator)
    midnight = datetime(2023, 10, 9, tzinfo=UTC)
    assert first == {"uid": first["uid"], "day": date(2023, 10, 13), "sequence": 0, "status": "CONFIRMED",
                     "changed": midnight}  # fmt: skip
    extend_task(by=operator, number=row.pk, due=date(2023, 10, 20), why="mưa lũ")
    (extended,) = of(row, operator)
    assert (extended["uid"], extended["day"], extended["sequence"]) == (first["uid"], date(2023, 10, 20), 1)
    assert extended["changed"] > midnight
    move_task(by=operator, number=row.pk, to=State.WITHDRAWN, note="người nhận: Trần Văn Bình")
    (withdrawn,) = of(row, operator)
    assert (withdrawn["uid"], withdrawn["sequence"], withdrawn["status"]) == (first["uid"], 2, "CANCELLED")
    assert "Trần Văn Bình" not in feed(operator, office=row.office)


def test_times_move_with_the_days_off_and_go_with_the_task(operator: Account) -> None:
    row = row_of(given(operator, "UBND xã Tân Lập", rule=WEEKLY, deadline=date(2023, 10, 27), words=""))
    before = of(row, operator)
    friday = date(2023, 10, 20)
    announce_days(by=operator, days=Days(friday, friday), why="nghỉ do bão", source="Công điện 15")
    after = of(row, operator)
    assert [one["uid"] for one in after] == [one["uid"] for one in before]
    assert [(str(one["day"]), one["sequence"]) for one in after] == [
        ("2023-10-13", 0), ("2023-10-19", 1), ("2023-10-27", 0)
    ]  # fmt: skip
    move_task(by=operator, number=row.pk, to=State.WITHDRAWN)
    assert [(one["sequence"], one["status"]) for one in of(row, operator)] == [
        (1, "CANCELLED"), (2, "CANCELLED"), (1, "CANCELLED")
    ]  # fmt: skip


def test_the_text_is_rfc_5545(operator: Account) -> None:
    row = row_of(given(operator, "UBND xã Tân Lập", action=LONG, document="Số 1, 2; 3"))
    text = feed(operator, office=row.office, address=lambda number: f"https://bhxh.example/tasks/{number}")
    assert text.count("\n") == text.count("\r\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert text == feed(
        operator, office=row.office, address=lambda number: f"https://bhxh.example/tasks/{number}"
    )
    calendar = icalendar.Calendar.from_ical(text)
    assert (calendar["method"], calendar["x-published-ttl"]) == ("PUBLISH", "PT6H")
    assert calendar.decoded("refresh-interval") == timedelta(hours=6)
    (one,) = events(text)
    assert str(one["summary"]) == " ".join(LONG.split())
    assert str(one["description"]).splitlines()[-1] == "Số 1, 2; 3"
    assert (one.decoded("dtstart"), one.decoded("dtend")) == (date(2023, 10, 13), date(2023, 10, 14))
    assert str(one["url"]) == f"https://bhxh.example/tasks/{row.pk}"
    (alarm,) = one.walk("VALARM")
    # On Wednesday, 11/10, at 8 o'clock.
    assert alarm.decoded("trigger") == timedelta(days=-2, hours=8)
    move_task(by=operator, number=row.pk, to=State.REPORTED)
    (done,) = events(feed(operator, office=row.office))
    assert str(done["summary"]).startswith("✓ ")
    assert not done.walk("VALARM")
