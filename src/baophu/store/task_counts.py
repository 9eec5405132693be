"""How many tasks stand how, by office, commune, person and state.

They are counted once for everybody: what someone sees of them hangs on the commune and the person alone. What
was counted holds as long as the audit has no new row, which every write leaves behind.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Protocol

from django.db.models import Count, Max, Q, QuerySet

from baophu.base.clock import today
from baophu.base.home import Home
from baophu.base.scope import Purpose, Scope
from baophu.directives.states import OPEN, State
from baophu.store.models import Account, TaskAssignee, TaskOccurrence
from baophu.store.models.tasks import CONFIRMED, WAITING
from baophu.store.newest import newest_writes
from baophu.store.opening import opened_home
from baophu.store.out_of_view import out_of_view
from baophu.store.roles import Role
from baophu.store.scopes import ONLY_ASSIGNED, scope_of

SUNDAY = 6


def week_end(day: date) -> date:
    """The Sunday of a day's week: to it recurring tasks are counted."""
    return day + timedelta(days=SUNDAY - day.weekday())


@dataclass(frozen=True, slots=True)
class Standing:
    """How many tasks of an office, handed to one account or to none, are in a state.

    Of recurring tasks each time that is due by the end of the week is one, and the first however late. What
    is confirmed was due from the first of the month on. `overdue` and `this_week` are of those that are not
    reported done; who only supports others is never late.
    """

    office: str
    office_key: str
    unit: str
    to: int | None
    state: State
    tasks: int
    overdue: int
    this_week: int


class _OfOffice(Protocol):
    """Counts of what an office has that is handed to one account, or to none."""

    @property
    def unit(self) -> str: ...
    @property
    def to(self) -> int | None: ...


@dataclass(slots=True)
class Sums:
    """Several standings together."""

    by_state: dict[State, int] = field(default_factory=lambda: defaultdict(int))
    overdue: int = 0
    this_week: int = 0

    @property
    def open(self) -> int:
        return sum(self.by_state[state] for state in OPEN)

    @property
    def reported(self) -> int:
        return self.by_state[State.REPORTED]

    @property
    def all(self) -> int:
        return sum(self.by_state.values())

    def add(self, one: Standing) -> None:
        self.by_state[one.state] += one.tasks
        self.overdue += one.overdue
        self.this_week += one.this_week


def standings(account: Account, *, on: date | None = None, scope: Scope | None = None) -> list[Standing]:
    """How the tasks stand that an account sees, on a day from today on: one query where nothing changed.

    Those who see only what is handed to them see no more here.
    """
    found = _counted(opened_home(), newest_writes(), on or today())
    return only_seen(found, account, scope or scope_of(account))


def only_seen[Counts: _OfOffice](found: Iterable[Counts], account: Account, scope: Scope) -> list[Counts]:
    """Those of the counts that an account sees."""
    if Role(account.role) in ONLY_ASSIGNED:
        return [one for one in found if one.to == account.pk]
    if not scope.allows(Purpose.STEER):
        return []
    if scope.units is None:
        return list(found)
    return [one for one in found if not one.unit or one.unit in scope.units]


def summed[Key: Hashable](found: Iterable[Standing], by: Callable[[Standing], Key]) -> dict[Key, Sums]:
    """The sums of those that have a key in common."""
    sums: dict[Key, Sums] = defaultdict(Sums)
    for one in found:
        sums[by(one)].add(one)
    return dict(sums)


@lru_cache(maxsize=4)
def _counted(_home: Home, _newest: tuple[Any, ...], day: date) -> tuple[Standing, ...]:
    last = week_end(day)
    once, times = TaskAssignee.objects.all(), TaskOccurrence.objects.all()
    confirmed = CONFIRMED & Q(due__gte=day.replace(day=1), due__lte=last)
    hidden = out_of_view(last)
    rows = [
        *_grouped(once.filter(WAITING, due__isnull=False), "", day),
        *_grouped(once.filter(WAITING, hidden.undated), "", day),
        *_grouped(once.filter(confirmed), "", day),
        *_grouped(times.filter(WAITING, hidden.times_by(last)), "assignee__", day),
        *_grouped(times.filter(confirmed), "assignee__", day),
    ]
    return tuple(rows)


def _grouped(rows: QuerySet, path: str, day: date) -> list[Standing]:
    """`path` leads to the row of the office."""
    is_open = Q(state__in=[state.value for state in OPEN])
    late = Q(due__lt=day, **{f"{path}supports": False})
    by = [f"{path}office_key", f"{path}unit", f"{path}to", "state"]
    counted = (
        rows.order_by()
        .values_list(*by)
        .annotate(
            name=Max(f"{path}office"),
            tasks=Count("pk"),
            late=Count("pk", filter=is_open & late),
            week=Count("pk", filter=is_open & Q(due__gte=day, due__lte=week_end(day))),
        )
    )
    return [
        Standing(office, key, unit, to, State(state), *counts)
        for key, unit, to, state, office, *counts in counted
    ]
