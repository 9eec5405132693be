"""A long list of people to reach is made aside as a file, for the one who asked, for a day."""

import os
import re
import time
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook
from tests.web.pages_office import COMMUNE, HAMLET, PagesOffice

from baophu.store.jobs.worker import work_once
from baophu.store.models import AuditEntry, Job, LookedAt
from baophu.store.opening import opened_home
from baophu.store.prepared import remove_prepared
from baophu.store.roles import PlaceKind
from baophu.web.visits import files

ASKED = {"why": "due_lapsed", "hamlet": HAMLET}


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_AT_ONCE", 1)


@pytest.fixture
def official(office: PagesOffice) -> Client:
    return office.client(office.account("commune_official", "commune"))


def made(client: Client, asked: dict[str, str] = ASKED) -> str:
    """The address of the job that makes the file, once it is done."""
    page = client.post("/people.xlsx", asked)
    assert work_once("test/0/worker")
    return str(page.headers["Location"])


def taken(client: Client, job: str) -> tuple[int, bytes]:
    """How the file is answered when it is taken, and its bytes."""
    (address,) = re.findall(r"/people/files/[0-9]+", client.get(job).content.decode())
    page = client.get(address)
    body = b"".join(page.streaming_content) if page.streaming else page.content  # type: ignore[attr-defined]
    page.close()
    return page.status_code, body


def cells_of(body: bytes) -> set[str]:
    sheets = load_workbook(BytesIO(body)).worksheets
    return {str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row}


def test_a_long_list_is_made_aside_and_taken_on_the_page_of_the_work(
    office: PagesOffice, official: Client
) -> None:
    assert '<form method="post" action="/people.xlsx">' in official.get("/people", ASKED).content.decode()
    _status, body = taken(official, made(official))
    cells = cells_of(body)
    wanted = {one.name for one in office.everyone if one.sort in ("lapsed", "due") and one.hamlet == HAMLET}
    assert wanted <= cells
    assert any("commune_official-commune" in cell for cell in cells)


def test_who_takes_it_has_looked_at_its_people_each_time(office: PagesOffice, official: Client) -> None:
    before = LookedAt.objects.count()
    job = made(official)
    assert LookedAt.objects.count() == before
    for _ in range(2):
        taken(official, job)
    looks = LookedAt.objects.order_by("pk")[before:]
    person = office.numbers[office.one("due").name]
    assert [(one.look.command, one.unit) for one in looks if one.person == person] == [
        ("people in Excel", COMMUNE)
    ] * 2


def test_to_ask_for_a_long_list_at_once_leads_to_its_page(official: Client) -> None:
    page = official.get("/people.xlsx", ASKED)
    assert page.status_code == 302 and page.headers["Location"].startswith("/people?")


def test_the_file_is_for_the_one_who_asked_alone(office: PagesOffice, official: Client) -> None:
    job = made(official)
    other = office.client(office.account("insurance_officer"))
    number = job.rpartition("/")[2]
    assert other.get(job).status_code == 404
    assert other.get(f"/people/files/{number}").status_code == 404
    assert made(other) != job


def test_who_sees_other_places_by_then_has_it_made_again(office: PagesOffice, official: Client) -> None:
    job = made(official)
    account = office.account("commune_official", "commune")
    account.places.filter(kind=PlaceKind.UNIT).update(place="23488@")
    status, body = taken(official, job)
    assert status == 404 and "lập lại" in body.decode()


def test_it_is_gone_after_a_day(official: Client) -> None:
    job = made(official)
    folder = opened_home().prepared / job.rpartition("/")[2]
    assert folder.stat().st_mode & 0o077 == 0
    day_ago = time.time() - 25 * 3600
    os.utime(folder, (day_ago, day_ago))
    assert "đã được xóa" in official.get(job).content.decode()
    assert official.get(f"/people/files/{job.rpartition('/')[2]}").status_code == 404
    remove_prepared()
    assert not folder.exists()


def test_a_job_tells_nothing_about_anybody(office: PagesOffice, official: Client) -> None:
    made(official)
    job = Job.objects.latest("pk")
    told = str([job.args, job.result, AuditEntry.objects.latest("pk").values])
    assert not office.any_name.findall(told)


def test_too_long_for_any_file_or_paper_is_said_in_place_of_a_link(
    official: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST_PEOPLE", 2)
    monkeypatch.setattr(files, "MOST_ON_PAPER", 2)
    text = official.get("/people", ASKED).content.decode()
    assert "/people.xlsx" not in text and "/people/print" not in text
    assert "không quá 2 người" in text
    assert official.post("/people.xlsx", ASKED).status_code == 400


def test_pupils_leave_as_a_file_for_the_education_office(office: PagesOffice) -> None:
    client = office.client(office.account("education"))
    status, body = taken(client, made(client, {"why": "uncovered"}))
    shown = {one.name for one in office.everyone} & cells_of(body)
    assert status == 200 and shown == {one.name for one in office.everyone if one.sort == "student"}
