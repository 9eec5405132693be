"""Those who supervise record what they found; what is asked for becomes a task."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from baophu.areas.units import load_areas
from baophu.base.clock import today
from baophu.base.errors import UserError
from baophu.base.words import N_
from baophu.directives.asked import Asked, Assigned
from baophu.store.actions.directives import NoSuchDirective
from baophu.store.actions.recording import record
from baophu.store.actions.tasks import give_task
from baophu.store.actions.tasks_by_hand import check_offices
from baophu.store.actions.told_in_words import PRESSED_TWICE, day_that_was, without_numbers
from baophu.store.findings import finding_seen, may_be_taken_up
from baophu.store.models import Account, Directive, SupervisionFinding, Task
from baophu.store.permissions import check_may
from baophu.store.roles import Role
from baophu.store.task_offices import same_office


class NothingFound(UserError):
    message = N_("It was not said what was found, and by whom.")
    advice = N_("Write both.")
    exit_code = 15


class NotThisBody(UserError):
    message = N_("This account records findings of {body} alone.")
    advice = N_("Leave the body as it is; the social insurance officer enters findings of others.")
    exit_code = 12


class TakenUp(UserError):
    message = N_("There is a task for finding {number} already.")
    advice = N_("Follow this task; record what was found since as a finding of its own.")
    exit_code = 15


class NothingAnswered(UserError):
    message = N_("It was not said what is answered.")
    advice = N_("Write the answer, or give a task for it.")
    exit_code = 15


@dataclass(frozen=True, slots=True)
class Found:
    """A finding: what was found by which body, what it asks for, and what it is about."""

    words: str
    found_by: str
    asks: str = ""
    on: date | None = None
    area: str = ""
    office: str = ""
    directive: int | None = None


def record_finding(*, by: Account, found: Found) -> SupervisionFinding:
    """Record what supervision found; said twice at once it is one.

    Raises MayNot, NothingFound, UnknownUnit, NoSuchDirective, NotThisBody, DayToCome, NumberOfSomeone,
    TooLong.
    """
    check_may(by, "record_finding")
    words, asks, found_by, office = without_numbers(found.words, found.asks, found.found_by, found.office)
    if not words or not found_by:
        raise NothingFound()
    if Role(by.role) == Role.SUPERVISOR and by.office and not same_office(by.office, found_by):
        raise NotThisBody(body=by.office)
    day = day_that_was(found.on)
    told: dict[str, Any] = {"words": words, "asks": asks, "found_by": found_by, "office": office, "on": day}
    told["area"] = load_areas().unit(found.area, None if "@" in found.area else day).key if found.area else ""
    told["directive"] = None if found.directive is None else _directive(found.directive)
    with transaction.atomic():
        just_now = timezone.now() - PRESSED_TWICE
        before = SupervisionFinding.objects.filter(by=by, at__gte=just_now, **told).first()
        if before is not None:
            return before
        row: SupervisionFinding = SupervisionFinding.objects.create(by=by, **told)
        record(by=by, action="record_finding", object=str(row.pk), found_by=row.found_by)
    return row


def _directive(number: int) -> Directive:
    directive: Directive | None = Directive.objects.filter(pk=number).first()
    if directive is None:
        raise NoSuchDirective(number=number)
    return directive


def take_up_finding(
    *, by: Account, number: int, offices: Sequence[Assigned], deadline: date | None = None, action: str = ""
) -> Task:
    """Give the task that a finding asks for; its giver is who found it.

    It takes the place of one that was withdrawn from all who had it.
    Raises MayNot, NoSuchFinding, TakenUp, UnknownCommunes and what `give_task` raises.
    """
    check_may(by, "take_up_finding")
    with transaction.atomic():
        row = _held(by, number)
        if not may_be_taken_up(finding_seen(by, number).became):
            raise TakenUp(number=number)
        check_offices(offices, today())
        asked = Asked(
            action=action or row.asks or row.words,
            giver=row.found_by,
            given_on=today(),
            deadline=deadline,
            words=row.words,
        )
        row.task = give_task(by=by, asked=asked, offices=offices)
        row.save(update_fields=["task"])
        record(by=by, action="take_up_finding", object=str(number), task=row.task_id)
    task: Task = row.task
    return task


def answer_finding(*, by: Account, number: int, answer: str) -> SupervisionFinding:
    """Answer a finding in words; another answer takes the place of the one before.

    Raises MayNot, NoSuchFinding, NothingAnswered, NumberOfSomeone, TooLong.
    """
    check_may(by, "answer_finding")
    (words,) = without_numbers(answer)
    if not words:
        raise NothingAnswered()
    with transaction.atomic():
        row = _held(by, number)
        row.answer, row.answered_on = words, today()
        row.save(update_fields=["answer", "answered_on"])
        record(by=by, action="answer_finding", object=str(number))
    return row


def _held(by: Account, number: int) -> SupervisionFinding:
    """A finding that the account sees; others who write it wait until this transaction ends."""
    finding_seen(by, number)
    row: SupervisionFinding = SupervisionFinding.objects.select_for_update().get(pk=number)
    return row
