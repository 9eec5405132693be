"""Blank cells that stand for the value above: merged cells, and values printed once for several rows."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise
from operator import itemgetter
from typing import Any

from baophu.lists.rows import Selection
from baophu.lists.workbook import Cell, Merge

_BLANK_SHARE = 0.3  # at least so many blanks
_REPEATED_SHARE = 0.05  # and hardly ever the same value in two rows that follow each other


class MergedCells:
    """The cells of a table that are merged downwards."""

    def __init__(self, rows: Selection, numbers: Sequence[int], merges: Iterable[Merge], width: int) -> None:
        """`numbers` are those of the rows in the sheet and ascend."""
        self._of_column: defaultdict[int, list[tuple[int, int, Cell]]] = defaultdict(list)
        for top, left, bottom, _right in sorted(merges):
            first = bisect_left(numbers, top)
            if bottom > top and left < width and first < len(numbers) and numbers[first] == top:
                end = bisect_left(numbers, bottom + 1)
                self._of_column[left].append((first, end, rows[first][left]))

    def fill(self, cells: list[Cell], column: int, start: int) -> None:
        """Give every row of a merged cell its value, in place; `start` is the row of the first cell."""
        merged = self._of_column.get(column, [])
        place = max(bisect_right(merged, start, key=itemgetter(0)) - 1, 0)
        for first, end, cell in islice(merged, place, None):
            if first >= start + len(cells):
                break
            inside = range(max(first, start) - start, min(end, start + len(cells)) - start)
            cells[inside.start : inside.stop] = [cell] * len(inside)


class PrintedOnce:
    """Finds out whether a column's values are printed once for several rows, from its parts in order."""

    def __init__(self, rows: int) -> None:
        self._rows = rows
        self._blanks = self._given = self._repeated = 0
        self._first: Any = None
        self._last: Any = None
        self._beside_heads = True
        self._firsts: list[Any] = []

    @property
    def is_refuted(self) -> bool:
        """Whether the parts so far say that it is not so."""
        return (
            self._repeated > _REPEATED_SHARE * self._rows
            or self._rows - self._given < _BLANK_SHARE * self._rows
        )

    def add(self, values: Sequence[Any], heads: Sequence[bool]) -> None:
        """One more part; `heads` says of its rows which are of heads of households, if that is said."""
        if not values:
            return
        blanks = values.count(None)
        self._blanks += blanks
        self._given += len(values) - blanks
        pairs = pairwise(chain([self._last], values))
        self._repeated += sum(1 for one, following in pairs if one is not None and one == following)
        self._first = self._first if self._firsts else values[0]
        self._last = values[-1]
        given = [value is not None for value in values]
        self._beside_heads = self._beside_heads and given == [*heads]
        self._firsts.append(next((value for value in values if value is not None), None))

    def found(self) -> "Fill | None":
        """How its blanks are filled; None where they stay as they are.

        Values hold for the rows below; for those above where they stand beside heads of households whose
        members come first. Where members may come first and no head tells, blanks stay blank.
        """
        if not self._is_so():
            return None
        if self._first is not None or self._last is None:
            return Fill()
        return Fill(self._firsts) if self._beside_heads else None

    def _is_so(self) -> bool:
        return (
            self._given > 0
            and self._blanks >= _BLANK_SHARE * self._rows
            and self._repeated <= _REPEATED_SHARE * self._given
        )


class Fill:
    """Fills the blanks of the parts of a column, in order, from above or from below."""

    def __init__(self, firsts: Sequence[Any] | None = None) -> None:
        """`firsts` are the first values in each part, for blanks that are filled from below."""
        self._above: Any = None
        self._below = None if firsts is None else _following(firsts)

    def fill(self, values: list[Any]) -> list[Any]:
        if not values:
            return values
        if self._below is not None:
            return _from_above(values[::-1], next(self._below))[::-1]
        filled = _from_above(values, self._above)
        self._above = filled[-1]
        return filled


def _following(firsts: Sequence[Any]) -> Iterator[Any]:
    """For each part the first value in the parts behind it."""
    found: list[Any] = [None]
    for first in reversed(firsts[1:]):
        found.append(found[-1] if first is None else first)
    return iter(found[::-1])


def _from_above(values: Sequence[Any], above: Any) -> list[Any]:
    filled = []
    for value in values:
        above = above if value is None else value
        filled.append(above)
    return filled
