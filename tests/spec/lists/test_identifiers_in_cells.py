"""Identifiers are text. Eaten zeros are put back with a doubt; rounded digits are gone for good."""

from pathlib import Path

import pytest
from tests.makers.sheets import DAY, columns, problems, read_cells, read_rows


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
        ("6,2080001234E+10", "062080001234", "zero_restored"),
        ("6.2E+10", None, "rounded"),
        ("7.9E+10", None, "rounded"),
        ("6.20801E+10", None, "rounded"),
        ("6.208000123E+10", None, "rounded"),
        (6.2e10, None, "rounded"),
        (62080100000, None, "rounded"),
        ("062080000000", None, "rounded"),
        ("06208000123", None, "wrong_length"),
        ("05080001234", None, "wrong_length"),
        ("028080001234", "028080001234", "unknown_province"),
        ("102080001234", "102080001234", "unknown_province"),
        ("CCCD: 062080001234", "062080001234", "words_beside"),
        ("231234567; 062080001234", "062080001234", "words_beside"),
        ("062080001234 (của mẹ)", None, "not_a_number"),
        ("062080001234/062080001235", None, "not_a_number"),
        ("062080001234 6201234567", None, "wrong_length"),
        ("O62080001234", None, "not_a_number"),
        ("０６２０８０００１２３４", "062080001234", ""),
        ("062-080-001234", "062080001234", ""),
        ("`062080001234", "062080001234", ""),
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
        ("HN2620620012345", "0620012345", None),
        ("HN 2 62 06 2001 2345", "0620012345", None),
        ("HN-2-62-0620012345", "0620012345", None),
        ("hn2620620012345", "0620012345", None),
        ("6201234567.0", "6201234567", ""),
        ("6201200000", "6201200000", "perhaps_rounded"),
        ("62 0123 4567", "6201234567", ""),
        ("Sổ 6201234567", "6201234567", "words_beside"),
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
        (12345678, "wrong_length"),
        (312345678, "wrong_length"),
        ("012345678", "wrong_length"),
        ("6.2E+09", "rounded"),
        (6.2e9, "rounded"),
        ("6201200000.0", "rounded"),
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
    ("cell", "phone", "doubt"),
    [
        (912345678, "0912345678", ""),
        ("0912.345.678", "0912345678", ""),
        ("+84 912 345 678", "0912345678", ""),
        ("84912345678", "0912345678", ""),
        ("0912345678 / 0987654321", "0912345678", "several_numbers"),
        ("9.12E+08", None, "rounded"),
        ("không có", None, ""),
        ("gọi hàng xóm", None, "not_a_number"),
        ("", None, ""),
    ],
)
def test_a_telephone_number(tmp_path: Path, cell: object, phone: str | None, doubt: str) -> None:
    table = read_cells(tmp_path, "Số điện thoại", [cell])
    assert columns(table, "phone") == [(phone,)]
    doubts = table.clean["doubts"][0].as_py().split(";")
    assert [code for code in doubts if code.startswith("phone:")] == ([f"phone:{doubt}"] if doubt else [])


@pytest.mark.parametrize(
    ("card", "kept", "doubt"),
    [
        ("HN2620620012345", "HN2620620012345", ""),
        ("TE 1 62 0620012345", "TE1620620012345", ""),
        ("CN2620620012345", "CN2620620012345", ""),
        ("0620012345", "0620012345", ""),
        ("ZZ4620620012345", "ZZ4620620012345", "card_group"),
        ("HN4620620012345", "HN4620620012345", "card_benefit"),
        ("HN2650620012345", "HN2650620012345", "card_province"),
        ("HN262062001234", None, "wrong_card"),
        ("HN26206200123456", None, "wrong_card"),
        ("HN26206200I2345", None, "wrong_card"),
    ],
)
def test_a_card_number(tmp_path: Path, card: str, kept: str | None, doubt: str) -> None:
    """Group, benefit digit and province of fifteen characters are checked; a benefit digit has its time."""
    rows = [["Họ và tên", "Năm sinh", "Mã số BHXH", "Mã thẻ BHYT"], ["A Thui", 1980, "0620012345", card]]
    table = read_rows(tmp_path, rows, kind="participants")
    assert columns(table, "card_number", "doubts") == [(kept, f"card_number:{doubt}" if doubt else "")]
