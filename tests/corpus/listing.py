"""A list before it is written: titles, columns, lines and what stands below, and what should be read of it.

Twists are functions from a listing to another; `drawn` makes cells of it, `containers` make files of those.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from tests.corpus.people import PEOPLE, Person

from baophu.base.text import tidy

type Row = Sequence[Any]
type Facts = dict[str, Any]
type Twist = Callable[[Listing], Listing]
type Merge = tuple[int, int, int, int]  # first row, first column, last row, last column, from 0


def _nothing(_person: Person) -> Facts:
    return {}


@dataclass(frozen=True, slots=True)
class Column:
    """`heading` has one text for each header row it takes; `says` what is read from a person's cell.

    `key` names the column for twists, `known` is False where nobody should understand the heading.
    """

    key: str
    heading: tuple[str, ...]
    cell: Callable[[Person], Any]
    says: Callable[[Person], Facts] = _nothing
    technical: str = ""
    known: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the body: someone's, with cells blanked and facts said elsewhere; or just cells."""

    person: Person | None = None
    cells: Row = ()
    blank: frozenset[int] = frozenset()
    says: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    columns: tuple[Column, ...]
    titles: tuple[Row, ...] = (("DANH SÁCH NHÂN KHẨU XÃ ĐĂK KÔI",), ("(Tính đến ngày 30/9/2023)",))
    body: tuple[Line, ...] = tuple(Line(person) for person in PEOPLE)
    under_header: tuple[Row, ...] = ()
    names_below: int = 0  # the last row under the header that holds technical names, which makes it a part
    below: tuple[Row, ...] = ()
    merged_header: bool = True
    merges_down: tuple[int, ...] = ()  # columns whose cell is merged over the blanks below it
    kind: str = "residents"
    sender: str | None = None
    date: date = date(2023, 9, 30)
    sheet: str = "Sheet1"
    stem: str = "danh sach"
    holds: tuple[tuple[str, Any], ...] = (("unit", "23482@"),)  # facts of every row

    def changing(self, key: str, *columns: Column) -> "Listing":
        """Those columns in the place of the one of that key."""
        changed = [new for old in self.columns for new in (columns if old.key == key else (old,))]
        return replace(self, columns=tuple(changed))

    def saying(self, key: str, change: Callable[[Column], Column]) -> "Listing":
        return replace(self, columns=tuple(change(old) if old.key == key else old for old in self.columns))

    def place(self, key: str) -> int:
        return next(place for place, column in enumerate(self.columns) if column.key == key)


@dataclass(slots=True)
class Expected:
    kind: str
    sender: str | None
    date: date
    rows: list[Facts]
    structure: int
    header_row: int
    unread: list[str] = field(default_factory=list)
    rejects: dict[int, list[str]] = field(default_factory=dict)
    part: int = 1


@dataclass(slots=True)
class Drawn:
    """The cells of a sheet, from row 1, and what is expected of each table in it."""

    name: str
    grid: list[list[Any]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    expected: list[Expected] = field(default_factory=list)
    hidden: bool = False


def twisted(listing: Listing, *twists: Twist) -> Listing:
    for twist in twists:
        listing = twist(listing)
    return listing


def drawn(listing: Listing) -> Drawn:
    sheet = Drawn(listing.sheet)
    sheet.grid.extend(map(list, listing.titles))
    depth = max(len(column.heading) for column in listing.columns)
    header = len(sheet.grid)
    _draw_header(sheet, listing, depth)
    sheet.grid.extend(map(list, listing.under_header))
    rows, start = [], len(sheet.grid)
    for line in listing.body:
        sheet.grid.append(_cells(listing, line))
        if line.person:
            rows.append({"row": len(sheet.grid)} | _facts(listing, line))
    for column in listing.merges_down:
        _merge_down(sheet, column, start)
    sheet.grid.extend(map(list, listing.below))
    filled = sum(1 for row in sheet.grid if any(str(cell).strip() for cell in row))
    unread = [tidy(" | ".join(column.heading)) for column in listing.columns if not column.known]
    sheet.expected.append(
        Expected(
            listing.kind,
            listing.sender,
            listing.date,
            rows,
            filled - len(rows),
            header + depth + listing.names_below,
            unread,
        )
    )
    return sheet


def _cells(listing: Listing, line: Line) -> list[Any]:
    if line.person is None:
        return list(line.cells)
    return [
        "" if place in line.blank else column.cell(line.person)
        for place, column in enumerate(listing.columns)
    ]


def _facts(listing: Listing, line: Line) -> Facts:
    assert line.person
    facts: Facts = dict(listing.holds)
    for column in listing.columns:
        facts |= column.says(line.person)
    return facts | dict(line.says)


def header_rows(listing: Listing) -> list[list[Any]]:
    """The rows of the header alone."""
    sheet = Drawn("")
    _draw_header(sheet, listing, max(len(column.heading) for column in listing.columns))
    return sheet.grid


def _draw_header(sheet: Drawn, listing: Listing, depth: int) -> None:
    """Equal headings side by side share a cell; a heading of fewer rows goes down to the last one."""
    top, columns = len(sheet.grid), listing.columns
    sheet.grid.extend([""] * len(columns) for _ in range(depth))
    for row in range(depth):
        for place, column in enumerate(columns):
            if row < len(column.heading) and not _continues(columns, place, row):
                sheet.grid[top + row][place] = column.heading[row]
                right = place
                while right + 1 < len(columns) and _continues(columns, right + 1, row):
                    right += 1
                bottom = depth - 1 if row == len(column.heading) - 1 else row
                if listing.merged_header and (right > place or bottom > row):
                    sheet.merges.append((top + row, place, top + bottom, right))


def _continues(columns: Sequence[Column], place: int, row: int) -> bool:
    """Whether the heading of that row is one with its left neighbour's."""
    if place == 0:
        return False
    left, own = columns[place - 1].heading, columns[place].heading
    return len(own) > row + 1 and len(left) > row + 1 and own[: row + 1] == left[: row + 1]


def _merge_down(sheet: Drawn, column: int, start: int) -> None:
    filled = [row for row in range(start, len(sheet.grid)) if sheet.grid[row][column] != ""]
    for top, following in zip(filled, [*filled[1:], len(sheet.grid)], strict=True):
        if following - top > 1:
            sheet.merges.append((top, column, following - 1, column))
