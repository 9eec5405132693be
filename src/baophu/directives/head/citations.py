"""Documents that a text names by their number, with their dates."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from baophu.directives.files.text import Paragraph, Words, whole
from baophu.directives.words.letters import UPPER

_KIND = (
    r"(?:Chỉ thị|Công văn|Quyết định|Nghị quyết|Nghị định|Thông tư liên tịch"
    r"|Thông tư|Luật(?:\s+[^\d,.;()]{2,60}?)?|Kế hoạch|Thông báo"
    r"|Kết luận|Công điện|Báo cáo|Hướng dẫn|Tờ trình"
    r"|Chương trình(?:\s+phối hợp|\s+hành động)?|Quy chế(?:\s+phối hợp)?"
    r"|Đề án|Văn bản|Thông tri|Quy định|Giấy mời|Pháp lệnh|CV"
    r"|QĐ|NQ|NĐ|TT|CT|KH|Quy chế|Biên bản|Phương án|Kế hoạch liên ngành"
    r"|Hướng dẫn liên ngành|Công văn liên ngành)"
)
_SYMBOL = rf"(?:[{UPPER}]|\d)[{UPPER}\w&]*(?:\s?[-–]\s?[{UPPER}&][{UPPER}\w&]*)*"
_NUMBER = rf"(?:\d{{1,5}}[a-zA-Z]?(?:/\d{{4}})?(?:\s?/\s?|[-–])\s?(?<![-–] ){_SYMBOL}(?:\s?/\s?{_SYMBOL})*)"
_DATE = (
    r"(?:,?\s*(?:ban\s+hành\s+)?ngày\s+(?P<d>\d{1,2})\s*(?:[/.\-]\s*"
    r"|\s+tháng\s+)(?P<m>\d{1,2})\s*(?:[/.\-]\s*|\s+năm\s+)(?P<y>\d{4}))"
)
_CITED = re.compile(
    rf"(?:(?P<kind>{_KIND})\s+)?(?:(?:liên\s+ngành|liên\s+tịch)\s+)?(?:số\s*:?\s*)?(?<!"
    rf"[\w/])(?P<number>{_NUMBER}){_DATE}?(?P<by>\s+của\s+(?:[{UPPER}][^\s,;.()]*)(?:\s"
    rf"+[^\s,;.()]+){{0,6}})?"
)
_DATED_BEFORE = re.compile(
    r"[Nn]gày\s+(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4}),\s+[^,.;]{3,60}\s+ban\s+hàn"
    r"h\s+(?:\w+\s+){0,2}(?:số\s*)?$"
)
_NO_DOCUMENT = re.compile(r"^\d{1,2}/\d{4}$|^\d+/(?:lần|tháng|tuần|người)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that is cited: its number and date as printed. `impossible`: there is no such day."""

    number: str
    kind: str | None
    day: date | None
    words: Words
    impossible: bool = False


def citations(paragraphs: Iterable[Paragraph]) -> list[Citation]:
    """Every mention of a document by its number."""
    return [one for paragraph in paragraphs for one in _in(whole(paragraph))]


def _in(words: Words) -> list[Citation]:
    found = []
    for match in _CITED.finditer(words.text):
        number = re.sub(r"\s+", "", match["number"]).replace("–", "-")
        if not re.search(rf"[{UPPER}]{{2}}", number) or _NO_DOCUMENT.match(number):
            continue
        day, impossible = _day(match)
        if not match["y"] and (before := _DATED_BEFORE.search(words.text[: match.start()])):
            day, impossible = _day(before)
        end = match.end("y") if match["y"] else match.end("number")
        found.append(Citation(number, match["kind"], day, words.part(match.start(), end), impossible))
    return found


def _day(match: re.Match[str]) -> tuple[date | None, bool]:
    if not match["y"]:
        return None, False
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"])), False
    except ValueError:
        return None, True


def once_each(cited: Iterable[Citation]) -> list[Citation]:
    """Each number and date once; a mention without a date only where no other has one."""
    found = list(cited)
    dated = {one.number for one in found if one.day}
    kept = {(one.number, one.day): one for one in reversed(found) if one.day or one.number not in dated}
    return sorted(kept.values(), key=found.index)


def masked(text: str) -> str:
    """The text with the cited documents and their dates blanked out, letter for letter."""
    return _CITED.sub(
        lambda match: _blank(match) if re.search(rf"[{UPPER}]{{2}}", match["number"]) else match[0], text
    )


def _blank(match: re.Match[str]) -> str:
    """The words of who issued it stay."""
    end = match.end("y") if match["y"] else match.end("number")
    kept = match.end() - end
    return "\x00" * (len(match[0]) - kept) + match[0][len(match[0]) - kept :]
