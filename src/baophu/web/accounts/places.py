"""Places of accounts in words, and the places to choose from."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from baophu.areas.unit import Unit
from baophu.areas.units import load_areas
from baophu.base.words import _
from baophu.store.models import Account, AccountPlace, Hamlet
from baophu.store.questions import the_office
from baophu.store.roles import PlaceKind, Role
from baophu.store.scopes import ONLY_NAMED_PLACES
from baophu.web.accounts.given import Given

# So many communes stand in a form at once; of more, one is chosen first.
FEW = 20


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune to choose, with its hamlets as (key, name); `district` is empty where there is none above."""

    key: str
    name: str
    district: str
    hamlets: list[tuple[str, str]]

    def chosen_in(self, given: Given) -> bool:
        """Whether the form holds the commune, or a hamlet of it."""
        return self.key in given.units or any(key in given.hamlets for key, _name in self.hamlets)


@dataclass(frozen=True, slots=True)
class Choice:
    """The communes that a form shows, and those that it lets one choose first."""

    shown: list[Commune]
    more: list[Commune]


def places_of(accounts: Collection[Account]) -> dict[int, list[str]]:
    """Account → its places in words, in two queries for however many accounts.

    Whose role sees everything unless places are named is told to see the whole home.
    """
    given = {account.pk: list(account.places.all()) for account in accounts}
    keys = {one.place for places in given.values() for one in places if one.kind == PlaceKind.HAMLET}
    hamlets = dict(Hamlet.standing.filter(key__in=keys).values_list("key", "name"))
    whole = {account.pk for account in accounts if Role(account.role) not in ONLY_NAMED_PLACES}
    return {
        pk: [_worded(one, hamlets) for one in places] or [_("the whole home")] * (pk in whole)
        for pk, places in given.items()
    }


class PlaceNames:
    """Names of units and hamlets by their keys; the hamlets are read where the first one is named."""

    @cached_property
    def _hamlets(self) -> dict[str, str]:
        return dict(Hamlet.standing.values_list("key", "name"))

    def __call__(self, key: str) -> str:
        return place_words(key, self._hamlets if "/" in key else {})


def communes_to_choose() -> list[Commune]:
    """The communes of the home on the office's day, each with its hamlets."""
    areas, office = load_areas(), the_office()
    hamlets: dict[str, list[tuple[str, str]]] = {}
    for unit, key, name in Hamlet.standing.order_by("key").values_list("unit", "key", "name"):
        hamlets.setdefault(unit, []).append((key, name))
    communes = areas.extent(areas.unit(office.area), office.on)
    return [Commune(one.key, one.name, _district(one), hamlets.get(one.key, [])) for one in communes]


def choice_of(communes: list[Commune], given: Given, asked: str) -> Choice:
    """All of a few communes; of many those that the form holds already, and the one asked for by its key."""
    if len(communes) <= FEW:
        return Choice(communes, [])
    shown = [one for one in communes if one.key == asked or one.chosen_in(given)]
    return Choice(shown, [one for one in communes if one not in shown])


def further_units(account: Account, communes: Iterable[Commune]) -> list[tuple[str, str]]:
    """Units of an account that are none of these communes, as (key, name): a district, a commune of old."""
    keys = {one.place for one in account.places.all() if one.kind == PlaceKind.UNIT}
    return [(key, load_areas().unit(key).name) for key in sorted(keys - {one.key for one in communes})]


def _worded(one: AccountPlace, hamlets: Mapping[str, str]) -> str:
    return place_words(one.place, hamlets) if one.kind in (PlaceKind.UNIT, PlaceKind.HAMLET) else one.place


def _district(commune: Unit) -> str:
    above = load_areas().ancestors(commune)
    return above[0].name if above and above[0].level == "district" else ""


def place_words(key: str, hamlets: Mapping[str, str]) -> str:
    """The name of a unit; that of a hamlet with its commune."""
    unit, slash, _number = key.partition("/")
    name = load_areas().unit(unit).name
    return f"{hamlets.get(key, key)} ({name})" if slash else name
