"""The book of lists owed on its page: by office, late in words, reminders to paste and to send."""

import re

import pytest
from django.test import Client
from tests.web.pages_office import COMMUNE, OTHER_COMMUNE, PagesOffice
from tests.web.walking import Seen

from baophu.areas.units import load_areas
from baophu.reports.words_of_date import in_prose
from baophu.store.models import ExpectedList, Reminder
from baophu.store.roles import Role

TODAY = "2024-01-15"
OWN = in_prose(load_areas().unit(COMMUNE).name)
SCHOOL = "TRƯỜNG TH-THCS TÂN LẬP"
POLICE, COMMITTEE = f"Công an {OWN}", f"UBND {OWN}"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", TODAY)


def read(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return Seen(response, frozenset(), False, address).text


def section(page: str, office: str) -> str:
    """What stands below the name of an office."""
    return page.partition(f"<h2>{office}</h2>")[2].partition("</section>")[0]


@pytest.fixture
def officer(office: PagesOffice) -> Client:
    return office.client(office.account(Role.INSURANCE_OFFICER), language="vi")


def test_each_office_has_its_lists_with_what_came(officer: Client) -> None:
    page = read(officer, "/owed")
    found = section(page, COMMITTEE)
    assert "chậm 15 ngày" in found or "chưa gửi lần nào" in found
    assert "đã nhắc ngày 15/1/2024" in found
    assert re.search(r'href="/lists/\d+">số liệu ngày 30/9/2023', section(page, POLICE))


def test_the_page_is_narrowed(officer: Client) -> None:
    page = read(officer, f"/owed?office={COMMITTEE}")
    assert section(page, COMMITTEE) and not section(page, POLICE)
    assert "đã gửi</span>" not in read(officer, "/owed?show=late")


def test_a_commune_sees_its_own(office: PagesOffice) -> None:
    client = office.client(office.account(Role.COMMUNE_OFFICIAL, "commune"))
    page = read(client, "/owed")
    assert section(page, COMMITTEE)
    assert OTHER_COMMUNE not in page
    assert "Viết văn bản nhắc" not in page
    assert set(re.findall("<h2>(.*?)</h2>", page)) == {POLICE, COMMITTEE, f"Tư pháp - hộ tịch {OWN}", SCHOOL}


def test_a_leader_sees_all_and_writes_nothing(office: PagesOffice) -> None:
    client = office.client(office.account(Role.LEADER))
    page = read(client, "/owed")
    assert section(page, POLICE) and section(page, COMMITTEE)
    assert "/owed/remind" not in page and "/owed/decide" not in page
    assert 'href="/owed"' in read(client, "/")


def test_a_reminder_is_written_to_be_pasted_and_sent(officer: Client) -> None:
    before = Reminder.objects.count()
    response = officer.post("/owed/remind", {"office": COMMITTEE}, follow=True)
    assert response.status_code == 200 and Reminder.objects.count() == before + 1
    page = Seen(response, frozenset(), False, "").text
    assert f"Kính gửi: {COMMITTEE}" in page
    number = Reminder.objects.latest("pk").pk
    letter = officer.get(f"/owed/reminders/{number}/letter")
    assert letter.headers["Content-Disposition"].endswith('.docx"')
    assert "Đôn đốc gửi danh sách" in Seen(letter, frozenset(), False, "").text
    assert "đã nhắc 2 lần, lần cuối 15/1/2024" in section(read(officer, "/owed"), COMMITTEE)


def test_it_is_decided_who_sends_a_list(officer: Client) -> None:
    form = read(officer, f"/owed/decide?kind=poor_households&about={COMMUNE}")
    assert f'value="{COMMITTEE}"' in form
    said = {
        "kind": "poor_households",
        "about": COMMUNE,
        "office": "UBND xã (bộ phận giảm nghèo)",
        "grace": "5",
    }
    assert officer.post("/owed/decide", said).status_code == 302
    assert "đã quyết định" in section(read(officer, "/owed"), said["office"])
    assert officer.post("/owed/decide", said | {"grace": "x"}).status_code == 400
    assert officer.post("/owed/decide", said | {"end": "1", "last": "14/1/2024"}).status_code == 302
    assert not section(read(officer, "/owed"), said["office"])
    assert ExpectedList.standing.get().valid_to.isoformat() == "2024-01-14"
