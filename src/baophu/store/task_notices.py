"""Which notices of tasks are to be sent on a day: to the offices that have them, at last to who gave them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import batched

from django.db.models import QuerySet

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
    """That `office` is to be told of a task that is due; of one that moved `was` is the day before."""

    due: Due
    stage: Stage
    office: str
    was: date | None = None

    @property
    def key(self) -> tuple[int, int | None, str, date | None]:
        return self.due.number, self.due.occurrence, self.stage.value, self.due.due


def notices_due(account: Account, on: date | None = None, scope: Scope | None = None) -> list[Notice]:
    """What offices are to be told on a day of the open tasks that an account sees, and were not told yet."""
    day = on or today()
    due = tasks_due(account, Wanted(last=day + LOOK_AHEAD), on=day, scope=scope)
    moved = _moved_to(day, day + LOOK_AHEAD)
    told = [
        Notice(one, Stage.MOVED, one.office, moved[time])
        for one in due
        if (time := (one.number, one.occurrence, one.due)) in moved
    ]
    return untold([*told, *(notice for one in due for notice in _notices_of(one, day))])


type _Time = tuple[int, int | None]


def _moved_to(first: date, last: date) -> dict[tuple[int, int | None, date], date | None]:
    """What moved with the days off to one of these days: row, time, due day → the day offices know.

    That is the one they were last told of, else the one it had at first; what is back on it did not move.
    """
    here = TaskDueMoved.objects.filter(due__gte=first, due__lte=last)
    steps = TaskDueMoved.objects.filter(assignee__in=here.values("assignee"))
    moved: dict[_Time, list[tuple[date | None, date | None]]] = defaultdict(list)
    for row, time, was, due in steps.order_by("pk").values_list("assignee", "occurrence", "was", "due"):
        moved[row, time].append((was, due))
    told = _last_told(here)
    found = {}
    for key, days in moved.items():
        known, due = told.get(key, days[0][0]), days[-1][1]
        if due is not None and due != known:
            found[*key, due] = known
    return found


def _last_told(moved: QuerySet) -> dict[_Time, date]:
    """To which day offices were last told that something moved."""
    rows = TaskNotice.objects.filter(stage=Stage.MOVED.value, assignee__in=moved.values("assignee"))
    return {
        (row, time): due
        for row, time, due in rows.order_by("pk").values_list("assignee", "occurrence", "due")
    }


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
