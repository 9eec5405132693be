"""The board of tasks: how each office stands, what is nearest, and what is overdue longest."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from baophu.base.clock import today
from baophu.base.scope import Purpose
from baophu.store.tasks import Wanted, tasks_due
from baophu.web.door import page
from baophu.web.rendering import show
from baophu.web.tasks.told import words
from baophu.web.visitor import Visitor

FIRST = 10


@page(Purpose.STEER, Purpose.VISIT)
def board(request: Any) -> HttpResponse:
    """How the tasks stand; who sees only what is handed to them is led to these."""
    visitor: Visitor = request.visitor
    if visitor.scope.assigned_to is not None:
        return redirect("my_tasks")
    day = today()
    return show(
        request, "tasks/board.html", day_of=day,
        nearest=tasks_due(visitor.account, Wanted(first=day, limit=FIRST), scope=visitor.scope),
        overdue=tasks_due(visitor.account, Wanted(overdue=True, limit=FIRST), scope=visitor.scope),
        **words(),
    )  # fmt: skip
