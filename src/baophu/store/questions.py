"""What others ask of the rows most often."""

from itertools import product, starmap

from baophu.areas.units import load_areas
from baophu.base.errors import UserError
from baophu.base.words import N_
from baophu.lists.places import HomePlaces
from baophu.store.models import Account, Build, CurrentBuild, Office, ReceivedList
from baophu.store.roles import Role


class NoAccount(UserError):
    message = N_("There is no account {name} in this home.")
    command = N_("Make one with “baophu users add NAME --role ROLE”.")
    exit_code = 12


class NoBuild(UserError):
    message = N_("There is no build in this home yet.")
    advice = N_("Receive lists and bring the figures up to date first.")
    command = N_("Receive lists with “baophu receive FILE…”, then run “baophu build”.")
    exit_code = 13


def the_office() -> Office:
    """The office of the opened home."""
    office: Office = Office.objects.get()
    return office


def home_places() -> HomePlaces:
    """The places that lists of the opened home name."""
    return HomePlaces(load_areas(), the_office().area)


def account_named(name: str | None) -> Account:
    """The active account of this name; without a name the first administrator. Raises NoAccount."""
    active = Account.objects.filter(is_active=True)
    if name is None:
        account = active.filter(role=Role.ADMIN).order_by("pk").first()
    else:
        account = active.filter(name=name).first()
    if account is None:
        raise NoAccount(name=name or Role.ADMIN.value)
    return account


def lists_beside(one: ReceivedList) -> list[ReceivedList]:
    """Older standing lists that a list may have been meant to replace: both count.

    Of the same kind, day and sender but of another file, with a place or scheme in common, and at most
    twice as many people.
    """
    others = ReceivedList.standing.filter(
        kind=one.kind, as_of=one.as_of, sender=one.sender, accepted__lte=2 * one.accepted, pk__lt=one.pk
    ).exclude(file=one.file)
    return [other for other in others if any(starmap(_overlap, product(one.extents, other.extents)))]


def lists_far_longer(one: ReceivedList) -> list[ReceivedList]:
    """Standing lists of an earlier day whose place a list takes with less than half their rows.

    A list of some of the people in its extent (one group, one letter) would end all the others.
    """
    others = ReceivedList.standing.filter(
        kind=one.kind, as_of__lt=one.as_of, accepted__gt=2 * one.accepted
    ).order_by("-as_of", "pk")
    return [other for other in others if any(starmap(holds, product(one.extents, other.extents)))]


def holds(one: str, other: str) -> bool:
    """Whether an extent is another, or holds it."""
    return one == other or other.startswith(f"{one}|")


def _overlap(one: str, other: str) -> bool:
    """Whether two extents are the same, or one holds a hamlet of the other."""
    return one == other or one.startswith(f"{other}|") or other.startswith(f"{one}|")


def current_build() -> Build | None:
    """The build that is read now."""
    pointer = CurrentBuild.objects.select_related("build").first()
    return pointer.build if pointer else None


def needed_build() -> Build:
    """As `current_build`. Raises NoBuild where there is none."""
    build = current_build()
    if build is None:
        raise NoBuild()
    return build
