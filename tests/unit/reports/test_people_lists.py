"""Lists of people to reach: a sheet for each list and commune, hamlets as sections, no formula."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.unit.reports.konray import MADE_FOR, people

from baophu.gaps.status import Why
from baophu.reports.facts import PersonToReach
from baophu.reports.people import LISTS, sheet_name, write_gaps


def written(rows: list[PersonToReach], folder: Path) -> dict[str, Worksheet]:
    path = folder / "people.xlsx"
    write_gaps(path, rows, MADE_FOR)
    workbook = load_workbook(path)
    return {name: workbook[name] for name in workbook.sheetnames}


def lines(sheet: Worksheet) -> list[dict[str, object]]:
    """Rows below the head, by heading; section rows have only the first cell."""
    rows = list(sheet.iter_rows(values_only=True))
    upper = next(number for number, row in enumerate(rows) if row[0] == "STT")
    heads = [below or above for above, below in zip(rows[upper], rows[upper + 1], strict=True)]
    return [dict(zip(heads, map(_day, row), strict=True)) for row in rows[upper + 3 :]]


def _day(value: object) -> object:
    return value.date() if isinstance(value, datetime) else value


def person(**fields: object) -> PersonToReach:
    return replace(people(1)[0], **fields)  # type: ignore[arg-type]


def test_a_sheet_for_each_list_and_commune(tmp_path: Path) -> None:
    names = list(written(people(60), tmp_path))
    assert names[:4] == [
        "Chưa TG – Đăk Kôi",
        "Chưa TG – Đăk Rve",
        "Đến hạn, GĐ – Đăk Kôi",
        "Đến hạn, GĐ – Đăk Rve",
    ]
    assert len(names) == 12


def test_every_reason_has_its_list() -> None:
    assert {reason for one in LISTS for reason in one.reasons} == {why.value for why in Why}


def test_hamlets_are_sections_and_the_due_stand_by_their_last_day(tmp_path: Path) -> None:
    rows = [
        person(why="due", hamlet="Thôn 2", household="1", name="Muộn", act_by=date(2023, 11, 1)),
        person(why="lapsed", hamlet="Thôn 2", household="2", name="Sớm", act_by=date(2023, 10, 2)),
        person(why="due", hamlet="", household="3", name="Không rõ", act_by=date(2023, 10, 1)),
        person(why="due", hamlet="Thôn 10", household="4", name="Khác", act_by=date(2023, 10, 1)),
    ]
    (sheet,) = written(rows, tmp_path).values()
    found = [(line["STT"], line["Họ và tên"]) for line in lines(sheet)]
    assert found == [
        ("Thôn 2: 02 hộ, 02 người", None), (1, "Sớm"), (2, "Muộn"),
        ("Thôn 10: 01 hộ, 01 người", None), (1, "Khác"),
        ("Chưa xác định thôn: 01 hộ, 01 người", None), (1, "Không rõ"),
    ]  # fmt: skip


def test_a_line_as_it_is_handed_out(tmp_path: Path) -> None:
    row = person(
        national_id="062079001234", birth_date=date(1979, 1, 1), birth_precision="year", groups="HN, DT"
    )
    (sheet,) = written([row], tmp_path).values()
    assert lines(sheet)[1] == {
        "STT": 1,
        "Hộ": "00000",
        "Họ và tên": "A Thử",
        "Ngày sinh": "1979",
        "Giới tính": "Nam",
        "Số định danh": "0•••••••1234",
        "Điện thoại": None,
        "Từ ngày": date(2023, 7, 12),
        "Nhóm có thể tham gia": "HN, DT: hộ nghèo",
        "Việc cần làm": "Xã báo tăng (D03-TS)",
        "Người dân đóng": 0,
        "Nhà nước hỗ trợ": 972_000,
        "Kết quả": None,
        "Ngày hẹn": None,
        "Ghi chú": None,
        "Nguồn (tệp#trang!dòng)": "dan-cu.xlsx#Thôn 0!8",
    }


def test_voluntary_insurance_has_sheets_of_its_own(tmp_path: Path) -> None:
    names = written([person(why="due", scheme="BHXH_TN"), person(why="due")], tmp_path)
    assert list(names) == ["Đến hạn, GĐ – Đăk Kôi", "Đến hạn TN – Đăk Kôi"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_text_never_becomes_a_formula(start: str, tmp_path: Path) -> None:
    (sheet,) = written([person(name=start + "1+1")], tmp_path).values()
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == start + "1+1")
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_no_national_id_leaves_the_file_whole(tmp_path: Path) -> None:
    sheets = written(people(60), tmp_path)
    texts = {str(cell.value) for sheet in sheets.values() for row in sheet.iter_rows() for cell in row}
    assert not texts & {row.national_id for row in people(60)}


def test_nobody_to_reach(tmp_path: Path) -> None:
    (sheet,) = written([], tmp_path).values()
    assert sheet["A1"].value == "Không có người cần vận động"


def test_a_person_of_no_known_place_is_not_dropped(tmp_path: Path) -> None:
    ((name, sheet),) = written([person(commune="", hamlet="")], tmp_path).items()
    assert name == "Chưa TG – Chưa xác định xã"
    assert [line["STT"] for line in lines(sheet)] == ["Chưa xác định thôn: 01 hộ, 01 người", 1]


def test_names_of_sheets() -> None:
    taken: set[str] = set()
    made = [sheet_name("Đến hạn, GĐ – Một xã tên rất dài ở vùng sâu", taken) for _ in range(2)]
    assert made == ["Đến hạn, GĐ – Một xã tên rất dà", "Đến hạn, GĐ – Một xã tên rất 2"]
    assert sheet_name("A/B: [C]?", taken) == "A B C"


def test_same_people_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_gaps(tmp_path / name, people(40), MADE_FOR)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_each_list_says_how_good_it_is(tmp_path: Path) -> None:
    made = replace(MADE_FOR, quality=lambda why, scheme, commune: [f"{why} {scheme} {commune}"])
    rows = [person(why="uncovered"), person(why="due", scheme="BHXH_TN")]
    write_gaps(tmp_path / "people.xlsx", rows, made)
    workbook = load_workbook(tmp_path / "people.xlsx")
    assert [sheet["A6"].value for sheet in workbook] == [
        "uncovered BHYT Xã Đăk Kôi", "due BHXH_TN Xã Đăk Kôi"
    ]  # fmt: skip
