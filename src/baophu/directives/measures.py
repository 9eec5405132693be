"""What a number counts, and what it says of it: what is, what is to be, what was given, what is missing."""

import re
from dataclasses import dataclass
from functools import cache

from baophu.directives.letters import LOWER, UPPER
from baophu.directives.quantities import Quantity
from baophu.directives.vocabulary import any_of, words_of

OF_NO_SCHEME = frozenset(
    (
        "arrears_amount",
        "arrears_units",
        "arrears_rate",
        "population",
        "labour_force",
        "working_age",
        "waiting_time",
        "satisfaction",
        "households",
        "hamlets",
        "schools",
    )
)
_STUDENT_NOUNS = ("học sinh", "sinh viên", "hssv", "em học sinh", "em")
_PLAN = re.compile(r"\s*(?:so\s+với\s+)?(?:kế\s+hoạch|KH|chỉ\s+tiêu|dự\s+toán)\b", re.IGNORECASE)
_ASSIGNED = re.compile(
    r"(?:kế\s+hoạch|chỉ\s+tiêu|KH)\b[^.;]{0,60}?\bgiao\b|\bgiao\b[^.;]{0,40}?(?:chỉ\s+"
    r"tiêu|kế\s+hoạch|KH)\b|được\s+giao|(?:kế\s+hoạch|chỉ\s+tiêu)\s+giao"
    r"|chỉ\s+tiêu\s+được",
    re.IGNORECASE,
)
_MOVES = re.compile(r"(?P<falls>giảm|thấp\s+hơn\s+cùng)|tăng(?!\s+(?:mới|thêm))|cao\s+hơn", re.IGNORECASE)
_MOVED = re.compile(
    rf"(?:{_MOVES.pattern})\s*(?:được\s+|thêm\s+|so\s+với\s+cùng\s+kỳ\s+(?:là\s+)?"
    rf"|khoảng\s+|trên\s+|gần\s+|hơn\s+)?$",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"(?:tăng\s+lên|giảm\s+còn|giảm\s+xuống|tăng\s+từ|lên)\s*$", re.IGNORECASE)
_CHECKS = re.compile(
    r"(?:kiểm\s+tra|thanh\s+tra|làm\s+việc\s+với|đôn\s+đốc|tổ\s+chức"
    r"|mở|phát|in|đào\s+tạo|tập\s+huấn)(?:\s+\w+){0,3}\s*$",
    re.IGNORECASE,
)
_REACHED = re.compile(r"đạt|hoàn\s+thành|vượt|bao\s+phủ|tỷ\s+lệ", re.IGNORECASE)
_MISSING_TO_TARGET = re.compile(r"để\s+(?:đạt|hoàn\s+thành)|cần\s+(?:vận\s+động|phát\s+triển)", re.IGNORECASE)
_STILL = re.compile(r"(?:còn|hiện\s+còn|vẫn\s+còn)\s*$", re.IGNORECASE)
_MEANS = re.compile(r"(?:tương\s+ứng|tương\s+đương|tức\s+là|bằng)\s*$", re.IGNORECASE)
_THRESHOLD = re.compile(
    r"(?:đơn\s+vị|trường|xã|phường|địa\s+phương|doanh\s+nghiệp"
    r"|nơi|thôn|huyện)(?:\s+\S+){0,3}\s+có\s+tỷ\s+lệ[^,;]*$",
    re.IGNORECASE,
)
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
        stop = re.search(r"[,;:()]|\.\s|\strong\s+đó", self.text[self.quantity.end : self.end])
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
def _cue(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words_of('figures')['cues'][name])}(?!\w)", re.IGNORECASE)


@cache
def _kind_cue(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words_of('figures')['kinds'][name])}(?!\w)", re.IGNORECASE)


@cache
def _heading_cue(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words_of('figures')['headings'][name])}(?!\w)", re.IGNORECASE)


def heading_kind(text: str) -> str | None:
    """`actual` or `target` by a heading's words; results are told of first (`kết quả thực hiện chỉ tiêu`)."""
    return next((kind for kind in ("actual", "target") if _heading_cue(kind).search(text)), None)


def about_students(near: Near) -> bool:
    return near.quantity.noun in _STUDENT_NOUNS or bool(_cue("students").search(near.around))


def measure_of(near: Near, carried: str | None, scheme: str | None) -> str | None:
    """What the number counts; None where it says nothing of participation, money, schools or care."""
    return _BY_UNIT[near.quantity.unit](near, carried, scheme)


def _percent(near: Near, carried: str | None, scheme: str | None) -> str | None:
    text = near.around
    if _cue("satisfaction").search(text):
        return "satisfaction"
    if near.quantity.qualifier != "exact" and _THRESHOLD.search(near.before):
        return None
    if _is_share_of_law(near):
        return None
    if _kind_cue("gap").search(near.before[-35:]):
        return "students" if carried == "students" else "coverage" if scheme else None
    if _PLAN.match(near.after):
        return (
            "collected"
            if _cue("collected").search(near.before) or carried == "collected"
            else carried_people(carried)
        )
    if _MOVED.search(near.before):
        return {"participants": "coverage"}.get(carried or "", carried) or ("coverage" if scheme else None)
    if noun := re.match(
        r"\s*(?:số\s+)?(?:các\s+)?(?P<noun>thôn|bản|buôn|xã|phường|trường|doanh nghiệp|đơn vị|hộ)\b",
        near.after,
        re.IGNORECASE,
    ):
        return _of_noun(noun["noun"].lower(), near, scheme)
    if about_students(near) and (scheme in ("BHYT", None) or _cue("covered").search(text)):
        return "students" if _cue("covered").search(text) or carried == "students" or scheme else None
    if _cue("arrears").search(near.clause) and re.search(r"tỷ\s+lệ", near.clause, re.IGNORECASE):
        return "arrears_rate"
    if near.asks and _cue("students").search(near.before) and not _cue("population").search(near.around):
        return "students"
    if carried == "students" and near.asks and not _cue("covered").search(near.before.replace("đạt", "")):
        return "students"
    if scheme or _cue("covered").search(text):
        return "coverage" if scheme or re.search(r"bao\s+phủ", text, re.IGNORECASE) else None
    return None


def _is_share_of_law(near: Near) -> bool:
    """`hỗ trợ thêm 20% mức đóng`."""
    after = re.match(r"\s*(?:mức|chi\s+phí|kinh\s+phí|lương|số\s+tiền)", near.after, re.IGNORECASE)
    return bool(after or _cue("rates_of_law").search(near.clause[-40:]))


def carried_people(carried: str | None) -> str:
    return (
        carried
        if carried in ("participants", "new_participants", "students", "collected")
        else "participants"
    )


def _of_noun(noun: str, near: Near, scheme: str | None) -> str | None:
    kinds = {
        "thôn": "hamlets",
        "bản": "hamlets",
        "buôn": "hamlets",
        "xã": "communes",
        "phường": "communes",
        "trường": "schools",
        "hộ": "households",
    }
    return kinds.get(noun, "enterprises" if scheme else None)


def _people(near: Near, carried: str | None, scheme: str | None) -> str | None:
    text = near.around
    if _cue("not_counted").search(near.clause[-40:]) or re.match(
        r"\s*(?:bệnh|thân|cao\s+tuổi|dự|làm\s+công\s+tác|phụ\s+trách)", near.after
    ):
        return None
    if re.search(r"mỗi\s+\S+(?:\s+\S+){0,4}\s*$", near.before, re.IGNORECASE) and not near.asks:
        return None
    if near.quantity.noun in _STUDENT_NOUNS or re.match(
        r"\s*(?:học\s+sinh|HSSV|sinh\s+viên)", near.after, re.IGNORECASE
    ):
        return (
            "students"
            if _cue("covered").search(text)
            or _cue("uncovered").search(text)
            or scheme
            or carried == "students"
            else None
        )
    for name in ("due", "lapsed"):
        if _cue(name).search(near.after) or _cue(name).search(near.clause[-45:]):
            return name
    if _kind_cue("gap").search(near.before[-35:]) or (
        _STILL.search(near.before) and _MISSING_TO_TARGET.search(near.after)
    ):
        return carried_people(carried)
    if _cue("uncovered").search(near.after) or _cue("uncovered").search(near.clause[-45:]):
        return "uncovered"
    if _MOVED.search(near.before) and not re.search(r"tăng\s+(?:mới|thêm)\s*$", near.before, re.IGNORECASE):
        return {"coverage": "participants"}.get(carried or "", carried) or (
            "participants" if scheme else None
        )
    if _cue("new_participants").search(near.clause[-30:]):
        return "new_participants" if scheme else None
    return _counted_people(near, carried, scheme)


def _counted_people(near: Near, carried: str | None, scheme: str | None) -> str | None:
    if not _cue("covered").search(near.after) and not scheme_before(near):
        for name in ("labour_force", "working_age", "population"):
            if _cue(name).search(near.clause.rsplit(",", 1)[-1][-40:]):
                return name
    if scheme and _MEANS.search(near.before):
        return "participants"
    if re.match(r"\s*(?:mới\s+)?(?:tham\s+gia|có\s+thẻ)", near.after, re.IGNORECASE) or scheme_before(near):
        return "participants" if scheme else None
    if scheme and (
        carried in ("participants", "coverage", "new_participants")
        or _cue("covered").search(near.clause[-45:])
    ):
        return "participants"
    return None


def scheme_before(near: Near) -> bool:
    """`BHXH bắt buộc 3.105 người`, `Số người tham gia BHXH là 2.403 người`, `BHTN: 548 người`."""
    return bool(
        re.search(
            r"(?:BHXH|BHYT|BHTN|BH\s+thất\s+nghiệp|bắt\s+buộc|tự\s+nguyện"
            r"|bảo\s+hiểm\s+(?:y\s+tế|xã\s+hội|thất\s+nghiệp))\s*(?:\([^()]*\)\s*)?[:,]?\s*(?:"
            r"là\s*:?|có|đạt|với|mới\s+có|được|tương\s+ứng)?\s*(?:\d[\d.,]*%[^,;]{0,25},\s*)?$",
            near.before,
            re.IGNORECASE,
        )
    )


def _money(near: Near, carried: str | None, scheme: str | None) -> str | None:
    text = near.clause
    if _cue("rates_of_law").search(text[-30:]) and not _cue("arrears").search(text):
        return None
    if re.match(r"\s*/", near.after) or (
        re.search(r"mức|từ\s*$", text[-30:], re.IGNORECASE) and not _cue("arrears").search(text)
    ):
        return None
    if _cue("arrears").search(text) or (
        carried in ("arrears_amount", "arrears_units") and not _cue("collected").search(text)
    ):
        return "arrears_amount"
    for name in ("collected", "fund_spent"):
        if _cue(name).search(text) or carried == name:
            return name
    return "budget" if _cue("budget").search(text[-45:]) else None


def _units(near: Near, carried: str | None, scheme: str | None) -> str | None:
    if _CHECKS.search(near.before) or (
        near.asks and re.search(r"kiểm\s+tra|thanh\s+tra", near.before, re.IGNORECASE)
    ):
        return None
    if re.search(r"tỷ\s+lệ\s+bao\s+phủ", near.after, re.IGNORECASE):
        return "communes"
    if _cue("arrears").search(near.around) or carried in ("arrears_amount", "arrears_units"):
        return "arrears_units"
    if scheme and re.search(r"tham\s+gia", near.after, re.IGNORECASE):
        return "enterprises" if near.quantity.noun in ("doanh nghiệp", "hợp tác xã") else "units"
    return None


def _communes(near: Near, _carried: str | None, _scheme: str | None) -> str | None:
    named = re.match(rf"\s+[{UPPER}][{LOWER}]", near.text[near.quantity.end :])
    return "communes" if scheme_after_goal(near) and not named else None


def scheme_after_goal(near: Near) -> bool:
    return bool(
        re.search(
            r"(?:đạt|hoàn\s+thành|vượt)[^.;]{0,40}(?:chỉ\s+tiêu|kế\s+hoạch|BHYT|BHXH|bao\s+phủ|\d)",
            near.text[near.quantity.end : near.quantity.end + 90],
            re.IGNORECASE,
        )
    )


def _hamlets(near: Near, _carried: str | None, _scheme: str | None) -> str | None:
    return "hamlets" if scheme_after_goal(near) else None


def _schools(near: Near, _carried: str | None, _scheme: str | None) -> str | None:
    return (
        "schools"
        if scheme_after_goal(near) or re.search(r"100\s*%", near.text[near.quantity.end :][:60])
        else None
    )


def _households(near: Near, _carried: str | None, scheme: str | None) -> str | None:
    return (
        "households"
        if scheme or re.search(r"mức\s+sống\s+trung\s+bình|nghèo", near.after, re.IGNORECASE)
        else None
    )


def _cards(near: Near, _carried: str | None, _scheme: str | None) -> str | None:
    return "cards"


def _books(near: Near, _carried: str | None, _scheme: str | None) -> str | None:
    return "books"


def _minutes(near: Near, _carried: str | None, _scheme: str | None) -> str | None:
    return "waiting_time" if _cue("waiting").search(near.text) else None


def _visits(near: Near, _carried: str | None, _scheme: str | None) -> str | None:
    return "visits" if re.search(r"khám|KCB|điều\s+trị", near.around, re.IGNORECASE) else None


_BY_UNIT = {
    "percent": _percent,
    "point": _percent,
    "person": _people,
    "dong": _money,
    "unit": _units,
    "commune": _communes,
    "hamlet": _hamlets,
    "school": _schools,
    "household": _households,
    "card": _cards,
    "book": _books,
    "minute": _minutes,
    "visit": _visits,
}


def falls(near: Near) -> bool:
    moved = _MOVED.search(near.before)
    return bool(moved and moved["falls"])


def unit_of(quantity: Quantity, measure: str) -> str:
    if measure == "communes" and quantity.unit == "unit":
        return "commune"
    return quantity.unit


def kind_of(near: Near, measure: str, carried: str | None, heading: str | None) -> str:
    """`actual`, `target`, `assigned`, `plan_pct`, `change` or `gap`."""
    missing = _kind_cue("gap").search(near.before[-35:])
    if near.quantity.unit == "percent" and _PLAN.match(near.after) and not missing:
        return "plan_pct"
    if measure not in ("uncovered", "due", "lapsed") and (missing or _is_missing(near, measure)):
        return "gap"
    if measure != "new_participants" and _MOVED.search(near.before) and not _UP_TO.search(near.before):
        return "change"
    if _ASSIGNED.search(_own(near)):
        return "assigned"
    if measure in (
        "uncovered",
        "due",
        "lapsed",
        "population",
        "labour_force",
        "working_age",
        "arrears_units",
    ):
        return "actual"
    if _kind_cue("actual").search(near.clause):
        return "actual"
    if _kind_cue("target").search(near.clause) or (measure == "waiting_time" and near.asks):
        return "target"
    if carried:
        return carried
    if heading:
        return heading
    return (
        "target"
        if near.asks and measure not in ("arrears_amount", "population", "satisfaction")
        else "actual"
    )


def _own(near: Near) -> str:
    """The words that belong to this number alone: inside its brackets, or since the number before."""
    inside = near.before.rsplit("(", 1)
    if near.bracketed and _ASSIGNED.search(inside[-1]):
        return inside[-1]
    return near.before if near.bracketed else near.clause


def _is_missing(near: Near, measure: str) -> bool:
    if measure == "students" and near.quantity.unit == "person":
        return bool(_cue("uncovered").search(near.after))
    return (
        measure == "participants"
        and bool(_STILL.search(near.before))
        and bool(_MISSING_TO_TARGET.search(near.after))
    )
