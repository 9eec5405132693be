"""Accounts at the terminal: made, invited, unlocked, deactivated, given a second factor anew."""

import re

import pytest
from terminal import Office
from tests.signing_in import request_from

from baophu.base.home import Home
from baophu.store.actions.invitations import accept_invitation
from baophu.store.actions.logins import LockedOut, WrongNameOrPassword, begin_log_in, finish_log_in
from baophu.store.actions.second_factors import has_second_factor
from baophu.store.models import Account

PASSWORD = "con trâu đi trước"


@pytest.fixture
def office(plain_home: Home, capsys: pytest.CaptureFixture[str]) -> Office:
    return Office(plain_home.root, capsys)


def test_an_invitation_is_a_link(office: Office) -> None:
    told = ["--role", "hamlet_head", "--address", "https://baophu.example/"]
    assert office.run("users", "invite", "hoa", *told) == 15
    assert office.run("users", "invite", "hoa", "--role", "leader", *told[2:]) == 0
    link = re.fullmatch(r"https://baophu\.example/invitation/(\S{43})\n", office.out)
    assert link and "hoa alone" in office.err
    accept_invitation(token=link[1], password=PASSWORD)
    begin_log_in(request=request_from(), name="hoa", password=PASSWORD)
    assert office.run("users", "invite", "hoa") == 0
    assert office.out.startswith("http://localhost:8000/invitation/")
    assert office.run("users", "invite", "nobody") == 12


def test_what_is_not_given_stays_when_an_account_is_changed(office: Office) -> None:
    told = ["--office", "Phòng GD&ĐT", "--email", "lan@konray.gov.vn", "--full-name", "Lan"]
    assert office.run("users", "add", "lan", "--role", "education", "--unit", "23497@", *told) == 0
    assert office.run("users", "change", "lan", "--office", "Sở GD&ĐT") == 0
    assert office.run("users", "change", "lan", "--email", "lan at konray") == 15
    now = office.json("users", "list")[1]
    assert (now["office"], now["email"], now["full_name"]) == ("Sở GD&ĐT", "lan@konray.gov.vn", "Lan")
    assert (now["role"], now["places"]) == ("education", ["23497@"])


def test_an_account_is_closed_and_opened_again(office: Office) -> None:
    office.run("users", "add", "lan", "--role", "leader")
    assert office.run("users", "deactivate", "lan") == 0
    assert office.json("users", "list")[1]["active"] is False
    assert office.run("--as", "lan", "users", "list") == 12
    assert office.run("users", "activate", "lan") == 0
    assert office.json("users", "list")[1]["active"] is True
    assert office.run("users", "deactivate", "operator") == 15


def test_who_failed_too_often_is_unlocked(office: Office) -> None:
    office.run("users", "add", "lan", "--role", "leader")
    for _time in range(5):
        with pytest.raises((WrongNameOrPassword, LockedOut)):
            begin_log_in(request=request_from(), name="lan", password="wrong")
    assert office.json("users", "list")[1]["locked"] is True
    assert office.run("users", "unlock", "lan") == 0
    assert office.json("users", "list")[1]["locked"] is False


def test_a_second_factor_is_given_and_taken_away(office: Office) -> None:
    office.run("users", "add", "lan", "--role", "leader")
    found = re.search(r"password (\S+) ", office.err)
    assert found
    assert office.run("users", "backup-codes", "lan") == 0
    codes = re.findall(r"^\w{4}-\w{4}$", office.out, re.MULTILINE)
    assert len(codes) == 8
    request = request_from()
    begin_log_in(request=request, name="lan", password=found[1])
    finish_log_in(request=request, code=codes[-1])
    assert office.run("users", "reset-second-factor", "lan") == 0
    assert not has_second_factor(Account.objects.get(name="lan"))


@pytest.mark.parametrize("step", ["unlock", "reset-second-factor", "backup-codes", "deactivate", "activate"])
def test_only_the_administrator_takes_these_steps(office: Office, step: str) -> None:
    office.run("users", "add", "lan", "--role", "insurance_officer")
    assert office.run("--as", "lan", "users", step, "operator") == 12
    assert office.run("users", step, "nobody") == 12
