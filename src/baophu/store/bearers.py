"""The numbers under which people were handed out or visited, and those that they bear now.

Where two people were found to be one, the number of one of them is borne no more (an alias); where they are
parted again each bears their own again. What was kept under a number stays under it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from baophu.builds.lookups import aliases
from baophu.builds.opened import OpenBuild
from baophu.store.gathering import open_current
from baophu.store.questions import NoBuild


@dataclass(frozen=True)
class Bearers:
    """Who bears which number in a build. `aliases` maps numbers borne no more to those borne instead."""

    aliases: Mapping[int, int]

    def now(self, number: int) -> int:
        """The number that the person bears now who bore this one."""
        return self.aliases.get(number, number)

    def numbers(self, people: Iterable[int]) -> set[int]:
        """All numbers that these people bear or bore."""
        now = {self.now(person) for person in people}
        return now.union(*(self._before[person] for person in now if person in self._before))

    @cached_property
    def _before(self) -> dict[int, list[int]]:
        before: dict[int, list[int]] = defaultdict(list)
        for number, person in self.aliases.items():
            before[person].append(number)
        return dict(before)


def bearers_in(build: OpenBuild) -> Bearers:
    return build.once("bearers", lambda: Bearers(aliases(build)))


def bearers() -> Bearers:
    """Those of the current build; without one everybody bears the number that was given."""
    try:
        return bearers_in(open_current())
    except NoBuild:
        return Bearers({})
