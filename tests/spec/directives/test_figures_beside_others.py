"""Figures that stand beside another: what is beside what is to be, a share behind its count, parts of a sum."""

import pytest
from tests.spec.directives.reading import asked, letter

from baophu.directives.files.opening import text_of
from baophu.directives.reading import Reading, read_text

Row = tuple[str | None, str, str, str]


def rows(read: Reading) -> list[Row]:
    return [(one.scheme, one.measure, one.kind, f"{one.value.normalize():f}") for one in read.figures]


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("tỷ lệ chậm đóng 3,9%, cao hơn 0,6 điểm % so với mức BHXH Việt Nam giao (3,3%).",
         [(None, "arrears_rate", "actual", "3.9"), (None, "arrears_rate", "gap", "0.6"), (None, "arrears_rate", "assigned", "3.3")]),
        ("toàn huyện có 8.124 người tham gia BHYT, đạt 83,6% dân số, còn cách chỉ tiêu UBND tỉnh giao 3,6%.",
         [("BHYT", "participants", "actual", "8124"), ("BHYT", "coverage", "actual", "83.6"), ("BHYT", "coverage", "gap", "3.6")]),
        ("có 9.812 người có thẻ BHYT, đạt 95,8%; số còn lại 428 người chủ yếu là lao động xây dựng.",
         [("BHYT", "participants", "actual", "9812"), ("BHYT", "coverage", "actual", "95.8"), ("BHYT", "uncovered", "actual", "428")]),
        ("học sinh đã có thẻ BHYT 29.117 em (91,4%); chưa tham gia 2.725 em.",
         [("BHYT", "students", "actual", "29117"), ("BHYT", "students", "actual", "91.4"),
          ("BHYT", "students", "gap", "2725")]),
    ],
)  # fmt: skip
def test_what_was_given_what_is_missing_and_shares_of_a_count(words: str, figures: list[Row]) -> None:
    assert rows(letter("Tính đến 30/9/2023, " + words)) == figures


def test_what_is_stands_in_brackets_beside_what_is_to_be() -> None:
    read = asked(
        "Mục tiêu: đến 31/12/2023 đạt 100% học sinh có thẻ BHYT (hiện nay 4.916/5.480 em, đạt 89,7%; còn 564 em)."
    )
    assert [(one.kind, str(one.day)) for one in read.figures] == [
        ("target", "2023-12-31"),
        ("actual", "2023-10-02"),
        ("actual", "2023-10-02"),
        ("gap", "2023-10-02"),
    ]


def test_a_rate_that_is_to_rise_from_one_to_another() -> None:
    read = letter("I. MỤC TIÊU\n\nPhát triển mới ít nhất 85 người tham gia BHXH tự nguyện và 1.150 người tham gia BHYT hộ gia đình, "
                  "nâng tỷ lệ bao phủ BHYT từ 93,4% (31/8/2023) lên 96,2% vào 31/12/2023.")  # fmt: skip
    assert [(one.kind, str(one.day), one.qualifier) for one in read.figures[1:]] == [
        ("target", "2023-12-31", "at_least"),
        ("actual", "2023-08-31", "exact"),
        ("target", "2023-12-31", "exact"),
    ]


def test_money_of_a_plan_and_where_it_comes_from() -> None:
    read = letter(
        "3. Kinh phí: 9,36 tỷ đồng, trong đó ngân sách tỉnh 6 tỷ đồng, nguồn của BHXH Việt Nam 3,36 tỷ đồng."
    )
    assert rows(read) == [
        (None, "budget", "target", value) for value in ("9360000000", "6000000000", "3360000000")
    ]


def test_what_was_collected_under_a_heading_of_one_word() -> None:
    read = letter("I. KẾT QUẢ ĐẾN 30/9/2023\n\n3. Thu: 1.006,4 tỷ đồng, đạt 81,9% dự toán.")
    assert rows(read) == [
        (None, "collected", "actual", "1006400000000"),
        (None, "collected", "plan_pct", "81.9"),
    ]


def test_shares_in_brackets_behind_schools_are_of_their_students() -> None:
    read = letter("Tính đến 30/9/2023, các trường còn thấp:\n\nTH Tân Lập (91,2%), THCS Đăk Kôi (93,0%).")
    assert [(one.area, one.measure, one.kind, str(one.value)) for one in read.figures] == [
        ("TH Tân Lập", "students", "actual", "91.2"),
        ("THCS Đăk Kôi", "students", "actual", "93.0"),
    ]


def test_what_somebody_tells_of_his_home_is_no_figure() -> None:
    read = letter("Tính đến 30/9/2023, ông A Nhun cho biết nhà có 6 người, mới mua được 3 thẻ BHYT.")
    assert rows(read) == []


def test_a_report_of_the_press_is_of_the_province_that_its_headline_begins_with() -> None:
    read = read_text(text_of(
        "Kon Tum quyết tâm đưa tỷ lệ bao phủ BHYT về đích\n08:02, 19/09/2019\n\n"
        "UBND tỉnh vừa ban hành Công văn số 2687/UBND-KGVX ngày 16/9/2019. Huyện Kon Rẫy đạt cao nhất.\n\n"
        "Đến ngày 31/8/2019, toàn tỉnh có 412.468 người tham gia BHYT."
    ))  # fmt: skip
    assert [one.area for one in read.figures] == ["tỉnh Kon Tum"]


def test_employers_in_arrears_may_be_given_as_a_target() -> None:
    read = letter(
        "Giao chỉ tiêu năm 2023 cho các xã: BHXH tự nguyện 1.380 người; giảm số đơn vị chậm đóng còn không quá 25 đơn vị."
    )
    assert rows(read)[1] == (None, "arrears_units", "assigned", "25")
