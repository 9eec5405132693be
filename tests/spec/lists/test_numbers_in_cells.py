"""Money is whole đồng, however written; identifiers are text, and eaten zeros are put back with a doubt."""

from pathlib import Path

import pytest
from tests.makers.sheets import DAY, columns, problems, read_cells, read_rows


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        (1234567, 1234567),
        (1234567.0, 1234567),
        ("1234567", 1234567),
        ("1.234.567", 1234567),
        ("1,234,567", 1234567),
        ("1 234 567", 1234567),
        ("1.617,981", 1617981),
        ("1.234.567 đ", 1234567),
        ("1.234.567 đồng", 1234567),
        ("1.234.567,00", 1234567),
        ("84,746 triệu", 84746000),
        ("1,5 tỷ", 1500000000),
        ("(1.200)", -1200),
        ("-1.200", -1200),
        ("0", 0),
        ("'1.200", 1200),
        ("1.617.981", 1617981),
        ("1,617,981", 1617981),
        ("1.234.567,000", 1234567),
        ("1,234,567.00", 1234567),
        ("1 234 567,00", 1234567),
        ("948.288.562đ", 948288562),
        ("948.288.562 VNĐ", 948288562),
        ("₫ 948.288.562", 948288562),
        ("32 nghìn", 32000),
        ("32 nghìn triệu", 32000000000),
        ("1 tỷ 200 triệu", 1200000000),
        ("5 triệu đồng", 5000000),
        ("1.200-", -1200),
        ("−1.200", -1200),
        (1234567.004, 1234567),
    ],
)
def test_an_amount(tmp_path: Path, cell: object, amount: int) -> None:
    table = read_rows(tmp_path, [["Tên đơn vị", "Số tiền nợ"], ["Trường TH", cell]], kind="arrears")
    assert columns(table, "amount", "doubts") == [(amount, "")]


def test_an_amount_that_is_no_whole_number(tmp_path: Path) -> None:
    rows = [
        ["Tên đơn vị", "Số tiền nợ"],
        ["Trường A", 1200.5],
        ["Trường B", "98,31"],
        ["Trường C", "chưa rõ"],
    ]
    table = read_rows(tmp_path, rows, kind="arrears")
    assert columns(table, "amount", "doubts") == [(1201, "amount:fraction"), (98, "amount:fraction")]
    assert problems(table)[2:] == [(4, "amount", "unreadable_number")]


@pytest.mark.parametrize(
    "cell",
    ["trên 1.000", "gần 5 triệu", "khoảng 500", ">1000", "~1000", "1.000-1.500", "1000+", "98,31%", "1_000",
     "nan", "inf", "(1.200", "--5", "12 34", "1.2.3", "²", "84.746 triệu", "1.617,000", "1.234.567,891",
     "5 triệu 200"],
)  # fmt: skip
def test_an_amount_that_may_be_read_in_two_ways_or_none_is_not_read(tmp_path: Path, cell: object) -> None:
    """Before “triệu” a single dot may be either sign; so may a comma before three zeros."""
    rows = [["Tên đơn vị", "Số tiền nợ"], ["Trường A", cell], ["Trường B", 1]]
    table = read_rows(tmp_path, rows, kind="arrears")
    assert columns(table, "employer", "amount") == [("Trường B", 1)]
    assert problems(table) == [(2, "amount", "unreadable_number")]


@pytest.mark.parametrize(
    ("cell", "code"),
    [("1.23E+08", "rounded"), (1.617, "perhaps_thousands"), (98.31, "perhaps_thousands"), ("-", "missing")],
)
def test_an_amount_that_a_spreadsheet_spoiled_is_not_read(tmp_path: Path, cell: object, code: str) -> None:
    """1.617 typed for 1,617 may have become one and a fraction; 98.310 has lost its zero besides."""
    rows = [["Tên đơn vị", "Số tiền nợ"], ["Trường A", cell], ["Trường B", 1]]
    assert problems(read_rows(tmp_path, rows, kind="arrears")) == [(2, "amount", code)]


@pytest.mark.parametrize(
    ("cell", "number", "doubt"),
    [
        ("062080001234", "062080001234", ""),
        (" 062 080 001 234 ", "062080001234", ""),
        ("'062080001234", "062080001234", ""),
        ("062.080.001.234", "062080001234", ""),
        (62080001234, "062080001234", "zero_restored"),
        ("62080001234", "062080001234", "zero_restored"),
        (1080001234, "001080001234", "zero_restored"),
        (62080001234.0, "062080001234", "zero_restored"),
        ("62080001234.0", "062080001234", "zero_restored"),
        ("6.2080001234E+10", "062080001234", "zero_restored"),
        ("6.2E+10", None, "rounded"),
        (6.2e10, None, "rounded"),
        ("231234567", None, "old_id"),
        (31234567, None, "old_id"),
        ("0620800012345", None, "wrong_length"),
        ("12345", None, "wrong_length"),
        (97080001234, None, "wrong_length"),
        ("B1234567", None, "not_a_number"),
        ("không có", None, ""),
        ("-", None, ""),
    ],
)
def test_a_national_id(tmp_path: Path, cell: object, number: str | None, doubt: str) -> None:
    table = read_rows(
        tmp_path, [["Họ và tên", "Năm sinh", "Số CCCD"], ["A Thui", 1980, cell]], kind="residents"
    )
    assert columns(table, "national_id") == [(number,)]
    doubts = table.clean["doubts"][0].as_py().split(";")
    assert (f"national_id:{doubt}" if doubt else "") in doubts


def test_a_national_id_that_disagrees_with_birth_and_sex(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        Họ và tên | Năm sinh | Giới tính | Số CCCD
        A Thui    | 1980     | Nam       | 062080001234
        Y Hương   | 1985     | Nữ        | 062080001235
        """,
        kind="residents",
    )
    assert columns(table, "doubts") == [("",), ("national_id:birth_year;national_id:sex",)]


@pytest.mark.parametrize(
    ("cell", "number", "doubt"),
    [
        ("6201234567", "6201234567", ""),
        (6201234567, "6201234567", ""),
        ("0123456789", "0123456789", ""),
        (123456789, "0123456789", "zero_restored"),
        (12345678, "0012345678", "zero_restored"),
        ("HN2620620012345", "0620012345", None),
        ("HN 2 62 06 2001 2345", "0620012345", None),
        ("062080001234", "062080001234", ""),
    ],
)
def test_an_insurance_number(tmp_path: Path, cell: object, number: str, doubt: str | None) -> None:
    rows = [["Họ và tên", "Năm sinh", "Mã số BHXH"], ["A Thui", 1980, cell]]
    table = read_rows(tmp_path, rows, kind="participants", name="BHYT.xlsx")
    assert columns(table, "insurance_number") == [(number,)]
    if doubt is not None:
        assert columns(table, "doubts") == [(f"insurance_number:{doubt}" if doubt else "",)]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("62012", "wrong_length"),
        ("62080001234", "wrong_length"),
        ("", "missing"),
        ("chờ cấp", "not_a_number"),
    ],
)
def test_a_participant_without_a_number_is_rejected(tmp_path: Path, cell: str, code: str) -> None:
    rows = [["Họ và tên", "Năm sinh", "Mã số BHXH"], ["A Thui", 1980, cell], ["A Minh", 1981, "6201234567"]]
    table = read_rows(tmp_path, rows, kind="participants", name="BHYT.xlsx")
    assert columns(table, "name") == [("A Minh",)]
    assert problems(table) == [(2, "insurance_number", code)]


def test_the_national_id_in_place_of_the_number_since_august_2025(tmp_path: Path) -> None:
    rows = [["Họ và tên", "Năm sinh", "Mã số BHXH"], ["A Thui", 1980, 62080001234]]
    table = read_rows(tmp_path, rows, kind="participants", name="BHYT.xlsx", on=DAY.replace(year=2026))
    assert columns(table, "insurance_number", "doubts") == [
        ("062080001234", "insurance_number:zero_restored")
    ]


def test_a_card_says_number_group_and_province(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        Họ và tên | Năm sinh | Mã thẻ BHYT
        A Thui    | 1980     | HN2620620012345
        A Minh    | 1981     | HS4510620012346
        A Dũng    | 1982     | 0620012347
        """,
        kind="participants",
    )
    assert columns(table, "insurance_number", "scheme", "group", "issued_in") == [
        ("0620012345", "BHYT", "HN", "62"),
        ("0620012346", "BHYT", "HS", "51"),
        ("0620012347", "BHYT", None, None),
    ]


@pytest.mark.parametrize(
    ("cell", "phone"), [(912345678, "0912345678"), ("0912.345.678", "0912345678"), ("", None)]
)
def test_a_telephone_number(tmp_path: Path, cell: object, phone: str | None) -> None:
    assert columns(read_cells(tmp_path, "Số điện thoại", [cell]), "phone") == [(phone,)]


def test_numbers_in_text_columns_lose_their_decimals_only(tmp_path: Path) -> None:
    table = read_cells(tmp_path, "Mã hộ", [12.0, "012", "12.5"])
    assert columns(table, "household") == [("12",), ("012",), ("12.5",)]
