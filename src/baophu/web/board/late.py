"""The overdue tasks of a place, as the leader's page shows them beside its figures."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from baophu.areas.units import load_areas
from baophu.base.clock import today
from baophu.store.task_counts import Standing, standings
from baophu.store.tasks import Due, Wanted, tasks_due
from baophu.web.tasks.asked import Chosen, address
from baophu.web.visitor import Visitor

FIRST = 5


@dataclass(frozen=True, slots=True)
class Late:
    """How many tasks are overdue; those that are longest; how many in each commune.

    `address` leads to the list of all, `places` are commune → its number and the address of its list.
    """

    tasks: int
    first: list[Due]
    address: str
    places: Mapping[str, tuple[int, str]]
    on: date


def tasks_late(visitor: Visitor, key: str) -> Late | None:
    """The overdue tasks of the home or of one of its communes; None of a hamlet, which has no office."""
    if "/" in key:
        return None
    day, build = today(), visitor.build
    found = standings(visitor.account, on=day, scope=visitor.scope)
    places = _by_place(found, build.on)
    whole = key == build.inputs.area
    number = sum(one.overdue for one in found) if whole else places[key]
    chosen = Chosen(unit="" if whole else key, overdue=True)
    wanted = Wanted(unit=chosen.unit, overdue=True, limit=FIRST)
    return Late(
        tasks=number,
        first=tasks_due(visitor.account, wanted, on=day, scope=visitor.scope) if number else [],
        address=address("task_list", chosen),
        places={
            place: (late, address("task_list", Chosen(unit=place, overdue=True)))
            for place, late in places.items()
            if late
        },
        on=day,
    )


def _by_place(found: list[Standing], on: date) -> Counter[str]:
    """Commune of a day → how many tasks of its offices are overdue."""
    late: Counter[str] = Counter()
    for one in found:
        for place in _places(one.unit, on) if one.overdue else ():
            late[place] += one.overdue
    return late


@lru_cache(maxsize=1024)
def _places(unit: str, on: date) -> tuple[str, ...]:
    return tuple(load_areas().became_on(unit, on)) if unit else ()
