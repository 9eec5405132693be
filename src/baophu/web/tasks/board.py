"""The board of tasks: how each office stands, what is nearest, and what is overdue longest."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from baophu.base.clock import today
from baophu.base.scope import Purpose
from baophu.directives.states import State
from baophu.store.models import Account
from baophu.store.questions import the_office
from baophu.store.task_counts import Standing, Sums, standings, summed, week_end
from baophu.store.task_offices import NamedOffice, acts_for, one_name_each
from baophu.store.tasks import Wanted, tasks_due
from baophu.web.door import page
from baophu.web.rendering import show
from baophu.web.tasks.asked import Chosen, address
from baophu.web.tasks.told import words
from baophu.web.visitor import Visitor

FIRST = 10
STATES = (State.GIVEN, State.ACCEPTED, State.DOING, State.REPORTED, State.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Line:
    """How an office or a person stands; `chosen` leads to the list. `unit` is the commune of an office."""

    name: str
    unit: str
    sums: Sums
    chosen: Chosen


@page(Purpose.STEER, Purpose.VISIT)
def board(request: Any) -> HttpResponse:
    """How the tasks stand; who sees only what is handed to them is led to these."""
    visitor: Visitor = request.visitor
    if visitor.scope.assigned_to is not None:
        return redirect("my_tasks")
    day, account, scope = today(), visitor.account, visitor.scope
    found = standings(account, on=day, scope=scope)
    total = summed(found, lambda one: None).get(None, Sums())
    shown = Wanted(limit=FIRST, times_to=week_end(day), undated=False)
    late = replace(shown, overdue=True)
    return show(
        request, "tasks/board.html", day_of=day, week_end=week_end(day), month=day.replace(day=1),
        total=total, offices=_offices(found), people=_people(visitor, found), states=STATES, State=State,
        nearest=tasks_due(account, replace(shown, first=day), on=day, scope=scope) if total.open else [],
        overdue=tasks_due(account, late, on=day, scope=scope) if total.overdue else [],
        cell=lambda chosen, **changes: address("task_list", chosen, **changes), everything=Chosen(),
        **words(),
    )  # fmt: skip


def _offices(found: Iterable[Standing]) -> list[Line]:
    """The offices, those first where most is overdue."""
    names = one_name_each(frozenset((one.unit, one.office_key, one.office) for one in found))
    sums = summed(found, lambda one: (one.unit, names[one.unit, one.office_key]))
    lines = [Line(name, unit, of, Chosen(office=name, unit=unit)) for (unit, name), of in sums.items()]
    return sorted(lines, key=lambda one: (-one.sums.overdue, -one.sums.this_week, one.name))


def _people(visitor: Visitor, found: Iterable[Standing]) -> list[Line]:
    """Those to whom the visitor's own office has handed its tasks, and what is handed to nobody."""
    own = the_office().name
    mine = [
        one
        for one in found
        if acts_for(visitor.account, visitor.scope, own, NamedOffice(one.office, one.office_key, one.unit))
    ]
    sums = summed(mine, lambda one: one.to)
    accounts = Account.objects.in_bulk([number for number in sums if number is not None])
    lines = [
        Line(accounts[number].full_name or accounts[number].name, "", of, Chosen(to=accounts[number].name))
        for number, of in sums.items()
        if number is not None
    ]
    lines.sort(key=lambda one: (-one.sums.overdue, -one.sums.this_week, one.name))
    return lines
