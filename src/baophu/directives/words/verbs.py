"""Whether words begin with an instructed action."""

import re
from functools import cache

from baophu.directives.words.tones import toned
from baophu.directives.words.vocabulary import any_of, words_of

_MODAL = re.compile(
    r"\s*,?\s*(?:cần|phải|có\s+trách\s+nhiệm|chịu\s+trách\s+nhiệm|nhanh\s+chóng"
    r"|được\s+(?:giao|yêu\s+cầu|đề\s+nghị))\b",
    re.IGNORECASE,
)

# `Đến ngày 01/10/2025 còn 47 học sinh …` goes nowhere.
_UNTIL = re.compile(r"đến\s+(?:ngày|hết|nay|cuối|tháng|quý|năm|thời\s+điểm|\d)", re.IGNORECASE)
_COUNTS = re.compile(
    r"(?:BHXH|BHYT|BHTN)\s+(?:bắt\s+buộc\s+|tự\s+nguyện\s+)?(?:có|còn|đạt|là|mới|\d)", re.IGNORECASE
)
_SHORTEST = 15
_TELLING = re.compile(r"\b(?:đã|chưa|còn|vẫn|đang|là|được|bị|có)\b", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    words = any_of(words_of("verbs")["before"])
    moment = (
        r"(?:ngay\s+trong\s+(?:ngày|tuần|tháng)|trước|vào|chậm\s+nhất|đến|chiều|sáng|ngày\s+\d[\d/.]*(?=\s+(?:hằng|hàng|mỗi)))(?:\s+(?:là|vào"
        r"|trước|lúc|ngày|thứ|hai|ba|tư|năm|sáu|bảy|giờ|h|phút|của"
        r"|làm\s+việc(?=\s+(?:đầu|cuối|thứ))|đầu\s+tiên|cuối\s+cùng|cuối|đầu|giữa|hết|hàng|hằng|mỗi|tuần|tháng|quý"
        r"|\d[\d/.]*))+"
    )
    rhythm = (
        r"(?:(?:định\s+kỳ|mỗi|cứ|theo\s+định\s+kỳ)\s+(?:vào\s+)?(?:\d+\s+|một\s+)?(?:ngày|tuần|tháng|quý|năm)"
        r"(?:,\s*(?:\d+|một)\s+năm)?(?:\s+(?:một|1|01)\s+lần)?"
        r"|\d+\s+(?:ngày|tuần|tháng)\s*(?:/|một\s+|01\s+|1\s+)lần)"
    )
    return re.compile(rf"\s*,?\s*(?:{rhythm}|{words}|{moment})\b\s*(?:\([^()]*\)\s*)?,?\s*", re.IGNORECASE)


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words_of('verbs')['verbs'])}(?!\w)(?!\s+(?:này|số\s+\d))", re.IGNORECASE)


@cache
def after_clause() -> re.Pattern[str]:
    """Words that surely begin an action, though a clause with verbs of its own stands before them."""
    return re.compile(rf"{any_of(words_of('verbs')['after_clause'])}(?!\w)", re.IGNORECASE)


@cache
def _told() -> re.Pattern[str]:
    return re.compile(
        rf"\s*,?\s*(?:cũng\s+|vừa\s+|đều\s+)?{any_of(words_of('verbs')['told'])}(?!\w)", re.IGNORECASE
    )


@cache
def _adjunct() -> re.Pattern[str]:
    return re.compile(rf"\s*{any_of(words_of('verbs')['adjuncts'])}(?!\w)", re.IGNORECASE)


@cache
def instruct() -> re.Pattern[str]:
    """Words after which somebody is named who is to do something."""
    return re.compile(
        rf"(?<!\w){any_of(words_of('verbs')['instruct'])}(?:\s+cho)?(?!\w)\s*:?\s*", re.IGNORECASE
    )


def begins_action(text: str) -> bool:
    """`chủ động phối hợp …`, `cần rà soát …`, `Hàng tháng tổng hợp …`; not what was done (`đã tổ chức`)."""
    text = toned(text)
    place = 0
    while True:
        if _told().match(text, place):
            return False
        if _verb().match(text, place) and not _UNTIL.match(text, place):
            return True
        before = _before().match(text, place)
        if not before:
            return False
        place = before.end()


def is_modal(text: str) -> bool:
    """`cần …`, `phải …`, `có trách nhiệm …`."""
    text = toned(text)
    return bool(_MODAL.match(text))


def tells(text: str) -> bool:
    """What was, or what somebody said."""
    text = toned(text)
    return bool(_told().match(text))


def is_adjunct(text: str) -> bool:
    """`Căn cứ …,`, `Để …,`: the action comes after a comma."""
    text = toned(text)
    return bool(_adjunct().match(text))


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{any_of(words_of('verbs')['closing'])}(?!\w)|,)\s*)+[./\s]*", re.IGNORECASE)


def is_formula(text: str) -> bool:
    """The words that close a directive: `nghiêm túc triển khai thực hiện Chỉ thị này./.`"""
    text = toned(text)
    return _closing().fullmatch(text) is not None


def counts(text: str) -> bool:
    """`BHXH tự nguyện 2.316 người, đạt 58,2%`: what was reached."""
    return _COUNTS.match(text) is not None


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words_of('verbs')['nouns'])}(?!\w)", re.IGNORECASE)


def may_ask(text: str) -> bool:
    """Whether a sentence below an office's heading asks for something, though no known verb begins it."""
    text = toned(text)
    plain = text[:1].isalpha() and len(text) >= _SHORTEST and not text.rstrip().endswith((":", ")"))
    return (
        plain and not counts(text) and not _noun().match(text) and not _TELLING.search(text[: _SHORTEST * 3])
    )
