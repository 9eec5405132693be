"""Number, date, issuer, addressees and copies of a directive."""

import re
from datetime import date

from baophu.directives.files.letterhead import (
    COPIES,
    MOTTO,
    NUMBER_LINE,
    SIGNED,
    SUBJECT,
    TITLE,
    TO,
    Header,
    begin_of_place,
    placed,
)
from baophu.directives.files.text import Paragraph, Words
from baophu.directives.head.addressing import read_addressees, read_copies, telegram
from baophu.directives.head.issuers import of_the_party, read_issuer, read_issuer_from_body
from baophu.directives.words.letters import LOWER

_NUMBER = re.compile(r"^[\s*]*Số\s*:?\s*(?P<number>\d[\w./\-– ]*[-/][^\s,;]*[\w])", re.IGNORECASE)
_PRESS_DATE = re.compile(r"(?<!\d)(?P<d>\d{1,2})[/\-](?P<m>\d{1,2})[/\-](?P<y>\d{4})(?!\d)")
_PRESS_LINE = 60
_RULE = re.compile(r"^[\W_]*$")
_BASIS = re.compile(r"Căn cứ\b|Thực hiện\b")
_BEGINS_BODY = re.compile(
    r"(?:[IVX\d]+\s*[.)\-/]|(?i:phần|chương|mục|điều)\s+[IVX\d]|[-+*]"
    r"|Căn cứ|Thực hiện|Thời gian qua|Để |Nhằm |Ngày )"
)
_SUBJECT_OF_A_TITLE = re.compile(r"Thực hiện\b")
_ANNEX = re.compile(r"(?:PHỤ LỤC|DANH SÁCH|BIỂU)\b")
_ELSEWHERE = re.compile(
    r"\s*(?:>{1,3}|»)\s|\W*(?:tin\s+liên\s+quan|tin\s+cùng\s+chuyên\s+mục|xem\s+thêm|đọc\s+thêm)\b",
    re.IGNORECASE,
)
_HEAD_LINES, _HEADLINES = 30, 5


def read_header(paragraphs: tuple[Paragraph, ...]) -> Header:
    """Header, body and what is below it."""
    header = Header()
    start = _head_end(paragraphs)
    end = next(
        (i for i, one in enumerate(paragraphs) if i >= start and COPIES.match(one.text)), len(paragraphs)
    )
    head = list(paragraphs[:start])
    _read_number(header, head)
    _read_date(header, head, paragraphs)
    read_issuer(header, head)
    rest = read_addressees(header, list(paragraphs[start:end]))
    header.title = _titles(head)
    header.above = head
    annex = next(
        (i for i, one in enumerate(paragraphs) if i > end and _ANNEX.match(one.text)), len(paragraphs)
    )
    header.body = [*_without_signature(rest), *paragraphs[annex:]]
    read_copies(header, list(paragraphs[end:annex]))
    of_the_party(header, paragraphs)
    header.letter = bool(header.number_words or header.symbol or header.addressees or header.issuer)
    if not header.letter:
        header.body = _without_headline(header)
    if not header.issuer:
        read_issuer_from_body(header, paragraphs)
    return header


def _titles(head: list[Paragraph]) -> list[Paragraph]:
    """The lines that say what it is about; else the last line of the letterhead that says nothing else."""
    titles = [one for one in head if SUBJECT.match(one.text) or TITLE.match(one.text)]
    return titles or [one for one in head[-1:] if not (placed(one.text) or _of_letterhead(one.text))]


def _of_letterhead(text: str) -> bool:
    return bool(MOTTO.search(text) or NUMBER_LINE.match(text) or _RULE.match(text))


def _head_end(paragraphs: tuple[Paragraph, ...]) -> int:
    """Where the letterhead ends: at Kính gửi, or at the first line of the body."""
    for index, one in enumerate(paragraphs[:_HEAD_LINES]):
        if TO.match(one.text) or telegram(one.text):
            return index
    basis = next((i for i, one in enumerate(paragraphs) if _BASIS.match(one.text)), _HEAD_LINES)
    marked = [
        index
        for index, one in enumerate(paragraphs[: min(basis, _HEAD_LINES)])
        if MOTTO.search(one.text) or NUMBER_LINE.match(one.text) or placed(one.text) or TITLE.match(one.text)
    ]
    after = marked[-1] + 1 if marked else 0
    while after < len(paragraphs) and marked and _still_head(paragraphs[after], paragraphs[after - 1]):
        after += 1
    return after


def _still_head(paragraph: Paragraph, above: Paragraph) -> bool:
    """A title's lines below it: without a full stop, no office, no point of a list and no row of a table.

    Right below `KẾ HOẠCH` its subject may be `Thực hiện chỉ tiêu …`.
    """
    text = paragraph.text
    subject = TITLE.fullmatch(above.text.strip()) and _SUBJECT_OF_A_TITLE.match(text)
    return bool(_RULE.match(text) or SUBJECT.match(text)) or (
        len(text) < 220
        and not paragraph.cells
        and not re.search(r"[.;:]$", text)
        and bool(subject or not _BEGINS_BODY.match(text))
    )


def _read_number(header: Header, head: list[Paragraph]) -> None:
    for one in head:
        if not NUMBER_LINE.match(one.text):
            continue
        match = _NUMBER.match(one.text)
        if match:
            header.number = re.sub(r"\s+", "", match["number"]).replace("–", "-")
            header.number_words = Words(one, match.start("number"), match.end("number"))
        elif not (symbol := NUMBER_LINE.sub("", one.text).strip(" .…_")).isdigit():
            header.symbol = symbol
        else:
            continue  # the stamp of where it arrived counts letters
        return


def _read_date(header: Header, head: list[Paragraph], paragraphs: tuple[Paragraph, ...]) -> None:
    for one in head or paragraphs[:_HEAD_LINES]:
        if match := placed(one.text):
            place = begin_of_place(match)
            header.place = one.text[place : match.end("place")].strip()
            header.year = int(match["y"]) if re.fullmatch(r"\d{4}", match["y"].strip()) else None
            header.day_words = Words(one, place, match.end())
            if match["d"].strip().isdigit() and match["m"].strip().isdigit() and header.year:
                header.day = _day(header, match, one)
            return
    if not any(NUMBER_LINE.match(one.text) or MOTTO.search(one.text) for one in head):
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


def _without_headline(header: Header) -> list[Paragraph]:
    """A piece of the press begins below headline and date; lines that lead to other pieces are not of it."""
    body = [one for one in header.body if not _ELSEWHERE.match(one.text)]
    dated = header.day_words.paragraph.number if header.day_words else 0
    if not 1 < dated <= _HEADLINES:
        return body
    return [one for one in body if one.number > dated or one.text.rstrip().endswith(".")]


def _without_signature(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The body ends where it is signed."""
    for index, one in enumerate(paragraphs):
        if index and SIGNED.match(one.text) and one.text.isupper():
            return paragraphs[:index]
    return paragraphs
