"""Which offices are hamlets: what a hamlet head acts for, where no other office is said."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from baophu.areas.hamlets import hamlet_key_name
from baophu.base.home import Home
from baophu.store.models import AccountPlace, Hamlet, HamletName
from baophu.store.newest import newest_writes
from baophu.store.opening import opened_home
from baophu.store.roles import PlaceKind
from baophu.store.scopes import ground

# `Trưởng thôn 1`, `Ban nhân dân thôn 1` and `thôn 1` are one office.
_OF_HAMLET = re.compile(
    r"(?:(?:trưởng|ban\s+nhân\s+dân|bnd)\s+)?"
    r"(?P<hamlet>(?:thôn|làng|buôn|bon|bản|ấp|khóm|xóm|khối|tiểu\s+khu|khu\s+(?:phố|dân\s+cư)|tổ\s+dân\s+phố|tdp)\s.+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Hamlets:
    """`of_account`: the hamlets of an account, each with its commune and the names it goes by; `named`: how
    many hamlets of the home go by a name.
    """

    of_account: Mapping[int, list[tuple[str, frozenset[str]]]]
    named: Mapping[str, int]


def heads(account: int, office: str, unit: str) -> bool:
    """Whether an office, of the commune `unit` where that is known, is a hamlet of an account.

    Without a commune it is meant only where the home has a single hamlet of that name.
    """
    found = _OF_HAMLET.fullmatch(office)
    if found is None:
        return False
    known, name = _hamlets(opened_home(), newest_writes()), hamlet_key_name(found["hamlet"])
    return any(
        name in names and (unit in ground(frozenset({commune})) if unit else known.named[name] == 1)
        for commune, names in known.of_account.get(account, ())
    )


@lru_cache(maxsize=4)
def _hamlets(_home: Home, _newest: tuple[Any, ...]) -> _Hamlets:
    names: dict[str, set[str]] = defaultdict(set)
    units = {}
    for key, unit, name in Hamlet.standing.values_list("key", "unit", "name"):
        units[key] = unit
        names[key].add(hamlet_key_name(name))
    listed = HamletName.objects.filter(hamlet__replaced_at=None).values_list("hamlet__key", "name_key")
    for key, name in listed:
        names[key].add(name)
    of_account = defaultdict(list)
    places = AccountPlace.objects.filter(kind=PlaceKind.HAMLET, place__in=units)
    for account, key in places.values_list("account", "place"):
        of_account[account].append((units[key], frozenset(names[key])))
    return _Hamlets(dict(of_account), Counter(name for each in names.values() for name in each))
