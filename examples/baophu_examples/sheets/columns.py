"""Columns that lists of people share, and rows made of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from baophu.base.text import fold
from baophu_examples.faults import Entry
from baophu_examples.pen import Cell, Pen
from baophu_examples.places import Hamlet
from baophu_examples.workbooks import Heading, Row, Section

type Field[D] = Callable[[Pen, Entry, D], Cell]
type Layout = Sequence[tuple[Heading, str]]

_RESIDENCE = {"permanent": "Thường trú", "temporary": "Tạm trú", "away": "Tạm vắng"}


def _birth_of(sex: str) -> Field[object]:
    return lambda pen, entry, _detail: (
        pen.birth(entry.birth, entry.year_only) if entry.person.sex == sex else None
    )


def _residence_of(residence: str) -> Field[object]:
    return lambda _pen, entry, _detail: "x" if entry.person.residence == residence else None


def address(pen: Pen, entry: Entry, _detail: object) -> str:
    """`Thôn 3, xã Đăk Ruồng`."""
    return f"{pen.hamlet(entry.hamlet)}, {pen.commune_of(entry.hamlet)}"


PERSON: Mapping[str, Field[object]] = {
    "name": lambda pen, entry, _: pen.name(entry.name),
    "birth": lambda pen, entry, _: pen.birth(entry.birth, entry.year_only),
    "birth_male": _birth_of("male"),
    "birth_female": _birth_of("female"),
    "sex": lambda pen, entry, _: pen.sex(entry.person.sex),
    "ethnicity": lambda _pen, entry, _: entry.person.ethnicity,
    "national_id": lambda pen, entry, _: pen.number(entry.national_id),
    "insurance_number": lambda pen, entry, _: pen.number(entry.person.insurance_number),
    "household": lambda _pen, entry, _: entry.person.household.code,
    "household_once": lambda _pen, entry, _: entry.person.household.code if is_head(entry) else None,
    "head": lambda pen, entry, _: pen.name(entry.person.household.head.name),
    "head_once": lambda pen, entry, _: pen.name(entry.name) if is_head(entry) else None,
    "relation": lambda _pen, entry, _: entry.person.relation,
    "hamlet": lambda pen, entry, _: pen.hamlet(entry.hamlet),
    "commune": lambda pen, entry, _: pen.commune_of(entry.hamlet),
    "address": address,
    "residence": lambda _pen, entry, _: _RESIDENCE[entry.person.residence],
    "permanent": _residence_of("permanent"),
    "temporary": _residence_of("temporary"),
    "away": _residence_of("away"),
    "phone": lambda _pen, entry, _: entry.person.phone,
    "note": lambda _pen, _entry, _: None,
}


def is_head(entry: Entry) -> bool:
    return entry.person is entry.person.household.head


@dataclass(frozen=True, slots=True)
class Lines[D]:
    """Turns entries with their details into rows of a layout, numbered in the first column."""

    pen: Pen
    layout: Layout
    fields: Mapping[str, Field[D]]

    @property
    def headings(self) -> list[Heading]:
        return ["STT", *(heading for heading, _field in self.layout)]

    def row(self, number: int, entry: Entry, detail: D) -> list[Cell]:
        return [number, *(self.fields[field](self.pen, entry, detail) for _heading, field in self.layout)]

    def rows(self, entries: Iterable[tuple[Entry, D]]) -> Iterator[list[Cell]]:
        for number, (entry, detail) in enumerate(entries, 1):
            yield self.row(number, entry, detail)

    def spoiled(self, row: list[Cell], **values: Cell) -> list[Cell]:
        """A copy of a row with other values in some fields."""
        fields = [field for _heading, field in self.layout]
        return [row[0], *(values.get(field, cell) for field, cell in zip(fields, row[1:], strict=True))]

    def by_hamlet(self, entries: Iterable[tuple[Entry, D]], rows: Iterable[list[Cell]]) -> Iterator[Row]:
        """The rows under a section for each hamlet; entries and rows go side by side, hamlets together."""
        pairs = zip(entries, rows, strict=True)
        for number, (hamlet, group) in enumerate(groupby(pairs, key=lambda pair: pair[0][0].hamlet), 1):
            yield Section(number, self._section(hamlet))
            yield from (row for _entry, row in group)

    def _section(self, hamlet: Hamlet) -> str:
        name = self.pen.hamlet(hamlet)
        return name if fold(name).startswith(("thon ", "lang ")) else f"Thôn {name}"
