"""My tasks, on a phone."""

from typing import Any

from django.http import HttpResponse

from baophu.base.clock import today
from baophu.base.scope import Purpose
from baophu.store.tasks import Wanted, tasks_due
from baophu.web.door import page
from baophu.web.rendering import show
from baophu.web.tasks.told import words
from baophu.web.visitor import Visitor

MOST = 40


@page(Purpose.STEER, Purpose.VISIT)
def my_tasks(request: Any) -> HttpResponse:
    """What is handed to the visitor and is open."""
    visitor: Visitor = request.visitor
    wanted = Wanted(to=visitor.account.name, limit=MOST)
    found = tasks_due(visitor.account, wanted, scope=visitor.scope)
    return show(request, "tasks/mine.html", found=found, day_of=today(), **words())
