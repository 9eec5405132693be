"""A list's kind is told by its title and its columns; what each kind says beyond a person's own columns."""

from datetime import date
from pathlib import Path

import pytest
from tests.makers.sheets import columns, problems, read_rows, rows_of

from baophu.lists.reading import MissingDate
from baophu.lists.recognising import MissingColumns, UnknownKind

HEADINGS = "STT | Họ và tên | Ngày sinh | Giới tính | Thôn\n1 | A Thui | 2015 | Nam | Thôn 1"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("DANH SÁCH NHÂN KHẨU THƯỜNG TRÚ", "residents"),
        ("DANH SÁCH HỘ NGHÈO NĂM 2023", "poor_households"),
        ("DANH SÁCH HỘ CẬN NGHÈO", "poor_households"),
        (
            "DANH SÁCH NGƯỜI THUỘC HỘ LÀM NÔNG, LÂM, NGƯ, DIÊM NGHIỆP CÓ MỨC SỐNG TRUNG BÌNH",
            "farming_households",
        ),
        ("DANH SÁCH ĐỐI TƯỢNG BẢO TRỢ XÃ HỘI", "social_protection"),
        ("DANH SÁCH TRẺ EM ĐĂNG KÝ KHAI SINH", "births"),
        ("DANH SÁCH NGƯỜI CHẾT ĐÃ KHAI TỬ", "deaths"),
        ("DANH SÁCH NHÂN KHẨU CHUYỂN ĐI", "moves"),
        ("DANH SÁCH HỌC SINH TRƯỜNG THCS ĐĂK KÔI", "students"),
    ],
)
def test_the_title_tells_the_kind(tmp_path: Path, title: str, kind: str) -> None:
    assert read_rows(tmp_path, f"{title}\n{HEADINGS}").kind == kind


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        ("Họ và tên | Ngày sinh | Quan hệ với chủ hộ | Hộ số | Tình trạng cư trú", "residents"),
        ("Họ và tên | Mã số BHXH | Mã thẻ BHYT | Từ ngày | Đến ngày", "participants"),
        ("Họ và tên | Ngày sinh | Trường | Lớp | Mã số BHXH", "students"),
        ("Họ và tên | Ngày sinh | Họ tên mẹ | Họ tên cha | Số giấy khai sinh", "births"),
        ("Họ và tên | Ngày sinh | Ngày chết", "deaths"),
        ("Họ và tên | Ngày sinh | Ngày chuyển | Nơi chuyển đến", "moves"),
        ("Tên đơn vị | Mã đơn vị | Số lao động | Số tháng nợ | Tổng số tiền chậm đóng", "arrears"),
    ],
)
def test_the_columns_tell_the_kind(tmp_path: Path, headings: str, kind: str) -> None:
    assert read_rows(tmp_path, headings + "\nA Thui | 6201234567 | 0620012345 | 1/1/2023 | 2").kind == kind


@pytest.mark.parametrize("name", ["DANH SÁCH ĐƠN VỊ CHẬM ĐÓNG", "DANH SÁCH ĐƠN VỊ NỢ"])
def test_arrears_by_either_name(tmp_path: Path, name: str) -> None:
    text = f"{name}\nSTT | Tên đơn vị | Số tiền\n1 | Công ty A | 2.000.000"
    assert read_rows(tmp_path, text).kind == "arrears"


@pytest.mark.parametrize("name", ["DANH SÁCH NHÂN KHẨU", "DANH SÁCH CƯ DÂN", "DANH SÁCH DÂN CƯ"])
def test_residents_by_each_name(tmp_path: Path, name: str) -> None:
    assert read_rows(tmp_path, f"{name}\n{HEADINGS}").kind == "residents"


def test_the_sheet_or_the_file_may_tell_it(tmp_path: Path) -> None:
    assert read_rows(tmp_path, HEADINGS, sheet="Hộ nghèo").kind == "poor_households"
    assert read_rows(tmp_path, HEADINGS, name="DS_ho_can_ngheo_2023.xlsx").kind == "poor_households"


def test_groups_may_tell_it(tmp_path: Path) -> None:
    rows = """
        Họ và tên | Năm sinh | Chủ hộ | Quan hệ | Diện
        A Thui    | 1980     | A Thui | Chủ hộ  | Hộ nghèo
        Y Lan     | 1982     | A Minh | Vợ      | Hộ cận nghèo
    """
    assert read_rows(tmp_path, rows).kind == "poor_households"


def test_a_list_that_may_be_several_kinds_needs_to_be_told(tmp_path: Path) -> None:
    """The error names the likely ones."""
    with pytest.raises(UnknownKind) as error:
        read_rows(tmp_path, HEADINGS)
    assert "--kind" in str(error.value)
    assert read_rows(tmp_path, HEADINGS, kind="residents").kind == "residents"


def test_a_missing_required_column_names_the_nearest_headings(tmp_path: Path) -> None:
    rows = "DANH SÁCH NGƯỜI THAM GIA BHYT\nHọ và tên | Mã số BHXXH cũ | Ngày sinh\nA Thui | 6201234567 | 1980"
    with pytest.raises(MissingColumns) as error:
        read_rows(tmp_path, rows.replace("Mã số BHXXH cũ", "Mssbhxh"))
    assert error.value.values["kind"] == "participants"
    (missing,) = error.value.values["missing"]  # type: ignore[misc]
    assert missing.startswith("“mã số bhxh” (insurance_number)") and "Mssbhxh" in missing


def test_a_required_value_that_only_the_title_could_say(tmp_path: Path) -> None:
    """Poor or near-poor: no column, no section, and the title says both."""
    rows = "DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO\n" + HEADINGS
    with pytest.raises(MissingColumns) as error:
        read_rows(tmp_path, rows)
    assert "(group)" in str(error.value)


def test_a_list_without_a_day(tmp_path: Path) -> None:
    with pytest.raises(MissingDate):
        read_rows(tmp_path, HEADINGS, kind="residents", on=None)


def test_poor_households_by_sections(tmp_path: Path) -> None:
    """The head's name stands in a column of its own; hamlets and poverty in section rows."""
    table = read_rows(
        tmp_path,
        """
        DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO XÃ ĐĂK PNE
        STT | Họ và tên chủ hộ | Họ và tên thành viên | Quan hệ với chủ hộ | Năm sinh | Giới tính
        A   | Hộ nghèo
            | Thôn 1
        1   | A Thui |         | Chủ hộ | 1980 | Nam
            |        | Y Hương | Vợ     | 1985 | Nữ
        B   | Hộ cận nghèo
            | Thôn 2
        2   | A Minh |         | Chủ hộ | 1990 | Nam
        """,
    )
    assert columns(table, "name", "household_head", "group", "hamlet_name", "unit") == [
        ("A Thui", "A Thui", "HN", "1", "23491@"),
        ("Y Hương", "A Thui", "HN", "1", "23491@"),
        ("A Minh", "A Minh", "CN", "2", "23491@"),
    ]


@pytest.mark.parametrize(
    ("title", "group"),
    [("DANH SÁCH HỘ NGHÈO", "HN"), ("DANH SÁCH HỘ CẬN NGHÈO", "CN"), ("HỘ CÓ MỨC SỐNG TRUNG BÌNH", "GB"),
     ("ĐỐI TƯỢNG BẢO TRỢ XÃ HỘI", "BT")],
)  # fmt: skip
def test_the_title_says_the_group(tmp_path: Path, title: str, group: str) -> None:
    assert columns(read_rows(tmp_path, f"{title}\n{HEADINGS}"), "group") == [(group,)]


@pytest.mark.parametrize(
    ("title", "scheme"),
    [
        ("DANH SÁCH NGƯỜI THAM GIA BHXH TỰ NGUYỆN", "BHXH_TN"),
        ("DANH SÁCH LAO ĐỘNG THAM GIA BHXH BẮT BUỘC", "BHXH_BB"),
        ("DANH SÁCH LAO ĐỘNG THAM GIA BẢO HIỂM THẤT NGHIỆP", "BHTN"),
        ("DANH SÁCH NGƯỜI THAM GIA BẢO HIỂM Y TẾ", "BHYT"),
        ("DANH SÁCH NGƯỜI THAM GIA BHXH", "BHXH_BB"),
    ],
)
def test_the_title_says_the_scheme(tmp_path: Path, title: str, scheme: str) -> None:
    """The office above the title is called “bảo hiểm xã hội” too: that says nothing."""
    rows = f"BẢO HIỂM XÃ HỘI HUYỆN KON RẪY\n{title}\nHọ và tên | Mã số BHXH\nA Thui | 6201234567"
    assert columns(read_rows(tmp_path, rows), "scheme") == [(scheme,)]


@pytest.mark.parametrize(
    ("name", "scheme"), [("BHXH tu nguyen 9.2023.xlsx", "BHXH_TN"), ("DS_BHTN.xlsx", "BHTN")]
)
def test_the_name_of_the_file_says_the_scheme(tmp_path: Path, name: str, scheme: str) -> None:
    rows = "Họ và tên | Mã số BHXH | Từ ngày\nA Thui | 6201234567 | 1/1/2023"
    assert columns(read_rows(tmp_path, rows, name=name), "scheme") == [(scheme,)]


def test_a_list_of_several_schemes(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        DANH SÁCH NGƯỜI THAM GIA BHXH, BHYT, BHTN
        Họ và tên | Mã số BHXH | Loại hình | Tên đơn vị | Mức lương | Mã số thuế
        A Thui    | 6201234567 | BHXH bắt buộc | UBND xã Đăk Kôi | 5.400.000 | 6100123456
        A Thui    | 6201234567 | BHTN | UBND xã Đăk Kôi | 5.400.000 | 6100123456
        """,
    )
    assert columns(table, "scheme", "employer", "wage", "tax_code") == [
        ("BHXH_BB", "UBND xã Đăk Kôi", 5_400_000, "6100123456"),
        ("BHTN", "UBND xã Đăk Kôi", 5_400_000, "6100123456"),
    ]


def test_students(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        PHÒNG GD&ĐT HUYỆN KON RẪY
        TRƯỜNG THCS ĐĂK RUỒNG
        DANH SÁCH HỌC SINH CHƯA THAM GIA BHYT NĂM HỌC 2023-2024
        STT | Họ và tên | Ngày sinh | Nhóm khác | Ghi chú
        Lớp 6A
        1   | A Thui    | 1/2/2012  | Hộ nghèo  |
        Lớp 6B
        2   | Y Hương   | 3/4/2012  |           | mới chuyển đến
        """,
    )
    assert columns(table, "school", "class", "group") == [
        ("TRƯỜNG THCS ĐĂK RUỒNG", "6A", "HN"),
        ("TRƯỜNG THCS ĐĂK RUỒNG", "6B", None),
    ]


def test_births(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        DANH SÁCH TRẺ EM ĐĂNG KÝ KHAI SINH THÁNG 9 NĂM 2023
        STT | Họ và tên trẻ | Ngày sinh | GT | Mẹ | Cha | Số giấy khai sinh | Ngày đăng ký | Ngày cấp thẻ
        1   | A Khôi | 2/9/2023 | Nam | Y Hương | A Thui | 45/2023 | 10/9/2023 | 20/10/2023
        """,
    )
    assert columns(table, "mother", "father", "certificate", "registered_on", "card_date", "doubts") == [
        ("Y Hương", "A Thui", "45/2023", date(2023, 9, 10), date(2023, 10, 20), "card_date:after_list_date")
    ]


def test_moves(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        DANH SÁCH BIẾN ĐỘNG NHÂN KHẨU
        STT | Họ và tên | Năm sinh | Ngày chuyển | Nơi chuyển
        I   | Chuyển đi
        1   | A Thui    | 1980     | 3/9/2023    | Gia Lai
        II  | Chuyển đến
        2   | A Minh    | 1981     | 5/9/2023    | Kon Plông
        """,
    )
    assert columns(table, "name", "direction", "moved_on", "destination") == [
        ("A Thui", "out", date(2023, 9, 3), "Gia Lai"),
        ("A Minh", "in", date(2023, 9, 5), "Kon Plông"),
    ]


ARREARS = """
    BẢO HIỂM XÃ HỘI HUYỆN KON RẪY
    DANH SÁCH ĐƠN VỊ CHẬM ĐÓNG BHXH, BHYT, BHTN
    STT | Tên đơn vị | Mã đơn vị | Số LĐ | Số tháng nợ | Số tiền chậm đóng | | | | Do tăng lương cơ sở
        |            |           |       |             | Tổng số | BHXH | BHYT | BHTN |
    I   | Chậm đóng dưới 3 tháng | | 2 | | 3.000.000 | 2.000.000 | 700.000 | 300.000 |
    1   | Trường THCS Đăk Ruồng | TA0012 | 20 | 2 | 2.000.000 | 1.400.000 | 400.000 | 200.000 | 1.500.000
        | Trường TH Đăk Kôi     | TA0013 | 15 | 1 | 1.000.000 |   600.000 | 300.000 | 100.000 |
    II  | Nợ đọng
    2   | Công ty X | TB0001 | 5 | 7 | 900.000 | 600.000 | 200.000 | 50.000 |
        | Tổng cộng | | 40 | | 3.900.000
"""


def test_arrears(tmp_path: Path) -> None:
    """Form B03: sections are categories; a total that is not the sum of its parts is a doubt."""
    table = read_rows(tmp_path, ARREARS, merged=["F3:I3"])
    assert columns(table, "employer", "employer_code", "workers", "months", "amount", "base_salary_part") == [
        ("Trường THCS Đăk Ruồng", "TA0012", 20, 2, 2_000_000, 1_500_000),
        ("Trường TH Đăk Kôi", "TA0013", 15, 1, 1_000_000, None),
        ("Công ty X", "TB0001", 5, 7, 900_000, None),
    ]
    assert columns(table, "category", "amount_bhxh", "amount_bhyt", "amount_bhtn", "doubts") == [
        ("Chậm đóng dưới 3 tháng", 1_400_000, 400_000, 200_000, ""),
        ("Chậm đóng dưới 3 tháng", 600_000, 300_000, 100_000, ""),
        ("Nợ đọng", 600_000, 200_000, 50_000, "amount:does_not_add_up"),
    ]


def test_arrears_by_scheme_only(tmp_path: Path) -> None:
    rows = "Tên đơn vị | Mã đơn vị | Nợ BHXH | Nợ BHYT | Nợ BHTN | Lãi\nCông ty X | TB1 | 600 | 200 | 50 | 10"
    assert columns(read_rows(tmp_path, rows), "amount", "interest") == [(860, 10)]


PERSON = """
    sheet row doubts name name_key birth_date birth_precision sex national_id insurance_number card_number
    ethnicity unit commune hamlet hamlet_name household household_head relation address residence phone note
"""


def test_no_list_has_all_columns_of_a_person_but_all_kinds_do(tmp_path: Path) -> None:
    table = read_rows(tmp_path, rows_of("Họ và tên | Năm sinh\nA Thui | 1980"), kind="deaths")
    assert table.clean.column_names == [*PERSON.split(), "death_date"]
    assert problems(table) == []
