"""Every role sees what it is for and no more; what it is refused says why; looks at people are logged."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.functional.desk import Desk, init
from tests.functional.small_office import TAN_LAP, Office, write_list

from baophu.store.models import AuditEntry, Look, LookedAt

REFUSED = 12
ACCOUNTS = {
    "bhxh": ("insurance_officer",),
    "lanhdao": ("leader",),
    "congchuc": ("commune_official", "--unit", TAN_LAP),
    "truongthon": ("hamlet_head", "--hamlet", f"{TAN_LAP}/02"),
    "truongthon2": ("hamlet_head", "--hamlet", f"{TAN_LAP}/02"),
    "nhanvienthu": ("collector", "--unit", TAN_LAP),
    "giaoduc": ("education",),
    "truongkhac": ("education", "--school", "Trường THCS Đăk Rve"),
    "laodong": ("labour_finance",),
    "tinh": ("province",),
    "giamsat": ("supervisor",),
}
LAPSED_IN_THON_2 = {"Bùi Thị Lúa", "Hoàng Văn Điền"}


@pytest.fixture(scope="module")
def desk(office_2023: Office, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The office with an account of each role; one of two hamlet heads has a worklist."""
    home = tmp_path_factory.mktemp("roles") / "home"
    shutil.copytree(office_2023.desk.home, home)
    made = Desk(home)
    for name, (role, *places) in ACCOUNTS.items():
        made.do("users", "add", name, "--role", role, *places)
    handed_out = ("--why", "due_lapsed", "--area", TAN_LAP, "--hamlet", f"{TAN_LAP}/02", "--to", "truongthon")
    made.do("worklist", "make", *handed_out, user="congchuc")
    return made


def people(desk: Desk, user: str, *options: str) -> set[str]:
    return {gap["name"] for gap in desk.ask("gaps", *options, user=user)}


def areas_of(desk: Desk, user: str, *options: str) -> dict[str, int]:
    rows = desk.ask("coverage", "--scheme", "BHYT", *options, user=user)
    return {row["hamlet"] or row["area"]: row["participants"] for row in rows}


def test_the_insurance_officer_sees_everyone(desk: Desk) -> None:
    assert people(desk, "bhxh") == {gap["name"] for gap in desk.ask("gaps")}
    assert areas_of(desk, "bhxh") == {"614@": 13}


@pytest.mark.parametrize("user", ["lanhdao", "tinh", "giamsat", "laodong"])
def test_figures_without_people(desk: Desk, user: str) -> None:
    assert areas_of(desk, user) == {"614@": 13}
    for command in (
        ("gaps",),
        ("gaps", "--on", "2023-09-29"),
        ("gaps", "--out", desk.home / "none.xlsx"),
        ("rows",),
        ("person", "--name", "Y Sa"),
        ("person", "--name", "Không Có Ai"),
        ("person", "--number", "1"),
    ):
        ran = desk.run(*command, user=user)
        assert (ran.code, ran.out) == (REFUSED, "")
        assert "không được" in ran.words and "quản trị" in ran.words, ran.words


def test_a_commune_official_sees_the_people_of_the_commune(desk: Desk) -> None:
    found = desk.ask("gaps", user="congchuc")

    assert {gap["area"] for gap in found} == {TAN_LAP}
    assert {gap["name"] for gap in found} == {
        gap["name"] for gap in desk.ask("gaps") if gap["area"] == TAN_LAP
    }  # fmt: skip
    day_before = desk.ask("gaps", "--on", "2023-09-29")
    assert people(desk, "congchuc", "--on", "2023-09-29") == {
        gap["name"] for gap in day_before if gap["area"] == TAN_LAP
    }
    assert areas_of(desk, "congchuc") == {TAN_LAP: 7}
    assert areas_of(desk, "congchuc", "--by", "area") == {TAN_LAP: 7}


@pytest.mark.parametrize(
    "command",
    [
        ("coverage", "--area", "23488"),
        ("coverage", "--area", "614"),
        ("coverage", "--explain"),
        ("gaps", "--area", "23488"),
        ("rows",),
        ("report", "week"),
        ("build",),
        ("users", "add", "x", "--role", "admin"),
        ("lists", "withdraw", "1", "--why", "x"),
    ],
)
def test_what_a_commune_official_is_refused(desk: Desk, command: tuple[str, ...]) -> None:
    before = sorted((desk.home / "reports").rglob("*"))

    ran = desk.run(*command, user="congchuc")

    assert (ran.code, ran.out) == (REFUSED, "")
    assert ran.words.count("\n") >= 2  # what is refused, and what to do
    assert sorted((desk.home / "reports").rglob("*")) == before


def test_nobody_outside_the_commune_can_be_found(desk: Desk) -> None:
    inside = desk.ask("person", "--name", "vu thi sai", user="congchuc")
    assert [spell["issued_in"] for spell in inside[0]["spells"]] == ["79"]

    outside = desk.run("person", "--name", "y sa", user="congchuc")
    nobody = desk.run("person", "--name", "không có ai", user="congchuc")
    assert (outside.code, outside.words) == (nobody.code, nobody.words)
    assert outside.code == 15


def test_a_hamlet_head_sees_the_figures_of_the_hamlet_and_the_people_handed_out(desk: Desk) -> None:
    for user, seen in (("truongthon", LAPSED_IN_THON_2), ("truongthon2", set())):
        assert people(desk, user) == seen
        assert areas_of(desk, user) == {"Thôn 2": 3}
        assert desk.run("person", "--name", "nguyen van binh", user=user).code == 15


def test_a_collector_sees_only_what_was_handed_out(desk: Desk) -> None:
    assert people(desk, "nhanvienthu") == set()
    assert desk.run("person", "--name", "mai van ut", user="nhanvienthu").code in (REFUSED, 15)
    assert desk.run("coverage", user="nhanvienthu").code == REFUSED


def test_education_sees_pupils_of_its_schools(desk: Desk) -> None:
    found = desk.ask("gaps", user="giaoduc")

    assert [(gap["why"], gap["name"], gap["phone"]) for gap in found] == [("student", "Nguyễn Thị Lan", None)]
    assert people(desk, "giaoduc", "--on", "2023-09-29") == {"Nguyễn Thị Lan"}
    assert people(desk, "truongkhac") == set()
    for options in (("--why", "uncovered"), ("--why", "student,uncovered")):
        assert desk.run("gaps", *options, user="giaoduc").code == REFUSED


def test_who_may_see_what_employers_owe(desk: Desk) -> None:
    assert len(desk.ask("arrears", user="laodong")) == 2
    assert desk.run("arrears", user="congchuc").code == REFUSED
    assert desk.run("arrears", user="giaoduc").code == REFUSED


def test_a_leader_makes_the_report_which_names_nobody(desk: Desk, tmp_path: Path) -> None:
    desk.do("report", "week", "--out", tmp_path, user="lanhdao")

    (annex,) = tmp_path.glob("*.xlsx")
    cells = {
        str(cell.value)
        for sheet in openpyxl.load_workbook(annex)
        for row in sheet.iter_rows()
        for cell in row
    }
    assert not cells & {gap["name"] for gap in desk.ask("gaps")}


def test_looks_at_people_are_logged(desk: Desk) -> None:
    seen = looks(desk, "person", "--national-id", "062192000013", user="congchuc")
    assert [(look.by.name, look.purpose, look.command) for look in seen] == [("congchuc", "visit", "person")]
    (number,) = LookedAt.objects.filter(look=seen[0]).values_list("person", flat=True)
    assert desk.ask("person", "--number", number)[0]["name"] == "Vũ Thị Sài"

    (look,) = looks(desk, "gaps", "--why", "lapsed", user="truongthon")
    assert look.people.count() == 2
    assert looks(desk, "coverage", user="congchuc") == []
    assert looks(desk, "gaps", "--why", "lapsed", "--area", "23488", user="bhxh") == []


def looks(desk: Desk, *arguments: Any, user: str) -> list[Look]:
    """The looks that a command leaves."""
    desk.ask("check")
    last = Look.objects.latest("pk").pk if Look.objects.exists() else 0
    desk.ask(*arguments, user=user)
    return list(Look.objects.filter(pk__gt=last).order_by("pk"))


def test_every_decision_is_audited(desk: Desk) -> None:
    desk.ask("check")
    actions = set(AuditEntry.objects.values_list("action", flat=True))

    assert actions >= {"make_home", "keep_lists", "set_target", "set_class", "build", "make_account"}
    assert not AuditEntry.objects.filter(values__icontains="Nguyễn Văn Bình").exists()


def test_an_account_that_is_not_there(desk: Desk) -> None:
    ran = desk.run("coverage", user="không có")

    assert ran.code == REFUSED
    assert "users add" in ran.words


def test_a_namesake_inside_is_found_however_many_live_outside(tmp_path: Path) -> None:
    desk = init(tmp_path / "home")
    for commune, people in (("Đăk Ruồng", 25), ("Tân Lập", 1)):
        rows = [f"{n} | Y Hương | {n:02}/01/1990 | Nữ | Thôn 1" for n in range(1, people + 1)]
        head = f"DANH SÁCH NHÂN KHẨU XÃ {commune.upper()}, tính đến ngày 30/9/2023"
        columns = "STT | Họ và tên | Ngày sinh | Giới tính | Thôn"
        desk.receive(write_list(tmp_path / f"{commune}.csv", "\n".join([head, columns, *rows])))
    desk.build()
    desk.do("users", "add", "congchuc", "--role", "commune_official", "--unit", TAN_LAP)

    ran = desk.do("person", "--name", "y huong", "--format", "json")
    assert len(ran.data) == 20
    assert "20 " in ran.words
    (found,) = desk.ask("person", "--name", "y huong", user="congchuc")
    assert found["unit"] == TAN_LAP
