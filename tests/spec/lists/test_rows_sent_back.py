"""Rejected rows go back as a workbook like the one sent; mended they are known again, each by its number."""

import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl import load_workbook
from tests.makers.sheets import KON_RAY, columns, counts, read_rows, write_csv, write_xls

from baophu.base.words import speaking
from baophu.lists.problems import REASONS
from baophu.lists.reading import FoundTable, read_file
from baophu.lists.rejects import write_rejects
from baophu.lists.told import Known, MendsUnknown, Told

TITLE = "DANH SÁCH NGƯỜI THAM GIA BHYT XÃ TÂN LẬP"
TOP = ["STT", "Họ và tên", "Mã số BHXH", "Thời hạn thẻ", ""]
HEAD = ["", "", "", "Từ ngày", "Đến ngày"]
MERGED = ["A1:E1", "A2:A3", "B2:B3", "C2:C3", "D2:E2"]
ROWS: list[list[Any]] = [
    [TITLE],
    TOP,
    HEAD,
    ["Thôn 1"],
    [1, "A Thui", "0123456789", "1/1/2023", "31/12/2023"],
    [2, "Y Hương", "0123", "1/1/2023", "31/12/2023"],
    ["Thôn 2"],
    [3, "", "0123456780", "1/1/2023", "31/12/2023"],
]
MARK = "12/0123456789abcdef"
HEADING = f"Dòng trong tệp gốc ({MARK})"
WRONG_LENGTH, MISSING = REASONS["wrong_length"], REASONS["missing"]
KNOWN = Known(lists={MARK: Told("participants", "BHXH", date(2023, 9, 30), sheet="Tân Lập", mends=12)})


def sent_back(folder: Path, table: FoundTable, source: Path | None = None) -> Path:
    path = folder / "tra-lai.xlsx"
    with speaking("en"):
        write_rejects(path, [table], marks=[MARK], source=source)
    return path


def read_again(path: Path) -> FoundTable:
    (table,) = read_file(path, places=KON_RAY, known=KNOWN)
    return table


def test_the_workbook_is_like_the_one_sent(tmp_path: Path) -> None:
    """Titles, merged header and sections as sent; numbers as texts; the reason is a comment of its cell."""
    sheet = load_workbook(sent_back(tmp_path, read_rows(tmp_path, ROWS, merged=MERGED))).active
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert cells == [
        [TITLE, *[None] * 6],
        [
            "STT",
            "Họ và tên",
            "Mã số BHXH",
            "Thời hạn thẻ",
            None,
            "Lý do cần sửa",
            HEADING,
        ],
        [None, None, None, "Từ ngày", "Đến ngày", None, None],
        ["Thôn 1", *[None] * 6],
        [2, "Y Hương", "0123", "1/1/2023", "31/12/2023", f"Mã số BHXH: {WRONG_LENGTH}", 6],
        ["Thôn 2", *[None] * 6],
        [3, None, "0123456780", "1/1/2023", "31/12/2023", f"Họ và tên: {MISSING}", 8],
    ]
    assert {str(area) for area in sheet.merged_cells.ranges} == {*MERGED, "F2:F3", "G2:G3"}
    assert sheet["C5"].comment.text == WRONG_LENGTH
    assert sheet["C5"].number_format == "@"
    assert sheet["C5"].fill.fgColor.rgb == "FFFFC7CE"
    assert sheet["B5"].comment is None


def test_columns_are_as_wide_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "sent.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Tân & Lập")
        sheet.set_column(1, 1, 33)
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
    (table,) = read_file(path, places=KON_RAY, on=date(2023, 9, 30))
    back = load_workbook(sent_back(tmp_path, table, path)).active
    assert back.column_dimensions["B"].width == pytest.approx(33, abs=1)


def test_mended_rows_are_known_again(tmp_path: Path) -> None:
    """Kind, sender and day are those of the list that they mend, whatever its titles say."""
    path = sent_back(tmp_path, read_rows(tmp_path, ROWS, merged=MERGED))
    book = load_workbook(path)
    book.active["C5"] = "0123456700"
    book.active["A1"] = "BHYT"
    book.save(path)
    table = read_again(path)
    assert (table.kind, table.sender, table.date) == ("participants", "BHXH", date(2023, 9, 30))
    assert columns(table, "name", "insurance_number", "hamlet_name") == [("Y Hương", "0123456700", "1")]
    assert counts(table) == {"rows": 7, "accepted": 1, "rejected": 1, "structure": 5}
    assert (table.told.mends, table.returned) == (12, {5: 6, 7: 8})


def test_what_is_wrong_still_goes_back_again(tmp_path: Path) -> None:
    """With the number that it had in the first file, and without the columns of the time before."""
    table = read_again(sent_back(tmp_path, read_rows(tmp_path, ROWS, merged=MERGED)))
    sheet = load_workbook(sent_back(tmp_path, table)).active
    cells = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert [row[-1] for row in cells] == [None, 6, None, 8]
    assert sheet.max_column == 7


def test_they_are_known_after_saving_as_csv(tmp_path: Path) -> None:
    path = sent_back(tmp_path, read_rows(tmp_path, ROWS, merged=MERGED))
    rows = [[("" if cell is None else cell) for cell in row] for row in load_workbook(path).active.values]
    table = read_again(write_csv(tmp_path / "saved.csv", rows, separator="\t"))
    assert (table.told.mends, table.returned) == (12, {5: 6, 7: 8})
    assert columns(table, "name") == []


@pytest.mark.parametrize("name", ["sent.xls", "sent.csv", "sent.html.xls"])
def test_other_formats_come_back_as_workbooks(tmp_path: Path, name: str) -> None:
    rows = [[TITLE, "", "", "", ""], ["STT", "Họ và tên", "Mã số BHXH", "Từ ngày", "Đến ngày"], *ROWS[4:6]]
    path = tmp_path / name
    if name == "sent.xls":
        write_xls(path, rows, merged=[(0, 0, 0, 4)])
    elif name == "sent.csv":
        write_csv(path, rows)
    else:
        lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
        path.write_text(f"<table>{lines}</table>", encoding="utf-8")
    (table,) = read_file(path, places=KON_RAY, on=date(2023, 9, 30), sender="BHXH")
    sheet = load_workbook(sent_back(tmp_path, table)).active
    assert [cell.value for cell in sheet[3]][1:4] == ["Y Hương", "0123", "1/1/2023"]
    assert [cell.value for cell in sheet[3]][-1] == 4


def test_without_the_mark_they_are_refused(tmp_path: Path) -> None:
    """A handful of rows must not take the place of a whole list."""
    path = sent_back(tmp_path, read_rows(tmp_path, ROWS, merged=MERGED))
    book = load_workbook(path)
    for lost in (None, "Dòng trong tệp gốc", "Dòng trong tệp gốc (13/0123456789abcdef)"):
        book.active["G2"] = lost
        book.save(path)
        with pytest.raises(MendsUnknown):
            read_again(path)


def test_quotation_marks_before_formulas_come_off_again(tmp_path: Path) -> None:
    heading, row = ["Họ và tên", "Mã số BHXH", "Ghi chú"], ["A Thui", "01", "=x"]
    path = sent_back(tmp_path, read_rows(tmp_path, [[TITLE], heading, row]))
    book = load_workbook(path)
    assert book.active["C3"].value == "'=x"
    book.active["B3"] = "0123456789"
    book.save(path)
    assert columns(read_again(path), "note") == [("=x",)]


def test_a_workbook_saved_by_another_program_is_known_again(tmp_path: Path) -> None:
    """By LibreOffice, as ods."""
    path = sent_back(tmp_path, read_rows(tmp_path, ROWS, merged=MERGED))
    saved = tmp_path / "saved"
    command = ["soffice", "--headless", "--convert-to", "ods", "--outdir", str(saved), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    table = read_again(saved / "tra-lai.ods")
    assert (table.told.mends, table.returned) == (12, {5: 6, 7: 8})
