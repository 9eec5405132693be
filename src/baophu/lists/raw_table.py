"""A table as it was found in a sheet: its titles, headings, rows, and the sections above them."""

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from baophu.lists.headings import Heading
from baophu.lists.rows import Selection
from baophu.lists.sections import ENDS
from baophu.lists.workbook import Cell

FEW = 4  # filled cells, of which all but the ordinal may be blanks


@dataclass(slots=True)
class RawTable:
    """One table as found. `rows[i]` stands in row `numbers[i]` of the sheet.

    `sections` are (position in rows, column, value): from that row on the section says so. `structure`
    counts titles, header, column numbers, sections, totals and footers: with `rows` it is every row.
    `others` are those rows with their numbers, as they stand; the header begins in row `first_header_row`.
    """

    sheet: str
    part: int
    titles: list[str]
    header_row: int
    first_header_row: int
    headings: list[Heading]
    rows: Selection
    numbers: array[int] = field(default_factory=lambda: array("i"))
    few: array[int] = field(default_factory=lambda: array("i"))
    sections: list[tuple[int, str, str]] = field(default_factory=list)
    structure: int = 0
    others: list[tuple[int, list[Cell]]] = field(default_factory=list)
    _distinct: dict[int, set[Cell]] = field(default_factory=dict)

    def add(self, numbers: Sequence[int], places: range, rows: list[list[Cell]]) -> None:
        """Take rows of the sheet into the table; `numbers` are those of all its rows."""
        start = len(self.rows)
        self.few.extend(at for at, row in enumerate(rows, start) if len(row) - row.count("") <= FEW)
        self.numbers.extend(numbers[places.start : places.stop])
        self.rows.add(places)

    def cut(self, length: int) -> None:
        """Keep only the first rows."""
        self.rows.cut(length)
        del self.numbers[length:], self.few[bisect_left(self.few, length) :]

    def sections_over(self, place: int) -> list[str]:
        """What the sections above a row say, the outer ones first; a commune ends the hamlet before it."""
        return SectionsAbove(self.sections).at(place)

    def distinct(self, position: int) -> set[Cell]:
        """The cells of a column, each once."""
        if position not in self._distinct:
            parts = (batch.column(position) for batch in self.rows.batches())
            self._distinct[position] = set().union(*parts)
        return self._distinct[position]


class SectionsAbove:
    """What the sections above rows say (see `RawTable.sections_over`), asked for in their order."""

    def __init__(self, sections: list[tuple[int, str, str]]) -> None:
        self._sections = sections
        self._next = 0
        self._said: dict[str, tuple[int, str]] = {}

    def at(self, place: int) -> list[str]:
        while self._next < len(self._sections) and self._sections[self._next][0] <= place:
            start, column, text = self._sections[self._next]
            for ended in (*ENDS.get(column, ()), column):
                if ended == column or self._said.get(ended, (start, ""))[0] < start:
                    self._said.pop(ended, None)
            self._said[column] = start, text
            self._next += 1
        return [text for _start, text in self._said.values()]
