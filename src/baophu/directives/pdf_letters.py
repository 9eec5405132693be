"""Where the letters and the ruled lines of a pdf's page stand."""

import ctypes
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

import pypdfium2
from pypdfium2 import raw

_OFF_LINE = 0.3  # of a letter's height: how far it may stand off its line
_BLANK = 0.15  # of a letter's height: a wider gap parts words
_THIN, _SHORTEST = 3.0, 5.0
_WHOLE_PAGE = 0.9
_NO_LETTERS = "\x02\ufeff\u200b"

type Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class Letter:
    """A sign from `left` to `right` on the line at `foot`, in points from the page's left and its bottom."""

    sign: str
    left: float
    right: float
    foot: float
    height: float


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a blank between them."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one foot, from left to right."""

    words: tuple[Word, ...]
    foot: float
    height: float

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Edge:
    """A ruled line: `at` is its height where it lies, its distance from the left where it stands."""

    at: float
    begin: float
    end: float
    lies: bool


def letters_of(page: pypdfium2.PdfPage) -> list[Letter]:
    """The signs of a page in the order in which they were written, blanks that PDFium puts in left out."""
    words = page.get_textpage()
    turned = _turned(page)
    found: list[Letter] = []
    for place in range(words.count_chars()):
        if raw.FPDFText_IsGenerated(words, place) == 1:
            continue
        # PDFium marks a hyphen at a line's end with U+FFFE.
        sign = _sign(raw.FPDFText_GetUnicode(words, place))
        if not sign:
            continue
        if found and unicodedata.combining(sign):
            last = found[-1]
            found[-1] = Letter(last.sign + sign, last.left, last.right, last.foot, last.height)
            continue
        left, _bottom, right, _top = turned(words.get_charbox(place, loose=True))
        origin = _origin(words, place)
        foot = turned((*origin, *origin))[1]
        found.append(Letter(sign, left, right, foot, _height(words, place)))
    return found


def _sign(code: int) -> str:
    if code == 0xFFFE:
        return "-"
    sign = chr(code) if 0 < code < 0xD800 or 0xE000 <= code < 0x110000 else ""
    return "" if sign in _NO_LETTERS or (sign and unicodedata.category(sign) == "Cc") else sign


def _origin(words: pypdfium2.PdfTextPage, place: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(words, place, x, y)
    return x.value, y.value


def _height(words: pypdfium2.PdfTextPage, place: int) -> float:
    """The size of a letter's font as it is seen."""
    scale = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(words, place, scale)
    return float(max(raw.FPDFText_GetFontSize(words, place) * hypot(scale.c, scale.d), 1.0))


def _turned(page: pypdfium2.PdfPage) -> Callable[[Box], Box]:
    """From a box on the page as it was written to the box as it is seen."""
    quarter = page.get_rotation() // 90 % 4
    wide, high = page.get_size()

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


def edges_of(page: pypdfium2.PdfPage) -> list[Edge]:
    """The ruled lines of a page, and the sides of its boxes."""
    turned = _turned(page)
    wide, high = page.get_size()
    found: list[Edge] = []
    for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=5):
        left, bottom, right, top = turned(one.get_bounds())
        across, up = right - left, top - bottom
        if across > _WHOLE_PAGE * wide and up > _WHOLE_PAGE * high:
            continue
        if up <= _THIN < _SHORTEST <= across:
            found.append(Edge((bottom + top) / 2, left, right, lies=True))
        elif across <= _THIN < _SHORTEST <= up:
            found.append(Edge((left + right) / 2, bottom, top, lies=False))
        elif across >= _SHORTEST and up >= _SHORTEST:
            found += [Edge(at, left, right, lies=True) for at in (bottom, top)]
            found += [Edge(at, bottom, top, lies=False) for at in (left, right)]
    return found


def lines_of(letters: Iterable[Letter]) -> list[Line]:
    """The lines of these letters from top to bottom, each from left to right, whatever order they came in."""
    rows: list[list[Letter]] = []
    for one in sorted(letters, key=lambda one: -one.foot):
        if rows and abs(rows[-1][0].foot - one.foot) <= _OFF_LINE * min(one.height, rows[-1][0].height):
            rows[-1].append(one)
        else:
            rows.append([one])
    lines = [
        Line(tuple(_words(row)), row[0].foot, max(one.height for one in row))
        for row in (sorted(row, key=lambda one: one.left) for row in rows)
    ]
    return [line for line in lines if line.words]


def _words(row: list[Letter]) -> list[Word]:
    found: list[Word] = []
    signs: list[Letter] = []
    for one, after in pairwise([*row, None]):
        if one is None:
            continue
        if not one.sign.isspace():
            signs.append(one)
        parted = after is None or one.sign.isspace() or after.left - one.right > _BLANK * one.height
        if parted and signs:
            found.append(Word("".join(sign.sign for sign in signs), signs[0].left, signs[-1].right))
            signs = []
    return found
