"""How often: rhythms of reports and of work, with the day on which they are due."""

from datetime import date

import pytest

from baophu.directives.days.deadlines import Calendar, deadlines_in
from baophu.directives.days.recurrence import LAST_OF_MONTH, Recurrence, rule_told
from baophu.directives.days.rhythms import rhythms_in


@pytest.mark.parametrize(
    ("words", "rhythms"),
    [
        ("Hàng tháng tổng hợp danh sách học sinh chưa tham gia BHYT", ["monthly"]),
        ("Định kỳ hàng tuần (thứ 6), hàng tháng (trước ngày 25), hoặc đột xuất", ["weekly", "monthly", "ad_hoc"]),
        ("báo cáo định kỳ hàng tháng (trước ngày 25) hoặc đột xuất", ["monthly", "ad_hoc"]),
        ("cung cấp danh sách, định kỳ hàng quý", ["quarterly"]),
        ("định kỳ 6 tháng báo cáo Ban Thường vụ", ["half_yearly"]),
        ("Định kỳ hằng năm, chỉ đạo tổ chức sơ kết", ["yearly"]),
        ("phát ít nhất 02 lần/tuần", ["weekly"]),
        ("Định kỳ lọc lại danh sách người đến hạn đóng", ["regularly"]),
        ("Thời gian thực hiện: thường xuyên", ["regularly"]),
        ("báo cáo khi có yêu cầu", ["ad_hoc"]),
        ("kế hoạch hằng năm của địa phương", []),
        ("chỉ tiêu kinh tế - xã hội 5 năm và hàng năm", []),
        ("lương hàng tháng", []),
        ("báo cáo Ban Thường vụ mỗi quý 01 lần", ["quarterly"]),
        ("báo cáo tuần vào thứ Sáu; báo cáo tháng trước ngày 25", ["weekly", "monthly"]),
        ("báo cáo tháng 10, báo cáo năm 2023", []),
        ("trước ngày 03 tháng sau", ["monthly"]),
        ("trước ngày 28 của tháng, gửi về Sở", ["monthly"]),
        ("trước ngày 10 tháng 12", []),
        ("02 phóng sự/tháng", ["monthly"]),
        ("117.000 đồng/tháng", []),
        ("mỗi nhân viên thu phát triển ít nhất 05 người BHXH tự nguyện/tháng", ["monthly"]),
        ("6 tháng một lần", ["half_yearly"]),
        ("theo định kỳ 03 tháng/lần", ["quarterly"]),
        ("tháng, quý, năm có đánh giá, xếp loại", ["monthly"]),
        ("tổng hợp ý kiến theo từng quý", ["quarterly"]),
        ("đưa chỉ tiêu vào nghị quyết hằng năm của cấp ủy", ["yearly"]),
        ("xây dựng kịch bản tăng trưởng theo tuần", []),
        ("quyền lợi khi tham gia BHYT 5 năm liên tục", []),
        ("Đột xuất", ["ad_hoc"]),
        ("trước 16 giờ các ngày thứ Sáu", ["weekly"]),
        ("cung cấp danh sách ngay khi phát sinh", ["ad_hoc"]),
        ("đầu mỗi học kỳ", ["half_yearly"]),
        ("báo cáo sơ kết 6 tháng (trước ngày 20/6)", ["half_yearly"]),
        ("báo cáo 6 tháng trước 10/6/2026; báo cáo năm trước 30/11/2026", []),
        ("ít nhất 10 doanh nghiệp/năm", ["yearly"]),
        ("thu theo năm tài chính", []),
        ("họp đột xuất Ban Chỉ đạo", []),
        ("cung cấp số liệu định kỳ hàng tháng hoặc đột xuất", ["monthly", "ad_hoc"]),
        ("thu theo 6 tháng hoặc 12 tháng", []),
        ("kế hoạch thanh tra đột xuất 25 đơn vị", []),
        ("báo cáo định kỳ 02 tuần/lần vào thứ Sáu", []),
        ("gửi danh sách chậm nhất đầu tuần sau", []),
        ("hoàn thành vào cuối quý IV/2023", []),
        ("kết quả 6 tháng và cả năm 2023", []),
    ],
)  # fmt: skip
def test_rhythms_the_most_frequent_first(words: str, rhythms: list[str]) -> None:
    assert [one.every for one in rhythms_in(words)] == rhythms


@pytest.mark.parametrize(
    ("words", "weekday", "day", "before"),
    [
        ("hàng tuần (thứ 6)", 4, None, False),
        ("vào thứ Sáu hàng tuần", 4, None, False),
        ("hàng tháng (trước ngày 25)", None, 25, True),
        ("trước ngày 05 hàng tháng", None, 5, True),
        ("hàng tháng (ngày 25)", None, 25, False),
    ],
)
def test_the_day_of_a_rhythm(words: str, weekday: int | None, day: int | None, before: bool) -> None:
    [found] = rhythms_in(words)
    assert (found.on.weekday, found.on.day, found.on.before) == (weekday, day, before)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("trước ngày 20 tháng cuối quý", "quarterly 20.3 before"),
        ("vào ngày 05 của tháng đầu quý sau", "quarterly 5.1"),
        ("hàng quý, trước ngày 15 của tháng cuối quý", "quarterly 15.3 before"),
        ("Định kỳ hằng quý tổng hợp, báo cáo UBND huyện trước ngày 20 tháng cuối quý", "quarterly 20.3 before"),
        ("trước ngày 20 của tháng cuối quý và trước ngày 25 hằng tháng",
         "monthly 25 before, quarterly 20.3 before"),
        ("trước ngày 10 tháng sau", "monthly 10 before"),
        ("ngày 15 và ngày 30 hằng tháng", "monthly 15, monthly 30"),
        ("hằng tháng (ngày 10, 25)", "monthly 10, monthly 25"),
        ("6 tháng và năm báo cáo trước ngày 10/6 và 10/12", "half_yearly 10.6 before, yearly 10.12 before"),
        ("6 tháng và năm báo cáo trước ngày 10/6 và trước ngày 10/12",
         "half_yearly 10.6 before, yearly 10.12 before"),
        ("báo cáo kết quả 6 tháng (05/6) và năm (05/12)", "half_yearly 5.6, yearly 5.12"),
        ("định kỳ 6 tháng (trước ngày 05/6), hằng năm (trước ngày 05/12)",
         "half_yearly 5.6 before, yearly 5.12 before"),
        ("6 tháng một lần, vào ngày 15/6 và 15/12", "half_yearly 15.6"),
        ("hằng năm, trước ngày 31/01", "yearly 31.1 before"),
        ("trước ngày 15 tháng 11 hằng năm", "yearly 15.11 before"),
        ("hằng tháng trước ngày 20, hằng quý trước ngày 15 của tháng cuối quý, 6 tháng trước ngày 10/6, "
         "hằng năm trước ngày 10/12",
         "monthly 20 before, quarterly 15.3 before, half_yearly 10.6 before, yearly 10.12 before"),
        ("báo cáo tháng trước ngày 25, quý trước ngày 20 tháng cuối quý, 6 tháng trước ngày 15/6, "
         "năm trước ngày 10/12",
         "monthly 25 before, quarterly 20.3 before, half_yearly 15.6 before, yearly 10.12 before"),
    ],
)  # fmt: skip
def test_each_of_several_rhythms_keeps_its_own_days(words: str, told: str) -> None:
    found = [(one.every, one.on) for one in rhythms_in(words)]
    shown = [
        f"{every} {on.day}{f'.{on.month}' if on.month else ''}{' before' if on.before else ''}"
        for every, on in found
    ]
    assert ", ".join(shown) == told


@pytest.mark.parametrize("words", ["ngày cuối tháng", "ngày làm việc cuối cùng của tháng"])
def test_the_last_day_stays_in_the_words_of_a_rhythm(words: str) -> None:
    [found] = rhythms_in(f"báo cáo vào {words}")
    assert found.text == words
    assert rule_told(Recurrence.MONTHLY, found.text).day == LAST_OF_MONTH


@pytest.mark.parametrize(
    "words",
    [
        "hàng quý, trước ngày 15; 6 tháng và năm báo cáo trước ngày 10/6 và 10/12",
        "6 tháng và năm gửi báo cáo trước ngày 10/6 và trước ngày 10/12",
        "6 tháng trước ngày 10/6, hằng năm trước ngày 10/12",
    ],
)
def test_a_day_that_comes_again_is_the_end_of_no_other_rhythm(words: str) -> None:
    assert deadlines_in(words, Calendar(date(2023, 10, 2), 2023)) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Tháng 12 hằng năm", {"every": "yearly", "text": "Tháng 12 hằng năm", "month": 12}),
        ("sơ kết vào tháng 6 hằng năm", {"every": "yearly", "text": "tháng 6 hằng năm", "month": 6}),
        ("sơ kết vào tháng 13 hằng năm", {"every": "yearly", "text": "hằng năm"}),
    ],
)
def test_a_month_of_each_year_is_kept(words: str, told: dict[str, object]) -> None:
    assert [one.as_json() for one in rhythms_in(words)] == [told]
