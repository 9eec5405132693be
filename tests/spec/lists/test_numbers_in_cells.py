"""Money is whole đồng, however written; what may be read in two ways is not read."""

from pathlib import Path

import pytest
from tests.makers.sheets import columns, problems, read_cells, read_rows


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
    ("title", "heading", "cell", "amount"),
    [
        ("ĐVT: đồng", "Số tiền nợ", "948.288.562", 948288562),
        ("(Đơn vị tính: nghìn đồng)", "Số tiền nợ", "948.288", 948288000),
        ("ĐVT: 1.000 đồng", "Số tiền nợ", 948288, 948288000),
        ("ĐVT: triệu đồng", "Số tiền nợ", "948,3", 948300000),
        ("ĐVT: triệu đồng", "Số tiền nợ", 948.288562, 948288562),
        ("", "Số tiền nợ (triệu đồng)", "1.234", 1234000000),
        ("ĐVT: triệu đồng", "Số tiền nợ (đồng)", "948.288.562", 948288562),
    ],
)
def test_the_unit_of_account(tmp_path: Path, title: str, heading: str, cell: object, amount: int) -> None:
    """Said above the list or in the heading; there a dot before three digits is a thousands' sign."""
    rows = [["DANH SÁCH ĐƠN VỊ CHẬM ĐÓNG"], [title], ["Tên đơn vị", heading], ["Trường TH", cell]]
    assert columns(read_rows(tmp_path, rows, kind="arrears"), "amount", "doubts") == [(amount, "")]


def test_a_comma_that_may_be_either_sign_is_not_read_in_units(tmp_path: Path) -> None:
    rows = [["ĐVT: triệu đồng"], ["Tên đơn vị", "Số tiền nợ"], ["Trường A", "1,234"], ["Trường B", 1]]
    assert problems(read_rows(tmp_path, rows, kind="arrears")) == [(3, "amount", "unreadable_number")]


def test_a_sum_is_not_worked_out_of_what_cannot_be_read(tmp_path: Path) -> None:
    rows = [
        ["Tên đơn vị", "Số tiền nợ", "BHXH", "BHYT"],
        ["Trường A", "", 500, 100],
        ["Trường B", "gần 600", 500, 100],
        ["Trường C", "", 500, "gần 100"],
    ]
    table = read_rows(tmp_path, rows, kind="arrears")
    assert columns(table, "employer", "amount") == [("Trường A", 600)]
    assert [(one.row, one.code) for one in table.problems if one.column == "amount"] == [
        (3, "unreadable_number"),
        (4, "missing"),
    ]


def test_numbers_in_text_columns_lose_their_decimals_only(tmp_path: Path) -> None:
    table = read_cells(tmp_path, "Mã hộ", [12.0, "012", "12.5"])
    assert columns(table, "household") == [("12",), ("012",), ("12.5",)]


def test_a_count_of_people_has_no_decimals(tmp_path: Path) -> None:
    """2.310 people that became 2.31 in a csv file are not two."""
    table = read_rows(tmp_path, "DÂN SỐ\nXã | Số hộ | Số khẩu\nĐăk Kôi | 1.02 | 2.310\nĐăk Pne | 1 | 2.31")
    assert columns(table, "households", "population", "doubts") == [
        (None, 2310, "households:perhaps_thousands")
    ]
    assert problems(table)[1:] == [(4, "population", "perhaps_thousands")]
