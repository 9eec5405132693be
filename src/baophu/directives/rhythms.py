"""How often: every week, month, quarter or year, all the time, or when it is asked for."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from baophu.directives.vocabulary import any_of, words_of

OFTEN = ("daily", "weekly", "monthly", "quarterly", "half_yearly", "yearly", "regularly", "ad_hoc")
_PERIODS = {"ngày": "daily", "tuần": "weekly", "tháng": "monthly", "quý": "quarterly", "năm": "yearly"}
_WEEKDAYS = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "7": 5,
}  # fmt: skip
_EVERY = re.compile(
    r"\b(?:hàng|hằng|mỗi|theo)\s+(?P<first>ngày|tuần|tháng|quý|năm)\b(?!\s+(?:học|tài\s+chính|\d{4}|\d{1,2}/))"
    r"|\bbáo\s+cáo\s+(?:nhanh\s+)?(?P<report>ngày|tuần|tháng|quý|năm)\b(?!\s*(?:\d|[IV]+\b|học|đầu|cuối)|[^,;.]{0,25}/\d{4})"
    r"|\bđịnh\s+kỳ,?\s+(?:vào\s+)?(?P<after>tuần|tháng|quý|năm)\b"
    r"|\b\d{1,2}\s+(?:lần|buổi|kỳ|bài|tin(?:,\s*bài)?|chuyên\s+(?:mục|đề)|số|phóng\s+sự|cuộc|hội\s+nghị|đợt|phiên|bản\s+tin|doanh\s+nghiệp|đơn\s+vị|trường|hộ)\s*/\s*(?P<per>ngày|tuần|tháng|quý|năm)\b"
    r"|\b(?P<half>(?:định\s+kỳ|hàng|hằng|mỗi|theo)\s+(?:quý,\s*)?0?6\s+tháng\b(?!\s+hoặc)"
    r"|0?6\s+tháng\s*(?:/|một|01|1)\s*lần|mỗi\s+học\s+kỳ)"
    r"|(?P<report6>(?:báo\s+cáo|sơ\s+kết)\s+(?:sơ\s+kết\s+|kết\s+quả\s+)?0?6\s+tháng)\b(?!\s*(?:đầu|cuối)|[^,;.]{0,25}/\d{4})"
    r"|(?P<next>ngày\s+\d{1,2}\s+(?:của\s+)?tháng(?:\s+(?:sau|kế\s+tiếp|liền\s+kề)|(?!\s*(?:\d|giêng|chạp))(?=\s*[,;.)]|$)))"
    r"|(?P<twice>\d{1,2}/\d{1,2}\s+và\s+(?:ngày\s+)?\d{1,2}/\d{1,2}\s+(?:hàng|hằng)\s+năm)"
    r"|(?:đầu|cuối|cuối\s+cùng|đầu\s+tiên)\s+(?:của\s+)?(?P<of>tuần|tháng|quý)\b(?!\s*\d|\s+(?:đầu|cuối)\b)"
    r"|(?P<also>(?<=,)\s*(?:quý|năm)(?=\s*[,;.()]|\s+và|\s+hoặc))",
    re.IGNORECASE,
)
_NO_PERIOD_AFTER = r"(?!,?\s+(?:hàng|hằng|mỗi|tuần|tháng|quý|năm|0?6\s+tháng|theo))"
_OTHER = (
    (
        "regularly",
        re.compile(rf"\bthường\s+xuyên\b|\bliên\s+tục\b|\bđịnh\s+kỳ\b{_NO_PERIOD_AFTER}", re.IGNORECASE),
    ),
    (
        "ad_hoc",
        re.compile(
            r"(?:(?<=hoặc\s)|(?<=và\s)|(?<=,\s)|(?<=cáo\s)|(?<=cấp\s)|(?<=kỳ/))đột\s+xuất\b"
            r"|\bđột\s+xuất\s+(?=khi|theo|\()|\bkhi\s+(?:(?:có|được)\s+(?:yêu\s+cầu|đề\s+nghị)|cần)\b",
            re.IGNORECASE,
        ),
    ),
)
_WEEKDAY = re.compile(r"thứ\s+(?P<day>hai|ba|tư|năm|sáu|bảy|[2-7])\b", re.IGNORECASE)
_MONTH_DAY = re.compile(
    r"(?P<before>trước\s+)?(?:ngày|mùng)\s+(?P<day>\d{1,2})(?![/.\d]|\s+tháng\s+\d)", re.IGNORECASE
)
_NEAR = 45


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`weekday` counts from Monday as 0; `day` of the month, by which or `before` which it is due."""

    every: str
    text: str
    start: int
    end: int
    weekday: int | None = None
    day: int | None = None
    before: bool = False

    def as_json(self) -> dict[str, Any]:
        due = {"weekday": self.weekday, "day": self.day, "before": self.before or None}
        return {"every": self.every, "text": self.text} | {key: v for key, v in due.items() if v is not None}


@cache
def _adjective() -> re.Pattern[str]:
    nouns = any_of(words_of("deadlines")["adjectives_of"])
    return re.compile(
        rf"{nouns}(?:\s+(?:công\s+tác|phát\s+triển\s+kinh\s+tế\s*-\s*xã\s+hội))?\s*$", re.IGNORECASE
    )


def rhythms_in(text: str) -> list[Rhythm]:
    """All rhythms of a text, the most frequent first."""
    found: list[Rhythm] = []
    for match in _EVERY.finditer(text):
        if _adjective().search(text[: match.start()]) or (match["also"] and not found):
            continue
        words = (
            ("tháng" if match["next"] else match["report"])
            or match["of"]
            or match["first"]
            or match["after"]
            or match["per"]
            or (match["also"] or "").strip()
        )
        every = (
            "half_yearly" if match["half"] or match["twice"] or match["report6"] else _PERIODS[words.lower()]
        )
        found.append(_with_day(text, every, match))
    for every, pattern in _OTHER:
        other = pattern.search(text)
        if other and not _adjective().search(text[: other.start()]):
            found.append(Rhythm(every, other[0], other.start(), other.end()))
    if any(one.every not in ("regularly", "ad_hoc") for one in found):
        found = [one for one in found if one.every != "regularly"]
    firsts = {one.every: one for one in reversed(found)}
    return sorted(firsts.values(), key=lambda one: OFTEN.index(one.every))


def _with_day(text: str, every: str, match: re.Match[str]) -> Rhythm:
    """With the weekday or the day of the month that stands right before or after it."""
    before, after = (
        text[: match.start()][-_NEAR:],
        re.split(r"[;.]|,(?!\s*(?:trước|vào))", text[match.end() :])[0][:_NEAR],
    )
    if every == "weekly" and (day := _WEEKDAY.search(after) or _last(_WEEKDAY, before)):
        return Rhythm(
            every, _shown(text, match, day, after), match.start(), match.end(), _WEEKDAYS[day["day"].lower()]
        )
    if every in ("monthly", "quarterly") and (day := _MONTH_DAY.search(after) or _last(_MONTH_DAY, before)):
        shown = _shown(text, match, day, after)
        return Rhythm(every, shown, match.start(), match.end(), None, int(day["day"]), bool(day["before"]))
    return Rhythm(every, match[0].strip(), match.start(), match.end())


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last match, if it stands at the end of the text: `trước ngày 25 hàng tháng`."""
    matches = list(pattern.finditer(text))
    return matches[-1] if matches and len(text) - matches[-1].end() <= 2 else None


def _shown(text: str, match: re.Match[str], day: re.Match[str], after: str) -> str:
    """The words from the rhythm to its day, as they stand."""
    if day.string is after:
        shown = text[match.start() : match.end() + day.end()].strip()
        return shown + ")" * ("(" in shown and after[day.end() :].startswith(")"))
    start = match.start() - (len(day.string) - day.start())
    return text[start : match.end()].strip()
