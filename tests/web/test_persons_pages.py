"""Someone's record: found, shown with every row, numbers masked but for a reason that is kept."""

import re

import pytest
from django.test import Client
from tests.web.pages_office import HAMLET, NEXT_HAMLET, PagesOffice

from baophu.base.ids import mask
from baophu.base.text import fold
from baophu.store.models import AuditEntry, Look, LookedAt
from baophu.store.roles import Role

ROW = re.compile(r'href="(/rows/\d+/\d+)"')


@pytest.fixture
def officer(office: PagesOffice) -> Client:
    return office.client(office.account(Role.INSURANCE_OFFICER), language="en")


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def found(client: Client, sought: str) -> str:
    return client.post("/search", {"sought": sought}).content.decode()


def test_someone_is_found_by_name_or_number(office: PagesOffice, officer: Client) -> None:
    one = office.one("covered")
    for sought in (one.name, fold(one.name), one.national_id, one.insurance_number):
        page = found(officer, sought)
        assert f'href="/people/{office.numbers[one.name]}"' in page
        assert mask(one.national_id) in page and one.national_id not in page
    assert "Nobody was found" in found(officer, "khong co ai")
    assert 'scope="row"' not in read(officer, "/search?sought=luong")


def test_what_was_sought_stands_in_no_address_and_no_number_in_the_box(
    office: PagesOffice, officer: Client
) -> None:
    one = office.one("covered")
    assert one.national_id not in found(officer, one.national_id)
    assert 'method="post"' in read(officer, "/search")
    assert f'value="{fold(one.name)}"' in found(officer, fold(one.name))


def test_those_found_are_logged_and_nobody_else(office: PagesOffice, officer: Client) -> None:
    one = office.one("covered")
    found(officer, one.national_id)
    (look,) = Look.objects.filter(command="search")
    assert list(look.people.values_list("person", "unit")) == [(office.numbers[one.name], one.unit)]


def test_a_record_opens_to_the_rows_it_rests_on(office: PagesOffice, officer: Client) -> None:
    one = office.one("covered")
    record = read(officer, f"/people/{office.numbers[one.name]}")
    rows = ROW.findall(record)
    assert rows and "<svg" in record and "Same national ID" not in record
    for address in rows:
        row = read(officer, address)
        assert one.name in row
        assert one.national_id not in row and one.insurance_number not in row
    assert set(LookedAt.objects.filter(look__command="row").values_list("person", flat=True)) == {
        office.numbers[one.name]
    }


def test_a_participation_that_several_lists_tell_of_stands_once(office: PagesOffice, officer: Client) -> None:
    record = read(officer, f"/people/{office.numbers[office.one('covered').name]}")
    part = record[record.index("Participations by the lists</h3>") : record.index("Why we know")]
    assert part.count('<th scope="row">') == 1
    assert "1 older ones say so too" in part


def test_residence_and_participation_are_told_through_time_each_with_its_row(
    office: PagesOffice, officer: Client
) -> None:
    """Also that a card of another province runs: whose list says so, of what day, and until when."""
    one = office.one("elsewhere")
    record = read(officer, f"/people/{office.numbers[one.name]}")
    _before, lived, took_part = re.split(r"<h2>\w+ through time</h2>", record)
    took_part = took_part[: took_part.index("Participations by the lists")]

    assert "permanent" in lived and "Thôn 1, Xã Tân Lập" in lived
    assert "insured in another province: Thành phố Hồ Chí Minh" in took_part
    assert "31/12/2023" in took_part and "30/9/2023" in took_part
    assert '<rect class="elsewhere"' in took_part
    for part, file in ((lived, "nhan-khau"), (took_part, "the-noi-khac")):
        (address,) = ROW.findall(part)
        row = read(officer, address)
        assert one.name in row and file in row


def test_a_household_tells_what_each_pays(office: PagesOffice, officer: Client) -> None:
    one = office.one("lapsed")
    home = read(officer, f"/households/{office.numbers[one.name]}")
    assert all(
        other.name in home
        for other in office.living_with(frozenset({one.household}))
        if other.sort != "birth"
    )
    assert re.search(r"to pay for 12 months: [\d.,]+( \+ [\d.,]+)+ = [\d.,]+ đồng", home), home


def test_numbers_are_shown_in_full_once_and_only_for_a_reason(office: PagesOffice, officer: Client) -> None:
    one = office.one("covered")
    address = f"/people/{office.numbers[one.name]}"
    assert officer.post(address, {"reason": "x"}).status_code == 400
    assert not AuditEntry.objects.filter(action="unmask_person").exists()

    page = officer.post(address, {"reason": "compare", "told": f"CCCD {one.national_id} cũ"}).content.decode()

    assert one.national_id in page and one.insurance_number in page
    assert one.national_id not in read(officer, address)
    (entry,) = AuditEntry.objects.filter(action="unmask_person")
    assert (entry.object, entry.values) == (
        str(office.numbers[one.name]), {"reason": "compare", "told": "CCCD … cũ"},
    )  # fmt: skip
    (look,) = Look.objects.filter(command__startswith="unmask")
    assert list(look.people.values_list("person", "unit")) == [(office.numbers[one.name], one.unit)]
    assert "numbers in full (to compare with a paper or another list)" in read(officer, address)


def test_who_looked_is_told_to_those_who_may_know(office: PagesOffice, officer: Client) -> None:
    address = f"/people/{office.numbers[office.one('lapsed').name]}"
    read(officer, address)
    assert "insurance_officer-home" in read(officer, address)
    head = office.client(office.account(Role.HAMLET_HEAD, "hamlet"), language="en")
    assert "Who looked" not in read(head, address)


def test_who_is_outside_is_not_there(office: PagesOffice) -> None:
    official = office.client(office.account(Role.COMMUNE_OFFICIAL, "hamlet"))
    inside, outside = (office.numbers[office.one("covered", hamlet).name] for hamlet in (HAMLET, NEXT_HAMLET))
    for page in ("people", "households"):
        assert official.get(f"/{page}/{inside}").status_code == 200
        there, nowhere = (official.get(f"/{page}/{number}") for number in (outside, 10**9))
        assert (there.status_code, nowhere.status_code) == (404, 404)
        assert str(outside) not in there.content.decode().replace(f"/{page}/{outside}", "")
