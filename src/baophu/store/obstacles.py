"""Which obstacles someone sees, which they seek, and how many there are by kind and office."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Count, Q, QuerySet, When

from baophu.base.clock import today
from baophu.base.errors import NotThere
from baophu.base.scope import Purpose, Scope
from baophu.base.words import N_
from baophu.directives.obstacles import ObstacleState
from baophu.gaps.outcomes import Outcome
from baophu.store.models import Account, Obstacle, Visit
from baophu.store.permissions import OFFICE, STEERING
from baophu.store.questions import the_office
from baophu.store.roles import Role
from baophu.store.scopes import scope_of
from baophu.store.task_offices import NamedOffice, acts_for, same_office
from baophu.store.visiting import worklists_seen

# Those who wait for an answer.
WAITING = (ObstacleState.RECORDED.value, ObstacleState.PASSED.value)
ALL, NO_OFFICE = "all", "-"
IN_ORDER = Case(When(state__in=WAITING, then=0), When(state=ObstacleState.ANSWERED.value, then=1), default=2)
# Roles that read all obstacles of their places; others those that they recorded, or are to answer.
READ_ALL = STEERING | {Role.COMMUNE_OFFICIAL}
# What was said on a visit longer ago is no news.
A_YEAR = timedelta(days=366)


class NoSuchObstacle(NotThere):
    message = N_("There is no obstacle {number}.")
    advice = N_("See the list of obstacles.")
    exit_code = 15


def obstacles_seen(account: Account, scope: Scope | None = None) -> QuerySet:
    """The obstacles whose words an account may read: it recorded them, is to answer them, or steers there.

    What is told there may be of a person: those who supervise see counts only.
    """
    scope = scope or scope_of(account)
    rows, role = Obstacle.objects.select_related("by"), Role(account.role)
    if not account.is_active or role == Role.SUPERVISOR:
        return rows.none()
    if reads_all(account) and scope.units is None:
        return rows
    seen = Q(by=account) | _passed_to(account, scope)
    if reads_all(account):
        seen |= Q(unit__in=["", *(scope.units or ())])
    return rows.filter(seen)


def reads_all(account: Account) -> bool:
    """Whether an account reads every obstacle of its places."""
    return Role(account.role) in READ_ALL


def _passed_to(account: Account, scope: Scope) -> Q:
    """The obstacles that were passed on to an office for which someone acts."""
    rows = Obstacle.objects.exclude(office_key="").order_by()
    offices = rows.values_list("office", "office_key", "office_unit").distinct()
    own, found = the_office().name, Q(pk__in=[])
    for office in (NamedOffice(*row) for row in offices):
        if acts_for(account, scope, own, office):
            found |= Q(office_key=office.key, office_unit=office.unit)
    return found


def obstacle_seen(account: Account, number: int, scope: Scope | None = None) -> Obstacle:
    """One of them. Raises NoSuchObstacle."""
    row: Obstacle | None = obstacles_seen(account, scope).filter(pk=number).first()
    if row is None:
        raise NoSuchObstacle(number=number)
    return row


@dataclass(frozen=True, slots=True)
class Sought:
    """Which obstacles are sought: of a state ("": those that wait; `ALL`), kind, office, place (key).

    `office` may be `NO_OFFICE`; `days` is for how many days they have waited at least.
    """

    state: str = ""
    kind: str = ""
    office: str = ""
    place: str = ""
    days: int = 0


def sought(rows: QuerySet, asked: Sought) -> QuerySet:
    """Of some obstacles those that are sought; those that wait stand first, of these what was met first."""
    if asked.state != ALL:
        rows = rows.filter(state__in=[asked.state] if asked.state else WAITING)
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.office:
        rows = rows.filter(office__in=[""] if asked.office == NO_OFFICE else _names_of(asked.office))
    if asked.place:
        rows = rows.filter(hamlet=asked.place) if "/" in asked.place else rows.filter(unit=asked.place)
    if asked.days:
        rows = rows.filter(on__lte=today() - timedelta(days=asked.days))
    return rows.order_by(*([IN_ORDER] if asked.state == ALL else []), "on", "pk")


def _names_of(office: str) -> list[str]:
    """The names under which obstacles were passed on to an office."""
    names = Obstacle.objects.exclude(office="").order_by().values_list("office", flat=True).distinct()
    return [name for name in names if same_office(name, office)]


def days_waited(row: Obstacle, on: date) -> int:
    """For how many days an obstacle waits on a day, or waited for its answer."""
    return max(((row.answered_on or on) - row.on).days, 0)


def has_news(account: Account, row: Obstacle) -> bool:
    """Whether there is an answer that who recorded the obstacle has not seen."""
    return bool(row.by_id == account.pk and row.answered_on and row.answer_seen_on is None)


def may_answer(account: Account, scope: Scope, row: Obstacle) -> bool:
    """Whether an account answers an obstacle: for the office that has it, or because it keeps the home."""
    office = NamedOffice(row.office, row.office_key, row.office_unit)
    return Role(account.role) in OFFICE or bool(
        row.office and acts_for(account, scope, the_office().name, office)
    )


def obstacle_counts(account: Account, scope: Scope | None = None) -> list[Mapping[str, Any]]:
    """How many obstacles there are by kind, office and state, in the places of whoever may see counts."""
    scope = scope or scope_of(account)
    if not scope.allows(Purpose.STEER):
        return []
    rows = Obstacle.objects.all()
    if scope.units is not None:
        rows = rows.filter(unit__in=["", *scope.units])
    counted = rows.order_by("kind", "office", "state").values("kind", "office", "state")
    return list(counted.annotate(count=Count("pk")))


def visits_in_hardship(account: Account, scope: Scope | None = None) -> QuerySet:
    """Visits on which people asked for support, that no obstacle was recorded of; the oldest first.

    They are one's own, or of the worklists one sees.
    """
    rows = Visit.standing.filter(
        outcome=Outcome.HARDSHIP.value, obstacles=None, on__gte=today() - A_YEAR
    ).select_related("worklist")
    return visits_of(account, rows, scope).order_by("on", "pk")


def obstacle_of(visit: Visit) -> Obstacle | None:
    """The obstacle that was met on a visit, the first where there are more."""
    found: Obstacle | None = visit.obstacles.order_by("pk").first()
    return found


def visits_of(account: Account, rows: QuerySet, scope: Scope | None = None) -> QuerySet:
    """Of some visits those that an account made, or that were made for the worklists it sees."""
    if Role(account.role) in OFFICE:
        return rows
    return rows.filter(Q(by=account) | Q(worklist__in=worklists_seen(account, scope).values("pk")))
