"""Lists come as xlsx, xls, ods, csv and as web pages called xls. What a file is counts, not its name."""

from datetime import date
from pathlib import Path

import pytest
from tests.makers.archives import cut_in_half, declaring, locked, text_cell, with_sheet, write_ods
from tests.makers.sheets import DAY, KON_RAY, columns, rows_of, write_csv, write_xls, write_xlsx

from baophu.lists import workbook
from baophu.lists.reading import FoundTable, read_file
from baophu.lists.recognising import NoHeader
from baophu.lists.workbook import EmptyFile, NotAWorkbook, PasswordProtected, TooManyRows

SHEET = rows_of("""
    DANH SÁCH NHÂN KHẨU XÃ ĐĂK KÔI
    STT | Họ và tên | Ngày sinh  | Giới tính | Số CCCD
    1   | A Thui    | 05/03/1980 | Nam       | 062080001234
    2   | Y Hương   | 06/04/1985 | Nữ        | 062185001235
""")
ROWS = [(3, "A Thui", date(1980, 3, 5), "male"), (4, "Y Hương", date(1985, 4, 6), "female")]


def read(path: Path) -> FoundTable:
    (table,) = read_file(path, places=KON_RAY, on=DAY)
    return table


def rows(path: Path) -> list[tuple[object, ...]]:
    return columns(read(path), "row", "name", "birth_date", "sex")


def test_xlsx(tmp_path: Path) -> None:
    assert rows(write_xlsx(tmp_path / "list.xlsx", SHEET)) == ROWS


def test_xls(tmp_path: Path) -> None:
    """With real dates, and merged titles as every office has them."""
    sheet = [*SHEET[:2], [1, "A Thui", date(1980, 3, 5), "Nam"], [2, "Y Hương", date(1985, 4, 6), "Nữ"]]
    path = write_xls(tmp_path / "list.xls", sheet, merged=[(0, 0, 0, 4)])
    assert rows(path) == ROWS


def test_ods(tmp_path: Path) -> None:
    assert rows(write_ods(tmp_path / "list.ods", SHEET)) == ROWS


def test_xls_that_is_an_xlsx(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "list.xlsx", SHEET)
    assert rows(path.rename(tmp_path / "list.xls")) == ROWS


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_csv(tmp_path: Path, separator: str, encoding: str) -> None:
    assert rows(write_csv(tmp_path / "list.csv", SHEET, separator=separator, encoding=encoding)) == ROWS


def test_csv_in_the_old_vietnamese_code_page(tmp_path: Path) -> None:
    """cp1258 writes the tone as a sign of its own behind the letter."""
    headings = "STT;Ho\u0323 va\u0300 t\xean;Nga\u0300y sinh;Gi\u01a1\u0301i ti\u0301nh\n"
    text = headings + "1;A Thui;05/03/1980;N\u01b0\u0303\n"
    path = tmp_path / "nhan khau Dak Koi.csv"
    path.write_bytes(text.encode("cp1258"))
    assert columns(read(path), "name", "sex", "unit") == [("A Thui", "female", "23482@")]


def test_csv_with_commas_and_line_breaks_in_quotes(tmp_path: Path) -> None:
    """Rows are numbered as a spreadsheet shows them."""
    path = tmp_path / "nhan khau.csv"
    path.write_text(
        'STT,"Họ và\ntên",Năm sinh,"Địa chỉ"\n1,A Thui,1980,"Thôn 1, xã Đăk Kôi"\n', encoding="utf-8"
    )
    assert columns(read(path), "row", "name", "hamlet", "unit") == [(2, "A Thui", "Thôn 1", "23482@")]


def test_a_heading_over_two_lines_of_a_csv_file(tmp_path: Path) -> None:
    """Its second row follows right below."""
    path = tmp_path / "the.csv"
    path.write_text(
        'Họ tên;"Mã thẻ\nBHYT";"Thời hạn\nsử dụng";\n;;Từ ngày;Đến ngày\n'
        "A Thui;GD4626201234567;1/1/2023;31/12/2023\n"
    )
    (table,) = read_file(path, places=KON_RAY, on=DAY, kind="due_lapsed")
    assert columns(table, "row", "name", "from", "to") == [
        (3, "A Thui", date(2023, 1, 1), date(2023, 12, 31))
    ]


def test_a_web_page_that_calls_itself_xls(tmp_path: Path) -> None:
    path = tmp_path / "nhan khau Dak Koi.xls"
    path.write_text(
        """<html><meta charset="utf-8"><table border=1>
        <tr><th rowspan=2>STT</th><th rowspan=2>Họ và<br>tên</th><th colspan=2>Năm sinh</th></tr>
        <tr><th>Nam</th><th>Nữ</th></tr>
        <tr><td>1</td><td>A Thui</td><td>1980</td><td></td></tr></table></html>""",
        encoding="utf-8",
    )
    assert columns(read(path), "row", "name", "birth_date", "sex") == [
        (3, "A Thui", date(1980, 1, 1), "male")
    ]


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.touch()
    with pytest.raises(EmptyFile):
        read(path)


def test_a_workbook_without_a_cell(tmp_path: Path) -> None:
    with pytest.raises(EmptyFile):
        read(write_xlsx(tmp_path / "list.xlsx", []))


@pytest.mark.parametrize("name", ["list.xlsx", "list.xls", "list.pdf"])
def test_a_file_of_another_type(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"%PDF-1.7 \0\1\2 not a list")
    with pytest.raises(NotAWorkbook):
        read(path)


def test_a_file_cut_in_half(tmp_path: Path) -> None:
    with pytest.raises(NotAWorkbook):
        read(cut_in_half(write_xlsx(tmp_path / "list.xlsx", SHEET)))
    with pytest.raises(NotAWorkbook):
        read(cut_in_half(write_xls(tmp_path / "list.xls", SHEET)))


def test_a_workbook_with_a_password(tmp_path: Path) -> None:
    with pytest.raises(PasswordProtected):
        read(locked(write_xlsx(tmp_path / "list.xlsx", SHEET)))


def test_a_sheet_without_a_header(tmp_path: Path) -> None:
    with pytest.raises(NoHeader):
        read(write_xlsx(tmp_path / "list.xlsx", rows_of("1 | A Thui | 05/03/1980\n2 | Y Hương | 06/04/1985")))


def test_a_sheet_whose_last_row_is_the_last_there_can_be(tmp_path: Path) -> None:
    """A stray cell at the bottom makes no million rows of the list."""
    header = "".join(text_cell(f"{column}1", text) for column, text in zip("ABC", SHEET[1], strict=False))
    stray = text_cell("A1048576", "x")
    path = with_sheet(tmp_path / "list.xlsx", f'<row r="1">{header}</row><row r="1048576">{stray}</row>')
    (table,) = read_file(path, places=KON_RAY, on=DAY, kind="residents")
    assert (table.rows, table.rejected) == (2, 1)


def test_a_cell_in_the_farthest_corner_is_refused(tmp_path: Path) -> None:
    """Opened, it would take more memory than there is."""
    far = text_cell("XFD1048576", "x")
    path = with_sheet(
        tmp_path / "list.xlsx", f'<row r="1">{text_cell("A1", "STT")}</row><row r="1048576">{far}</row>'
    )
    with pytest.raises(TooManyRows):
        read(path)
    with pytest.raises(TooManyRows):
        read(write_ods(tmp_path / "list.ods", [["x"] * 10] * 500, repeated=10_000))


def test_more_rows_than_a_list_may_have(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert workbook.MAX_ROWS == 1_000_000
    monkeypatch.setattr(workbook, "MAX_ROWS", 1_000)
    path = tmp_path / "list.csv"
    path.write_text("STT;Họ và tên\n" + "1;A\n" * 2_000, encoding="utf-8")
    with pytest.raises(TooManyRows):
        read(path)


def test_an_archive_that_unpacks_to_too_much(tmp_path: Path) -> None:
    """More than a gigabyte, by what the archive says itself."""
    path = declaring(write_xlsx(tmp_path / "list.xlsx", SHEET), 2_000_000_000)
    with pytest.raises(TooManyRows):
        read(path)
