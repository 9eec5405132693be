"""Lines of a pdf's page beside each other: a letterhead's two sides, columns without ruled lines."""

import re
from collections.abc import Iterator
from itertools import pairwise

from baophu.directives.files.letterhead import TO
from baophu.directives.files.pdf_letters import Line, Word
from baophu.directives.files.text import CELL

_WIDE = 1.6  # of a line's height: a wider gap parts columns
_CLOSE = 2.2  # of a line's height: lines farther apart are of two blocks
_GUTTER = 6.0  # points between two columns
_FEWEST_COLUMNS, _FEWEST_ROWS = 3, 3
_BEGINS_ROW = re.compile(r"\W*(?:\d{1,3}|[IVXA-Z]{1,4})[.)]?|\W*(?:STT|TT)\W*", re.IGNORECASE)

type Gap = tuple[float, float]


def lines_in_order(lines: list[Line]) -> list[str]:
    """The texts of lines as they are to be read: of two sides the left one first, of columns row by row."""
    found: list[str] = []
    place = 0
    while place < len(lines):
        end, gaps = _block(lines, place)
        if len(gaps) + 1 >= _FEWEST_COLUMNS and end - place >= _FEWEST_ROWS:
            found += _rows(lines[place:end], gaps)
        elif gaps:
            found += _sides(lines[place:end], gaps[-1])
        else:
            end = place + 1
            found.append(lines[place].text)
        place = end
    return found


def _block(lines: list[Line], start: int) -> tuple[int, list[Gap]]:
    """Up to where the gaps of a line go on through the lines below it, and those gaps."""
    gaps = _gaps(lines[start])
    end = start + 1
    while gaps and end < len(lines) and _near(lines[end - 1], lines[end]) and not TO.match(lines[end].text):
        left = [gap for one in gaps if (gap := _through(one, lines[end]))]
        if not left or (len(left) < len(gaps) and len(gaps) + 1 >= _FEWEST_COLUMNS <= end - start):
            break
        gaps, end = left, end + 1
    return end, gaps


def _gaps(line: Line) -> list[Gap]:
    return [
        (one.right, after.left)
        for one, after in pairwise(line.words)
        if after.left - one.right > _WIDE * line.height
    ]


def _near(above: Line, line: Line) -> bool:
    return above.foot - line.foot <= _CLOSE * max(above.height, line.height)


def _through(gap: Gap, line: Line) -> Gap | None:
    """What a line leaves free of a gap: its widest piece, if it is wide enough for two columns."""
    begin, end = gap
    free: list[Gap] = []
    for word in line.words:
        if word.right <= begin or word.left >= end:
            continue
        free.append((begin, word.left))
        begin = max(begin, word.right)
    free.append((begin, end))
    widest = max(free, key=lambda one: one[1] - one[0])
    return widest if widest[1] - widest[0] >= _GUTTER else None


def _sides(lines: list[Line], gap: Gap) -> Iterator[str]:
    for side in (0, 1):
        for line in lines:
            words = [word for word in line.words if (word.left >= gap[1]) == bool(side)]
            if words:
                yield _said(words)


def _rows(lines: list[Line], gaps: list[Gap]) -> list[str]:
    """Rows of cells; a line that does not begin a row goes on with the row above."""
    found: list[list[str]] = []
    for line in lines:
        cells = _cells(line, gaps)
        begins = not found or _BEGINS_ROW.fullmatch(cells[0]) or all(cells[1:])
        if begins:
            found.append(cells)
        else:
            found[-1] = [f"{above} {cell}".strip() for above, cell in zip(found[-1], cells, strict=True)]
    return [CELL.join(row) for row in found]


def _cells(line: Line, gaps: list[Gap]) -> list[str]:
    ends = [0.0, *((left + right) / 2 for left, right in gaps), float("inf")]
    return [_said([word for word in line.words if begin <= word.left < end]) for begin, end in pairwise(ends)]


def _said(words: list[Word]) -> str:
    return " ".join(word.text for word in words)
