"""The letters and the ruled lines of a pdf's page, as PDFium knows them, turned to be read."""

import ctypes
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from math import atan2, degrees, hypot

import pypdfium2
from pypdfium2 import raw

from baophu.directives.files.pdf_letters import Edge, Letter

_THIN, _SHORTEST = 3.0, 5.0
_WHOLE_PAGE = 0.9
_LEANING = 5  # degrees: what leans more is a stamp across the page
_BESIDE = 0.13  # of a letter's height: between the letters of a word that stood on its end
_NO_LETTERS = "\x02\ufeff\u200b"

type Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign as it was written. `quarter`: by how many quarters of a circle it is turned to the left."""

    text: str
    box: Box
    origin: tuple[float, float]
    height: float
    quarter: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page's letters in the order in which they were written, and its ruled lines."""

    letters: list[Letter]
    edges: list[Edge]


def page_of(page: pypdfium2.PdfPage) -> Page:
    """Words across the page lie as most of its words do; those that lean, as stamps do, are left out."""
    signs = _signs(page.get_textpage())
    lie = Counter(one.quarter for one in signs if not one.text.isspace())
    quarter = lie.most_common(1)[0][0] if lie else page.get_rotation() // 90 % 4
    turned = _turned(page, quarter)
    letters: list[Letter] = []
    before: tuple[int, Letter] | None = None
    for one in signs:
        left, _bottom, right, _top = turned(one.box)
        foot = turned((*one.origin, *one.origin))[1]
        letter = Letter(one.text, left, right, foot, one.height)
        laid = letter
        if one.quarter != quarter:
            goes_on = before and before[0] == one.quarter and _is_beside(before[1], letter)
            laid = _laid_down(letter, letters[-1] if goes_on else None)
        letters.append(laid)
        before = one.quarter, letter
    return Page(letters, _edges(page, turned))


def _is_beside(one: Letter, other: Letter) -> bool:
    return abs(one.left - other.left) <= one.height and abs(one.foot - other.foot) <= 2 * one.height


def _laid_down(letter: Letter, last: Letter | None) -> Letter:
    """A letter of a word that stands on its end, put behind the one before it."""
    if last is None:
        return replace(letter, right=letter.left)
    left = last.left + _BESIDE * letter.height
    return replace(letter, left=left, right=left, foot=last.foot)


def _signs(words: pypdfium2.PdfTextPage) -> list[_Sign]:
    """All signs but the blanks that PDFium puts in."""
    found: list[_Sign] = []
    for place in range(words.count_chars()):
        text = _text(raw.FPDFText_GetUnicode(words, place))
        if not text or raw.FPDFText_IsGenerated(words, place) == 1:
            continue
        if found and unicodedata.combining(text):
            found[-1] = replace(found[-1], text=found[-1].text + text)
            continue
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(words, place, matrix)
        angle = degrees(atan2(matrix.b, matrix.a))
        if abs((angle + 45) % 90 - 45) > _LEANING:
            continue
        height = max(raw.FPDFText_GetFontSize(words, place) * hypot(matrix.c, matrix.d), 1.0)
        box = words.get_charbox(place, loose=True)
        found.append(_Sign(text, box, _origin(words, place), height, round(angle / 90) % 4))
    return found


def _text(code: int) -> str:
    if code == 0xFFFE:  # a hyphen at a line's end
        return "-"
    sign = chr(code) if 0 < code < 0xD800 or 0xE000 <= code < 0x110000 else ""
    return "" if sign in _NO_LETTERS or (sign and unicodedata.category(sign) == "Cc") else sign


def _origin(words: pypdfium2.PdfTextPage, place: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(words, place, x, y)
    return x.value, y.value


def _turned(page: pypdfium2.PdfPage, quarter: int) -> Callable[[Box], Box]:
    """From a box on the page as it was written to the box where words turned by `quarter` stand upright."""
    wide, high = page.get_size()
    if (page.get_rotation() // 90 - quarter) % 2:
        wide, high = high, wide

    def turn(box: Box) -> Box:
        (left, bottom), (right, top) = (_seen(x, y, quarter, wide, high) for x, y in (box[:2], box[2:]))
        return min(left, right), min(bottom, top), max(left, right), max(bottom, top)

    return turn


def _seen(x: float, y: float, quarter: int, wide: float, high: float) -> tuple[float, float]:
    match quarter:
        case 1:
            return y, high - x
        case 2:
            return wide - x, high - y
        case 3:
            return wide - y, x
        case _:
            return x, y


def _edges(page: pypdfium2.PdfPage, turned: Callable[[Box], Box]) -> list[Edge]:
    """The ruled lines of a page, and the sides of its boxes."""
    wide, high = page.get_size()
    found: list[Edge] = []
    for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=5):
        left, bottom, right, top = turned(one.get_bounds())
        across, up = right - left, top - bottom
        if min(across, up) > _WHOLE_PAGE * min(wide, high):
            continue
        if up <= _THIN < _SHORTEST <= across:
            found.append(Edge((bottom + top) / 2, left, right, lies=True))
        elif across <= _THIN < _SHORTEST <= up:
            found.append(Edge((left + right) / 2, bottom, top, lies=False))
        elif across >= _SHORTEST and up >= _SHORTEST:
            found += [Edge(at, left, right, lies=True) for at in (bottom, top)]
            found += [Edge(at, bottom, top, lies=False) for at in (left, right)]
    return found
