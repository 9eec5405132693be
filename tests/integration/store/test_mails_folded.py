"""After days on which the mail server did not answer each person gets one mail: all of it, nothing twice."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from tests.integration.store.mail_world import at_noon, people, use
from tests.integration.store.task_world import given, row_of
from tests.mail_server import MailServer, mail_server

from baophu.base.home import Home
from baophu.directives.asked import Assigned
from baophu.directives.states import State
from baophu.store.actions.mails import send_again, try_mail
from baophu.store.actions.task_notices import tell_notices
from baophu.store.actions.tasks import extend_task, move_task
from baophu.store.mailing.digest import trial
from baophu.store.mailing.outbox import claim
from baophu.store.mailing.rounds import send_waiting
from baophu.store.models import Account, Mail, Told

SOON, TODAY, LATE = (date(2023, 10, day) for day in (11, 13, 14))
A_DAY = timedelta(days=1)


@pytest.fixture
def home(plain_home: Home) -> Home:
    """On SQLite only."""
    return plain_home


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    monkeypatch.setenv("BAOPHU_TODAY", str(SOON))
    with mail_server() as running:
        use(running, monkeypatch)
        yield running


@pytest.fixture
def accounts(server: MailServer, operator: Account) -> dict[str, Account]:
    return people(operator)


def tell(by: Account, on: date) -> None:
    """Tell what is to be told on a day, and let the mails be of that day."""
    tell_notices(by=by, on=on)
    Mail.objects.filter(state="waiting").update(since=at_noon(on), next_at=at_noon(on))


def test_after_days_without_a_server_one_mail_tells_all(
    accounts: dict[str, Account], operator: Account, server: MailServer
) -> None:
    given(operator, "UBND xã Tân Lập", action="Rà soát thôn 1")
    given(operator, "UBND xã Tân Lập", action="Gửi hồ sơ", deadline=date(2023, 10, 16), words="")
    server.down()
    for day in (SOON, TODAY, LATE):
        tell(operator, day)
        assert send_waiting(at_noon(day)) == 0
    server.up()
    assert send_waiting(at_noon(LATE) + A_DAY) == 1
    (arrived,) = server.arrived
    assert arrived["Subject"] == "[Bao Phủ] 1 nhiệm vụ quá hạn, 1 nhiệm vụ sắp đến hạn – 14/10/2023"
    plain = Mail.objects.get().plain
    assert plain.count("Rà soát thôn 1") == plain.count("Gửi hồ sơ") == 1
    assert Told.objects.filter(mail=Mail.objects.get()).count() == Told.objects.count() == 4
    assert send_waiting(at_noon(LATE) + 9 * A_DAY) == 0


def test_what_is_done_or_due_another_day_by_then_is_left_out(
    accounts: dict[str, Account], operator: Account
) -> None:
    actions = ("Việc xong", "Việc lùi")
    done, later = (row_of(given(operator, "UBND xã Tân Lập", action=one)) for one in actions)
    tell(operator, SOON)
    move_task(by=operator, number=done.pk, to=State.REPORTED, on=SOON)
    extend_task(by=operator, number=later.pk, due=date(2023, 10, 31), why="mưa lũ")
    given(operator, "UBND xã Tân Lập", action="Việc mới")
    tell(operator, TODAY)
    mail = Mail.objects.get()
    assert mail.subject == "[Bao Phủ] 1 nhiệm vụ đến hạn hôm nay – 13/10/2023"
    assert "Việc mới" in mail.plain and "Việc xong" not in mail.plain and "Việc lùi" not in mail.plain


def test_who_only_supports_reads_that_it_is_overdue_once(
    accounts: dict[str, Account], operator: Account
) -> None:
    given(operator, "UBND xã Đắk Ruồng", Assigned("UBND xã Tân Lập", supports=True))
    tell(operator, TODAY)
    given(operator, "UBND xã Tân Lập", action="Việc mới", deadline=LATE, words="")
    tell(operator, LATE)
    mail = Mail.objects.get(to=accounts["lan"])
    assert mail.subject == "[Bao Phủ] 1 nhiệm vụ quá hạn, 1 nhiệm vụ đến hạn hôm nay – 14/10/2023"


def test_a_mail_that_may_have_arrived_stays_as_it_is(
    accounts: dict[str, Account], operator: Account, server: MailServer
) -> None:
    given(operator, "UBND xã Tân Lập")
    tell(operator, SOON)
    server.after_data = "drops"
    send_waiting(at_noon(SOON))
    tell(operator, TODAY)
    assert [one.may_be_there for one in Mail.objects.order_by("pk")] == [True, False]
    tell(operator, LATE)
    assert Mail.objects.count() == 2
    server.after_data = ""
    assert send_waiting(at_noon(LATE) + A_DAY) == 2


def test_a_mail_whose_process_died_while_handing_it_over_stays_as_it_is(
    accounts: dict[str, Account], operator: Account, server: MailServer
) -> None:
    given(operator, "UBND xã Tân Lập")
    tell(operator, SOON)
    dying = claim("elsewhere/1/a", at_noon(SOON))
    assert dying is not None
    dying.at_last()
    send_waiting(at_noon(TODAY))
    send_again(by=operator, numbers=[dying.mail.pk])
    tell(operator, TODAY)
    assert Mail.objects.count() == 2


def test_a_mail_in_the_hands_of_a_process_and_a_trial_stay_as_they_are(
    accounts: dict[str, Account], operator: Account
) -> None:
    given(operator, "UBND xã Tân Lập")
    tell(operator, SOON)
    assert claim("here/1/a", at_noon(SOON)) is not None
    try_mail(by=operator, to=accounts["lan"])
    tell(operator, TODAY)
    assert Mail.objects.count() == 3


def test_mails_that_waited_one_by_one_become_one(accounts: dict[str, Account], operator: Account) -> None:
    given(operator, "UBND xã Tân Lập", action="Việc cũ")
    tell(operator, SOON)
    Mail.objects.update(may_be_there=True)
    given(operator, "UBND xã Tân Lập", action="Việc giữa")
    tell(operator, SOON)
    Mail.objects.update(may_be_there=False)
    given(operator, "UBND xã Tân Lập", action="Việc mới")
    tell(operator, SOON)
    mail = Mail.objects.get()
    assert all(mail.plain.count(action) == 1 for action in ("Việc cũ", "Việc giữa", "Việc mới"))
    assert Told.objects.filter(mail=mail).count() == 3


def test_the_day_in_the_subject_is_written_as_on_the_pages(accounts: dict[str, Account]) -> None:
    official = accounts["lan"]
    assert trial(official, date(2023, 10, 6)).subject.endswith("– 6/10/2023")
