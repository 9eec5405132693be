"""A number and the words around it."""

import re
from dataclasses import dataclass
from functools import cache

from baophu.directives.figures.quantities import Quantity
from baophu.directives.words.letters import NAME
from baophu.directives.words.vocabulary import any_of, words_of

PLAN = re.compile(
    r"\s*(?:so\s+với\s+)?(?:kế\s+hoạch|KH|chỉ\s+tiêu|(?:tổng\s+)?dự\s+toán|(?:tổng\s+)?quỹ\s+(?:được|khám|KCB|BHYT))\b",
    re.IGNORECASE,
)
PLAN_BEFORE = re.compile(
    r"so\s+với\s+(?:kế\s+hoạch|chỉ\s+tiêu|KH)(?:\s+[^\W\d]+){0,4},?[^;.,\d]{0,60}\s+(?:đạt|bằng|hoàn\s+thành)\s*$",
    re.IGNORECASE,
)
_MOVES = re.compile(r"(?P<falls>giảm|thấp\s+hơn\s+cùng)|tăng(?!\s+(?:mới|thêm))|cao\s+hơn", re.IGNORECASE)
MOVED = re.compile(
    rf"(?:{_MOVES.pattern})\s*(?:(?:nhiều|mạnh|sâu)(?:\s+nhất)?\s*,?\s*)?(?:được\s+|thêm\s+|so\s+với\s+cùng\s+kỳ\s+(?:là\s+)?"
    rf"|khoảng\s+|trên\s+|gần\s+|hơn\s+)?$",
    re.IGNORECASE,
)
MISSING_TO_TARGET = re.compile(
    r"nữa\b|(?:mới|để)\s+(?:đạt|hoàn\s+thành)|cần\s+(?:vận\s+động|phát\s+triển)", re.IGNORECASE
)
# `Điện Bàn (6.204 người)`
NAMED_BEFORE = re.compile(
    rf"((?:(?:xã|phường|thị trấn|huyện|thôn|ấp|TH|THCS|THPT|TH&THCS|MN)\s+)?{NAME})\s*\(\s*$"
)
# `Nhơn Trạch (BHXH tự nguyện 51,2%)`
NAMED_WITH_SCHEME = re.compile(rf"({NAME})\s*\((?:BHXH|BHYT|BHTN)[^()\d]{{0,20}}$")
STILL = re.compile(r"(?:còn|hiện\s+còn|vẫn\s+còn)\s*$", re.IGNORECASE)
_BEFORE = 70


@dataclass(frozen=True, slots=True)
class Near:
    """A number and the words around it: from the number before it (`start`) to the next one (`end`)."""

    text: str
    start: int
    quantity: Quantity
    end: int
    asks: bool

    @property
    def before(self) -> str:
        return self.text[self.start : self.quantity.start]

    @property
    def clause(self) -> str:
        """The words before it since the last semicolon."""
        return re.split(r"[;:](?=[^;:]*$)", self.before)[-1]

    @property
    def after(self) -> str:
        """The words after it to the end of its clause."""
        return self.text[self.quantity.end : self.clause_end]

    @property
    def clause_end(self) -> int:
        stop = re.search(
            r"[;:()]|,(?!\s*(?:sinh\s+viên|học\s+sinh|HSSV|THCS|THPT|tiểu\s+học|mầm\s+non)\b)|\.\s|\strong\s+đó",
            self.text[self.quantity.end : self.end],
        )
        return self.quantity.end + stop.start() if stop else self.end

    @property
    def bracketed(self) -> bool:
        """Whether it stands in brackets that opened since the number before."""
        return "(" in self.before.rsplit(")", 1)[-1]

    def new_clause_after(self, place: int) -> bool:
        """Whether a semicolon parts a place before the number from it."""
        return ";" in self.text[place : self.quantity.start]

    @property
    def around(self) -> str:
        return f"{self.before[-_BEFORE:]} {self.quantity.noun} {self.after}"


@cache
def cue(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words_of('figures')['cues'][name])}(?!\w)", re.IGNORECASE)


@cache
def kind_cue(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words_of('figures')['kinds'][name])}(?!\w)", re.IGNORECASE)


@cache
def heading_cue(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words_of('figures')['headings'][name])}(?!\w)", re.IGNORECASE)
