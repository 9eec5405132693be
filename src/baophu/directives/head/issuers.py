"""Whose a directive is: by its letterhead, by who signs it, by who is said to require it."""

import re
from collections.abc import Callable

from baophu.directives.files.letterhead import NUMBER_LINE, STAMP, SUBJECT, TITLE, Header, left_column
from baophu.directives.files.text import Paragraph, Words
from baophu.directives.names.offices import list_at

_PLACE_LINE = re.compile(
    r"^(?:TỈNH|HUYỆN|THÀNH PHỐ|THỊ XÃ|QUẬN|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|TP\.?)\s+(?!ỦY|UỶ|ĐOÀN)"
)
_BEGINS = re.compile(
    r"(?:ĐẢNG|TỈNH|HUYỆN|THÀNH|THỊ|QUẬN)\s+(?:ỦY|UỶ|BỘ|ĐOÀN)|BAN\s|BCH\s|HỘI\s|ĐOÀN\s|CÔNG\s|LIÊN\s|BÁO\s|SỞ\s|PHÒNG\s"
    r"|ỦY BAN|UBND|UBMTTQ|BHXH|BẢO HIỂM|MẶT TRẬN|TRUNG TÂM|CHI CỤC|TỔNG CỤC|CỤC\s|BỘ\s|VĂN PHÒNG|TRƯỜNG\s"
)
# The name of a committee is broken in the middle: `BAN CHỈ ĐẠO THỰC HIỆN CHÍNH SÁCH / BẢO HIỂM XÃ HỘI, …`.
_GOES_ON = re.compile(
    r"(?:CHÍNH SÁCH|PHÁP LUẬT|LUẬT|CÔNG TÁC|THỰC HIỆN|TRIỂN KHAI|VỀ|VÀ|CÁC|CHỈ ĐẠO|[,&–-])$"
    r"|^(?:CHỦ TỊCH|VĂN PHÒNG)$"
)
_TORN_MOTTO = re.compile(r"CỘNG\s+H[ÒO][ÀA]\s(?!.*VIỆT NAM)")
_REST_OF_MOTTO = re.compile(r"(?:^|\s+)(?:CHỦ\s+)?(?:NGHĨA\s+)?(?:VIỆT\s+)?NAM$")
_LONGEST_LINE = 60
_SCHEMES = re.compile(r"(?:BHXH|BHYT|BẢO HIỂM (?:XÃ HỘI|Y TẾ))\s*(?:,|VÀ\b|-)\s*(?:BHYT|BHXH|BHTN|BẢO HIỂM)")
_PART_OF_OFFICE = re.compile(
    r"BAN THƯỜNG (?:TRỰC|VỤ)|THƯỜNG TRỰC|VĂN PHÒNG|BAN CHẤP HÀNH"
    r"|BAN (?:VĂN HÓA|KINH TẾ|PHÁP CHẾ|DÂN TỘC|ĐÔ THỊ)[^,]*"
)
_TOGETHER = re.compile(r"^LIÊN (?:NGÀNH|TỊCH|CƠ QUAN)\s*:?\s*(?=\S)")
# The standing body is that of the Front's committee, which some letterheads leave out.
_FRONT = re.compile(r"^(BAN THƯỜNG TRỰC) (MẶT TRẬN|MTTQ)\b")
_OF_A_COMMITTEE = re.compile(r"(?:BAN|VĂN PHÒNG|ỦY BAN KIỂM TRA|UỶ BAN KIỂM TRA)\b(?!.*(?:ỦY|UỶ))")
_COUNCIL = re.compile(r"(?:^|[/-])UBND(?:-|$)")
_PARTY = re.compile(r"(?:TỈNH|HUYỆN|THÀNH|THỊ|QUẬN|ĐẢNG) (?:ỦY|UỶ)\b")
_ORGAN = r"BAN THƯỜNG VỤ|BAN CHẤP HÀNH|THƯỜNG TRỰC"
_SIGNED_FOR = re.compile(r"^\s*T/?M\.?\s+(?P<by>BAN THƯỜNG VỤ|BAN CHẤP HÀNH)\b")
_TITLED = re.compile(
    rf"^\s*(?:CỦA|HỘI NGHỊ|(?:Ý kiến\s+)?(?:kết luận|chỉ đạo)\s+của)\s+(?:.*?\s)??(?P<by>{_ORGAN})\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    rf"(?P<by>{_ORGAN})\s+(?:Tỉnh|Huyện|Thành|Thị|Quận|Đảng)\s+[uủ][yỷ](?:\s+[^\s,.;:]+){{0,4}}?\s+"
    r"(?:yêu\s+cầu|đề\s+nghị|chỉ\s+đạo|giao|kết\s+luận)\b",
    re.IGNORECASE,
)
_ORGAN_OF = {"NGHỊ QUYẾT": "BAN CHẤP HÀNH", "CHỈ THỊ": "BAN THƯỜNG VỤ"}
_LEVEL = r"TỈNH|HUYỆN|THÀNH PHỐ|THỊ XÃ|QUẬN|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|TP\.?"
_AREA = re.compile(rf"(?:{_LEVEL})\s+(?!ỦY|UỶ|ĐOÀN|HỘI)\S.*?(?=\s+[-–]\s|$)")
_LOCAL = re.compile(r"CƠ SỞ|KHU VỰC|VIỆT NAM$|(?:TỈNH|HUYỆN|THÀNH|THỊ|ĐẢNG)\s+(?:ỦY|UỶ)")
_ISSUES = re.compile(
    r"(?:,\s*|^)(?P<by>(?:Ban Thường vụ|Thường trực|UBND|Ủy ban nhân dân"
    r"|Chủ tịch|BHXH|Bảo hiểm xã hội|Ban Chỉ đạo|[Tt]ỉnh ủy|[Hh]uyện ủy"
    r"|Sở)\b[^,.;:]{0,80}?)\s+(?:(?:vừa(?: qua)?|đã|cũng)\s+)*(?:ban\s+hành|có)\s+(?:\w+\s+){0,2}?(?:"
    r"chỉ thị|công văn|kế hoạch|văn bản|nghị quyết|kết luận|công điện"
    r"|thông báo)",
    re.IGNORECASE,
)
_REQUIRES = re.compile(
    r"(?P<by>(?:Ban Thường vụ|Thường trực|Ban Chấp hành|(?:Phó\s+)?Chủ tịch"
    r"|Thường vụ)\s+[^,.;:]{2,60}?)\s+(?:(?:vừa(?: qua)?|đã|cũng|còn|sẽ|tiếp tục)\s+)*"
    r"(?:yêu cầu|đề nghị|chỉ đạo|giao|kết luận)\b"
)


def read_issuer(header: Header, head: list[Paragraph]) -> None:
    """The last office of the letterhead: the one above it is whose it is part of."""
    groups = _letterhead(head, str.isupper) or _letterhead(head, _names_office)
    if len(groups) > 1 and _PART_OF_OFFICE.fullmatch(groups[-1][0].text):
        groups[-2:] = [groups[-1] + groups[-2]]
    if len(groups) > 1 and _of_council(header) and _is_council(groups[-2]) and not _is_council(groups[-1]):
        groups.pop()
    if groups:
        header.issuer_words = groups[-1]
        issuer = _TOGETHER.sub("", _joined(groups[-1])).replace("BCH ", "BAN CHẤP HÀNH ")
        header.issuer = _FRONT.sub(r"\1 ỦY BAN \2", issuer)
        _add_area(header, groups)


def _letterhead(head: list[Paragraph], is_line: Callable[[str], bool]) -> list[list[Words]]:
    """The lines above number and title that are of a letterhead, those of one office together."""
    groups: list[list[Words]] = []
    torn = False  # the country's name is broken off in the line before
    for one in head:
        words = left_column(one)
        if TITLE.match(one.text) or SUBJECT.match(one.text) or (groups and NUMBER_LINE.match(one.text)):
            break
        if torn and (rest := _REST_OF_MOTTO.search(words.text)):
            words = words.part(0, rest.start())
        torn = bool(_TORN_MOTTO.search(one.text))
        if not is_line(words.text) or NUMBER_LINE.match(one.text) or STAMP.fullmatch(words.text):
            continue
        if groups and _goes_on(groups[-1][-1].text.upper(), words.text.upper()):
            groups[-1].append(words)
        else:
            groups.append([words])
    return groups


def _names_office(text: str) -> bool:
    """`Ủy ban nhân dân`, `Huyện Kon Rẫy`: a line of a letterhead that nobody set in capitals."""
    shown = text.upper()
    return len(text) <= _LONGEST_LINE and bool(_BEGINS.match(shown) or _PLACE_LINE.match(shown))


def _goes_on(before: str, text: str) -> bool:
    """Whether a line of a letterhead is still the name that the line before it began."""
    begins = _PART_OF_OFFICE.fullmatch(text) or _begins_office(text)
    return bool(_PLACE_LINE.match(text) or _GOES_ON.search(before) or _SCHEMES.match(text) or not begins)


def _of_council(header: Header) -> bool:
    """Whether the symbol (`233/UBND-BCĐ`) says the People's Committee."""
    return bool(_COUNCIL.search(header.number or header.symbol or ""))


def _is_council(lines: list[Words]) -> bool:
    return lines[0].text.startswith(("UBND", "ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN"))


def _joined(lines: list[Words]) -> str:
    return " ".join(words.text for words in lines)


def _add_area(header: Header, groups: list[list[Words]]) -> None:
    """An office of a province or a district is named with it: `SỞ NỘI VỤ` below `UBND TỈNH NGHỆ AN`."""
    area = _AREA.search(_joined(groups[-2])) if len(groups) > 1 else None
    above = _joined(groups[-2]) if len(groups) > 1 else ""
    if _PARTY.match(above) and header.issuer and _OF_A_COMMITTEE.match(header.issuer):
        header.issuer = f"{header.issuer} {above}"
        header.issuer_words = [*header.issuer_words, *groups[-2]]
    elif area and header.issuer and not _AREA.search(header.issuer) and not _LOCAL.search(header.issuer):
        level, name = area[0].split()[0], area[0].removeprefix(area[0].split()[0]).strip()
        if header.issuer.endswith(name):
            return  # `TRƯỜNG THCS ĐĂK RUỒNG` below `UBND XÃ ĐĂK RUỒNG`
        header.issuer = f"{header.issuer} {name if header.issuer.endswith(level) else area[0]}"
        header.issuer_words = [*header.issuer_words, *groups[-2]]


def of_the_party(header: Header, paragraphs: tuple[Paragraph, ...]) -> None:
    """A Party committee's directive is its organ's: by title, by who is said to speak, by who signs.

    Where nobody signs, a resolution is of the plenum and a directive of the standing committee.
    """
    if not header.issuer or not _PARTY.match(header.issuer):
        return
    organ = _organ_in(paragraphs, _TITLED) or _standing(paragraphs) or _organ_in(paragraphs, _SIGNED_FOR)
    kind = next(
        (title for title in _ORGAN_OF if any(one.text.startswith(title) for one in header.title)), None
    )
    name = organ.text.upper() if organ else _ORGAN_OF.get(kind or "")
    if name:
        header.issuer_words = [*([organ] if organ else []), *header.issuer_words]
        plenum = "CHẤP HÀNH" in name
        whose = _COMMITTEE.sub(_plenum_of, header.issuer) if plenum else header.issuer
        header.issuer = f"{name} {whose}"


def _organ_in(paragraphs: tuple[Paragraph, ...], pattern: re.Pattern[str]) -> Words | None:
    for one in paragraphs:
        if match := pattern.search(one.text):
            return Words(one, match.start("by"), match.end("by"))
    return None


def _standing(paragraphs: tuple[Paragraph, ...]) -> Words | None:
    """The Thường trực, where it is they who require something."""
    found = _organ_in(paragraphs, _SPEAKS)
    return found if found and found.text.lower() == "thường trực" else None


_COMMITTEE = re.compile("^(?:ĐẢNG|HUYỆN|TỈNH|THÀNH|THỊ|QUẬN) (?:ỦY|UỶ)")


def _plenum_of(committee: re.Match[str]) -> str:
    """The Party organisation whose plenum it is: of a Huyện ủy the Đảng bộ huyện."""
    level = {"ĐẢNG": "", "THÀNH": " THÀNH PHỐ", "THỊ": " THỊ XÃ"}.get(
        committee[0].split()[0], " " + committee[0].split()[0]
    )
    return f"ĐẢNG BỘ{level}"


def _begins_office(text: str) -> bool:
    return bool(_BEGINS.match(text) or list_at(text, 0))


def read_issuer_from_body(header: Header, paragraphs: tuple[Paragraph, ...]) -> None:
    """Who is said to require or to have issued it, where the letterhead is lost."""
    for pattern in (_REQUIRES, _ISSUES) if header.letter else (_ISSUES, _REQUIRES):
        for one in paragraphs:
            if match := pattern.search(one.text):
                header.issuer = match["by"].strip()
                header.issuer_words = [Words(one, match.start("by"), match.end("by"))]
                return
