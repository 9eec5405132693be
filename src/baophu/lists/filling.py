"""Blank cells that stand for the value above: merged cells, and values printed once for several rows."""

from bisect import bisect_left
from itertools import pairwise
from typing import Any

from baophu.lists.workbook import Cell, Merge

_BLANK_SHARE = 0.3  # at least so many blanks
_REPEATED_SHARE = 0.05  # and hardly ever the same value in two rows that follow each other


def fill_merged(columns: list[list[Cell]], numbers: list[int], merges: list[Merge]) -> None:
    """Give every row of a cell merged downwards its value, in place; `numbers` ascend."""
    for top, left, bottom, _right in merges:
        first = bisect_left(numbers, top)
        if bottom > top and left < len(columns) and first < len(numbers) and numbers[first] == top:
            last = bisect_left(numbers, bottom + 1)
            columns[left][first:last] = [columns[left][first]] * (last - first)


def fill_printed_once(values: list[Any], heads: list[bool]) -> list[Any]:
    """The column with its blanks filled, where its values are printed once for several rows.

    They hold for the rows below; for those above where they stand beside heads of households (`heads`, by
    row) whose members come first. Where members may come first and no head tells, blanks stay blank.
    """
    if not _is_printed_once(values):
        return values
    if values[0] is not None or values[-1] is None:
        return _from_above(values)
    beside_heads = all(head == (value is not None) for head, value in zip(heads, values, strict=False))
    return _from_above(values[::-1])[::-1] if heads and beside_heads else values


def _from_above(values: list[Any]) -> list[Any]:
    filled, current = [], None
    for value in values:
        current = current if value is None else value
        filled.append(current)
    return filled


def _is_printed_once(values: list[Any]) -> bool:
    blanks = sum(1 for value in values if value is None)
    given = len(values) - blanks
    repeated = sum(1 for one, following in pairwise(values) if one is not None and one == following)
    return given > 0 and blanks >= _BLANK_SHARE * len(values) and repeated <= _REPEATED_SHARE * given
