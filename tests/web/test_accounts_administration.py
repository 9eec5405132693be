"""The administrator invites, changes, deactivates with undo, unlocks and resets."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.signing_in import sign_in

from baophu.store.actions.accounts import add_account, make_account
from baophu.store.actions.invitations import open_invitation
from baophu.store.actions.places import NamedHamlet, add_hamlets
from baophu.store.actions.second_factors import has_second_factor, make_backup_codes
from baophu.store.models import Account, AuditEntry
from baophu.store.roles import Role

LINK = re.compile(r'value="http://testserver/invitation/([^"]+)"')


@pytest.fixture
def admin(operator: Account) -> Client:
    add_hamlets(by=operator, hamlets=[NamedHamlet("23497@", "Thôn 1")], source="NQ")
    return sign_in(operator)


def test_an_invitation_gives_a_link_once(admin: Client) -> None:
    assert "Tân Lập" in admin.get("/accounts/new").content.decode()
    form = {"name": "hoa", "full_name": "Trần Thị Hoa", "role": "hamlet_head", "hamlets": "23497@/01"}
    page = admin.post("/accounts/new", form).content.decode()
    found = LINK.search(page)
    assert found and open_invitation(found[1]).account.name == "hoa"
    listed = admin.get("/accounts").content.decode()
    assert "Trần Thị Hoa" in listed and "Thôn 1" in listed and found[1] not in listed


def test_the_form_says_whose_role_keeps_a_home(admin: Client) -> None:
    page = admin.get("/accounts/new").content.decode()
    assert 'id="role" name="role" aria-describedby="role-below"' in page
    assert "kể cả khi hệ thống là của một xã, cần vai trò cán bộ BHXH" in page


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"name": "operator", "role": "leader"}, "name"),
        ({"name": "", "role": "leader"}, "name"),
        ({"name": "hoa", "role": "hamlet_head", "units": "23497@"}, "places"),
        ({"name": "hoa", "role": "leader", "email": "hoa"}, "email"),
        ({"name": "hoa", "role": "chief"}, "summary"),
        ({"name": "hoa", "role": "collector", "units": "99999"}, "summary"),
    ],
)
def test_a_wrong_form_says_where(admin: Client, form: dict[str, str], field: str) -> None:
    answer = admin.post("/accounts/new", form)
    assert answer.status_code == 400
    assert (f'href="#{field}"' if field != "summary" else 'role="alert"') in answer.content.decode()
    assert Account.objects.count() == 1


def test_role_and_places_can_be_changed(admin: Client, operator: Account) -> None:
    account, _password = make_account(by=operator, name="lan", role="commune_official", units=["614@"])
    page = admin.get(f"/accounts/{account.pk}").content.decode()
    assert 'value="614@" checked' in page
    form = {
        "full_name": "Lan", "role": "education", "units": "614@", "schools": "TH Tân Lập\n\nTHCS Đăk Rve",
        "office": "Phòng GD&ĐT", "email": "lan@konray.gov.vn",
    }  # fmt: skip
    assert admin.post(f"/accounts/{account.pk}", form)["Location"] == "/accounts"
    account.refresh_from_db()
    assert account.role == Role.EDUCATION
    assert set(account.places.values_list("place", flat=True)) == {"614@", "th tan lap", "thcs dak rve"}
    page = admin.get(f"/accounts/{account.pk}").content.decode()
    assert "th tan lap" in page and "Phòng GD&amp;ĐT" in page and "lan@konray.gov.vn" in page
    assert "Phòng GD&amp;ĐT" in admin.get("/accounts").content.decode()


def test_deactivating_can_be_undone(admin: Client, operator: Account) -> None:
    account, _password = make_account(by=operator, name="lan", role="leader")
    there = admin.post(f"/accounts/{account.pk}/deactivate")["Location"]
    assert f"/accounts/{account.pk}/activate" in admin.get(there).content.decode()
    assert not Account.objects.get(pk=account.pk).is_active
    admin.post(f"/accounts/{account.pk}/activate")
    assert Account.objects.get(pk=account.pk).is_active
    assert "/activate" not in admin.get(there).content.decode()


def test_the_last_administrator_stays(admin: Client, operator: Account) -> None:
    assert admin.post(f"/accounts/{operator.pk}/deactivate").status_code == 400
    assert admin.post(f"/accounts/{operator.pk}", {"role": "leader"}).status_code == 400
    assert Account.objects.get(pk=operator.pk).role == Role.ADMIN


def test_nobody_deactivates_the_own_account(admin: Client, operator: Account) -> None:
    other, _password = make_account(by=operator, name="lan", role="admin")
    assert "/deactivate" not in admin.get(f"/accounts/{operator.pk}").content.decode()
    assert "/deactivate" in admin.get(f"/accounts/{other.pk}").content.decode()
    assert admin.post(f"/accounts/{operator.pk}/deactivate").status_code == 400
    assert Account.objects.get(pk=operator.pk).is_active


def test_accounts_stand_in_the_order_of_the_roles(admin: Client, operator: Account) -> None:
    for role in reversed(Role):
        places = {"hamlets": ["23497@/01"]} if role == Role.HAMLET_HEAD else {"units": ["23497@"]}
        add_account(by=operator, name=f"a-{role}", role=role, **places)
    page = admin.get("/accounts").content.decode()
    names = re.findall(r">a-(\w+)</a>", page)
    assert names == [role.value for role in Role]


def test_who_sees_everything_is_told_to_see_the_whole_home(admin: Client, operator: Account) -> None:
    account, _password = make_account(by=operator, name="giamsat", role="supervisor")
    assert admin.get("/accounts").content.decode().count("<td>toàn bộ</td>") == 2
    assert "toàn bộ" in sign_in(account).get("/me").content.decode()


def test_whoever_is_locked_out_is_let_in_again(admin: Client, operator: Account) -> None:
    account, password = make_account(by=operator, name="lan", role="leader")
    outside = Client()
    for _time in range(5):
        outside.post("/log-in", {"username": "lan", "password": "wrong"})
    assert "/unlock" in admin.get(f"/accounts/{account.pk}").content.decode()
    assert outside.post("/log-in", {"username": "lan", "password": password}).status_code == 403
    admin.post(f"/accounts/{account.pk}/unlock")
    assert outside.post("/log-in", {"username": "lan", "password": password}).status_code == 302
    assert "/unlock" not in admin.get(f"/accounts/{account.pk}").content.decode()


def test_second_factor_and_password_are_given_anew(admin: Client, operator: Account) -> None:
    account, _password = make_account(by=operator, name="lan", role="leader")
    make_backup_codes(by=operator, account=account)
    admin.post(f"/accounts/{account.pk}/reset-second-factor")
    assert not has_second_factor(account)
    found = LINK.search(admin.post(f"/accounts/{account.pk}/invite").content.decode())
    assert found and open_invitation(found[1]).account == account
    assert admin.post(f"/accounts/{account.pk}/backup-codes").content.decode().count("<code>") == 8
    assert has_second_factor(account)


def test_what_is_not_there_is_not_there(admin: Client, operator: Account) -> None:
    assert admin.get("/accounts/999").status_code == 404
    assert admin.post(f"/accounts/{operator.pk}/promote").status_code == 404
    assert admin.get(f"/accounts/{operator.pk}/deactivate").status_code == 405


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMIN}))
def test_nobody_else_comes_in(operator: Account, role: str) -> None:
    places = {"units": ["23497@"]} if role != Role.HAMLET_HEAD else {}
    if role == Role.HAMLET_HEAD:
        add_hamlets(by=operator, hamlets=[NamedHamlet("23497@", "Thôn 1")], source="NQ")
        places = {"hamlets": ["23497@/01"]}
    browser = sign_in(add_account(by=operator, name="x", role=role, **places))
    before = AuditEntry.objects.count()
    for address in ("/accounts", "/accounts/new", f"/accounts/{operator.pk}", "/audit"):
        assert browser.get(address).status_code == 403
        assert browser.post(f"/accounts/{operator.pk}/deactivate").status_code == 403
    assert AuditEntry.objects.count() == before


def test_more_accounts_ask_no_more_of_the_database(admin: Client, operator: Account) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            admin.get("/accounts")
        return len(queries)

    asked()
    few = asked()
    for number in range(20):
        add_account(by=operator, name=f"a{number}", role="commune_official", units=["23497@"])
    assert asked() == few


def test_many_accounts_stand_on_pages_and_are_found_by_name(admin: Client, operator: Account) -> None:
    for number in range(120):
        add_account(by=operator, name=f"a{number:03}", full_name=f"Lê Văn {number}", role="leader")
    first, second = (admin.get(f"/accounts?page={page}").content.decode() for page in (1, 2))
    assert first.count('scope="row"') == 100 and second.count('scope="row"') == 21
    assert "page=2" in first
    found = admin.get("/accounts", {"q": "văn 77"}).content.decode()
    assert "a077" in found and found.count('scope="row"') == 1
    assert 'scope="row"' not in admin.get("/accounts", {"q": "nobody"}).content.decode()
