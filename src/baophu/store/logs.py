"""The two logs: who looked at whom, and what was done. Newest first, in a fixed number of queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, QuerySet

from baophu.base.clock import HANOI
from baophu.store.models import AuditEntry, Look, LookedAt

NOBODY_KNOWN = {"people": 0, "person": None}

type Units = frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows of a log: of a day, of an account, of a purpose or action, about a person."""

    day: date | None = None
    account: str = ""
    purpose: str = ""
    action: str = ""
    person: int | None = None


@dataclass(frozen=True, slots=True)
class SeenLook:
    """A look, with how many people of the reader's units it showed; `person` is the only one.

    None of them is known by number where rows were shown before anyone knew whose they are.
    """

    number: int
    at: datetime
    account: str
    purpose: str
    command: str
    people: int
    person: int | None


@dataclass(frozen=True, slots=True)
class Some[Row]:
    """Some rows of a log; `before` asks for the next older ones, None where there are none."""

    rows: Sequence[Row]
    before: int | None


def looks(wanted: Wanted, units: Units, before: int | None, most: int) -> Some[SeenLook]:
    """Looks at people of these units (None: of all), older than the look with the number `before`."""
    found = _of(Look.objects.select_related("by"), wanted)
    if wanted.purpose:
        found = found.filter(purpose=wanted.purpose)
    if wanted.person is not None:
        found = found.filter(pk__in=_people(units).filter(person=wanted.person).values("look"))
    elif units is not None:
        found = found.filter(Exists(_people(units).filter(look=OuterRef("pk"))))
    some = _some(found, before, most)
    shown = {
        one["look"]: one
        for one in _people(units)
        .filter(look__in=[look.pk for look in some.rows])
        .values("look")
        .annotate(people=Count("pk"), person=Min("person"))
    }
    return Some([_seen(look, shown.get(look.pk, NOBODY_KNOWN)) for look in some.rows], some.before)


def people_of(look: Look, units: Units) -> list[tuple[int, str]]:
    """Number and unit of the people of these units whom a look showed."""
    return list(_people(units).filter(look=look).order_by("person").values_list("person", "unit"))


def entries(wanted: Wanted, before: int | None, most: int) -> Some[AuditEntry]:
    """What was done, older than the entry with the number `before`."""
    found = _of(AuditEntry.objects.select_related("by"), wanted)
    return _some(found.filter(action=wanted.action) if wanted.action else found, before, most)


def _people(units: Units) -> QuerySet:
    found = LookedAt.objects.all()
    return found if units is None else found.filter(unit__in=units)


def _of(found: QuerySet, wanted: Wanted) -> QuerySet:
    if wanted.day:
        begin = datetime.combine(wanted.day, time(), HANOI)
        found = found.filter(at__gte=begin, at__lt=begin + timedelta(days=1))
    return found.filter(by__name=wanted.account) if wanted.account else found


def _some(found: QuerySet, before: int | None, most: int) -> Some[Any]:
    older = found if before is None else found.filter(pk__lt=before)
    rows = list(older.order_by("-pk")[: most + 1])
    return Some(rows[:most], rows[most - 1].pk if len(rows) > most else None)


def _seen(look: Look, shown: Mapping[str, Any]) -> SeenLook:
    only = shown["person"] if shown["people"] == 1 else None
    return SeenLook(look.pk, look.at, look.by.name, look.purpose, look.command, shown["people"], only)
