"""The simplest list: a title, a header, rows.

The title says what the list is, whose it is and the day it is true for. Every accepted row knows where it
stands in the file.
"""

from datetime import date
from pathlib import Path

from tests.makers.sheets import KON_RAY, columns, counts, rows_of, write_xlsx

from baophu.lists.reading import read_file

SHEET = """
    DANH SÁCH NHÂN KHẨU XÃ ĐĂK KÔI
    (Tính đến ngày 30/9/2023)
    -
    STT | Họ và tên | Ngày sinh  | Giới tính | Số CCCD      | Thôn   | Quan hệ
    1   | A THUI    | 05/03/1980 | Nam       | 062080001234 | Thôn 1 | Chủ hộ
    2   | Y Hương   | 1985       | Nữ        | 062185001235 | Thôn 1 | Vợ
"""


def test_a_plain_list(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "nhan khau.xlsx", rows_of(SHEET))
    (table,) = read_file(path, places=KON_RAY)
    assert (table.kind, table.date, table.header_row) == ("residents", date(2023, 9, 30), 4)
    assert columns(
        table, "row", "name", "name_key", "birth_date", "birth_precision", "sex", "national_id"
    ) == [
        (5, "A Thui", "a thui", date(1980, 3, 5), "day", "male", "062080001234"),
        (6, "Y Hương", "y huong", date(1985, 1, 1), "year", "female", "062185001235"),
    ]
    assert columns(table, "unit", "hamlet", "hamlet_name", "relation", "residence") == [
        ("23482@", "Thôn 1", "1", "Chủ hộ", "permanent"),
        ("23482@", "Thôn 1", "1", "Vợ", "permanent"),
    ]


def test_every_row_is_accepted_rejected_or_structure(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "nhan khau.xlsx", rows_of(SHEET + "3 | | 1990 | Nam"))
    (table,) = read_file(path, places=KON_RAY)
    assert counts(table) == {"rows": 6, "accepted": 2, "rejected": 1, "structure": 3}


def test_what_receive_reports(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "nhan khau.xlsx", rows_of(SHEET + "3 | Y Lan | 1/2/85 | Nữ | | Thôn 2"))
    (table,) = read_file(path, places=KON_RAY, sender="Công an xã Đăk Kôi")
    found = table.as_json(with_rows=True)
    assert {name: found[name] for name in ("file", "sheet", "kind", "sender", "date", "header_row")} == {
        "file": "nhan khau.xlsx",
        "sheet": "Sheet1",
        "kind": "residents",
        "sender": "Công an xã Đăk Kôi",
        "date": "2023-09-30",
        "header_row": 4,
    }
    assert (found["accepted"], found["doubtful"]) == (3, 1)
    (problem,) = found["problems"]
    assert (problem["row"], problem["column"], problem["value"]) == (7, "birth_date", "1/2/85")
    assert found["clean"][2]["birth_date"] == "1985-02-01"
    assert found["clean"][2]["doubts"] == "birth_date:two_digit_year"
