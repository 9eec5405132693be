"""What a row says of somebody else, or of an earlier day, is not taken for that of its own person."""

from pathlib import Path

import pytest
from tests.makers.sheets import columns, read_rows


@pytest.mark.parametrize(
    "header",
    [
        "Trẻ em | | | Mẹ | |\nTT | Họ tên | Ngày sinh | Họ tên | Ngày sinh | Số CCCD",
        "TT | Họ tên trẻ | Ngày sinh | Họ tên mẹ | Ngày sinh mẹ | CCCD mẹ",
        "TT | Trẻ em | | Mẹ | |\n | Họ tên | Ngày sinh | Họ tên | Ngày sinh | Số CCCD",
    ],
)
def test_a_mothers_numbers_are_not_her_childs(tmp_path: Path, header: str) -> None:
    rows = f"DANH SÁCH TRẺ MỚI SINH\n{header}\n1 | A Thui | 1/9/2023 | Y Lan | 5/3/1999 | 062199001234"
    table = read_rows(tmp_path, rows)
    assert columns(table, "name", "mother", "national_id") == [("A Thui", "Y Lan", None)]
    assert columns(table, "birth_date")[0][0].year == 2023


@pytest.mark.parametrize(
    "header",
    [
        "CCCD người nhận thay | CCCD đối tượng",
        "CCCD người giám hộ | Số CCCD",
        "Số CCCD cũ | Số CCCD mới",
    ],
)
def test_the_number_of_another_or_an_older_one(tmp_path: Path, header: str) -> None:
    rows = f"Họ tên | Năm sinh | Quan hệ | {header}\nA Thui | 1980 | Con | 062060001234 | 062080001234"
    assert columns(read_rows(tmp_path, rows, kind="residents"), "national_id") == [("062080001234",)]


def test_the_heads_number_beside_members(tmp_path: Path) -> None:
    rows = "Chủ hộ | CCCD chủ hộ | Họ tên thành viên | Năm sinh\nA Thui | 062080001234 | Y Lan | 1982"
    table = read_rows(tmp_path, rows, kind="residents")
    assert columns(table, "name", "household_head", "national_id") == [("Y Lan", "A Thui", None)]


@pytest.mark.parametrize("header", ["Thôn (cũ) | Thôn (mới)", "Thôn mới | Thôn cũ"])
def test_a_hamlet_that_has_another_name_now(tmp_path: Path, header: str) -> None:
    hamlets = "Thôn 7 | Thôn 3" if "cũ)" in header else "Thôn 3 | Thôn 7"
    rows = f"Họ tên | Năm sinh | Quan hệ | {header}\nA Thui | 1980 | Chủ hộ | {hamlets}"
    assert columns(read_rows(tmp_path, rows, kind="residents"), "hamlet") == [("Thôn 3",)]


def test_another_name_is_not_the_name(tmp_path: Path) -> None:
    rows = "Họ và tên | Tên gọi khác | Năm sinh\nNguyễn Văn An | Bin | 1980"
    assert columns(read_rows(tmp_path, rows, kind="residents"), "name") == [("Nguyễn Văn An",)]


def test_the_days_of_a_contract_are_not_those_of_insurance(tmp_path: Path) -> None:
    header = "Họ tên | Phương án | HĐ từ ngày | HĐ đến ngày | Tháng bắt đầu đóng"
    rows = f"{header}\nA Thui | TM | 25/8/2023 | 31/8/2024 | 09/2023"
    table = read_rows(tmp_path, rows, kind="workers")
    assert [tuple(map(str, row)) for row in columns(table, "contract_from", "contract_to", "from", "to")] == [
        ("2023-08-25", "2024-08-31", "2023-09-01", "None")
    ]
