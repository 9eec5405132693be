"""`baophu mail` and `baophu tasks notices --send` as they are typed."""

from collections.abc import Iterator

import pytest
from terminal import Office
from tests.integration.store.mail_world import use
from tests.mail_server import MailServer, free_port, mail_server

from baophu.base.home import Home
from baophu.store.mailing import setup
from baophu.store.models import Account


@pytest.fixture
def office(plain_home: Home, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")
    return Office(plain_home.root, capsys)


@pytest.fixture
def server(office: Office, monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    office.run("tasks", "add", "Rà soát", "--office", "UBND xã Tân Lập", "--by", "13/10/2023",
               "--given-on", "9/10/2023")  # fmt: skip
    office.run("users", "add", "lan", "--role", "commune_official", "--unit", "23497")
    Account.objects.filter(name="lan").update(email="lan@konray.example")
    with mail_server() as running:
        use(running, monkeypatch)
        yield running


def test_people_are_told_now(office: Office, server: MailServer) -> None:
    office.run("tasks", "add", "Rà soát", "--office", "Công an huyện", "--by", "17/10/2023")
    assert office.run("tasks", "notices", "--send") == 0
    assert office.err == (
        "1 people were told; mails written: 1, sent: 1.\nNobody could be told for: Công an huyện.\n"
    )
    assert "overdue" in office.out
    assert server.recipients == ["lan@konray.example"]
    assert [row["to"] for row in office.json("tasks", "notices")] == ["Công an huyện"]
    assert office.run("mail") == 0
    assert "Notices were last made" in office.err and "No mail waits or was given up." in office.err


def test_what_does_not_arrive_is_told_and_tried_again(
    office: Office, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(setup.PORT, str(free_port()))
    office.run("tasks", "notices", "--send")
    (row,) = office.json("mail")
    assert (row["to"], row["state"], row["reason"]) == ("lan", "waiting", "unreachable")
    assert office.run("mail") == 0
    assert "the mail server does not answer" in office.out
    assert "lan@konray.example" not in office.out + office.err
    monkeypatch.setenv(setup.PORT, str(server.port))
    assert office.run("mail", "again", row["number"]) == 0
    assert office.err == "Mails tried again: 1; the mail server took 1.\n"
    assert office.run("mail", "again") == 15


def test_a_trial_is_sent_at_once(office: Office, server: MailServer) -> None:
    assert office.run("mail", "try") == 15
    assert office.run("mail", "try", "--to", "lan") == 0
    assert office.err == "Trial mail 1: sent.\n"
    server.refuses.add("lan@konray.example")
    office.run("mail", "try", "--to", "lan")
    assert office.err == (
        "Trial mail 2: given up.\nthe mail server does not know the address or refuses it\n"
        "550 5.1.1 <…>: Recipient address rejected: User unknown\n"
    )


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        (setup.HOST, "", "Mail is not set up here."),
        (setup.SECURITY, "ssl", "“ssl” in BAOPHU_MAIL_SECURITY cannot be used."),
    ],
)
def test_it_says_whether_mail_is_set_up(
    name: str, value: str, told: str, office: Office, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    assert office.run("mail") == 0
    assert told in office.err
    assert office.run("mail", "try", "--to", "lan") == 14
    assert office.run("mail", "--as", "lan") == 12
