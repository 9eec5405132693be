"""Several processes tell and send at once, or end in the middle: each mail goes once, on each database."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.db import connection
from tests.integration.store.mail_world import A_MINUTE, MONDAY, at_noon, people, states, use
from tests.integration.store.task_world import given
from tests.mail_server import MailServer, mail_server

from baophu.store.actions.mails import NothingToSend, send_again, try_mail
from baophu.store.actions.task_notices import tell_notices
from baophu.store.mailing.outbox import claim, sort_out
from baophu.store.mailing.post import Post
from baophu.store.mailing.rounds import send, send_waiting, tell_when_it_is_time
from baophu.store.models import Account, Mail, MailState, NoticeDay, TaskNotice, Told

NOW = at_noon(MONDAY)
WORKERS = 3


@pytest.fixture
def server(operator: Account, monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    """A mail server; two offices have a late task."""
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")
    people(operator)
    given(operator, "UBND xã Tân Lập", "UBND xã Đắk Ruồng")
    with mail_server() as running:
        use(running, monkeypatch)
        yield running


@pytest.fixture
def mail(server: MailServer, operator: Account) -> Mail:
    """One that waits."""
    made = tell_notices(by=operator, on=MONDAY).mails[0]
    Mail.objects.exclude(pk=made.pk).delete()
    Mail.objects.update(since=NOW, next_at=NOW)
    return made


def at_once(work: Callable[[], object]) -> None:
    """Several workers do the same at the same moment."""
    together = threading.Barrier(WORKERS)

    def begin() -> None:
        together.wait()
        work()
        connection.close()

    workers = [threading.Thread(target=begin) for _each in range(WORKERS)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()


def state_of(mail: Mail) -> tuple[str, str, str]:
    mail.refresh_from_db()
    return mail.state, mail.reason, mail.said


def test_several_workers_tell_each_once(server: MailServer) -> None:
    at_once(lambda: tell_when_it_is_time(NOW))
    assert (NoticeDay.objects.count(), TaskNotice.objects.count(), Told.objects.count()) == (1, 2, 2)
    assert Mail.objects.count() == 2


def test_several_workers_send_each_once(mail: Mail, server: MailServer, operator: Account) -> None:
    for _more in range(9):
        try_mail(by=operator, to=mail.to)
    Mail.objects.update(next_at=NOW)
    at_once(lambda: send_waiting(NOW))
    assert states() == ["sent"] * 10
    sent = [one["Message-ID"] for one in server.arrived]
    assert len(sent) == len(set(sent)) == 10


def test_a_process_that_dies_before_it_hands_over_leaves_the_mail_to_the_next(
    mail: Mail, server: MailServer
) -> None:
    assert claim("elsewhere/1/a", NOW)
    sort_out(NOW)
    assert send_waiting(NOW) == 0
    assert send_waiting(NOW + A_MINUTE) == 1
    assert state_of(mail)[0] == "sent"
    assert len(server.arrived) == 1


def test_what_may_have_arrived_is_not_sent_again_by_itself(
    mail: Mail, server: MailServer, operator: Account
) -> None:
    dying = claim("elsewhere/1/a", NOW)
    assert dying
    with Post() as line:
        line.hand_over(dying.mail, "vi", dying.at_last)
    assert send_waiting(NOW + A_MINUTE) == 0
    assert state_of(mail)[:2] == ("unsure", "stopped")
    assert send_waiting(NOW + timedelta(days=1)) == 0
    assert len(server.arrived) == 1
    with pytest.raises(NothingToSend):
        send_again(by=operator)
    assert send_again(by=operator, numbers=[mail.pk]) == 1
    assert send_waiting() == 1
    assert len({one["Message-ID"] for one in server.arrived}) == 1


def test_a_process_that_was_only_slow_does_no_harm(mail: Mail, server: MailServer) -> None:
    """Its mail was given to another before it began to hand it over; or nobody knew, and it does."""
    slow = claim("elsewhere/1/a", NOW)
    assert slow
    assert send_waiting(NOW + A_MINUTE) == 1
    with Post() as line:
        send(slow, line, NOW)
    assert len(server.arrived) == 1
    Mail.objects.update(state=MailState.WAITING)
    slow = claim("elsewhere/1/a", NOW)
    assert slow
    slow.at_last()
    sort_out(NOW + A_MINUTE)
    assert state_of(mail)[0] == "unsure"
    slow.taken(NOW)
    assert state_of(mail) == ("sent", "", "")
