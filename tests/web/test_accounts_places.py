"""In a home of many communes one is chosen first, then it and its hamlets are ticked; without scripts too."""

from datetime import date
from pathlib import Path

import pytest
from django.db import connections
from django.test import Client
from tests.conftest import opened_copy
from tests.signing_in import sign_in

from baophu.base.home import Home
from baophu.store.actions.accounts import make_account
from baophu.store.actions.office import make_home
from baophu.store.actions.places import NamedHamlet, add_hamlets
from baophu.store.models import Account
from baophu.store.questions import account_named

COMMUNE, OTHER = "23497@", "23488@"
TYPED = {"name": "hoa", "full_name": "Trần Thị Hoa", "role": "hamlet_head"}


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a province of a hundred communes, one of them with hamlets."""
    home = Home(tmp_path_factory.mktemp("province") / "home")
    operator = make_home(home=home, area="62@", on=date(2023, 9, 30), operator="operator").operator
    add_hamlets(by=operator, hamlets=[NamedHamlet(COMMUNE, f"Thôn {n}") for n in (1, 2)], source="NQ")
    connections.close_all()
    return home.root


@pytest.fixture
def operator(province: Path, tmp_path: Path) -> Account:
    """Its administrator."""
    opened_copy(province, tmp_path)
    return account_named("operator")


@pytest.fixture
def admin(operator: Account) -> Client:
    return sign_in(operator)


def boxes(page: str) -> list[str]:
    """The places that can be ticked; those ticked with an x."""
    tags = [part.split(">")[0] for part in page.split('<input type="checkbox"')[1:]]
    return [tag.split('value="')[1].split('"')[0] + " x" * ("checked" in tag) for tag in tags]


def test_the_communes_stand_in_one_list_by_district(admin: Client) -> None:
    page = admin.get("/accounts/new").content.decode()
    assert boxes(page) == []
    assert page.count("<optgroup") == 10
    assert page.count("<option value=") > 100
    assert len(page) < 20_000


def test_a_commune_is_shown_with_its_hamlets_and_nothing_typed_is_lost(admin: Client) -> None:
    page = admin.post("/accounts/new", TYPED | {"commune": COMMUNE, "show": ""}).content.decode()
    assert boxes(page) == [COMMUNE, f"{COMMUNE}/01", f"{COMMUNE}/02"]
    assert all(f'value="{TYPED[name]}"' in page for name in ("name", "full_name"))
    assert Account.objects.count() == 1


def test_what_was_ticked_stays_when_another_commune_is_shown(admin: Client) -> None:
    chosen = {"hamlets": f"{COMMUNE}/02", "commune": OTHER, "show": ""}
    page = admin.post("/accounts/new", TYPED | chosen).content.decode()
    assert boxes(page) == [OTHER, COMMUNE, f"{COMMUNE}/01", f"{COMMUNE}/02 x"]
    admin.post("/accounts/new", TYPED | {"hamlets": f"{COMMUNE}/02", "commune": OTHER})
    assert list(account_named("hoa").places.values_list("place", flat=True)) == [f"{COMMUNE}/02"]


def test_an_account_shows_its_own_places(admin: Client, operator: Account) -> None:
    account, _password = make_account(by=operator, name="lan", role="commune_official", units=[OTHER, "614@"])
    assert boxes(admin.get(f"/accounts/{account.pk}").content.decode()) == [f"{OTHER} x", "614@ x"]
    form = {"role": "commune_official", "units": OTHER, "commune": COMMUNE, "show": ""}
    page = admin.post(f"/accounts/{account.pk}", form).content.decode()
    assert boxes(page)[:2] == [f"{OTHER} x", COMMUNE]
    assert account.places.count() == 2
