"""Lines that a page's width broke, put together into paragraphs."""

import re
from collections.abc import Iterable

from baophu.directives.files.text import CELL

type Line = tuple[str, int | None]

# What begins a point: 1. 1.1. 1- a) I. – + * and the like; no day (`31/10/2017`), no number (`25.000 người`).
_POINT = re.compile(
    r"(?!\d{1,2}/\d{4}|[IVX]{1,3}/\d{4}|\(?\d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{4}|[.,;)](?!\s+[A-ZĐ])|\s+(?![A-ZĐÀ-Ỹ\"“]))|\d{1,3}\.\d{3}\b)"
    r"(?:[-–—−+*•●▪]|\(?\d{1,2}(?:\.\d{1,2}){0,3}\s?[.)\-/:]|\d{1,2}(?:\.\d{1,2}){1,3}"
    r"|[a-zđ]{1,2}[.)]|[a-zđ][-/]\s|[IVX]{1,5}[.)\-/]"
    r"|Điều \d|Chương [IVX\d]|Phần [IVX\d])\s*\S"
)
# What always begins a line of its own.
_BEGINS_LINE = re.compile(r"(?:Nơi\s+(?:nhận|gửi)|Kính\s+gửi)\s*:|(?:PHỤ LỤC|BIỂU|DANH SÁCH)\b|V/v\b")
# After such a word a sentence always goes on.
_UNFINISHED = re.compile(r"\b(?:của|và|các|những|với|về|cho|tại|theo|để|là|trong|từ|do|hoặc|bằng|ở)$")
_ENDED = re.compile(r"[.;:!?][\"”’)]*$|\./\.$")
# What no line ends with by itself: a day, or the country's name, that goes on.
_TORN = re.compile(r"\b(?:ngày|tháng|năm)\n\d|\bCHỦ NGHĨA\nVIỆT NAM$")
_LONG = 60
_SHARE_OF_WIDTH = 0.9


def unwrapped(lines: Iterable[Line]) -> list[Line]:
    """Paragraphs of (text, first page). Empty lines part them, except in a text wrapped throughout."""
    given = list(lines)
    width = _width([text for text, _page in given])
    found: list[tuple[str, int | None]] = []
    last, parted = "", True
    for text, page in given:
        if not text:
            parted = True
            continue
        if found and _goes_on(last, text, parted=parted, width=width):
            found[-1] = (_joined(found[-1][0], text), found[-1][1])
        else:
            found.append((text, page))
        last, parted = text, False
    return found


def _width(lines: list[str]) -> int:
    """How wide the lines of a text are that was wrapped; 0 where it was not."""
    full = [line for line in lines if line and CELL not in line]
    long = sorted(len(line) for line in full if len(line) >= _LONG)
    if len(long) < 4:
        return 0
    broken = sum(1 for line in full if len(line) >= _LONG and not _ENDED.search(line))
    width = long[int(len(long) * 0.9)]
    return width if broken > 0.5 * len(long) and width < 3 * _LONG and long[-1] < 1.5 * width else 0


def _goes_on(last: str, text: str, *, parted: bool, width: int) -> bool:
    """Whether a line goes on where the last one broke off."""
    if (parted and not width) or CELL in text or CELL in last or _BEGINS_LINE.match(text):
        return False
    first = text.split(maxsplit=1)[0]
    if _UNFINISHED.search(last):
        return True
    if not _ENDED.search(last):
        if _broken_code(last, text):
            return True
        if _POINT.match(text):
            return False
        if text[0].islower() or _TORN.search(f"{last}\n{text}") or (not width and last.endswith(",")):
            return True
        return bool(width) and len(last) + 1 + len(first) >= _SHARE_OF_WIDTH * width
    if not width or _POINT.match(text):
        return False
    return len(last) + 1 + len(first) >= _SHARE_OF_WIDTH * width


def _broken_code(last: str, text: str) -> bool:
    """A number of a document that was broken at its hyphen: `50-` and `KH/TU`."""
    return bool(re.search(r"\w[-/]$", last)) and text[0].isalnum()


def _joined(last: str, text: str) -> str:
    return last + text if _broken_code(last, text) else f"{last} {text}"
