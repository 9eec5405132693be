"""The counts of a day as the index of a build keeps them (see `coverage.count.Counts`)."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from baophu.base.scope import Purpose, Scope
from baophu.coverage.count import Bridge
from baophu.engine.index import Index

type People = dict[str, dict[str, int]]


class IndexedCounts:
    """Of a part of a home each count is the one that the whole home has there."""

    def __init__(self, index: Index, scope: Scope, on: date) -> None:
        self.on = on
        self._index = index
        self._scope = scope
        self._units: dict[tuple[str, str], People] = {}
        self._hamlets: dict[tuple[str, str, str], People] = {}

    def by_unit(self, scheme: str, kind: str) -> Mapping[str, Mapping[str, int]]:
        if (scheme, kind) not in self._units:
            sql = (
                'SELECT unit, "group", sum(people) FROM history '
                "WHERE day = :day AND scheme = :scheme AND numerator_kind = :kind GROUP BY 1, 2"
            )
            self._units[scheme, kind] = self._people(sql, scheme=scheme, kind=kind)
        return self._units[scheme, kind]

    def by_hamlet(self, scheme: str, kind: str, unit: str) -> Mapping[str, Mapping[str, int]]:
        if (scheme, kind, unit) not in self._hamlets:
            places = self._index.places(frozenset({unit}), None) or ()
            sql = (
                'SELECT hamlet, "group", people FROM history WHERE day = :day AND scheme = :scheme '
                f"AND numerator_kind = :kind AND place IN ({', '.join(map(str, places))})"
            )
            self._hamlets[scheme, kind, unit] = self._people(sql, scheme=scheme, kind=kind)
        return self._hamlets[scheme, kind, unit]

    def hamlets(self, unit: str) -> Iterable[str]:
        return self._hamlets_of_units.get(unit, ())

    @cached_property
    def _hamlets_of_units(self) -> dict[str, set[str]]:
        hamlets: dict[str, set[str]] = {}
        for unit, hamlet in self._rows("SELECT DISTINCT unit, hamlet FROM history WHERE day = :day"):
            hamlets.setdefault(unit or "", set()).add(hamlet or "")
        return hamlets

    def _people(self, sql: str, **given: str) -> People:
        people: People = {}
        for place, group, number in self._rows(sql, **given):
            people.setdefault(place or "", {})[group] = number
        return people

    def _rows(self, sql: str, **given: str) -> list[tuple[Any, ...]]:
        _names, rows = self._index.read(self._scope, Purpose.STEER, ["history"], sql, day=self.on, **given)
        return rows


def bridges(index: Index, scope: Scope) -> tuple[Bridge, ...]:
    """Why the two numerators of each scheme differ on the build's day.

    For the whole home, or for a part commune by commune: who lives in another commune than the list says is
    not resident in the one, and insured elsewhere in the other. By hamlet nothing is told.
    """
    near = scope.units is None and scope.hamlets is None
    rows = index.ask(
        scope, Purpose.STEER, ["bridges"],
        "SELECT scheme, sum(participants) AS participants, "
        "sum(not_resident) - :near * sum(lives_near) AS not_resident, "
        "sum(second_numbers) AS second_numbers, sum(elsewhere) - :near * sum(listed_near) AS elsewhere, "
        "sum(residents) AS residents FROM bridges GROUP BY scheme ORDER BY scheme",
        near=int(near),
    )  # fmt: skip
    return tuple(Bridge(**row) for row in rows)
