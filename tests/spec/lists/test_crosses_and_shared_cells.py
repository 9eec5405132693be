"""A cross below a heading says what the heading says; a cell or three may hold what is usually in one."""

from datetime import date
from pathlib import Path

from tests.makers.sheets import columns, problems, read_rows


def test_poor_and_near_poor_by_crosses(tmp_path: Path) -> None:
    """Two crosses in a row say two things and so nothing."""
    table = read_rows(
        tmp_path,
        """
        DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO XÃ ĐĂK KÔI
        Họ tên | Năm sinh | Hộ nghèo | Hộ cận nghèo
        A Thui | 1980 | x |
        Y Lan | 1985 | | X
        A Minh | 1990 | x | x
        """,
    )
    assert columns(table, "name", "group") == [("A Thui", "HN"), ("Y Lan", "CN")]
    assert problems(table) == [(5, "group", "unknown_word")]


def test_joiners_and_leavers_by_crosses(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        DANH SÁCH ĐỀ NGHỊ TĂNG, GIẢM THẺ BHYT
        Họ tên | Năm sinh | Mã thẻ BHYT | Tăng | Giảm
        A Thui | 1980 | | x |
        Y Lan | 1985 | DT2626201234568 | | x
        """,
    )
    assert (table.kind, columns(table, "direction")) == ("joiners_leavers", [("in",), ("out",)])


def test_pupils_by_crosses(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        DANH SÁCH HỌC SINH TRƯỜNG THCS ĐĂK KÔI
        Lớp | Họ tên | Năm sinh | Tham gia BHYT | |
            |        |          | Tại trường | Nhóm khác | Chưa tham gia
        6A | A Thui | 2012 | x | |
        6A | Y Lan | 2012 | | x |
        6A | A Minh | 2012 | | | x
        """,
    )
    assert (columns(table, "insured"), problems(table)) == ([("yes",), ("yes",), ("no",)], [])


def test_both_days_of_a_card_in_one_cell(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        DANH SÁCH NGƯỜI THAM GIA BHYT
        Họ tên | Mã thẻ BHYT | Giá trị sử dụng
        A Thui | DT2626201234568 | 01/01/2023 - 31/12/2023
        Y Lan | DT2626201234569 | Từ 01-04-2023 đến 31-03-2024
        A Minh | DT2626201234570 | hết năm
        """,
    )
    assert columns(table, "from", "to") == [
        (date(2023, 1, 1), date(2023, 12, 31)),
        (date(2023, 4, 1), date(2024, 3, 31)),
        (None, None),
    ]
    assert problems(table) == [(5, "to", "unreadable_date")]


def test_day_month_and_year_of_birth_under_headings_of_their_own(tmp_path: Path) -> None:
    rows = "Họ tên | Ngày sinh | Tháng sinh | Năm sinh\nA Thui | 5 | 3 | 1980\nY Lan | | | 1985"
    table = read_rows(tmp_path, rows, kind="residents")
    assert columns(table, "birth_date", "birth_precision") == [
        (date(1980, 3, 5), "day"),
        (date(1985, 1, 1), "year"),
    ]


def test_the_group_of_a_household_beside_its_head(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO XÃ ĐĂK KÔI
        Mã hộ | Họ tên | Năm sinh | Quan hệ | Phân loại hộ
        1 | A Thui | 1980 | Chủ hộ | Hộ nghèo
          | Y Lan | 1985 | Vợ |
        2 | A Minh | 1970 | Chủ hộ | Hộ cận nghèo
          | Y Hoa | 1975 | Vợ |
        """,
    )
    assert columns(table, "group") == [("HN",), ("HN",), ("CN",), ("CN",)]
