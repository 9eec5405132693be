"""What does not fit inside a table: columns that do not add up, rates that a row's counts do not give."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from baophu.base.numbers import format_count, format_percent
from baophu.directives.figures.quantities import decimal
from baophu.directives.files.text import SUM, Paragraph
from baophu.directives.tables.tables import NUMBER_COLUMN, Table

_CELL = re.compile(r"\s*(?P<less>[-–−])?\s*(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)\s*%?\s*")
_RATE = re.compile(r"%|tỷ\s+lệ|tỉ\s+lệ", re.IGNORECASE)
_FEWEST_ALIKE = 3  # rows that show how a rate is made
_ALIKE_TO_ODD = 3  # so many rows alike for each odd one
_MOST_COUNTS = 8  # columns that a rate is looked for in
_WITHIN = Decimal("0.1")  # per cent: what rounding may come to

type Odd = tuple[str, str, Paragraph]  # kind of problem, the numbers, which row
type _Column = list[Decimal | None]


def odd_rows(table: Table) -> Iterator[Odd]:
    """Rows that contradict themselves or the rows above them."""
    columns = [_column(table, place) for place in range(len(table.headings))]
    named = [bool(_RATE.search(heading)) for heading in table.headings]
    counts = [
        column
        for column, heading, rate in zip(columns, table.headings, named, strict=True)
        if not rate and not NUMBER_COLUMN.fullmatch(heading.strip() or "stt")
    ]
    yield from _odd_sums(table, counts)
    for column, rate in zip(columns, named, strict=True):
        if rate:
            yield from _odd_rates(table, column, counts)


def _column(table: Table, place: int) -> _Column:
    """The numbers of a column, row by row; None where a cell holds something else."""
    cells = [row.cells[place] if place < len(row.cells) else "" for row in table.rows]
    return [_number(cell) for cell in cells]


def _number(cell: str) -> Decimal | None:
    match = _CELL.fullmatch(cell)
    if not match:
        return None
    value = decimal(match["number"], whole=True)
    return -value if match["less"] else value


def _is_sum(row: Paragraph) -> bool:
    return any(SUM.match(cell.strip()) for cell in row.cells[:3])


def _odd_sums(table: Table, counts: list[_Column]) -> Iterator[Odd]:
    """Of the columns of a row of sums those that do not add up, where another does, or rows have no parts."""
    begin = 0
    for place, row in enumerate(table.rows):
        if not _is_sum(row):
            continue
        held = [column for column in counts if column[place] is not None and any(column[begin:place])]
        fits = _parts_from(held, begin, place)
        if fits is None and not any(table.parts) and begin == 0 and place > 1 and len(held) == 1:
            fits = 0
        for column in held if fits is not None else []:
            added, printed = _added(column, fits or 0, place), column[place] or Decimal(0)
            if added != printed:
                yield "parts_do_not_add_up", f"{_shown(added)} ≠ {_shown(printed)}", row
        begin = place + 1


def _parts_from(columns: list[_Column], begin: int, end: int) -> int | None:
    """From which row on the rows above a row of sums add up to it in one of its columns at least."""
    added = [Decimal(0)] * len(columns)
    for start in range(end - 1, begin - 1, -1):
        added = [sum_ + (column[start] or 0) for sum_, column in zip(added, columns, strict=True)]
        if start < end - 1 and any(sum_ == column[end] for sum_, column in zip(added, columns, strict=True)):
            return start
    return None


def _added(column: _Column, start: int, end: int) -> Decimal:
    return sum((one for one in column[start:end] if one is not None), Decimal(0))


def _odd_rates(table: Table, rates: _Column, counts: list[_Column]) -> Iterator[Odd]:
    """The rows whose rate is not made of two counts of theirs as it is in nearly all the others."""
    best: tuple[int, _Column] = (0, [])
    for part, other in permutations(counts[:_MOST_COUNTS], 2):
        for whole in (other, [_both(one, two) for one, two in zip(part, other, strict=True)]):
            made = [_share(one, two) for one, two in zip(part, whole, strict=True)]
            alike = sum(1 for one, two in zip(made, rates, strict=True) if _near(one, two, _WITHIN))
            if alike > best[0]:
                best = (alike, made)
    alike, made = best
    odd = [
        (row, true, printed)
        for row, true, printed in zip(table.rows, made or rates, rates, strict=True)
        if true is not None and printed is not None and not _near(true, printed, 5 * _WITHIN)
    ]
    if alike >= _FEWEST_ALIKE and len(odd) * _ALIKE_TO_ODD <= alike:
        for row, true, printed in odd:
            yield "rate_does_not_fit", f"{format_percent(true)} ≠ {format_percent(printed)}", row


def _both(one: Decimal | None, two: Decimal | None) -> Decimal | None:
    return one + two if one is not None and two is not None else None


def _share(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    return part * 100 / whole if part is not None and whole else None


def _near(one: Decimal | None, two: Decimal | None, within: Decimal) -> bool:
    return one is not None and two is not None and abs(one - two) <= within


def _shown(value: Decimal) -> str:
    return format_count(int(value)) if value == int(value) else str(value.normalize()).replace(".", ",")
