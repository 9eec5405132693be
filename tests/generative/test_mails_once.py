"""Whatever happens to the program, the mail server and the calendar: each is told once of each stage."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.integration.store import task_world
from tests.integration.store.mail_world import at_noon, people, use
from tests.mail_server import MailServer, free_port, mail_server

from baophu.base.home import Home
from baophu.base.working_days import is_working_day, working_days
from baophu.store.actions.mails import NothingToSend, send_again
from baophu.store.mailing import setup
from baophu.store.mailing.outbox import claim
from baophu.store.mailing.post import Post
from baophu.store.mailing.rounds import send_waiting, tell_when_it_is_time
from baophu.store.models import Mail, NoticeDay, TaskAssignee, TaskNotice, TaskOccurrence, Told
from baophu.store.questions import account_named

BEGINS = date(2026, 2, 9)
A_DAY, A_WHILE = timedelta(days=1), timedelta(hours=2)
HAS, GIVES = {"UBND xã Tân Lập": "lan", "UBND xã Đắk Ruồng": "minh"}, {"lanhdao", "vanphong"}
steps = st.one_of(
    st.sampled_from(["tell", "send", "up", "down", "refuses", "dies early", "dies late", "dies after"]),
    st.integers(1, 9),
)
type Told_ = tuple[str, int, date, str]


@pytest.fixture
def server(plain_home: Home) -> Iterator[MailServer]:
    """Tasks of two communes around Tết of 2026 (16 to 20 February are off), once and weekly."""
    by = account_named(None)
    people(by)
    for day in (11, 13, 23):
        task_world.given(by, *HAS, deadline=date(2026, 2, day), words="")
    weekly = {"rule": task_world.WEEKLY, "words": ""}
    task_world.given(by, "UBND xã Tân Lập", deadline=date(2026, 3, 6), **weekly)
    TaskOccurrence.objects.filter(due__lt=BEGINS).delete()
    with mail_server() as running:
        yield running


def expected(days: list[date]) -> set[Told_]:
    """Who is told of what where notices are made on these days, read plainly."""
    rows = [(row.office, row.pk, row.due) for row in TaskAssignee.objects.exclude(due=None)]
    times = TaskOccurrence.objects.select_related("assignee")
    rows += [(one.assignee.office, one.assignee_id, one.due) for one in times]
    found: set[Told_] = set()
    for day in days:
        for office, number, due in rows:
            has = HAS[office]
            if due > day:
                soon = is_working_day(day) and len(list(working_days(day, due - A_DAY))) <= 2
                found |= {(has, number, due, "soon")} if soon else set()
            elif due == day:
                found.add((has, number, due, "today"))
            else:
                found.add((has, number, due, "late"))
                if len(list(working_days(due + A_DAY, day))) >= 5:
                    found |= {(who, number, due, "escalated") for who in GIVES}
    return found


class Life:
    """A home and its mail server as time goes on."""

    def __init__(self, server: MailServer, patch: pytest.MonkeyPatch) -> None:
        self.server, self.patch = server, patch
        self.port, self.nowhere = str(server.port), str(free_port())
        self.now, self.told_on = at_noon(BEGINS), list[date]()
        for model in (Told, TaskNotice, Mail, NoticeDay):
            model.objects.all().delete()
        server.arrived.clear()
        server.after_data = ""
        use(server, patch)
        self.pass_days(0)

    def pass_days(self, count: int) -> None:
        self.now += count * A_DAY
        self.patch.setenv("BAOPHU_TODAY", self.now.date().isoformat())

    def step(self, step: str | int) -> None:
        self.now += A_WHILE / 100
        match step:
            case int():
                self.pass_days(step)
            case "tell":
                tell_when_it_is_time(self.now)
                # Rows are of this day, not of the one on which the test runs.
                Mail.objects.filter(next_at__gt=self.now + A_DAY).update(since=self.now, next_at=self.now)
                self.told_on.append(self.now.date())
            case "send":
                send_waiting(self.now)
            case "up" | "refuses":
                self.server.after_data = "" if step == "up" else "451 4.3.0 not now"
                self.patch.setenv(setup.PORT, self.port)
            case "down":
                self.patch.setenv(setup.PORT, self.nowhere)
            case _:
                self.die(str(step))

    def die(self, when: str) -> None:
        """A process claims a mail and ends: before it hands it over, in the middle, or afterwards."""
        dying = claim("elsewhere/1/a", self.now)
        if dying is None or when == "dies early":
            return
        if when == "dies late":
            dying.at_last()
        else:
            with Post() as post, suppress(Exception):
                post.hand_over(dying.mail, dying.language, dying.at_last)

    def end_well(self) -> None:
        """The server is there again, the administrator lets what was given up be tried again."""
        self.step("up")
        for _each in range(4):
            self.now += A_WHILE
            send_waiting(self.now)
        with suppress(NothingToSend):
            send_again(by=account_named(None))
        Mail.objects.filter(state="waiting").update(next_at=self.now)
        send_waiting(self.now)


@given(st.lists(steps, min_size=1, max_size=16))
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_each_is_told_once_of_each_stage(server: MailServer, happens: list[str | int]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        life = Life(server, patch)
        for step in happens:
            life.step(step)
        life.end_well()
        rows = Told.objects.values_list(
            "account__name", "notice__assignee", "notice__due", "notice__stage", "mail"
        )
        told = Counter(tuple(row[:4]) for row in rows)
        assert set(told) == expected(life.told_on)
        assert set(told.values()) <= {1}
        assert None not in {row[4] for row in rows}
        arrived = Counter(one["Message-ID"] for one in server.arrived)
        for mail in Mail.objects.all():
            assert mail.state in ("sent", "unsure")
            assert arrived[mail.message_id] == 1 if mail.state == "sent" else arrived[mail.message_id] <= 1
        mails = Counter(Mail.objects.values_list("to", "subject"))
        assert set(mails.values()) <= {1}
