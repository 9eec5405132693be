"""The head of a directive: number, date, issuer, addressees, copies, documents cited."""

import pytest
from tests.spec.directives.reading import letter

from baophu.directives.files.opening import text_of
from baophu.directives.reading import Reading, read_text
from baophu.directives.told import as_json

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"


def head(letterhead: str, rest: str = "") -> Reading:
    return read_text(
        text_of(
            f"{letterhead}\n\n{MOTTO}\n{rest}\n\nKính gửi: UBND các xã.\n\nYêu cầu các xã thực hiện việc sau."
        )
    )


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 1184/UBND-LĐTBXH", "1184/UBND-LĐTBXH"),
        ("Số 882-CV/TU", "882-CV/TU"),
        ("Số: 0214 /QĐ-UBND", "0214/QĐ-UBND"),
        ("Số:      /UBND-VX", None),
        ("Số: ……/KH-BCĐ", None),
    ],
)
def test_the_number_or_its_blank(line: str, number: str | None) -> None:
    assert head("ỦY BAN NHÂN DÂN\nHUYỆN KON RẪY", line).header.number == number


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Kon Rẫy, ngày 03 tháng 10 năm 2023", "2023-10-03"),
        ("Kon Rẫy, ngày    tháng    năm 2023", None),
        ("Kon Rẫy, ngày … tháng 10 năm 2023", None),
        ("Kon Rẫy, ngày 31 tháng 9 năm 2023", None),
        ("Kon Rẫy, ngày 03/10/2023", "2023-10-03"),
    ],
)
def test_the_date_or_its_blank(line: str, day: str | None) -> None:
    found = head("ỦY BAN NHÂN DÂN\nHUYỆN KON RẪY", f"Số: 5/UBND\n\n{line}").header
    assert (found.day.isoformat() if found.day else None, found.year) == (day, 2023)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("Số: 5/UBND\nV/v thu BHYT\n\nKon Rẫy, ngày 03 tháng 10 năm 2023", "V/v thu BHYT"),
        ("Số: 5/UBND\n\nKon Rẫy, ngày 03 tháng 10 năm 2023\n\nKẾ HOẠCH\nThu BHYT", "KẾ HOẠCH Thu BHYT"),
        (
            "Số: 5/UBND\n\nKon Rẫy, ngày 03 tháng 10 năm 2023\n\nKẾ HOẠCH\nThực hiện chỉ tiêu BHYT năm 2024",
            "KẾ HOẠCH Thực hiện chỉ tiêu BHYT năm 2024",
        ),
        (
            "Số 18-CT/HU\n\nKon Rẫy, ngày 02 tháng 10 năm 2023\n\nCHỈ THỊ\nCỦA BAN THƯỜNG VỤ HUYỆN ỦY\n"
            "về tăng cường lãnh đạo thực hiện chính sách",
            "CHỈ THỊ CỦA BAN THƯỜNG VỤ HUYỆN ỦY về tăng cường lãnh đạo thực hiện chính sách",
        ),
        ("Số: 5/UBND\n\nKon Rẫy, ngày 03 tháng 10 năm 2023", None),
        ("Kon Rẫy, ngày 03 tháng 10 năm 2023\n\nSố: 5/UBND", None),
        ("Số: 5/UBND\n\nKon Rẫy, ngày 03/10/2023\n-----", None),
    ],
)
def test_what_it_is_about_or_nothing(lines: str, title: str | None) -> None:
    assert as_json(head("ỦY BAN NHÂN DÂN\nHUYỆN KON RẪY", lines))["title"] == title


@pytest.mark.parametrize(
    ("letterhead", "issuer", "area"),
    [
        ("ỦY BAN NHÂN DÂN\nHUYỆN KON RẪY", "ỦY BAN NHÂN DÂN HUYỆN KON RẪY", "huyện Kon Rẫy"),
        ("UBND TỈNH NGHỆ AN\nSỞ NỘI VỤ", "SỞ NỘI VỤ TỈNH NGHỆ AN", "tỉnh Nghệ An"),
        (
            "BẢO HIỂM XÃ HỘI VIỆT NAM\nBẢO HIỂM XÃ HỘI TỈNH KON TUM",
            "BẢO HIỂM XÃ HỘI TỈNH KON TUM",
            "tỉnh Kon Tum",
        ),
        ("ĐẢNG BỘ TỈNH QUẢNG NGÃI\nĐẢNG ỦY ĐẶC KHU LÝ SƠN\n*", "ĐẢNG ỦY ĐẶC KHU LÝ SƠN", "đặc khu Lý Sơn"),
        (
            "ỦY BAN MTTQ VIỆT NAM\nHUYỆN QUỲ HỢP\nBAN THƯỜNG TRỰC",
            "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM HUYỆN QUỲ HỢP",
            "huyện Quỳ Hợp",
        ),
        (
            "UBND TỈNH GIA LAI\nBAN CHỈ ĐẠO THỰC HIỆN CHÍNH SÁCH\nBẢO HIỂM XÃ HỘI, BẢO HIỂM Y TẾ",
            "BAN CHỈ ĐẠO THỰC HIỆN CHÍNH SÁCH BẢO HIỂM XÃ HỘI, BẢO HIỂM Y TẾ TỈNH GIA LAI",
            "tỉnh Gia Lai",
        ),
        (
            "HUYỆN ỦY KRÔNG PẮC\nBAN TUYÊN GIÁO\n*",
            "BAN TUYÊN GIÁO HUYỆN ỦY KRÔNG PẮC",
            "huyện Krông Pắc",
        ),
        (
            "UBND TỈNH HÒA BÌNH - BHXH VIỆT NAM\nLIÊN NGÀNH SỞ Y TẾ - BẢO HIỂM XÃ HỘI TỈNH",
            "SỞ Y TẾ - BẢO HIỂM XÃ HỘI TỈNH HÒA BÌNH",
            "tỉnh Hòa Bình",
        ),
    ],
)
def test_whose_it_is_and_of_which_area(letterhead: str, issuer: str, area: str) -> None:
    read = head(letterhead, "Số: 12/CV\n\nNgày 02 tháng 10 năm 2025")
    assert read.header.issuer == issuer
    assert read.ground.name == area


def test_a_symbol_says_that_it_is_the_peoples_committees() -> None:
    letterhead = "UBND XÃ TUY AN ĐÔNG\nBAN CHỈ ĐẠO BHXH, BHYT\n"
    assert head(letterhead + "Số: 233/UBND-BCĐ").header.issuer == "UBND XÃ TUY AN ĐÔNG"
    assert head(letterhead + "Số: 233/KH-BCĐ").header.issuer == "BAN CHỈ ĐẠO BHXH, BHYT XÃ TUY AN ĐÔNG"


@pytest.mark.parametrize(
    ("kind", "body", "signed", "issuer"),
    [
        ("NGHỊ QUYẾT", "", "", "BAN CHẤP HÀNH ĐẢNG BỘ XÃ KON BRAIH"),
        ("CHỈ THỊ", "", "", "BAN THƯỜNG VỤ ĐẢNG ỦY XÃ KON BRAIH"),
        ("KẾ HOẠCH", "", "T/M BAN THƯỜNG VỤ\nBÍ THƯ", "BAN THƯỜNG VỤ ĐẢNG ỦY XÃ KON BRAIH"),
        ("NGHỊ QUYẾT", "", "T/M ĐẢNG ỦY\nBÍ THƯ", "BAN CHẤP HÀNH ĐẢNG BỘ XÃ KON BRAIH"),
        ("THÔNG BÁO\nKết luận của Ban Thường vụ Đảng ủy về BHYT", "", "", "BAN THƯỜNG VỤ ĐẢNG ỦY XÃ KON BRAIH"),
        ("CÔNG VĂN", "Thường trực Đảng ủy yêu cầu:", "T/M BAN THƯỜNG VỤ", "THƯỜNG TRỰC ĐẢNG ỦY XÃ KON BRAIH"),
        ("BÁO CÁO", "", "", "ĐẢNG ỦY XÃ KON BRAIH"),
    ],
)  # fmt: skip
def test_which_organ_of_the_party_it_is_of(kind: str, body: str, signed: str, issuer: str) -> None:
    read = read_text(
        text_of(
            "ĐẢNG BỘ TỈNH QUẢNG NGÃI\nĐẢNG ỦY XÃ KON BRAIH\n*\nSố 06/ĐU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\n"
            f"{kind}\n\nCăn cứ tình hình. {body}\n1. Các chi bộ rà soát.\n\nNơi nhận:\n- Lưu.\n\n{signed}"
        )
    )
    assert read.header.issuer == issuer


def test_a_letterhead_in_two_columns() -> None:
    read = read_text(
        text_of(
            "   ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "HUYỆN KRÔNG BÔNG                              Độc lập - Tự  do - Hạnh phúc\n\n"
            "Số: 1184/UBND-VX              Krông Bông, ngày 11 tháng 10 năm 2023\n\nKính gửi: UBND các xã.\n"
        )
    )
    assert read.header.issuer == "ỦY BAN NHÂN DÂN HUYỆN KRÔNG BÔNG"
    assert (read.header.number, str(read.header.day)) == ("1184/UBND-VX", "2023-10-11")


def test_addressees_one_each() -> None:
    read = read_text(
        text_of(
            f"UBND HUYỆN KON RẪY\nSố: 5/UBND\n{MOTTO}\nKính gửi:\n- Các phòng: Y "
            f"tế, Nội vụ;\n- BHXH cơ sở: Hữu Lũng, Bắc Sơn;\n"
            "- UBND các xã, thị trấn.\n\nThực hiện Quyết định số 5/QĐ-UBND, UBND huyện yêu cầu:"
        )
    )
    assert [name for name, _words in read.header.addressees] == [
        "Phòng Y tế",
        "Phòng Nội vụ",
        "BHXH cơ sở Hữu Lũng",
        "BHXH cơ sở Bắc Sơn",
        "UBND các xã, thị trấn",
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Giám đốc các Sở: Y tế; Tài chính", ["Giám đốc Sở Y tế", "Giám đốc Sở Tài chính"]),
        ("Các phòng, đơn vị thuộc UBND phường", ["Các phòng, đơn vị thuộc UBND phường"]),
        ("Các trường Tiểu học, THCS, THPT trên địa bàn huyện", ["Các trường Tiểu học, THCS, THPT trên địa bàn huyện"]),
        ("Bệnh viện Đa khoa tỉnh, Bệnh viện Y học cổ truyền", ["Bệnh viện Đa khoa tỉnh", "Bệnh viện Y học cổ truyền"]),
        ("Các cơ sở lưu trú, doanh nghiệp du lịch", ["Các cơ sở lưu trú", "doanh nghiệp du lịch"]),
        ("UBND các xã, phường (Phòng Văn hóa - Xã hội)", ["UBND các xã, phường"]),
        ("Công chức chuyên môn: VH-XH, TC-KT", ["Công chức chuyên môn VH-XH", "Công chức chuyên môn TC-KT"]),
        ("Sở Y tế (để phối hợp); UBND các xã (để thực hiện)", ["Sở Y tế", "UBND các xã"]),
        ("Ủy ban MTTQ và các tổ chức chính trị - xã hội tỉnh", ["Ủy ban MTTQ", "các tổ chức chính trị - xã hội tỉnh"]),
        ("Phòng Thanh tra - Kiểm tra", ["Phòng Thanh tra - Kiểm tra"]),
        ("Trưởng các thôn: Phong Phú, Hội Phú", ["Trưởng thôn Phong Phú", "Trưởng thôn Hội Phú"]),
    ],
)  # fmt: skip
def test_addressees_of_one_line(line: str, names: list[str]) -> None:
    read = read_text(
        text_of(f"UBND HUYỆN KON RẪY\nSố: 5/UBND\n{MOTTO}\nKính gửi:\n- {line}.\n\nUBND huyện yêu cầu:")
    )
    assert [name for name, _words in read.header.addressees] == names


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("Kính gửi:\n1. Sở Y tế;\n2. UBND các xã.", ["Sở Y tế", "UBND các xã"]),
        ("Kính gửi: Sở Y tế.\n1. UBND các xã rà soát danh sách.", ["Sở Y tế"]),
        ("Gửi: UBND các xã, thị trấn", ["UBND các xã, thị trấn"]),
    ],
)
def test_how_addressees_begin(lines: str, names: list[str]) -> None:
    read = read_text(text_of(f"UBND TỈNH KON TUM\nSố: 5/UBND\n{MOTTO}\n{lines}\n\nUBND tỉnh yêu cầu:"))
    assert [name for name, _words in read.header.addressees] == names


def test_copies_with_their_roles() -> None:
    read = letter(
        "Yêu cầu các xã thực hiện.\n\nNơi nhận:\n- Như trên;\n- Thường trực "
        "Huyện ủy (b/c);\n- Đ/c Chủ tịch, các PCT UBND huyện (đ/b);\n"
        "- BCĐ huyện (t/h);\n- Công an huyện (p/h);\n- Đài Truyền thanh "
        "huyện;\n- Lưu VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"
    )
    assert [(name, role) for name, role, _words in read.header.copies] == [
        ("Thường trực Huyện ủy", "b/c"),
        ("Đ/c Chủ tịch, các PCT UBND huyện", "đ/b"),
        ("BCĐ huyện", "t/h"),
        ("Công an huyện", "p/h"),
        ("Đài Truyền thanh huyện", None),
    ]


def test_who_signs_in_the_line_of_the_copies_is_no_copy() -> None:
    read = letter("Yêu cầu các xã thực hiện.\n\nNơi nhận: GIÁM ĐỐC\n- UBND tỉnh (b/c);\n- Lưu: VT.")
    assert [name for name, _role, _words in read.header.copies] == ["UBND tỉnh"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("(để bc)", "b/c"),
        ("(để báo cáo)", "b/c"),
        ("(để p/h chỉ đạo)", "p/h"),
        ("(b/cáo)", "b/c"),
        ("(T/h)", "t/h"),
    ],
)
def test_the_role_of_a_copy(line: str, role: str) -> None:
    [(name, found, _words)] = letter(
        f"Yêu cầu các xã thực hiện.\n\nNơi nhận:\n- UBND tỉnh {line};\n- Lưu."
    ).header.copies
    assert (name, found) == ("UBND tỉnh", role)


def test_documents_cited() -> None:
    read = letter(
        "Căn cứ Quyết định số 793/QĐ-UBND ngày 09/12/2022 của UBND tỉnh; Nghị "
        "quyết số 20-NQ/TW, ngày 25/10/2017 của Trung ương; "
        "Luật Bảo hiểm xã hội số 41/2024/QH15; Nghị quyết 05/NQ-HĐND; bao phủ 2/3 số xã, 21/78 xã."
    )
    assert [(one.number, str(one.day)) for one in read.cited] == [
        ("793/QĐ-UBND", "2022-12-09"),
        ("20-NQ/TW", "2017-10-25"),
        ("41/2024/QH15", "None"),
        ("05/NQ-HĐND", "None"),
    ]


@pytest.mark.parametrize(
    "said", ["yêu cầu", "đã yêu cầu", "vừa chỉ đạo", "cũng đề nghị", "tiếp tục chỉ đạo", "vừa qua đã yêu cầu"]
)
def test_who_requires_something_in_the_press_is_named_without_the_verb(said: str) -> None:
    read = read_text(
        text_of(
            f"Tăng cường công tác BHYT\n\n29/08/2023 10:10 AM\n\nChủ tịch UBND xã {said} các thôn rà soát "
            "người chưa có thẻ BHYT, lập danh sách gửi UBND xã trước ngày 15/9/2023.\n"
        )
    )
    assert read.header.issuer == "Chủ tịch UBND xã"


def test_a_report_in_the_press_has_a_date_and_no_number() -> None:
    read = read_text(
        text_of(
            "Lâm Đồng: Tăng cường công tác BHYT\n\n29/08/2023 10:10 AM\n\nBan "
            "Thường vụ Tỉnh ủy Lâm Đồng ban hành chỉ thị về công tác BHYT.\n\n"
            "Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy, chính quyền tiếp tục quán "
            "triệt chủ trương. Nâng cao nhận thức của cán bộ.\n\n"
            "Liên đoàn Lao động tỉnh chỉ đạo công đoàn phối hợp với cơ quan Bảo hiểm xã hội.\n"
        )
    )
    assert (read.header.number, str(read.header.day)) == (None, "2023-08-29")
    assert [list(task.assignees) for task in read.tasks] == [
        ["các cấp ủy, chính quyền"],
        ["các cấp ủy, chính quyền"],
        ["Liên đoàn Lao động tỉnh"],
    ]


def test_the_province_of_a_headline() -> None:
    read = read_text(
        text_of(
            "Quảng Bình: Đẩy nhanh bao phủ BHYT\n\n12/09/2023 08:15\n\nToàn tỉnh có 824.567 người tham gia BHYT.\n\n"
            "Các huyện Minh Hóa, Tuyên Hóa báo cáo UBND tỉnh."
        )
    )
    assert read.ground.name == "tỉnh Quảng Bình"


def test_a_telegram_names_whom_it_is_for_behind_who_sends_it() -> None:
    read = read_text(
        text_of(
            f"ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG\nSố: 05/CĐ-UBND\n\n{MOTTO}\n"
            "Hà Giang, ngày 28 tháng 11 năm 2023\n\nCÔNG ĐIỆN\n\n"
            "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ GIANG điện:\n- Giám đốc Sở Y tế;\n"
            "- Chủ tịch UBND các huyện, thành phố.\n\n"
            "Yêu cầu các đồng chí:\n1. Giám đốc Sở Y tế chỉ đạo rà soát danh sách trước ngày 05/12/2023."
        )
    )
    assert read.header.issuer == "ỦY BAN NHÂN DÂN TỈNH HÀ GIANG"
    assert [name for name, _words in read.header.addressees] == [
        "Giám đốc Sở Y tế",
        "Chủ tịch UBND các huyện, thành phố",
    ]
    assert [task.assignees for task in read.tasks] == [("Giám đốc Sở Y tế",)]


def test_copies_below_a_full_line_of_a_text_broken_by_the_page() -> None:
    full = "Các sở, ngành, Ủy ban nhân dân các huyện, thị xã, thành phố báo cáo kết quả về UBND"
    lines = "\n".join([full] * 8)
    read = letter(f"{lines}\ntỉnh trước ngày 15/6 và giao BHXH tỉnh theo dõi, tổng hợp, đôn đốc, làm./.\n\n"
                  "Nơi nhận:\n- BHXH Việt Nam (b/c);\n- Lưu: VT.")  # fmt: skip
    assert [name for name, _role, _words in read.header.copies] == ["BHXH Việt Nam"]


@pytest.mark.parametrize(
    ("letterhead", "issuer"),
    [
        ("UBND HUYỆN HẢI HẬU\nUBND THỊ TRẤN THỊNH LONG", "UBND THỊ TRẤN THỊNH LONG"),
        ("BCH ĐOÀN TỈNH YÊN BÁI\nBCH ĐOÀN HUYỆN LỤC YÊN", "BAN CHẤP HÀNH ĐOÀN HUYỆN LỤC YÊN"),
    ],
)
def test_the_lower_of_two_committees_of_one_kind_gives_the_directive(letterhead: str, issuer: str) -> None:
    assert head(letterhead, "Số: 29 /UBND").header.issuer == issuer


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ông (bà) Tổ trưởng 21 tổ dân phố; Trạm Y tế xã.", ["Tổ trưởng 21 tổ dân phố", "Trạm Y tế xã"]),
        ("Đoàn trường THPT Hoàng Văn Thụ, Đoàn trường THPT Mai Sơn.",
         ["Đoàn trường THPT Hoàng Văn Thụ", "Đoàn trường THPT Mai Sơn"]),
    ],
)  # fmt: skip
def test_addressees_who_are_spoken_to_or_named_alike(line: str, names: list[str]) -> None:
    read = read_text(
        text_of(
            f"ỦY BAN NHÂN DÂN\nXÃ ĐĂK KÔI\n\n{MOTTO}\nSố: 5/UBND\n\nKính gửi: {line}\n\nYêu cầu thực hiện."
        )
    )
    assert [name for name, _words in read.header.addressees] == names


def test_who_signs_in_the_other_column_gets_no_copy() -> None:
    read = head("ỦY BAN NHÂN DÂN\nXÃ ĐĂK KÔI", "Số: 5/UBND")
    signed = read_text(
        text_of(f"{read.text}\n\nNơi nhận:\n- Như trên;      PHÓ CHỦ TỊCH\n- UBND huyện (b/c);\n- Lưu: VT.")
    )
    assert [name for name, _role, _words in signed.header.copies] == ["UBND huyện"]
