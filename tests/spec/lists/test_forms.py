"""Official forms: known by their code, with the head block and the sections that carry meaning."""

from datetime import date
from pathlib import Path

import pytest
from tests.makers.sheets import KON_RAY, columns, counts, problems, read_rows, rows_of, write_xlsx

from baophu.lists.reading import read_file

D03 = """
    Tên đơn vị: UBND xã Đăk Kôi | | Mẫu D03-TS
    Đối tượng tham gia: Người thuộc hộ nghèo
    DANH SÁCH NGƯỜI CHỈ THAM GIA BẢO HIỂM Y TẾ
    STT | Họ và tên | Mã số BHXH | CCCD | Ngày sinh | Giới tính | Địa chỉ cư trú | Nơi ĐK KCB | Ngày biên lai | Tiền lương/trợ cấp | Tỷ lệ NSĐP hỗ trợ (%) | Hỗ trợ khác (%) | Từ tháng | Số tháng | Ghi chú | Mã NV thu
    A   | B | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14
    I   | Tăng
    I.1 | Người tham gia
    1   | A Thui | 6201234567 | 062090001234 | 05/03/1990 | Nam | Thôn 1, xã Đăk Kôi | TTYT Kon Rẫy | 25/9/2023 | | 10 | | 10/2023 | 12 | | NV01
    I.2 | Tiền lương
    1   | Y Lan | 6201234568 | | 1985 | Nữ | Thôn 2, xã Đăk Kôi | | | 1800000 | | | 10/2023 | | |
    II  | Giảm
    1   | A Minh | 6201234569 | | 1980 | Nam | Thôn 1, xã Đăk Kôi | | | | | | 10/2023 | | Chuyển đi |
        | Cộng
"""  # noqa: E501


def test_joiners_and_leavers(tmp_path: Path) -> None:
    """Form D03-TS: who joins, whose pay changes, who leaves; the head block says the group."""
    table = read_rows(tmp_path, D03)

    assert (table.kind, counts(table), problems(table)) == (
        "joiners_leavers", {"rows": 13, "accepted": 3, "rejected": 0, "structure": 10}, [],
    )  # fmt: skip
    assert columns(table, "name", "direction", "from", "to", "group", "scheme") == [
        ("A Thui", "in", date(2023, 10, 1), date(2024, 9, 30), "HN", "BHYT"),
        ("Y Lan", "change", date(2023, 10, 1), None, "HN", "BHYT"),
        ("A Minh", "out", date(2023, 10, 1), None, "HN", "BHYT"),
    ]
    assert columns(table, "clinic", "receipt_date", "province_rate", "collector", "unit")[0] == (
        "TTYT Kon Rẫy", date(2023, 9, 25), "10", "NV01", "23482@",
    )  # fmt: skip


DECLARED = """
    DANH SÁCH NGƯỜI CHỈ THAM GIA BHYT
    -
    STT | Họ và tên | Mã số BHXH | Ngày sinh | Chỉ có năm sinh | Giới tính | Ngày biên lai | Số biên lai | Số tháng | Tiền đóng | Từ ngày | Phương án | Mã vùng SS | Mã xã ĐSS | Ngày chết
        | HoTen | MaSoBhxh | NgaySinh | ChiCoNamSinh | GioiTinh | NgayBienLai | SoBienLai | SoThang | TienDong | TuNgay | PhuongAnId | MaVungSinhSong | MaXa_DangSS | NgayChet
        | Tăng
    1   | NGUYỄN VĂN A | 6201234567 | 01/01/1990 | 2 | 1 | 25/09/2023 | 000123 | 12 | 972000 | 01/10/2023 | TM | K1 | 23482 |
    2   | Y HƯƠNG | 6201234568 | 05/03/1991 | 0 | 0 | 25/09/2023 | 000124 | 6 | 486000 | 01/10/2023 | on | K1 | 23482 |
    3   | Y LAN | 6201234570 | 05/03/1992 | 0 | 0 | | | | | 01/10/2023 | DC | K1 | 23482 |
        | Giảm
    4   | A MINH | 6201234569 | 05/03/1951 | 0 | 1 | | | | | 01/10/2023 | GH | | 23482 | 20/09/2023
"""  # noqa: E501


def test_joiners_and_leavers_as_declared_electronically(tmp_path: Path) -> None:
    """A row of technical names, codes of changes, communes by code, 01/01 for the year alone."""
    table = read_rows(tmp_path, DECLARED)

    assert (table.kind, problems(table), table.unread) == ("joiners_leavers", [], [])
    assert columns(table, "name", "sex", "birth_precision", "direction", "plan", "to", "died_on") == [
        ("Nguyễn Văn A", "male", "year", "in", "TM", date(2024, 9, 30), None),
        ("Y Hương", "female", "day", "in", "ON", date(2024, 3, 31), None),
        ("Y Lan", "female", "day", "change", "DC", None, None),
        ("A Minh", "male", "day", "out", "GH", None, date(2023, 9, 20)),
    ]
    assert columns(table, "receipt_number", "amount", "unit", "living_area")[0] == (
        "000123",
        972_000,
        "23482@",
        "K1",
    )


def test_an_agents_list_of_receipts_is_of_joiners(tmp_path: Path) -> None:
    """Its title is that of the insurer's list; the receipts tell that it does not name everybody."""
    table = read_rows(
        tmp_path,
        """
        DANH SÁCH NGƯỜI THAM GIA BHYT HỘ GIA ĐÌNH
        STT | Họ và tên người tham gia | Mã số BHXH (10 số) | Số CCCD/Định danh | Ngày sinh | Giới tính | Địa chỉ cư trú | Số tiền đóng | Số tháng | Từ ngày | Đến ngày | Ngày biên lai | Số biên lai | Nhân viên thu
        (1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9) | (10) | (11) | (12) | (13) | (14)
        1 | A Thui | 6201234567 | 062090001234 | 05/03/1990 | Nam | Thôn 1, xã Đăk Kôi | 972000 | 12 | 1/10/2023 | 30/9/2024 | 25/9/2023 | 123 | Y Hoa
          | TỔNG CỘNG | | | | | | 972000
        """,  # noqa: E501
    )
    assert (table.kind, columns(table, "direction", "to", "amount")) == (
        "joiners_leavers", [("in", date(2024, 9, 30), 972_000)],
    )  # fmt: skip


@pytest.mark.parametrize("title", ["Mẫu D05-TS\nDANH SÁCH NGƯỜI THAM GIA BHXH TỰ NGUYỆN\n", ""])
def test_voluntary_social_insurance(tmp_path: Path, title: str) -> None:
    """Form D05-TS, with its title and without."""
    table = read_rows(
        tmp_path,
        title
        + """
        STT | Họ và tên | Mã số BHXH | Mức tiền | Từ tháng | Số tháng | Số tiền đóng | | | Ghi chú
            | | | | | | Tổng số | Người tham gia đóng | NSNN hỗ trợ |
        A   | B | C | 1 | 2 | 3 | 4=5+6 | 5 | 6 | 7
        I   | Tăng
        1   | A Thui | 6201234567 | 1.500.000 | 10/2023 | 3 | 990000 | 891000 | 99000 |
        II  | Giảm
        1   | Y Lan  | 6201234568 |           | 10/2023 |   |        |        |       |
        """,
    )
    assert (table.kind, problems(table)) == ("voluntary", [])
    assert columns(table, "scheme", "direction", "wage", "months", "to", "own_payment", "state_support") == [
        ("BHXH_TN", "in", 1_500_000, 3, date(2023, 12, 31), 891_000, 99_000),
        ("BHXH_TN", "out", None, None, None, None, None),
    ]


def test_workers(tmp_path: Path) -> None:
    """Form D02-LT: the employer stands above; the column of wages holds coefficients too."""
    table = read_rows(
        tmp_path,
        """
        Tên đơn vị: Công ty TNHH Kon Braih | | Mẫu D02-LT
        Mã đơn vị: | YN0012Z
        DANH SÁCH LAO ĐỘNG THAM GIA BHXH, BHYT, BHTN, BHTNLĐ-BNN
        STT | Họ và tên | Mã số BHXH | Ngày sinh | Giới tính | Cấp bậc, chức vụ, chức danh nghề, nơi làm việc | Hệ số/Mức lương | Phụ cấp | | | Thời điểm đơn vị bắt đầu đóng BHXH | Thời điểm đơn vị kết thúc đóng BHXH | Ghi chú
            | | | | | | | Chức vụ | Thâm niên VK (%) | Thâm niên nghề (%) | | |
        I   | Tăng
        I.1 | Lao động
        1   | A Thui | 6201234567 | 05/03/1990 | Nam | Công nhân | 5.400.000 | | | | 10/2023 | |
        I.2 | Tiền lương
        1   | Y Lan | 6201234568 | 05/03/1991 | Nữ | Kế toán | 2,34 | 0,2 | | 5 | 10/2023 | |
        II  | Giảm
        II.1 | Lao động
        1   | A Minh | 6201234569 | 05/03/1992 | Nam | Bảo vệ | 4.000.000 | | | | | 9/2023 | nghỉ việc
            | Tổng cộng
        """,  # noqa: E501
    )
    assert (table.kind, problems(table)) == ("workers", [])
    assert columns(table, "name", "direction", "from", "to", "pay", "wage", "job", "allowance_trade") == [
        ("A Thui", "in", date(2023, 10, 1), None, "5.400.000", 5_400_000, "Công nhân", None),
        ("Y Lan", "change", date(2023, 10, 1), None, "2,34", None, "Kế toán", "5"),
        ("A Minh", "out", None, date(2023, 9, 30), "4.000.000", 4_000_000, "Bảo vệ", None),
    ]
    assert set(columns(table, "employer", "employer_code")) == {("Công ty TNHH Kon Braih", "YN0012Z")}


@pytest.mark.parametrize(("title", "direction"), [("BÁO TĂNG LAO ĐỘNG", "in"), ("BÁO GIẢM LAO ĐỘNG", "out")])
def test_the_title_may_say_which_way(tmp_path: Path, title: str, direction: str) -> None:
    rows = "STT | Họ và tên | Mã số BHXH | Chức vụ | Tiền lương\n1 | A Thui | 6201234567 | x | 1"
    table = read_rows(tmp_path, f"{title} (D02-TS)\n{rows}")
    assert (table.kind, columns(table, "direction")) == ("workers", [(direction,)])


def test_a_change_that_says_nowhere_which_way_is_rejected(tmp_path: Path) -> None:
    rows = (
        "STT | Họ và tên | Mã số BHXH | Phương án\n1 | A Thui | 6201234567 | TS\n2 | Y Lan | 6201234568 | TM"
    )
    table = read_rows(tmp_path, f"Mẫu D03-TS\n{rows}")
    assert problems(table) == [(3, "direction", "missing")]
    assert columns(table, "name", "direction") == [("Y Lan", "in")]


C12 = """
    Mẫu C12-TS
    THÔNG BÁO KẾT QUẢ ĐÓNG BHXH, BHYT, BHTN, BHTNLĐ-BNN
    Tháng 9 năm 2023
    Tên đơn vị: Công ty TNHH A
    Mã đơn vị: YN0012Z
    STT | Nội dung | BHXH | BHYT | BHTN | BHTNLĐ-BNN | CỘNG
    A   | Kỳ trước mang sang
    1   | Số lao động | 10 | 10 | 10 | 10 |
    2   | Phải đóng | 100 | 20 | 10 | 2 | 132
    2.1 | Thừa | 0 | 0 | 0 | 0 | 0
    B   | Phát sinh trong kỳ
    2   | Phải đóng | 110 | 22 | 11 | 3 | 146
    C   | Số tiền đã nộp trong kỳ | 100 | 20 | 10 | 2 | 132
    1   | UNC số 12 ngày 5/9/2023 | 100 | 20 | 10 | 2 | 132
    D   | Chuyển kỳ sau | 110 | 22 | 11 | 3 | 146
"""


def test_a_notice_of_contributions(tmp_path: Path) -> None:
    """Form C12-TS: lines of four parts; a part with amounts beside it is a line as well."""
    table = read_rows(tmp_path, C12, on=None)

    assert (table.kind, table.date, problems(table)) == ("contributions", date(2023, 9, 30), [])
    assert columns(table, "part", "item", "amount_bhxh", "amount") == [
        ("Kỳ trước mang sang", "Số lao động", 10, None),
        ("Kỳ trước mang sang", "Phải đóng", 100, 132),
        ("Kỳ trước mang sang", "Thừa", 0, 0),
        ("Phát sinh trong kỳ", "Phải đóng", 110, 146),
        ("Số tiền đã nộp trong kỳ", "Số tiền đã nộp trong kỳ", 100, 132),
        ("Số tiền đã nộp trong kỳ", "UNC số 12 ngày 5/9/2023", 100, 132),
        ("Chuyển kỳ sau", "Chuyển kỳ sau", 110, 146),
    ]
    assert set(columns(table, "employer", "employer_code")) == {("Công ty TNHH A", "YN0012Z")}


def test_declarations_of_personal_data(tmp_path: Path) -> None:
    """TK1-TS as a table, a person a row."""
    table = read_rows(
        tmp_path,
        """
        TỜ KHAI THAM GIA, ĐIỀU CHỈNH THÔNG TIN BHXH, BHYT (TK1-TS)
        STT | Họ và tên | Giới tính | Ngày sinh | Quốc tịch | Số CCCD | Nơi khai sinh | Nội dung thay đổi, yêu cầu | Hồ sơ kèm theo
        1   | A THUI | Nam | 05/03/1990 | Việt Nam | 062090001234 | Đăk Kôi | sửa ngày sinh | CCCD
        """,  # noqa: E501
    )
    assert (table.kind, problems(table)) == ("person_form", [])
    assert columns(table, "name", "birth_place", "request", "proof") == [
        ("A Thui", "Đăk Kôi", "sửa ngày sinh", "CCCD")
    ]


@pytest.mark.parametrize(
    ("title", "kind", "directions"),
    [
        ("DANH SÁCH BÁO GIẢM NGƯỜI THAM GIA BHYT THÁNG 9/2023", "joiners_leavers", [("out",)]),
        ("BÁO TĂNG BHYT", "joiners_leavers", [("in",)]),
        ("DANH SÁCH TĂNG, GIẢM THẺ BHYT", "joiners_leavers", []),
        ("BÁO GIẢM LAO ĐỘNG THAM GIA BHXH, BHYT", "workers", [("out",)]),
        ("TĂNG MỚI BHXH TỰ NGUYỆN", "voluntary", [("in",)]),
        ("DANH SÁCH TRẺ EM ĐỀ NGHỊ CẤP THẺ BHYT (Mẫu D03-TS)", "joiners_leavers", [("in",)]),
    ],
)
def test_a_title_that_names_a_change_needs_no_further_sign(
    tmp_path: Path, title: str, kind: str, directions: list[tuple[str]]
) -> None:
    """A list of who leaves, taken for one of all participants, would end the cards of all others."""
    rows = "STT | Họ và tên | Ngày sinh | Mã số BHXH | Ghi chú\n1 | A Thui | 5/3/1990 | 6201234567 |"
    if not directions:
        rows = rows.replace("Ghi chú", "Tăng/giảm") + " Giảm"
    table = read_rows(tmp_path, f"{title}\n{rows}")
    assert (table.kind, columns(table, "direction")) == (kind, directions or [("out",)])


def test_voluntary_social_insurance_by_technical_names(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        STT | HoTen | MasoBHXH | MucTien | Tuthang | Sothang | Tongtien | TienTudong | TienHotro | PA | TyleNSDP | TienNSDP | Maxa_DangSS
        1 | A Thui | 6201234567 | 1500000 | 10/2023 | 3 | 990000 | 891000 | 99000 | TM | 10 | 0 | 23482
        """,  # noqa: E501
    )
    assert (table.kind, problems(table)) == ("voluntary", [])
    assert columns(table, "wage", "from", "to", "own_payment", "state_support", "province_rate", "unit") == [
        (1_500_000, date(2023, 10, 1), date(2023, 12, 31), 891_000, 99_000, "10", "23482@")
    ]


TK1 = """
    Mẫu TK1-TS
    TỜ KHAI THAM GIA, ĐIỀU CHỈNH THÔNG TIN BẢO HIỂM XÃ HỘI, BẢO HIỂM Y TẾ
    I. Phần kê khai bắt buộc
    [01]. Họ và tên (viết chữ in hoa): NGUYỄN VĂN AN | [02]. Giới tính: Nam
    [03]. Ngày, tháng, năm sinh: 05/03/1990 | | [04]. Quốc tịch: Việt Nam
    [05]. Dân tộc: Xơ Đăng | [06]. Số CCCD/ĐDCN/Hộ chiếu: 062090001234
    [07]. Điện thoại: 0912345678 [08]. Email: ............
    [09]. Nơi đăng ký khai sinh: [09.1]. Xã: Đăk Kôi [09.2]. Huyện: Kon Rẫy [09.3]. Tỉnh: Kon Tum
    II. Phần kê khai chung
    [14]. Nội dung thay đổi, yêu cầu: sửa ngày sinh
    [15]. Hồ sơ kèm theo: bản sao CCCD
    | Kon Rẫy, ngày 25 tháng 9 năm 2023
    | Người kê khai
"""


def test_the_form_of_one_person(tmp_path: Path) -> None:
    """Labels tell what is what, whatever their numbers; every other row is counted as structure."""
    table = read_rows(tmp_path, TK1)

    assert (table.kind, problems(table)) == ("person_form", [])
    assert counts(table) == {"rows": 13, "accepted": 1, "rejected": 0, "structure": 12}
    names = "name sex birth_date ethnicity national_id phone email birth_place proof unit"
    assert columns(table, *names.split()) == [
        (
            "Nguyễn Văn An", "male", date(1990, 3, 5), "Xơ Đăng", "062090001234", "0912345678", None,
            "Xã Đăk Kôi, Huyện Kon Rẫy, Tỉnh Kon Tum", "bản sao CCCD", None,
        )
    ]  # fmt: skip


def test_a_form_with_the_members_of_the_household(tmp_path: Path) -> None:
    """The appendix is a table of its own."""
    rows = rows_of(TK1) + rows_of(
        """
        PHỤ LỤC THÀNH VIÊN HỘ GIA ĐÌNH
        STT | Họ và tên | Ngày sinh | Giới tính | Quan hệ với chủ hộ | Số CCCD
        1   | Nguyễn Văn An | 05/03/1990 | Nam | Chủ hộ | 062090001234
        2   | Trần Thị Bình | 1992 | Nữ | Vợ |
        """
    )
    tables = read_file(write_xlsx(tmp_path / "tk1.xlsx", rows), places=KON_RAY, on=date(2023, 9, 30))

    assert [(one.kind, one.accepted, one.rejected) for one in tables] == [
        ("person_form", 1, 0), ("person_form", 2, 0),
    ]  # fmt: skip
    assert sum(one.rows for one in tables) == len(rows)


def test_whom_a_notice_of_contributions_goes_to(tmp_path: Path) -> None:
    """What stands in two columns for one scheme is not taken from one of them."""
    table = read_rows(
        tmp_path,
        """
        THÔNG BÁO KẾT QUẢ ĐÓNG BHXH, BHYT, BHTN (Mẫu C12-TS)
        Kính gửi: Công ty TNHH A
        STT | Nội dung | BHXH | | BHYT | Cộng
            |          | Ốm đau, thai sản | Hưu trí | |
        1   | Phải đóng | 1.000.000 | 2.000.000 | 500.000 | 3.500.000
        """,
    )
    assert columns(table, "employer", "amount_bhxh", "amount_bhyt", "amount") == [
        ("Công ty TNHH A", None, 500_000, 3_500_000)
    ]
    assert len(table.unread) == 2


def test_an_enterprise_named_above_its_payroll(tmp_path: Path) -> None:
    rows = "CÔNG TY TNHH A\nBẢNG LƯƠNG THÁNG 9/2023\nHọ tên | Tổng lương | Ký nhận\nA Thui | 8.500.000 |"
    table = read_rows(tmp_path, rows, kind="payrolls")
    assert columns(table, "employer", "wage") == [("CÔNG TY TNHH A", 8_500_000)]
