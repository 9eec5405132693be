"""Which offices a directive means, and for which of them an account acts."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

from baophu.areas.names import level_word, name_key, short_name
from baophu.areas.offices import lines_of, office_key
from baophu.areas.unit import Unit
from baophu.areas.units import load_areas
from baophu.base.clock import today
from baophu.base.scope import Scope
from baophu.base.text import fold, tidy
from baophu.base.words import N_
from baophu.builds.owing.offices import is_insurer, office_today, renamed
from baophu.directives.states import Party
from baophu.lists.titles import communes_named
from baophu.reports.words_of_date import in_prose
from baophu.store.excepted import without_excepted
from baophu.store.hamlet_offices import heads
from baophu.store.models import Account, Task, TaskAssignee
from baophu.store.permissions import OFFICE, STEERING
from baophu.store.roles import Role

COMMITTEE = "UBND"
_LEVEL = r"(?:xã|phường|thị\s+trấn|đặc\s+khu)"
# “các xã”, “mỗi xã”, “từng đơn vị xã”, “xã, phường”, or a level word at the end: of each commune.
_EACH_COMMUNE = re.compile(
    rf"\b(?:các|mỗi|từng)\s+(?:đơn\s+vị\s+)?(?:cấp\s+)?(?={_LEVEL})"
    rf"|\b(?={_LEVEL}\s*(?:,|và)\s*{_LEVEL})|\b(?<!thị\s)(?={_LEVEL}$)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[,;()]|\bvà\b")
_ITS_LEVEL = re.compile(rf"{_LEVEL}\b", re.IGNORECASE)
# Folded level words that name no commune.
_LEVELS = {"xa", "phuong", "thi tran", "dac khu", ""}
# The role of whoever has the jobs of these lines; a commune's own office is its official's.
LINES = {
    Role.EDUCATION: frozenset({"education_district"}),
    Role.LABOUR_FINANCE: frozenset({"labour_district", "finance_district"}),
}
# What names of insurers hold besides their place.
_OF_INSURERS = {"bao", "hiem", "xa", "hoi", "bhxh", "huyen", "co", "so", "tinh", "khu", "vuc"}
_PROVINCIAL = re.compile(r"^so\b|\btinh\b")


@dataclass(frozen=True, slots=True)
class NamedOffice:
    """An office as it is named; `key` is for comparing, `unit` the commune whose office it is, else ""."""

    name: str
    key: str
    unit: str = ""


class LeftOut(StrEnum):
    """Why what is named among communes is none that is meant."""

    ELSEWHERE = "elsewhere"
    SEVERAL = "several"
    UNKNOWN = "unknown"
    EXCEPTED = "excepted"


LEFT_OUT_WORDS = {
    LeftOut.ELSEWHERE: N_("a commune of another place"),
    LeftOut.SEVERAL: N_("several communes here have this name"),
    LeftOut.UNKNOWN: N_("no commune has this name"),
    LeftOut.EXCEPTED: N_("the directive leaves it out"),
}


class HasOffice(Protocol):
    """What tells an office: its name, its key, and the commune whose office it is."""

    @property
    def office(self) -> str: ...
    @property
    def office_key(self) -> str: ...
    @property
    def unit(self) -> str: ...


def offices_meant(text: str, home: str, on: date) -> list[NamedOffice]:
    """The offices that a directive of a day means: of “UBND các xã”, “Công an xã” each commune's.

    `home` is the key of the unit whose communes are meant. Communes that are named narrow the answer, to
    none where all of them are of other places; a commune alone is its committee. Those behind “trừ” are out.
    """
    written = tidy(text)
    communes = load_areas().extent(load_areas().unit(home), on)
    found = _EACH_COMMUNE.search(written)
    if found is None:
        units = _found(communes_named([written]), communes, on)
        unit = units[0].key if len(units) == 1 else ""
        name = f"{COMMITTEE} {in_prose(written)}" if unit and level_word(written) else written
        name = _spelled(name, unit)
        return [NamedOffice(name, office_key(name), unit)]
    written, but = without_excepted(written)
    before = written[: found.start()].strip() or COMMITTEE
    named = _found(_BETWEEN.split(written[found.end() :]), communes, on)
    elsewhere = LeftOut.ELSEWHERE in communes_left_out(written, home, on).values()
    meant = named if named or elsewhere else communes
    left = {unit.key for unit in _found(_communes_of(but), communes, on)}
    names = [(f"{before} {in_prose(unit.name)}", unit.key) for unit in meant if unit.key not in left]
    return [NamedOffice(name, office_key(name), unit) for name, unit in names]


def communes_left_out(text: str, home: str, on: date) -> dict[str, LeftOut]:
    """What stands among the communes of “UBND các xã …” and is none of the home's, or is one of several.

    >>> communes_left_out("UBND các xã Tân Lập, Mường Phăng", "614@", date(2023, 10, 16))
    {'Mường Phăng': <LeftOut.ELSEWHERE: 'elsewhere'>}
    """
    written = tidy(text)
    found = _EACH_COMMUNE.search(written)
    if found is None:
        return {}
    communes = load_areas().extent(load_areas().unit(home), on)
    written, but = without_excepted(written)
    parts = (_ITS_LEVEL.sub("", part).strip(" :.") for part in _BETWEEN.split(written[found.end() :]))
    # A name begins with a capital letter: not “trên địa bàn huyện”.
    named = [name for name in (*parts, *_communes_of(but)) if name[:1].isupper()]
    names = (name for name in named if not _found([name], communes, on))
    return {name: _why(name, communes, on) for name in names}


def communes_excepted(text: str, home: str, on: date) -> list[str]:
    """The communes of the home that “UBND các xã (trừ …)” leaves out."""
    communes = load_areas().extent(load_areas().unit(home), on)
    _written, but = without_excepted(tidy(text))
    return [in_prose(unit.name) for unit in _found(_communes_of(but), communes, on)]


def _communes_of(words: str) -> list[str]:
    """`UBND các xã Đăk Kôi, Đăk Pne` → the names of both."""
    parts = (
        part.rpartition(level[0])[2] if (level := _ITS_LEVEL.search(part)) else part
        for part in _BETWEEN.split(words)
    )
    return [name for part in parts if (name := part.strip(" :."))]


def _why(name: str, communes: list[Unit], on: date) -> LeftOut:
    areas = load_areas()
    if areas.find(name, level="commune", within=communes, on=on):
        return LeftOut.SEVERAL
    return LeftOut.ELSEWHERE if areas.find(name, level="commune", on=on) else LeftOut.UNKNOWN


def _spelled(office: str, unit: str) -> str:
    """An office of a commune, whose name stands as in the list of areas: of Đăk and Đắk one."""
    if unit:
        name = load_areas().unit(unit).name
        for written in communes_named([office]):
            if name_key(written) == name_key(name):
                return office.replace(written, short_name(name))
    return office


def _found(names: Iterable[str], communes: list[Unit], on: date) -> list[Unit]:
    found: dict[str, Unit] = {}
    for name in names:
        if fold(name) not in _LEVELS:
            meant = load_areas().find(name.strip(), level="commune", within=communes, on=on)
            found |= {unit.key: unit for unit in meant if len(meant) == 1}
    return list(found.values())


def same_office(one: str, other: str) -> bool:
    """Whether two names are of one office, one of which may leave its place or its time out.

    >>> same_office("BHXH huyện", "Bảo hiểm xã hội huyện Kon Rẫy")
    True
    """
    key, other_key = sorted((office_key(one), office_key(other)), key=len)
    if key == other_key or other_key.startswith(f"{key} "):
        return bool(key)
    of_one_line = is_insurer(one) and is_insurer(other) and bool(lines_of(one) & lines_of(other))
    places = [set(office_key(name).split()) - _OF_INSURERS for name in (one, other)]
    return of_one_line and (not all(places) or places[0] == places[1])


@lru_cache(maxsize=16)
def one_name_each(offices: frozenset[tuple[str, str, str]]) -> dict[tuple[str, str], str]:
    """Commune and key of an office → the fullest of the names that mean the same office."""
    of_unit: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for unit, key, name in sorted(offices, key=lambda one: (-len(one[1]), one)):
        of_unit[unit].append((key, name))
    names: dict[tuple[str, str], str] = {}
    for unit, fullest_first in of_unit.items():
        taken: list[str] = []
        for key, name in fullest_first:
            same = next((one for one in taken if same_office(one, name)), None)
            if same is None:
                taken.append(name)
            names.setdefault((unit, key), _spelled(same or name, unit))
    return names


def one_name_of_work(offices: Iterable[NamedOffice]) -> dict[NamedOffice, str]:
    """Of offices above the communes whose work is known: a fuller name that means the same office."""
    known = [one for one in offices if not one.unit and lines_of(one.name)]
    names = one_name_each(frozenset((one.unit, one.key, one.name) for one in known))
    fullest = {one: names[one.unit, one.key] for one in known}
    return {one: name for one, name in fullest.items() if office_key(name) != one.key}


def names_of(found: Iterable[HasOffice]) -> list[str]:
    """Of some rows the names of their offices, each office once."""
    offices = frozenset((one.unit, one.office_key, one.office) for one in found)
    return sorted(set(one_name_each(offices).values()))


def office_now(office: str, unit: str, on: date) -> str:
    """Who has an office's task on a day: the office itself, or those that took its job or its commune over.

    >>> office_now("UBND xã Tân Lập", "23497@", date(2026, 9, 30))
    'UBND xã Kon Braih'
    """
    return " / ".join(offices_now(office, unit, on))


@lru_cache(maxsize=4096)
def offices_now(office: str, unit: str, on: date) -> tuple[str, ...]:
    """The same one by one."""
    if not unit:
        return tuple(office_today(office, on).split(" / "))
    keys = load_areas().became_on(unit, on)
    if unit in keys:
        return (office,)
    return tuple(renamed(office, load_areas().unit(key)) for key in keys) or (office,)


def is_own(mine: str, office: NamedOffice, units: frozenset[str] | None, on: date) -> bool:
    """Whether an office is someone's own, `mine`, by its name or because its job is theirs on a day.

    Offices of communes outside `units` are others', whatever their names.
    """
    if not mine or (office.unit and units is not None and office.unit not in units):
        return False
    names = (office.name, *offices_now(office.name, office.unit, on))
    return any(same_office(mine, name) for name in names)


@lru_cache(maxsize=4096)
def _acts(
    role: Role, mine: str, units: frozenset[str] | None, own: str, office: NamedOffice, on: date
) -> bool:
    """Whether someone of a role acts for an office: by their own office, `mine`; without one by the role."""
    if role in OFFICE and same_office(own, office.name):
        return True
    if mine:
        return is_own(mine, office, units, on)
    if role == Role.COMMUNE_OFFICIAL:
        return bool(office.unit) and units is not None and office.unit in units
    if office.unit:
        return False
    if role == Role.PROVINCE:
        return bool(_PROVINCIAL.search(office.key))
    return bool(LINES.get(role, frozenset()) & lines_of(office.name)) and not office.key.startswith("ubnd")


def acts_for(account: Account, scope: Scope, own: str, office: NamedOffice) -> bool:
    """Whether an account acts for an office; `own` is the name of the home's office.

    A hamlet head acts for the hamlet, unless another office is said.
    """
    if account.is_active and _is_head(account):
        return heads(account.pk, office.name, office.unit)
    return account.is_active and _acts(Role(account.role), account.office, scope.units, own, office, today())


def _is_head(account: Account) -> bool:
    return Role(account.role) == Role.HAMLET_HEAD and not account.office


def has_office(account: Account) -> bool:
    """Whether an account acts for an office at all."""
    role = Role(account.role)
    own = (Role.COMMUNE_OFFICIAL, Role.HAMLET_HEAD, Role.PROVINCE)
    of_roles = role in OFFICE or role in LINES or role in own
    return account.is_active and (bool(account.office) or of_roles)


def _gave(account: Account, scope: Scope, own: str, giver: str) -> bool:
    """Whether an account acts for who gave a task: the office itself, or the one that alone took over.

    Of several that share a job none confirms for the others.
    """
    office = NamedOffice(giver, office_key(giver))
    alone = (
        not account.office or same_office(account.office, giver) or len(offices_now(giver, "", today())) == 1
    )
    return alone and acts_for(account, scope, own, office)


def parties(account: Account, scope: Scope, own: str, assignee: TaskAssignee, task: Task) -> frozenset[Party]:
    """For whom an account acts in a task that an office has: see `parties_in`."""
    office = NamedOffice(assignee.office, assignee.office_key, assignee.unit)
    return parties_in(account, scope, own, office, task.giver, assignee.to_id)


def only_received(
    account: Account, scope: Scope, own: str, office: NamedOffice, giver: str, to: int | None
) -> bool:
    """Whether an account acts in a task only as it was handed to them: they may at most give it back."""
    return to == account.pk and not parties_in(account, scope, own, office, giver, None)


def parties_in(
    account: Account, scope: Scope, own: str, office: NamedOffice, giver: str, to: int | None
) -> frozenset[Party]:
    """For whom an account acts in a task that `giver` gave to an office, and that was handed to `to` there.

    Whoever keeps the home enters what offices report on paper. They and leaders confirm it, but never the
    work of the office they act for that another gave. Those who supervise act for nobody.
    """
    role = Role(account.role)
    if not account.is_active or role == Role.SUPERVISOR:
        return frozenset()
    acts = acts_for(account, scope, own, office)
    found = set()
    if acts or role in OFFICE or to == account.pk:
        found.add(Party.ASSIGNEE)
    if (role in STEERING and not acts) or _gave(account, scope, own, giver):
        found.add(Party.GIVER)
    return frozenset(found)
