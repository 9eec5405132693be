"""How often: rhythms of reports and of work, with the day on which they are due."""

import pytest

from baophu.directives.rhythms import rhythms_in


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
        ("6 tháng một lần", ["half_yearly"]),
        ("đầu mỗi học kỳ", ["half_yearly"]),
        ("báo cáo sơ kết 6 tháng (trước ngày 20/6)", ["half_yearly"]),
        ("báo cáo 6 tháng trước 10/6/2026; báo cáo năm trước 30/11/2026", []),
        ("ít nhất 10 doanh nghiệp/năm", ["yearly"]),
        ("thu theo năm tài chính", []),
        ("họp đột xuất Ban Chỉ đạo", []),
        ("cung cấp số liệu định kỳ hàng tháng hoặc đột xuất", ["monthly", "ad_hoc"]),
        ("thu theo 6 tháng hoặc 12 tháng", []),
        ("kế hoạch thanh tra đột xuất 25 đơn vị", []),
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
    assert (found.weekday, found.day, found.before) == (weekday, day, before)
