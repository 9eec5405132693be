"""Which notices of tasks are to be sent on a day: to the offices that have them, at last to who gave them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import batched

from baophu.base.clock import today
from baophu.base.scope import Scope
from baophu.directives.notices import Stage, stage_on
from baophu.store.models import Account, TaskDueMoved, TaskNotice
from baophu.store.tasks import Due, Wanted, tasks_due

# No stretch of days off before a due day is longer.
LOOK_AHEAD = timedelta(days=31)
AT_ONCE = 5000


@dataclass(frozen=True, slots=True)
class Notice:
    """That `office` is to be told of a task that is due."""

    due: Due
    stage: Stage
    office: str

    @property
    def key(self) -> tuple[int, int | None, str, date | None]:
        return self.due.number, self.due.occurrence, self.stage.value, self.due.due


def notices_due(account: Account, on: date | None = None, scope: Scope | None = None) -> list[Notice]:
    """What offices are to be told on a day of the open tasks that an account sees, and were not told yet."""
    day = on or today()
    due = tasks_due(account, Wanted(last=day + LOOK_AHEAD), on=day, scope=scope)
    moved = _moved_to(day, day + LOOK_AHEAD)
    told = [
        Notice(one, Stage.MOVED, one.office) for one in due if (one.number, one.occurrence, one.due) in moved
    ]
    return untold([*told, *(notice for one in due for notice in _notices_of(one, day))])


def _moved_to(first: date, last: date) -> set[tuple[int, int | None, date]]:
    """What moved with the days off to one of these days: row, time, due day."""
    moved = TaskDueMoved.objects.filter(due__gte=first, due__lte=last)
    return set(moved.values_list("assignee", "occurrence", "due"))


def _notices_of(one: Due, on: date) -> list[Notice]:
    """Who only supports is never late; who has a task is told that it is, also where that was missed."""
    stage = stage_on(one.due, on) if one.due else None
    if stage is None or (one.supports and stage in (Stage.LATE, Stage.ESCALATED)):
        return []
    if stage == Stage.ESCALATED:
        return [Notice(one, Stage.LATE, one.office), Notice(one, stage, one.giver)]
    return [Notice(one, stage, one.office)]


def untold(notices: Sequence[Notice]) -> list[Notice]:
    """Those of them that nobody was told before."""
    told: set[tuple[int, int | None, str, date | None]] = set()
    numbers = sorted({one.due.number for one in notices})
    for some in batched(numbers, AT_ONCE):
        rows = TaskNotice.objects.filter(assignee__in=some)
        told |= set(rows.values_list("assignee", "occurrence", "stage", "due"))
    return [one for one in notices if one.key not in told]
