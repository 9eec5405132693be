"""Contradictions inside a directive are pointed out, with the values and the place."""

import pytest
from tests.spec.directives.reading import asked, letter


@pytest.mark.parametrize(
    ("body", "kind", "note"),
    [
        (
            "Chỉ thị số 08-CT/TU ngày 01/9/2016 đã có kết quả. Đánh giá một năm "
            "thực hiện Chỉ thị số 08-CT/TU ngày 01/9/2017.",
            "citation_dated_two_ways",
            "08-CT/TU: 1/9/2016, 1/9/2017",
        ),
        (
            "Tính đến 30/6/2023, số người tham gia BHYT như sau:\n+ Xã Đăk Kôi: "
            "6.712 người;\n+ Xã Tân Lập: 4.390 người.\nCộng 02 xã: 11.012 người.",
            "parts_do_not_add_up",
            "11.102 ≠ 11.012",
        ),
        (
            "Tính đến 30/6/2023, số người tham gia BHXH là 2.403 người; BHXH bắt "
            "buộc 1.512 người; BHXH tự nguyện 981 người.",
            "parts_do_not_add_up",
            "2.493 ≠ 2.403",
        ),
        (
            "Tính đến 31/12/2022, dân số là 4.502 người; có 3.917 người tham gia BHYT, đạt 92,7%.",
            "rate_does_not_fit",
            "3.917 / 4.502 = 87,01% ≠ 92,70%",
        ),
        (
            "Căn cứ Quyết định số 5/QĐ-UBND ngày 31/9/2023 của UBND tỉnh.",
            "impossible_date",
            "Quyết định số 5/QĐ-UBND ngày 31/9/2023",
        ),
    ],
)
def test_a_contradiction_of_figures_or_documents(body: str, kind: str, note: str) -> None:
    assert [(one.kind, one.note) for one in letter(body).problems] == [(kind, note)]


def test_a_deadline_before_the_document() -> None:
    read = asked("1. Công an huyện\n- Rà soát nhân khẩu trước ngày 15/9/2023.")
    [problem] = read.problems
    assert (problem.kind, problem.note) == ("deadline_before_document", "15/9/2023 < 2/10/2023")
    assert problem.words and problem.words.text == "trước ngày 15/9/2023"


def test_a_blank_in_a_draft_is_no_contradiction() -> None:
    assert (
        letter(
            "Yêu cầu các xã thực hiện.",
            head="UBND HUYỆN KON RẪY\nSố:     /UBND\nKon Rẫy, ngày  tháng  năm 2023\n\n",
        ).problems
        == ()
    )
