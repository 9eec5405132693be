"""To whom a directive goes: addressees, and copies with their roles."""

import re
from itertools import pairwise

from baophu.directives.files.letterhead import COPIES, SIGNED, TO, Header
from baophu.directives.files.text import Paragraph, Words
from baophu.directives.names.offices import list_at
from baophu.directives.words.letters import LOWER, UPPER

_BULLET = re.compile(r"^\s*[-–—+*•]\s*")
_ROLE = re.compile(
    r"\(\s*(?:để\s+)?(?P<role>b\s*[/.]?\s*c(?:áo)?|t\s*/?\s*h|p\s*/?\s*h|đ\s*/?\s*b"
    r"|báo cáo|thực hiện|phối hợp|chỉ đạo|để biết|biết|c\s*/\s*đ"
    r"|th\s*/\s*h)(?:\s+[^\W\d][^()]{0,20})?\s*\)",
    re.IGNORECASE,
)
_ROLES = {
    "báo cáo": "b/c",
    "thực hiện": "t/h",
    "phối hợp": "p/h",
    "để biết": "đ/b",
    "biết": "đ/b",
    "chỉ đạo": "c/đ",
}
_NOT_A_COPY = re.compile(r"^(?:Như|Lưu)\b", re.IGNORECASE)
_NAME = rf"(?!và\b)[{UPPER}][{UPPER}{LOWER}’'&]*(?:[ -][{UPPER}][{UPPER}{LOWER}’'&]*)*"
_LONGEST_LINE, _SHORT_LINE = 250, 120
# `UBND các xã (Phòng Văn hóa - Xã hội)`: who in the office is to read it.
_LAST_WORDS = re.compile(rf"(?:\s+[{LOWER}]+){{1,6}}[ .;,]*")
_COMMA = re.compile(rf",\s*(?=[{UPPER}])")
# `Ông (bà) Tổ trưởng 21 tổ dân phố`
_HOW_ADDRESSED = re.compile(r"(?:các\s+)?ông\s*[(/,]\s*bà\)?\s+", re.IGNORECASE)
_HEAD_OF_NAME = re.compile(r"\S+\s+\S+")
_FOR_WHOM = re.compile(r"\s*\([^()]*\)$")
_PART_FOR_WHOM = re.compile(r"\)\s*;\s*\S")
_NUMBERED = re.compile(r"^\s*\d{1,2}\s*[.)]\s*")
_TELEGRAM = re.compile(
    r"^(?P<by>\S.{5,90}?)\s+(?P<verb>điện|gửi)(?:\s+gửi)?\s*:\s*(?P<rest>.*)$", re.IGNORECASE
)
_HEAD = re.compile(r"(?:Chủ tịch|Trưởng Ban|Ủy ban nhân dân|UBND|Giám đốc|Ban Chỉ đạo)\b", re.IGNORECASE)


def read_addressees(header: Header, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Reads the lines of Kính gửi; returns what comes after them."""
    if paragraphs and (by := telegram(paragraphs[0].text)):
        if not header.issuer:
            header.issuer = by["by"].strip()
            header.issuer_words = [Words(paragraphs[0], 0, by.end("by"))]
        rest = Words(paragraphs[0], by.start("rest"), by.end("rest")).stripped()
        return _take_addressees(header, paragraphs, [rest] if rest.text else [])
    if not paragraphs or not (to := TO.match(paragraphs[0].text)):
        return paragraphs
    first = Words(paragraphs[0], to.end(), len(paragraphs[0].text)).stripped()
    return _take_addressees(header, paragraphs, [first] if first.text else [])


def telegram(text: str) -> re.Match[str] | None:
    """`CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ GIANG điện:` opens the addressees of a công điện."""
    match = _TELEGRAM.match(text)
    if not match:
        return None
    wired = match["verb"].lower() == "điện" and _HEAD.match(match["by"])
    return match if wired or (match["by"].isupper() and not match["rest"]) else None


def _take_addressees(header: Header, paragraphs: list[Paragraph], lines: list[Words]) -> list[Paragraph]:
    """Reads the lines below the first; returns what comes after them."""
    taken = 1
    # Numbers count addressees where nobody is named before the first; else they are of the body.
    numbered = not lines and paragraphs[1:] and _NUMBERED.match(paragraphs[1].text)
    for one in paragraphs[1:]:
        bullet = _BULLET.match(one.text) or (_NUMBERED.match(one.text) if numbered else None)
        if not _is_line_of(one.text, lines, bulleted=bool(bullet)):
            break
        lines.append(Words(one, bullet.end() if bullet else 0, len(one.text)).stripped())
        taken += 1
    header.addressees = [named for line in lines for named in _offices_of(line)]
    return paragraphs[taken:]


def _is_line_of(text: str, lines: list[Words], *, bulleted: bool) -> bool:
    """Whether a line below goes on with the addressees: a bullet, an office, one more after a semicolon."""
    before = lines[-1].paragraph.text.rstrip() if lines else ""
    if len(text) > (_LONGEST_LINE if lines else 2 * _LONGEST_LINE) or text.endswith(":"):
        return False
    if bulleted:
        return True
    if before.endswith((".", "./.")):
        return False
    office = list_at(text, 0)
    return bool(office and (not lines or len(text) < _SHORT_LINE)) or (
        before.endswith((";", ",")) and text.endswith((";", ",", ".")) and len(text) < _SHORT_LINE
    )


def _offices_of(line: Words) -> list[tuple[str, Words]]:
    """The offices of a line; a line that names none is one as it stands."""
    if addressed := _HOW_ADDRESSED.match(line.text):
        line = line.part(addressed.end(), len(line.text))
    if _PART_FOR_WHOM.search(line.text):
        return [named for part in _split(line) for named in _offices_of(part)]
    if inside := _FOR_WHOM.search(line.text):
        line = line.part(0, inside.start())
    listed = list_at(line.text, 0)
    if listed and len(line.text) - listed.end <= 2:
        return [(office.name, line.part(office.start, office.end)) for office in listed.offices]
    if listed and _LAST_WORDS.fullmatch(line.text, listed.end):
        *others, last = listed.offices
        end = len(line.text)
        whole = last.name + line.text[last.end : end].rstrip(" .;,")
        return [
            *((office.name, line.part(office.start, office.end)) for office in others),
            (whole, line.part(last.start, end)),
        ]
    return [named for part in _split(line) for one in _by_commas(part) for named in _spread(one)]


def _by_commas(part: Words) -> list[Words]:
    """The parts between commas where each begins an office, or all alike: `Đoàn trường A, Đoàn trường B`."""
    cuts = [0, *(m.end() for m in _COMMA.finditer(part.text)), len(part.text)]
    found = [part.part(start, end).stripped(" ,") for start, end in pairwise(cuts)]
    heads = {head[0] if (head := _HEAD_OF_NAME.match(one.text)) else one.text for one in found}
    offices = len(heads) == 1 or all(list_at(one.text, 0) for one in found)
    return found if len(found) > 1 and ":" not in part.text and offices else [part]


def _spread(part: Words) -> list[tuple[str, Words]]:
    """`Trưởng các thôn: Phú Lập, Nam Sơn` are two, the head before the colon is spread over the names."""
    match = re.fullmatch(
        rf"(?P<head>[^:]{{3,60}}):\s*(?P<names>(?:{_NAME})(?:\s*(?:,|và)\s*{_NAME})*)", part.text
    )
    if not match:
        return [(part.text, part)]
    head = re.sub(r"(?:^|(?<=\s))[Cc]ác\s+", "", match["head"]).strip()
    head = head[:1].upper() + head[1:]
    start = match.start("names")
    return [
        (f"{head} {one[0]}", part.part(start + one.start(), start + one.end()))
        for one in re.finditer(_NAME, match["names"])
    ]


def _split(line: Words) -> list[Words]:
    found, start = [], 0
    for cut in [*(m.start() for m in re.finditer(";", line.text)), len(line.text)]:
        found.append(line.part(start, cut).stripped())
        start = cut + 1
    return [one for one in found if one.text]


def read_copies(header: Header, paragraphs: list[Paragraph]) -> None:
    for number, one in enumerate(paragraphs):
        if SIGNED.match(one.text):
            return
        to = COPIES.match(one.text) if not number else None
        bullet = _BULLET.match(one.text)
        if number and not bullet and not one.text.endswith((";", ".")) and not _ROLE.search(one.text):
            return
        start = to.end() if to else bullet.end() if bullet else 0
        if to and one.text[start:].isupper():
            continue  # who signs stands in the other column
        for part in _split(Words(one, start, len(one.text))):
            header.copies += _copy(part)


def _copy(part: Words) -> list[tuple[str, str | None, Words]]:
    """One line of Nơi nhận with its role."""
    role = _ROLE.search(part.text)
    named = (part.part(0, role.start()) if role else part).stripped(" \t.;,:–-+*")
    if not named.text or _NOT_A_COPY.match(named.text) or SIGNED.match(named.text):
        return []
    return [(named.text, _said(role["role"].lower()) if role else None, named)]


def _said(role: str) -> str | None:
    """`b/c`, also where it is written `bc`, `b/cáo` or `báo cáo`."""
    letters = re.sub(r"[\s/.]|áo$", "", role)
    return _ROLES.get(role) or (f"{letters[:-1]}/{letters[-1]}" if letters else None)
