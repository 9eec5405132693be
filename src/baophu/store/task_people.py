"""To whom a task can be handed in the office that has it."""

from django.db.models import Prefetch

from baophu.base.scope import Scope
from baophu.store.models import Account, AccountPlace
from baophu.store.permissions import WORKING
from baophu.store.questions import the_office
from baophu.store.roles import PlaceKind, Role
from baophu.store.scopes import ONLY_ASSIGNED, PURPOSES, ground
from baophu.store.task_offices import NamedOffice, acts_for


def people_for(office: NamedOffice) -> list[Account]:
    """The accounts that act for an office; of a commune's also its hamlet heads and collectors, by name."""
    own = the_office().name
    kinds = (PlaceKind.UNIT, PlaceKind.HAMLET)
    places = Prefetch("places", AccountPlace.objects.filter(kind__in=kinds), to_attr="named")
    accounts = Account.objects.filter(is_active=True, role__in=WORKING).prefetch_related(places)
    return [one for one in accounts.order_by("name") if _fits(one, own, office)]


def _fits(account: Account, own: str, office: NamedOffice) -> bool:
    named = frozenset(one.place.partition("/")[0] for one in account.named)
    units = ground(named) if named else None
    role = Role(account.role)
    if role in ONLY_ASSIGNED:
        return bool(office.unit) and units is not None and office.unit in units
    return acts_for(account, Scope(PURPOSES[role], units=units), own, office)
