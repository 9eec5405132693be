"""The text of a directive in numbered paragraphs, so that everything read points to its words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from baophu.base.text import tidy

CELL = "\t"
_BLANKS = re.compile(r"\s+")
# How a row of sums begins.
SUM = re.compile(r"(?:tổng\s+)?cộng\b|tổng\b", re.IGNORECASE)
_MOST_MERGED = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`number` counts from 1; `page` is of a pdf; `cells` are the columns of a table's row, left to right."""

    number: int
    text: str
    page: int | None = None
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a paragraph: the characters from `start` up to `end`."""

    paragraph: Paragraph
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.paragraph.text[self.start : self.end]

    def part(self, start: int, end: int) -> "Words":
        """Characters of these words, counted from their own first."""
        return Words(self.paragraph, self.start + start, self.start + end)

    def stripped(self, signs: str = " \t.;,:–-+*") -> "Words":
        """Without blanks and signs at both ends, and without the `./.` that closes a document."""
        text = self.text
        left = len(text) - len(text.lstrip(signs))
        right = len(text.rstrip(f"{signs}/"))
        return self.part(left, max(left, right))

    def as_json(self) -> dict[str, Any]:
        place = {"text": self.text, "paragraph": self.paragraph.number, "start": self.start, "end": self.end}
        return place if self.paragraph.page is None else {**place, "page": self.paragraph.page}


def whole(paragraph: Paragraph) -> Words:
    return Words(paragraph, 0, len(paragraph.text))


@dataclass(frozen=True, slots=True)
class Text:
    """A directive's paragraphs in their order. `macro`: the file holds a program, which nobody ran."""

    paragraphs: tuple[Paragraph, ...]
    macro: bool = False
    pages: int | None = field(default=None)

    def __str__(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


def tidy_cells(line: str) -> str:
    """A line with its signs and blanks made even; tabs between the cells of a row stay."""
    if line.count(CELL) > 1:
        return CELL.join(tidy(cell) for cell in line.split(CELL))
    return tidy(line)


def numbered(lines: Iterable[tuple[str, int | None]]) -> tuple[Paragraph, ...]:
    """Paragraphs of (text, page), blanks squeezed, empty ones left out. Tabs part the cells of a row."""
    found: list[Paragraph] = []
    width = 0
    for line, page in lines:
        cells = tuple(_squeezed(cell) for cell in line.split(CELL)) if line.count(CELL) > 1 else ()
        if text := _squeezed(line):
            cells = _below(width, cells)
            width = len(cells)
            found.append(Paragraph(len(found) + 1, text, page, cells))
    return tuple(found)


def _below(width: int, cells: tuple[str, ...]) -> tuple[str, ...]:
    """A row of sums whose first cells are merged (`Cộng` below number and name) is as wide as those above."""
    missing = width - len(cells)
    merged = cells and 0 < missing <= _MOST_MERGED and SUM.match(cells[0])
    return (*[""] * missing, *cells) if merged else cells


def _squeezed(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()
