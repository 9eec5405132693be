"""The board of tasks: how each office stands, what is nearest, and what is overdue longest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect

from baophu.base.clock import today
from baophu.base.scope import Purpose
from baophu.base.text import titled
from baophu.base.words import _
from baophu.directives.states import State
from baophu.store.newest import own_office
from baophu.store.task_counts import Standing, Sums, standings, summed, week_end
from baophu.store.task_offices import NamedOffice, acts_for, one_name_each
from baophu.store.task_people import handed_to
from baophu.store.tasks import Wanted, tasks_due
from baophu.web.door import page
from baophu.web.pieces import piece
from baophu.web.rendering import show
from baophu.web.tasks.asked import Chosen, address
from baophu.web.tasks.office_names import named_once
from baophu.web.tasks.told import state_words, words
from baophu.web.visitor import Visitor

FIRST = 10
STATES = (State.GIVEN, State.ACCEPTED, State.DOING, State.REPORTED, State.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Line:
    """How an office or a person stands; each cell is a number and the address of its list.

    `unit` is the commune of an office.
    """

    name: str
    unit: str
    sums: Sums
    cells: Sequence[tuple[int, str]]


@page(Purpose.STEER, Purpose.VISIT)
def board(request: Any) -> HttpResponse:
    """How the tasks stand; who sees only what is handed to them is led to these."""
    visitor: Visitor = request.visitor
    if visitor.scope.assigned_to is not None:
        return redirect("my_tasks")
    told = piece(request, "tasks/standing.html", lambda: _standing(visitor))
    return show(request, "tasks/board.html", day_of=today(), piece=told)


def _standing(visitor: Visitor) -> dict[str, Any]:
    """What the board says of all offices."""
    day, account, scope = today(), visitor.account, visitor.scope
    found = standings(account, on=day, scope=scope)
    total = summed(found, lambda one: None).get(None, Sums())
    queries = _queries(day)
    shown = Wanted(limit=FIRST, times_to=week_end(day), undated=False)
    late = replace(shown, overdue=True)
    nearest = tasks_due(account, replace(shown, first=day), on=day, scope=scope) if total.open else []
    overdue = tasks_due(account, late, on=day, scope=scope) if total.overdue else []
    return {
        "visitor": visitor,
        "day_of": day,
        "week_end": week_end(day),
        "month": day.replace(day=1),
        "heads": _heads(),
        "total": _line("", "", total, Chosen(), queries),
        "offices": _offices(found, queries),
        "people": _people(visitor, found, queries),
        "nearest": named_once(nearest, visitor, day),
        "overdue": named_once(overdue, visitor, day),
        **words(),
    }


def _heads() -> list[str]:
    """The headings of the numbers."""
    return [
        titled(one)
        for one in (_("not done yet"), _("overdue"), _("due this week"), *map(state_words, STATES))
    ]


def _queries(day: date) -> list[str]:
    """What the address of each number's list asks for besides the office or person."""
    this_week = urlencode({"first": day, "last": week_end(day)})
    confirmed = urlencode(
        {"state": State.CONFIRMED.value, "first": day.replace(day=1), "last": week_end(day)}
    )
    return ["", "overdue=1", this_week, *(f"state={state.value}" for state in STATES[:-1]), confirmed]


def _line(name: str, unit: str, sums: Sums, chosen: Chosen, queries: Sequence[str]) -> Line:
    page_of = address("task_list", chosen)
    joint = "&" if "?" in page_of else "?"
    numbers = (sums.open, sums.overdue, sums.this_week, *(sums.by_state[state] for state in STATES))
    cells = [
        (number, f"{page_of}{joint}{query}" if query else page_of)
        for number, query in zip(numbers, queries, strict=True)
    ]
    return Line(name, unit, sums, cells)


def _worst_first(line: Line) -> tuple[int, int, str]:
    return -line.sums.overdue, -line.sums.this_week, line.name


def _offices(found: Iterable[Standing], queries: Sequence[str]) -> list[Line]:
    """The offices, those first where most is overdue."""
    names = one_name_each(frozenset((one.unit, one.office_key, one.office) for one in found))
    sums = summed(found, lambda one: (one.unit, names[one.unit, one.office_key]))
    lines = [
        _line(name, unit, of, Chosen(office=name, unit=unit), queries) for (unit, name), of in sums.items()
    ]
    return sorted(lines, key=_worst_first)


def _people(visitor: Visitor, found: Iterable[Standing], queries: Sequence[str]) -> list[Line]:
    """Those to whom the visitor's own office has handed its tasks."""
    handed = [one for one in found if one.to is not None]
    own, account, scope = own_office(), visitor.account, visitor.scope
    offices = {NamedOffice(one.office, one.office_key, one.unit) for one in handed}
    mine = {(one.key, one.unit) for one in offices if acts_for(account, scope, own, one)}
    sums = summed((one for one in handed if (one.office_key, one.unit) in mine), lambda one: one.to)
    names = handed_to() if sums else {}
    lines = [
        _line(names[number].shown, "", of, Chosen(to=names[number].name), queries)
        for number, of in sums.items()
        if number is not None
    ]
    return sorted(lines, key=_worst_first)
