"""A table of which every cell came on a line of its own, put together into rows."""

import re

from baophu.directives.files.text import CELL, SUM

_FIRST = re.compile(r"(?:stt|tt|số tt)\W*", re.IGNORECASE)
_VALUE = re.compile(r"[\d.,]+\s*%?")
_PERIOD = re.compile(r"(?:năm\s+)?\d{4}|\d{1,2}/\d{1,2}/\d{4}|(?:tháng|quý)\s+[\dIV]+/\d{4}", re.IGNORECASE)
_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 12


def cells_joined(lines: list[str]) -> list[str]:
    """Lines where cells one below the other, from STT on, have become rows with tabs between cells."""
    found: list[str] = []
    place = 0
    while place < len(lines):
        rows, after = (
            _table(lines, place) if _FIRST.fullmatch(lines[place].strip()) else _by_periods(lines, place)
        )
        found += rows or [lines[place]]
        place = after if rows else place + 1
    return found


def _table(lines: list[str], start: int) -> tuple[list[str], int]:
    """The rows of a table and the place after it; none where what follows is no table."""
    first = next(
        (n for n in range(start + 1, min(len(lines), start + _MOST_COLUMNS + 1)) if lines[n].strip() == "1"),
        None,
    )
    if first is None or first - start < 3 or any(not line.strip() for line in lines[start:first]):
        return [], start
    width = first - start
    rows, place, number = [lines[start:first]], first, 1
    while lines[place : place + 1] and lines[place].strip() == str(number) and place + width <= len(lines):
        rows.append(lines[place : place + width])
        place, number = place + width, number + 1
    if place < len(lines) and SUM.match(lines[place].strip()):
        row, place = _sum_row(lines, place, width)
        rows.append(row)
    return [CELL.join(cell.strip() for cell in row) for row in rows], place


def _by_periods(lines: list[str], start: int) -> tuple[list[str], int]:
    """A table with days or years across: its head and each row's name and values, one line each."""
    head = start + 1
    while head < len(lines) and head - start < _MOST_COLUMNS and _PERIOD.fullmatch(lines[head].strip()):
        head += 1
    width = head - start
    if width < _FEWEST_COLUMNS or not lines[start].strip() or _PERIOD.fullmatch(lines[start].strip()):
        return [], start
    rows, place = [lines[start:head]], head
    while place + width <= len(lines) and _is_row(lines[place : place + width]):
        rows.append(lines[place : place + width])
        place += width
    joined = [CELL.join(cell.strip() for cell in row) for row in rows]
    return (joined, place) if len(rows) > 1 else ([], start)


def _is_row(cells: list[str]) -> bool:
    name, *values = (cell.strip() for cell in cells)
    return bool(name) and not _VALUE.fullmatch(name) and all(map(_VALUE.fullmatch, values))


def _sum_row(lines: list[str], start: int, width: int) -> tuple[list[str], int]:
    """The row of totals and the place after it: its words, and as many of the last columns as have values."""
    place = start
    while place < min(len(lines), start + 4) and not _VALUE.fullmatch(lines[place].strip()):
        place += 1
    end = place
    while end < min(len(lines), place + width) and (
        _VALUE.fullmatch(lines[end].strip()) or not lines[end].strip()
    ):
        end += 1
    words = " ".join(line.strip() for line in lines[start:place] if line.strip())
    values = [line.strip() for line in lines[place:end] if line.strip()][: width - 2]
    return ["", words, *[""] * (width - 2 - len(values)), *values], end
