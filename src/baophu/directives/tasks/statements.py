"""Sentences that only say by when what stands before them is due, and how far they reach."""

import re
from dataclasses import dataclass
from functools import cache

from baophu.directives.days.deadlines import Calendar, deadlines_in
from baophu.directives.days.rhythms import rhythms_in
from baophu.directives.words.vocabulary import words_of

_WORD = re.compile(r"[^\W\d_]+")
_REACH = re.compile(
    r"(?:cả\s+)?(?:các\s+|(?P<count>0?\d{1,2}|hai|ba|bốn|năm|sáu)\s+)(?:nội\s+dung"
    r"|nhiệm\s+vụ|việc|công\s+việc|nhóm\s+việc|điểm)\s+(?:(?:nêu\s+)?trên"
    r"|này)",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"(?:mục|điểm|khoản|nhiệm\s+vụ)\s+(?P<points>\d{1,2}(?:\.\d{1,2})*(?:\s*(?:,|và)\s*(?:mục\s+)?\d{1,2}(?:\.\d{1,2})*)*)"
    r"(?![\d/])",
    re.IGNORECASE,
)
_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6}
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Scope:
    """What it holds for: `count` contents above, all of the section, the `points` named, or its own."""

    count: int | None = None
    every: bool = False
    points: tuple[str, ...] = ()


def is_statement(text: str, known: Calendar) -> bool:
    """`Thời gian hoàn thành trước 16/10/2023`, `(03 nội dung trên hoàn thành trước ngày 20/10/2023)`."""
    if len(text) > _LONGEST:
        return False
    deadlines, rhythms = deadlines_in(text, known), rhythms_in(text)
    if not deadlines and not rhythms:
        return False
    left = list(text)
    spans = [(one.start, one.end) for one in deadlines] + [(one.start, one.end) for one in rhythms]
    for start, end in spans:
        left[start:end] = " " * (end - start)
    words = [word.lower() for word in _WORD.findall("".join(left))]
    return all(word in _plain_words() for word in words)


@cache
def _plain_words() -> frozenset[str]:
    return frozenset(words_of("deadlines")["statement"])


def scope_of(text: str) -> Scope:
    reach = _REACH.search(text)
    if not reach and (named := _POINTS.search(text)):
        return Scope(points=tuple(re.findall(r"[\d.]+", named["points"])))
    if not reach:
        return Scope()
    count = reach["count"]
    return Scope(every=True) if count is None else Scope(count=_NUMBERS.get(count.lower()) or int(count))
