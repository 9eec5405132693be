"""What was said of tables is remembered for the next of their sender, until it is forgotten."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from django.db import transaction
from django.utils import timezone

from baophu.base.dates import month_end
from baophu.base.errors import NotThere
from baophu.base.words import N_
from baophu.lists.reading import FoundTable
from baophu.lists.told import Told, origin_of, shape_of
from baophu.store.actions.recording import record
from baophu.store.models import Account, ListCorrection

# A list that says “September” may hold for the end of August, of September or of October.
_MOST_MONTHS = 1


class NoSuchCorrection(NotThere):
    message = N_("There is no correction {number}.")
    command = N_("See the numbers with “baophu lists corrections”.")
    exit_code = 15


def remember_corrections(
    *, by: Account, tables: Sequence[FoundTable], said: Callable[[FoundTable], Told]
) -> list[ListCorrection]:
    """Remember what was said of tables that are kept now: for their sender, and for tables that name none
    but bear the same titles. What is known already is not said twice.
    """
    made = []
    for table in tables:
        told = lasting(said(table), table)
        if told and table.told.mends is None:
            shape = shape_of([(text,) if text else () for text in table.heading])
            made += [_remember(by, origin, shape, one) for origin, one in _origins(table, told).items()]
    return [one for one in made if one]


def lasting(said: Told, table: FoundTable) -> Told | None:
    """What of it holds for the next table too: a day only as the end of a month; None where nothing does."""
    kept = replace(said, on=None, months=_months(said.on, table.own_day), correction=None)
    return kept if kept != Told() else None


def _months(on: date | None, said: date | None) -> int | None:
    """How many months after the month that a table says its day is the last one of a month."""
    if on is None or said is None or on == said or on != month_end(on):
        return None
    months = 12 * (on.year - said.year) + on.month - said.month
    return months if abs(months) <= _MOST_MONTHS else None


def _origins(table: FoundTable, told: Told) -> dict[str, Told]:
    """For whom it is remembered. Without any title nothing tells one sender from another."""
    own = origin_of(table.own_sender, table.titles, table.sheet)
    named = table.own_sender or table.titles
    found = {own: told if named else replace(told, sender=None)}
    if told.sender:
        found[origin_of(told.sender, table.titles, table.sheet)] = told
    return {origin: one for origin, one in found.items() if one != Told()}


def _remember(by: Account, origin: str, shape: str, told: Told) -> ListCorrection | None:
    facts = {
        "kind": told.kind or "",
        "sender": told.sender or "",
        "months": told.months,
        "columns": dict(told.columns),
    }
    last = ListCorrection.standing.filter(origin=origin, shape=shape).last()
    if last and all(getattr(last, name) == value for name, value in facts.items()):
        return None
    with transaction.atomic():
        made = ListCorrection.objects.create(origin=origin, shape=shape, by=by, **facts)
        record(by=by, action="remember_correction", object=origin, correction=made.pk, **facts)
    return made


def forget_correction(*, by: Account, number: int) -> list[ListCorrection]:
    """Forget a correction, and what else was said of tables of that shape by that sender.

    Raises NoSuchCorrection.
    """
    one = ListCorrection.standing.filter(pk=number).first()
    if one is None:
        raise NoSuchCorrection(number=number)
    same = ListCorrection.standing.filter(shape=one.shape)
    forgotten = [other for other in same if other.origin == one.origin or _is_twin(one, other)]
    _forget(forgotten, by=by)
    return forgotten


def _is_twin(one: ListCorrection, other: ListCorrection) -> bool:
    """Whether both were said at once."""
    return bool(one.sender) and (one.sender, one.kind, one.columns) == (
        other.sender,
        other.kind,
        other.columns,
    )


def _forget(corrections: Iterable[ListCorrection], *, by: Account) -> None:
    with transaction.atomic():
        for one in corrections:
            ListCorrection.objects.filter(pk=one.pk).update(forgotten_at=timezone.now(), forgotten_by=by)
            record(by=by, action="forget_correction", object=one.origin, correction=one.pk)
