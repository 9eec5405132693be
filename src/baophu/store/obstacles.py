"""Which obstacles someone sees, and how many there are by kind and office."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, QuerySet

from baophu.base.errors import NotThere
from baophu.base.scope import Purpose, Scope
from baophu.base.words import N_
from baophu.store.models import Account, Obstacle
from baophu.store.roles import Role
from baophu.store.scopes import ONLY_ASSIGNED, scope_of


class NoSuchObstacle(NotThere):
    message = N_("There is no obstacle {number}.")
    exit_code = 15


def obstacles_seen(account: Account, scope: Scope | None = None) -> QuerySet:
    """The obstacles whose words an account may read: those of its places, or that it recorded itself.

    What is told there may be of a person: those who supervise see counts only.
    """
    scope = scope or scope_of(account)
    rows = Obstacle.objects.select_related("by")
    role = Role(account.role)
    if not account.is_active or role == Role.SUPERVISOR:
        return rows.none()
    if role in ONLY_ASSIGNED:
        return rows.filter(by=account)
    return rows if scope.units is None else rows.filter(unit__in=["", *scope.units])


def obstacle_seen(account: Account, number: int) -> Obstacle:
    """One of them. Raises NoSuchObstacle."""
    row: Obstacle | None = obstacles_seen(account).filter(pk=number).first()
    if row is None:
        raise NoSuchObstacle(number=number)
    return row


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
