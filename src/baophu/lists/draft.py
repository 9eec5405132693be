"""A table while it is being cleaned: columns of values and notes on rows."""

from collections.abc import Callable, Iterator
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


@dataclass(slots=True)
class Draft:
    """`values` holds each column whole, None where there is nothing; `cells` the columns as printed.

    `notes` are (position of the row, column, code of a doubt); `lone` the rows that hold a single cell.
    """

    size: int
    around: Surroundings
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

    def blanks(self, name: str) -> Iterator[int]:
        return (position for position, value in enumerate(self.column(name)) if value is None)
