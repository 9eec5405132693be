"""Which notices of tasks are to be sent on a day: to the offices that have them, at last to who gave them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from baophu.base.clock import today
from baophu.base.scope import Scope
from baophu.directives.notices import Stage, stage_on
from baophu.store.models import Account, TaskNotice
from baophu.store.tasks import Due, Wanted, tasks_due

# No stretch of days off before a due day is longer.
LOOK_AHEAD = timedelta(days=31)


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
    found = [
        Notice(one, stage, one.giver if stage == Stage.ESCALATED else one.office)
        for one in tasks_due(account, Wanted(last=day + LOOK_AHEAD), on=day, scope=scope)
        if one.due is not None and (stage := stage_on(one.due, day))
    ]
    told = _told(found)
    return [one for one in found if one.key not in told]


def _told(notices: Iterable[Notice]) -> set[tuple[int, int | None, str, date | None]]:
    numbers = {one.due.number for one in notices}
    rows = TaskNotice.objects.filter(assignee__in=numbers)
    return set(rows.values_list("assignee", "occurrence", "stage", "due"))
