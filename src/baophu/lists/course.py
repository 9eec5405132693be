"""How a table is read part by part: what all rows show is found out before, what holds on is carried on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from baophu.base.text import fold, tidy
from baophu.lists.cleaning.columns import Context, reader
from baophu.lists.cleaning.parts import ColumnReader, habits
from baophu.lists.cleaning.units import unit_of
from baophu.lists.draft import Surroundings
from baophu.lists.filling import Fill, MergedCells, PrintedOnce
from baophu.lists.kinds.declare import Column, Kind, Type
from baophu.lists.layout import AUXILIARY, Layout
from baophu.lists.raw_table import RawTable
from baophu.lists.rows import Batch
from baophu.lists.sections import ENDS, without_numbering
from baophu.lists.workbook import Cell, Merge, is_blank

# Columns whose cells are read together with others.
READ_LATER = ("ordinal", "male", "female")
_HEADS = frozenset(("chu ho", "ch", "chu"))
_LEVEL_OF_SECTION = {
    "class": ("lop", "khoi"),
    "household": ("ho so", "ma ho", "so ho khau", "ho"),
    "household_head": ("chu ho", "ho ong", "ho ba"),
}


class Course:
    """Reads the columns of a table's parts, which are asked for in their order."""

    def __init__(self, raw: RawTable, layout: Layout, merges: list[Merge], around: Surroundings) -> None:
        self.layout, self.around = layout, around
        self.context = Context(around.on, around.places, around.serials)
        self._headings = raw.headings
        self._distinct: dict[str, frozenset[str]] = {}
        self.batches = raw.rows.batches()
        self.sections = Sections(raw.sections, layout.kind, around)
        self.few = raw.few
        self._merged = MergedCells(raw.rows, raw.numbers, merges, len(raw.headings))
        self._readers = {name: self._reader(name) for name in layout.places if name not in READ_LATER}
        self._fills = {name: fill for name in self._readers if (fill := self._fill(name, len(raw.rows)))}
        said = {column for _start, column, _text in raw.sections} | set(filter(self._is_said, layout.places))
        self.unsaid = frozenset(column.name for column in layout.kind.columns) - said

    def cells(self, batch: Batch, name: str) -> list[Cell]:
        """A column as printed, merged cells filled."""
        position = self.layout.places[name]
        cells = batch.column(position)
        self._merged.fill(cells, position, batch.start)
        return cells

    def read(self, name: str, cells: list[Cell]) -> tuple[list[Any], dict[int, str]]:
        """The values of a column and its doubts by position."""
        return self._readers[name].read(cells)

    def filled(self, name: str, values: list[Any]) -> list[Any]:
        """The values of a column, blanks filled where they are printed once for several rows."""
        return self._fills[name].fill(values) if name in self._fills else values

    def heading(self, name: str) -> str:
        """The heading of a column as printed; "" where the table has none."""
        place = self.layout.places.get(name)
        return " ".join(self._headings[place]) if place is not None else ""

    def distinct(self, name: str) -> frozenset[str]:
        """The values of a column that cells and sections of the whole table say."""
        if name not in self._distinct:
            parts = self._parts(name) if name in self._readers else ()
            found = {value for cells in parts for value in set(self.read(name, cells)[0])}
            found |= self.sections.values(name)
            self._distinct[name] = frozenset(found - {None})
        return self._distinct[name]

    def _reader(self, name: str) -> ColumnReader:
        column, context = self.layout.kind.column(name), self.context
        type_ = column.type if column else AUXILIARY[name]
        if type_ is Type.MONEY:
            context = replace(context, unit=unit_of(self.heading(name), self.around.titles))
        if type_ is Type.LAST_DATE:
            words = fold(self.heading(name)).split(" ")
            context = replace(context, of_months="thang" in words and "ngay" not in words)
        return ColumnReader(type_, context, habits(type_, context, lambda: self._parts(name)))

    def _parts(self, name: str) -> Iterator[list[Cell]]:
        return (self.cells(batch, name) for batch in self.batches)

    def _fill(self, name: str, rows: int) -> Fill | None:
        column = self.layout.kind.column(name)
        if column is None or not column.printed_once:
            return None
        found = PrintedOnce(rows)
        for batch in self.batches:
            found.add(self.read(name, self.cells(batch, name))[0], self._heads(batch))
            if found.is_refuted:
                return None
        return found.found()

    def _heads(self, batch: Batch) -> list[bool]:
        """Of each row whether it is said to be of the head of a household."""
        relations = self.cells(batch, "relation") if "relation" in self.layout.places else []
        heads = {relation for relation in set(relations) if fold(str(relation)) in _HEADS}
        return [relation in heads for relation in relations]

    def _is_said(self, name: str) -> bool:
        return any(not is_blank(cells) for cells in self._parts(name))


class Sections:
    """What the sections of a table say of the rows below them, which are asked for in their order."""

    def __init__(self, sections: Sequence[tuple[int, str, str]], kind: Kind, around: Surroundings) -> None:
        """`sections` as in `RawTable`."""
        self._sections, self._kind = sections, kind
        self._context = Context(around.on, around.places, around.serials)
        self._next = 0
        self._current: dict[str, Any] = {}
        self._since: dict[str, int] = {}

    def over(self, start: int, end: int) -> Iterator[tuple[int, int, Mapping[str, Any]]]:
        """The rows from `start` to before `end` in runs: first, end, and what all of them take."""
        while self._next < len(self._sections) and self._sections[self._next][0] < end:
            first, column, text = self._sections[self._next]
            if first > start:
                yield start, first, self._current
                start = first
            self._begin(first, column, text)
            self._next += 1
        yield start, end, self._current

    def values(self, column_name: str) -> set[str | None]:
        """What sections of all the table say of a column."""
        column = self._kind.column(column_name)
        if column is None or not column.read:
            return set()
        texts = {text for _start, name, text in self._sections if name == column_name}
        return {self._value(column, text) for text in texts}

    def _begin(self, start: int, column_name: str, text: str) -> None:
        for ended in ENDS.get(column_name, ()):
            if self._since.get(ended, start) < start:
                self._current.pop(ended, None)
        self._since[column_name] = start
        if (column := self._kind.column(column_name)) and column.read:
            self._current[column_name] = self._value(column, text)

    def _value(self, column: Column, text: str) -> Any:
        return reader(column.type, self._context)(_section_value(column.name, text))[0]


def _section_value(column: str, text: str) -> str:
    """`Lớp 6A` → `6A`, `Hộ số 12` → `12`; other sections as they are."""
    value = without_numbering(text)
    for level in _LEVEL_OF_SECTION.get(column, ()):
        if fold(value).startswith(level + " "):
            words = tidy(value).split(" ")[len(level.split(" ")) :]
            return " ".join(words).strip(": ")
    return value
