"""The lists and decisions of a home as the frozen inputs of a build, in an order that never varies."""

from dataclasses import replace
from functools import lru_cache

import pyarrow as pa
from django.db.models import Model, QuerySet, Subquery

from baophu.areas import classes as area_classes
from baophu.areas import hamlets as area_hamlets
from baophu.base.dates import Interval
from baophu.base.home import Home
from baophu.builds.inputs import NUMBERS, Inputs, ListEntry
from baophu.builds.opened import OpenBuild
from baophu.coverage import denominators, targets
from baophu.gaps import outcomes
from baophu.lists.kinds.visits import VISITS
from baophu.store.link_decisions import decisions_of_builds
from baophu.store.models import (
    AreaClass,
    AuditEntry,
    CurrentBuild,
    Denominator,
    Hamlet,
    PersonNumber,
    ReceivedList,
    Target,
    Visit,
)
from baophu.store.opening import opened_home
from baophu.store.questions import NoBuild, the_office

# The actions that change what a finished build is looked at with: its lists, places and targets.
DECIDING = (
    "keep_lists", "withdraw_list", "restore_list", "keep_upload", "add_hamlets", "set_class", "set_target",
    "withdraw_target", "set_denominator",
)  # fmt: skip


def open_current() -> OpenBuild:
    """The current build with the decisions that hold now, for looking at; every thread gets the same one.

    It is opened anew when another build is current or something was decided. Raises NoBuild.
    """
    current = CurrentBuild.objects.values_list("build__name", Subquery(last_decision())).first()
    if current is None:
        raise NoBuild()
    return _opened(opened_home(), *current)


def last_decision() -> QuerySet:
    """The number of the last decision, for a query that asks for more besides."""
    return AuditEntry.objects.filter(action__in=DECIDING).order_by("-pk").values("pk")[:1]


@lru_cache(maxsize=1)
def _opened(home: Home, name: str, decided: int | None) -> OpenBuild:
    return OpenBuild(home.builds / name, _decisions(home))


def gather_inputs() -> Inputs:
    """What a build of the opened home would read now."""
    home, office = opened_home(), the_office()
    return replace(
        _decisions(home),
        visits=_visits(),
        decisions=decisions_of_builds(one_decides=office.one_decides),
        one_decides=office.one_decides,
        numbers=person_numbers(),
        former=_former(home),
    )


def _decisions(home: Home) -> Inputs:
    """The lists and what was decided besides, which is all that a look at a finished build needs."""
    return Inputs(
        home=home,
        area=the_office().area,
        lists=tuple(_entry(home, one) for one in ReceivedList.of_builds.all()),
        hamlets=standing_hamlets(),
        classes=tuple(_class(one) for one in _in_order(AreaClass, "kind", "place", "valid_from")),
        targets=tuple(_target(one) for one in _in_order(Target, "area", "scheme", "due", "document")),
        denominators=tuple(_denominator(one) for one in _in_order(Denominator, "area", "kind", "on")),
    )


def _former(home: Home) -> tuple[ListEntry, ...]:
    """The lists that were withdrawn and did not come back."""
    standing = set(ReceivedList.of_builds.values_list("key", flat=True))
    withdrawn = ReceivedList.objects.exclude(withdrawn_at=None).exclude(kind=VISITS.name)
    withdrawn = withdrawn.select_related("file").order_by("pk")
    entries = {one.key: _entry(home, one) for one in withdrawn if one.key not in standing}
    return tuple(entry for entry in entries.values() if entry.rows_path.is_file())


def _visits() -> tuple[outcomes.Visit, ...]:
    """The last visit to each person about each scheme."""
    columns = ("person", "scheme", "outcome", "on", "promise_on", "pk")
    rows = Visit.standing.order_by("on", "pk").values_list(*columns)
    last = {(person, scheme): (outcome, *rest) for person, scheme, outcome, *rest in rows}
    return tuple(
        outcomes.Visit(person, scheme, outcomes.Outcome(outcome), *rest)
        for (person, scheme), (outcome, *rest) in sorted(last.items())
    )


def person_numbers() -> pa.Table:
    """The person numbers given so far (number, list, row)."""
    rows = PersonNumber.objects.order_by("number").values_list("number", "list", "row")
    columns = list(zip(*rows, strict=True)) or [(), (), ()]
    return pa.table(
        [pa.array(values, kind.type) for values, kind in zip(columns, NUMBERS, strict=True)], schema=NUMBERS
    )


def _in_order(model: type[Model], *fields: str) -> QuerySet:
    return model.standing.order_by(*fields, "pk")


def _entry(home: Home, one: ReceivedList) -> ListEntry:
    return ListEntry(
        id=one.key,
        file=one.file.name,
        file_hash=one.file.sha256,
        sheet=one.sheet,
        kind=one.kind,
        sender=one.sender,
        as_of=one.as_of,
        rows_path=home.root / one.rows_path,
        extents=tuple(one.extents),
        sequence=one.pk,
    )


def standing_hamlets() -> tuple[area_hamlets.Hamlet, ...]:
    """The hamlets of the home, ended ones too, by their keys."""
    return tuple(_hamlet(one) for one in _in_order(Hamlet, "key").prefetch_related("names"))


def _hamlet(one: Hamlet) -> area_hamlets.Hamlet:
    names = tuple(sorted(name.name_key for name in one.names.all()))
    valid = Interval(one.valid_from, one.valid_to)
    return area_hamlets.Hamlet(one.key, one.unit, one.name, names, valid, one.source)


def _class(one: AreaClass) -> area_classes.UnitClass:
    valid = Interval(one.valid_from, one.valid_to)
    return area_classes.UnitClass(area_classes.ClassKind(one.kind), one.value, one.place, valid, one.source)


def _target(one: Target) -> targets.Target:
    return targets.Target(
        area=one.area,
        scheme=one.scheme,
        rate=one.rate,
        by=one.due,
        document=one.document,
        issuer=one.issuer,
        decided_on=one.decided_on,
        people=one.people,
    )


def _denominator(one: Denominator) -> denominators.Denominator:
    return denominators.Denominator(one.area, one.kind, one.on, one.people, one.source)
