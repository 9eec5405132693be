"""Contradictions inside a directive are pointed out, with the values and the place."""

import pytest
from tests.spec.directives.reading import asked, letter

from baophu.directives.files.opening import text_of
from baophu.directives.reading import read_text


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


SCHOOLS = (
    "Tính đến 25/10/2023, học sinh có thẻ BHYT:\n\n"
    "TT\tTrường\tSố HS đã có thẻ BHYT\tSố HS chưa có thẻ BHYT\tTỷ lệ (%)\n"
    "1\tTHCS An Cư\t512\t63\t89,04\n2\tTHCS An Ninh\t468\t17\t96,49\n"
    "3\tTHCS An Mỹ\t597\t108\t{rate}\n4\tTHCS An Hải\t641\t22\t96,68\n"
)
COMMUNES = (
    "Tính đến 30/6/2023:\n\nTT | Xã | Dân số | Số người tham gia BHYT | Tỷ lệ (%) | Tăng, giảm so với quý trước\n"
    "1 | Đăk Kôi | 3.412 | 2.187 | 64,1 | -21\n2 | Tân Lập | 3.786 | 2.514 | 66,4 | 40\n{sums}\n"
)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (SCHOOLS.format(rate="87,64"), [("rate_does_not_fit", "84,68% ≠ 87,64%")]),
        (SCHOOLS.format(rate="84,68"), []),
        (
            COMMUNES.format(sums="Cộng | 7.198 | 4.711 | 65,4 | 19"),
            [("parts_do_not_add_up", "4.701 ≠ 4.711")],
        ),
        (COMMUNES.format(sums="Cộng | 7.198 | 4.701 | 65,3 | 19"), []),
        (COMMUNES.format(sums="3 | Đăk Pne | 3.4.12 | 01.02.2023 | 65,,3 | 1.9"), []),
        (COMMUNES.format(sums=" | Cộng | 7.198 | 4.701 | | 19"), []),
    ],
)
def test_rows_of_a_table_that_do_not_fit_the_others(body: str, found: list[tuple[str, str]]) -> None:
    assert [(one.kind, one.note) for one in letter(body).problems] == found


def test_the_sums_of_parts_and_of_their_whole() -> None:
    rows = (
        "TT\tXã\tDân số\tSố người tham gia BHYT\n1\tĐăk Kôi\t100\t90\n2\tTân Lập\t200\t150\nCộng\t300\t240\n"
        "3\tĐăk Pne\t50\t40\n4\tĐăk Ruồng\t60\t50\nCộng\t110\t95\n"
    )
    assert [(one.kind, one.note) for one in letter("Tính đến 30/6/2023:\n\n" + rows).problems] == [
        ("parts_do_not_add_up", "90 ≠ 95")
    ]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "Đến 30/6/2023, BHXH tự nguyện 3.880 người. Theo báo cáo kèm theo, BHXH tự nguyện đến 30/6/2023 là 3.808 người.",
            [("figure_given_two_ways", "3.880, 3.808")],
        ),
        (
            "Đến 30/6/2023, tỷ lệ bao phủ BHYT đạt 91,87% dân số; các xã Đăk Kôi, Tân Lập và Đăk Pne thấp hơn, "
            "lần lượt là 87,4%; 88,15% và 89,6%.",
            [],
        ),
        (
            "Đến 30/6/2023, tỷ lệ bao phủ BHYT đạt 91,87% dân số. Trả thẻ BHYT điện tử cho 88,6% người tham gia.",
            [],
        ),
        (
            "Đến 30/6/2023 mới có 211 thẻ BHYT được gia hạn (đạt 24,4%). Tỷ lệ bao phủ BHYT toàn huyện đến "
            "30/6/2023: 5.983 người/6.742 khẩu, đạt 91,2%.",
            [("rate_does_not_fit", "5.983 / 6.742 = 88,74% ≠ 91,20%")],
        ),
    ],
)
def test_sentences_that_say_one_figure(body: str, found: list[tuple[str, str]]) -> None:
    assert [(one.kind, one.note) for one in letter(body).problems] == found


def test_the_day_of_the_meeting_that_asked_is_no_deadline() -> None:
    read = asked("1. Tại cuộc họp ngày 10/8/2023, Chủ tịch yêu cầu Công an huyện rà soát nhân khẩu.")
    assert read.problems == ()


def test_links_to_other_pieces_are_not_of_the_piece() -> None:
    read = read_text(
        text_of(
            "KON RẪY: BHYT ĐẾN TỪNG HỘ\n\n29/08/2023\n\nĐến 30/6/2023, huyện Kon Rẫy có tỷ lệ bao phủ BHYT 91,5%.\n\n"
            ">> Tin liên quan: Đến 30/6/2023 huyện Kon Rẫy bao phủ BHYT 92,3%\n"
        )
    )
    assert [str(one.value) for one in read.figures] == ["91.5"]
    assert read.problems == ()
