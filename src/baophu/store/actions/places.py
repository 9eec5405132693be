"""Decisions about places: hamlets with the names lists know them by, and dated classes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from baophu.areas.classes import ClassKind, values_of
from baophu.areas.hamlets import hamlet_key_name
from baophu.areas.units import load_areas
from baophu.base.dates import Interval
from baophu.base.errors import UserError
from baophu.base.text import title_name
from baophu.base.words import N_
from baophu.store.actions.deciding import decide
from baophu.store.actions.recording import record
from baophu.store.models import Account, AreaClass, Hamlet, HamletName
from baophu.store.questions import the_office

ALWAYS = Interval()


class UnknownClass(UserError):
    message = N_("“{value}” is not a value of the class {kind}.")
    advice = N_("Known: {known}.")
    exit_code = 15


class UnknownClassKind(UserError):
    message = N_("There is no class “{kind}”.")
    advice = N_("Known: {known}.")
    exit_code = 15


class UnknownPlace(UserError):
    message = N_("There is no unit and no hamlet with the key {place}.")
    advice = N_("Write a unit like 23485@2025-07-01 and a hamlet like 23485@2025-07-01/03.")
    exit_code = 15


@dataclass(frozen=True, slots=True)
class NamedHamlet:
    """A hamlet by its commune's unit key, its name, and other names for it."""

    unit: str
    name: str
    aliases: tuple[str, ...] = ()

    def name_keys(self) -> list[str]:
        """Its folded names, each once, the hamlet's own first; empty where no name says anything."""
        keys = [hamlet_key_name(name) for name in (self.name, *self.aliases)]
        return list(dict.fromkeys(key for key in keys if key))


def add_hamlets(
    *, by: Account, hamlets: Iterable[NamedHamlet], source: str, valid: Interval = ALWAYS
) -> list[Hamlet]:
    """Make hamlets of those not known yet and teach the known ones new names; returns the new ones.

    A commune knows a hamlet by any of its folded names. Numbers follow the order given. Raises UnknownUnit.
    """
    with transaction.atomic():
        known = _known_names()
        made: list[Hamlet] = []
        taught: dict[str, list[str]] = {}
        for named in hamlets:
            hamlet = _known(named, known)
            if hamlet is None and named.name_keys():
                hamlet = _make(named, by=by, source=source, valid=valid)
                made.append(hamlet)
            if hamlet is not None:
                taught.setdefault(hamlet.key, []).extend(_teach(hamlet, named, known))
        new = {key: names for key, names in taught.items() if names}
        if new:
            record(by=by, action="add_hamlets", object=source, names=new)
    return made


def set_class(
    *, by: Account, kind: str, value: str, place: str, source: str, valid: Interval = ALWAYS
) -> AreaClass:
    """Let a class stand for a unit or hamlet from `valid.first` on.

    A bare code means the unit of that day, without one of the home's own day. Raises UnknownClassKind,
    UnknownClass, UnknownPlace and what `Areas.unit` raises.
    """
    if kind not in ClassKind:
        raise UnknownClassKind(kind=kind, known=[one.value for one in ClassKind])
    if value not in values_of(ClassKind(kind)):
        raise UnknownClass(value=value, kind=kind, known=list(values_of(ClassKind(kind))))
    about = {
        "kind": kind,
        "place": _known_place(place, valid.first or the_office().on),
        "valid_from": valid.first,
    }
    says = {"value": value, "valid_to": valid.last, "source": source}
    row: AreaClass = decide(AreaClass, by=by, action="set_class", about=about, says=says)
    return row


def _known_names() -> dict[tuple[str, str], Hamlet]:
    names = HamletName.objects.filter(hamlet__replaced_at=None).select_related("hamlet")
    return {(name.hamlet.unit, name.name_key): name.hamlet for name in names}


def _known(named: NamedHamlet, known: dict[tuple[str, str], Hamlet]) -> Hamlet | None:
    found = (known.get((named.unit, key)) for key in named.name_keys())
    return next((hamlet for hamlet in found if hamlet is not None), None)


def _make(named: NamedHamlet, *, by: Account, source: str, valid: Interval) -> Hamlet:
    unit = load_areas().unit(named.unit)
    number = Hamlet.objects.filter(unit=unit.key).values("key").distinct().count() + 1
    return Hamlet.objects.create(
        by=by,
        key=f"{unit.key}/{number:02}",
        unit=unit.key,
        name=title_name(named.name),
        valid_from=valid.first,
        valid_to=valid.last,
        source=source,
    )


def _teach(hamlet: Hamlet, named: NamedHamlet, known: dict[tuple[str, str], Hamlet]) -> list[str]:
    new = [key for key in named.name_keys() if (hamlet.unit, key) not in known]
    HamletName.objects.bulk_create(HamletName(hamlet=hamlet, name_key=key) for key in new)
    known.update({(hamlet.unit, key): hamlet for key in new})
    return new


def _known_place(place: str, on: date) -> str:
    if "/" not in place:
        return load_areas().unit(place, on).key
    if not Hamlet.standing.filter(key=place).exists():
        raise UnknownPlace(place=place)
    return place
