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


def test_numbers_in_text_columns_lose_their_decimals_only(tmp_path: Path) -> None:
    table = read_cells(tmp_path, "Mã hộ", [12.0, "012", "12.5"])
    assert columns(table, "household") == [("12",), ("012",), ("12.5",)]
