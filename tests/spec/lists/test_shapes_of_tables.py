"""Tables come in many shapes.

Titles, merged headers, column numbers, sections, totals and signatures are told from the rows, and count as
structure.
"""

from datetime import date
from pathlib import Path

import pytest
from tests.makers.sheets import KON_RAY, columns, counts, read_rows, rows_of, write_xlsx

from baophu.lists.reading import read_file

HEADER = "STT | Họ và tên | Ngày sinh | Giới tính | Quan hệ | Tình trạng cư trú\n"


def residents(folder: Path, rows: str, **options: object):  # type: ignore[no-untyped-def]
    return read_rows(folder, rows, kind="residents", **options)


def test_two_header_rows_with_merged_cells(tmp_path: Path) -> None:
    """The year of birth stands in the column of the sex."""
    table = residents(
        tmp_path,
        """
        STT | Họ và tên | Năm sinh |      | Dân tộc
            |           | Nam      | Nữ   |
        1   | A Thui    | 1980     |      | Xơ Đăng
        2   | Y Hương   |          | 1985 | Xơ Đăng
        """,
        merged=["A1:A2", "B1:B2", "C1:D1", "E1:E2"],
    )
    assert columns(table, "name", "birth_date", "birth_precision", "sex") == [
        ("A Thui", date(1980, 1, 1), "year", "male"),
        ("Y Hương", date(1985, 1, 1), "year", "female"),
    ]
    assert table.columns["male"] == "Năm sinh | Nam"
    assert counts(table) == {"rows": 4, "accepted": 2, "rejected": 0, "structure": 2}


def test_two_header_rows_without_merging(tmp_path: Path) -> None:
    """As a csv file or a careless hand leaves them."""
    table = residents(
        tmp_path,
        """
        STT | Họ và tên | Năm sinh |      | Dân tộc
            |           | Nam      | Nữ   |
        1   | A Thui    | 1980     |      | Xơ Đăng
        """,
    )
    assert columns(table, "birth_date", "sex") == [(date(1980, 1, 1), "male")]


def test_three_header_rows(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        STT | Họ và tên | Thông tin thẻ BHYT |                   |          | Ghi chú
            |           | Mã thẻ             | Thời hạn sử dụng  |          |
            |           |                    | Từ ngày           | Đến ngày |
        1   | A Thui    | HN2620620012345    | 01/01/2023        | 31/12/2023 |
        """,
        kind="participants",
        merged=["A1:A3", "B1:B3", "C1:E1", "C2:C3", "D2:E2", "F1:F3"],
    )
    assert columns(table, "card_number", "from", "to") == [
        ("HN2620620012345", date(2023, 1, 1), date(2023, 12, 31))
    ]
    assert table.header_row == 3


@pytest.mark.parametrize(
    "numbers", ["(1) | (2) | (3) | (4) | (5) | (6)", "A | B | 1 | 2 | 3 | 4=1+2", "1|2|3|4|5|6"]
)
def test_the_row_of_column_numbers(tmp_path: Path, numbers: str) -> None:
    table = residents(tmp_path, HEADER + numbers + "\n1 | A Thui | 1980 | Nam | Chủ hộ | Thường trú")
    assert counts(table) == {"rows": 3, "accepted": 1, "rejected": 0, "structure": 2}


def test_section_rows_name_the_hamlet(tmp_path: Path) -> None:
    table = residents(
        tmp_path,
        HEADER
        + """
        I  | Thôn 1
        1  | A Thui  | 1980 | Nam | Chủ hộ | Thường trú
        2  | Y Hương | 1985 | Nữ  | Vợ     | Thường trú
        II | Làng Kon Gộp (25 hộ)
        3  | A Minh  | 1990 | Nam | Chủ hộ | Tạm trú
        """,
    )
    assert columns(table, "name", "hamlet", "hamlet_name") == [
        ("A Thui", "Thôn 1", "1"),
        ("Y Hương", "Thôn 1", "1"),
        ("A Minh", "Làng Kon Gộp", "kon gop"),
    ]
    assert table.structure == 3


@pytest.mark.parametrize(
    "row",
    [
        "Thôn 2",
        "II. THÔN 2",
        "| Thôn 2",
        "B | Thôn 2",
        "- Thôn 2:",
        "Thôn 2 (12 hộ, 40 khẩu)",
        "II | Thôn 2 | 12",
    ],
)
def test_section_rows_in_any_dress(tmp_path: Path, row: str) -> None:
    table = residents(tmp_path, HEADER + row + "\n1 | A Thui | 1980 | Nam | Chủ hộ | Thường trú")
    assert columns(table, "name", "hamlet_name") == [("A Thui", "2")]


def test_sections_of_sections(tmp_path: Path) -> None:
    """A new commune ends the hamlet of the one before."""
    table = residents(
        tmp_path,
        HEADER
        + """
        A  | Xã Đăk Kôi
        I  | Thôn 1
        1  | A Thui  | 1980 | Nam | Chủ hộ | Thường trú
        B  | Xã Đăk Pne
        2  | Y Hương | 1985 | Nữ  | Chủ hộ | Thường trú
        """,
    )
    assert columns(table, "name", "unit", "hamlet") == [
        ("A Thui", "23482@", "Thôn 1"),
        ("Y Hương", "23491@", None),
    ]


def test_totals_and_signatures(tmp_path: Path) -> None:
    table = residents(
        tmp_path,
        HEADER
        + """
        1 | A Thui | 1980 | Nam | Chủ hộ | Thường trú
        2 | Y Tổng | 1980 | Nữ | Vợ | Thường trú
        Cộng thôn 1 | | 2
        | Tổng cộng | | 1
        -
        | | | Đăk Kôi, ngày 02 tháng 10 năm 2023
        | NGƯỜI LẬP BIỂU | | TRƯỞNG CÔNG AN XÃ
        -
        | Nguyễn Văn X | | Trần Văn Y
        """,
    )
    assert columns(table, "name") == [("A Thui",), ("Y Tổng",)]
    assert counts(table) == {"rows": 8, "accepted": 2, "rejected": 0, "structure": 6}


def test_a_row_after_the_total_is_still_a_row(tmp_path: Path) -> None:
    table = residents(
        tmp_path,
        HEADER
        + """
        1 | A Thui | 1980 | Nam | Chủ hộ | Thường trú
        Tổng cộng | | 1
        Người lập
        2 | Y Hương | 1985 | Nữ | Chủ hộ | Tạm trú
        """,
    )
    assert columns(table, "name") == [("A Thui",), ("Y Hương",)]


def test_a_header_printed_again_on_the_next_page(tmp_path: Path) -> None:
    page = HEADER + "(1) | (2) | (3) | (4) | (5) | (6)\n{} | {} | 1980 | Nam | Chủ hộ | Thường trú\n"
    table = residents(tmp_path, page.format(1, "A Thui") + page.format(2, "A Minh"))
    assert columns(table, "name") == [("A Thui",), ("A Minh",)]
    assert table.structure == 4


def test_two_tables_in_one_sheet(tmp_path: Path) -> None:
    path = write_xlsx(
        tmp_path / "list.xlsx",
        rows_of(
            """
            DANH SÁCH NHÂN KHẨU XÃ ĐĂK KÔI THÁNG 9 NĂM 2023
            STT | Họ và tên | Ngày sinh | Quan hệ
            1   | A Thui    | 1980      | Chủ hộ
            -
            DANH SÁCH NGƯỜI CHẾT XÃ ĐĂK PNE
            STT | Họ và tên | Năm sinh  | Ngày chết | Ghi chú
            1   | Y Lan     | 1940      | 3/9/2023  | già yếu
            """
        ),
    )
    first, second = read_file(path, places=KON_RAY)
    assert (first.kind, first.part, first.date) == ("residents", 1, date(2023, 9, 30))
    assert (second.kind, second.part, second.date) == ("deaths", 2, date(2023, 9, 30))
    assert columns(second, "name", "death_date", "unit") == [("Y Lan", date(2023, 9, 3), "23491@")]
    assert (first.rows, second.rows) == (3, 3)


def test_a_sheet_for_each_commune(tmp_path: Path) -> None:
    """The sheet's name is the commune's."""
    sheet = rows_of(HEADER + "1 | A Thui | 1980 | Nam | Chủ hộ | Thường trú")
    path = write_xlsx(tmp_path / "nhan khau T9.2023.xlsx", sheet, sheet="Đăk Kôi", others={"Dak Pne": sheet})
    tables = read_file(path, places=KON_RAY)
    assert [(table.sheet, columns(table, "unit")) for table in tables] == [
        ("Đăk Kôi", [("23482@",)]),
        ("Dak Pne", [("23491@",)]),
    ]


def test_hidden_sheets_are_left_alone(tmp_path: Path) -> None:
    sheet = rows_of(HEADER + "1 | A Thui | 1980 | Nam | Chủ hộ | Thường trú")
    path = write_xlsx(tmp_path / "list.xlsx", sheet, hidden={"Sheet2": sheet})
    assert len(read_file(path, places=KON_RAY, on=date(2023, 9, 30))) == 1


def test_a_sheet_that_is_no_list_is_told(tmp_path: Path) -> None:
    sheet = rows_of(HEADER + "1 | A Thui | 1980 | Nam | Chủ hộ | Thường trú")
    others = {
        "Hướng dẫn": [["Cách điền"]],
        "Tổng hợp": rows_of("STT | Thôn | Số hộ | Số khẩu\n1 | Thôn 1 | 20 | 90"),
    }
    path = write_xlsx(tmp_path / "list.xlsx", sheet, others=others)
    (table,) = read_file(path, places=KON_RAY, on=date(2023, 9, 30))
    assert [(one.row, one.value, one.code) for one in table.problems] == [
        (0, "Hướng dẫn", "no_header"),
        (0, "Tổng hợp", "unknown_kind"),
    ]


def test_what_is_printed_once_holds_for_the_rows_below(tmp_path: Path) -> None:
    """Household and hamlet of the first member only; repeated values are no such thing."""
    table = residents(
        tmp_path,
        """
        Hộ số | Chủ hộ | Họ và tên | Năm sinh | Quan hệ | Thôn
        01    | A Thui | A Thui    | 1980     | Chủ hộ  | Thôn 1
              |        | Y Hương   | 1985     | Vợ      |
        02    | A Minh | A Minh    | 1990     | Chủ hộ  |
              |        | Y Lan     | 2015     | Con     |
        03    | A Dũng | A Dũng    | 1970     | Chủ hộ  | Thôn 2
        """,
    )
    assert columns(table, "household", "household_head", "hamlet") == [
        ("01", "A Thui", "Thôn 1"),
        ("01", "A Thui", "Thôn 1"),
        ("02", "A Minh", "Thôn 1"),
        ("02", "A Minh", "Thôn 1"),
        ("03", "A Dũng", "Thôn 2"),
    ]


def test_a_blank_among_repeated_values_stays_blank(tmp_path: Path) -> None:
    table = residents(
        tmp_path,
        """
        Họ và tên | Năm sinh | Thôn
        A Thui    | 1980     | Thôn 1
        Y Hương   | 1985     | Thôn 1
        A Minh    | 1990     |
        Y Lan     | 2015     | Thôn 2
        A Dũng    | 2016     | Thôn 2
        """,
    )
    assert [hamlet for (hamlet,) in columns(table, "hamlet")] == [
        "Thôn 1",
        "Thôn 1",
        None,
        "Thôn 2",
        "Thôn 2",
    ]


def test_merged_cells_of_a_household(tmp_path: Path) -> None:
    table = residents(
        tmp_path,
        """
        Hộ số | Họ và tên | Năm sinh | Thôn
        01    | A Thui    | 1980     | Thôn 1
              | Y Hương   | 1985     | Thôn 1
              | Y Lan     | 2015     | Thôn 1
        """,
        merged=["A2:A4"],
    )
    assert columns(table, "household") == [("01",), ("01",), ("01",)]


def test_a_name_in_two_columns(tmp_path: Path) -> None:
    parted = residents(
        tmp_path, "STT | Họ đệm | Tên | Năm sinh | Quan hệ\n1 | NGUYỄN VĂN | AN | 1980 | Chủ hộ"
    )
    under_one_heading = residents(
        tmp_path, "STT | Họ và tên | | Năm sinh\n1 | Nguyễn Văn | An | 1980", merged=["B1:C1"]
    )
    assert columns(parted, "name") == columns(under_one_heading, "name") == [("Nguyễn Văn An",)]


def test_technical_names_below_the_headings(tmp_path: Path) -> None:
    """The insurer's own software prints a row of technical names."""
    table = residents(
        tmp_path,
        """
        STT | Họ và tên | Mã số BHXH | Ngày sinh | Chỉ có năm sinh | Giới tính
            | HoTen | MaSoBhxh | NgaySinh | ChiCoNamSinh | GioiTinh
        1 | A Thui | 6201234567 | 01/01/1980 | 2 | 1
        2 | Y Hương | 6201234568 | 05/03/1985 | 0 | 0
        """,
    )
    assert columns(table, "birth_precision", "sex") == [("year", "male"), ("day", "female")]


def test_a_section_that_says_nothing_to_this_kind_ends_no_other(tmp_path: Path) -> None:
    table = residents(
        tmp_path,
        HEADER
        + """
        I  | Thôn 1
        *  | Lớp 6A
        1  | A Thui  | 1980 | Nam | Chủ hộ | Thường trú
        """,
    )
    assert columns(table, "hamlet") == [("Thôn 1",)]


def test_a_second_table_far_below_many_titles(tmp_path: Path) -> None:
    table = HEADER + "1 | A Thui | 1980 | Nam | Chủ hộ | Thường trú\n"
    titles = "".join(f"Ghi chép số {number} của thôn\n" for number in range(100))
    second = table.replace("Quan hệ", "Quan hệ với chủ hộ").replace("A Thui", "A Minh")
    path = write_xlsx(tmp_path / "list.xlsx", rows_of(table + titles + second))
    tables = read_file(path, places=KON_RAY, on=date(2023, 9, 30), kind="residents")
    assert [columns(one, "name") for one in tables] == [[("A Thui",)], [("A Minh",)]]
    assert sum(one.rows for one in tables) == 104


def test_field_numbers_in_brackets_below_the_header(tmp_path: Path) -> None:
    """Those of a form: they need not begin with one, and some are left out."""
    table = read_rows(
        tmp_path, "Họ tên | Năm sinh | Quan hệ\n[06] | [07] | [12]\nA Thui | 1980 | Chủ hộ", kind="residents"
    )
    assert (columns(table, "name"), counts(table)["rejected"]) == ([("A Thui",)], 0)


def test_technical_names_below_a_blank_row(tmp_path: Path) -> None:
    rows = "Họ tên | Ngày sinh | Mã số BHXH\n-\nHoTen | NgaySinh | MaSoBhxh\nA Thui | 1980 | 6201234567"
    assert columns(read_rows(tmp_path, rows, kind="residents"), "row", "name") == [(4, "A Thui")]


def test_a_household_counted_in_its_section(tmp_path: Path) -> None:
    rows = "Họ tên | Năm sinh | Quan hệ\nHộ 1: A Thui (3 khẩu) | |\nY Lan | 1980 | Vợ"
    table = read_rows(tmp_path, rows, kind="residents")
    assert columns(table, "name", "household", "household_head") == [("Y Lan", "1", "A Thui")]


def test_a_section_ends_the_one_before_it(tmp_path: Path) -> None:
    """Whose data are corrected, or what is not known, does not leave with those who leave above."""
    table = read_rows(
        tmp_path,
        """
        DANH SÁCH NGƯỜI CHỈ THAM GIA BHYT (Mẫu D03-TS)
        STT | Họ tên | Mã số BHXH | Năm sinh
        II  | Giảm
        1   | A Thui | 6201234567 | 1980
        III | Điều chỉnh thông tin
        1   | Y Lan  | 6201234568 | 1985
        IV  | Cấp lại thẻ
        1   | A Minh | 6201234569 | 1990
        """,
    )
    assert columns(table, "name", "direction") == [("A Thui", "out"), ("Y Lan", "change")]
    assert [(one.row, one.column, one.code) for one in table.problems] == [(8, "direction", "missing")]


def test_sums_of_a_level_are_no_school(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        TỔNG HỢP HỌC SINH THAM GIA BHYT
        TT | Trường | Tổng số học sinh | Số HS chưa tham gia
        I  | Bậc THCS | 400 | 10
        1  | THCS Đăk Pne | 220 | 0
        2  | THCS Tân Lập | 180 | 10
        TC |          | 400 | 10
        """,
    )
    assert (columns(table, "pupils"), counts(table)["rejected"]) == ([(220,), (180,)], 0)


def test_parts_that_stand_several_times_below_headings(tmp_path: Path) -> None:
    """The amount is taken, not the rate, whether the headings above are merged or not."""
    table = read_rows(
        tmp_path,
        """
        Họ tên | Mức tiền | Phương án | NSNN hỗ trợ | | NSĐP hỗ trợ |
               |          |           | Tỷ lệ | Số tiền | Tỷ lệ | Số tiền
        A Thui | 1500000 | TM | 10 | 99.000 | 20 | 198.000
        """,
        kind="voluntary",
    )
    assert columns(table, "state_support", "province_support") == [(99_000, 198_000)]


def test_a_commune_with_sums_above_its_employers(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        STT | Tên đơn vị | Số LĐ | Tổng nợ
        I   | Xã Đăk Kôi | 52 | 40.500.000
        1   | UBND xã Đăk Kôi | 22 | 30.500.000
        2   | Trường THCS | 30 | 10.000.000
        """,
        kind="arrears",
    )
    assert columns(table, "employer", "unit") == [("UBND xã Đăk Kôi", "23482@"), ("Trường THCS", "23482@")]


def test_a_header_printed_again_below_a_section_without_rows(tmp_path: Path) -> None:
    rows = HEADER + "Thôn 1 | | | | |\n" + HEADER + "Thôn 2 | | | | |\n1 | A Thui | 1980 | Nam | Chủ hộ |"
    table = residents(tmp_path, rows)
    assert columns(table, "name", "hamlet") == [("A Thui", "Thôn 2")]
    assert counts(table) == {"rows": 5, "accepted": 1, "rejected": 0, "structure": 4}
