"""To whom a task can be handed in the office that has it."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q

from baophu.base.errors import UserError
from baophu.base.home import Home
from baophu.base.scope import Scope
from baophu.base.words import N_
from baophu.builds.owing.offices import is_insurer
from baophu.store.models import Account, AccountPlace, TaskAssignee
from baophu.store.newest import newest_writes, own_office
from baophu.store.opening import opened_home
from baophu.store.permissions import OFFICE, WORKING
from baophu.store.roles import PlaceKind, Role
from baophu.store.scopes import ONLY_ASSIGNED, PURPOSES, ground
from baophu.store.task_offices import LINES, NamedOffice, acts_for, same_office

KINDS = (PlaceKind.UNIT, PlaceKind.HAMLET)


class Named(NamedTuple):
    """The name of an account, and the one it is shown by."""

    name: str
    shown: str


class NoSuchPerson(UserError):
    message = N_("There is nobody called “{name}” to whom a task could be handed.")
    advice = N_("Choose one of those offered.")
    exit_code = 15


class NotOfItsOffice(UserError):
    message = N_("A task of {office} cannot be handed to {name}, who does nothing for that office.")
    advice = N_("Choose someone who acts for it, or a hamlet head or collector of its commune.")
    exit_code = 15


def person_chosen(name: str) -> Account | None:
    """The account that a form names; None where it names nobody. Raises NoSuchPerson."""
    if not name:
        return None
    account: Account | None = Account.objects.filter(is_active=True, name=name).first()
    if account is None:
        raise NoSuchPerson(name=name)
    return account


def handed_to() -> dict[int, Named]:
    """Those to whom any task was handed: number → name, and the name they are shown by."""
    return _handed_to(opened_home(), newest_writes())


@lru_cache(maxsize=4)
def _handed_to(_home: Home, _newest: tuple[Any, ...]) -> dict[int, Named]:
    handed = TaskAssignee.objects.filter(to=OuterRef("pk"))
    people = Account.objects.filter(Exists(handed)).order_by("name").values_list("pk", "name", "full_name")
    return {number: Named(name, full_name or name) for number, name, full_name in people}


def check_of_office(account: Account, office: NamedOffice) -> None:
    """Whether a task of an office can be handed to an account. Raises NotOfItsOffice."""
    if account not in people_for(office):
        raise NotOfItsOffice(office=office.name, name=account.full_name or account.name)


def people_for(office: NamedOffice) -> list[Account]:
    """The accounts that act for an office, by name; of a commune's also its hamlet heads and collectors.

    Every collector collects for the insurer whose home it is.
    """
    return list(_people_for(opened_home(), newest_writes(), office))


@lru_cache(maxsize=64)
def _people_for(_home: Home, _newest: tuple[Any, ...], office: NamedOffice) -> tuple[Account, ...]:
    own, units = own_office(), _units_of_accounts()
    working = Account.objects.filter(_may_fit(office, units), is_active=True, role__in=WORKING)
    return tuple(one for one in working.order_by("name") if _fits(one, units.get(one.pk), own, office))


def _units_of_accounts() -> dict[int, frozenset[str]]:
    """Account → the units that its places are in, with those of other times that lie wholly inside."""
    named: dict[int, set[str]] = defaultdict(set)
    for account, place in AccountPlace.objects.filter(kind__in=KINDS).values_list("account", "place"):
        named[account].add(place.partition("/")[0])
    return {account: ground(frozenset(places)) for account, places in named.items()}


def _may_fit(office: NamedOffice, units: Mapping[int, frozenset[str]]) -> Q:
    """Who is worth asking: with an office of their own, by their role, or by their places."""
    found = ~Q(office="") | Q(role__in=(*OFFICE, Role.COLLECTOR))
    if not office.unit:
        return found | Q(role__in=(*LINES, Role.PROVINCE, Role.HAMLET_HEAD))
    return found | Q(pk__in=[account for account, keys in units.items() if office.unit in keys])


def _fits(account: Account, units: frozenset[str] | None, own: str, office: NamedOffice) -> bool:
    role = Role(account.role)
    if role == Role.COLLECTOR and is_insurer(office.name) and same_office(own, office.name):
        return True
    if role in ONLY_ASSIGNED and not account.office and office.unit:
        return units is not None and office.unit in units
    return acts_for(account, Scope(PURPOSES[role], units=units), own, office)
