"""Rows of a table while they are being cleaned: columns of values and notes on rows."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from baophu.lists.kinds.declare import Kind
from baophu.lists.places import Places
from baophu.lists.workbook import SERIALS_FROM_1900, Cell


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a table: kind, day, titles, names of sheet and file, places known, calendar."""

    kind: Kind
    on: date
    places: Places
    titles: list[str]
    sheet: str
    file_stem: str
    serials: date = SERIALS_FROM_1900


def _nothing(_column: str) -> Collection[str]:
    return ()


@dataclass(frozen=True, slots=True)
class People:
    """What all rows of a list show of how it writes people.

    `highland` as for `sexes.sex_by_name`; `codes` are what numbers for sexes mean, with the code of a doubt
    about it; whether both 0 and 2 are met, so that 0 means neither sex.
    """

    highland: bool = False
    codes: Mapping[str, str] = field(default_factory=dict)
    doubt: str = ""
    both_zero_and_two: bool = False


@dataclass(slots=True)
class Draft:
    """Some rows of a table, which follow each other: nothing may be told of one from all of them.

    `values` holds the columns, None where there is nothing; `cells` the columns as printed.

    `unsaid` are the columns of the kind that no cell and no section of the whole table says, `distinct` tells
    the values of a column that those say. `notes` are
    (position of the row, column, code of a doubt); `lone` the rows that hold a single cell.
    """

    size: int
    around: Surroundings
    unsaid: frozenset[str] = frozenset()
    distinct: Callable[[str], Collection[str]] = _nothing
    people: People = field(default_factory=People)
    values: dict[str, list[Any]] = field(default_factory=dict)
    cells: dict[str, list[Cell]] = field(default_factory=dict)
    notes: list[tuple[int, str, str]] = field(default_factory=list)
    lone: list[int] = field(default_factory=list)

    def column(self, name: str) -> list[Any]:
        """The column, made empty where the list has none."""
        return self.values.setdefault(name, [None] * self.size)

    def note(self, position: int, column: str, code: str) -> None:
        self.notes.append((position, column, code))

    def fill(self, name: str, value: Callable[[int], Any]) -> None:
        """Put `value(position)` where the column has nothing."""
        column = self.column(name)
        for position in self.blanks(name):
            column[position] = value(position)

    def fill_all(self, name: str, value: Any) -> None:
        """Put one value where the column has nothing."""
        column = self.column(name)
        column[:] = [value if one is None else one for one in column]

    def fill_from(self, name: str, values: Iterable[Any]) -> None:
        """Put a value for each row where the column has nothing."""
        column = self.column(name)
        column[:] = [other if one is None else one for one, other in zip(column, values, strict=True)]

    def blanks(self, name: str) -> Iterator[int]:
        column = self.column(name)
        if None not in column:
            return iter(())
        return (position for position, value in enumerate(column) if value is None)
