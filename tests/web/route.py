"""An address of the pages as the walk of all routes knows it: for whom it is, and what is asked of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Model
from tests.web.pages_office import PagesOffice
from tests.web.walking import Asked

from baophu.store.roles import Role

NOT_THERE = frozenset({404})
EVERYONE = frozenset(Role)
ADMIN_ONLY = frozenset({Role.ADMIN})
OFFICE = frozenset({Role.ADMIN, Role.INSURANCE_OFFICER})
STEER = EVERYONE - {Role.COLLECTOR}
VISIT = OFFICE | {Role.COMMUNE_OFFICIAL, Role.HAMLET_HEAD, Role.COLLECTOR}
HAND_OUT = OFFICE | {Role.COMMUNE_OFFICIAL}
REPORT = HAND_OUT | {Role.LEADER}
SEE_ROWS = VISIT | {Role.EDUCATION}
WORK = EVERYONE - {Role.SUPERVISOR}
STEERING = OFFICE | {Role.LEADER}
READ_FINDINGS = EVERYONE - {Role.HAMLET_HEAD, Role.COLLECTOR}
EMPLOYERS = OFFICE | {Role.LEADER, Role.LABOUR_FINANCE}


@dataclass(frozen=True)
class Route:
    """`hidden`: whoever may not see one of what it shows is told that it is not there."""

    who: frozenset[Role]
    asked: Callable[[PagesOffice], Iterable[Asked]] = lambda office: [Asked()]
    before_log_in: bool = False
    hidden: bool = False


def posts(*data: dict[str, str]) -> Callable[[PagesOffice], list[Asked]]:
    """A view that only takes forms, with each of these."""
    return lambda office: [Asked(data=one) for one in data]


def with_forms(*data: dict[str, str]) -> Callable[[PagesOffice], list[Asked]]:
    """A page, and its form with each of these."""
    return lambda office: [Asked(), *posts(*data)(office)]


def numbered(model: type[Model]) -> Callable[[PagesOffice], list[Asked]]:
    return lambda office: [Asked({"number": number}) for number in model.objects.values_list("pk", flat=True)]
