"""What somebody was told stands on a page, and what is not read yet; administrators see how mail stands."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.integration.store.mail_world import people
from tests.integration.store.task_world import given, row_of
from tests.mail_server import free_port
from tests.signing_in import sign_in

from baophu.base.home import Home
from baophu.store.actions.task_notices import tell_notices
from baophu.store.mailing import setup
from baophu.store.mailing.digest import CHOICES, NOTICES, TASK
from baophu.store.mailing.rounds import send_waiting
from baophu.store.models import Account, AuditEntry, Mail, MailChoice, Told
from baophu.store.questions import account_named

MONDAY = date(2023, 10, 16)


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")
    monkeypatch.setenv(setup.HOST, "127.0.0.1")
    monkeypatch.setenv(setup.PORT, str(free_port()))
    monkeypatch.setenv(setup.SENDER, "baophu@konray.example")


@pytest.fixture
def accounts(plain_home: Home) -> dict[str, Account]:
    return people(account_named(None))


def client_of(account: Account) -> Client:
    return sign_in(account)


@pytest.fixture
def told(accounts: dict[str, Account]) -> Told:
    """That lan was told of a late task."""
    given(account_named(None), "UBND xã Tân Lập")
    tell_notices(by=account_named(None), on=MONDAY)
    return Told.objects.get()


def test_a_notice_is_unread_until_its_task_is_opened(told: Told) -> None:
    client = client_of(told.account)
    page = client.get("/notices").text
    assert "Rà soát, lập danh sách" in page and "Chưa đọc: 1." in page
    assert page.count('class="to-be-read">1<') == 2
    opened = client.get(f"/notices/{told.pk}")
    assert opened.headers["Location"] == f"/tasks/{told.notice.assignee_id}"
    page = client.get("/notices").text
    assert "to-be-read" not in page and "Đã đọc hết." in page
    assert AuditEntry.objects.latest("pk").action == "mark_read"


def test_all_are_read_at_once(told: Told) -> None:
    client = client_of(told.account)
    client.post("/notices/read")
    assert "Đã đọc hết." in client.get("/notices").text


def test_what_others_were_told_is_not_there(told: Told, accounts: dict[str, Account]) -> None:
    other = client_of(accounts["minh"])
    assert other.get(f"/notices/{told.pk}").status_code == 404
    assert "Chưa có thông báo nào." in other.get("/notices").text
    other.post("/notices/read")
    told.refresh_from_db()
    assert told.read_at is None


def test_older_notices_stand_on_further_pages(
    accounts: dict[str, Account], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("baophu.web.notices.pages.PER_PAGE", 2)
    for _each in range(3):
        given(account_named(None), "UBND xã Tân Lập")
    tell_notices(by=account_named(None), on=MONDAY)
    client = client_of(accounts["lan"])
    newest = Told.objects.order_by("-pk")
    page = client.get("/notices").text
    assert f"/notices/{newest[0].pk}" in page and f"/notices/{newest[2].pk}" not in page
    older = client.get(f"/notices?before={newest[1].pk}").text
    assert f"/notices/{newest[2].pk}" in older and f"/notices/{newest[0].pk}" not in older


def test_addresses_in_mails_are_those_of_pages(accounts: dict[str, Account]) -> None:
    row = row_of(given(account_named(None), "UBND xã Tân Lập"))
    assert reverse("task", kwargs={"number": row.pk}) == TASK.format(number=row.pk)
    assert (reverse("notices"), reverse("me")) == (NOTICES, CHOICES)


def test_one_chooses_whether_mail_comes_and_in_which_language(accounts: dict[str, Account]) -> None:
    client = client_of(accounts["lan"])
    assert "mỗi ngày có việc mới một thư" in client.get("/me").text
    assert "Anh, chị không nhận thư nữa" in client.post("/me/mail", follow=True).text
    assert "Anh, chị đã chọn không nhận thư" in client.get("/me").text
    client.post("/me/mail", {"wants": "1"})
    client.post("/language", {"language": "en"})
    client.post("/language", {"language": "x"})
    choice = MailChoice.objects.get()
    assert (choice.account.name, choice.wants, choice.language) == ("lan", True, "en")
    assert AuditEntry.objects.filter(action="choose_mail").count() == 3
    Account.objects.filter(name="lan").update(email="")
    assert "has entered no address of yours" in client.get("/me").text


def test_the_administrator_sees_why_mail_does_not_arrive(told: Told) -> None:
    admin = client_of(account_named(None))
    assert "hãy nhập địa chỉ thư của anh, chị" in admin.get("/mail").text
    send_waiting()
    page = admin.get("/mail").text
    assert "máy chủ thư không trả lời" in page and "lan@konray.example" not in page
    assert f"qua 127.0.0.1:{setup.mail_setup().port}" in page
    assert "chưa đến nơi" not in admin.get("/notices").text
    Mail.objects.update(state="given_up")
    assert "Số thư chưa đến nơi: 1." in admin.get("/notices").text
    assert "chưa đến nơi" not in client_of(told.account).get("/notices").text
    Account.objects.filter(pk=account_named(None).pk).update(email="admin@konray.example")
    assert "Thư thử sẽ được gửi" in admin.post("/mail/try", follow=True).text
    assert "Thư thử gần nhất" in admin.get("/mail").text
    assert "Số thư được gửi lại ngay: 2." in admin.post("/mail/again", follow=True).text
    again = admin.post("/mail/again", {"number": str(Mail.objects.earliest("pk").pk)}, follow=True)
    assert "Số thư được gửi lại ngay: 1." in again.text
    assert {one.attempts for one in Mail.objects.all()} == {0}


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        (setup.HOST, "", "Chưa cài đặt gửi thư điện tử"),
        (setup.PORT, "x", "Giá trị “x” của BAOPHU_MAIL_PORT không dùng được"),
        (setup.SECURITY, "none", "Kết nối không được mã hóa"),
    ],
)
def test_the_administrator_sees_how_mail_is_set_up(
    name: str, value: str, told: str, plain_home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    assert told in client_of(account_named(None)).get("/mail").text
