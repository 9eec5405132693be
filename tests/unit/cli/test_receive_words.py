"""What `receive` tells an office about the lists it was sent."""

from pathlib import Path

import pytest
from terminal import Office
from tests.offices import RESIDENTS, participants_file, residents_file

from baophu.base.home import Home


@pytest.fixture
def office(plain_home: Home, capsys: pytest.CaptureFixture[str]) -> Office:
    return Office(plain_home.root, capsys)


def file_of(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_reasons_stand_below_their_list_the_most_frequent_first(office: Office, tmp_path: Path) -> None:
    zeros = "".join(f"{n},A Thui,1970,Nam,620700001{n},H3,Con,Thôn 2,Tân Lập\n" for n in range(10, 15))
    path = residents_file(tmp_path, zeros + "15,,1970,Nam,062070000099,H4,Chủ hộ,Thôn 2,Tân Lập\n")
    for option in (["--dry-run"], []):
        assert office.run("receive", path, *option) == 0
        lines = office.err.splitlines()
        assert lines[1:3] == [
            "  5 × column Số CCCD: had lost its leading zeros; they were put back (row 9, 10, 11, …)",
            "  1 × column Họ và tên: is missing (row 14)",
        ]


def test_an_error_about_a_csv_file_names_it_once_and_no_sheet(office: Office, tmp_path: Path) -> None:
    path = file_of(tmp_path, "x.csv", "Họ và tên,Ngày sinh\nA Thui,1985\n")
    assert office.run("receive", path) == 10
    assert office.err.startswith("x.csv: which kind of list this is cannot be told.")


def test_at_most_six_lines_of_reasons(office: Office, tmp_path: Path) -> None:
    bad = [
        ",1970,Nam,062070000016",
        "A Thui 9,1970,Nam,12345",
        "A Minh,30/02/1980,Nam,062080000019",
        "A Lan,1/1/2024,Nam,062024000019",
        "A Blốt,1/1/70,Nam,062070000018",
        "A Khiêm,1/1/1971,Nam,abc",
        "A Nga,1971,?,062071000018",
    ]
    rows = "".join(f"{n},{cells},H3,Con,Thôn 2,Tân Lập\n" for n, cells in enumerate(bad, start=6))
    assert office.run("receive", residents_file(tmp_path, rows), "--dry-run") == 0
    lines = [line for line in office.err.splitlines() if line.startswith("  ")]
    assert len(lines) == 6
    assert lines[-1].startswith("  … and ")


def test_a_mended_workbook_of_rejected_rows_is_received_without_options(
    office: Office, tmp_path: Path
) -> None:
    bad = residents_file(tmp_path, "6,A Blốt,1/1/2024,Nam,,H3,Chủ hộ,Thôn 2,Tân Lập\n")
    (told,) = office.json("receive", bad, "--sender", "Công an xã Tân Lập")
    (again,) = office.json("receive", str(told["rejects"]), "--dry-run")
    for said in ("kind", "sender", "date"):
        assert again[said] == told[said]
    assert (again["rejected"], again["structure"]) == (1, 3)


def test_a_list_that_may_replace_another_is_told(office: Office, tmp_path: Path) -> None:
    sender = ["--sender", "Công an xã"]
    office.json("receive", residents_file(tmp_path), participants_file(tmp_path), *sender)
    whole = file_of(tmp_path, "nhan-khau-2.csv", RESIDENTS.replace("Hoa", "Hoà"))
    assert office.run("receive", whole, *sender) == 0
    assert "nhan-khau-2.csv: list 1 (nhan-khau.csv) of the same kind, day and sender stands too" in office.err
    assert "“baophu lists withdraw 1 --why …”" in office.err


def test_a_list_of_another_sender_or_day_or_of_few_rows_is_none(office: Office, tmp_path: Path) -> None:
    office.json("receive", residents_file(tmp_path), "--sender", "Công an xã")
    few = "".join(RESIDENTS.splitlines(keepends=True)[:5]).replace("A Thui", "A Thuy")
    others = {
        "khac.csv": (RESIDENTS.replace("Hoa", "Hà"), ["--sender", "UBND xã"]),
        "sau.csv": (RESIDENTS.replace("30/9/2023", "31/10/2023"), ["--sender", "Công an xã"]),
        "it.csv": (few, ["--sender", "Công an xã"]),
    }
    for name, (text, options) in others.items():
        assert office.run("receive", file_of(tmp_path, name, text), *options) == 0
        assert "stands too" not in office.err
