"""A worklist as it is handed out: one sheet, empty columns for results, numbers by which it comes back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.makers.sheets import KON_RAY
from tests.unit.reports.konray import MADE_FOR, people

from baophu.lists.reading import read_file
from baophu.reports.facts import PersonToReach
from baophu.reports.people import LISTS
from baophu.reports.worklist import HandedOut, write_worklist

HANDED = HandedOut(12, "Trưởng thôn 1", date(2023, 10, 20))


def handed_out(number: int = 4, **fields: object) -> list[PersonToReach]:
    given = {"why": "uncovered", "scheme": "BHYT", "commune": "Xã Đăk Kôi", "hamlet": "Thôn 1"}
    return [
        replace(one, person=100 + place, name=f"A Thử {'ABCD'[place]}", **(given | fields))  # type: ignore[arg-type]
        for place, one in enumerate(people(number))
    ]


def written(folder: Path, rows: list[PersonToReach]) -> list[list[object]]:
    path = folder / "giao.xlsx"
    write_worklist(path, rows, MADE_FOR, HANDED)
    (sheet,) = load_workbook(path).worksheets
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_the_top_says_what_it_is_and_for_whom(tmp_path: Path) -> None:
    rows = written(tmp_path, handed_out())
    assert rows[1][0] == "DANH SÁCH GIAO SỐ 12: NGƯỜI CHƯA THAM GIA BHYT"
    assert rows[5][0] == "Giao cho: Trưởng thôn 1; hạn trả kết quả: 20/10/2023"


def test_households_stay_in_the_order_of_visits_hamlet_by_hamlet(tmp_path: Path) -> None:
    rows = [*handed_out(2, hamlet="Thôn 10"), *handed_out(2, hamlet="Thôn 2")]
    rows[2], rows[3] = rows[3], rows[2]
    found = [(row[0], row[1]) for row in written(tmp_path, rows)[11:]]
    assert found == [
        ("Thôn 2: 01 hộ, 02 người", None), (1, "A Thử B"), (2, "A Thử A"),
        ("Thôn 10: 01 hộ, 02 người", None), (1, "A Thử A"), (2, "A Thử B"),
    ]  # fmt: skip


def test_results_are_empty_and_offered_in_a_drop_down(tmp_path: Path) -> None:
    rows = written(tmp_path, handed_out())
    heads = [below or above for above, below in zip(rows[8], rows[9], strict=True)]
    line = dict(zip(heads, rows[12], strict=True))
    assert [line[head] for head in ("Kết quả", "Ngày đi", "Ngày hẹn", "Số biên lai", "Ghi chú")] == [None] * 5
    assert (line["Mã người"], line["Danh sách số"]) == (100, 12)
    (sheet,) = load_workbook(tmp_path / "giao.xlsx").worksheets
    offers = sheet.data_validations.dataValidation
    assert sum(cells.size["rows"] for offer in offers for cells in offer.sqref.ranges) == 4
    assert "khó khăn đề nghị hỗ trợ" in offers[0].formula1


def test_columns_that_hold_nothing_take_no_room(tmp_path: Path) -> None:
    def heads(**fields: object) -> set[object]:
        rows = written(tmp_path, handed_out(**fields))  # type: ignore[arg-type]
        return {cell for row in (rows[8], rows[9]) for cell in row}

    assert "Điện thoại" in heads(phone="0905000001")
    assert not {"Điện thoại", "Hộ", "Giới tính"} & heads(phone=None)


def test_numbers_and_sources_stay_off_the_printed_page(tmp_path: Path) -> None:
    written(tmp_path, handed_out())
    (sheet,) = load_workbook(tmp_path / "giao.xlsx").worksheets
    last = sheet.print_area.split("$")[3]
    assert sheet[f"{last}10"].value == "Ghi chú"


@pytest.mark.parametrize("kind", LISTS, ids=lambda kind: kind.sheet)
def test_every_sort_of_worklist_is_recognised_when_it_comes_back(kind: object, tmp_path: Path) -> None:
    assert kind in LISTS
    rows = handed_out(why=kind.reasons[0], scheme=kind.scheme)  # type: ignore[attr-defined]
    write_worklist(tmp_path / "giao.xlsx", rows, MADE_FOR, HANDED)
    (table,) = read_file(tmp_path / "giao.xlsx", places=KON_RAY)
    assert (table.kind, table.date, table.accepted, table.rejected) == ("visits", date(2023, 9, 30), 4, 0)
    assert table.clean["person"].to_pylist() == [100, 101, 102, 103]
    assert table.problems == []


def test_same_people_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_worklist(tmp_path / name, handed_out(), MADE_FOR, HANDED)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
