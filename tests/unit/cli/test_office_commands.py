"""The commands of an office, from an empty folder to a build, as they are typed."""

import csv
import json
import re
from pathlib import Path

import pytest
from openpyxl import Workbook
from terminal import Office
from tests.offices import no_list_file, participants_file, residents_file

from baophu.base.home import Home
from baophu.store.models import ReceivedList
from baophu.store.opening import open_home


@pytest.fixture
def office(plain_home: Home, capsys: pytest.CaptureFixture[str]) -> Office:
    return Office(plain_home.root, capsys)


def test_init_makes_a_home_and_shows_the_password_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = Office(tmp_path / "new", capsys)
    assert office.run("init", "--area", "23485", "--on", "2026-09-30", "--name", "UBND xã Đăk Kôi") == 0
    assert office.out == ""
    assert re.search(r"UBND xã Đăk Kôi.*\n.*password \S{16} ", office.err)
    assert (office.root / "secret").exists()
    assert office.run("init", "--area", "23485", "--on", "2026-09-30") == 11


def test_the_letterhead_is_set_in_parts_and_shown(office: Office) -> None:
    signer = ["--signer-title", "Phó Giám đốc", "--signer-name", "Nguyễn Văn Mẫu"]
    assert (
        office.run("office", "set", "--place", "Kon Rẫy", *signer, "--copy", "Lưu: VT", "--copy", "UBND") == 0
    )
    assert office.run("office", "set", "--superior", "BHXH TỈNH KON TUM") == 0
    assert "Office above it         BHXH TỈNH KON TUM" in office.out
    (told,) = office.json("office", "show")
    assert (told["place"], told["signer_name"], told["superior"]) == (
        "Kon Rẫy",
        "Nguyễn Văn Mẫu",
        "BHXH TỈNH KON TUM",
    )
    assert (told["copies"], told["addressees"]) == (["Lưu: VT", "UBND"], [])
    assert office.run("office", "set") == 10
    assert "at least one part" in office.err


def test_the_office_says_how_many_decide_who_is_who(office: Office) -> None:
    (told,) = office.json("office", "deciders", "1")
    assert told["one_decides"] is True
    assert office.run("office", "show") == 0
    assert "Deciders of who is who  one person\n" in office.out
    assert office.json("office", "deciders", "2")[0]["one_decides"] is False
    assert office.run("office", "deciders", "3") == 10


def test_receive_says_what_it_read_and_where_every_row_went(office: Office, tmp_path: Path) -> None:
    (told,) = office.json("receive", residents_file(tmp_path), "--sender", "Công an xã")
    assert (told["kind"], told["sender"], told["date"]) == ("residents", "Công an xã", "2023-09-30")
    assert told["rows"] == told["accepted"] + told["rejected"] + told["structure"] == 8  # type: ignore[operator]
    assert (told["kept"], told["header_row"], told["problems"]) == (True, 3, [])
    assert "clean" not in told
    assert "5 accepted" in office.err
    assert "2 new hamlets" in office.err


def test_receive_gives_the_rows_where_asked(office: Office, tmp_path: Path) -> None:
    (told,) = office.json("receive", residents_file(tmp_path), "--rows")
    rows = told["clean"]
    assert isinstance(rows, list)
    assert [row["name"] for row in rows][:2] == ["A Thui", "Y Hương"]


def test_a_dry_run_keeps_nothing(office: Office, tmp_path: Path) -> None:
    (told,) = office.json("receive", residents_file(tmp_path), "--dry-run")
    assert (told["accepted"], told["kept"], told["list"]) == (5, False, None)
    assert office.json("lists", "list") == []
    assert list((office.root / "received").iterdir()) == []


def test_the_same_file_again_is_told(office: Office, tmp_path: Path) -> None:
    path = residents_file(tmp_path)
    office.json("receive", path)
    (told,) = office.json("receive", path)
    assert told["kept"] is False
    assert "was received before" in office.err
    assert len(office.json("lists", "list")) == 1


def test_a_file_that_fails_stops_no_other(office: Office, tmp_path: Path) -> None:
    files = [no_list_file(tmp_path), tmp_path / "nothing.xlsx", residents_file(tmp_path)]
    assert office.run("receive", *files) == 10
    assert "ghi-chu.csv" in office.err
    assert "nothing.xlsx that can be read" in office.err
    assert [one["file"] for one in office.json("lists", "list")] == ["nhan-khau.csv"]


def test_rejected_rows_go_to_a_workbook_beside_the_reports(office: Office, tmp_path: Path) -> None:
    bad = "6,,01/01/1970,Nam,062070000016,H3,Chủ hộ,Thôn 2,Tân Lập\n"
    (told,) = office.json("receive", residents_file(tmp_path, bad))
    assert told["rejected"] == 1
    workbook = Path(str(told["rejects"]))
    assert workbook.parent == office.root / "reports"
    assert workbook.is_file()
    assert str(workbook) in office.err


def test_build_tells_its_stages_and_that_nothing_changed(office: Office, tmp_path: Path) -> None:
    office.json("receive", residents_file(tmp_path), participants_file(tmp_path))
    assert office.run("build") == 0
    assert office.out == ""
    assert "read: 8 rows of lists" in office.err
    assert "is current; it answers for 30/9/2023" in office.err
    assert office.run("build") == 0
    assert "Nothing has changed" in office.err


def test_a_list_is_withdrawn_by_its_number(office: Office, tmp_path: Path) -> None:
    office.json("receive", residents_file(tmp_path))
    assert office.run("lists", "withdraw", "1", "--why", "sai tệp") == 0
    (told,) = office.json("lists", "list")
    assert told["why_withdrawn"] == "sai tệp"
    open_home(Home(office.root))
    assert not ReceivedList.standing.exists()


def test_areas_tells_what_became_of_a_unit(office: Office) -> None:
    told = office.json("areas", "23485@", "--became")
    assert [(one["relation"], one["area"]) for one in told] == [
        ("itself", "23485@"),
        ("became", "23485@2025-07-01"),
    ]
    assert len(office.json("areas", "614", "--on", "2023-09-30", "--children")) == 8
    told = office.json("areas", "23485@2026-09-30", "--was")
    assert {one["area"] for one in told if one["relation"] == "was"} == {"23482@", "23485@"}


def test_areas_finds_all_units_of_a_name(office: Office) -> None:
    told = office.json("areas", "Đăk Kôi")
    assert {"23482@", "23485@2025-07-01"} == {one["area"] for one in told}
    assert office.run("areas", "dak koi", "--on", "2026-09-30") == 0
    assert re.search(r"itself +23485@2025-07-01 +Xã Đăk Kôi +commune +Tỉnh Quảng Ngãi", office.out)
    assert office.run("areas", "Xyzzy") == 12
    assert "no unit “Xyzzy”" in office.err


def test_targets_are_set_listed_and_imported(office: Office, tmp_path: Path) -> None:
    given = ["--issuer", "UBND tỉnh", "--document", "QĐ 12", "--decided-on", "5/1/2023", "--by", "31/12/2023"]
    assert office.run("targets", "set", "--area", "614", "--scheme", "BHYT", "--rate", "97,89", *given) == 0
    people = ["--area", "614", "--scheme", "BHXH_TN", "--people", "1457"]
    assert office.run("targets", "set", *people, *given) == 0
    assert office.run("targets", "set", "--area", "614", "--scheme", "BHXH_TN", *given) == 15
    path = tmp_path / "chi-tieu.csv"
    path.write_text(
        "Địa bàn,Loại hình,Chỉ tiêu (%),Đến ngày,Văn bản,Cơ quan ban hành,Ngày ban hành\n"
        '614,BHXH,"18,8",31/12/2023,QĐ 12,UBND tỉnh,5/1/2023\n'
        "614,BHTN,9.5%,31/12/2023,QĐ 12,UBND tỉnh,5/1/2023\n",
        encoding="utf-8",
    )
    assert office.run("targets", "import", path) == 0
    told = office.json("targets", "list")
    assert [(one["scheme"], one["rate"], one["people"]) for one in told] == [
        ("BHTN", "9.500000", None),
        ("BHXH", "18.800000", None),
        ("BHXH_TN", None, 1457),
        ("BHYT", "97.890000", None),
    ]
    assert office.run("targets", "list") == 0


def test_an_import_with_a_wrong_row_changes_nothing(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "chi-tieu.csv"
    path.write_text(
        "area,scheme,rate,by,document,issuer,decided_on\n"
        "614,BHXH,18.8,2023-12-31,QĐ 12,UBND tỉnh,2023-01-05\n"
        "614,BHTN,nhiều,2023-12-31,QĐ 12,UBND tỉnh,2023-01-05\n",
        encoding="utf-8",
    )
    assert office.run("targets", "import", path) == 10
    assert "Row 3: “nhiều” is not a number." in office.err
    assert office.json("targets", "list") == []


def test_an_import_without_its_columns_names_those_found(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "chi-tieu.csv"
    path.write_text("area,scheme\n614,BHXH\n", encoding="utf-8")
    assert office.run("targets", "import", path) == 10
    assert "by, document, issuer, decided_on" in office.err
    assert "Found: area, scheme" in office.err


def test_hamlets_are_imported_from_a_workbook(office: Office, tmp_path: Path) -> None:
    book = Workbook()
    for row in (
        ["Xã", "Thôn", "Tên khác"],
        ["Tân Lập", "Thôn 1", None],
        ["Đắk Ruồng", "Kon Skôi", "Thôn 5; Làng Kon Xkôi"],
        [23497, "Thôn 2", ""],
    ):
        book.active.append(row)
    book.save(tmp_path / "thon.xlsx")
    assert office.run("hamlets", "import", tmp_path / "thon.xlsx") == 0
    assert "3 new hamlets, 5 names learnt." in office.err
    told = {one["hamlet"]: one for one in office.json("hamlets", "list")}
    assert set(told) == {"23488@/01", "23497@/01", "23497@/02"}
    assert told["23488@/01"]["names"] == ["5", "kon skoi", "kon xkoi"]


def test_a_hamlet_of_an_unknown_commune_is_refused(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "thon.csv"
    path.write_text("commune,hamlet\nTân Lập,Thôn 1\nHà Nội,Thôn 2\n", encoding="utf-8")
    assert office.run("hamlets", "import", path) == 10
    assert "Row 3: The home has no commune “Hà Nội”." in office.err
    assert office.json("hamlets", "list") == []


def test_classes_are_set_and_imported(office: Office, tmp_path: Path) -> None:
    zone = ["--kind", "zone", "--value", "III", "--source", "QĐ 861", "--from", "4/6/2021"]
    assert office.run("classes", "set", "--place", "23494@", *zone) == 0
    path = tmp_path / "phan-loai.csv"
    path.write_text(
        "Địa bàn,Loại,Giá trị,Từ ngày,Đến ngày,Văn bản\n23497@,zone,I,4/6/2021,31/12/2025,QĐ 861\n",
        encoding="utf-8",
    )
    assert office.run("classes", "import", path) == 0
    told = office.json("classes", "list")
    assert [(one["place"], one["value"], one["to"]) for one in told] == [
        ("23494@", "III", None),
        ("23497@", "I", "2025-12-31"),
    ]


def test_a_class_needs_no_day_and_an_unknown_one_is_told(office: Office) -> None:
    rest = ["--value", "II", "--source", "QĐ 861"]
    assert office.run("classes", "set", "--place", "23485", "--kind", "zone", *rest) == 0
    assert "23485@: zone II stands." in office.err
    assert office.run("classes", "set", "--place", "23485", "--kind", "vung", *rest) == 15
    assert office.err.startswith("There is no class “vung”.\nKnown: zone, ")


def test_denominators_are_set_and_listed(office: Office) -> None:
    count = ["--kind", "population", "--on", "30/9/2023", "--people", "31.701", "--source", "Công an huyện"]
    assert office.run("denominators", "set", "--area", "614", *count) == 0
    (told,) = office.json("denominators", "list")
    assert (told["area"], told["people"], told["source"]) == ("614@", 31_701, "Công an huyện")


def test_users_are_made_and_act_within_their_role(office: Office) -> None:
    assert office.run("users", "add", "xa", "--role", "commune_official", "--unit", "23497@") == 0
    assert re.search(r"password \S{16} ", office.err)
    assert office.run("--as", "xa", "users", "add", "ban", "--role", "admin") == 12
    assert office.run("users", "list", "--format", "csv") == 0
    assert [row["name"] for row in csv.DictReader(office.out.splitlines())] == ["operator", "xa"]


def test_check_proves_a_home_sound_or_says_what_is_not(office: Office, tmp_path: Path) -> None:
    office.json("receive", residents_file(tmp_path))
    assert office.run("check") == 0
    assert "is sound" in office.err
    (kept,) = (office.root / "received").rglob("*.csv")
    kept.unlink()
    assert office.run("check", "--format", "json") == 18
    assert json.loads(office.out) == [{"problem": "The received file nhan-khau.csv is missing."}]
