"""By when: how the words of a deadline become a day, for a letter of 2 October 2023."""

from datetime import date

import pytest

from baophu.directives.days.deadlines import Calendar, deadlines_in, governing, with_terms

LETTER = Calendar(date(2023, 10, 2), 2023)
UNDATED = Calendar(None, None)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Thời gian hoàn thành trước 16/10/2023.", "2023-10-16"),
        ("Kết quả hoàn thành trước ngày 13/10/2023", "2023-10-13"),
        ("gửi danh sách trước ngày 16 tháng 10 năm 2023", "2023-10-16"),
        ("báo cáo chậm nhất là ngày 05-12-2025", "2025-12-05"),
        ("các đơn vị báo cáo kết quả về UBND phường ngày 05/02/2026.", "2026-02-05"),
        ("nộp trước 17 giờ 00 ngày 18/11/2025", "2025-11-18"),
        ("xong trước 16h30 ngày 20.10.2025", "2025-10-20"),
        ("rà soát xong trước ngày 20/11", "2023-11-20"),
        ("thường xuyên, từ nay đến hết ngày 31/12/2023", "2023-12-31"),
        ("từ ngày 01/11 đến hết ngày 30/11/2023", "2023-11-30"),
        ("từ ngày 15/11/2025 đến ngày 15/12/2025", "2025-12-15"),
        ("giải quyết tồn nợ cũ ngay trong tháng 11/2017", "2017-11-30"),
        ("hoàn thành trong tháng 2 năm 2024", "2024-02-29"),
        ("xong trước tháng 11/2023", "2023-10-31"),
        ("tổ chức trong tháng 10/2025 và 01 buổi trong tháng 11/2025", "2025-11-30"),
        ("bố trí kinh phí trong quý IV/2025", "2025-12-31"),
        ("kiểm tra vào quý II và quý IV/2026", "2026-12-31"),
        ("trong 3 tháng cuối năm 2023", "2023-12-31"),
        ("02 tháng cuối năm", "2023-12-31"),
        ("các tháng cuối năm 2025", "2025-12-31"),
        ("từ nay đến cuối năm", "2023-12-31"),
        ("đảm bảo hết năm 2024 có 100% học sinh", "2024-12-31"),
        ("ngay trong năm học 2019 - 2020", "2020-05-31"),
        ("thu BHYT học sinh năm học 2025-2026", "2026-05-31"),
        ("nhân Ngày Pháp luật 09/11", "2023-11-09"),
        ("tặng thẻ nhân dịp Tết Nguyên đán và Ngày BHYT Việt Nam 01/7", "2023-07-01"),
        ("xong trước thứ Năm (12/10/2023)", "2023-10-12"),
        ("gửi trước 11 giờ thứ Sáu, ngày 20/10/2023", "2023-10-20"),
        ("làm việc trong các ngày 24, 25 và 26/10/2023", "2023-10-26"),
        ("báo cáo vào các ngày 15 và 30 của tháng 10, tháng 11/2023", "2023-11-30"),
        ("đưa vào sinh hoạt chi hội tháng 10, tháng 11 và tháng 12/2023", "2023-12-31"),
        ("đưa nội dung này vào chương trình kiểm tra, giám sát năm 2024", "2024-12-31"),
        ("ban hành hướng dẫn BHYT học sinh năm học 2023-2024 trong tháng 11/2023", "2023-11-30"),
        ("phấn đấu hết quý II/2024 giảm nợ", "2024-06-30"),
        ("sơ kết hằng năm, tổng kết vào năm 2025", "2025-12-31"),
        ("hằng năm sơ kết, năm 2024 tổng kết", "2024-12-31"),
        ("thời hạn cuối cùng là ngày 30/11/2023", "2023-11-30"),
        ("tổ chức 03 nhóm nhỏ vào tối 18, 19 và 20/10/2023", "2023-10-20"),
        ("Phấn đấu đến năm 2030 có 20% lực lượng lao động tham gia", "2030-12-31"),
        ("Phát phiếu rà soát cho các thôn ngày 20/10/2023", "2023-10-20"),
        ("gửi báo cáo cuối tháng 10/2023", "2023-10-31"),
        ("xong vào cuối tháng 2 năm 2024", "2024-02-29"),
        ("gửi báo cáo trước ngày 05/7/2023 và ngày 05/01/2024", "2024-01-05"),
        ("chốt số liệu tại thời điểm 30/9, 31/10 và 31/12/2023", "2023-12-31"),
        ("chốt danh sách trước ngày khai giảng (5/9)", "2023-09-05"),
        ("từ 01/11 - 30/11/2023", "2023-11-30"),
        ("tổ chức trong hai tháng 10 và 11/2023", "2023-11-30"),
        ("cuối quý IV/2023", "2023-12-31"),
        ("trong suốt năm 2023", "2023-12-31"),
        ("khởi kiện tối thiểu 15 vụ trong năm.", "2023-12-31"),
    ],
)
def test_the_day_of_a_deadline(words: str, day: str) -> None:
    found = governing(deadlines_in(words, LETTER))
    assert found and str(found.day) == day
    assert found.text in words


@pytest.mark.parametrize(
    "words",
    [
        "Tính đến 30/9/2023, toàn huyện có 28.924 người tham gia BHYT",
        "số liệu đến ngày 15/10/2023",
        "so với cùng kỳ năm 2022",
        "giai đoạn 2022 - 2025",
        "nhiệm kỳ 2020 - 2025",
        "bình xét, xếp loại cuối năm",
        "tại kỳ họp cuối năm 2025",
        "giao chỉ tiêu năm 2024",
        "báo cáo trước ngày 25 hàng tháng",
        "đạt 100% học sinh từ năm học 2023-2024",
        "kiểm tra trong học kỳ I năm học 2023-2024",
        "cung cấp số liệu 6 tháng một lần, vào ngày 15/6 và 15/12",
        "báo cáo sơ kết 6 tháng (trước ngày 20/6)",
        "Báo cáo năm: trước ngày 10 tháng 12",
        "khai trình định kỳ 6 tháng (trước ngày 05/6)",
        "giao chỉ tiêu trước ngày 31/12 hằng năm",
        "giao chỉ tiêu hằng năm cho các thôn trước ngày 31 tháng 01",
        "thẻ có giá trị từ ngày 01/01/2026",
        "kết quả cuối tháng 9/2023 đạt thấp",
        "từ đầu tháng 10/2023 đã triển khai",
        "phát biểu tại hội nghị trước tập thể lãnh đạo",
        "tại kỳ họp trước Tết",
        "báo cáo chậm nhất ngày 15 của tháng cuối quý",
        "báo cáo chậm nhất vào thứ Sáu hằng tuần",
    ],
)
def test_what_is_no_deadline(words: str) -> None:
    assert deadlines_in(words, LETTER) == []


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("trong vòng 03 ngày làm việc kể từ ngày đăng ký khai sinh", "trong vòng 03 ngày làm việc kể từ ngày đăng ký khai sinh"),
        ("chậm nhất sau 5 ngày", "chậm nhất sau 5 ngày"),
        ("gửi trong 02 ngày làm việc", "trong 02 ngày làm việc"),
        ("tặng thẻ trước Tết Nguyên đán 2024", "trước Tết Nguyên đán 2024"),
        ("họp trong tuần thứ 2 của tháng 10/2023", "trong tuần thứ 2 của tháng 10/2023"),
        ("gửi trong tuần cuối tháng 11", "trong tuần cuối tháng 11"),
        ("tổ chức vào giữa tháng 11/2023", "vào giữa tháng 11/2023"),
        ("báo cáo trước kỳ họp cuối năm", "trước kỳ họp cuối năm"),
        ("hoàn thành trước ngày khai giảng", "trước ngày khai giảng"),
        ("gửi chậm nhất thứ Sáu tuần này", "chậm nhất thứ Sáu tuần này"),
        ("trình trong tháng tới", "trong tháng tới"),
        ("báo cáo 15 ngày/lần", "15 ngày/lần"),
        ("trả lời trong thời gian sớm nhất", "trong thời gian sớm nhất"),
        ("nộp chậm nhất khi phát lương", "chậm nhất khi phát lương"),
    ],
)  # fmt: skip
def test_a_deadline_without_a_day_keeps_its_words(words: str, kept: str) -> None:
    [found] = deadlines_in(words, LETTER)
    assert (found.day, found.text) == (None, kept)


def test_of_several_the_one_that_says_before_governs() -> None:
    words = "rà soát hộ nghèo cuối năm 2023, phê duyệt trước ngày 30/11/2023 để dùng đến hết năm 2024"
    found = governing(deadlines_in(words, LETTER))
    assert found and found.day == date(2023, 11, 30)


def test_a_day_without_a_year_in_a_draft_without_one_has_none() -> None:
    [found] = deadlines_in("xong trước ngày 20/11", UNDATED)
    assert found.day is None
    assert found.yearless


def test_a_day_that_does_not_exist() -> None:
    [found] = deadlines_in("hoàn thành trước ngày 31/9/2023", LETTER)
    assert found.day is None
    assert found.impossible


def test_a_period_that_the_document_names_once() -> None:
    known = with_terms(LETTER, "nhất là trong Tháng cao điểm vận động (tháng 11/2017), phấn đấu đạt 97%")
    [found] = deadlines_in("đề ra các biện pháp cụ thể trong Tháng cao điểm.", known)
    assert found.day == date(2017, 11, 30)


@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("báo cáo trước ngày 11/10/2023", True),
        ("báo cáo trước 11/10/2023", True),
        ("báo cáo trước thứ Năm (12/10/2023)", True),
        ("báo cáo chậm nhất ngày 11/10/2023", False),
        ("báo cáo trước 17h00 ngày 11/10/2023 (thứ Tư)", False),
        ("báo cáo trước 17h ngày 11/10/2023", False),
        ("báo cáo trước 10 giờ ngày 11/10/2023", False),
        ("báo cáo trước 10 giờ 00 phút ngày 11/10/2023", False),
        ("báo cáo trước 16 giờ 30 phút, thứ Sáu ngày 13/10/2023", False),
        ("báo cáo trước 17:00 ngày 11/10/2023", False),
    ],
)
def test_an_hour_before_a_day_is_on_that_day(words: str, before: bool) -> None:
    [found] = deadlines_in(words, LETTER)
    assert found.day and found.day.day in (11, 12, 13)
    assert found.before is before
