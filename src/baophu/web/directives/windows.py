"""A long directive is shown in parts, each of whole paragraphs."""

from collections.abc import Sequence
from dataclasses import dataclass

from baophu.directives.files.text import Paragraph

# About twelve pages.
MOST_LETTERS = 30_000


@dataclass(frozen=True, slots=True)
class Window:
    """The paragraphs of a part: numbers of the first and the last; `last` is None of the end of the text."""

    first: int
    last: int | None


def windows_of(paragraphs: Sequence[Paragraph]) -> list[Window]:
    """The parts of a text, at least one."""
    firsts, letters = [1], 0
    for one in paragraphs:
        if letters and letters + len(one.text) > MOST_LETTERS:
            firsts.append(one.number)
            letters = 0
        letters += len(one.text)
    ends = [*(first - 1 for first in firsts[1:]), None]
    return [Window(first, last) for first, last in zip(firsts, ends, strict=True)]


def part_with(windows: Sequence[Window], paragraph: int | None) -> int:
    """Which part, counted from 1, a paragraph stands in."""
    place = paragraph or 1
    return max(n for n, window in enumerate(windows, start=1) if window.first <= max(place, 1))
