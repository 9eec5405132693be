"""The leader's page: figures that agree with what is counted, and every number opens."""

import re
import shutil
from datetime import date
from decimal import Decimal
from html import unescape

import pytest
from django.test import Client
from tests.web.founding import DECIDED, TARGET
from tests.web.pages_office import COMMUNE, EVERYTHING, HAMLET, HOME, OTHER_COMMUNE, PagesOffice

from baophu.base.numbers import format_count, format_percent
from baophu.builds.answers import coverage
from baophu.builds.overview import places_of
from baophu.store.actions.targets import set_target
from baophu.store.gathering import open_current
from baophu.store.models import LookedAt
from baophu.store.questions import account_named
from baophu.store.roles import Role
from baophu.store.scopes import scope_of

PEOPLE = re.compile(r'href="/people/(\d+)"')


@pytest.fixture
def leader(office: PagesOffice) -> Client:
    return office.client(office.account(Role.LEADER))


def read(client: Client, address: str) -> str:
    answer = client.get(address, follow=True)
    assert answer.status_code == 200, answer.status_code
    return unescape(answer.content.decode())


def health(area: str) -> tuple[int, int, Decimal]:
    build = open_current()
    (figure,) = coverage(build, EVERYTHING, on=build.on, area=area, schemes=["BHYT"])
    assert figure.rate is not None
    return figure.participants, figure.denominator, figure.rate


@pytest.mark.parametrize(("address", "area"), [("/", HOME), (f"/areas/{COMMUNE}", COMMUNE)])
def test_a_place_shows_the_figures_that_are_counted(leader: Client, address: str, area: str) -> None:
    people, out_of, rate = health(area)
    page = read(leader, address)
    assert format_percent(rate) in page
    assert f"{format_count(people)} / {format_count(out_of)} người" in page
    assert "97,89%" in page and "còn thiếu" in page


def test_every_number_of_the_table_opens(leader: Client) -> None:
    page = read(leader, "/")
    for address in (
        f"/areas/{COMMUNE}",
        f"/figures/{COMMUNE}/BHYT",
        f"/people?why=uncovered&area={COMMUNE.replace('@', '%40')}",
    ):
        assert f'href="{address}"' in page, address
        read(leader, address)
    assert f'href="/areas/{HAMLET}"' in read(leader, f"/areas/{COMMUNE}")


def test_the_way_back_stands_above(leader: Client) -> None:
    hamlet = read(leader, f"/areas/{HAMLET}")
    assert 'href="/"' in hamlet and f'href="/areas/{COMMUNE}"' in hamlet and "Thôn 1" in hamlet


def test_whoever_sees_one_place_begins_there(office: PagesOffice) -> None:
    official = office.account(Role.COMMUNE_OFFICIAL, "commune")
    assert places_of(open_current(), scope_of(official)) == [COMMUNE]
    client = office.client(official)
    assert "Tân Lập" in read(client, "/")
    assert client.get(f"/areas/{COMMUNE}").status_code == 302
    assert client.get(f"/areas/{OTHER_COMMUNE}").status_code == 403


def test_pictures_drawn_before_a_target_was_decided_say_so(leader: Client) -> None:
    words = "Có chỉ tiêu hoặc mẫu số được chốt sau khi vẽ các biểu đồ này"
    told = {"by": account_named(None), "area": HOME, "scheme": "BHYT", "due": date(2023, 12, 31), **DECIDED}
    assert words not in read(leader, "/")
    set_target(rate=985_000, **told)
    assert words in read(leader, "/") and "98,50%" in read(leader, "/")
    set_target(rate=TARGET, **told)
    assert words not in read(leader, "/")


def test_a_place_that_is_not_there(leader: Client) -> None:
    assert leader.get(f"/areas/{COMMUNE}/99").status_code == 404
    assert leader.get("/areas/99999@").status_code == 404
    assert leader.get(f"/figures/{COMMUNE}/XYZ").status_code == 404


def test_pictures_stand_on_the_page_with_words(leader: Client) -> None:
    page = read(leader, "/")
    address = re.search(r'<img src="(/charts/[^"]+)" alt="([^"]+)"', page)
    assert address and "BHYT" in address[2]
    picture = leader.get(address[1])
    assert picture.headers["Content-Type"] == "image/svg+xml" and b"<svg" in picture.content
    assert leader.get(address[1].replace("missing", "nothing")).status_code == 404


def test_a_figure_opens_to_the_people_it_counts(office: PagesOffice) -> None:
    officer = office.client(office.account(Role.INSURANCE_OFFICER))
    people, _out_of, _rate = health(HOME)
    found: set[str] = set()
    address: str | None = f"/figures/{HOME}/BHYT"
    while address:
        page = read(officer, address)
        found |= set(PEOPLE.findall(page))
        more = re.search(r'rel="next" href="([^"#]+)', page)
        address = f"/figures/{HOME}/BHYT{more[1]}" if more else None
    assert len(found) == people
    seen = LookedAt.objects.filter(look__command="figure").values_list("person", flat=True)
    assert {int(number) for number in found} == set(seen)


def test_a_figure_is_cut_by_group(office: PagesOffice) -> None:
    officer = office.client(office.account(Role.INSURANCE_OFFICER))
    page = read(officer, f"/figures/{HOME}/BHYT")
    group, people = re.search(r'href="\?group=(\w+)#people">([\d.]+)<', page).groups()  # type: ignore[union-attr]
    cut = read(officer, f"/figures/{HOME}/BHYT?group={group}")
    assert len(set(PEOPLE.findall(cut))) == min(int(people.replace(".", "")), 50)


def test_a_mark_that_nobody_wrote_begins_the_list_anew(office: PagesOffice) -> None:
    officer = office.client(office.account(Role.INSURANCE_OFFICER))
    first = PEOPLE.findall(read(officer, f"/figures/{HOME}/BHYT"))
    assert PEOPLE.findall(read(officer, f"/figures/{HOME}/BHYT?after=x.1.2")) == first


def test_who_steers_sees_counts_and_nobody(leader: Client) -> None:
    page = read(leader, f"/figures/{HOME}/BHYT")
    assert not PEOPLE.findall(page) and "chỉ xem số liệu" in page


def test_employers_in_arrears(office: PagesOffice, leader: Client) -> None:
    assert "Rừng Xanh" in read(leader, "/arrears")
    refused = office.client(office.account(Role.COMMUNE_OFFICIAL, "commune")).get("/arrears")
    assert refused.status_code == 403


def test_a_fault_of_ours_leaves_a_mark_and_no_value(
    office: PagesOffice, leader: Client, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.rmtree(office.home.builds / office.build)
    answer = leader.get("/")
    mark = re.search(r"Mã lỗi: (\w+)", answer.content.decode())
    assert answer.status_code == 500 and mark
    assert mark[1] in caplog.text and "pages.py" in caplog.text
    assert not office.any_name.search(caplog.text)


def test_what_was_read_in_one_language_is_read_in_the_other(office: PagesOffice) -> None:
    account = office.account(Role.INSURANCE_OFFICER)
    for language, words in (("en", "residents’ list of"), ("vi", "danh sách"), ("en", "residents’ list of")):
        for address in ("/", f"/figures/{HOME}/BHYT"):
            page = read(office.client(account, language=language), address)
            assert words in page and (language == "en") == ("residents’ list of" in page)
