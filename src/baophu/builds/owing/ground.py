"""What a list speaks for, held against what was to be sent: communes, hamlets, schemes, schools.

Units change: a commune of today is spoken for by its own list, by those of all communes it was made of, or by
those of all its hamlets; one that has ended also by that of what it became.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from baophu.areas.hamlets import Hamlet
from baophu.areas.unit import Unit
from baophu.areas.units import Areas
from baophu.builds.owing.facts import ALL, ELSEWHERE, Came
from baophu.lists.kinds import kind_named
from baophu.lists.kinds.declare import Extent
from baophu.lists.titles import communes_named

# Everybody there is on this list, so every commune has some.
EVERYWHERE = "BHYT"
ANYWHERE = "*"


@dataclass(frozen=True)
class Ground:
    """The home on a day: its communes, their hamlets, and the lists that came so far."""

    areas: Areas
    home: Unit
    communes: tuple[Unit, ...]
    hamlets: tuple[Hamlet, ...]
    lists: tuple[Came, ...]

    @cached_property
    def hamlets_of(self) -> Mapping[str, list[Hamlet]]:
        found: dict[str, list[Hamlet]] = defaultdict(list)
        for hamlet in self.hamlets:
            found[hamlet.unit].append(hamlet)
        return found

    @cached_property
    def _hamlet(self) -> Mapping[str, Hamlet]:
        return {hamlet.key: hamlet for hamlet in self.hamlets}

    @cached_property
    def kin(self) -> Mapping[str, frozenset[str]]:
        """For each commune the units on whose ground it lies, itself among them."""
        return {unit.key: frozenset(self.kin_of(unit)) for unit in self.communes}

    def kin_of(self, unit: Unit) -> Iterable[str]:
        changes = (*self.areas.was(unit), *self.areas.became(unit))
        return (unit.key, *(change.unit.key for change in changes))

    @cached_property
    def by_token(self) -> Mapping[tuple[str, str], list[Came]]:
        """Kind and a thing spoken of → the lists, the newest data first."""
        found: dict[tuple[str, str], list[Came]] = defaultdict(list)
        for one in self.lists:
            for token in self.tokens_of(one):
                found[one.kind, token].append(one)
        return found

    def tokens_of(self, one: Came) -> set[str]:
        """Units, schemes and schools that a list is about. Where it says none its sender and its rows do."""
        if kind_named(one.kind).extent:
            return {extent.partition("|")[0] for extent in one.extents} | {ALL}
        by_sender = self.communes_of(one.sender)
        named = by_sender or {key for key in one.names if "@" in key}
        return {*named, ALL} if named else {ALL, ANYWHERE}

    def communes_of(self, sender: str) -> frozenset[str]:
        """The communes of the home that a sender names."""
        if sender not in self._senders:
            self._senders[sender] = frozenset(self._named_by(sender))
        return self._senders[sender]

    @cached_property
    def _senders(self) -> dict[str, frozenset[str]]:
        return {}

    def _named_by(self, sender: str) -> set[str]:
        names = communes_named([sender])
        found = (self.areas.find(name, level="commune", within=self._once) for name in names)
        return {unit.key for units in found for unit in units}

    @cached_property
    def _once(self) -> list[Unit]:
        """The communes of the home on any day."""
        kin = {key for keys in self.kin.values() for key in keys}
        return [self.areas.unit(key) for key in sorted(kin)]

    def about(self, kind: str, extent: str) -> list[Came]:
        """The lists of a kind that are about an extent, or about a part of it; the newest data first."""
        found = {
            one.number: one for token in self._tokens(extent) for one in self.by_token.get((kind, token), ())
        }
        lists = list(found.values())
        if kind_named(kind).extent == Extent.SCHEME:
            lists = [one for one in lists if any(_of_scheme(extent, spoken) for spoken in one.extents)]
        return sorted(lists, key=lambda one: (one.as_of, one.number), reverse=True)

    def _tokens(self, extent: str) -> set[str]:
        if extent in (ALL, self.home.key):
            return {ALL}
        unit = extent.partition("/")[0]
        if "@" in unit and "|" not in unit:
            return {*self.kin_of(self.areas.unit(unit)), ANYWHERE}
        return {extent.partition("|")[0]}

    def lacking(self, kind: str, extent: str, spoken: Set[str]) -> tuple[str, ...]:
        """The parts of an extent that nothing `spoken` of holds; none where all of it does."""
        if extent == ALL or any(one == extent for one in spoken):
            return ()
        if extent == self.home.key:
            return tuple(part for unit in self.communes for part in self._of_unit(unit, spoken))
        if extent in self._hamlet:
            return self._of_hamlet(self._hamlet[extent], spoken)
        if "@" in extent and "|" not in extent:
            return self._of_unit(self.areas.unit(extent), spoken)
        if "|" in extent or kind_named(kind).extent != Extent.SCHEME:
            return (extent,)
        units = {one.partition("|")[2] for one in spoken if one.startswith(f"{extent}|")}
        return tuple(
            f"{extent}|{unit.key}" for unit in self._places(kind, extent) if self._of_unit(unit, units)
        )

    def _places(self, kind: str, scheme: str) -> Iterable[Unit]:
        """The communes that lists ever named of a scheme; of health insurance all."""
        if scheme == EVERYWHERE:
            return self.communes
        named = {extent.partition("|")[2] for one in self.about(kind, scheme) for extent in one.extents} - {
            ELSEWHERE
        }
        return [unit for unit in self.communes if self.kin[unit.key] & named]

    def _of_hamlet(self, hamlet: Hamlet, spoken: Set[str]) -> tuple[str, ...]:
        said = hamlet.unit in spoken or any(f"{hamlet.unit}|{name}" in spoken for name in hamlet.name_keys)
        return () if said else (hamlet.key,)

    def _of_unit(self, unit: Unit, spoken: Set[str]) -> tuple[str, ...]:
        """The unit itself where nothing of it was said, else its hamlets or former communes that lack."""
        if lacking := self._itself(unit, spoken):
            for changes in (self.areas.was(unit), self.areas.became(unit)):
                parts = [(change.unit, self._itself(change.unit, spoken)) for change in changes]
                if any(lacks != (part.key,) for part, lacks in parts):
                    return tuple(key for _part, lacks in parts for key in lacks)
        return lacking

    def _itself(self, unit: Unit, spoken: Set[str]) -> tuple[str, ...]:
        """As `_of_unit`, without what it was and became. One hamlet's list is not its commune's."""
        if unit.key in spoken:
            return ()
        lacking = [
            hamlet.key for hamlet in self.hamlets_of.get(unit.key, ()) if self._of_hamlet(hamlet, spoken)
        ]
        some = len(self.hamlets_of.get(unit.key, ())) - len(lacking)
        return tuple(lacking) if some and len(self.hamlets_of[unit.key]) > 1 else (unit.key,)


def _of_scheme(extent: str, spoken: str) -> bool:
    """Whether what was spoken of is the extent or a part of it; cards of other provinces stand apart."""
    return spoken == extent or (spoken.startswith(f"{extent}|") and not spoken.endswith(f"|{ELSEWHERE}"))
