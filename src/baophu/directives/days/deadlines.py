"""By when: days, months, quarters, years, school years and what is left of a year."""

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from baophu.base.dates import add_months, month_end
from baophu.directives.words.vague import vague_in
from baophu.directives.words.vocabulary import any_of, words_of

SCHOOL_YEAR_ENDS = (5, 31)
_DAY = (
    r"(?:(?:các\s+)?ngày\s+(?:\d{1,2}(?:/\d{1,2}(?:/\d{4})?)?\s*(?:,|và)\s*(?:ngày\s+)?)*)?(?<!thứ\s)(?P<d>\d{1,2})(?:\s*[/.\-]\s*"
    r"|\s+(?:của\s+)?tháng\s+(?:\d{1,2}\s*(?:,|và)\s*tháng\s+)*)(?P<m>\d{1,2})"
    r"(?:(?:\s*[/.\-]\s*|\s+năm\s+)(?P<y>\d{4}))?(?![/\d%])"
)
_MONTH = (
    r"(?:cuối\s+)?(?:(?:các|hai|ba|0?[23])\s+)?tháng\s+(?:\d{1,2}\s*(?:,|và|-|đến)\s*(?:tháng\s+)?)*(?P<"
    r"m>\d{1,2})(?:\s*[/\-]\s*(?P<y>\d{4})|\s+năm\s+(?P<y2>\d{4}))?(?![/\d])"
)
_QUARTER = (
    r"quý\s+(?:(?:IV|III|II|I|[1-4])\s*(?:,|và)\s*(?:quý\s+)?)*"
    r"(?P<q>IV|III|II|I|[1-4])\b(?:\s*[/\-,]?\s*(?:năm\s+)?(?P<y>\d{4}))?"
)
_YEAR = r"năm\s+(?P<y>\d{4})(?!\s*[-–]\s*\d{4})"
_SCHOOL_YEAR = r"(?P<start>đầu\s+)?năm\s+học\s+(?P<y>\d{4})\s*[-–]\s*(?P<y2>\d{4})"
_REST = (
    r"(?P<n>\d{1,2}|các|những|hai|ba|mấy)\s+tháng\s+(?:còn\s+lại(?:\s+của)?|cuối)\s+năm(?:\s+(?P<y>\d{4}))?"
)
_HALF = r"(?P<n>\d{1,2})\s+tháng\s+đầu\s+năm(?:\s+(?P<y>\d{4}))?"
_YEARS_END = r"(?P<last>cuối|hết)\s+năm(?:\s+(?P<y>\d{4}))?(?!\s+học)"
_HOUR = (
    r"(?:(?P<hour>\d{1,2}\s*(?:giờ|h|g|:)\s*(?:\d{2})?(?:\s*(?:phút|p\b|['’]))?),?\s*)?"
    r"(?:(?:sáng|chiều|tối)\s+(?:ngày\s+)?(?:\d{1,2}\s*(?:,|và)\s*)*)?"
    r"(?:(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)\s*,?\s*\(?\s*)?"
)
_SPAN_START = r"từ\s+(?:ngày\s+|tháng\s+)?\d{1,2}(?:/\d{1,2})?(?:/\d{4})?\s+"
_RELATIVE = re.compile(
    r"(?:trong\s+vòng|trong\s+thời\s+hạn|chậm\s+nhất(?:\s+là)?(?:\s+sau)?"
    r"|sau|không\s+quá|trong)\s+(?P<n>\d{1,3})\s+(?:ngày|giờ)(?:\s+làm\s+việc)?"
    r"(?:,?\s*(?:kể\s+từ|tính\s+từ|từ|sau\s+khi)\s+(?:ngày\s+|khi\s+)?[^,;.()]{0,40})?",
    re.IGNORECASE,
)

_YEARLY_AFTER = re.compile(
    r"\s*(?:(?:và|,)\s*(?:ngày\s+)?\d{1,2}/\d{1,2}\s*)?(?:của\s+)?(?:hàng|hằng)\s+năm", re.IGNORECASE
)

# `hằng năm, trước ngày 31/01`; `6 tháng một lần, vào ngày 15/6 và 15/12`; `định kỳ 6 tháng (trước ngày 05/6)`
_AGAIN = re.compile(
    r"(?:(?:hàng|hằng|mỗi)\s+năm[^.;,]{0,40},?|(?:(?:định\s+kỳ|hàng|hằng|mỗi)\s+(?:0?6\s+tháng|quý)"
    r"|0?6\s+tháng\s*(?:/|một|01|1)\s*lần|(?:báo\s+cáo|sơ\s+kết|tổng\s+kết)\s+(?:năm|quý|0?6\s+tháng)"
    r"|(?<!trong\s)0?6\s+tháng(?:\s*(?:\([^()]{0,30}\)\s*)?(?:,|và)\s*(?:cả\s+)?năm[^.;,\d]{0,60})?|,\s*năm)"
    r"\s*[,:(]?)\s*(?:vào\s*)?(?:(?:trước\s+)?(?:ngày\s+)?\d{1,2}/\d{1,2}\s*(?:,|và)\s*)?$",
    re.IGNORECASE,
)
# A school year that only begins, or of which only the first half is meant, ends on no day.
_BEGINS = re.compile(r"(?:(?:bắt\s+đầu\s+)?từ|học\s+kỳ\s+(?:I|1)\b\s*(?:,|của)?)\s*$", re.IGNORECASE)
# `số liệu tại thời điểm 31/8, 30/9 và 31/12/2025` is to be told on each of those days.
_COUNTED_ON = re.compile(r"tại\s", re.IGNORECASE)
_LOOKED_BACK = 120
_MAY_HOLD_ONE = re.compile(r"\d|\b(?:năm|tháng|quý|tuần|trước|nhất|tết)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The day and the year of the document, and the last days of terms that it explains itself."""

    day: date | None
    year: int | None
    terms: tuple[tuple[str, date], ...] = ()


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day, its words and where they stand. No day where none follows from the document alone.

    `before`: the day itself is too late. `impossible`: there is no such day.
    `yearless`: it has no year, nor has the document.
    """

    day: date | None
    text: str
    start: int
    end: int
    before: bool = False
    impossible: bool = False
    yearless: bool = False


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    words = words_of("deadlines")
    by = any_of(words["by"])
    lead = rf"(?<!\w)(?P<by>(?:{_SPAN_START})?{by})\s+(?:là\s+)?{_HOUR}"
    forms = (
        ("day", lead + _DAY),
        ("day", rf"(?<!\w)(?P<by>từ)\s+(?:ngày\s+)?\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?\s*[-–]\s*{_DAY}"),
        ("day", rf"(?<!\w)(?P<by>nhân)\s+(?:(?:dịp|ngày|lễ)\s+)(?:[^\W\d]+\s+){{0,9}}\(?{_DAY}"),
        (
            "day",
            rf"(?<!\w)(?P<by>(?:làm\s+việc|họp|ra\s+quân|tổ\s+chức|khai\s+mạc|phát\s+phiếu"
            rf"|sơ\s+kết|tổng\s+kết|tập\s+huấn|đối\s+thoại)\b[^,;.()]{{0,40}}?)(?<!từ)\s+(?:vào\s+)?{_DAY}",
        ),
        # `các đơn vị báo cáo kết quả về UBND phường ngày 05/02/2026.`
        (
            "day",
            r"(?:(?<=gửi\s)|(?<=báo\scáo\s)|(?<=kết\squả\s))(?P<by>(?:UBND|về)\b(?:(?!trước|chậm|đến|trong|hạn\b|qua\b)[^,;.()]){0,40}?)"
            rf"(?<!từ)\s+(?:vào\s+)?{_DAY}(?=\s*(?:[.;/]|$|và\s))",
        ),
        (
            "day",
            rf"(?<!\w)(?P<by>tại\s+(?:các\s+)?thời\s+điểm)\s+(?:\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?\s*(?:,|và)\s*)+{_DAY}",
        ),
        ("day", rf"(?<!\w)(?P<by>trước\s+ngày\s+(?:khai\s+giảng|bế\s+giảng|tựu\s+trường))\s*[(,]?\s*{_DAY}"),
        (
            "month",
            rf"(?<!\w)(?P<by>(?:sinh\s+hoạt|phiên\s+họp|giao\s+ban|cao\s+điểm)\b[^,;.()]{{0,30}}?)\s+\(?{_MONTH}",
        ),
        (
            "year",
            rf"(?<!\w)(?P<by>vào\s+(?:chương\s+trình|kế\s+hoạch|phong\s+trào)\b[^;.()]{{0,40}}?)\s+{_YEAR}",
        ),
        ("school", rf"(?<!\w)(?P<by>{by}\s+)?{_SCHOOL_YEAR}"),
        ("rest", rf"(?<!\w)(?P<by>{by}\s+)?{_REST}"),
        ("half", rf"{lead}{_HALF}"),
        ("quarter", rf"{lead}(?:cuối\s+)?{_QUARTER}"),
        ("month", lead + _MONTH),
        ("month", rf"(?<!\w)(?<!tuần\s)(?P<by>)(?=cuối){_MONTH}"),
        ("quarter", rf"(?<!\w)(?P<by>)(?=cuối)cuối\s+{_QUARTER}"),
        ("end", rf"(?<!\w)(?P<by>(?:{by}\s+)?){_YEARS_END}"),
        ("year", lead + _YEAR),
        ("end", r"(?<!\w)(?P<by>trong)\s+(?P<last>năm)(?P<y>)(?=\s*(?:[.,;)]|$))"),
        ("year", rf"(?<!\w)(?P<by>(?:sơ|tổng)\s+kết\s+)(?:vào\s+)?{_YEAR}"),
        ("year", rf"(?<!\w)(?P<by>){_YEAR}(?=\s+(?:sơ\s+kết|tổng\s+kết|hoàn\s+thành)\b)"),
        ("year", rf"(?<!\w)(?P<by>phấn\s+đấu\s+đến(?:\s+hết|\s+cuối)?)\s+{_YEAR}"),
    )
    return [(name, re.compile(form, re.IGNORECASE)) for name, form in forms]


@cache
def _not_by() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words_of('deadlines')['not_by'])}\s*(?:là\s+|:\s*)?$", re.IGNORECASE)


def deadlines_in(text: str, known: Calendar) -> list[Deadline]:
    """All deadlines that a text names, from left to right; where two readings meet the longer one."""
    return list(_found(text, known)) if _MAY_HOLD_ONE.search(text) else []


# One sentence is looked through for its tasks, for each of its figures and for what comes after it.
@lru_cache(maxsize=1 << 10)
def _found(text: str, known: Calendar) -> tuple[Deadline, ...]:
    found: list[Deadline] = []
    for name, pattern in _patterns():
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - _LOOKED_BACK) : match.start()]
            if (
                (_not_by().search(before) and not _COUNTED_ON.match(match[0]))
                or _is_rhythm(text, match)
                or (name == "school" and _BEGINS.search(before))
            ):
                continue
            if (name == "year" and not _due_in_year(text, match)) or (name == "end" and not _is_end(match)):
                continue
            one = _deadline(name, match, known)
            if match["by"] != "" or not _is_past(one, known):
                found.append(one)
    found += _relative(text)
    found += _terms(text, known)
    kept: list[Deadline] = []
    for one in (*_longest_first(found), *_longest_first(_vague(text))):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))


def _longest_first(found: Iterable[Deadline]) -> list[Deadline]:
    return sorted(found, key=lambda one: (one.start - one.end, one.start))


def _vague(text: str) -> Iterator[Deadline]:
    for match in vague_in(text):
        yield Deadline(None, match[0].strip(), match.start(), match.end())


def _is_past(one: Deadline, known: Calendar) -> bool:
    """`kết quả cuối tháng 9/2023` in a letter of October is no deadline."""
    return bool(one.day and known.day and one.day < known.day)


def _is_rhythm(text: str, match: re.Match[str]) -> bool:
    """`trước ngày 25/12 hằng năm` comes again, and so does `hằng năm trước ngày 31/01`."""
    before = _AGAIN.search(text[max(0, match.start() - _LOOKED_BACK) : match.start()])
    if before and not re.search(r"\d{4}|năm", match[0]):
        return True
    after = _YEARLY_AFTER.match(text, match.end())
    return after is not None


def _is_end(match: re.Match[str]) -> bool:
    """`đến cuối năm`, `hết năm 2023`; not `bình xét cuối năm`."""
    return bool(match["by"].strip()) or (match["last"].lower() == "hết" and match["y"] is not None)


def _due_in_year(text: str, match: re.Match[str]) -> bool:
    """A year alone is mostly what a target is for; a deadline only where something is to be done in it."""
    if not match["by"] or match["by"].lower().startswith(("vào ", "phấn ", "sơ ", "tổng ")):
        return True
    by = match["by"].lower().split()[-1]
    return by in ("hết", "trong", "suốt") or by.startswith("trước")


def _deadline(name: str, match: re.Match[str], known: Calendar) -> Deadline:
    try:
        day = _READERS[name](match, known)
        impossible = False
    except ValueError:
        day, impossible = None, True
    before = _says_before(match)
    if before and day and name in ("month", "quarter", "year"):
        day = _before_period(name, match, day)
    yearless = day is None and not impossible and name != "school"
    return Deadline(day, match[0].strip(), match.start(), match.end(), before, impossible, yearless)


def _says_before(match: re.Match[str]) -> bool:
    """`trước ngày 11/10` is before the day; `trước 17h00 ngày 11/10` is on it."""
    said = match["by"] is not None and re.search(r"\btrước\b", match["by"], re.IGNORECASE)
    return bool(said) and not match.groupdict().get("hour")


def _before_period(name: str, match: re.Match[str], last: date) -> date:
    """`trước tháng 11/2023` is the end of October; `trước cuối tháng 11` of November."""
    if re.search(r"cuối", match[0], re.IGNORECASE):
        return last
    months = {"month": 1, "quarter": 3, "year": 12}[name]
    return month_end(add_months(last.replace(day=1), -months))


def _year(match: re.Match[str], known: Calendar) -> int:
    groups = match.groupdict()
    written = groups.get("y") or groups.get("y2")
    year = int(written) if written else known.year
    if year is None:
        raise _NoYear
    return year


class _NoYear(Exception):
    """A day without a year in a document without one."""


def _day_of(match: re.Match[str], known: Calendar) -> date | None:
    month, day = int(match["m"]), int(match["d"])
    try:
        return date(_year(match, known), month, day)
    except _NoYear:
        return None


def _month_of(match: re.Match[str], known: Calendar) -> date | None:
    try:
        return month_end(date(_year(match, known), int(match["m"]), 1))
    except _NoYear:
        return None


_QUARTERS = {"I": 3, "II": 6, "III": 9, "IV": 12, "1": 3, "2": 6, "3": 9, "4": 12}


def _quarter_of(match: re.Match[str], known: Calendar) -> date | None:
    try:
        return month_end(date(_year(match, known), _QUARTERS[match["q"].upper()], 1))
    except _NoYear:
        return None


def _half_of(match: re.Match[str], known: Calendar) -> date | None:
    try:
        return month_end(date(_year(match, known), int(match["n"]), 1))
    except _NoYear:
        return None


def _years_end(match: re.Match[str], known: Calendar) -> date | None:
    try:
        return date(_year(match, known), 12, 31)
    except _NoYear:
        return None


def _school_year(match: re.Match[str], _known: Calendar) -> date | None:
    return None if match["start"] else date(int(match["y2"]), *SCHOOL_YEAR_ENDS)


_READERS = {
    "day": _day_of,
    "month": _month_of,
    "quarter": _quarter_of,
    "half": _half_of,
    "rest": _years_end,
    "end": _years_end,
    "year": _years_end,
    "school": _school_year,
}


def _relative(text: str) -> Iterator[Deadline]:
    for match in _RELATIVE.finditer(text):
        yield Deadline(None, match[0].strip(), match.start(), match.end())


def _terms(text: str, known: Calendar) -> Iterator[Deadline]:
    """`trong Tháng cao điểm`, where the document says which month that is."""
    for term, day in known.terms:
        for match in re.finditer(
            rf"(?:ngay\s+)?trong\s+(?:suốt\s+)?{re.escape(term)}(?!\s+(?:và|vận|\())", text, re.IGNORECASE
        ):
            yield Deadline(day, match[0], match.start(), match.end())


_TERM = re.compile(
    r"(?P<term>tháng\s+(?:cao\s+điểm|công\s+nhân|hành\s+động|vận\s+động))[^.;:()]{0,90}?\(\s*tháng\s+(?P<m>\d{1,2})\s*(?:[/\-]"
    r"|năm)\s*(?P<y>\d{4})\s*\)",
    re.IGNORECASE,
)


def with_terms(known: Calendar, text: str) -> Calendar:
    """With the periods that a document names once and refers to later."""
    terms = []
    for match in _TERM.finditer(text):
        month = int(match["m"])
        if 1 <= month <= 12:
            last = calendar.monthrange(int(match["y"]), month)[1]
            terms.append((re.sub(r"\s+", " ", match["term"]).lower(), date(int(match["y"]), month, last)))
    return replace(known, terms=tuple(dict(terms).items()))


_BARE_SCHOOL_YEAR = re.compile(r"năm\s+học\b", re.IGNORECASE)
_DAYS = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{4})?")
_STRONG = re.compile(r"trước|chậm\s+nhất|muộn\s+nhất|hoàn\s+thành|xong|\bhạn\b|không\s+quá", re.IGNORECASE)


def is_parted(found: list[Deadline]) -> bool:
    """Whether there is more than one day by which: of two parts, of work and of its report."""
    by = [one for one in found if one.day and _STRONG.search(one.text)]
    several = any(len(_DAYS.findall(one.text)) > 1 for one in by if one.before)
    return several or len({one.day for one in by}) > 1


def is_topic(text: str, one: Deadline, action: int) -> bool:
    """`Đối với BHYT học sinh năm học 2025-2026: phối hợp …`: what it is about, no deadline."""
    return one.end <= action and ":" in text[one.end : action] and bool(_BARE_SCHOOL_YEAR.match(one.text))


def governing(found: list[Deadline], *, last: bool = False) -> Deadline | None:
    """Of several deadlines the first that says `before`, else the first; of parts and of months the last.

    A school year beside another deadline only says what the work is about.
    """
    found = [one for one in found if not _BARE_SCHOOL_YEAR.match(one.text)] or found
    dated = [one for one in found if one.day]
    strong = [one for one in dated if _STRONG.search(one.text)]
    dated = strong or dated
    periods = [
        one for one in dated if re.search(r"\btháng\s+\d|\bquý\b", one.text) and "ngày" not in one.text
    ]
    if dated and (last or len(periods) == len(dated) > 1):
        return dated[-1]
    return next(iter(dated or found), None)
