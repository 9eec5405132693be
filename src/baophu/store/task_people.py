"""To whom a task can be handed in the office that has it."""

from collections import defaultdict
from collections.abc import Mapping

from django.db.models import Q

from baophu.base.scope import Scope
from baophu.store.models import Account, AccountPlace
from baophu.store.permissions import OFFICE, WORKING
from baophu.store.questions import the_office
from baophu.store.roles import PlaceKind, Role
from baophu.store.scopes import ONLY_ASSIGNED, PURPOSES, ground
from baophu.store.task_offices import LINES, NamedOffice, acts_for

KINDS = (PlaceKind.UNIT, PlaceKind.HAMLET)


def people_for(office: NamedOffice) -> list[Account]:
    """The accounts that act for an office; of a commune's also its hamlet heads and collectors, by name."""
    own, units = the_office().name, _units_of_accounts()
    working = Account.objects.filter(_may_fit(office, units), is_active=True, role__in=WORKING)
    return [one for one in working.order_by("name") if _fits(one, units.get(one.pk), own, office)]


def _units_of_accounts() -> dict[int, frozenset[str]]:
    """Account → the units that its places are in, with those of other times that lie wholly inside."""
    named: dict[int, set[str]] = defaultdict(set)
    for account, place in AccountPlace.objects.filter(kind__in=KINDS).values_list("account", "place"):
        named[account].add(place.partition("/")[0])
    return {account: ground(frozenset(places)) for account, places in named.items()}


def _may_fit(office: NamedOffice, units: Mapping[int, frozenset[str]]) -> Q:
    """Who is worth asking: with an office of their own, by their role, or by their places."""
    found = ~Q(office="") | Q(role__in=OFFICE)
    if not office.unit:
        return found | Q(role__in=(*LINES, Role.PROVINCE))
    return found | Q(pk__in=[account for account, keys in units.items() if office.unit in keys])


def _fits(account: Account, units: frozenset[str] | None, own: str, office: NamedOffice) -> bool:
    role = Role(account.role)
    if role in ONLY_ASSIGNED:
        return bool(office.unit) and units is not None and office.unit in units
    return acts_for(account, Scope(PURPOSES[role], units=units), own, office)
