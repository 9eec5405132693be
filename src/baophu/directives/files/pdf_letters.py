"""Letters of a pdf's page put together into words and lines by where they stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

_OFF_LINE = 0.3  # of a letter's height: how far it may stand off its line
_BLANK = 0.15  # of a letter's height: a wider gap parts words
_TWICE = 0.12  # of a letter's height: the same sign so near is drawn twice to look bold


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
    for one, after in pairwise([*_once(row), None]):
        if one is None:
            continue
        if not one.sign.isspace():
            signs.append(one)
        parted = after is None or one.sign.isspace() or after.left - one.right > _BLANK * one.height
        if parted and signs:
            found.append(Word("".join(sign.sign for sign in signs), signs[0].left, signs[-1].right))
            signs = []
    return found


def _once(row: list[Letter]) -> Iterator[Letter]:
    """The letters of a line without those drawn again over themselves."""
    last: Letter | None = None
    for one in row:
        if not last or one.sign != last.sign or one.left - last.left > _TWICE * one.height:
            yield one
            last = one
