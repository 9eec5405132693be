"""How many obstacles there are by kind and office, for whoever steers, and for those who supervise."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse

from baophu.base.clock import today
from baophu.base.scope import Purpose
from baophu.directives.obstacles import ObstacleKind
from baophu.store.obstacles import ALL, NO_OFFICE, WAITING, obstacle_counts, reads_all
from baophu.web.door import page
from baophu.web.obstacles.told import words
from baophu.web.pieces import piece
from baophu.web.rendering import show
from baophu.web.visitor import Visitor

# The state that an address asks for → the states that are counted together.
COLUMNS: dict[str, tuple[str, ...]] = {
    "": WAITING,
    "answered": ("answered",),
    "closed": ("closed",),
    ALL: (*WAITING, "answered", "closed"),
}


@dataclass(slots=True)
class Counted:
    """How many obstacles of a kind there are in each state, and those of each office."""

    states: Counter[str] = field(default_factory=Counter)
    offices: dict[str, Counter[str]] = field(default_factory=dict)


def by_kind(counts: Iterable[Mapping[str, Any]]) -> dict[ObstacleKind, Counted]:
    """What was counted by kind, office and state, as a table: kinds with any, in their order."""
    found: dict[ObstacleKind, Counted] = {}
    for one in counts:
        counted = found.setdefault(ObstacleKind(one["kind"]), Counted())
        for states in (counted.states, counted.offices.setdefault(one["office"], Counter())):
            states[one["state"]] += one["count"]
    return {kind: found[kind] for kind in ObstacleKind if kind in found}


# The number of each column, and the address of what it counts.
type Cells = list[tuple[int, str]]


def cells(states: Counter[str], **asked: str) -> Cells:
    """The numbers of a line, each with the address that lists what it counts."""
    lists = f"{reverse('obstacles')}?{urlencode(asked)}&state="
    return [(sum(states[one] for one in counted), lists + state) for state, counted in COLUMNS.items()]


@page(Purpose.STEER)
def obstacle_counts_page(request: Any) -> HttpResponse:
    """Numbers that open the list, for who may read it."""
    told = piece(request, "obstacles/numbers.html", lambda: _told(request.visitor))
    return show(request, "obstacles/counts.html", day_of=today(), piece=told)


def _told(visitor: Visitor) -> dict[str, Any]:
    """The numbers that a visitor sees."""
    table = by_kind(obstacle_counts(visitor.account, visitor.scope))
    lines = [
        (kind, cells(one.states, kind=kind), [
            (office, cells(states, kind=kind, office=office or NO_OFFICE))
            for office, states in one.offices.items()
        ])
        for kind, one in table.items()
    ]  # fmt: skip
    totals = cells(sum((one.states for one in table.values()), Counter[str]()))
    reads = reads_all(visitor.account) and visitor.may("record_obstacle")
    return {"lines": lines, "totals": totals, "reads": reads, **words()}
