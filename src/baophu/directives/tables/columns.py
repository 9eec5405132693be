"""What the columns of a table of figures mean, by their headings and by each other."""

import re
from dataclasses import dataclass, replace
from datetime import date

from baophu.directives.days.deadlines import Calendar
from baophu.directives.days.moments import moments_in
from baophu.directives.figures.schemes import mentions_in
from baophu.directives.names.carried import Around

_POPULATION = re.compile(r"dân\s+số(?!\s+tham\s+gia)|nhân\s+khẩu|số\s+dân", re.IGNORECASE)
_LABOUR = re.compile(r"^\s*(?:số\s+)?lực\s+lượng\s+lao\s+động", re.IGNORECASE)
_ARREARS = re.compile(r"chậm\s+đóng|nợ", re.IGNORECASE)
_STUDENTS = re.compile(r"học\s+sinh|HSSV|sinh\s+viên|(?<!\w)HS(?!\w)", re.IGNORECASE)
_UNCOVERED = re.compile(r"chưa\s+(?:tham\s+gia|có\s+thẻ)", re.IGNORECASE)
_TAKING_PART = re.compile(r"tham\s+gia|có\s+thẻ|số\s+người|số\s+thẻ|\(\s*người\s*\)", re.IGNORECASE)
_DUE = re.compile(r"(?:đến|sắp|quá)\s+hạn|hết\s+hạn", re.IGNORECASE)
_LAPSED = re.compile(
    r"(?:tạm\s+)?dừng\s+(?:đóng|tham\s+gia)|gián\s+đoạn|ngừng\s+(?:đóng|tham\s+gia)", re.IGNORECASE
)
_NEW = re.compile(
    r"(?:phát\s+triển|vận\s+động|khai\s+thác|tăng|tham\s+gia)\s+mới|mới\s+tham\s+gia", re.IGNORECASE
)
_ALL_STUDENTS = re.compile(
    r"(?:tổng\s+số|sĩ\s+số|tổng)(?:\s+số)?\s+(?:học\s+sinh|HS|HSSV|sinh\s+viên)(?!.*(?:tham\s+gia|thẻ))",
    re.IGNORECASE,
)
_WORKERS = re.compile(
    r"^\s*(?:tổng\s+)?số\s+(?:người\s+)?lao\s+động(?!.*(?:tham\s+gia|chưa|thẻ|tuổi))", re.IGNORECASE
)
_HOUSEHOLDS = re.compile(r"^\s*(?:tổng\s+)?số\s+hộ(?!.*(?:tham\s+gia|thẻ|người))", re.IGNORECASE)
_OF_ALL = (
    ("population", _POPULATION),
    ("population", _ALL_STUDENTS),
    ("labour_force", _LABOUR),
    ("workers", _WORKERS),
    ("households", _HOUSEHOLDS),
)
_OBLIGED = re.compile(
    r"phải\s+tham\s+gia|thuộc\s+(?:diện|đối\s+tượng)(?!.*(?:chưa|đã|có\s+thẻ))", re.IGNORECASE
)
_COVERED = re.compile(r"bao\s+phủ", re.IGNORECASE)
_VISITS = re.compile(r"(?:số\s+)?lượt\b", re.IGNORECASE)
_BOOKS = re.compile(r"số\s+sổ\b|^\s*sổ\s+BHXH", re.IGNORECASE)
_CARDS = re.compile(r"\bthẻ\b", re.IGNORECASE)
_GIVEN = re.compile(r"trao\s+tặng|tặng|ủng\s+hộ", re.IGNORECASE)
_COST = re.compile(r"kinh\s+phí|giá\s+trị|trị\s+giá", re.IGNORECASE)
_PART = re.compile(r"\s*(?:trong\s+đó|gồm|riêng)\b", re.IGNORECASE)
_HOW_LONG = re.compile(r"số\s+tháng|thời\s+gian|từ\s+tháng|lao\s+động", re.IGNORECASE)
_COLLECTED = re.compile(r"(?:số|tổng|đã)(?:\s+tiền)?\s+thu(?!\w)|^\s*thu\s+(?:BH|bảo\s+hiểm)", re.IGNORECASE)
_GAP = re.compile(
    r"còn\s+thiếu|còn\s+phải|thiếu|(?:phải|cần)\s+(?:tăng|phát\s+triển|vận\s+động)", re.IGNORECASE
)
_CHANGE = re.compile(r"so\s+với|tăng\s*(?:,|/|\()|tăng\s+giảm|^\s*(?:tăng(?!\s+mới)|giảm)\b", re.IGNORECASE)
_OF_PLAN = re.compile(
    r"(?:%|tỷ\s+lệ|đạt|hoàn\s+thành|thực\s+hiện)[^|]*?(?:so\s+với\s+)?(?:KH\b|kế\s+hoạch|chỉ\s+tiêu)",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"%|tỷ\s+lệ|bao\s+phủ", re.IGNORECASE)
_ASSIGNED = re.compile(r"chỉ\s+tiêu|kế\s+hoạch|\bKH\b|giao", re.IGNORECASE)
_STRIVEN_FOR = re.compile(r"phấn\s+đấu|mục\s+tiêu", re.IGNORECASE)
_NAMES_GOAL = re.compile(r"\s*(?:chỉ\s+tiêu|kế\s+hoạch|KH\b|phấn\s+đấu|mục\s+tiêu)", re.IGNORECASE)
_DONE = re.compile(r"đạt\s+được|thực\s+hiện|đã\s+|kết\s+quả|hiện\s+có|đến\s+(?:ngày\s+)?\d", re.IGNORECASE)
_MONEY = re.compile(r"đồng|tiền", re.IGNORECASE)
_SHORT_DAY = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}(?:/\d{4})?(?![\d/])")
_BARE_YEAR = re.compile(r"(?<![\d/])(20\d\d)(?![\d/])")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the values of a column or a row are."""

    measure: str
    kind: str
    unit: str
    scheme: str | None = None
    scale: int = 1
    day: date | None = None


def columns_of(headings: tuple[str, ...], around: Around, known: Calendar) -> list[Meaning | None]:
    """The meaning of each column; a rate or a count of people is of the scheme named last, or before them."""
    found: list[Meaning | None] = []
    scheme = around.scheme if not any(mentions_in(one) for one in headings) else None
    # Beside a column of targets the others tell what is.
    told = replace(around, kind="actual") if any(_is_target(one) for one in headings) else around
    table = " | ".join(headings)
    for heading in headings:
        meaning = _beside_others(heading, table, found) or meaning_of(heading, scheme, told)
        if meaning and _is_share_of_a_plan(heading, meaning, found):
            meaning = replace(meaning, measure="participants", kind="plan_pct")
        scheme = meaning.scheme if meaning and meaning.scheme else scheme
        own = meaning and meaning.kind != "change"  # `so với 31/12/2024` is not the day of a change
        day = day_of_heading(heading, known) if own else None
        found.append(replace(meaning, day=day) if meaning else None)
    return _dated(found, around)


def _beside_others(heading: str, table: str, before: list[Meaning | None]) -> Meaning | None:
    """What a heading says only beside those of its table: money owed or given, cards given, a part."""
    named = _MONEY.search(heading) and not _ARREARS.search(heading)
    if named and _ARREARS.search(table):
        return Meaning("arrears_amount", "actual", "dong", None, _scale(heading))
    if _GIVEN.search(table):
        if named or _COST.search(heading):
            return Meaning("support_amount", "actual", "dong", None, _scale(heading))
        if _CARDS.search(heading):
            return Meaning("cards", "actual", "card", "BHYT")
    if _PART.match(heading) and not (
        mentions_in(heading) or _NEW.search(heading) or _PERCENT.search(heading)
    ):
        return before[-1] if before else None
    return None


def _is_share_of_a_plan(heading: str, meaning: Meaning, before: list[Meaning | None]) -> bool:
    """`Kế hoạch (người) | Thực hiện | Tỷ lệ (%)`: the share stands right behind both."""
    counted = [one for one in before if one][-2:]
    kinds = {one.kind for one in counted if one.measure == "participants" and one.unit == "person"}
    shares = meaning.measure == "coverage" and meaning.kind == "actual"
    return shares and len(kinds) == 2 and "actual" in kinds and kinds <= {"actual", "assigned", "target"}


def _is_target(heading: str) -> bool:
    if _NAMES_GOAL.match(heading):
        return True
    named = _ASSIGNED.search(heading) or _STRIVEN_FOR.search(heading)
    return bool(named and not _DONE.search(heading) and not _OF_PLAN.match(heading.strip()))


def day_of_heading(heading: str, known: Calendar) -> date | None:
    """The day or the period that a heading names: `Thực hiện 31/5 (%)`, `Chỉ tiêu 2026`."""
    if short := _SHORT_DAY.search(heading):
        found = moments_in(f"đến {short[0]}", known)
    elif year := _BARE_YEAR.search(heading):
        found = moments_in(f"năm {year[1]}", known)
    else:
        found = moments_in(heading, known)
    return found[0].day if found else None


def _dated(columns: list[Meaning | None], around: Around) -> list[Meaning | None]:
    """Columns without a day of their own have that of those of their kind, else of the words before."""
    counted = next(
        (one.day for one in columns if one and one.day and one.kind == "actual" and one.measure != "due"),
        None,
    )
    aimed = next((one.day for one in columns if one and one.day and one.kind in ("assigned", "target")), None)
    days = {True: aimed or around.until, False: counted or around.as_of}
    return [
        replace(one, day=one.day or days[one.kind in ("assigned", "target")]) if one else None
        for one in columns
    ]


def meaning_of(text: str, scheme: str | None, around: Around) -> Meaning | None:
    """By the words of a heading, or of a row's name where years stand across."""
    schemes = mentions_in(text)
    scheme = schemes[0].scheme if len(schemes) == 1 else scheme
    percent = bool(_PERCENT.search(text))
    kind = kind_of_column(text, around.kind)
    if _OBLIGED.search(text) and kind != "gap":
        return None
    if scheme is None and _COVERED.search(text):
        scheme = "BHYT"
    if other := _of_no_scheme(text, kind, percent=percent, named=bool(schemes)):
        return other
    if _BOOKS.search(text):
        return Meaning("books", kind, "book", scheme or "BHXH")
    if _STUDENTS.search(text):
        lacking = _UNCOVERED.search(text)
        return Meaning("students", "gap" if lacking else kind, "percent" if percent else "person", "BHYT")
    if _UNCOVERED.search(text):
        return Meaning("uncovered", "actual", "person", scheme)
    for measure, words in (("due", _DUE), ("lapsed", _LAPSED)):
        if words.search(text):
            return Meaning(measure, "actual", "person", scheme)
    if scheme is None:
        return None
    if _NEW.search(text) and not percent:
        return Meaning("new_participants", kind, "person", scheme)
    if percent and _OF_PLAN.search(text) and not _is_target(text):
        return Meaning("participants", "plan_pct", "percent", scheme)
    counts = (_GAP, _CHANGE, _TAKING_PART, _NAMES_GOAL, _DONE)
    if not (schemes or percent or any(words.search(text) for words in counts)):
        return None
    return Meaning(
        "coverage" if percent else "participants", kind, "percent" if percent else "person", scheme
    )


def _of_no_scheme(text: str, kind: str, *, percent: bool, named: bool) -> Meaning | None:
    """What is counted whether it takes part or not, money and care."""
    if _ARREARS.search(text):
        return _arrears(text, kind)
    if percent:
        return None
    if _VISITS.search(text):
        return Meaning("visits", kind, "visit", "BHYT")
    if _COLLECTED.search(text):
        return Meaning("collected", kind, "dong", None, _scale(text))
    for measure, words in _OF_ALL:
        if not named and words.search(text):
            return Meaning(measure, "actual", "household" if measure == "households" else "person")
    return None


def _arrears(text: str, kind: str) -> Meaning | None:
    if not _MONEY.search(text):
        return None if _HOW_LONG.search(text) else Meaning("arrears_units", kind, "unit")
    return Meaning("arrears_amount", kind, "dong", None, _scale(text))


def _scale(text: str) -> int:
    """How many dong one of a column in millions or billions is."""
    named = re.search(r"(?P<million>triệu)|t[ỷỉ]\s+đồng", text, re.IGNORECASE)
    if not named:
        return 1
    return 1_000_000 if named["million"] else 1_000_000_000


def kind_of_column(text: str, otherwise: str) -> str:
    """Whether a column tells what is, what is to be, what was given, what is missing or what changed."""
    goal = _NAMES_GOAL.match(text)
    if _GAP.search(text) and not goal:
        return "gap"
    if _CHANGE.search(text) and not _ASSIGNED.search(text):
        return "change"
    if _DONE.search(text) and not goal:
        return "actual"
    if _STRIVEN_FOR.search(text):
        return "target"
    return "assigned" if _ASSIGNED.search(text) else otherwise
