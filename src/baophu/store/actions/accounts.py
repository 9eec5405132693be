"""Accounts, each with a random password that is shown once."""

import secrets
from collections.abc import Iterable, Mapping

from django.db import transaction

from baophu.areas.units import load_areas
from baophu.base.errors import UserError
from baophu.base.text import fold
from baophu.base.words import N_, _
from baophu.store.actions.recording import record
from baophu.store.models import Account, AccountPlace, Hamlet
from baophu.store.questions import the_office
from baophu.store.roles import ROLE_WORDS, PlaceKind, Role

PASSWORD_BYTES = 12
# Roles that see people only of the places they are for.
NEED_PLACES = {
    Role.COMMUNE_OFFICIAL: PlaceKind.UNIT,
    Role.HAMLET_HEAD: PlaceKind.HAMLET,
    Role.COLLECTOR: PlaceKind.UNIT,
}


class NameTaken(UserError):
    message = N_("There is an account {name} already.")
    advice = N_("Choose another name.")
    exit_code = 15


class UnknownRole(UserError):
    message = N_("There is no role “{role}”.")
    advice = N_("Roles: {known}.")
    exit_code = 15


class PlaceMissing(UserError):
    message = N_("The role {role} needs the places it is for ({kind}).")
    advice = N_("Name them with --unit CODE or --hamlet KEY, as often as needed.")
    exit_code = 15


class UnknownHamlet(UserError):
    message = N_("There is no hamlet with the key {key}.")
    advice = N_("See the keys with “baophu hamlets list”.")
    exit_code = 15


def make_account(
    *,
    by: Account | None,
    name: str,
    role: str,
    full_name: str = "",
    units: Iterable[str] = (),
    hamlets: Iterable[str] = (),
    schools: Iterable[str] = (),
    employers: Iterable[str] = (),
) -> tuple[Account, str]:
    """A new account and its password. `by` is None only for the first one, which makes itself.

    `units` are keys, or codes of the office's day, `hamlets` keys, `schools` and `employers` names. Raises
    NameTaken, UnknownRole, PlaceMissing, UnknownUnit, UnknownHamlet.
    """
    if role not in Role:
        raise UnknownRole(role=role, known=list(Role))
    places = {
        PlaceKind.UNIT: {load_areas().unit(unit, the_office().on).key for unit in units},
        PlaceKind.HAMLET: {_known_hamlet(key) for key in hamlets},
        PlaceKind.SCHOOL: {fold(school) for school in schools},
        PlaceKind.EMPLOYER: {fold(employer) for employer in employers},
    }
    needed = NEED_PLACES.get(Role(role))
    if needed and not places[needed]:
        raise PlaceMissing(role=_(ROLE_WORDS[Role(role)]), kind=needed.value)
    with transaction.atomic():
        account, password = _new_account(name, role, full_name)
        _give_places(account, places)
        told = {kind.value: sorted(keys) for kind, keys in places.items() if keys}
        record(by=by or account, action="make_account", object=name, role=role, places=told)
    return account, password


def _new_account(name: str, role: str, full_name: str) -> tuple[Account, str]:
    if Account.objects.filter(name=name).exists():
        raise NameTaken(name=name)
    password = secrets.token_urlsafe(PASSWORD_BYTES)
    account = Account(name=name, role=role, full_name=full_name)
    account.set_password(password)
    account.save()
    return account, password


def _give_places(account: Account, places: Mapping[PlaceKind, set[str]]) -> None:
    AccountPlace.objects.bulk_create(
        AccountPlace(account=account, kind=kind, place=place)
        for kind, keys in places.items()
        for place in sorted(keys)
    )


def _known_hamlet(key: str) -> str:
    if not Hamlet.standing.filter(key=key).exists():
        raise UnknownHamlet(key=key)
    return key
