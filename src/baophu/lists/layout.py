"""Which column of a table means what, for one kind of list."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from baophu.lists.cleaning.columns import Context, reader
from baophu.lists.headings import ABOVE, EXACT, assign, meanings
from baophu.lists.kinds.declare import Column, Kind, Type
from baophu.lists.marks import MARKS, marks_of
from baophu.lists.raw_table import RawTable
from baophu.lists.told import heading_keys
from baophu.lists.workbook import Cell

# Columns that are read to make others.
AUXILIARY = {
    "ordinal": Type.TEXT,
    "family_name": Type.NAME,
    "middle_name": Type.NAME,
    "given_name": Type.NAME,
    "male": Type.TEXT,
    "female": Type.TEXT,
    "birth_day": Type.COUNT,
    "birth_month": Type.COUNT,
    "birth_year": Type.COUNT,
    "birth_precision": Type.COUNT,
    "validity": Type.TEXT,
    "district": Type.TEXT,
    "province": Type.TEXT,
}
AUXILIARY |= dict.fromkeys(MARKS, Type.MARK)
_OF_SOME_KINDS = frozenset(("validity", *MARKS))
_OF_ANY_TABLE = {name: AUXILIARY[name] for name in ("ordinal", "district", "province")}
# What makes up for a required column, beside the column's own `either`.
_STAND_INS = {"name": ("given_name", "household_head"), "to": ("validity",)}
_OF_A_PERSON = frozenset(("birth_date", "sex", "national_id", "insurance_number", "card_number"))
_SAMPLE = 50
NOTHING_TOLD: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Layout:
    """A table's kind and the position of each column found."""

    kind: Kind
    places: dict[str, int]

    def missing(self) -> list[Column]:
        """Required columns that have no heading and may not be said elsewhere."""
        return [column for column in self.kind.columns if column.required and not self._is_given(column)]

    def _is_given(self, column: Column) -> bool:
        names = (column.name, column.either, *_STAND_INS.get(column.name, ()))
        return column.elsewhere or any(name in self.places for name in names)


def columns_read(kind: Kind) -> dict[str, Type]:
    """The columns that a heading of such a list may mean, with how their cells are read."""
    constants = {name for name, _value in kind.constants}
    read = {
        column.name: column.type for column in kind.columns if column.read and column.name not in constants
    }
    if not kind.about_people:
        return read | _OF_ANY_TABLE
    validity = {"validity": Type.TEXT} if {"from", "to"} <= read.keys() else {}
    others = {name: type_ for name, type_ in AUXILIARY.items() if name not in _OF_SOME_KINDS}
    return read | others | marks_of(kind) | validity


def lay_out(raw: RawTable, kind: Kind, context: Context, told: Mapping[str, str] = NOTHING_TOLD) -> Layout:
    """The columns of the kind among the headings of the table.

    `told` says of headings which column they are (see `told.Told`).
    """
    types = columns_read(kind)

    def fits(column: str, position: int) -> float:
        read = reader(types[column], context)
        cells = _sample(raw, position)
        return sum(1 for cell in cells if not read(cell)[1]) / len(cells) if cells else 0

    keys = heading_keys(raw.headings) if told else []
    fixed = {place: told[key] for place, key in enumerate(keys) if key in told}
    free = [() if place in fixed else heading for place, heading in enumerate(raw.headings)]
    places = assign(free, types.keys() - set(fixed.values()), fits)
    places |= {column: place for place, column in fixed.items() if column in types}
    places = _without_others(raw, _without_parts(raw, places, types))
    places = _with_parted_birth(raw, places)
    places = _with_parted_name(raw, _with_own_tax_code(raw, places, types))
    return Layout(kind, dict(sorted(places.items(), key=lambda column: column[1])))


def _sample(raw: RawTable, position: int) -> list[Cell]:
    return [row[position] for row in raw.rows[:_SAMPLE] if row[position] != ""]


def _without_others(raw: RawTable, places: dict[str, int]) -> dict[str, int]:
    """Where names stand by themselves, given names beside them are others; so is the head's ID."""
    name = places.get("name")
    if name is None or _is_of_head(raw, name):
        return places
    return {
        column: place
        for column, place in places.items()
        if not (column in _OF_A_PERSON and _is_of_head(raw, place))
        and not (column == "given_name" and "family_name" not in places)
    }


def _is_of_head(raw: RawTable, place: int) -> bool:
    return "chủ hộ" in " ".join(raw.headings[place]).lower()


def _without_parts(raw: RawTable, places: dict[str, int], types: Mapping[str, Type]) -> dict[str, int]:
    """A number under one of several headings that only part a known one is not the whole number."""

    def is_part(column: str, place: int) -> bool:
        heading = raw.headings[place]
        if types[column] not in (Type.MONEY, Type.COUNT) or meanings(heading).get(column, 0) > EXACT + ABOVE:
            return False
        others = (other for at, other in enumerate(raw.headings) if at not in places.values())
        return any(len(other) > 1 and other[:-1] == heading[:-1] for other in others)

    return {column: place for column, place in places.items() if not is_part(column, place)}


def _with_parted_birth(raw: RawTable, places: dict[str, int]) -> dict[str, int]:
    """“Ngày sinh”, “Tháng sinh”, “Năm sinh”: beside a month the first is the day of it, the last the year."""
    month = places.get("birth_month")
    if month is None or "birth_year" in places:
        return places
    births = [
        place
        for place, heading in enumerate(raw.headings)
        if meanings(heading).get("birth_date", 0) >= EXACT
        and place not in set(places.values()) - {places.get("birth_date")}
    ]
    if [place < month for place in births] != [True, False]:
        return places
    others = {column: place for column, place in places.items() if column != "birth_date"}
    return others | {"birth_day": births[0], "birth_year": births[1]}


def _with_own_tax_code(raw: RawTable, places: dict[str, int], types: Mapping[str, Type]) -> dict[str, int]:
    """Different tax codes beside people and no employer are their own."""
    place = places.get("tax_code")
    if place is None or "personal_tax_code" not in types or {"employer", "personal_tax_code"} & places.keys():
        return places
    if len(raw.distinct(place) - {""}) <= 1:
        return places
    return {column: at for column, at in places.items() if column != "tax_code"} | {
        "personal_tax_code": place
    }


def _with_parted_name(raw: RawTable, places: dict[str, int]) -> dict[str, int]:
    """Where one heading stands above family and given name in two columns, both are taken."""
    name = places.get("name")
    if name is None or not _is_given_name(raw, name + 1, places):
        return places
    others = {column: place for column, place in places.items() if column != "name"}
    return others | {"family_name": name, "given_name": name + 1}


def _is_given_name(raw: RawTable, position: int, places: dict[str, int]) -> bool:
    """Whether the column has no heading of its own and one word in most rows."""
    if position >= len(raw.headings) or position in places.values():
        return False
    cells = _sample(raw, position)
    return (
        raw.headings[position] in ((), raw.headings[position - 1])
        and 2 * len(cells) > len(raw.rows[:_SAMPLE])
        and all(isinstance(cell, str) and len(cell.split()) == 1 for cell in cells)
    )
