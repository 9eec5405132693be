"""Empty lists of every kind are there for whoever is signed in."""

from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook
from tests.signing_in import sign_in

from baophu.base.home import Home
from baophu.store.actions.accounts import add_account
from baophu.store.questions import account_named
from baophu.store.roles import Role


@pytest.fixture
def official(plain_home: Home) -> Client:
    """A commune official, whose office fills lists in."""
    account = add_account(
        by=account_named(None), name="xa", role=Role.COMMUNE_OFFICIAL, full_name="", units=("23497@",)
    )
    return sign_in(account)


def test_every_kind_but_handed_out_worklists_can_be_downloaded(official: Client) -> None:
    told = official.get("/lists/templates").content.decode()

    assert 'href="/lists/templates/joiners_leavers"' in told
    assert "visits" not in told.partition("<main")[2]
    assert official.get("/lists/templates/visits").status_code == 404


def test_the_file_is_a_list_to_fill_in(official: Client) -> None:
    answer = official.get("/lists/templates/joiners_leavers")

    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    assert 'filename="mau-joiners-leavers.xlsx"' in answer["Content-Disposition"]
    assert (sheet["A1"].value, sheet["A3"].value, sheet["B6"].value) == (
        "Mẫu D03-TS", "Đơn vị gửi: ", "Họ và tên (*)",
    )  # fmt: skip
