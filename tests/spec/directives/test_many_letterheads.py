"""Letterheads of many offices, their columns pasted in any order: whose, number, date, addressees."""

from dataclasses import dataclass

import pytest

from baophu.directives.files.opening import text_of
from baophu.directives.reading import read_text

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"


@dataclass(frozen=True)
class Head:
    """A head as pasted, and what it says."""

    text: str
    issuer: str
    number: str | None
    day: str | None
    addressees: tuple[str, ...] = ()


HEADS = {
    "motto first, then the office": Head(
        f"{MOTTO}\n\nUBND HUYỆN KON RẪY\nPHÒNG GIÁO DỤC VÀ ĐÀO TẠO\nSố: 214/PGDĐT-TV\n"
        "Kon Rẫy, ngày 05 tháng 9 năm 2023\nV/v thu BHYT học sinh\n\n"
        "Kính gửi: Hiệu trưởng các trường mầm non, tiểu học, THCS trong huyện.\n\nPhòng yêu cầu:",
        "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN KON RẪY",
        "214/PGDĐT-TV",
        "2023-09-05",
        ("Hiệu trưởng các trường mầm non, tiểu học, THCS trong huyện",),
    ),
    "lines of both columns by turns": Head(
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ ĐĂK KÔI Độc lập - Tự do - Hạnh phúc\n"
        "Số: 41/UBND-VX Đăk Kôi, ngày 12 tháng 8 năm 2026\nV/v rà soát người chưa có thẻ BHYT\n\n"
        "Kính gửi:\n- Trưởng các thôn;\n- BHXH cơ sở Kon Rẫy.\n\nUBND xã yêu cầu:",
        "ỦY BAN NHÂN DÂN XÃ ĐĂK KÔI",
        "41/UBND-VX",
        "2026-08-12",
        ("Trưởng các thôn", "BHXH cơ sở Kon Rẫy"),
    ),
    "an office over an office, by turns": Head(
        "BẢO HIỂM XÃ HỘI VIỆT NAM CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBẢO HIỂM XÃ HỘI TỈNH KON TUM Độc lập - Tự do - Hạnh phúc\n"
        "Số: 1120/BHXH-TST Kon Tum, ngày 20 tháng 10 năm 2023\n\nKính gửi: BHXH các huyện.\n\nBHXH tỉnh yêu cầu:",
        "BẢO HIỂM XÃ HỘI TỈNH KON TUM",
        "1120/BHXH-TST",
        "2023-10-20",
        ("BHXH các huyện",),
    ),
    "the country's name broken off": Head(
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA\nHUYỆN KON RẪY VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 41/UBND-VX Kon Rẫy, ngày 12 tháng 8 năm 2023\n\nKính gửi: UBND các xã.\n\nUBND huyện yêu cầu:",
        "ỦY BAN NHÂN DÂN HUYỆN KON RẪY",
        "41/UBND-VX",
        "2023-08-12",
        ("UBND các xã",),
    ),
    "an office of a council": Head(
        f"VĂN PHÒNG\nHĐND VÀ UBND HUYỆN KON RẪY\nSố: 31/TB-VP\n{MOTTO}\nKon Rẫy, ngày 03 tháng 3 năm 2023\n\n"
        "THÔNG BÁO\nKết luận của Chủ tịch\n\nNgày 01/3/2023, Chủ tịch kết luận:",
        "VĂN PHÒNG HĐND VÀ UBND HUYỆN KON RẪY",
        "31/TB-VP",
        "2023-03-03",
    ),
    "the standing body of a council below it": Head(
        f"HỘI ĐỒNG NHÂN DÂN\nTHÀNH PHỐ KON TUM\nTHƯỜNG TRỰC\nSố: 31/KH-HĐND\n{MOTTO}\nKon Tum, ngày 03 tháng 3 năm 2023\n\n"
        "KẾ HOẠCH\nGiám sát\n\nCăn cứ chương trình giám sát, Thường trực xây dựng kế hoạch:",
        "THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ KON TUM",
        "31/KH-HĐND",
        "2023-03-03",
    ),
    "small letters": Head(
        "Ủy ban nhân dân\nHuyện Kon Rẫy\nSố: 12/UBND\nCộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc\n"
        "Kon Rẫy, ngày 03 tháng 3 năm 2023\n\nKính gửi: UBND các xã.\n\nUBND huyện yêu cầu:",
        "Ủy ban nhân dân Huyện Kon Rẫy",
        "12/UBND",
        "2023-03-03",
        ("UBND các xã",),
    ),
    "a telegram with its hour": Head(
        f"UBND HUYỆN KON RẪY\nHỎA TỐC\nSố: 12/CĐ-UBND\n{MOTTO}\nKon Rẫy, hồi 10 giờ ngày 03 tháng 3 năm 2023\n\n"
        "CÔNG ĐIỆN\n\nChủ tịch UBND huyện điện: Chủ tịch UBND các xã, thị trấn.\n\nYêu cầu:",
        "UBND HUYỆN KON RẪY",
        "12/CĐ-UBND",
        "2023-03-03",
        ("Chủ tịch UBND các xã, thị trấn",),
    ),
    "the date above the number": Head(
        f"ỦY BAN NHÂN DÂN\nPHƯỜNG CẨM THÀNH\n{MOTTO}\nCẩm Thành, ngày 02 tháng 3 năm 2026\nSố: 77/UBND\n\n"
        "Kính gửi: Tổ trưởng các tổ dân phố.\n\nUBND phường đề nghị:",
        "ỦY BAN NHÂN DÂN PHƯỜNG CẨM THÀNH",
        "77/UBND",
        "2026-03-02",
        ("Tổ trưởng các tổ dân phố",),
    ),
    "a committee of the Party, its star and number in one line": Head(
        f"ĐẢNG BỘ HUYỆN KON RẪY\nĐẢNG ỦY XÃ TÂN LẬP\n* Số 18-CV/ĐU\n{PARTY}\n"
        "Tân Lập, ngày 06 tháng 6 năm 2023\n\nKính gửi: Các chi bộ trực thuộc.\n\nĐảng ủy yêu cầu:",
        "ĐẢNG ỦY XÃ TÂN LẬP",
        "18-CV/ĐU",
        "2023-06-06",
        ("Các chi bộ trực thuộc",),
    ),
    "a committee of the Party, its number behind its name": Head(
        f"ĐẢNG BỘ TỈNH QUẢNG NGÃI {PARTY}\nĐẢNG ỦY XÃ KON BRAIH Kon Braih, ngày 08 tháng 5 năm 2026\n*\nSố 25-TB/ĐU\n\n"
        "THÔNG BÁO\nvề công tác BHYT\n\nCăn cứ tình hình, Đảng ủy thông báo:",
        "ĐẢNG ỦY XÃ KON BRAIH",
        "25-TB/ĐU",
        "2026-05-08",
    ),
    "a committee that helps the Party": Head(
        f"TỈNH ỦY QUẢNG NGÃI\nBAN TUYÊN GIÁO VÀ DÂN VẬN\n*\nSố 310-HD/BTGDVTU\n{PARTY}\n"
        "Quảng Ngãi, ngày 11 tháng 9 năm 2025\n\nHƯỚNG DẪN\ntuyên truyền BHXH\n\nThực hiện kế hoạch, Ban hướng dẫn:",
        "BAN TUYÊN GIÁO VÀ DÂN VẬN TỈNH ỦY QUẢNG NGÃI",
        "310-HD/BTGDVTU",
        "2025-09-11",
    ),
    "two offices together": Head(
        f"SỞ GIÁO DỤC VÀ ĐÀO TẠO - BẢO HIỂM XÃ HỘI\nTỈNH KON TUM\nSố: 1450/HDLN-SGDĐT-BHXH\n{MOTTO}\n"
        "Kon Tum, ngày 15 tháng 8 năm 2023\n\nHƯỚNG DẪN LIÊN NGÀNH\nThực hiện BHYT học sinh\n\nCăn cứ Luật, liên ngành hướng dẫn:",
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO - BẢO HIỂM XÃ HỘI TỈNH KON TUM",
        "1450/HDLN-SGDĐT-BHXH",
        "2023-08-15",
    ),
    "two offices, each with its own lines": Head(
        f"UBND TỈNH GIA LAI\nLIÊN NGÀNH: SỞ Y TẾ - BẢO HIỂM XÃ HỘI\nSố: 88/HDLN-SYT-BHXH\n{MOTTO}\n"
        "Gia Lai, ngày 20 tháng 01 năm 2026\n\nKính gửi: Các cơ sở khám bệnh, chữa bệnh BHYT.\n\nLiên ngành yêu cầu:",
        "SỞ Y TẾ - BẢO HIỂM XÃ HỘI TỈNH GIA LAI",
        "88/HDLN-SYT-BHXH",
        "2026-01-20",
        ("Các cơ sở khám bệnh, chữa bệnh BHYT",),
    ),
    "a People's Council": Head(
        f"HỘI ĐỒNG NHÂN DÂN\nXÃ ĐĂK RVE\nSố: 12/NQ-HĐND\n{MOTTO}\nĐăk Rve, ngày 22 tháng 12 năm 2025\n\n"
        "NGHỊ QUYẾT\nVề nhiệm vụ năm 2026\n\nHỘI ĐỒNG NHÂN DÂN XÃ ĐĂK RVE\nKHÓA I, KỲ HỌP THỨ 4\n\nCăn cứ Luật;",
        "HỘI ĐỒNG NHÂN DÂN XÃ ĐĂK RVE",
        "12/NQ-HĐND",
        "2025-12-22",
    ),
    "a committee of a People's Council": Head(
        f"HĐND HUYỆN KON RẪY\nBAN VĂN HÓA - XÃ HỘI\nSố: 09/BC-BVHXH\n{MOTTO}\nKon Rẫy, ngày 03 tháng 7 năm 2023\n\n"
        "BÁO CÁO\nKết quả giám sát BHYT\n\nThực hiện chương trình giám sát, Ban báo cáo:",
        "BAN VĂN HÓA - XÃ HỘI HĐND HUYỆN KON RẪY",
        "09/BC-BVHXH",
        "2023-07-03",
    ),
    "a school": Head(
        f"UBND XÃ ĐĂK RUỒNG\nTRƯỜNG THCS ĐĂK RUỒNG\nSố: 06/TB-THCS\n{MOTTO}\nĐăk Ruồng, ngày 10 tháng 9 năm 2025\n\n"
        "THÔNG BÁO\nThu BHYT năm học 2025-2026\n\nKính gửi: Giáo viên chủ nhiệm các lớp.\n\nNhà trường thông báo:",
        "TRƯỜNG THCS ĐĂK RUỒNG",
        "06/TB-THCS",
        "2025-09-10",
        ("Giáo viên chủ nhiệm các lớp",),
    ),
    "a local office of social insurance": Head(
        f"BHXH TỈNH QUẢNG NGÃI\nBHXH CƠ SỞ KON RẪY\nSố: 215/CSKR-TST\n{MOTTO}\nKon Rẫy, ngày 04 tháng 11 năm 2025\n"
        "V/v danh sách đến hạn\n\nKính gửi: Ủy ban nhân dân các xã: Kon Braih, Đăk Kôi, Đăk Rve.\n\nBHXH cơ sở đề nghị:",
        "BHXH CƠ SỞ KON RẪY",
        "215/CSKR-TST",
        "2025-11-04",
        ("Ủy ban nhân dân xã Kon Braih", "Ủy ban nhân dân xã Đăk Kôi", "Ủy ban nhân dân xã Đăk Rve"),
    ),
    "a steering committee in three lines": Head(
        f"UBND XÃ KON BRAIH\nBAN CHỈ ĐẠO THỰC HIỆN\nCHÍNH SÁCH BHXH, BHYT\nSố: 03/KH-BCĐ\n{MOTTO}\n"
        "Kon Braih, ngày 18 tháng 01 năm 2026\n\nKẾ HOẠCH\nHoạt động năm 2026\n\nCăn cứ Quyết định, Ban Chỉ đạo xây dựng kế hoạch:",
        "BAN CHỈ ĐẠO THỰC HIỆN CHÍNH SÁCH BHXH, BHYT XÃ KON BRAIH",
        "03/KH-BCĐ",
        "2026-01-18",
    ),
    "a committee of the Front": Head(
        f"MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH QUẢNG NGÃI\nỦY BAN MTTQ VIỆT NAM XÃ KON BRAIH\nSố: 22/KH-MTTQ-BTT\n{MOTTO}\n"
        "Kon Braih, ngày 25 tháng 02 năm 2026\n\nKẾ HOẠCH\nGiám sát BHYT\n\nThực hiện chương trình, Ban Thường trực xây dựng kế hoạch:",
        "ỦY BAN MTTQ VIỆT NAM XÃ KON BRAIH",
        "22/KH-MTTQ-BTT",
        "2026-02-25",
    ),
    "a committee of the Front in four lines": Head(
        f"MẶT TRẬN TỔ QUỐC VIỆT NAM\nTỈNH QUẢNG NGÃI\nBAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM\nXÃ ĐĂK KÔI\nSố: 31/MTTQ\n{MOTTO}\n"
        "Đăk Kôi, ngày 09 tháng 4 năm 2026\n\nKính gửi: Trưởng Ban Công tác Mặt trận các thôn.\n\nBan Thường trực đề nghị:",
        "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM XÃ ĐĂK KÔI",
        "31/MTTQ",
        "2026-04-09",
        ("Trưởng Ban Công tác Mặt trận các thôn",),
    ),
    "a telegram": Head(
        f"CHỦ TỊCH\nỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI\nSố: 07/CĐ-CTUBND\n{MOTTO}\nQuảng Ngãi, ngày 30 tháng 10 năm 2025\n\n"
        "CÔNG ĐIỆN\nVề việc bảo đảm BHYT sau bão\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI điện:\n"
        "- Giám đốc các Sở: Y tế, Tài chính;\n- Chủ tịch UBND các xã, phường, đặc khu.\n\nYêu cầu:",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI",
        "07/CĐ-CTUBND",
        "2025-10-30",
        ("Giám đốc Sở Y tế", "Giám đốc Sở Tài chính", "Chủ tịch UBND các xã, phường, đặc khu"),
    ),
    "a draft with blanks": Head(
        f"DỰ THẢO\n\nUBND HUYỆN KON RẪY\nPHÒNG LAO ĐỘNG - TB&XH\nSố:        /LĐTBXH\n{MOTTO}\n"
        "Kon Rẫy, ngày       tháng 11 năm 2023\n\nKính gửi: UBND các xã, thị trấn.\n\nPhòng đề nghị:",
        "PHÒNG LAO ĐỘNG - TB&XH HUYỆN KON RẪY",
        None,
        None,
        ("UBND các xã, thị trấn",),
    ),
    "a draft of a number": Head(
        f"ỦY BAN NHÂN DÂN\nXÃ ĐĂK KÔI\nDỰ THẢO LẦN 2\nSố: …/KH-UBND\n{MOTTO}\nĐăk Kôi, ngày … tháng … năm 2026\n\n"
        "KẾ HOẠCH\nBao phủ BHYT năm 2026\n\nCăn cứ chỉ tiêu, UBND xã xây dựng kế hoạch:",
        "ỦY BAN NHÂN DÂN XÃ ĐĂK KÔI",
        None,
        None,
    ),
    "a stamp of haste between the lines": Head(
        f"ỦY BAN NHÂN DÂN\nHUYỆN KON RẪY\nHỎA TỐC\nSố: 512/UBND-VX\n{MOTTO}\nKon Rẫy, ngày 02 tháng 10 năm 2023\n\n"
        "Kính gửi: UBND các xã, thị trấn.\n\nUBND huyện yêu cầu:",
        "ỦY BAN NHÂN DÂN HUYỆN KON RẪY",
        "512/UBND-VX",
        "2023-10-02",
        ("UBND các xã, thị trấn",),
    ),
    "a stamp of haste on top": Head(
        f"THƯỢNG KHẨN\nBẢO HIỂM XÃ HỘI TỈNH KON TUM\nBẢO HIỂM XÃ HỘI HUYỆN KON RẪY\nSố: 96/BHXH\n{MOTTO}\n"
        "Kon Rẫy, ngày 02 tháng 10 năm 2023\n\nKính gửi: Các đơn vị sử dụng lao động.\n\nBHXH huyện đề nghị:",
        "BẢO HIỂM XÃ HỘI HUYỆN KON RẪY",
        "96/BHXH",
        "2023-10-02",
        ("Các đơn vị sử dụng lao động",),
    ),
    "sent on in copy": Head(
        f"SAO GỬI\nKính chuyển: Phòng Y tế\nỦY BAN NHÂN DÂN\nTỈNH KON TUM\nSố: 2960/UBND-KGVX\n{MOTTO}\n"
        "Kon Tum, ngày 11 tháng 8 năm 2023\n\nKính gửi:\n- Các sở, ban, ngành;\n- UBND các huyện, thành phố.\n\nUBND tỉnh yêu cầu:",
        "ỦY BAN NHÂN DÂN TỈNH KON TUM",
        "2960/UBND-KGVX",
        "2023-08-11",
        ("Các sở, ban, ngành", "UBND các huyện, thành phố"),
    ),
    "a stamp of arrival": Head(
        f"CÔNG VĂN ĐẾN\nSố: 455\nNgày: 13/8/2023\nUBND TỈNH KON TUM\nSỞ Y TẾ\nSố: 1733/SYT-NVY\n{MOTTO}\n"
        "Kon Tum, ngày 10 tháng 8 năm 2023\n\nKính gửi: Trung tâm Y tế các huyện, thành phố.\n\nSở Y tế yêu cầu:",
        "SỞ Y TẾ TỈNH KON TUM",
        "1733/SYT-NVY",
        "2023-08-10",
        ("Trung tâm Y tế các huyện, thành phố",),
    ),
    "an office of the government": Head(
        f"VĂN PHÒNG CHÍNH PHỦ\nSố: 6012/VPCP-KGVX\n{MOTTO}\nHà Nội, ngày 03 tháng 9 năm 2025\n\n"
        "Kính gửi:\n- Bộ Tài chính;\n- Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương.\n\nVăn phòng thông báo:",
        "VĂN PHÒNG CHÍNH PHỦ",
        "6012/VPCP-KGVX",
        "2025-09-03",
        ("Bộ Tài chính", "Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương"),
    ),
    "an office below a committee with words beside it": Head(
        "| UBND TỈNH LÂM ĐỒNG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n|---|---|\n| SỞ TÀI CHÍNH | Độc lập - Tự do - Hạnh phúc |\n"
        "| Số: 88/STC-NS | Lâm Đồng, ngày 05 tháng 02 năm 2026 |\n\nKính gửi: UBND các xã, phường, đặc khu.\n\nSở đề nghị:",
        "SỞ TÀI CHÍNH TỈNH LÂM ĐỒNG",
        "88/STC-NS",
        "2026-02-05",
        ("UBND các xã, phường, đặc khu",),
    ),
    "a labour federation": Head(
        f"TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\nLIÊN ĐOÀN LAO ĐỘNG TỈNH GIA LAI\nSố: 61/KH-LĐLĐ\n{MOTTO}\n"
        "Gia Lai, ngày 14 tháng 3 năm 2025\n\nKẾ HOẠCH\nGiám sát BHXH\n\nThực hiện chương trình, Liên đoàn xây dựng kế hoạch:",
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH GIA LAI",
        "61/KH-LĐLĐ",
        "2025-03-14",
    ),
}


@pytest.mark.parametrize("name", HEADS)
def test_a_letterhead(name: str) -> None:
    wanted = HEADS[name]
    found = read_text(text_of(wanted.text + "\n\n1. Rà soát danh sách người chưa có thẻ BHYT.\n")).header
    assert (
        found.issuer,
        found.number,
        found.day.isoformat() if found.day else None,
        tuple(name for name, _words in found.addressees),
    ) == (wanted.issuer, wanted.number, wanted.day, wanted.addressees)
