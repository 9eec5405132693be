"""What came of a visit, recorded on the phone or read from a filled worklist, and undone."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from baophu.base.clock import today
from baophu.base.errors import NotThere, UserError
from baophu.base.words import N_
from baophu.gaps.outcomes import Outcome, lacks_day
from baophu.lists.reading import FoundTable
from baophu.store.actions.recording import record
from baophu.store.bearers import Bearers, bearers
from baophu.store.models import Account, PersonNumber, ReceivedList, Visit, Worklist, WorklistPerson
from baophu.store.permissions import OFFICE, check_may
from baophu.store.roles import Role
from baophu.store.scopes import scope_of
from baophu.store.visiting import HEALTH, handed_under, last_visits, unfit


class VisitedMeanwhile(UserError):
    message = N_("{name} has recorded a visit to person {person} meanwhile, on {day}.")
    advice = N_("Look at what they recorded; you may record yours on top of it.")
    exit_code = 15


class NotHandedOut(UserError):
    message = N_("Person {person} is not on a worklist that is handed out to you.")
    advice = N_("Ask whoever hands out the worklists.")
    exit_code = 12


class NobodyVisited(UserError):
    message = N_("It is not said who was visited.")
    advice = N_("Tick at least one person.")
    exit_code = 15


class NoOutcome(UserError):
    message = N_("It is not said what came of the visit.")
    advice = N_("Choose one of the outcomes.")
    exit_code = 15


class NoDayPromised(UserError):
    message = N_("It is not said for which day payment was promised.")
    advice = N_("Write the day that was promised; without one choose another outcome.")
    exit_code = 15


class WrongDay(UserError):
    message = N_("A visit cannot be of {day}, nor can a promise be older than the visit.")
    advice = N_("Write the day of the visit, at the latest today, and a day of promise after it.")
    exit_code = 15


class NoSuchPerson(NotThere):
    message = N_("There is no person with the number {person}.")
    exit_code = 15


class NoSuchVisit(NotThere):
    message = N_("There is no such visit that you could undo.")
    advice = N_("Only who recorded a visit undoes it, or the social insurance officer.")
    exit_code = 15


def record_visit(
    *,
    by: Account,
    people: Mapping[int, int | None],
    outcome: str,
    on: date,
    promise_on: date | None = None,
    receipt: str = "",
    note: str = "",
    scheme: str = HEALTH,
) -> list[Visit]:
    """Record what came of one visit for each of some people of a household.

    `people` maps a person's number to the last visit that the form knew of (its pk, None for none). Of who is
    on a worklist the visit is kept under the number handed out, which stays theirs whatever is found out
    later. Raises MayNot, NobodyVisited, NoOutcome, NoDayPromised, WrongDay, NoSuchPerson, NotHandedOut, and
    VisitedMeanwhile where another visit was recorded since.
    """
    check_may(by, "record_visit")
    _check_form(people, outcome, on, promise_on)
    borne = bearers()
    people = {borne.now(person): seen for person, seen in people.items()}
    _check_handed_out(by, people)
    says = {"outcome": outcome, "on": on, "promise_on": promise_on, "receipt": receipt, "note": note}
    with transaction.atomic():
        _hold(people)
        _check_seen(people, scheme)
        handed = _handed(by, borne, people, scheme)
        visits = [
            Visit.objects.create(by=by, person=number, scheme=scheme, worklist_id=worklist, **says)
            for worklist, number in (handed.get(person, (None, person)) for person in people)
        ]
        record(by=by, action="record_visit", object=scheme, visits=_told(visits))
    return visits


def undo_visits(*, by: Account, numbers: Iterable[int]) -> list[Visit]:
    """Let visits count no more; what counted before counts again. Raises MayNot, NoSuchVisit."""
    check_may(by, "undo_visit")
    with transaction.atomic():
        visits = list(Visit.standing.filter(pk__in=list(numbers)))
        if not visits or (any(one.by_id != by.pk for one in visits) and Role(by.role) not in OFFICE):
            raise NoSuchVisit()
        Visit.objects.filter(pk__in=[one.pk for one in visits]).update(undone_at=timezone.now())
        record(by=by, action="undo_visit", object=visits[0].scheme, visits=_told(visits))
    return visits


def record_sheet(*, by: Account, received: ReceivedList, table: FoundTable) -> list[Visit]:
    """Record the visits that a received worklist tells of: rows that fit, with an outcome, not known yet.

    Call it in the transaction that keeps the list. Where the list is withdrawn the visits count no more.
    """
    misfits = unfit(table)
    told = [row for row in table.clean.to_pylist() if row["outcome"] and row["row"] not in misfits]
    lists = {row["worklist"] for row in told}
    handed = WorklistPerson.objects.filter(worklist__in=lists)
    under = handed_under(handed.values_list("worklist", "person"))
    told = [row | {"person": under[row["worklist"], row["person"]]} for row in told]
    schemes = dict(Worklist.objects.filter(pk__in=lists).values_list("pk", "scheme"))
    known = _known(lists)
    visits = [_visit(by, received, row, schemes[row["worklist"]]) for row in told if _says(row) not in known]
    Visit.objects.bulk_create(visits)
    record(by=by, action="receive_visits", object=received.key, list=received.pk, visits=len(visits))
    return visits


def _check_form(people: Mapping[int, int | None], outcome: str, on: date, promise_on: date | None) -> None:
    if not people:
        raise NobodyVisited()
    if outcome not in Outcome:
        raise NoOutcome()
    if lacks_day(outcome, promise_on):
        raise NoDayPromised()
    if on > today() or (promise_on is not None and promise_on < on):
        raise WrongDay(day=on)


def _check_handed_out(by: Account, people: Iterable[int]) -> None:
    assigned = scope_of(by).assigned_to
    if assigned is not None:
        for person in sorted(set(people) - assigned):
            raise NotHandedOut(person=person)


def _hold(people: Iterable[int]) -> None:
    """Let others who record visits to these people wait until this transaction ends."""
    held = PersonNumber.objects.select_for_update().filter(number__in=list(people)).order_by("number")
    missing = set(people) - {one.number for one in held}
    for person in sorted(missing):
        raise NoSuchPerson(person=person)


def _check_seen(people: Mapping[int, int | None], scheme: str) -> None:
    last = last_visits(people, scheme)
    for person, seen in people.items():
        visit = last.get(person)
        if visit is not None and visit.pk != seen:
            raise VisitedMeanwhile(person=person, name=visit.by.full_name or visit.by.name, day=visit.on)


def _handed(
    by: Account, borne: Bearers, people: Iterable[int], scheme: str
) -> dict[int, tuple[int | None, int]]:
    """Person → the open worklist they are visited for, one handed to `by` before others, and their number
    on it."""
    rows = WorklistPerson.objects.filter(
        person__in=borne.numbers(people), worklist__closed_at=None, worklist__scheme=scheme
    )
    found = rows.values_list("person", "worklist", "worklist__to")
    last = sorted(found, key=lambda row: (row[2] == by.pk, row[1], -row[0]))
    return {borne.now(number): (worklist, number) for number, worklist, _to in last}


def _told(visits: Iterable[Visit]) -> dict[str, int]:
    """Visit → the person visited, as the audit keeps it."""
    return {str(one.pk): one.person for one in visits}


def _known(lists: Iterable[int]) -> set[tuple[int, int, str, date | None]]:
    """What was recorded for worklists already, with its day and for rows that say none without it."""
    rows = Visit.standing.filter(worklist__in=list(lists)).values_list("worklist", "person", "outcome", "on")
    return {(number, person, outcome, day) for number, person, outcome, on in rows for day in (on, None)}


def _says(row: Mapping[str, Any]) -> tuple[int, int, str, date | None]:
    return row["worklist"], row["person"], row["outcome"], row["visited_on"]


def _visit(by: Account, received: ReceivedList, row: Mapping[str, Any], scheme: str) -> Visit:
    return Visit(
        by=by,
        person=row["person"],
        scheme=scheme,
        worklist_id=row["worklist"],
        outcome=row["outcome"],
        on=row["visited_on"] or today(),
        promise_on=row["promise_on"],
        receipt=row["receipt_number"] or "",
        note=row["note"] or "",
        list=received,
        row=row["row"],
    )
