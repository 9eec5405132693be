"""Which recurring tasks have no time by a day, so that lists and counts show them all the same."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery

from baophu.base.home import Home
from baophu.directives.days.recurrence import Recurrence
from baophu.directives.states import State
from baophu.store.models import TaskAssignee, TaskOccurrence
from baophu.store.newest import newest_writes
from baophu.store.opening import opened_home

WITHOUT_DAYS = ("", Recurrence.REGULARLY.value, Recurrence.AD_HOC.value)


@dataclass(frozen=True, slots=True)
class OutOfView:
    """Of recurring tasks none of whose times is due by a day: the first times, and the rows without any."""

    first_times: frozenset[int]
    rows: frozenset[int]

    @property
    def undated(self) -> Q:
        """The rows that have no due day."""
        return Q(due=None) & (Q(task__recurrence__in=WITHOUT_DAYS) | Q(pk__in=self.rows))

    def times_by(self, last: date | None) -> Q:
        """The times that are due by the day, and the first of each row where that is later."""
        return Q() if last is None else Q(due__lte=last) | Q(pk__in=self.first_times)


def out_of_view(last: date | None) -> OutOfView:
    """What has no time that is due by a day, so that no task stands nowhere; None: no time at all."""
    return _out_of_view(opened_home(), newest_writes(), last)


@lru_cache(maxsize=16)
def _out_of_view(_home: Home, _newest: tuple[Any, ...], last: date | None) -> OutOfView:
    """A time that was withdrawn counts only where its task was."""
    stands = ~Q(state=State.WITHDRAWN.value) | Q(assignee__state=State.WITHDRAWN.value)
    times = TaskOccurrence.objects.filter(stands, assignee=OuterRef("pk"))
    in_view = times if last is None else times.filter(due__lte=last)
    rows = TaskAssignee.objects.exclude(task__recurrence__in=WITHOUT_DAYS).filter(~Exists(in_view))
    first = Subquery(times.order_by("due").values("pk")[:1])
    found = dict(rows.order_by().values_list("pk", first))
    return OutOfView(
        first_times=frozenset(time for time in found.values() if time is not None),
        rows=frozenset(row for row, time in found.items() if time is None),
    )
