"""Mails wait until a server has them: it is down, refuses, hangs, breaks off. Each goes once."""

import socket
from datetime import timedelta
from email.headerregistry import Address
from pathlib import Path

import pytest
from tests.integration.store.mail_world import (
    A_MINUTE,
    MONDAY,
    at_noon,
    people,
    states,
    use,
    with_address,
)
from tests.integration.store.task_world import given
from tests.mail_server import HOST, MailServer, certificate, free_port, mail_server

from baophu.base.home import Home
from baophu.store.actions.accounts import deactivate_account
from baophu.store.actions.mails import NoAddress, NothingToSend, send_again, try_mail
from baophu.store.actions.old_work import remove_old_work
from baophu.store.actions.task_notices import tell_notices
from baophu.store.mailing import post, setup
from baophu.store.mailing.outbox import GIVE_UP_AFTER
from baophu.store.mailing.rounds import MOST_CUT_OFF, make_round, send_waiting
from baophu.store.mailing.setup import BadMailSetting, NoMail, mail_setup
from baophu.store.mailing.status import mail_status
from baophu.store.models import Account, Mail, MailState, Told
from baophu.store.permissions import MayNot

NOW = at_noon(MONDAY)
LAN, MINH = "lan@konray.example", "minh@konray.example"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")
    with mail_server() as running:
        use(running, monkeypatch)
        yield running


@pytest.fixture
def home(plain_home: Home) -> Home:
    """On SQLite only."""
    return plain_home


@pytest.fixture
def accounts(operator: Account) -> dict[str, Account]:
    return people(operator)


@pytest.fixture
def mails(server: MailServer, accounts: dict[str, Account], operator: Account) -> list[Mail]:
    """Two that wait: to lan and to minh."""
    given(operator, "UBND xã Tân Lập", "UBND xã Đắk Ruồng")
    found = tell_notices(by=operator, on=MONDAY).mails
    Mail.objects.update(since=NOW, next_at=NOW)
    return found


def only(mails: list[Mail]) -> Mail:
    """The first of them; the others are gone."""
    Mail.objects.exclude(pk=mails[0].pk).delete()
    return mails[0]


def reason(mail: Mail) -> tuple[str, str, str]:
    mail.refresh_from_db()
    return mail.state, mail.reason, mail.said


def test_each_gets_one_mail_once(mails: list[Mail], server: MailServer) -> None:
    assert send_waiting(NOW) == 2
    assert send_waiting(NOW) == 0
    assert sorted(server.recipients) == [LAN, MINH]
    assert states() == ["sent", "sent"]
    assert {one["Message-ID"] for one in server.arrived} == {one.message_id for one in mails}


def test_a_mail_arrives_as_it_was_written(
    mails: list[Mail], server: MailServer, accounts: dict[str, Account]
) -> None:
    with_address(accounts["lan"], "lan.nguyen@xã-tân-lập.example", 'Nguyễn Thị "Lan", CC')
    only(mails)
    send_waiting(NOW)
    (arrived,) = server.arrived
    assert arrived["Subject"] == "[Bao Phủ] 1 nhiệm vụ quá hạn – 16/10/2023"
    sender, to = arrived["From"].addresses[0], arrived["To"].addresses[0]
    assert sender == Address("Bao Phủ – Huyện Kon Rẫy", addr_spec="baophu@konray.example")
    assert to.display_name == 'Nguyễn Thị "Lan", CC'
    assert server.recipients == ["lan.nguyen@" + "xã-tân-lập.example".encode("idna").decode()]
    assert arrived["Auto-Submitted"] == "auto-generated" and arrived["Content-Language"] == "vi"
    plain, html = (part.get_content() for part in arrived.iter_parts())
    assert plain.replace("\r\n", "\n") == mails[0].plain and "Rà soát, lập danh sách" in plain
    assert html.replace("\r\n", "\n").strip() == mails[0].html.strip()
    assert all(byte < 128 for byte in bytes(arrived))


def test_while_the_server_is_down_nothing_is_lost_and_then_each_is_sent_once(
    mails: list[Mail], server: MailServer
) -> None:
    server.down()
    at, tried = NOW, []
    for _attempt in range(8):
        assert send_waiting(at) == 0
        waits = Mail.objects.earliest("next_at").next_at - at
        tried.append(waits // A_MINUTE)
        at += waits
    assert tried == [1, 2, 4, 8, 16, 32, 60, 60]
    assert {(one.state, one.reason) for one in Mail.objects.all()} == {("waiting", "unreachable")}
    server.up()
    assert send_waiting(at - A_MINUTE) == 0
    assert send_waiting(at) == 2
    assert sorted(server.recipients) == [LAN, MINH]


def test_an_address_that_is_refused_is_told_and_not_tried_again(
    mails: list[Mail], server: MailServer, operator: Account
) -> None:
    server.refuses.add(LAN)
    assert send_waiting(NOW) == 1
    assert send_waiting(NOW + timedelta(days=1)) == 0
    words = "550 5.1.1 <…>: Recipient address rejected: User unknown"
    assert reason(mails[0]) == ("given_up", "address", words)
    assert server.recipients == [MINH]
    assert [one.to.name for one in mail_status().unsent] == ["lan"]
    server.refuses.clear()
    assert send_again(by=operator) == 1
    assert send_waiting() == 1


def test_a_server_that_asks_to_wait_is_tried_again(mails: list[Mail], server: MailServer) -> None:
    server.asks_to_wait.add(LAN)
    assert send_waiting(NOW) == 1
    assert reason(mails[0])[:2] == ("waiting", "later")
    assert send_waiting(NOW + A_MINUTE) == 1
    assert sorted(server.recipients) == [LAN, MINH]


@pytest.mark.parametrize(
    ("answer", "state", "why"),
    [
        ("554 5.7.1 refused as spam", "given_up", "content"),
        ("451 4.3.0 try later", "waiting", "later"),
        ("drops", "waiting", "cut_off"),
    ],
)
def test_what_the_server_says_of_a_mail(
    answer: str, state: str, why: str, mails: list[Mail], server: MailServer
) -> None:
    server.after_data = answer
    mail = only(mails)
    assert send_waiting(NOW) == 0
    assert reason(mail)[:2] == (state, why)
    server.after_data = ""
    assert send_waiting(NOW + A_MINUTE) == (state == "waiting")
    assert len(server.arrived) == (state == "waiting")


def test_a_server_that_hangs_does_not_hold_us_for_ever(
    mails: list[Mail], server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(post, "PATIENCE_WITH_A_MAIL", 0.05)
    server.after_data = "hangs"
    mail = only(mails)
    send_waiting(NOW)
    assert reason(mail) == ("waiting", "cut_off", "")


def test_a_server_that_breaks_off_each_time_is_left_alone_for_now(
    mails: list[Mail], server: MailServer, operator: Account
) -> None:
    for _more in range(4):
        try_mail(by=operator, to=mails[0].to)
    Mail.objects.update(since=NOW, next_at=NOW)
    server.after_data = "drops"
    met: list[str] = []
    server.meets = met.append
    send_waiting(NOW)
    assert met.count("data") == MOST_CUT_OFF
    assert states() == ["waiting"] * 6


def test_mail_is_encrypted_where_it_is_asked_for(
    mails: list[Mail], accounts: dict[str, Account], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context, trusted = certificate(tmp_path)
    password = tmp_path / "password"
    password.write_text("mật khẩu\n", encoding="utf-8")
    mail = only(mails)
    with mail_server(tls=context, user=(b"baophu", b"mat khau")) as strict:
        use(strict, monkeypatch)
        send_waiting(NOW)
        assert reason(mail)[:2] == ("waiting", "sender")
        use(strict, monkeypatch, **{setup.SECURITY: "starttls", setup.USER: "baophu"})
        send_waiting(NOW + 2 * A_MINUTE)
        assert reason(mail) == ("waiting", "not_encrypted", "self-signed certificate")
        monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
        monkeypatch.setenv(setup.PASSWORD_FILE, str(tmp_path / "nothing"))
        send_waiting(NOW + 10 * A_MINUTE)
        assert reason(mail)[:2] == ("waiting", "settings")
        monkeypatch.setenv(setup.PASSWORD_FILE, str(password))
        send_waiting(NOW + 30 * A_MINUTE)
        assert reason(mail)[:2] == ("waiting", "login")
        password.write_text("mat khau\n", encoding="utf-8")
        send_waiting(NOW + 60 * A_MINUTE)
        assert reason(mail)[0] == "sent"
        assert len(strict.arrived) == 1


def test_mail_is_encrypted_from_the_first_byte(
    mails: list[Mail], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context, trusted = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    with mail_server(tls=context, at_once=True) as strict:
        with monkeypatch.context() as hasty:
            hasty.setattr(post, "PATIENCE", 0.05)
            use(strict, monkeypatch, **{setup.SECURITY: "starttls"})
            assert send_waiting(NOW) == 0
        use(strict, monkeypatch, **{setup.SECURITY: "tls"})
        assert send_waiting(NOW + A_MINUTE) == 2


def test_a_server_that_never_greets_is_left_alone(
    mails: list[Mail], monkeypatch: pytest.MonkeyPatch, server: MailServer
) -> None:
    monkeypatch.setattr(post, "PATIENCE", 0.05)
    with socket.create_server((HOST, 0)) as silent:
        monkeypatch.setenv(setup.PORT, str(silent.getsockname()[1]))
        assert send_waiting(NOW) == 0
    assert {(one.state, one.reason, one.attempts) for one in Mail.objects.all()} == {
        ("waiting", "unreachable", 1)
    }


def test_a_wrong_password_is_told(mails: list[Mail], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context, trusted = certificate(tmp_path)
    (tmp_path / "password").write_text("sai", encoding="utf-8")
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    with mail_server(tls=context, user=(b"baophu", b"right")) as strict:
        given_so = {setup.USER: "baophu", setup.PASSWORD_FILE: str(tmp_path / "password")}
        use(strict, monkeypatch, **{setup.SECURITY: "starttls"} | given_so)
        send_waiting(NOW)
    assert reason(mails[0])[:2] == ("waiting", "login")
    assert "sai" not in repr(mail_setup())


def test_after_five_days_it_is_given_up_and_told(
    mails: list[Mail], server: MailServer, operator: Account
) -> None:
    server.down()
    send_waiting(NOW + GIVE_UP_AFTER - A_MINUTE)
    assert states() == ["waiting", "waiting"]
    send_waiting(NOW + GIVE_UP_AFTER + timedelta(hours=2))
    assert MailState.GIVEN_UP in states()
    server.up()
    send_again(by=operator)
    send_waiting()
    assert sorted(server.recipients) == [LAN, MINH]
    with pytest.raises(NothingToSend):
        send_again(by=operator)


def test_who_has_no_address_any_more_or_left_gets_no_mail(
    mails: list[Mail], server: MailServer, accounts: dict[str, Account], operator: Account
) -> None:
    Account.objects.filter(name="lan").update(email="")
    deactivate_account(by=operator, account=accounts["minh"])
    assert send_waiting(NOW) == 0
    assert {(one.state, one.reason) for one in Mail.objects.all()} == {("given_up", "no_address")}


@pytest.mark.parametrize(
    "address", ["lan", "a@b@c", "lan nguyen@x.example", "thư@x.example", "a@x\r\nRCPT TO:<b@y>"]
)
def test_what_is_no_address_is_given_up(address: str, mails: list[Mail], server: MailServer) -> None:
    Account.objects.filter(name="lan").update(email=address)
    assert send_waiting(NOW) == 1
    assert reason(mails[0])[:2] == ("given_up", "address")
    assert server.recipients == [MINH]


def test_a_round_makes_the_notices_of_the_day_and_sends_them(
    server: MailServer, accounts: dict[str, Account], operator: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(setup.NOTICES_AT, "00:00")
    given(operator, "UBND xã Tân Lập")
    for _each in range(2):
        make_round()
    assert server.recipients == [LAN]
    told = Told.objects.get()
    assert (told.account.name, told.read_at, states([told.mail])) == ("lan", None, ["sent"])


def test_a_trial_shows_whether_mail_arrives(
    server: MailServer, accounts: dict[str, Account], operator: Account
) -> None:
    with pytest.raises(NoAddress):
        try_mail(by=operator)
    with pytest.raises(MayNot):
        try_mail(by=accounts["lan"])
    try_mail(by=operator, to=accounts["lan"])
    assert send_waiting() == 1
    assert server.arrived[0]["Subject"] == "[Bao Phủ] Thư thử – 16/10/2023"


def test_mails_that_ended_are_let_go_and_what_was_told_stays(mails: list[Mail], server: MailServer) -> None:
    send_waiting(NOW)
    assert remove_old_work() == 2
    assert not Mail.objects.exists()
    assert Told.objects.filter(mail=None).count() == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (setup.SENDER, "baophu"),
        (setup.SENDER, "Bao Phu <a@b.example>"),
        (setup.SECURITY, "ssl"),
        (setup.PORT, "0"),
        (setup.PORT, "x"),
        (setup.PASSWORD_FILE, "/nothing"),
        (setup.NOTICES_AT, "7 giờ"),
    ],
)
def test_a_wrong_setting_is_told_and_mail_waits(
    name: str, value: str, mails: list[Mail], server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    status = mail_status()
    assert isinstance(status.fault, BadMailSetting) and name in status.fault.words()
    if name != setup.NOTICES_AT:
        assert send_waiting(NOW) == 0
        assert {(one.state, one.reason) for one in Mail.objects.all()} == {("waiting", "settings")}


def test_without_a_server_nothing_is_tried(
    mails: list[Mail], operator: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(setup.HOST)
    assert send_waiting(NOW) == 0
    assert mail_status().setup is mail_status().fault is None
    with pytest.raises(NoMail):
        try_mail(by=operator)
    monkeypatch.setenv(setup.HOST, "127.0.0.1")
    monkeypatch.setenv(setup.PORT, str(free_port()))
    assert mail_status().setup
