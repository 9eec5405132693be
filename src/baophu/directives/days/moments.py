"""Days and periods that figures hold for."""

import re
from dataclasses import dataclass
from datetime import date

from baophu.base.dates import month_end
from baophu.directives.days.deadlines import SCHOOL_YEAR_ENDS, Calendar

_QUARTERS = {"I": 3, "II": 6, "III": 9, "IV": 12, "1": 3, "2": 6, "3": 9, "4": 12}
_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_COUNT = rf"\d{{1,2}}|{'|'.join(_WORDS)}"
_FORMS = (
    ("school", r"năm\s+học\s+(?P<y>\d{4})\s*[-–]\s*(?P<y2>\d{4})"),
    ("span", r"(?:giai\s+đoạn|nhiệm\s+kỳ)[^\d,.;]{0,20}\d{4}\s*[-–]\s*\d{4}"),
    (
        "day",
        r"(?<![\d/])(?P<d>\d{1,2})\s*(?:/|-|\.|\s+tháng\s+)\s*(?P<m>\d{1,2})\s*(?:/"
        r"|-|\.|\s+năm\s+)\s*(?P<y>\d{4})(?!\d)",
    ),
    (
        "months",
        rf"(?P<m>{_COUNT})\s+tháng(?:\s+đầu)?(?:\s+năm)?\s+(?P<y>\d{{4}})|(?P<m2>{_COUNT})\s+tháng\s+đầu\s+năm",
    ),
    ("rest", r"(?:\d{1,2}|các|những)\s+tháng\s+(?:cuối|còn\s+lại(?:\s+của)?)\s+năm(?:\s+(?P<y>\d{4}))?"),
    (
        "month",
        r"tháng\s+(?:\d{1,2}\s*(?:,|và|-|–)\s*(?:tháng\s+)?)*(?P<m>\d{1,2})\s*(?:[/\-]\s*|\s+năm\s+)(?P<y>\d{4})(?!\d)",
    ),
    ("month", r"(?:đến|hết|cuối)\s+tháng\s+(?P<m>\d{1,2})(?!\s*[/\-,]\s*\d|\d|\s+năm)"),
    ("quarter", r"quý\s+(?P<q>IV|III|II|I|[1-4])\s*(?:[/\-,]\s*)?(?:năm\s+)?(?P<y>\d{4})"),
    ("year", r"năm\s+(?P<y>\d{4})(?!\s*[-–]\s*\d{4})(?!\d)"),
    ("days", r"(?:ngày\s+|đến\s+)(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![/\d])"),
)
_PATTERNS = tuple((name, re.compile(form, re.IGNORECASE)) for name, form in _FORMS)
# What is compared with, when somebody was elected and the like is not the day of a figure.
_NOT_HELD = re.compile(
    r"(?:so\s+với\s+thời\s+điểm\s+[^\d.;,()]{3,30}\(|so\s+với(?:\s+(?:cùng\s+kỳ|cuối|thời\s+điểm|ngày|đầu))*"
    r"|cùng\s+kỳ|từ\s+ngày|từ|kể\s+từ|sau(?=\s+(?:ngày|tháng|năm|khi))|sinh\s+trong|(?<!học\s)sinh)\s*(?:năm\s+"
    r"|ngày\s+|tháng\s+)?$",
    re.IGNORECASE,
)

_NEW_SCHOOL_YEAR = re.compile(r"năm\s+học\s+mới", re.IGNORECASE)
_SCHOOL_BEGINS_SOON = 6
_NOW = re.compile(
    r"(?<!\w)(?:(?:tính\s+)?đến\s+nay|hiện\s+nay|hiện(?=\s+(?:mới" r"|có|còn|toàn|nay|đã)))(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day with its words; of a period its last day. `whole_year`: only a year was named."""

    day: date
    start: int
    end: int
    whole_year: bool = False
    school_year: bool = False


def moments_in(text: str, known: Calendar) -> list[Moment]:
    """All days and periods of a text, from left to right."""
    found: list[Moment] = []
    taken: list[tuple[int, int]] = []
    for name, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            if _NOT_HELD.search(text[: match.start()]) or name == "span":
                continue
            if day := _last_day(name, match, known):
                found.append(Moment(day, match.start(), match.end(), name == "year", name == "school"))
    for term, day in known.terms:
        found += [
            Moment(day, match.start(), match.end())
            for match in re.finditer(re.escape(term), text, re.IGNORECASE)
        ]
    if known.day:
        year = known.day.year + (known.day.month >= _SCHOOL_BEGINS_SOON)
        ends = date(year, *SCHOOL_YEAR_ENDS)
        found += [
            Moment(ends, match.start(), match.end(), school_year=True)
            for match in _NEW_SCHOOL_YEAR.finditer(text)
        ]
        found += [Moment(known.day, match.start(), match.end()) for match in _NOW.finditer(text)]
    return sorted(found, key=lambda one: one.start)


def _last_day(name: str, match: re.Match[str], known: Calendar) -> date | None:
    groups = match.groupdict()
    year = int(groups["y"]) if groups.get("y") else known.year
    if year is None:
        return None
    try:
        match name:
            case "school":
                return date(int(groups["y2"]), *SCHOOL_YEAR_ENDS)
            case "day" | "days":
                return date(year, int(groups["m"]), int(groups["d"]))
            case "quarter":
                return month_end(date(year, _QUARTERS[groups["q"].upper()], 1))
            case "months":
                count = (groups["m"] or groups["m2"]).lower()
                return month_end(date(year, _WORDS.get(count) or int(count), 1))
            case "month":
                return month_end(date(year, int(groups["m"]), 1))
    except ValueError:
        return None
    return date(year, 12, 31)
