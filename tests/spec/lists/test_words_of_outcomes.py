"""What came of a visit, in the words of the form, as people shorten them, with or without diacritics."""

import pytest

from baophu.base.text import fold
from baophu.gaps.outcomes import Outcome
from baophu.lists.cleaning.outcomes import read_outcome
from baophu.reports.phrases import OUTCOMES
from baophu.reports.worklist import CHOICES


@pytest.mark.parametrize("outcome", list(Outcome))
def test_the_words_of_the_form_are_read(outcome: Outcome) -> None:
    words = OUTCOMES[outcome]
    for written in (words, words.upper(), fold(words), outcome.value, words.replace(",", "")):
        assert read_outcome(written) == (outcome, ""), written


@pytest.mark.parametrize(
    ("written", "outcome"),
    [
        ("Đã nộp", "paid"),
        ("nộp tiền rồi", "paid"),
        ("Đã đóng 3 tháng", "paid"),
        ("Đã thu tiền ngày 5/10", "paid"),
        ("hẹn 15/10", "promised"),
        ("hẹn nộp cuối tháng", "promised"),
        ("Không tham gia", "refused"),
        ("ko mua", "refused"),
        ("không đồng ý", "refused"),
        ("hộ khó khăn", "hardship"),
        ("chưa có tiền", "hardship"),
        ("xin hỗ trợ", "hardship"),
        ("thuộc diện NSNN", "budget_paid"),
        ("chờ xã báo tăng", "budget_paid"),
        ("Có thẻ rồi", "has_card"),
        ("đã có BHYT ở nơi khác", "has_card"),
        ("tham gia nơi khác", "has_card"),
        ("đã đóng ở nơi khác", "has_card"),
        ("đi làm ở Bình Dương", "away"),
        ("làm ăn xa", "away"),
        ("đi học TP.HCM", "away"),
        ("đã chuyển đi Gia Lai", "moved"),
        ("chuyển khẩu", "moved"),
        ("chết tháng 8", "dead"),
        ("đã mất", "dead"),
        ("không gặp ai", "not_met"),
        ("đi vắng", "not_met"),
        ("sai ngày sinh", "wrong_data"),
    ],
)
def test_shorter_words_are_read(written: str, outcome: str) -> None:
    assert read_outcome(written) == (outcome, "")
    assert read_outcome(fold(written)) == (outcome, "")


@pytest.mark.parametrize("written", ["x", "1", "chưa có thẻ", "chưa nộp", "không có thẻ", "đã mất thẻ", "?"])
def test_what_says_no_outcome_is_doubted(written: str) -> None:
    assert read_outcome(written) == (None, "unknown_word")


def test_the_choices_fit_into_a_cell_of_a_workbook() -> None:
    assert len(",".join(CHOICES)) <= 255
    assert len(set(CHOICES)) == len(Outcome)
