"""Who may see and do what follows from the role and from the places of the account."""

from datetime import date

import pytest

from baophu.areas.units import UnknownUnit
from baophu.base.home import Home
from baophu.base.scope import Purpose, Scope
from baophu.store.actions.accounts import (
    BadAddress,
    NameTaken,
    PlaceMissing,
    UnknownHamlet,
    UnknownRole,
    change_account,
    details_of,
    make_account,
)
from baophu.store.actions.places import NamedHamlet, add_hamlets
from baophu.store.actions.targets import set_denominator
from baophu.store.models import Account, AuditEntry, Denominator
from baophu.store.permissions import MayNot
from baophu.store.questions import NoAccount, account_named
from baophu.store.roles import Role
from baophu.store.scopes import ground, scope_of

P = Purpose
DAY = date(2023, 9, 30)
# role → purposes, whether the whole home is seen where no place is named
TRUTH = {
    "admin": (set(P), True),
    "insurance_officer": (set(P) - {P.AUDIT}, True),
    "leader": ({P.STEER, P.REPORT, P.EMPLOYERS}, True),
    "commune_official": ({P.STEER, P.VISIT, P.REPORT, P.STUDENTS}, False),
    "hamlet_head": ({P.STEER, P.VISIT}, False),
    "collector": ({P.VISIT}, False),
    "education": ({P.STEER, P.STUDENTS}, True),
    "labour_finance": ({P.STEER, P.EMPLOYERS}, True),
    "province": ({P.STEER}, True),
    "supervisor": ({P.STEER}, True),
}


def account(role: str) -> Account:
    return Account.objects.create(name=f"a-{role}", role=role)


@pytest.mark.parametrize("role", TRUTH)
def test_each_role_has_its_purposes(plain_home: Home, role: str) -> None:
    purposes, whole_home = TRUTH[role]
    scope = scope_of(account(role))
    assert scope.purposes == purposes
    assert (scope.units is None) == whole_home


def test_the_table_above_knows_every_role() -> None:
    assert set(TRUTH) == set(Role)


@pytest.mark.parametrize("role", sorted(set(TRUTH) - {"admin", "insurance_officer"}))
def test_only_the_office_takes_decisions(plain_home: Home, role: str) -> None:
    who = account(role)
    with pytest.raises(MayNot):
        set_denominator(by=who, area="614", kind="population", on=DAY, people=1, source="x")
    assert not Denominator.objects.exists()


def test_only_the_administrator_makes_accounts(operator: Account) -> None:
    officer, _password = make_account(by=operator, name="lan", role="insurance_officer")
    with pytest.raises(MayNot):
        make_account(by=officer, name="hoa", role="admin")
    assert not Account.objects.filter(name="hoa").exists()


def test_a_commune_official_sees_the_commune_before_and_after_the_merger(operator: Account) -> None:
    made, password = make_account(by=operator, name="xa", role="commune_official", units=["23485@2025-07-01"])
    assert made.check_password(password)
    assert scope_of(made).units == {"23485@2025-07-01", "23485@", "23482@"}


def test_an_official_of_a_part_does_not_see_the_whole(operator: Account) -> None:
    made, _password = make_account(by=operator, name="xa", role="commune_official", units=["23482@"])
    assert scope_of(made).units == {"23482@"}


def test_the_home_named_by_its_own_unit_is_seen_whole(operator: Account) -> None:
    made, _password = make_account(by=operator, name="bhxh", role="insurance_officer", units=["614@"])
    assert scope_of(made).units is None


def test_a_district_holds_its_communes_and_what_became_of_them() -> None:
    units = ground(frozenset({"614@"}))
    assert {"614@", "23479@", "23479@2025-07-01", "23497@2025-07-01"} <= units
    assert len(units) == 1 + 7 + 3


def test_a_hamlet_head_sees_one_hamlet(operator: Account) -> None:
    add_hamlets(by=operator, hamlets=[NamedHamlet("23497@", "Thôn 1")], source="NQ")
    made, _password = make_account(by=operator, name="thon1", role="hamlet_head", hamlets=["23497@/01"])
    scope = scope_of(made)
    assert (scope.units, scope.hamlets) == ({"23497@"}, {"23497@/01"})


def test_a_collector_sees_only_what_is_assigned(operator: Account) -> None:
    made, _password = make_account(by=operator, name="thu", role="collector", units=["23497@"])
    assert scope_of(made).assigned_to == frozenset()


def test_schools_and_employers_limit_those_who_have_them(operator: Account) -> None:
    made, _password = make_account(
        by=operator, name="gd", role="education", schools=["TH Tân Lập", "THCS Đăk Rve"]
    )
    assert scope_of(made).schools == {"th tan lap", "thcs dak rve"}
    made, _password = make_account(by=operator, name="ld", role="labour_finance", employers=["HTX Kon Rẫy"])
    assert scope_of(made).employers == {"htx kon ray"}


def test_an_account_that_is_not_active_sees_nothing(operator: Account) -> None:
    operator.is_active = False
    assert scope_of(operator) == Scope(purposes=frozenset())


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"name": "operator", "role": "leader"}, NameTaken),
        ({"name": "x", "role": "chief"}, UnknownRole),
        ({"name": "x", "role": "commune_official"}, PlaceMissing),
        ({"name": "x", "role": "hamlet_head", "units": ["23497@"]}, PlaceMissing),
        ({"name": "x", "role": "hamlet_head", "hamlets": ["23497@/77"]}, UnknownHamlet),
        ({"name": "x", "role": "collector", "units": ["99999"]}, UnknownUnit),
        ({"name": "x", "role": "leader", "email": "lan at konray"}, BadAddress),
    ],
)
def test_a_wrong_account_is_refused(
    operator: Account, wrong: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        make_account(by=operator, **wrong)
    assert Account.objects.count() == 1


def test_an_account_names_its_office_and_its_address(operator: Account) -> None:
    made, _password = make_account(
        by=operator, name="lan", role="education", office=" Phòng  GD&ĐT ", email="lan@konray.gov.vn"
    )
    assert (made.office, made.email) == ("Phòng GD&ĐT", "lan@konray.gov.vn")
    change_account(by=operator, account=made, role="province", **details_of(made))
    made.refresh_from_db()
    assert (made.role, made.office, made.email) == ("province", "Phòng GD&ĐT", "lan@konray.gov.vn")
    entry = AuditEntry.objects.latest("pk")
    assert entry.values["acts_for"] == "Phòng GD&ĐT" and "@konray" not in str(entry.values)


def test_the_one_who_acts_is_named_or_the_operator(operator: Account) -> None:
    made, _password = make_account(by=operator, name="lan", role="leader")
    assert account_named("lan") == made
    assert account_named(None) == operator
    with pytest.raises(NoAccount):
        account_named("nobody")
