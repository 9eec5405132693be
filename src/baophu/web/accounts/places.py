"""Places of accounts in words, and the places to choose from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from baophu.areas.units import load_areas
from baophu.store.models import Account, Hamlet
from baophu.store.questions import the_office
from baophu.store.roles import PlaceKind


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune to choose, with its hamlets as (key, name)."""

    key: str
    name: str
    hamlets: list[tuple[str, str]]


def places_of(accounts: Iterable[Account]) -> dict[int, list[str]]:
    """Account → its places in words, in two queries for however many accounts."""
    given = {account.pk: list(account.places.all()) for account in accounts}
    keys = {one.place for places in given.values() for one in places if one.kind == PlaceKind.HAMLET}
    hamlets = dict(Hamlet.standing.filter(key__in=keys).values_list("key", "name"))
    return {
        pk: [
            place_words(one.place, hamlets) if one.kind in (PlaceKind.UNIT, PlaceKind.HAMLET) else one.place
            for one in places
        ]
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
    return [Commune(one.key, one.name, hamlets.get(one.key, [])) for one in communes]


def further_units(account: Account, communes: Iterable[Commune]) -> list[tuple[str, str]]:
    """Units of an account that are none of these communes, as (key, name): a district, a commune of old."""
    keys = {one.place for one in account.places.all() if one.kind == PlaceKind.UNIT}
    return [(key, load_areas().unit(key).name) for key in sorted(keys - {one.key for one in communes})]


def place_words(key: str, hamlets: Mapping[str, str]) -> str:
    """The name of a unit; that of a hamlet with its commune."""
    unit, slash, _number = key.partition("/")
    name = load_areas().unit(unit).name
    return f"{hamlets.get(key, key)} ({name})" if slash else name
