"""Evidence that a task was done: a file that is kept, a link, or a figure that is looked up each time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone

from baophu.areas.unit import Unit
from baophu.areas.units import load_areas
from baophu.base.errors import NotThere, UserError
from baophu.base.files import readable
from baophu.base.money import MILLION
from baophu.base.scope import Scope
from baophu.base.text import tidy
from baophu.base.words import N_
from baophu.builds.answers import OutsideScope
from baophu.coverage.denominators import KIND_OF_SCHEME
from baophu.coverage.figures import BASIS
from baophu.directives.states import Party
from baophu.store.actions.recording import record
from baophu.store.actions.targets import NotACount, NotARate, UnknownScheme
from baophu.store.actions.tasks import NotInvolved
from baophu.store.evidence_files import check_evidence
from baophu.store.keeping_files import keep_file
from baophu.store.models import (
    Account,
    EvidenceKind,
    EvidenceMove,
    TaskAssignee,
    TaskEvidence,
    TaskOccurrence,
)
from baophu.store.questions import the_office
from baophu.store.scopes import scope_of
from baophu.store.task_offices import parties
from baophu.store.tasks import NoSuchTime, assignee_seen

MEASURES = ("coverage", "participants")


class OneOfThree(UserError):
    message = N_("Evidence is one file, one link or one figure.")
    advice = N_("Give one of them; further ones are added one by one.")
    exit_code = 15


class NotALink(UserError):
    message = N_("“{link}” is no address of a page.")
    advice = N_("Write it in full, beginning with https://.")
    exit_code = 15


class NothingInIt(UserError):
    message = N_("{file} is empty and proves nothing.")
    advice = N_("Choose the file again, or ask who sent it for another.")
    exit_code = 15


class RateOrPeople(UserError):
    message = N_("Both a coverage and a number of people are given.")
    advice = N_("Say one of them; the other follows from it.")
    exit_code = 15


class UnknownMeasure(UserError):
    message = N_("“{value}” is nothing that is counted.")
    advice = N_("Known: {known}.")
    exit_code = 15


class NoSuchEvidence(NotThere):
    message = N_("There is no evidence {number}.")
    exit_code = 15


class WantedByGiver(UserError):
    message = N_("This figure was attached for the office that gave the task; it is not yours to remove.")
    advice = N_("Ask that office; what proves the task otherwise can be added beside it.")
    exit_code = 12


@dataclass(frozen=True, slots=True)
class FigureAsked:
    """A figure that a task hangs on.

    `rate` is per million, `people` a number; without both the target counts that stands.
    """

    area: str
    scheme: str
    measure: str = MEASURES[0]
    numerator: str = "participants"
    rate: int | None = None
    people: int | None = None


def add_evidence(
    *,
    by: Account,
    number: int,
    file: Path | None = None,
    link: str = "",
    figure: FigureAsked | None = None,
    due: date | None = None,
    note: str = "",
) -> TaskEvidence:
    """Add a piece of evidence to an office's task, or to the time of it that is due on a day.

    Raises MayNot, NoSuchTask, NoSuchTime, NotInvolved, OneOfThree, NotALink; of a file NoSuchFile,
    NothingInIt and what `check_evidence` raises; of a figure UnknownUnit, OutsideScope, UnknownScheme,
    UnknownMeasure, RateOrPeople, NotARate, NotACount.
    """
    if sum((file is not None, bool(link), figure is not None)) != 1:
        raise OneOfThree()
    with transaction.atomic():
        row = _involved(by, number)
        evidence: TaskEvidence = TaskEvidence.objects.create(
            by=by,
            assignee=row,
            occurrence=_time(row, due),
            note=tidy(note),
            **_said(by, file, link, figure, row.task.given_on),
        )
        record(
            by=by,
            action="add_evidence",
            object=str(row.task_id),
            row=row.pk,
            evidence=evidence.pk,
            kind=evidence.kind,
        )
    return evidence


def remove_evidence(*, by: Account, number: int) -> TaskEvidence:
    """Let a piece of evidence count no more; its file stays.

    Raises MayNot, NoSuchEvidence, NotInvolved, WantedByGiver.
    """
    return _set_removed(by, number, action="remove_evidence", removed=True)


def restore_evidence(*, by: Account, number: int) -> TaskEvidence:
    """Let a piece of evidence that was removed count again. Raises as `remove_evidence`."""
    return _set_removed(by, number, action="restore_evidence", removed=False)


def _set_removed(by: Account, number: int, *, action: str, removed: bool) -> TaskEvidence:
    with transaction.atomic():
        found = (
            TaskEvidence.objects.select_related("by").filter(pk=number, removed_at__isnull=removed).first()
        )
        if found is None:
            raise NoSuchEvidence(number=number)
        evidence: TaskEvidence = found
        row = _involved(by, evidence.assignee_id)
        if not removable(by, row, _acting(by, row), [evidence]):
            raise WantedByGiver()
        evidence.removed_at = timezone.now() if removed else None
        evidence.save(update_fields=["removed_at"])
        EvidenceMove.objects.create(by=by, evidence=evidence, removed=removed)
        record(by=by, action=action, object=str(row.task_id), row=row.pk, evidence=number)
    return evidence


def removable(
    account: Account, row: TaskAssignee, acting: frozenset[Party], evidence: Iterable[TaskEvidence]
) -> set[int]:
    """The evidence of a task that somebody may remove, or bring back, who acts in it as `acting` says.

    A figure that was attached for who gave the task is wanted by them: the office that has it cannot.
    """
    if not acting:
        return set()
    found = list(evidence)
    others = {one.by for one in found if one.kind == EvidenceKind.FIGURE.value} - {account}
    gave = set() if Party.GIVER in acting else {one for one in others if Party.GIVER in _acting(one, row)}
    return {one.pk for one in found if one.kind != EvidenceKind.FIGURE.value or one.by not in gave}


def _involved(by: Account, number: int) -> TaskAssignee:
    row = assignee_seen(by, number)
    if not _acting(by, row):
        raise NotInvolved()
    return row


def _acting(account: Account, row: TaskAssignee) -> frozenset[Party]:
    return parties(account, scope_of(account), the_office().name, row, row.task)


def _time(row: TaskAssignee, due: date | None) -> TaskOccurrence | None:
    if due is None:
        return None
    time: TaskOccurrence | None = row.occurrences.filter(due=due).first()
    if time is None:
        raise NoSuchTime(number=row.pk)
    return time


def _said(by: Account, file: Path | None, link: str, figure: FigureAsked | None, on: date) -> dict[str, Any]:
    if file is not None:
        if readable(file).stat().st_size == 0:
            raise NothingInIt(file=file.name)
        check_evidence(file)
        return {"kind": EvidenceKind.FILE.value, "file": keep_file(file, by=by)}
    if figure is None:
        parts = urlsplit(tidy(link))
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise NotALink(link=link)
        return {"kind": EvidenceKind.LINK.value, "link": tidy(link)}
    _check(figure)
    return {
        "kind": EvidenceKind.FIGURE.value,
        "area": place_seen(scope_of(by), figure.area, on).key,
        "scheme": figure.scheme,
        "measure": figure.measure,
        "numerator": figure.numerator,
        "rate": figure.rate,
        "people": figure.people,
    }


def places_seen(scope: Scope, keys: Iterable[str], on: date) -> list[Unit]:
    """The places, by code or key, whose figures somebody sees. Raises UnknownUnit."""
    areas = load_areas()
    units = [areas.unit(key, on) for key in keys]
    return [
        one
        for one in units
        if scope.units is None or {each.key for each in areas.extent(one, on)} <= scope.units
    ]


def place_seen(scope: Scope, key: str, on: date) -> Unit:
    """One of them. Raises UnknownUnit, OutsideScope."""
    for unit in places_seen(scope, [key], on):
        return unit
    areas = load_areas()
    names = [areas.unit(one).name for one in sorted(scope.units or ())]
    raise OutsideScope(area=areas.unit(key, on).name, places=names or ["–"])


def _check(figure: FigureAsked) -> None:
    if figure.scheme not in KIND_OF_SCHEME:
        raise UnknownScheme(scheme=figure.scheme, known=list(KIND_OF_SCHEME))
    for value, known in ((figure.measure, MEASURES), (figure.numerator, tuple(BASIS))):
        if value not in known:
            raise UnknownMeasure(value=value, known=known)
    if figure.rate is not None and figure.people is not None:
        raise RateOrPeople()
    if figure.rate is not None and not 0 < figure.rate <= MILLION:
        raise NotARate()
    if figure.people is not None and figure.people <= 0:
        raise NotACount(people=figure.people)
