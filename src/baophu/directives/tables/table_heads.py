"""The headings of a table: in one row, or in two where a heading spans columns; the numbers of columns."""

import re
from collections.abc import Sequence

from baophu.directives.files.text import Paragraph

_NUMBER = re.compile(r"[\d.,]+\s*%?")
_OF_COLUMN = re.compile(r"\(?(?:\d{1,2}|[A-Z])\)?(?:\s*=.*)?")
_FEWEST_NUMBERED = 3


def headings_of(rows: Sequence[Paragraph]) -> tuple[tuple[str, ...], int]:
    """The heading of each column, and how many rows hold them."""
    first = rows[0].cells
    taken = 1
    while taken < min(3, len(rows) - 1) and _goes_on(first, rows[taken].cells):
        first = _both(first, rows[taken].cells)
        taken += 1
    numbered = taken < len(rows) - 1 and _counts_columns(rows[taken].cells)
    return first, taken + numbered


def _goes_on(above: tuple[str, ...], cells: tuple[str, ...]) -> bool:
    """Whether a row says more of headings: words below empty places of the row above, nothing counted."""
    said = [place for place, cell in enumerate(cells) if cell]
    return (
        len(cells) == len(above)
        and not cells[0]
        and bool(above[0])
        and any(not above[place] for place in said)
        and not any(_NUMBER.fullmatch(cell) for cell in cells)
    )


def _both(above: tuple[str, ...], cells: tuple[str, ...]) -> tuple[str, ...]:
    """`BHYT` over `Số người` and `Tỷ lệ (%)` is `BHYT Số người` and `BHYT Tỷ lệ (%)`."""
    found: list[str] = []
    over = ""
    for one, below in zip(above, cells, strict=True):
        over = one or (over if below else "")
        found.append(f"{over} {below}".strip())
    return tuple(found)


def _counts_columns(cells: tuple[str, ...]) -> bool:
    """`(1) (2) (3)`, `A B 1 2 3`, `(5)=(4)/(3)`."""
    if len(cells) < _FEWEST_NUMBERED or not all(_OF_COLUMN.fullmatch(cell.strip()) for cell in cells):
        return False
    numbers = [int(found[0]) for cell in cells if (found := re.search(r"\d+", cell))]
    return len(numbers) >= _FEWEST_NUMBERED and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
