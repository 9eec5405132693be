"""The units of the country, before and since 1 July 2025, and what became of what.

A code means something only with a date, so a unit's key is `code@first day` (`23485@2025-07-01`); units of
before 1/7/2025 have no first day (`23485@`).
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from heapq import nsmallest
from pathlib import Path

from baophu.areas.finding import NameIndex
from baophu.areas.unit import Unit
from baophu.base.dates import Interval
from baophu.base.errors import NotThere, UserError
from baophu.base.words import N_

DATA = Path(__file__).parent / "data"
NEAR = 5


class UnknownUnit(NotThere):
    message = N_("There is no unit “{unit}” on that day.")
    advice = N_("Near it: {near}. Write a code with a date, such as 23485@2025-07-01.")
    exit_code = 12


class AmbiguousUnit(UserError):
    message = N_("The code {unit} has had more than one meaning: {near}.")
    advice = N_("Write it with a date, such as 23485@2025-07-01.")
    exit_code = 12


@dataclass(frozen=True, slots=True)
class Change:
    """One unit on the other side of a change. `whole` says that all of the old unit went into the new one."""

    unit: Unit
    whole: bool
    on: date


class Areas:
    """All units and changes. Look-ups answer in the order of codes."""

    def __init__(self, units: Iterable[Unit], changes: Iterable[tuple[date, str, str, bool]]) -> None:
        """`changes` are (first day, old code, new code, whole)."""
        self._units = {unit.key: unit for unit in units}
        self._of_code: dict[str, list[Unit]] = defaultdict(list)
        self._children: dict[str, list[Unit]] = defaultdict(list)
        for unit in self._units.values():
            self._of_code[unit.code].append(unit)
            if unit.parent:
                self._children[unit.parent].append(unit)
        self._became: dict[str, list[Change]] = defaultdict(list)
        self._was: dict[str, list[Change]] = defaultdict(list)
        for on, old_code, new_code, whole in changes:
            self._keep_change(on, old_code, new_code, whole)

    def _keep_change(self, on: date, old_code: str, new_code: str, whole: bool) -> None:
        old, new = self._units.get(f"{old_code}@"), self._units[f"{new_code}@{on}"]
        # Ten old codes of the conversion table are not in the list of units.
        if old:
            self._became[old.key].append(Change(new, whole, on))
            self._was[new.key].append(Change(old, whole, on))

    def __iter__(self) -> Iterator[Unit]:
        return iter(self._units.values())

    def unit(self, key_or_code: str, on: date | None = None) -> Unit:
        """The unit of a key (`23485@`, or with any of its days `23485@2026-09-30`), or of a code on a day.

        Raises UnknownUnit, and AmbiguousUnit for a bare code that has had two meanings.
        """
        if found := self._units.get(key_or_code):
            return found
        code, at, day = key_or_code.partition("@")
        # `23485@`: the unit that stands since time out of mind.
        try:
            on = date.fromisoformat(day or str(date.min)) if at else on
        except ValueError:
            raise UnknownUnit(unit=key_or_code, near=self._near(code)) from None
        units = [unit for unit in self._of_code.get(code, []) if on is None or on in unit.valid]
        if len(units) == 1:
            return units[0]
        error = AmbiguousUnit if units else UnknownUnit
        raise error(unit=key_or_code, near=self._near(code))

    def _near(self, code: str) -> list[str]:
        units = self._of_code.get(code) or self.find(code)[:NEAR] or self._neighbours(code)
        return [f"{unit.key} {unit.name}" for unit in units] or ["–"]

    def _neighbours(self, code: str) -> list[Unit]:
        """Units with the nearest codes of the same length."""
        if not (code.isascii() and code.isdigit()):
            return []
        same_length = [unit for unit in self._units.values() if len(unit.code) == len(code)]
        return nsmallest(NEAR, same_length, key=lambda unit: abs(int(unit.code) - int(code)))

    def children(self, unit: Unit) -> list[Unit]:
        """The units one level below, in the unit's own period."""
        return list(self._children.get(unit.key, []))

    def ancestors(self, unit: Unit) -> list[Unit]:
        """The units above, nearest first."""
        if unit.parent is None:
            return []
        parent = self._units[unit.parent]
        return [parent, *self.ancestors(parent)]

    def descendants(self, unit: Unit, level: str) -> list[Unit]:
        """All units of one level below the unit, in its own period."""
        below = self._children.get(unit.key, [])
        if below and below[0].level != level:
            return [one for child in below for one in self.descendants(child, level)]
        return list(below)

    def became(self, unit: Unit) -> list[Change]:
        """What an ended unit became: communes of a commune or a district, provinces of a province."""
        return self._lifted(unit, self._became)

    def was(self, unit: Unit) -> list[Change]:
        """What a unit was before it began; an island district too may have become a commune."""
        return self._lifted(unit, self._was)

    def _lifted(self, unit: Unit, changes: dict[str, list[Change]]) -> list[Change]:
        """The changes of a commune as the table has them; of a larger unit from those of its communes."""
        if unit.key in changes:
            return sorted(changes[unit.key], key=lambda change: change.unit.key)
        below = [change for leaf in self._leaves(unit) for change in changes.get(leaf.key, [])]
        found = {self._at_level(change.unit, unit.level).key: change.on for change in below}
        return [
            Change(self._units[key], self._all_of_one(unit, self._units[key], changes), found[key])
            for key in sorted(found)
        ]

    def _all_of_one(self, unit: Unit, other: Unit, changes: dict[str, list[Change]]) -> bool:
        old, new = (unit, other) if changes is self._became else (other, unit)
        below = [change.unit for leaf in self._leaves(old) for change in self._became.get(leaf.key, [])]
        return {self._at_level(one, old.level).key for one in below} == {new.key}

    def _at_level(self, commune: Unit, level: str) -> Unit:
        return self.ancestors(commune)[-1] if level == "province" else commune

    def _leaves(self, unit: Unit) -> list[Unit]:
        """The lowest units of a unit: communes, or an island district without communes itself."""
        below = self._children.get(unit.key)
        return [leaf for child in below for leaf in self._leaves(child)] if below else [unit]

    def became_on(self, key: str, on: date) -> list[str]:
        """Keys of the units valid on a day that a unit leads to, forwards or backwards; itself if valid then.

        Empty for the 28 communes that ended before the conversion table.
        """
        unit = self.unit(key)
        if on in unit.valid:
            return [unit.key]
        ended = unit.valid.last is not None and unit.valid.last < on
        changes = self.became(unit) if ended else self.was(unit)
        return sorted({found for change in changes for found in self.became_on(change.unit.key, on)})

    def extent(self, unit: Unit, on: date) -> list[Unit]:
        """The communes under a unit on a day; for a unit of another time those its communes became or were.

        An island district without communes stands for itself.
        """
        if on in unit.valid:
            return self._leaves(unit)
        keys = {key for leaf in self._leaves(unit) for key in self.became_on(leaf.key, on)}
        return [self._units[key] for key in sorted(keys)]

    @cached_property
    def _names(self) -> NameIndex:
        return NameIndex(self._units.values())

    def find(
        self,
        name: str,
        *,
        level: str | None = None,
        within: Iterable[Unit] | None = None,
        on: date | None = None,
    ) -> list[Unit]:
        """The units that a written name may mean; all of them where it may mean several.

        With or without a level word (`Xã`, `X.`, `TT`, ...), diacritics or blanks. A level word narrows the
        answer where it can (`Huyện Kỳ Anh`, not `Thị xã Kỳ Anh`).
        """
        keys = None if within is None else {unit.key for unit in within}

        def wanted(unit: Unit) -> bool:
            return (
                (level is None or unit.level == level)
                and (keys is None or unit.key in keys)
                and (on is None or on in unit.valid)
            )

        return self._names.find(name, wanted)


@cache
def load_areas() -> Areas:
    """The areas of the package data, read once (about 0.1 s)."""
    return Areas(_read_units(), _read_changes())


def _read_units() -> Iterator[Unit]:
    with (DATA / "areas.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for level, code, name, parent, first, last, lat, lon in rows:
            yield Unit(
                code=code,
                name=name,
                level=level,
                parent=f"{parent}@{first}" if parent else None,
                valid=_interval(first, last),
                lat=float(lat) if lat else None,
                lon=float(lon) if lon else None,
            )


@cache
def _interval(first: str, last: str) -> Interval:
    return Interval(_day(first), _day(last))


@cache
def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _read_changes() -> Iterator[tuple[date, str, str, bool]]:
    with (DATA / "area_changes.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for on, old_code, new_code, whole in rows:
            yield _interval(on, "").first or date.min, old_code, new_code, whole == "yes"
