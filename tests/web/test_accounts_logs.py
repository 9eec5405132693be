"""Who looked at whom is read by those who watch over it, for their own area, and without names."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.signing_in import sign_in

from baophu.base.clock import today
from baophu.base.scope import Purpose
from baophu.store.actions.accounts import add_account, make_account
from baophu.store.actions.looks import log_looks
from baophu.store.models import Account, Look

HERE, THERE = "23497@", "23485@"


@pytest.fixture
def looks(operator: Account) -> list[Look]:
    lan, _password = make_account(by=operator, name="lan", role="commune_official", units=[HERE, THERE])
    units = {1001: HERE, 1002: HERE, 1003: THERE}
    return [
        log_looks(by=lan, people=[1001], purpose=Purpose.VISIT, command="household", units=units),
        log_looks(by=lan, people=[1001, 1002, 1003], purpose=Purpose.VISIT, command="people", units=units),
        log_looks(by=operator, people=[1003], purpose=Purpose.REPORT, command="gaps", units=units),
        log_looks(by=operator, people=[1004], purpose=Purpose.VISIT, command="person"),
    ]


def with_role(operator: Account, role: str, *units: str) -> Client:
    return sign_in(make_account(by=operator, name=role, role=role, units=units)[0])


def rows(browser: Client, query: str = "") -> list[str]:
    """The numbers of the looks that the page lists, as a reader could open them."""
    page = browser.get(f"/access-log?{query}").content.decode()
    return [part.split('"')[0] for part in page.split('href="/access-log/')[1:]]


def numbers(*looks: Look) -> list[str]:
    return [str(look.pk) for look in looks]


def test_a_supervisor_reads_the_log_of_the_own_area(operator: Account, looks: list[Look]) -> None:
    browser = with_role(operator, "supervisor", HERE)
    assert rows(browser) == numbers(looks[1], looks[0])
    shown = browser.get(f"/access-log/{looks[1].pk}").content.decode()
    assert "1001" in shown and "1002" in shown and "1003" not in shown
    assert browser.get(f"/access-log/{looks[2].pk}").status_code == 404
    assert browser.get("/access-log/999").status_code == 404


@pytest.mark.parametrize("role", ["admin", "insurance_officer", "supervisor"])
def test_whose_area_is_the_home_reads_all_of_it(operator: Account, looks: list[Look], role: str) -> None:
    assert rows(with_role(operator, role)) == numbers(*reversed(looks))


def test_the_log_is_filtered(operator: Account, looks: list[Look]) -> None:
    browser = with_role(operator, "supervisor")
    assert rows(browser, "account=lan") == numbers(looks[1], looks[0])
    assert rows(browser, "purpose=report") == numbers(looks[2])
    assert rows(browser, "person=1003") == numbers(looks[2], looks[1])
    assert rows(browser, f"day={today().isoformat()}&account=lan&person=1002") == numbers(looks[1])
    assert rows(browser, "day=2020-01-01") == []
    assert rows(browser, "person=x&day=x&before=x") == numbers(*reversed(looks))
    assert rows(browser, "person=" + "9" * 40) == numbers(*reversed(looks))


def test_the_log_goes_on_page_after_page(operator: Account, looks: list[Look]) -> None:
    for _number in range(60):
        log_looks(by=operator, people=[1001], purpose=Purpose.VISIT, command="person", units={1001: HERE})
    browser = with_role(operator, "supervisor", HERE)
    first = browser.get("/access-log?account=" + operator.name).content.decode()
    assert first.count('href="/access-log/') == 50
    older = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    second = browser.get("/access-log" + older).content.decode()
    assert second.count('href="/access-log/') == 10 and 'rel="next"' not in second


def test_longer_logs_ask_no_more_of_the_database(operator: Account, looks: list[Look]) -> None:
    browser = with_role(operator, "admin")

    def asked_once(address: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(address).status_code == 200
        return len(queries)

    def asked(address: str) -> int:
        """Now and then a page asks for the office's name again."""
        return min(asked_once(address) for _time in range(3))

    asked("/audit")
    few = [asked(address) for address in ("/access-log", "/audit")]
    for number in range(70):
        log_looks(by=operator, people=range(number), purpose=Purpose.VISIT, command="people")
        add_account(by=operator, name=f"a{number}", role="leader")
    assert [asked(address) for address in ("/access-log", "/audit")] == few


@pytest.mark.parametrize("role", ["leader", "commune_official", "education", "province"])
def test_others_do_not_read_the_log(operator: Account, looks: list[Look], role: str) -> None:
    browser = with_role(operator, role, HERE)
    assert browser.get("/access-log").status_code == 403
    assert browser.get(f"/access-log/{looks[0].pk}").status_code == 403


def test_the_administrator_reads_the_audit(operator: Account, looks: list[Look]) -> None:
    browser = sign_in(operator)
    Client().post("/log-in", {"username": "nobody", "password": "wrong"})
    page = browser.get("/audit").content.decode()
    assert "vai trò: công chức xã; địa bàn: Xã Đắk Tơ Lung, Xã Tân Lập" in page and "127.0.0.1" in page
    only = browser.get("/audit?action=log_in_failed").content.decode()
    assert "127.0.0.1" in only and "công chức xã" not in only
    assert "127.0.0.1" not in browser.get(f"/audit?account={operator.name}").content.decode()


def test_rows_shown_before_anyone_knows_whose_they_are(operator: Account) -> None:
    log_looks(by=operator, people=(), purpose=Purpose.LINK, command="lists/uploads/1")
    page = sign_in(operator).get("/access-log").content.decode()
    assert "chưa rõ là ai" in page


def test_the_page_that_was_open_is_told_in_words(operator: Account) -> None:
    units = {1001: HERE, 1002: HERE}
    look = log_looks(by=operator, people=units, purpose=Purpose.VISIT, command="people", units=units)
    browser = sign_in(operator)
    for address in ("/access-log", f"/access-log/{look.pk}"):
        page = browser.get(address).content.decode()
        assert "Người cần vận động</d" in page or "<td>Người cần vận động</td>" in page
        assert ">people<" not in page
