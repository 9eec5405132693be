"""Lists without an official form: what communes, schools, collectors, the tax office and committees send."""

from datetime import date
from pathlib import Path

import pytest
from tests.makers.sheets import KON_RAY, columns, problems, read_rows, rows_of, write_xlsx

from baophu.lists.reading import read_file


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        ("Mã số BHXH | Họ tên | Ngày sinh | Hạn thẻ đến | Số tiền | NV thu | Kết quả liên hệ", "due_lapsed"),
        ("Thôn | Họ tên | Năm sinh | Nghề | Lý do chưa tham gia", "uninsured"),
        ("Trường | Tổng HS | Tổng HS tham gia | Nhóm khác | Số chưa tham gia", "school_summary"),
        ("Tên doanh nghiệp | MST | Người đại diện theo pháp luật | Ngày thành lập", "enterprises"),
        ("Tên tổ chức chi trả | Họ và tên | MST cá nhân | Tổng thu nhập chịu thuế", "payrolls"),
        ("Xã | Tổng số nhân khẩu | Thường trú | Tạm trú | LLLĐ", "population_counts"),
        ("Họ và tên | Chức vụ trong BCĐ | Địa bàn phụ trách", "committee"),
        ("Họ tên | Năm sinh | Phương án | Ngày biên lai | Số biên lai", "joiners_leavers"),
        ("Họ tên | Mức tiền | Người tham gia đóng | NSNN hỗ trợ | Phương án", "voluntary"),
        ("Họ tên | Chức vụ | Hệ số lương | Phụ cấp chức vụ | Phương án", "workers"),
        ("Họ tên | Ngày sinh | Quốc tịch | Nơi khai sinh | Nội dung thay đổi", "person_form"),
        ("Tên đơn vị | Nội dung | BHXH | BHYT | BHTN | BHTNLĐ-BNN | Cộng", "contributions"),
    ],
)
def test_the_columns_tell_the_kind(tmp_path: Path, headings: str, kind: str) -> None:
    """Without a title."""
    row = ["TM" if heading == "Phương án" else "Đăk Kôi" for heading in headings.split(" | ")]
    assert read_rows(tmp_path, [headings.split(" | "), row]).kind == kind


def test_groups_tell_a_list_of_hardship_areas(tmp_path: Path) -> None:
    rows = "A Thui | 1990 | Dân tộc thiểu số | K3\nY Lan | 1991 | ĐBKK | K3"
    table = read_rows(tmp_path, f"Họ tên | Năm sinh | Đối tượng | Khu vực\n{rows}")
    assert (table.kind, columns(table, "group")) == ("area_residents", [("DT",), ("DK",)])


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("DANH SÁCH NGƯỜI ĐẾN HẠN ĐÓNG BHYT HỘ GIA ĐÌNH", "due_lapsed"),
        ("DANH SÁCH NGƯỜI CHƯA THAM GIA BHYT", "uninsured"),
        ("DANH SÁCH NHÂN KHẨU CHƯA THAM GIA BHYT THEO THÔN", "uninsured"),
        ("DANH SÁCH HỌC SINH CHƯA THAM GIA BHYT TRƯỜNG THCS ĐĂK KÔI", "students"),
        ("DANH SÁCH HỘ NGHÈO CHƯA THAM GIA BHYT", "poor_households"),
        ("DANH SÁCH NGƯỜI DÂN TỘC THIỂU SỐ SỐNG TẠI VÙNG KHÓ KHĂN", "area_residents"),
        ("DANH SÁCH HỘ NGHÈO DÂN TỘC THIỂU SỐ", "poor_households"),
        ("DANH SÁCH THÀNH VIÊN BAN CHỈ ĐẠO", "committee"),
    ],
)
def test_the_title_tells_the_kind(tmp_path: Path, title: str, kind: str) -> None:
    """Of people with the same columns: the words that say most of them come before what they are."""
    headings = "STT | Họ và tên | Ngày sinh | Giới tính | Thôn | Hạn thẻ đến"
    assert read_rows(tmp_path, f"{title}\n{headings}\n1 | A Thui | 1980 | Nam | Thôn 1 | 2024").kind == kind


@pytest.mark.parametrize(
    ("title", "headings", "kind"),
    [
        (
            "DANH SÁCH LAO ĐỘNG THAM GIA BHXH BẮT BUỘC",
            "Chức vụ | Tên đơn vị | Mức lương | Từ tháng",
            "participants",
        ),
        (
            "DANH SÁCH NGƯỜI THAM GIA BHXH TỰ NGUYỆN",
            "Mức thu nhập | Phương thức đóng | Số tiền",
            "participants",
        ),
        ("DANH SÁCH NGƯỜI THAM GIA BHYT", "Nơi ĐK KCB | GT từ | GT đến | Số tháng | Số tiền", "participants"),
        ("DANH SÁCH BIẾN ĐỘNG TĂNG, GIẢM NHÂN KHẨU", "Ngày chuyển | Nơi chuyển", "moves"),
        (
            "DANH SÁCH NHÂN KHẨU LÀ NGƯỜI DÂN TỘC THIỂU SỐ",
            "Quan hệ với chủ hộ | Hộ số | Dân tộc",
            "residents",
        ),
    ],
)
def test_older_kinds_stay_what_they_are(tmp_path: Path, title: str, headings: str, kind: str) -> None:
    """A snapshot has columns that forms of changes have too."""
    rows = f"STT | Họ và tên | Mã số BHXH | Ngày sinh | {headings}\n1 | A Thui | 6201234567 | 1980 | 1"
    assert read_rows(tmp_path, f"{title}\n{rows}").kind == kind


def test_the_due_and_the_lapsed(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        DANH SÁCH NGƯỜI THAM GIA BHYT HỘ GIA ĐÌNH ĐẾN HẠN
        STT | Mã hộ | Mã số BHXH | Họ tên | Ngày sinh | Địa chỉ | ĐT | Hạn thẻ đến | Số tháng | Số tiền | NV thu | Kết quả liên hệ
        1   | 12 | 6201234567 | A Thui | 1990 | Thôn 1, xã Đăk Kôi | 0912345678 | 31/10/2023 | 12 | 972.000 | Y Hoa | hẹn cuối tháng
        """,  # noqa: E501
    )
    assert (table.kind, problems(table)) == ("due_lapsed", [])
    assert columns(table, "scheme", "to", "amount", "collector", "contact_result") == [
        ("BHYT", date(2023, 10, 31), 972_000, "Y Hoa", "hẹn cuối tháng")
    ]


def test_the_uninsured_by_hamlet(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        DANH SÁCH NGƯỜI CHƯA THAM GIA BHYT XÃ ĐĂK KÔI
        STT | Thôn | Họ tên | Năm sinh | | Dân tộc | Nghề | ĐT | Tình trạng | Lý do
            |      |        | Nam | Nữ | | | | |
        1   | Thôn 1 | A Thui | 1990 | | Xơ Đăng | Làm nông | 0912345678 | Ở nhà | khó khăn
        2   | Thôn 1 | Y Lan | | 1991 | Xơ Đăng | Làm nông | | đi làm xa |
        """,
    )
    assert (table.kind, problems(table)) == ("uninsured", [])
    assert columns(table, "name", "sex", "residence", "job", "reason") == [
        ("A Thui", "male", "permanent", "Làm nông", "khó khăn"),
        ("Y Lan", "female", "away", "Làm nông", None),
    ]


def test_a_summary_of_schools(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        TỔNG HỢP HỌC SINH THAM GIA BHYT NĂM HỌC 2023-2024
        STT | Trường | Tổng HS | Tổng HS tham gia | Trong đó | | Số chưa tham gia | Tỷ lệ
            |        |         |                  | Tại trường | Nhóm khác | |
        1   | Trường THCS Đăk Kôi | 200 | 190 | 100 | 90 | 10 | 95,0
        2   | Trường TH Đăk Ruồng | 100 | 100 | 50 | 50 | 0 | 100
            | Tổng cộng | 300 | 290 | 150 | 140 | 10 |
        """,
    )
    assert (table.kind, problems(table)) == ("school_summary", [])
    names = (
        "school",
        "pupils",
        "pupils_covered",
        "pupils_at_school",
        "pupils_other_group",
        "pupils_uncovered",
    )
    assert columns(table, *names) == [
        ("Trường THCS Đăk Kôi", 200, 190, 100, 90, 10),
        ("Trường TH Đăk Ruồng", 100, 100, 50, 50, 0),
    ]


def test_people_of_hardship_areas(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        DANH SÁCH NGƯỜI SỐNG TẠI VÙNG ĐẶC BIỆT KHÓ KHĂN XÃ ĐĂK KÔI
        STT | Họ tên | Ngày sinh | Giới tính | Dân tộc | Thôn | Khu vực
        1   | A Thui | 1990 | Nam | Xơ Đăng | Thôn 1 | K3
        """,
    )
    assert (table.kind, columns(table, "group", "living_area")) == ("area_residents", [("DK", "K3")])


def test_enterprises(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        DANH SÁCH DOANH NGHIỆP ĐANG HOẠT ĐỘNG TRÊN ĐỊA BÀN QUÝ III/2023
        STT | Tên người nộp thuế | Mã số thuế | Địa chỉ | Người đại diện | Ngành nghề | Trạng thái | Số lao động | Tổng quỹ lương
        1   | Công ty TNHH A | 6100123456 | Thôn 1, xã Đăk Kôi | Nguyễn Văn B | Xây dựng | Đang hoạt động | 12 | 600.000.000
        """,  # noqa: E501
        on=None,
    )
    assert (table.kind, table.date, problems(table)) == ("enterprises", date(2023, 9, 30), [])
    assert columns(table, "employer", "tax_code", "unit", "workers", "wage_fund", "business_status") == [
        ("Công ty TNHH A", "6100123456", "23482@", 12, 600_000_000, "Đang hoạt động")
    ]


def test_a_payroll(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        BẢNG THANH TOÁN TIỀN LƯƠNG THÁNG 9/2023
        Tên đơn vị: Công ty TNHH A
        Mã số thuế: 6100123456
        STT | Họ và tên | Mã số thuế cá nhân | CCCD | Chức vụ | Tiền lương
        1   | A Thui | 8012345678 | 062090001234 | Công nhân | 5.400.000
            | Cộng | | | | 5.400.000
        """,
    )
    assert (table.kind, problems(table)) == ("payrolls", [])
    assert columns(table, "employer", "tax_code", "name", "personal_tax_code", "wage") == [
        ("Công ty TNHH A", "6100123456", "A Thui", "8012345678", 5_400_000)
    ]


def test_tax_codes_beside_people_are_their_own(tmp_path: Path) -> None:
    """The employer's stands above the table."""
    table = read_rows(
        tmp_path,
        """
        BẢNG KÊ THU NHẬP CHỊU THUẾ
        Tên đơn vị: Công ty TNHH A
        Mã số thuế: 6100123456
        STT | Họ và tên | Mã số thuế | Tổng thu nhập chịu thuế
        1   | A Thui | 8012345678 | 54.000.000
        2   | A Minh | 8012345679 | 60.000.000
        """,
        kind="payrolls",
    )
    assert columns(table, "tax_code", "personal_tax_code") == [
        ("6100123456", "8012345678"),
        ("6100123456", "8012345679"),
    ]


@pytest.mark.parametrize("ordinal", ["STT | ", ""])
def test_population_counts_by_hamlet(tmp_path: Path, ordinal: str) -> None:
    """A hamlet with counts beside it is a row here, and no section."""
    number = "1 | " if ordinal else ""
    rows = f"DÂN SỐ XÃ ĐĂK KÔI\n{ordinal}Thôn | Số hộ | Số khẩu | Nam | Nữ\n"
    rows += f"{number}Thôn 1 | 100 | 400 | 210 | 190\n"
    table = read_rows(tmp_path, rows + f"{'| ' if ordinal else ''}Toàn xã | 100 | 400 | 210 | 190")
    assert (table.kind, problems(table)) == ("population_counts", [])
    assert columns(table, "unit", "hamlet_name", "households", "population", "men", "women") == [
        ("23482@", "1", 100, 400, 210, 190)
    ]


def test_a_sum_beside_a_list_of_people_is_no_population_count(tmp_path: Path) -> None:
    sheet = rows_of(
        "DANH SÁCH NHÂN KHẨU\nHọ và tên | Năm sinh | Thôn | Quan hệ\nA Thui | 1980 | Thôn 1 | Chủ hộ"
    )
    path = write_xlsx(
        tmp_path / "list.xlsx", sheet, others={"TH": rows_of("Thôn | Số hộ | Số khẩu\nThôn 1 | 1 | 1")}
    )
    (table,) = read_file(path, places=KON_RAY, on=date(2023, 9, 30))
    assert table.kind == "residents"


def test_members_of_the_committee(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        DANH SÁCH THÀNH VIÊN BAN CHỈ ĐẠO BHXH, BHYT HUYỆN KON RẪY
        STT | Họ và tên | Chức vụ, đơn vị công tác | Chức vụ trong BCĐ | Điện thoại | Địa bàn phụ trách
        1   | Nguyễn Văn A | Chủ tịch UBND huyện | Trưởng ban | 0912345678 | chung
        2   | Trần Thị B | Giám đốc BHXH huyện | Phó trưởng ban | 0912345679 | Đăk Kôi
        """,
    )
    assert (table.kind, problems(table)) == ("committee", [])
    assert columns(table, "name", "job", "role", "charge") == [
        ("Nguyễn Văn A", "Chủ tịch UBND huyện", "Trưởng ban", "chung"),
        ("Trần Thị B", "Giám đốc BHXH huyện", "Phó trưởng ban", "Đăk Kôi"),
    ]
