"""How often: every week, month, quarter or year, all the time, or when it is asked for."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from baophu.directives.days.rhythm_days import ANY_DAY, OF_QUARTER, RhythmDay, days_told
from baophu.directives.words.vocabulary import any_of, words_of

OFTEN = ("daily", "weekly", "monthly", "quarterly", "half_yearly", "yearly", "regularly", "ad_hoc")
_PERIODS = {"ngày": "daily", "tuần": "weekly", "tháng": "monthly", "quý": "quarterly", "năm": "yearly"}
_EVERY = re.compile(
    rf"\b(?P<quarter>{OF_QUARTER})"
    r"|\b(?P<both>(?P<asked>(?:báo\s+cáo|sơ\s+kết)\s+(?:sơ\s+kết\s+|kết\s+quả\s+)?|(?:định\s+kỳ|hàng|hằng|mỗi|theo)\s+)?"
    r"0?6\s+tháng\s*(?:\([^()]{0,30}\)\s*)?(?:,|và)\s*(?:cả\s+|0?1\s+|tổng\s+kết\s+)?năm)\b(?!\s*(?:\d|học|tài\s+chính))"
    r"|\b(?:hàng|hằng|mỗi|theo(?:\s+từng)?)\s+(?P<first>ngày|tuần|tháng|quý|năm)\b(?!\s+(?:học|tài\s+chính|\d{4}|\d{1,2}/))"
    r"|\bbáo\s+cáo\s+(?:nhanh\s+)?(?P<report>ngày|tuần|tháng|quý|năm)\b(?!\s*(?:\d|[IV]+\b|học|đầu|cuối)|[^,;.]{0,25}/\d{4})"
    r"|\bđịnh\s+kỳ,?\s+(?:vào\s+)?(?P<after>tuần|tháng|quý|năm)\b"
    r"|\b\d{1,2}\s+(?:lần|buổi|kỳ|bài|tin(?:,\s*bài)?|chuyên\s+(?:mục|đề)|số|phóng\s+sự|cuộc|hội\s+nghị|đợt|phiên|bản\s+tin|doanh\s+nghiệp|đơn\s+vị|trường|hộ|người(?:\s+[^\d,;.()/]{1,40})?)\s*/\s*(?P<per>ngày|tuần|tháng|quý|năm)\b"
    r"|\b(?P<half>(?:định\s+kỳ|hàng|hằng|mỗi|theo)\s+(?:quý,\s*)?0?6\s+tháng\b(?!\s+hoặc)"
    r"|0?6\s+tháng\s*(?:/|một|01|1)\s*lần|mỗi\s+học\s+kỳ"
    r"|0?6\s+tháng(?=\s*,?\s*\(?\s*(?:trước|vào|chậm\s+nhất)\s+(?:ngày\s+)?\d{1,2}/\d{1,2}(?![/\d])))"
    r"|(?P<weekday>\b(?:(?:các|mỗi)\s+(?:ngày\s+|(?:buổi\s+)?(?:sáng|chiều)\s+)?thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])\b))"
    r"|(?P<three>(?:định\s+kỳ\s+|cứ\s+|mỗi\s+)?0?3\s+tháng\s*(?:/|một|01|1)\s*lần)"
    r"|(?P<all>\btháng,\s*quý(?:\s*(?:,|và)\s*năm)?(?=\s+(?:có|báo|đánh|sơ|tổng|phải)))"
    r"|(?P<report6>(?:báo\s+cáo|sơ\s+kết)\s+(?:sơ\s+kết\s+|kết\s+quả\s+)?0?6\s+tháng)\b(?!\s*(?:đầu|cuối)|[^,;.]{0,25}/\d{4})"
    r"|(?P<next>(?:trước\s+)?ngày\s+\d{1,2}\s+(?:của\s+)?tháng(?:\s+(?:sau|kế\s+tiếp|liền\s+kề)|(?!\s*(?:\d|giêng|chạp))(?=\s*[,;.)]|$)))"
    r"|(?P<twice>\d{1,2}/\d{1,2}\s+và\s+(?:ngày\s+)?\d{1,2}/\d{1,2}\s+(?:hàng|hằng)\s+năm)"
    r"|(?:ngày\s+(?:làm\s+việc\s+)?)?(?:đầu|cuối|cuối\s+cùng|đầu\s+tiên)\s+(?:của\s+)?(?P<of>tuần|tháng|quý)\b"
    r"(?!\s*\d|\s+(?:(?:đầu|cuối|này|tới)\b|[IV]+\b)|(?<=tuần)\s+sau\b)"
    r"|(?P<also>(?<=,)\s*(?:quý|năm)(?=\s*[,;.()]|\s+và|\s+hoặc|\s+trước\s+ngày\s+\d))",
    re.IGNORECASE,
)
_NO_PERIOD_AFTER = r"(?!,?\s+(?:hàng|hằng|mỗi|tuần|tháng|quý|năm|\d{1,2}\s+(?:ngày|tuần|tháng)|theo))"
_OTHER = (
    (
        "regularly",
        re.compile(
            rf"\bthường\s+xuyên\b|(?<!năm\s)(?<!tháng\s)\bliên\s+tục\b|\bđịnh\s+kỳ\b{_NO_PERIOD_AFTER}",
            re.IGNORECASE,
        ),
    ),
    (
        "ad_hoc",
        re.compile(
            r"(?:(?<=hoặc\s)|(?<=và\s)|(?<=,\s)|(?<=cáo\s)|(?<=cấp\s)|(?<=kỳ/)|^\s*)đột\s+xuất\b"
            r"|\bđột\s+xuất\s+(?=khi|theo|\()|\bngay\s+khi\s+(?:có\s+)?phát\s+sinh\b|\bkhi\s+(?:(?:có|được)\s+(?:yêu\s+cầu|đề\s+nghị)|cần)\b",
            re.IGNORECASE,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often, in its words, and on which day; one that falls due on two days is two of them."""

    every: str
    text: str
    start: int
    end: int
    on: RhythmDay = ANY_DAY

    def as_json(self) -> dict[str, Any]:
        on = self.on
        due = {"weekday": on.weekday, "day": on.day, "month": on.month, "before": on.before or None}
        return {"every": self.every, "text": self.text} | {key: v for key, v in due.items() if v is not None}


@cache
def _adjective() -> re.Pattern[str]:
    nouns = any_of(words_of("deadlines")["adjectives_of"])
    return re.compile(
        rf"{nouns}(?:\s+(?:công\s+tác|phát\s+triển\s+kinh\s+tế\s*-\s*xã\s+hội))?\s*$", re.IGNORECASE
    )


def rhythms_in(text: str) -> list[Rhythm]:
    """All rhythms of a text, the most frequent first; of one told twice the words that say its day."""
    found: list[list[Rhythm]] = []
    for match in _EVERY.finditer(text):
        if _adjective().search(text[: match.start()]) or (match["also"] and not found):
            continue
        if match["both"]:
            found += _both(text, match, asked=bool(found))
        else:
            found.append(_with_days(text, _every(match), match))
    for every, pattern in _OTHER:
        other = pattern.search(text)
        if other and not _adjective().search(text[: other.start()]):
            found.append([Rhythm(every, other[0], other.start(), other.end())])
    if any(one.every not in ("regularly", "ad_hoc") for one, *_more in found):
        found = [group for group in found if group[0].every != "regularly"]
    told: dict[str, list[Rhythm]] = {}
    for group in sorted(found, key=lambda group: group[0].on == ANY_DAY):
        told.setdefault(group[0].every, group)
    return [one for every in OFTEN for one in told.get(every, ())]


def _every(match: re.Match[str]) -> str:
    if match["half"] or match["twice"] or match["report6"]:
        return "half_yearly"
    if match["three"] or match["weekday"]:
        return "quarterly" if match["three"] else "weekly"
    words = (
        ("tháng" if match["next"] or match["all"] else match["report"])
        or ("quý" if match["quarter"] else match["of"])
        or match["first"]
        or match["after"]
        or match["per"]
        or (match["also"] or "").strip()
    )
    return _PERIODS[words.lower()]


def _with_days(text: str, every: str, match: re.Match[str]) -> list[Rhythm]:
    """With the weekday or the days that stand in it or right beside it."""
    told = days_told(text, every, *match.span())
    if told is None:
        return [Rhythm(every, match[0].strip(), *match.span())]
    days = told.days
    if every == "half_yearly" and len(days) > 1 and _half_a_year_apart(*days):
        days = days[:1]
    shown = _shown(text, min(match.start(), told.start), max(match.end(), told.end))
    return [Rhythm(every, shown, *match.span(), day) for day in days]


def _half_a_year_apart(one: RhythmDay, other: RhythmDay) -> bool:
    return one.day == other.day and ((one.month or 0) - (other.month or 0)) % 6 == 0


def _both(text: str, match: re.Match[str], *, asked: bool) -> list[list[Rhythm]]:
    """`6 tháng và năm báo cáo trước ngày 10/6 và 10/12`: first the day of the half-year."""
    inside = days_told(text[: match.end()], "half_yearly", *match.span())
    after = days_told(text, "yearly", match.end(), match.end())
    days = (*(inside.days if inside else ()), *(after.days if after else ()))
    if not (asked or days or match["asked"]):
        return []
    shown = _shown(text, match.start(), max(match.end(), after.end if after else 0))
    half, year = (days[0], days[-1]) if len(days) > 1 else (ANY_DAY, ANY_DAY)
    return [
        [Rhythm(every, shown, *match.span(), on)] for every, on in (("half_yearly", half), ("yearly", year))
    ]


def _shown(text: str, start: int, end: int) -> str:
    """The words as they stand, with the bracket that closes them."""
    shown = text[start:end].strip()
    return shown + ")" * (shown.count("(") > shown.count(")") and text[end:].startswith(")"))
