"""For which offices an account acts, and whether two names are of one office."""

from datetime import date

import pytest

from baophu.areas.offices import office_key
from baophu.base.scope import Scope
from baophu.directives.states import Party
from baophu.store.models import Account, Task, TaskAssignee
from baophu.store.roles import Role
from baophu.store.scopes import PURPOSES
from baophu.store.task_offices import (
    LeftOut,
    NamedOffice,
    communes_excepted,
    communes_left_out,
    is_own,
    office_now,
    offices_meant,
    parties,
    same_office,
)

TAN_LAP, RUONG = "23497@", "23488@"
BEFORE, SINCE = date(2023, 10, 16), date(2026, 9, 30)
OWN = "Bảo hiểm xã hội huyện Kon Rẫy"
A, G = Party.ASSIGNEE, Party.GIVER
TABLE = [
    # role                   place    office                        its unit  for whom
    (Role.ADMIN,             None,    "UBND xã Tân Lập",            TAN_LAP,  {A, G}),
    (Role.INSURANCE_OFFICER, None,    "UBND xã Tân Lập",            TAN_LAP,  {A, G}),
    (Role.INSURANCE_OFFICER, None,    "BHXH huyện",                 "",       {A}),
    (Role.LEADER,            None,    "BHXH huyện",                 "",       {G}),
    (Role.LEADER,            None,    "UBND xã Tân Lập",            TAN_LAP,  {G}),
    (Role.COMMUNE_OFFICIAL,  TAN_LAP, "UBND xã Tân Lập",            TAN_LAP,  {A}),
    (Role.COMMUNE_OFFICIAL,  TAN_LAP, "Công an xã Tân Lập",         TAN_LAP,  {A}),
    (Role.COMMUNE_OFFICIAL,  RUONG,   "UBND xã Tân Lập",            TAN_LAP,  set()),
    (Role.COMMUNE_OFFICIAL,  TAN_LAP, "BHXH huyện",                 "",       set()),
    (Role.EDUCATION,         None,    "Phòng GD&ĐT huyện",          "",       {A}),
    (Role.EDUCATION,         None,    "UBND xã Tân Lập",            TAN_LAP,  set()),
    (Role.EDUCATION,         None,    "UBND xã",                    "",       set()),
    (Role.LABOUR_FINANCE,    None,    "Phòng LĐ-TB&XH huyện",       "",       {A}),
    (Role.LABOUR_FINANCE,    None,    "Phòng Tài chính - Kế hoạch huyện", "", {A}),
    (Role.LABOUR_FINANCE,    None,    "Phòng GD&ĐT huyện",          "",       set()),
    (Role.PROVINCE,          None,    "BHXH tỉnh",                  "",       {A}),
    (Role.PROVINCE,          None,    "BHXH huyện",                 "",       set()),
    (Role.PROVINCE,          None,    "Sở Y tế",                    "",       {A}),
    (Role.PROVINCE,          None,    "BHXH cơ sở",                 "",       set()),
    (Role.HAMLET_HEAD,       TAN_LAP, "UBND xã Tân Lập",            TAN_LAP,  set()),
    (Role.COLLECTOR,         TAN_LAP, "UBND xã Tân Lập",            TAN_LAP,  set()),
    (Role.SUPERVISOR,        None,    "BHXH huyện",                 "",       set()),
]  # fmt: skip


POLICE, TEACHERS, POST = "Công an xã Tân Lập", "Phòng GD&ĐT", "Bưu điện huyện Kon Rẫy"
WITH_OFFICE = [
    # role                   place    own office                 the task's office             its unit  for whom
    (Role.COMMUNE_OFFICIAL,  TAN_LAP, POLICE,                    "Công an xã Tân Lập",         TAN_LAP,  {A}),
    (Role.COMMUNE_OFFICIAL,  TAN_LAP, POLICE,                    "UBND xã Tân Lập",            TAN_LAP,  set()),
    (Role.COMMUNE_OFFICIAL,  TAN_LAP, "Công an xã",              "Công an xã Tân Lập",         TAN_LAP,  {A}),
    (Role.COMMUNE_OFFICIAL,  TAN_LAP, "Công an xã",              "Công an xã Đăk Ruồng",       RUONG,    set()),
    (Role.COMMUNE_OFFICIAL,  RUONG,   POLICE,                    "Công an xã Tân Lập",         TAN_LAP,  set()),
    (Role.EDUCATION,         None,    TEACHERS,                  "Phòng GD&ĐT huyện",          "",       {A}),
    (Role.EDUCATION,         None,    "Trường THPT Chu Văn An",  "Phòng GD&ĐT huyện",          "",       set()),
    (Role.LABOUR_FINANCE,    None,    "Phòng Tài chính - Kế hoạch huyện", "Phòng LĐ-TB&XH huyện", "",    set()),
    (Role.PROVINCE,          None,    "Sở Y tế",                 "Sở Y tế",                    "",       {A}),
    (Role.PROVINCE,          None,    "Sở Y tế",                 "BHXH tỉnh",                  "",       set()),
    (Role.COLLECTOR,         TAN_LAP, POST,                      "Bưu điện huyện",             "",       {A}),
    (Role.HAMLET_HEAD,       TAN_LAP, "UBND xã Tân Lập",         "UBND xã Tân Lập",            TAN_LAP,  {A}),
    (Role.LEADER,            None,    "UBND huyện Kon Rẫy",      "UBND huyện Kon Rẫy",         "",       {A, G}),
    (Role.LEADER,            TAN_LAP, "UBND xã Tân Lập",         "UBND xã Tân Lập",            TAN_LAP,  {A}),
    (Role.LEADER,            TAN_LAP, "UBND xã Tân Lập",         "Công an xã Tân Lập",         TAN_LAP,  {G}),
    (Role.INSURANCE_OFFICER, None,    "Phòng LĐ-TB&XH huyện",    "BHXH huyện",                 "",       {A}),
    (Role.INSURANCE_OFFICER, None,    "Phòng LĐ-TB&XH huyện",    "Phòng LĐ-TB&XH huyện",       "",       {A}),
    (Role.ADMIN,             None,    "UBND huyện Kon Rẫy",      "Phòng GD&ĐT huyện",          "",       {A, G}),
    (Role.SUPERVISOR,        None,    "Ủy ban MTTQ huyện",       "Ủy ban MTTQ huyện",          "",       set()),
]  # fmt: skip


def acting(
    role: Role,
    place: str | None,
    office: str,
    unit: str,
    *,
    own_office: str = "",
    giver: str = "UBND huyện Kon Rẫy",
    to: int | None = None,
    active: bool = True,
) -> set[Party]:
    scope = Scope(PURPOSES[role], units=frozenset({place}) if place else None)
    account = Account(pk=7, name=role.value, role=role.value, is_active=active, office=own_office)
    row = TaskAssignee(office=office, office_key=office_key(office), unit=unit, to_id=to)
    return set(parties(account, scope, OWN, row, Task(giver=giver)))


@pytest.mark.parametrize(("role", "place", "office", "unit", "whom"), TABLE)
def test_for_whom_an_account_acts(
    role: Role, place: str | None, office: str, unit: str, whom: set[Party]
) -> None:
    assert acting(role, place, office, unit) == whom
    assert acting(role, place, office, unit, active=False) == set()


@pytest.mark.parametrize(("role", "place", "own_office", "office", "unit", "whom"), WITH_OFFICE)
def test_for_whom_an_account_with_an_office_acts(
    role: Role, place: str | None, own_office: str, office: str, unit: str, whom: set[Party]
) -> None:
    assert acting(role, place, office, unit, own_office=own_office) == whom
    assert acting(role, place, office, unit, own_office=own_office, active=False) == set()


def test_every_role_is_in_the_tables() -> None:
    assert {role for role, *_rest in TABLE} == set(Role) == {role for role, *_rest in WITH_OFFICE}


@pytest.mark.parametrize(
    ("mine", "office", "unit", "on", "own"),
    [
        ("BHXH cơ sở Kon Rẫy", "BHXH huyện Kon Rẫy", "", SINCE, True),
        ("BHXH cơ sở Kon Rẫy", "BHXH huyện Đăk Hà", "", SINCE, False),
        ("Công an xã Kon Braih", "Công an xã Tân Lập", TAN_LAP, SINCE, True),
        ("Công an xã Kon Braih", "Công an xã Tân Lập", TAN_LAP, BEFORE, False),
        ("Công an xã Kon Braih", "UBND xã Tân Lập", TAN_LAP, SINCE, False),
        ("Phòng Văn hóa - Xã hội xã Đăk Kôi", "Phòng LĐ-TB&XH huyện", "", SINCE, True),
        ("Phòng Văn hóa - Xã hội xã Đăk Kôi", "Phòng LĐ-TB&XH huyện", "", BEFORE, False),
        ("", "UBND xã Tân Lập", TAN_LAP, BEFORE, False),
    ],
)
def test_an_office_has_what_its_predecessors_were_given(
    mine: str, office: str, unit: str, on: date, own: bool
) -> None:
    assert is_own(mine, NamedOffice(office, office_key(office), unit), None, on) is own


def test_one_of_several_successors_does_not_confirm_for_the_others() -> None:
    """Today the jobs of the district's committee are those of each commune's."""
    acts = acting(Role.COMMUNE_OFFICIAL, TAN_LAP, "UBND xã Tân Lập", TAN_LAP, own_office="UBND xã Tân Lập")
    assert acts == {A}


def test_who_gave_a_task_confirms_it() -> None:
    assert acting(Role.PROVINCE, None, "BHXH huyện", "", giver="UBND tỉnh Kon Tum") == {G}
    assert acting(Role.INSURANCE_OFFICER, None, "BHXH huyện", "", giver="BHXH huyện Kon Rẫy") == {A, G}


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SUPERVISOR])
def test_whom_a_task_is_handed_to_acts_for_its_office(role: Role) -> None:
    assert A in acting(role, TAN_LAP, "Trạm Y tế xã", RUONG, to=7)


def test_a_task_handed_to_who_supervises_is_not_theirs() -> None:
    assert acting(Role.SUPERVISOR, None, "BHXH huyện", "", to=7) == set()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("BHXH huyện", "Bảo hiểm xã hội huyện Kon Rẫy", True),
        ("BHXH cơ sở Kon Rẫy", "BHXH huyện Kon Rẫy", True),
        ("BHXH huyện Đăk Hà", "BHXH huyện Kon Rẫy", False),
        ("BHXH tỉnh", "BHXH huyện Kon Rẫy", False),
        ("UBND huyện", "UBND huyện Kon Rẫy", True),
        ("UBND xã Đăk Kôi", "UBND xã Đăk Pne", False),
        ("", "UBND xã Đăk Pne", False),
    ],
)
def test_whether_two_names_are_of_one_office(one: str, other: str, same: bool) -> None:
    assert same_office(one, other) is same_office(other, one) is same


@pytest.mark.parametrize(
    ("office", "unit", "on", "now"),
    [
        ("UBND xã Tân Lập", TAN_LAP, BEFORE, "UBND xã Tân Lập"),
        ("UBND xã Tân Lập", TAN_LAP, SINCE, "UBND xã Kon Braih"),
        ("Công an thị trấn Đăk Rve", "23479@", SINCE, "Công an xã Đăk Rve"),
        ("BHXH huyện Kon Rẫy", "", BEFORE, "BHXH huyện Kon Rẫy"),
        ("BHXH huyện Kon Rẫy", "", SINCE, "BHXH cơ sở Kon Rẫy"),
        ("Hội Nông dân", "", SINCE, "Hội Nông dân"),
    ],
)
def test_who_has_an_office_s_task_on_a_day(office: str, unit: str, on: date, now: str) -> None:
    assert office_now(office, unit, on) == now


COMMUNES = ["thị trấn Đắk Rve", "xã Đắk Kôi", "xã Đắk Tơ Lung", "xã Đắk Ruồng", "xã Đắk Pne", "xã Đắk Tờ Re",
            "xã Tân Lập"]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "on", "names"),
    [
        ("UBND các xã, thị trấn", BEFORE, [f"UBND {commune}" for commune in COMMUNES]),
        ("UBND xã, thị trấn", BEFORE, [f"UBND {commune}" for commune in COMMUNES]),
        ("Công an xã", BEFORE, [f"Công an {commune}" for commune in COMMUNES]),
        ("mỗi xã, thị trấn", BEFORE, [f"UBND {commune}" for commune in COMMUNES]),
        ("mỗi xã", BEFORE, [f"UBND {commune}" for commune in COMMUNES]),
        ("Từng xã", BEFORE, [f"UBND {commune}" for commune in COMMUNES]),
        ("mỗi đơn vị xã", BEFORE, [f"UBND {commune}" for commune in COMMUNES]),
        ("các đơn vị cấp xã", BEFORE, [f"UBND {commune}" for commune in COMMUNES]),
        ("Công an từng xã", BEFORE, [f"Công an {commune}" for commune in COMMUNES]),
        ("các xã, thị trấn", BEFORE, [f"UBND {commune}" for commune in COMMUNES]),
        ("UBND các xã, phường", SINCE, ["UBND xã Đăk Rve", "UBND xã Đăk Kôi", "UBND xã Kon Braih"]),
        ("UBND các xã Tân Lập, Đăk Ruồng và thị trấn Đăk Rve", BEFORE,
         ["UBND xã Tân Lập", "UBND xã Đắk Ruồng", "UBND thị trấn Đắk Rve"]),
        ("xã Tân Lập", BEFORE, ["UBND xã Tân Lập"]),
        ("Công an xã Tân Lập", BEFORE, ["Công an xã Tân Lập"]),
        ("Bảo hiểm xã hội huyện", BEFORE, ["Bảo hiểm xã hội huyện"]),
        ("Phòng Lao động - Thương binh và Xã hội", BEFORE, ["Phòng Lao động - Thương binh và Xã hội"]),
        ("UBND thị xã", BEFORE, ["UBND thị xã"]),
    ],
)  # fmt: skip
def test_which_offices_a_directive_means(text: str, on: date, names: list[str]) -> None:
    assert [office.name for office in offices_meant(text, "614@", on)] == names


def test_a_commune_s_office_is_known_by_its_commune() -> None:
    assert [office.unit for office in offices_meant("Công an xã Tân Lập", "614@", BEFORE)] == [TAN_LAP]
    assert [office.unit for office in offices_meant("BHXH huyện", "614@", BEFORE)] == [""]


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("UBND các xã Tân Lập, Đăk Ruồng, Mường Phăng", {"Mường Phăng": LeftOut.ELSEWHERE}),
        ("UBND các xã: Tân Lập, xã Đăk Kôi; thị trấn Đăk Rve", {}),
        ("UBND các xã Mường Phăng", {"Mường Phăng": LeftOut.ELSEWHERE}),
        ("Công an các xã Tân Lập và Công an huyện", {"Công an huyện": LeftOut.UNKNOWN}),
        ("UBND các xã, thị trấn", {}),
        ("Các xã, Thị trấn", {}),
        ("UBND các xã, thị trấn trên địa bàn huyện Kon Rẫy", {}),
        ("UBND xã Mường Phăng", {}),
        ("BHXH huyện", {}),
    ],
)
def test_communes_that_are_none_of_the_home_s(text: str, left_out: dict[str, LeftOut]) -> None:
    assert communes_left_out(text, "614@", BEFORE) == left_out


def test_a_name_that_several_communes_of_the_home_have_is_left_out() -> None:
    assert communes_left_out("UBND các xã Tân Minh", "01@", BEFORE) == {"Tân Minh": LeftOut.SEVERAL}


def test_communes_of_other_places_alone_mean_none_of_the_home() -> None:
    assert offices_meant("UBND các xã Mường Phăng, Pá Khoang", "614@", BEFORE) == []


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("UBND các xã, thị trấn (trừ xã Đăk Kôi)", ["xã Đắk Kôi"]),
        ("UBND các xã trừ UBND các xã Đăk Kôi, Tân Lập", ["xã Đắk Kôi", "xã Tân Lập"]),
        ("UBND các xã", []),
    ],
)
def test_communes_that_are_excepted_get_nothing(text: str, out: list[str]) -> None:
    everyone = {one.name for one in offices_meant("UBND các xã, thị trấn", "614@", BEFORE)}
    given = {one.name for one in offices_meant(text, "614@", BEFORE)}
    assert everyone - given == {f"UBND {name}" for name in out}
    assert communes_excepted(text, "614@", BEFORE) == out


def test_an_excepted_commune_that_is_not_here_is_told() -> None:
    assert communes_left_out("UBND các xã (trừ xã Mường Phăng)", "614@", BEFORE) == {
        "Mường Phăng": LeftOut.ELSEWHERE
    }
