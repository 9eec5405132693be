"""The week report: what a figure, an arrears total and a next step become in the office's own words."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from tests.unit.reports.konray import week, week_2026

from baophu.coverage.pace import Measured
from baophu.employers.arrears import Arrears
from baophu.reports.facts import GapCounts, ListOwed, StepCount, WeekFacts
from baophu.reports.week import write_week


def report(facts: WeekFacts, folder: Path) -> list[str]:
    """The paragraphs of the Word report."""
    return [paragraph.text for paragraph in Document(str(write_week(facts, folder)[0])).paragraphs]


def line(facts: WeekFacts, folder: Path, start: str) -> str:
    return next(text for text in report(facts, folder) if text.startswith(start))


def table(facts: WeekFacts, folder: Path, number: int) -> list[list[str]]:
    found = Document(str(write_week(facts, folder)[0])).tables[number]
    return [[cell.text for cell in row.cells] for row in found.rows]


def test_a_figure_says_people_rate_denominator_target_missing_and_pace(tmp_path: Path) -> None:
    assert line(week(), tmp_path, "- BHYT:") == (
        "- BHYT: Số người tham gia là 28.924 người, đạt tỷ lệ bao phủ 91,24% so với dân số (31.701 người); "
        "chỉ tiêu giao 97,89%, còn thiếu 2.109 người, bình quân mỗi tuần phải phát triển thêm 161 người để "
        "hoàn thành đến ngày 31/12/2023. So với ngày 31/8/2023 tăng 12 người, so với cùng kỳ năm trước giảm "
        "07 người. Với tiến độ này, đến hạn ước đạt 91,35%, còn thiếu 2.073 người: khó đạt."
    )


def test_a_pace_that_suffices_says_so(tmp_path: Path) -> None:
    facts = week()
    figure = facts.figures[0]
    assert figure.pace
    fast = replace(figure.pace, measured=Measured(date(2023, 8, 31), date(2023, 9, 30), 28_200, 28_924))
    said = line(replace(facts, figures=(replace(figure, pace=fast),)), tmp_path, "- BHYT:")
    assert said.endswith("Với tiến độ này, đến hạn ước đạt 98,24%: có khả năng đạt.")


def test_without_an_earlier_list_nothing_is_said_of_changes(tmp_path: Path) -> None:
    facts = week()
    alone = replace(facts.figures[0], change=None, change_year=None, since=None, pace=None)
    said = line(replace(facts, figures=(alone,)), tmp_path, "- BHYT:")
    assert said.endswith("để hoàn thành đến ngày 31/12/2023.")


def test_the_table_says_what_it_compares_with(tmp_path: Path) -> None:
    assert line(week(), tmp_path, "- Kết quả từng").endswith(
        "như sau (± kỳ trước: so với ngày 31/8/2023; chi tiết tại phụ lục):"
    )
    rows = table(week(), tmp_path, 2)
    assert rows[1][6] == "± kỳ trước"
    assert [row[6] for row in rows[2:4]] == ["-3", "+4"]


def test_a_chart_stands_below_the_table_with_words_for_those_who_do_not_see_it(tmp_path: Path) -> None:
    document = Document(str(write_week(week(), tmp_path)[0]))
    (picture,) = document.inline_shapes
    said = picture._inline.docPr.get("descr")
    assert "BHYT: số người còn thiếu so với chỉ tiêu 97,89%" in said
    assert "Xã Đăk Pne: 505 (82,77%, chưa đạt)" in said
    caption = next(p.text for p in document.paragraphs if p.text.startswith("Biểu đồ."))
    assert caption.endswith("Số người còn thiếu so với chỉ tiêu BHYT và tỷ lệ bao phủ đến ngày 30/9/2023")


def test_without_targets_there_is_no_chart(tmp_path: Path) -> None:
    facts = week()
    communes = tuple(
        replace(row, figures=tuple(replace(figure, missing=None, target_rate=None) for figure in row.figures))
        for row in facts.communes
    )
    document = Document(str(write_week(replace(facts, communes=communes), tmp_path)[0]))
    assert not document.inline_shapes
    assert not [p.text for p in document.paragraphs if p.text.startswith("Biểu đồ")]


@pytest.mark.parametrize(
    ("scheme", "people", "rate", "target", "missing", "pace"),
    [
        ("BHXH (bắt buộc và tự nguyện)", "2.403", "13,48%", "18,8%", "948", "73"),
        ("BHXH tự nguyện", "891", "5,00%", "8,2%", "571", "44"),
        ("BHTN", "1.162", "6,52%", "9,5%", "531", "41"),
    ],
)
def test_the_printed_figures(
    scheme: str, people: str, rate: str, target: str, missing: str, pace: str, tmp_path: Path
) -> None:
    said = line(week(), tmp_path, f"- {scheme}:")
    assert f"{people} người, đạt tỷ lệ bao phủ {rate} so với người trong độ tuổi lao động (17.820" in said
    assert (
        f"chỉ tiêu giao {target}, còn thiếu {missing} người, bình quân mỗi tuần phải phát triển thêm {pace}"
        in said
    )


def test_a_target_that_is_passed_is_said_to_be_reached(tmp_path: Path) -> None:
    facts = week()
    reached = replace(facts.figures[0], missing=-5, change=None, change_year=None)
    said = line(replace(facts, figures=(reached,)), tmp_path, "- BHYT: Số")
    assert said.endswith("(31.701 người); đã hoàn thành chỉ tiêu giao 97,89%.")


def test_arrears_name_the_part_of_the_base_salary(tmp_path: Path) -> None:
    assert line(week(), tmp_path, "- Tổng số đơn vị") == (
        "- Tổng số đơn vị chậm đóng BHXH, BHYT, BHTN là 50 đơn vị với tổng số tiền chậm đóng là "
        "948.288.562 đồng. Trong đó, số tiền chậm đóng do chênh lệch mức lương cơ sở là 830.619.605 đồng "
        "(87,59%); số còn lại là 117.668.957 đồng."
    )
    assert line(week(), tmp_path, "- Số tiền chậm đóng chủ yếu").endswith(
        "từ 1.490.000 đồng lên 1.800.000 đồng từ ngày 01/7/2023."
    )


def test_without_arrears_none_are_named(tmp_path: Path) -> None:
    texts = " ".join(report(replace(week(), arrears=Arrears(0, 0, 0)), tmp_path))
    assert "Chưa ghi nhận đơn vị chậm đóng" in texts
    assert "lương cơ sở" not in texts


def test_shortcomings_name_who_is_behind_and_by_how_many(tmp_path: Path) -> None:
    assert line(week(), tmp_path, "- BHYT: 07/07") == (
        "- BHYT: 07/07 xã, thị trấn chưa đạt chỉ tiêu; còn thiếu nhiều nhất là xã Đăk Pne (505 người, "
        "đạt 82,77%), xã Đăk Kôi (428 người, đạt 85,08%) và xã Đăk Tờ Re (396 người, đạt 91,97%)."
    )


def test_lists_that_are_owed_stand_among_the_shortcomings(tmp_path: Path) -> None:
    assert line(week(), tmp_path, "- Còn 02 danh sách") == (
        "- Còn 02 danh sách chưa gửi hoặc gửi chậm: danh sách hộ nông, lâm, ngư, diêm nghiệp có mức sống "
        "trung bình của UBND xã Đăk Kôi; danh sách trẻ mới sinh của UBND xã Đăk Pne (bản gần nhất đến "
        "31/7/2023)."
    )


def test_a_kind_of_list_that_many_owe_is_named_once(tmp_path: Path) -> None:
    owed = tuple(ListOwed("danh sách hộ nghèo", f"UBND xã {name}") for name in "ABCDE")
    assert line(replace(week(), owed=owed), tmp_path, "- Còn 05").endswith(
        "danh sách hộ nghèo của UBND xã A, UBND xã B, UBND xã C và 02 đơn vị khác."
    )


def test_rejected_rows_are_summed_by_list_and_sender(tmp_path: Path) -> None:
    one = replace(week().lists[0], name="danh sách nhân khẩu", sender="Công an", rejected=2)
    assert line(replace(week(), lists=(one, one)), tmp_path, "- Danh sách nhận được") == (
        "- Danh sách nhận được còn 04 dòng cần sửa (nhiều nhất: danh sách nhân khẩu của Công an: 04 dòng)."
    )


def test_a_scheme_whose_list_has_not_come_is_not_a_shortcoming(tmp_path: Path) -> None:
    facts = week()
    none = tuple(replace(figure, participants=0, change=None) for figure in facts.figures)
    communes = tuple(
        replace(row, figures=tuple(replace(figure, participants=0) for figure in row.figures))
        for row in facts.communes
    )
    texts = report(replace(facts, figures=none, communes=communes), tmp_path)
    assert "- BHTN: Chưa ghi nhận người tham gia trong các danh sách nhận được." in texts
    assert not any("chưa đạt chỉ tiêu" in text for text in texts)


def test_tasks_come_from_the_next_steps(tmp_path: Path) -> None:
    facts = replace(
        week(),
        steps=(
            StepCount("report_joiner", 9, (("Xã Đăk Kôi", 6), ("Xã Đăk Pne", 3))),
            StepCount("renew", 120, (("Xã Đăk Kôi", 120),)),
        ),
        arrears=None,
        owed=(),
    )
    texts = report(facts, tmp_path)
    start, end = texts.index("III. NHIỆM VỤ TUẦN TỚI"), texts.index("IV. KIẾN NGHỊ")
    assert texts[start + 1 : end] == [
        "- UBND các xã, thị trấn lập danh sách báo tăng (mẫu D03-TS) cho 09 người thuộc nhóm được NSNN hoặc "
        "quỹ bảo hiểm đóng (nhiều nhất: xã Đăk Kôi 06 người, xã Đăk Pne 03 người), chuyển BHXH huyện "
        "trong tuần.",
        "- BHXH huyện chuyển danh sách cho nhân viên thu, trưởng thôn vận động đóng tiếp đối với 120 người "
        "đến hạn hoặc gián đoạn không quá 03 tháng; ưu tiên người sắp hết thời hạn giữ quyền lợi "
        "05 năm liên tục.",
    ]


def test_the_letterhead_and_the_signature(tmp_path: Path) -> None:
    head, addressees, _communes, signature = (table(week(), tmp_path, number) for number in range(4))
    issuer, state = head[0]
    assert issuer.replace("\u00a0", " ").split("\n")[:2] == [
        "BẢO HIỂM XÃ HỘI TỈNH KON TUM",
        "BẢO HIỂM XÃ HỘI HUYỆN KON RẪY",
    ]
    assert state.startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")
    assert head[1] == ["Số:          /BC-BHXH", "Kon Rẫy, ngày 06 tháng 10 năm 2023"]
    assert addressees[0][1].split("\n")[0] == "- Ủy ban nhân dân huyện Kon Rẫy;"
    assert signature[0][0].split("\n")[-1] == "- Lưu: VT."
    assert signature[0][1].startswith("GIÁM ĐỐC")


def test_a_deputy_signs_for_the_head(tmp_path: Path) -> None:
    office = replace(week().office, signer_authority="KT. Giám đốc", signer_title="Phó Giám đốc")
    signature = table(replace(week(), office=office), tmp_path, 3)[0][1]
    assert signature.startswith("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC")


def test_the_table_ends_with_the_whole_area(tmp_path: Path) -> None:
    rows = table(week(), tmp_path, 2)
    assert rows[0][1] == "Xã, thị trấn"
    assert rows[2] == [
        "1",
        "Thị trấn Đăk Rve",
        "5.005",
        "4.756",
        "95,02",
        "144",
        "-3",
        "140",
        "91",
        "265",
        "2",
    ]
    assert rows[-1] == [
        "",
        "Toàn huyện",
        "31.701",
        "28.924",
        "91,24",
        "2.109",
        "+12",
        "891",
        "571",
        "1.684",
        "",
    ]


def test_offices_and_words_follow_the_date(tmp_path: Path) -> None:
    text = "\n".join(report(week_2026(), tmp_path))
    assert "gián đoạn không quá 90 ngày" in text
    assert "Đề nghị UBND các xã, Ban Chỉ đạo các xã chỉ đạo" in text
    assert "Đề nghị Phòng Kinh tế các xã tham mưu bố trí kinh phí" in text
    assert "BHXH cơ sở" in text
    assert "BHXH huyện đôn đốc" not in text
    assert table(week_2026(), tmp_path, 2)[-1][1] == "Toàn địa bàn"


def test_cut_off_and_signing_are_two_days(tmp_path: Path) -> None:
    facts = replace(week(), cut_off=date(2025, 1, 31), signing=date(2025, 2, 7))
    assert table(facts, tmp_path, 0)[1][1] == "Kon Rẫy, ngày 07 tháng 02 năm 2025"
    assert "(Số liệu đến ngày 31/01/2025)" in report(facts, tmp_path)


def test_an_area_without_anything_to_do_still_reports(tmp_path: Path) -> None:
    facts = replace(
        week(),
        communes=(),
        hamlets=(),
        bridges=(),
        arrears=None,
        gaps=GapCounts(),
        steps=(),
        lists=(),
        owed=(),
    )
    texts = report(facts, tmp_path)
    assert texts[texts.index("1. Tồn tại") + 1] == "- Không có."
    assert texts[texts.index("2. Nguyên nhân") + 1] == "- Không có."
