"""The list of tasks by due day."""

from typing import Any

from django.http import HttpResponse

from baophu.base.clock import today
from baophu.base.scope import Purpose
from baophu.store.tasks import Wanted, tasks_due
from baophu.web.door import page
from baophu.web.rendering import show
from baophu.web.tasks.told import words
from baophu.web.visitor import Visitor

ON_A_PAGE = 50


@page(Purpose.STEER, Purpose.VISIT)
def task_list(request: Any) -> HttpResponse:
    """The tasks that are open, by due day."""
    visitor: Visitor = request.visitor
    found = tasks_due(visitor.account, Wanted(limit=ON_A_PAGE), scope=visitor.scope)
    return show(request, "tasks/list.html", found=found, day_of=today(), **words())
