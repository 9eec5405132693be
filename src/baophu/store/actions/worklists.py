"""Handing people out to be visited, and taking a list back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pyarrow as pa
from django.db import transaction
from django.utils import timezone

from baophu.areas.units import load_areas
from baophu.base.errors import UserError
from baophu.base.words import N_
from baophu.store.actions.recording import record
from baophu.store.bulk import insert_rows
from baophu.store.models import Account, Worklist, WorklistPerson
from baophu.store.permissions import check_may
from baophu.store.scopes import scope_of
from baophu.store.visiting import HEALTH, fingerprint, handed_out, visitors_for, worklist_seen


class DoesNotVisit(UserError):
    message = N_("People of {place} cannot be handed out to the account {name}.")
    advice = N_("Choose a hamlet head of this hamlet, or a collector whose places hold it.")
    exit_code = 15


class NobodyToHandOut(UserError):
    message = N_("There is nobody to hand out: {handed} people of this list are handed out already.")
    advice = N_("Close the worklist they are on first, or choose another list or place.")
    exit_code = 15


class NotYourPlace(UserError):
    message = N_("{place} is not a place of the account {name}.")
    advice = N_("Ask the social insurance officer.")
    exit_code = 12


@dataclass(frozen=True, slots=True)
class Origin:
    """Where people to visit were taken from: which list of people to reach, of what place, in which build.

    `hamlet` is a key, or "" for the whole commune; `on` the day of the build.
    """

    why: str
    area: str
    build: str
    on: date
    hamlet: str = ""
    scheme: str = HEALTH

    def place(self) -> str:
        return self.hamlet or load_areas().unit(self.area).name


@dataclass(frozen=True, slots=True)
class ToVisit:
    """Someone to be visited, by number, with the name under which they are handed out."""

    person: int
    name: str
    why: str


def make_worklist(
    *, by: Account, to: Account, origin: Origin, people: Iterable[ToVisit], due: date | None = None
) -> Worklist:
    """Hand people out in the order given; those on an open worklist about the scheme are left out.

    Raises MayNot, NotYourPlace, DoesNotVisit, NobodyToHandOut.
    """
    check_may(by, "make_worklist")
    _check_place(by, origin)
    if to not in visitors_for(origin.area, origin.hamlet):
        raise DoesNotVisit(place=origin.place(), name=to.name)
    with transaction.atomic():
        taken = handed_out(origin.area, origin.scheme)
        people = list(people)
        free = [one for one in people if one.person not in taken]
        if not free:
            raise NobodyToHandOut(handed=len(people))
        worklist = _made(by, to, origin, due)
        _put_people(worklist, free)
        record(
            by=by,
            action="make_worklist",
            object=str(worklist.pk),
            to=to.name,
            why=origin.why,
            place=origin.hamlet or origin.area,
            people=len(free),
        )
    return worklist


def close_worklist(*, by: Account, number: int) -> Worklist:
    """Close a worklist: whom it was handed to sees its people no more. Raises NoSuchWorklist."""
    with transaction.atomic():
        worklist = worklist_seen(by, number)
        worklist.closed_at = worklist.closed_at or timezone.now()
        worklist.save(update_fields=["closed_at"])
        record(by=by, action="close_worklist", object=str(number))
    return worklist


def reopen_worklist(*, by: Account, number: int) -> Worklist:
    """Open a closed worklist again. Raises NoSuchWorklist."""
    with transaction.atomic():
        worklist = worklist_seen(by, number)
        worklist.closed_at = None
        worklist.save(update_fields=["closed_at"])
        record(by=by, action="reopen_worklist", object=str(number))
    return worklist


def _check_place(by: Account, origin: Origin) -> None:
    scope = scope_of(by)
    if (scope.units is not None and origin.area not in scope.units) or (
        scope.hamlets is not None and origin.hamlet not in scope.hamlets
    ):
        raise NotYourPlace(place=origin.place(), name=by.name)


def _made(by: Account, to: Account, origin: Origin, due: date | None) -> Worklist:
    return Worklist.objects.create(
        why=origin.why,
        scheme=origin.scheme,
        area=origin.area,
        hamlet=origin.hamlet,
        to=to,
        due=due,
        build=origin.build,
        on=origin.on,
        made_by=by,
    )


def _put_people(worklist: Worklist, people: list[ToVisit]) -> None:
    rows = {
        "worklist": [worklist.pk] * len(people),
        "person": [one.person for one in people],
        "position": list(range(len(people))),
        "why": [one.why for one in people],
        "fingerprint": [fingerprint(one.person, one.name) for one in people],
    }
    insert_rows(WorklistPerson, pa.table(rows))
