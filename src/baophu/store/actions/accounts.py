"""Accounts: who may sign in, in which role, for which places."""

import secrets
from collections.abc import Iterable, Mapping
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from baophu.areas.units import load_areas
from baophu.base.errors import UserError
from baophu.base.text import fold, tidy
from baophu.base.words import N_, _
from baophu.store.actions.feeds import end_feeds_of
from baophu.store.actions.recording import record
from baophu.store.actions.sessions import end_sessions
from baophu.store.models import Account, AccountPlace, Hamlet
from baophu.store.permissions import check_may
from baophu.store.questions import the_office
from baophu.store.roles import ROLE_WORDS, PlaceKind, Role

PASSWORD_BYTES = 12
LONGEST_NAME = 60
# Roles that see people only of the places they are for.
NEED_PLACES = {
    Role.COMMUNE_OFFICIAL: PlaceKind.UNIT,
    Role.HAMLET_HEAD: PlaceKind.HAMLET,
    Role.COLLECTOR: PlaceKind.UNIT,
}


class Details(TypedDict, total=False):
    """What an account is besides its role: the person, the office they act for, their mail address.

    And the places it is for: keys of units or codes of the office's day, keys of hamlets, names.
    """

    full_name: str
    office: str
    email: str
    units: Iterable[str]
    hamlets: Iterable[str]
    schools: Iterable[str]
    employers: Iterable[str]


class NameTaken(UserError):
    message = N_("There is an account {name} already.")
    advice = N_("Choose another name.")
    exit_code = 15


class BadName(UserError):
    message = N_("“{name}” cannot be the name of an account.")
    advice = N_("Take 1 to {most} letters and digits, like lan.nguyen.")
    exit_code = 15


class BadAddress(UserError):
    message = N_("“{address}” is no mail address.")
    advice = N_("Write one like hoa.tran@konray.gov.vn, or leave it empty.")
    exit_code = 15


class UnknownRole(UserError):
    message = N_("There is no role “{role}”.")
    advice = N_("Roles: {known}.")
    exit_code = 15


class PlaceMissing(UserError):
    message = N_("The role {role} needs the places it is for ({kind}).")
    advice = N_("Choose at least one.")
    command = N_("Choose at least one; on the command line with --unit CODE or --hamlet KEY.")
    exit_code = 15


class UnknownHamlet(UserError):
    message = N_("There is no hamlet with the key {key}.")
    command = N_("See the keys with “baophu hamlets list”.")
    exit_code = 15


class LastAdministrator(UserError):
    message = N_("{name} is the only administrator.")
    advice = N_("Make another account an administrator first.")
    exit_code = 15


class OwnAccount(UserError):
    message = N_("{name} is the account you work with.")
    advice = N_("Another administrator can deactivate it.")
    exit_code = 15


def make_account(
    *, by: Account | None, name: str, role: str, **details: Unpack[Details]
) -> tuple[Account, str]:
    """A new account and its random password. `by` is None only for the first one, which makes itself.

    Raises what `add_account` raises.
    """
    password = secrets.token_urlsafe(PASSWORD_BYTES)
    account = add_account(by=by, name=name, role=role, password=password, **details)
    return account, password


def add_account(
    *,
    by: Account | None,
    name: str,
    role: str,
    password: str | None = None,
    **details: Unpack[Details],
) -> Account:
    """A new account; without a password nobody can sign in to it yet.

    Raises NameTaken, BadName, BadAddress, UnknownRole, PlaceMissing, UnknownUnit, UnknownHamlet.
    """
    if by is not None:
        check_may(by, "make_account")
    _check_name(name)
    keys, about = _keys_of(role, details), _about(details)
    with transaction.atomic():
        account = Account(name=name, role=role, **about)
        account.set_password(password)
        account.save()
        _give_places(account, keys)
        record(by=by or account, action="make_account", object=name, role=role, **_told(account, keys))
    return account


def change_account(*, by: Account, account: Account, role: str, **details: Unpack[Details]) -> None:
    """Another role, person, office, address or places; what is not given is empty then.

    Raises what `add_account` raises, LastAdministrator.
    """
    check_may(by, "change_account")
    keys, about = _keys_of(role, details), _about(details)
    with transaction.atomic():
        if role != Role.ADMIN:
            _check_not_last(account)
        before = account.role
        account.role = role
        for field, value in about.items():
            setattr(account, field, value)
        account.save(update_fields=["role", *about])
        account.places.all().delete()
        _give_places(account, keys)
        record(
            by=by,
            action="change_account",
            object=account.name,
            role=role,
            before=before,
            **_told(account, keys),
        )


def details_of(account: Account) -> Details:
    """What an account is now, as `change_account` takes it."""
    places: dict[str, set[str]] = {kind.value: set() for kind in PlaceKind}
    for one in account.places.all():
        places[one.kind].add(one.place)
    return Details(
        full_name=account.full_name,
        office=account.office,
        email=account.email,
        units=places[PlaceKind.UNIT],
        hamlets=places[PlaceKind.HAMLET],
        schools=places[PlaceKind.SCHOOL],
        employers=places[PlaceKind.EMPLOYER],
    )


def deactivate_account(*, by: Account, account: Account) -> None:
    """Nobody signs in to it any more, and its sessions end at once. Raises LastAdministrator, OwnAccount."""
    check_may(by, "deactivate_account")
    with transaction.atomic():
        _check_not_last(account)
        if by == account:
            raise OwnAccount(name=account.name)
        _set_active(account, False)
        end_sessions(account)
        end_feeds_of(account)
        record(by=by, action="deactivate_account", object=account.name)


def activate_account(*, by: Account, account: Account) -> None:
    """Open it again, as it was."""
    with transaction.atomic():
        _set_active(account, True)
        record(by=by, action="activate_account", object=account.name)


def _set_active(account: Account, active: bool) -> None:
    account.is_active = active
    account.save(update_fields=["is_active"])


def _check_name(name: str) -> None:
    if not (name.strip() == name and name.isprintable() and 0 < len(name) <= LONGEST_NAME):
        raise BadName(name=name[:LONGEST_NAME], most=LONGEST_NAME)
    if Account.objects.filter(name=name).exists():
        raise NameTaken(name=name)


def _check_not_last(account: Account) -> None:
    others = Account.objects.filter(role=Role.ADMIN, is_active=True).exclude(pk=account.pk)
    if account.role == Role.ADMIN and account.is_active and not others.exists():
        raise LastAdministrator(name=account.name)


def _about(details: Details) -> dict[str, str]:
    """Field → value. Raises BadAddress."""
    email = details.get("email", "").strip()
    if email:
        try:
            validate_email(email)
        except ValidationError:
            raise BadAddress(address=email) from None
    return {
        "full_name": details.get("full_name", ""),
        "office": tidy(details.get("office", "")),
        "email": email,
    }


def _keys_of(role: str, places: Details) -> Mapping[PlaceKind, set[str]]:
    if role not in Role:
        raise UnknownRole(role=role, known=list(Role))
    keys = {
        PlaceKind.UNIT: {load_areas().unit(unit, the_office().on).key for unit in places.get("units", ())},
        PlaceKind.HAMLET: {_known_hamlet(key) for key in places.get("hamlets", ())},
        PlaceKind.SCHOOL: {fold(school) for school in places.get("schools", ())},
        PlaceKind.EMPLOYER: {fold(employer) for employer in places.get("employers", ())},
    }
    needed = NEED_PLACES.get(Role(role))
    if needed and not keys[needed]:
        raise PlaceMissing(role=_(ROLE_WORDS[Role(role)]), kind=needed.value)
    return keys


def _known_hamlet(key: str) -> str:
    if not Hamlet.standing.filter(key=key).exists():
        raise UnknownHamlet(key=key)
    return key


def _give_places(account: Account, keys: Mapping[PlaceKind, set[str]]) -> None:
    AccountPlace.objects.bulk_create(
        AccountPlace(account=account, kind=kind, place=place)
        for kind, places in keys.items()
        for place in sorted(places)
    )


def _told(account: Account, keys: Mapping[PlaceKind, set[str]]) -> dict[str, object]:
    acts_for = {"acts_for": account.office} if account.office else {}
    return acts_for | {"places": {kind.value: sorted(places) for kind, places in keys.items() if places}}
