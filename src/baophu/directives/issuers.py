"""Whose a directive is: by its letterhead, by who signs it, by who is said to require it."""

import re

from baophu.directives.letterhead import MOTTO, NUMBER_LINE, SUBJECT, TITLE, Header
from baophu.directives.offices import list_at
from baophu.directives.text import Paragraph, Words, whole

_PLACE_LINE = re.compile(
    r"^(?:TỈNH|HUYỆN|THÀNH PHỐ|THỊ XÃ|QUẬN|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|TP\.?)\s+(?!ỦY|UỶ|ĐOÀN)"
)
_PART_OF_OFFICE = re.compile(
    r"BAN THƯỜNG (?:TRỰC|VỤ)|THƯỜNG TRỰC|VĂN PHÒNG|BAN CHẤP HÀNH"
    r"|BAN (?:VĂN HÓA|KINH TẾ|PHÁP CHẾ|DÂN TỘC)[^,]*"
)
_PARTY = re.compile(r"(?:TỈNH|HUYỆN|THÀNH|THỊ|QUẬN|ĐẢNG) (?:ỦY|UỶ)\b")
_FOR_THE_COMMITTEE = re.compile(r"^\s*(?:T/?M\.?|CỦA|HỘI NGHỊ.*?)\s+(?P<by>BAN THƯỜNG VỤ|BAN CHẤP HÀNH)\b")
_AREA = re.compile(r"(?:TỈNH|HUYỆN|THÀNH PHỐ|THỊ XÃ|QUẬN|XÃ|PHƯỜNG|ĐẶC KHU|TP\.?)\s+(?!ỦY|UỶ|ĐOÀN|HỘI)\S.*$")
_LOCAL = re.compile(r"CƠ SỞ|KHU VỰC|VIỆT NAM|(?:TỈNH|HUYỆN|THÀNH|THỊ|ĐẢNG)\s+(?:ỦY|UỶ)")
_ISSUES = re.compile(
    r"(?:,\s*|^)(?P<by>(?:Ban Thường vụ|Thường trực|UBND|Ủy ban nhân dân"
    r"|Chủ tịch|BHXH|Bảo hiểm xã hội|Ban Chỉ đạo|[Tt]ỉnh ủy|[Hh]uyện ủy"
    r"|Sở)\b[^,.;:]{0,80}?)\s+(?:vừa\s+|đã\s+)*(?:ban\s+hành|có)\s+(?:\w+\s+){0,2}?(?:"
    r"chỉ thị|công văn|kế hoạch|văn bản|nghị quyết|kết luận|công điện"
    r"|thông báo)",
    re.IGNORECASE,
)
_REQUIRES = re.compile(
    r"(?P<by>(?:Ban Thường vụ|Thường trực|Ban Chấp hành|Chủ tịch"
    r"|Thường vụ)\s+[^,.;:]{2,60}?)\s+(?:yêu cầu|đề nghị|chỉ đạo"
    r"|giao|kết luận)\b"
)


def read_issuer(header: Header, head: list[Paragraph]) -> None:
    """The last office of the letterhead: the one above it is whose it is part of."""
    groups: list[list[Words]] = []
    for one in head:
        words = whole(one).stripped(" *-–_.")
        if TITLE.match(one.text) or SUBJECT.match(one.text) or (groups and NUMBER_LINE.match(one.text)):
            break
        if (
            not words.text
            or MOTTO.search(one.text)
            or not words.text.isupper()
            or NUMBER_LINE.match(one.text)
        ):
            continue
        if groups and (_PLACE_LINE.match(words.text) or not _begins_office(words.text)):
            groups[-1].append(words)
        else:
            groups.append([words])
    if groups and len(groups) > 1 and _PART_OF_OFFICE.fullmatch(groups[-1][0].text):
        groups[-2:] = [groups[-1] + groups[-2]]
    if groups:
        header.issuer_words = groups[-1]
        header.issuer = " ".join(words.text for words in groups[-1])
        _add_area(header, groups)


def _add_area(header: Header, groups: list[list[Words]]) -> None:
    """An office of a province or a district is named with it: `SỞ NỘI VỤ` below `UBND TỈNH NGHỆ AN`."""
    above = " ".join(words.text for words in groups[-2]) if len(groups) > 1 else ""
    area = _AREA.search(above)
    if area and header.issuer and not _AREA.search(header.issuer) and not _LOCAL.search(header.issuer):
        level = area[0].split()[0]
        name = area[0].removeprefix(level).strip() if header.issuer.endswith(level) else area[0]
        header.issuer = f"{header.issuer} {name}"
        header.issuer_words = [*header.issuer_words, *groups[-2]]


def signed_for(header: Header, paragraphs: tuple[Paragraph, ...]) -> None:
    """A Party committee's directive is that of the body that signs it or is named in its title."""
    if not header.issuer or not _PARTY.match(header.issuer):
        return
    for one in paragraphs:
        if match := _FOR_THE_COMMITTEE.search(one.text):
            words = Words(one, match.start("by"), match.end("by"))
            header.issuer_words = [words, *header.issuer_words]
            plenum = "CHẤP HÀNH" in match["by"]
            whose = (
                re.sub("^(?:ĐẢNG|HUYỆN|TỈNH|THÀNH|THỊ) (?:ỦY|UỶ)", _plenum_of, header.issuer)
                if plenum
                else header.issuer
            )
            header.issuer = f"{match['by']} {whose}"
            return


def _plenum_of(committee: re.Match[str]) -> str:
    """The Party organisation whose plenum it is: of a Huyện ủy the Đảng bộ huyện."""
    level = {"ĐẢNG": "", "THÀNH": " THÀNH PHỐ", "THỊ": " THỊ XÃ"}.get(
        committee[0].split()[0], " " + committee[0].split()[0]
    )
    return f"ĐẢNG BỘ{level}"


def _begins_office(text: str) -> bool:
    return bool(list_at(text, 0)) or bool(
        re.match(
            r"(?:ĐẢNG|TỈNH|HUYỆN|THÀNH|THỊ)\s+(?:ỦY|UỶ|BỘ)|BAN\s|HỘI\s"
            r"|LIÊN\s|BÁO\s|SỞ\s|PHÒNG\s|ỦY BAN|UBND|BHXH|BẢO HIỂM|MẶT TRẬN",
            text,
        )
    )


def read_issuer_from_body(header: Header, paragraphs: tuple[Paragraph, ...]) -> None:
    """Who is said to require or to have issued it, where the letterhead is lost."""
    for pattern in (_REQUIRES, _ISSUES) if header.letter else (_ISSUES, _REQUIRES):
        for one in paragraphs:
            if match := pattern.search(one.text):
                header.issuer = match["by"].strip()
                header.issuer_words = [Words(one, match.start("by"), match.end("by"))]
                return
