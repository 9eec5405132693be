"""Dated classes of communes and hamlets, which decide who pays. An office enters them with their source."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baophu.base.dates import Interval


class ClassKind(StrEnum):
    """What a place is classed by."""

    ZONE = "zone"
    SPECIAL_HARDSHIP = "special_hardship"
    LEFT_HARDSHIP = "left_hardship"
    NEW_RURAL = "new_rural"
    ISLAND = "island"
    BORDER = "border"
    SAFE_ZONE = "safe_zone"
    POOR_DISTRICT = "poor_district"


VALUES = {
    ClassKind.ZONE: ("I", "II", "III"),
    ClassKind.NEW_RURAL: ("standard", "advanced", "model"),
}


def values_of(kind: ClassKind) -> tuple[str, ...]:
    """The values that a kind of class may have."""
    return VALUES.get(kind, ("yes",))


@dataclass(frozen=True, slots=True)
class UnitClass:
    """`place` (the key of a unit or of a hamlet) is of class `kind` with `value` in `valid`, by `source`."""

    kind: ClassKind
    value: str
    place: str
    valid: Interval
    source: str


type ClassFacts = frozenset[tuple[ClassKind, str]]


def classes_on(classes: Iterable[UnitClass], place: str, on: date) -> list[UnitClass]:
    """The classes that hold for one place on a day."""
    return [one for one in classes if one.place == place and on in one.valid]


def class_facts(classes: Iterable[UnitClass], places: Iterable[str], on: date) -> ClassFacts:
    """What holds for someone who lives in all of `places` (hamlet, commune, district) on a day."""
    keys = set(places)
    return frozenset((one.kind, one.value) for one in classes if one.place in keys and on in one.valid)
