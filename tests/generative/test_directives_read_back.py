"""Generated sentences are read back as they were meant, and no text makes the reader fail."""

from datetime import date
from decimal import Decimal
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.spec.directives.reading import asked, letter

from baophu.base.numbers import format_count, format_date
from baophu.directives.files.opening import text_of
from baophu.directives.reading import read_text
from baophu.directives.told import as_json

OFFICES = st.sampled_from(
    [
        "Bảo hiểm xã hội huyện",
        "Phòng Giáo dục và Đào tạo",
        "Phòng LĐ-TB&XH huyện",
        "Công an huyện",
        "Sở Nội vụ",
        "Thuế cơ sở",
        "Trạm Y tế xã",
        "Đảng ủy xã",
        "UBND các xã, phường, đặc khu",
        "Đài Truyền thanh - Truyền hình huyện",
        "Hội Liên hiệp Phụ nữ huyện",
        "các trường học",
    ]
)
ACTIONS = st.sampled_from(
    [
        "rà soát, lập danh sách người chưa tham gia BHYT",
        "chủ động cung cấp dữ liệu cho cơ quan có thẩm quyền",
        "tăng cường tuyên truyền chính sách đến người dân",
        "tham mưu bố trí kinh phí hỗ trợ mức đóng",
        "kiểm tra việc chấp hành pháp luật tại doanh nghiệp",
    ]
)
DAYS = st.dates(date(2023, 10, 3), date(2027, 12, 31))
BY = st.sampled_from(
    ["trước ngày {}", "trước {}", "chậm nhất ngày {}", "xong trước ngày {}", "từ nay đến hết ngày {}"]
)
SCHEMES = st.sampled_from(
    [
        ("BHYT", "BHYT"),
        ("BHXH", "BHXH"),
        ("BHXH tự nguyện", "BHXH_TN"),
        ("BH thất nghiệp", "BHTN"),
        ("bảo hiểm y tế", "BHYT"),
    ]
)
PIECES = """UBND|huyện|các|xã,|thị trấn|yêu cầu|đề nghị|giao|:|;|.|-|+|1.|2.1.|a)|I.|Điều 1.|(qua BHXH)
trước ngày|31/02/2023|hàng tháng|98,7%|1.234 người|tỷ đồng|đạt|Kính gửi:|Nơi nhận:|(b/c);|Số:|/UBND|Căn cứ
ngày tháng năm 2023|Cộng|cả 3 nội dung trên|quý IV/|chỉ tiêu giao|Quyết định số 5/QĐ-UBND ngày 9/9/2023|BHYT
chủ trì|phối hợp với|rà soát"""
WORDS = st.lists(
    st.sampled_from([*PIECES.replace("\n", "|").split("|"), "\n", "\n\n", "STT\t1\t2\n"]), max_size=80
)


@given(office=OFFICES, action=ACTIONS, day=DAYS, by=BY)
@settings(deadline=None)
def test_a_task_is_read_back(office: str, action: str, day: date, by: str) -> None:
    due = by.format(format_date(day))
    [task] = asked(f"1. {office}\n- {action[:1].upper() + action[1:]} {due}.").tasks
    assert task.assignees == (office,)
    assert task.due
    assert (task.due.deadline.day, task.due.words.text) == (day, due)
    assert task.words.text == f"{action[:1].upper() + action[1:]} {due}."


@given(offices=st.lists(OFFICES, min_size=1, max_size=4, unique=True), action=ACTIONS)
@settings(deadline=None)
def test_all_assignees_of_a_sentence_are_read_back(offices: list[str], action: str) -> None:
    listed = " và ".join([", ".join(offices[:-1]), offices[-1]]) if len(offices) > 1 else offices[0]
    [task] = asked(f"1. Giao {listed} {action}.").tasks
    assert list(task.assignees) == offices


@given(
    scheme=SCHEMES,
    people=st.integers(1000, 9_999_999),
    rate=st.integers(100, 3000),  # more never joined voluntary insurance: that is read as health insurance
    day=st.dates(date(2015, 1, 1), date(2026, 12, 31)),
)
@settings(deadline=None)
def test_a_figure_is_read_back(scheme: tuple[str, str], people: int, rate: int, day: date) -> None:
    printed, key = scheme
    shown = f"{rate // 100},{rate % 100:02d}"
    read = letter(
        f"Đến ngày {format_date(day)}, số người tham gia {printed} là {format_count(people)} người, "
        f"tỷ lệ bao phủ đạt {shown}%."
    )
    assert [(one.scheme, one.measure, one.value, one.day) for one in read.figures] == [
        (key, "participants", Decimal(people), day),
        (key, "coverage", Decimal(rate) / 100, day),
    ]


@given(WORDS)
@settings(max_examples=60, deadline=None)
def test_words_of_directives_in_any_order_are_read(words: list[str]) -> None:
    read = read_text(text_of(" ".join(words)))
    assert_places_hold(as_json(read), [paragraph.text for paragraph in read.text.paragraphs])


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read(text: str) -> None:
    read = read_text(text_of(text))
    assert_places_hold(as_json(read), [paragraph.text for paragraph in read.text.paragraphs])


@pytest.mark.parametrize(
    "piece",
    ["BHXH ", "(", "1.234 người, ", "rà soát; ", "trước ngày 16/10/2023, ", "các xã Tân Lập, ", "50% "],
)
def test_a_sentence_without_an_end_does_not_take_for_ever(piece: str) -> None:
    start = process_time()
    asked("1. Sở Y tế\n- Rà soát " + piece * (10_000 // len(piece)))
    assert process_time() - start < 5


def assert_places_hold(told: object, paragraphs: list[str]) -> None:
    """Every `text` with a place stands there."""
    if isinstance(told, dict):
        if {"text", "paragraph", "start", "end"} <= told.keys():
            assert paragraphs[told["paragraph"] - 1][told["start"] : told["end"]] == told["text"]
        for value in told.values():
            assert_places_hold(value, paragraphs)
    elif isinstance(told, list):
        for value in told:
            assert_places_hold(value, paragraphs)
