"""Which offices are hamlets: what a hamlet head acts for, where no other office is said."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from baophu.areas.hamlets import hamlet_key_name
from baophu.areas.units import load_areas
from baophu.base.dates import Interval
from baophu.base.home import Home
from baophu.base.text import tidy
from baophu.lists.titles import communes_named
from baophu.reports.words_of_date import in_prose
from baophu.store.models import AccountPlace, Hamlet, HamletName
from baophu.store.newest import newest_writes
from baophu.store.opening import opened_home
from baophu.store.roles import PlaceKind
from baophu.store.scopes import ground

# `Trưởng thôn 1`, `Ban nhân dân thôn 1` and `thôn 1` are one office.
WORD = r"(?:thôn|làng|buôn|bon|bản|ấp|khóm|xóm|khối|tiểu\s+khu|khu\s+(?:phố|dân\s+cư)|tổ\s+dân\s+phố|tdp)"
_HEAD = r"(?:trưởng|ban\s+nhân\s+dân|bnd)"
_OF_HAMLET = re.compile(rf"(?:{_HEAD}\s+)?(?P<hamlet>{WORD}\s.+)", re.IGNORECASE)
# “Trưởng các thôn”, “các trưởng thôn, làng”, “mỗi thôn trên địa bàn xã”; not “các làng nghề”.
_EACH_HAMLET = re.compile(
    rf"\b(?:các|mỗi|từng)\s+(?P<head>{_HEAD}\s+)?(?P<word>{WORD})(?:\s*(?:,|/|và)\s*{WORD})*\b"
    r"(?=$|\s*[,:;(]|\s+(?:trên|thuộc|trong|của|tại|xã|phường|thị\s+trấn)\b|\s+(?-i:[^\W_a-zà-ỹđ]))",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[,;():]|\bvà\b")


@dataclass(frozen=True, slots=True)
class _Hamlets:
    """The hamlets of the home that stand, by key, and the folded names that each goes by; `of_account`: the
    keys of those that an account has; `named`: how many of the home go by a name.
    """

    standing: Mapping[str, Hamlet]
    names: Mapping[str, frozenset[str]]
    of_account: Mapping[int, list[str]]
    named: Mapping[str, int]


def heads(account: int, office: str, unit: str) -> bool:
    """Whether an office, of the commune `unit` where that is known, is a hamlet of an account.

    Without a commune it is meant only where the home has a single hamlet of that name.
    """
    found = _OF_HAMLET.fullmatch(office)
    if found is None:
        return False
    known, name = _hamlets(opened_home(), newest_writes()), hamlet_key_name(found["hamlet"])
    own = (known.standing[key] for key in known.of_account.get(account, ()) if name in known.names[key])
    return any(unit in ground(frozenset({one.unit})) if unit else known.named[name] == 1 for one in own)


def hamlets_meant(text: str, home: str, on: date) -> list[tuple[str, str]]:
    """Of “Trưởng các thôn” the office of each hamlet, with its commune; none where they are not known.

    They are those of the communes that are named, else of the home where it is a commune. Hamlets that are
    named narrow the answer; one that is not known leaves what is written as it is.
    """
    written = tidy(text)
    found = _EACH_HAMLET.search(written)
    if found is None:
        return []
    hamlets = _hamlets(opened_home(), newest_writes())
    known = _in_communes(hamlets, _communes(written[found.end() :], home, on), on)
    names = hamlets.names
    parts = (part.strip() for part in _BETWEEN.split(written[found.end() :]))
    asked = {hamlet_key_name(part) for part in parts if part[:1].isupper() or part[:1].isdigit()}
    if not asked <= {name for one in known for name in names[one.key]}:
        return []
    before = f"{written[: found.start()]}{found['head'] or ''}".strip()
    meant = [one for one in known if not asked or asked & names[one.key]]
    return _named(meant, before, found["word"].lower())


def _communes(after: str, home: str, on: date) -> set[str]:
    areas = load_areas()
    unit = areas.unit(home)
    communes = areas.extent(unit, on)
    named = list(communes_named([after]))
    if named:
        found = [areas.find(name, level="commune", within=communes, on=on) for name in named]
        return {each[0].key for each in found if len(each) == 1}
    return {one.key for one in communes} if unit.level == "commune" else set()


def _in_communes(hamlets: _Hamlets, communes: set[str], on: date) -> list[Hamlet]:
    return [
        one
        for one in hamlets.standing.values()
        if on in Interval(one.valid_from, one.valid_to)
        and not communes.isdisjoint(load_areas().became_on(one.unit, on))
    ]


def _named(hamlets: list[Hamlet], before: str, word: str) -> list[tuple[str, str]]:
    """Those of one name carry that of their commune."""
    often = Counter(one.name for one in hamlets)
    found = []
    for one in hamlets:
        name = one.name if re.match(rf"{WORD}\s", one.name, re.IGNORECASE) else f"{word} {one.name}"
        name = f"{before} {in_prose(name)}" if before else f"{name[0].upper()}{name[1:]}"
        place = f" {in_prose(load_areas().unit(one.unit).name)}" if often[one.name] > 1 else ""
        found.append((f"{name}{place}", one.unit))
    return found


@lru_cache(maxsize=4)
def _hamlets(_home: Home, _newest: tuple[Any, ...]) -> _Hamlets:
    standing = {one.key: one for one in Hamlet.standing.order_by("key")}
    names = {key: {hamlet_key_name(one.name)} for key, one in standing.items()}
    listed = HamletName.objects.filter(hamlet__replaced_at=None).values_list("hamlet__key", "name_key")
    for key, name in listed:
        names[key].add(name)
    of_account = defaultdict(list)
    places = AccountPlace.objects.filter(kind=PlaceKind.HAMLET, place__in=standing)
    for account, key in places.values_list("account", "place"):
        of_account[account].append(key)
    named = Counter(name for each in names.values() for name in each)
    return _Hamlets(standing, {key: frozenset(each) for key, each in names.items()}, of_account, named)
