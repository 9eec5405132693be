"""One task as an office has it."""

from typing import Any

from django.http import HttpResponse

from baophu.base.clock import today
from baophu.base.scope import Purpose
from baophu.store.tasks import assignee_seen
from baophu.web.door import page
from baophu.web.rendering import show
from baophu.web.tasks.told import words
from baophu.web.visitor import Visitor


@page(Purpose.STEER, Purpose.VISIT)
def task(request: Any, number: int) -> HttpResponse:
    """The task of an office. Raises NoSuchTask."""
    visitor: Visitor = request.visitor
    row = assignee_seen(visitor.account, number, visitor.scope)
    return show(request, "tasks/task.html", row=row, task=row.task, day_of=today(), **words())
