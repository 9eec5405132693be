"""Cells of few words: sex, residence, scheme, group, yes or no, way of payment, province."""

from pathlib import Path

import pytest
from tests.makers.sheets import columns, problems, read_cells, read_rows


@pytest.mark.parametrize(
    ("cell", "sex"),
    [("Nam", "male"), ("NỮ", "female"), ("nu", "female"), ("M", "male"), ("F", "female"), (1, "male"),
     (0, "female"), ("2", "female"), ("nam giới", "male"), ("3", None), ("", None)],
)  # fmt: skip
def test_sex(tmp_path: Path, cell: object, sex: str | None) -> None:
    table = read_cells(tmp_path, "Giới tính", [cell])
    assert columns(table, "sex") == [(sex,)]
    assert "sex:unknown_word" not in table.clean["doubts"][0].as_py()


def test_sex_by_crosses(tmp_path: Path) -> None:
    """Two columns, or only “Nữ (x)”: a blank there is a man."""
    two = read_rows(
        tmp_path,
        "Họ và tên | Năm sinh | Giới tính | \n | | Nam | Nữ\nA Thui | 1980 | x |\nY Hương | 1985 | | X",
        kind="residents",
        merged=["C1:D1"],
    )
    one = read_rows(
        tmp_path, "Họ và tên | Năm sinh | Nữ (x)\nA Thui | 1980 |\nY Hương | 1985 | x", kind="residents"
    )
    assert columns(two, "sex") == columns(one, "sex") == [("male",), ("female",)]


@pytest.mark.parametrize(
    ("cell", "residence"),
    [
        ("Thường trú", "permanent"),
        ("có mặt", "permanent"),
        ("", "permanent"),
        ("Tạm trú", "temporary"),
        ("KT3", "temporary"),
        ("Tạm vắng", "away"),
        ("Đi làm ăn xa", "away"),
        ("đi học ở Quy Nhơn", "away"),
        ("Đã chuyển đi Gia Lai", "gone"),
        ("Đã chết", "dead"),
        ("mất năm 2022", "dead"),
        ("Vắng mặt", "away"),
        ("Thường trú, đi làm ăn xa", "away"),
        ("Thường trú (đã chết)", "dead"),
        ("Tạm trú, đi học", "away"),
        ("Thường trú, mất thẻ", "permanent"),
    ],
)
def test_residence(tmp_path: Path, cell: str, residence: str) -> None:
    assert columns(read_cells(tmp_path, "Tình trạng cư trú", [cell]), "residence") == [(residence,)]


@pytest.mark.parametrize(
    ("cell", "doubt"),
    [
        ("không có mặt", "unknown_word"),
        ("chưa chuyển đi", "unknown_word"),
        ("chuyển đến từ Gia Lai", "unknown_word"),
        ("đã chuyển đi, đã chết", "several_states"),
    ],
)
def test_residence_that_is_denied_or_said_in_two_ways_is_a_doubt(
    tmp_path: Path, cell: str, doubt: str
) -> None:
    table = read_cells(tmp_path, "Tình trạng cư trú", [cell])
    assert (2, "residence", doubt) in problems(table)


def test_residence_by_crosses(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        Họ và tên | Năm sinh | Tình trạng cư trú |         |
                  |          | Thường trú        | Tạm trú | Tạm vắng
        A Thui    | 1980     | x                 |         |
        A Minh    | 1981     |                   | x       |
        A Dũng    | 1982     |                   |         | x
        """,
        kind="residents",
        merged=["C1:E1"],
    )
    assert columns(table, "residence") == [("permanent",), ("temporary",), ("away",)]


def test_a_word_that_is_not_known_is_a_doubt(tmp_path: Path) -> None:
    table = read_cells(tmp_path, "Tình trạng cư trú", ["???"])
    assert columns(table, "residence") == [("permanent",)]
    assert (2, "residence", "unknown_word") in problems(table)


def read_scheme(folder: Path, cell: str) -> list[tuple[object, ...]]:
    rows = [["Họ và tên", "Mã số BHXH", "Loại hình tham gia"], ["A Thui", "6201234567", cell]]
    return columns(read_rows(folder, rows, kind="participants"), "scheme", "doubts")


@pytest.mark.parametrize(
    ("cell", "scheme"),
    [("BHYT", "BHYT"), ("Bảo hiểm y tế", "BHYT"), ("BHXH bắt buộc", "BHXH_BB"), ("BHXH BB", "BHXH_BB"),
     ("BHXH_BB", "BHXH_BB"), ("BHXH tự nguyện", "BHXH_TN"), ("BHXHTN", "BHXH_TN"), ("BHTN", "BHTN"),
     ("Bảo hiểm thất nghiệp", "BHTN")],
)  # fmt: skip
def test_scheme(tmp_path: Path, cell: str, scheme: str) -> None:
    assert read_scheme(tmp_path, cell) == [(scheme, "")]


def test_plain_social_insurance_is_taken_for_compulsory(tmp_path: Path) -> None:
    assert read_scheme(tmp_path, "BHXH") == [("BHXH_BB", "scheme:taken_as_compulsory")]


def test_a_row_of_several_schemes_is_rejected(tmp_path: Path) -> None:
    rows = [["Họ và tên", "Mã số BHXH", "Loại hình"], ["A Thui", "6201234567", "BHXH bắt buộc, BHTN"],
            ["A Minh", "6201234568", "BHYT"]]  # fmt: skip
    table = read_rows(tmp_path, rows, kind="participants")
    assert problems(table) == [(2, "scheme", "several_schemes")]


@pytest.mark.parametrize(
    ("cell", "group"),
    [("HN", "HN"), ("Hộ nghèo", "HN"), ("Hộ cận nghèo", "CN"), ("Dân tộc thiểu số", "DT"), ("???", None)],
)
def test_group(tmp_path: Path, cell: str, group: str | None) -> None:
    rows = [["Họ và tên", "Mã số BHXH", "Nhóm đối tượng"], ["A Thui", "6201234567", cell]]
    table = read_rows(tmp_path, rows, kind="participants", name="BHYT.xlsx")
    assert columns(table, "group", "doubts") == [(group, "" if group else "group:unknown_word")]


@pytest.mark.parametrize(
    ("cell", "months"),
    [(3, 3), ("3 tháng", 3), ("hằng tháng", 1), ("Quý", 3), ("01 năm", 12), ("12 tháng", 12)],
)
def test_way_of_payment(tmp_path: Path, cell: object, months: int) -> None:
    rows = [["Họ và tên", "Mã số BHXH", "Phương thức đóng"], ["A Thui", "6201234567", cell]]
    table = read_rows(tmp_path, rows, kind="participants", name="BHXH tu nguyen.xlsx")
    assert columns(table, "scheme", "method_months") == [("BHXH_TN", months)]


@pytest.mark.parametrize(
    ("cell", "insured"),
    [
        ("x", "yes"),
        ("Đã tham gia", "yes"),
        ("có", "yes"),
        ("Chưa", "no"),
        ("chưa tham gia", "no"),
        ("không", "no"),
        ("chưa có", "no"),
        ("Không tham gia", "no"),
        ("x (chưa nhận thẻ)", None),
        ("", None),
    ],
)
def test_insured_or_not(tmp_path: Path, cell: str, insured: str | None) -> None:
    rows = [["Họ và tên", "Lớp", "Năm sinh", "Đã tham gia BHYT"], ["A Thui", "6A", 2012, cell]]
    table = read_rows(tmp_path, [["DANH SÁCH HỌC SINH TRƯỜNG THCS ĐĂK KÔI"], *rows], kind="students")
    assert columns(table, "insured", "class") == [(insured, "6A")]


@pytest.mark.parametrize(
    ("cell", "province"),
    [
        ("Gia Lai", "64"),
        ("Tỉnh Gia Lai", "64"),
        ("TP. Hồ Chí Minh", "79"),
        ("62", "62"),
        (1, "01"),
        ("KON TUM", "62"),
    ],
)
def test_province_that_issued_the_card(tmp_path: Path, cell: object, province: str) -> None:
    rows = [["Họ và tên", "Mã số BHXH", "Nơi cấp thẻ"], ["A Thui", "6201234567", cell]]
    table = read_rows(tmp_path, rows, kind="participants", name="BHYT.xlsx")
    assert columns(table, "issued_in") == [(province,)]


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("NGUYỄN THỊ HOA", "Nguyễn Thị Hoa"),
        ("nguyễn thị hoa", "Nguyễn Thị Hoa"),
        ("  Nguyễn  Thị\u00a0Hoa ", "Nguyễn Thị Hoa"),
        ("Nguye\u0302\u0303n Thi\u0323 Hoa", "Nguyễn Thị Hoa"),
        ("Ðinh Hoa", "Đinh Hoa"),
        ("Y Hương", "Y Hương"),
        ("H'HEN NIÊ", "H'Hen Niê"),
        ("ÔNG NGUYỄN VĂN AN", "Nguyễn Văn An"),
        ("Bà Y Hương", "Y Hương"),
        ("Ông Cao Thắng", "Ông Cao Thắng"),
        ("Nguyễn Văn ánh", "Nguyễn Văn Ánh"),
        ("Lý Quí Kĩ", "Lý Quí Kĩ"),
        ("Nguyễn\u200bThị Hoa\ufeff", "NguyễnThị Hoa"),
    ],
)
def test_name(tmp_path: Path, cell: str, name: str) -> None:
    table = read_rows(tmp_path, [["Họ và tên", "Năm sinh"], [cell, 1980]], kind="residents")
    assert columns(table, "name", "doubts") == [(name, "")]


def test_signs_that_no_name_has_are_a_doubt(tmp_path: Path) -> None:
    """As letters that were lost on the way leave them."""
    rows = [["Họ và tên", "Năm sinh"], ["Nguy?n Th? Hoa", 1980], ["Trần V£n An", 1980], ["Lê (Út) A.", 1980]]
    table = read_rows(tmp_path, rows, kind="residents")
    assert columns(table, "doubts") == [("name:signs_in_name",), ("name:signs_in_name",), ("",)]


def test_what_is_no_name(tmp_path: Path) -> None:
    rows = [["Họ và tên", "Năm sinh"], ["...", 1980], [12, 1980], ["A Thui 2", 1980]]
    table = read_rows(tmp_path, rows, kind="residents")
    assert columns(table, "name", "doubts") == [("A Thui 2", "name:digits_in_name")]
    assert problems(table)[:2] == [(2, "name", "not_a_name"), (3, "name", "not_a_name")]


def test_what_stands_around_a_name_is_none_of_it(tmp_path: Path) -> None:
    """An ordinal or a dash before it, words in brackets behind it: these are a doubt."""
    names = ["1. A Thui", "- Y Hương", "NGUYỄN VĂN AN (Tèo)", "Y Lan (chết)"]
    table = read_rows(
        tmp_path, [["Họ và tên", "Năm sinh"], *([name, 1980] for name in names)], kind="residents"
    )
    assert columns(table, "name", "doubts") == [
        ("A Thui", ""),
        ("Y Hương", ""),
        ("Nguyễn Văn An", "name:signs_in_name"),
        ("Y Lan", "name:signs_in_name"),
    ]


def test_a_child_without_a_name(tmp_path: Path) -> None:
    """Words that stand for a name are kept, with a doubt."""
    rows = [["Họ và tên trẻ", "Ngày sinh"], ["Chưa đặt tên", "1/9/2023"], ["Con bà Y Hoa", "2/9/2023"]]
    doubts = columns(read_rows(tmp_path, rows, kind="births"), "doubts")
    assert doubts == [("name:not_a_name",), ("name:not_a_name",)]
