"""My tasks, on a phone: what is handed to me or is my office's, and what is to be done first."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse

from baophu.base.clock import today
from baophu.base.scope import Purpose
from baophu.base.words import N_
from baophu.directives.states import OPEN, Party, State
from baophu.store.actions.tasks import can_undo
from baophu.store.models import TaskMove
from baophu.store.newest import own_office
from baophu.store.task_counts import week_end
from baophu.store.task_offices import NamedOffice, parties_in
from baophu.store.tasks import Due, Wanted, tasks_due
from baophu.web.door import page
from baophu.web.given import number_in
from baophu.web.pieces import piece
from baophu.web.rendering import show
from baophu.web.tasks.told import move_words, words
from baophu.web.visitor import Visitor

MOST = 40
# Of recurring tasks the times of so many days are shown, and the next one however far.
AHEAD = timedelta(days=14)
OVERDUE, TODAY, THIS_WEEK = N_("overdue"), N_("due today"), N_("due this week")
SUPPORT, LATER = N_("in support of others"), N_("later")


@page(Purpose.STEER, Purpose.VISIT)
def my_tasks(request: Any) -> HttpResponse:
    """What is the visitor's own and open; what can be done to each with one touch."""
    visitor: Visitor = request.visitor
    told = piece(request, "tasks/own.html", lambda: _own(visitor), visitor.account.pk)
    return show(request, "tasks/mine.html", day_of=today(), moved=_moved(request), piece=told, **words())


def _own(visitor: Visitor) -> dict[str, Any]:
    """What is said of the visitor's tasks."""
    day = today()
    wanted = Wanted(own=True, limit=MOST + 1, times_to=day + AHEAD, next_times=True)
    found = tasks_due(visitor.account, wanted, on=day, scope=visitor.scope)
    own = own_office()
    return {
        "groups": _grouped(found[:MOST], day),
        "day_of": day,
        "more": len(found) > MOST,
        "most": MOST,
        "may": lambda one: _may(visitor, own, one),
        "State": State,
        "move_words": move_words,
        **words(),
    }


def _grouped(found: Iterable[Due], day: date) -> list[tuple[str, list[Due]]]:
    """What is overdue, due today, this week, what only supports others, and what is later or has no day."""
    groups: dict[str, list[Due]] = {name: [] for name in (OVERDUE, TODAY, THIS_WEEK, SUPPORT, LATER)}
    for one in found:
        groups[_group(one, day)].append(one)
    return [(name, some) for name, some in groups.items() if some]


def _group(one: Due, day: date) -> str:
    if one.is_overdue:
        return OVERDUE
    if one.supports:
        return SUPPORT
    if one.due == day:
        return TODAY
    return THIS_WEEK if one.due is not None and one.due <= week_end(day) else LATER


def _may(visitor: Visitor, own: str, one: Due) -> bool:
    """Whether the visitor does this task, and does not only look on."""
    office = NamedOffice(one.office, one.office_key, one.unit)
    acting = parties_in(visitor.account, visitor.scope, own, office, one.giver, one.to_number)
    return Party.ASSIGNEE in acting and one.state in OPEN


def _moved(request: Any) -> TaskMove | None:
    """The step that was just made, where it can be taken back."""
    number = number_in(request.GET.get("moved", ""))
    made = TaskMove.objects.select_related("assignee__task").filter(pk=number, by=request.visitor.account)
    found: TaskMove | None = made.first()
    return found if found and can_undo(found.assignee, found) else None
