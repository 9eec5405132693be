"""Number, date, issuer, addressees and copies of a directive."""

import re
from dataclasses import dataclass, field
from datetime import date

from baophu.directives.letters import LOWER, UPPER
from baophu.directives.offices import list_at
from baophu.directives.text import Paragraph, Words, whole

_MOTTO = re.compile(
    r"CỘNG\s+H[ÒO][ÀA]\s+XÃ\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|Độc\s+lập\s*[-–]\s*Tự\s+do", re.IGNORECASE
)
_NUMBER = re.compile(r"^\s*Số\s*:?\s*(?P<number>\d[\w./\-– ]*[-/][^\s,;]*[\w])", re.IGNORECASE)
_NUMBER_LINE = re.compile(r"^\s*Số\b\s*:?", re.IGNORECASE)
_PLACE_AND_DATE = re.compile(
    rf"(?P<place>[{UPPER}][\w’'\- ]*?),\s*ngày\s*(?P<d>\d{{1,2}}"
    rf"|[.…_\s]*)\s*tháng\s*(?P<m>\d{{1,2}}|[.…_\s]*)\s*năm\s*(?P<y>\d{{4}}"
    rf"|[.…_\s\d]*)"
)
_PRESS_DATE = re.compile(r"(?<!\d)(?P<d>\d{1,2})[/\-](?P<m>\d{1,2})[/\-](?P<y>\d{4})(?!\d)")
_PRESS_LINE = 60
_TO = re.compile(r"^[\s\-–+*]*Kính\s+gửi\s*:?\s*", re.IGNORECASE)
_COPIES = re.compile(r"^\s*(?:Nơi\s+nhận|Nơi\s+gửi)\s*:?\s*", re.IGNORECASE)
_SIGNED = re.compile(
    r"^\s*(?:T/?M\.?|KT\.?|TL\.?|TUQ\.?|Q\.)\s*[A-ZĐỦUBTGCKLHNPSVXÁÀẢÃẠĂÂÊÔƠƯ]"
    r"|^\s*(?:CHỦ TỊCH|PHÓ CHỦ TỊCH|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|BÍ THƯ"
    r"|PHÓ BÍ THƯ|TRƯỞNG BAN|CHÁNH VĂN PHÒNG)\s*$"
)
_BULLET = re.compile(r"^\s*[-–—+*•]\s*")
_ROLE = re.compile(
    r"\(\s*(?:để\s+)?(?P<role>b\s*/\s*c|t\s*/\s*h|p\s*/\s*h|đ\s*/\s*b"
    r"|báo cáo|thực hiện|phối hợp|chỉ đạo|để biết|biết|c\s*/\s*đ"
    r"|th\s*/\s*h)\s*\)",
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
_SUBJECT = re.compile(r"^\s*V\s*/\s*v\b|^\s*Về việc\b", re.IGNORECASE)
_TITLE = re.compile(
    r"^(?:CHỈ THỊ|CÔNG ĐIỆN|KẾ HOẠCH|THÔNG BÁO|KẾT LUẬN|NGHỊ QUYẾT"
    r"|QUYẾT ĐỊNH|BÁO CÁO|HƯỚNG DẪN|CHƯƠNG TRÌNH|CÔNG VĂN|THÔNG TRI"
    r"|TỜ TRÌNH|ĐỀ ÁN|QUY CHẾ|PHƯƠNG ÁN)\b"
)
_PLACE_LINE = re.compile(
    r"^(?:TỈNH|HUYỆN|THÀNH PHỐ|THỊ XÃ|QUẬN|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|TP\.?)\s+(?!ỦY|UỶ|ĐOÀN)"
)
_PART_OF_OFFICE = re.compile(
    r"BAN THƯỜNG (?:TRỰC|VỤ)|THƯỜNG TRỰC|VĂN PHÒNG|BAN CHẤP HÀNH"
    r"|BAN (?:VĂN HÓA|KINH TẾ|PHÁP CHẾ|DÂN TỘC)[^,]*"
)
_PARTY = re.compile(r"(?:TỈNH|HUYỆN|THÀNH|THỊ|QUẬN|ĐẢNG) (?:ỦY|UỶ)\b")
_FOR_THE_COMMITTEE = re.compile(r"T/?M\.?\s+(?P<by>BAN THƯỜNG VỤ|BAN CHẤP HÀNH)\b")
_NAME = rf"(?!và\b)[{UPPER}][{LOWER}’']*(?:[ -][{UPPER}][{LOWER}’']*)*"
_RULE = re.compile(r"^[\W_]*$")
_BASIS = re.compile(r"Căn cứ\b|Thực hiện\b")
_ANNEX = re.compile(r"(?:PHỤ LỤC|DANH SÁCH|BIỂU)\b")
_HEAD_LINES = 30
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


@dataclass(slots=True)
class Header:
    """What stands around a directive's body. `body` are the paragraphs between."""

    number: str | None = None
    number_words: Words | None = None
    symbol: str | None = None
    day: date | None = None
    day_words: Words | None = None
    year: int | None = None
    place: str | None = None
    issuer: str | None = None
    issuer_words: list[Words] = field(default_factory=list)
    addressees: list[tuple[str, Words]] = field(default_factory=list)
    copies: list[tuple[str, str | None, Words]] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)
    title: list[Paragraph] = field(default_factory=list)
    letter: bool = False  # it has a number's line, a letterhead or addressees: it is no piece of the press
    impossible: Words | None = None


def read_header(paragraphs: tuple[Paragraph, ...]) -> Header:
    """Header, body and what is below it."""
    header = Header()
    start = _head_end(paragraphs)
    end = next(
        (i for i, one in enumerate(paragraphs) if i >= start and _COPIES.match(one.text)), len(paragraphs)
    )
    head = list(paragraphs[:start])
    _read_number(header, head)
    _read_date(header, head, paragraphs)
    _read_issuer(header, head)
    rest = _read_addressees(header, list(paragraphs[start:end]))
    header.title = [one for one in head if _SUBJECT.match(one.text) or _TITLE.match(one.text)] or head[-1:]
    annex = next(
        (i for i, one in enumerate(paragraphs) if i > end and _ANNEX.match(one.text)), len(paragraphs)
    )
    header.body = [*_without_signature(rest), *paragraphs[annex:]]
    _read_copies(header, list(paragraphs[end:annex]))
    _signed_for(header, paragraphs[start:])
    header.letter = bool(header.number_words or header.symbol or header.addressees or header.issuer)
    if not header.issuer:
        _read_issuer_from_body(header, paragraphs)
    return header


def _head_end(paragraphs: tuple[Paragraph, ...]) -> int:
    """Where the letterhead ends: at Kính gửi, or at the first line of the body."""
    for index, one in enumerate(paragraphs[:_HEAD_LINES]):
        if _TO.match(one.text):
            return index
    basis = next((i for i, one in enumerate(paragraphs) if _BASIS.match(one.text)), _HEAD_LINES)
    marked = [
        index
        for index, one in enumerate(paragraphs[: min(basis, _HEAD_LINES)])
        if _MOTTO.search(one.text)
        or _NUMBER_LINE.match(one.text)
        or _PLACE_AND_DATE.search(one.text)
        or _TITLE.match(one.text)
    ]
    after = marked[-1] + 1 if marked else 0
    while after < len(paragraphs) and marked and _still_head(paragraphs[after].text):
        after += 1
    return after


def _still_head(text: str) -> bool:
    """A title's lines below it: without a full stop, no office and no point of a list."""
    return bool(_RULE.match(text) or _SUBJECT.match(text)) or (
        len(text) < 220
        and not re.search(r"[.;:]$", text)
        and not re.match(r"(?:[IVX\d]+[.)\-/]|[-+*]|Căn cứ|Thực hiện|Thời gian qua|Để |Nhằm |Ngày )", text)
    )


def _read_number(header: Header, head: list[Paragraph]) -> None:
    for one in head:
        if not _NUMBER_LINE.match(one.text):
            continue
        match = _NUMBER.match(one.text)
        if match:
            header.number = re.sub(r"\s+", "", match["number"]).replace("–", "-")
            header.number_words = Words(one, match.start("number"), match.end("number"))
        else:
            header.symbol = _NUMBER_LINE.sub("", one.text).strip(" .…_")
        return


def _read_date(header: Header, head: list[Paragraph], paragraphs: tuple[Paragraph, ...]) -> None:
    for one in head or paragraphs[:_HEAD_LINES]:
        if match := _PLACE_AND_DATE.search(one.text):
            header.place = match["place"].strip()
            header.year = int(match["y"]) if re.fullmatch(r"\d{4}", match["y"].strip()) else None
            header.day_words = Words(one, match.start("place"), match.end())
            if match["d"].strip().isdigit() and match["m"].strip().isdigit() and header.year:
                header.day = _day(header, match, one)
            return
    if not any(_NUMBER_LINE.match(one.text) or _MOTTO.search(one.text) for one in head):
        _read_press_date(header, paragraphs)


def _read_press_date(header: Header, paragraphs: tuple[Paragraph, ...]) -> None:
    """A line that holds hardly more than a date, near the top or at the end."""
    for one in (*paragraphs[:6], *paragraphs[-3:]):
        match = _PRESS_DATE.search(one.text)
        if (
            match
            and len(one.text) <= _PRESS_LINE
            and not re.search(r"(?:đến|trước|từ)\s+(?:ngày\s+)?$", one.text[: match.start()])
        ):
            if re.search(rf"[{LOWER}]{{2,}}\s+[{LOWER}]{{2,}}\s+[{LOWER}]{{2,}}\s+[{LOWER}]{{2,}}", one.text):
                continue
            header.day = _day(header, match, one)
            header.day_words = Words(one, match.start(), match.end())
            header.year = header.day.year if header.day else None
            return


def _day(header: Header, match: re.Match[str], paragraph: Paragraph) -> date | None:
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        header.impossible = Words(paragraph, match.start("d"), match.end("y"))
        return None


def _read_issuer(header: Header, head: list[Paragraph]) -> None:
    """The last office of the letterhead: the one above it is whose it is part of."""
    groups: list[list[Words]] = []
    for one in head:
        words = whole(one).stripped(" *-–_.")
        if _TITLE.match(one.text) or _SUBJECT.match(one.text) or (groups and _NUMBER_LINE.match(one.text)):
            break
        if (
            not words.text
            or _MOTTO.search(one.text)
            or not words.text.isupper()
            or _NUMBER_LINE.match(one.text)
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


def _signed_for(header: Header, paragraphs: tuple[Paragraph, ...]) -> None:
    """A Party committee's directive is that of the body it is signed for: `T/M BAN THƯỜNG VỤ`."""
    if not header.issuer or not _PARTY.match(header.issuer):
        return
    for one in paragraphs:
        if match := _FOR_THE_COMMITTEE.match(one.text.strip()):
            words = Words(one, one.text.index(match["by"]), one.text.index(match["by"]) + len(match["by"]))
            header.issuer_words = [words, *header.issuer_words]
            whose = (
                re.sub("^ĐẢNG (?:ỦY|UỶ)", "ĐẢNG BỘ", header.issuer)
                if "CHẤP HÀNH" in match["by"]
                else header.issuer
            )
            header.issuer = f"{match['by']} {whose}"
            return


def _begins_office(text: str) -> bool:
    return bool(list_at(text, 0)) or bool(
        re.match(
            r"(?:ĐẢNG|TỈNH|HUYỆN|THÀNH|THỊ)\s+(?:ỦY|UỶ|BỘ)|BAN\s|HỘI\s"
            r"|LIÊN\s|BÁO\s|SỞ\s|PHÒNG\s|ỦY BAN|UBND|BHXH|BẢO HIỂM|MẶT TRẬN",
            text,
        )
    )


def _read_issuer_from_body(header: Header, paragraphs: tuple[Paragraph, ...]) -> None:
    """Who is said to require or to have issued it, where the letterhead is lost."""
    for pattern in (_REQUIRES, _ISSUES) if header.letter else (_ISSUES, _REQUIRES):
        for one in paragraphs:
            if match := pattern.search(one.text):
                header.issuer = match["by"].strip()
                header.issuer_words = [Words(one, match.start("by"), match.end("by"))]
                return


def _read_addressees(header: Header, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Reads the lines of Kính gửi; returns what comes after them."""
    if not paragraphs or not (to := _TO.match(paragraphs[0].text)):
        return paragraphs
    first = Words(paragraphs[0], to.end(), len(paragraphs[0].text)).stripped()
    lines = [first] if first.text else []
    taken = 1
    for one in paragraphs[1:]:
        ended = lines and lines[-1].paragraph.text.rstrip().endswith((".", "./."))
        bullet = _BULLET.match(one.text)
        if (
            (ended and not bullet)
            or not (bullet or (list_at(one.text, 0) and len(one.text) < 120))
            or len(one.text) > 250
        ):
            break
        lines.append(Words(one, bullet.end() if bullet else 0, len(one.text)).stripped())
        taken += 1
    header.addressees = [named for line in lines for named in _offices_of(line)]
    return paragraphs[taken:]


def _offices_of(line: Words) -> list[tuple[str, Words]]:
    """The offices of a line; a line that names none is one as it stands."""
    listed = list_at(line.text, 0)
    if listed and len(line.text) - listed.end <= 2:
        return [(office.name, line.part(office.start, office.end)) for office in listed.offices]
    return [named for part in _split(line) for named in _spread(part)]


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


def _without_signature(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The body ends where it is signed."""
    for index, one in enumerate(paragraphs):
        if index and _SIGNED.match(one.text) and one.text.isupper():
            return paragraphs[:index]
    return paragraphs


def _read_copies(header: Header, paragraphs: list[Paragraph]) -> None:
    for number, one in enumerate(paragraphs):
        if _SIGNED.match(one.text):
            return
        to = _COPIES.match(one.text) if not number else None
        bullet = _BULLET.match(one.text)
        if number and not bullet and not one.text.endswith((";", ".")) and not _ROLE.search(one.text):
            return
        start = to.end() if to else bullet.end() if bullet else 0
        for part in _split(Words(one, start, len(one.text))):
            header.copies += _copy(part)


def _copy(part: Words) -> list[tuple[str, str | None, Words]]:
    """One line of Nơi nhận with its role."""
    role = _ROLE.search(part.text)
    named = (part.part(0, role.start()) if role else part).stripped(" \t.;,:–-+*")
    if not named.text or _NOT_A_COPY.match(named.text):
        return []
    said = (
        re.sub(r"\s", "", role["role"].lower())
        if role and "/" in role["role"]
        else role and _ROLES.get(role["role"].lower())
    )
    return [(named.text, said or None, named)]
