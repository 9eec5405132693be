"""Directives are entered with what was read in them; item by item it becomes a task, a target, or nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from baophu.areas.offices import office_key
from baophu.base.clock import today
from baophu.base.errors import NotThere, UserError
from baophu.base.text import tidy
from baophu.base.words import N_
from baophu.directives.asked import NotDirectiveJson, asked_of, day_told, head_of
from baophu.directives.doubts import INDICATOR, TASK
from baophu.store.actions.read_targets import let_target_stand, said_of
from baophu.store.actions.recording import record
from baophu.store.actions.tasks import give_task, rows_meant
from baophu.store.actions.tasks_by_hand import check_offices
from baophu.store.actions.told_in_words import day_that_was
from baophu.store.directives import addressed
from baophu.store.how_well_read import changed
from baophu.store.keeping_files import keep_file
from baophu.store.models import (
    Account,
    Directive,
    DirectiveRead,
    ReadItem,
    ReceivedFile,
    Task,
    Verdict,
)
from baophu.store.permissions import OFFICE
from baophu.store.questions import the_office
from baophu.store.roles import Role
from baophu.store.scopes import scope_of
from baophu.store.task_offices import NamedOffice, acts_for

KINDS = {INDICATOR: "indicators", TASK: "tasks"}
CONFIRMED = (Verdict.ACCEPTED, Verdict.MENDED, Verdict.ADDED)
HEAD = ("number", "date", "issuer", "title", "addressees", "places")


class DirectiveThere(UserError):
    message = N_("This directive is entered already, as directive {number}.")
    advice = N_("Look at it there. What was read differently now is not taken over by itself.")
    exit_code = 15


class SameHead(UserError):
    message = N_("Directive {number} has the same number, day and issuer.")
    advice = N_("Look whether it is the same one; a later version of it is kept beside it.")
    exit_code = 15


class NoSuchDirective(NotThere):
    message = N_("There is no directive {number}.")
    exit_code = 15


class NoSuchItem(NotThere):
    message = N_("There is no item {number} that was read in a directive.")
    exit_code = 15


class Judged(UserError):
    message = N_("Item {number} was confirmed already.")
    advice = N_("Withdraw the task, or set the target anew.")
    exit_code = 15


class NotItsOffice(UserError):
    message = N_("This account does not act for {office}.")
    advice = N_("Who keeps this home marks it for offices that answered on paper.")
    exit_code = 12


class NotAddressed(UserError):
    message = N_("This directive does not go to {office}.")
    advice = N_("Mend its addressees where one was misread.")
    exit_code = 15


class How(StrEnum):
    """In which way a directive that comes is there already."""

    SAME_FILE = "same_file"
    SAME_HEAD = "same_head"
    OTHER_DAY = "other_day"


@dataclass(frozen=True, slots=True)
class Imported:
    """A directive that was entered from a file, and its tasks."""

    directive: Directive
    tasks: list[Task]


def add_directive(
    *, by: Account, read: Mapping[str, Any], path: Path | None = None, beside: bool = False
) -> Directive:
    """Enter a directive with what was read in it (see `baophu directive`); `path` is the document.

    `beside`: also where another document of the same number, day and issuer is there (a later version).

    Raises MayNot, DirectiveThere, NotDirectiveJson, WrongTask, NoSuchFile.
    """
    found = {kind: read.get(name) or [] for kind, name in KINDS.items()}
    if not all(isinstance(one, dict) for items in found.values() for one in items):
        raise NotDirectiveJson(file=path.name if path else "JSON")
    with transaction.atomic():
        file = keep_file(path, by=by) if path else None
        facts = _facts(read)
        there, how = entered_already(read, file)
        if there and (how == How.SAME_FILE or (how == How.SAME_HEAD and not beside)):
            raise DirectiveThere(number=there.pk)
        told = {name: read.get(name) or [] for name in ("addressees", "copies", "cited", "problems")}
        head = {name: read[name] for name in HEAD if name in read}
        directive: Directive = Directive.objects.create(by=by, file=file, head_read=head, **facts, **told)
        items = [
            ReadItem(directive=directive, kind=kind, position=place, as_read=one)
            for kind, items_read in found.items()
            for place, one in enumerate(items_read, start=1)
        ]
        ReadItem.objects.bulk_create(items)
        record(
            by=by,
            action="add_directive",
            object=str(directive.pk),
            document=directive.number,
            sha256=file and file.sha256,
            items=len(items),
        )
    return directive


def _facts(read: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "number": tidy(read.get("number") or ""),
        "issued_on": day_told(0, "date", read.get("date")),
        "issuer": tidy(read.get("issuer") or ""),
        "title": tidy(read.get("title") or ""),
    }


def entered_already(
    read: Mapping[str, Any], file: ReceivedFile | None
) -> tuple[Directive | None, How | None]:
    """The directive that is entered already: of the same file; else of the same number, issuer and day; else
    of another day. (None, None) where there is none. Raises WrongTask.
    """
    same = Directive.objects.filter(file=file).first() if file else None
    if same:
        return same, How.SAME_FILE
    facts = _facts(read)
    if not facts["number"] or not facts["issuer"]:
        return None, None
    alike = _of_head(facts["number"], facts["issuer"])
    of_day = [one for one in alike if one.issued_on == facts["issued_on"]]
    if of_day and facts["issued_on"]:
        return of_day[0], How.SAME_HEAD
    return (alike[0], How.OTHER_DAY) if alike else (None, None)


def _of_head(number: str, issuer: str) -> list[Directive]:
    """The directives of a number and an issuer, the newest first."""
    found = Directive.objects.filter(number__iexact=number).order_by("-pk")
    return [one for one in found if office_key(one.issuer) == office_key(issuer)]


def set_directive_head(
    *,
    by: Account,
    number: int,
    document: str,
    issued_on: date | None,
    issuer: str,
    title: str,
    addressees: list[str],
    beside: bool = False,
) -> Directive:
    """Fill in what a directive leaves blank, or mend what was misread in its head; what was read stays too.

    `beside`: also where another one is entered of the number, day and issuer that it gets. Tasks that were
    given before keep what they say. Raises MayNot, NoSuchDirective, DayToCome, SameHead.
    """
    with transaction.atomic():
        directive = directive_numbered(number)
        told = {
            "number": tidy(document),
            "issued_on": issued_on,
            "issuer": tidy(issuer),
            "title": tidy(title),
            "addressees": [name for one in addressees if (name := tidy(one))],
        }
        mended = [name for name, value in told.items() if getattr(directive, name) != value]
        if "issued_on" in mended:
            day_that_was(issued_on)
        for name in mended:
            setattr(directive, name, told[name])
        if not beside and {"number", "issued_on", "issuer"} & set(mended):
            _check_alone(directive)
        directive.save(update_fields=mended)
        record(by=by, action="set_directive_head", object=str(number), changed=mended)
    return directive


def _check_alone(directive: Directive) -> None:
    """Raises SameHead where another directive has the same head."""
    if not (directive.number and directive.issued_on and directive.issuer):
        return
    for one in _of_head(directive.number, directive.issuer):
        if one != directive and one.issued_on == directive.issued_on:
            raise SameHead(number=one.pk)


def directive_numbered(number: int) -> Directive:
    """Raises NoSuchDirective."""
    directive: Directive | None = Directive.objects.select_related("file", "by").filter(pk=number).first()
    if directive is None:
        raise NoSuchDirective(number=number)
    return directive


def mark_directive_read(*, by: Account, number: int, office: str, on: date | None = None) -> DirectiveRead:
    """Say that an office has read a directive. Whoever keeps the home says it for all, others for their own.

    Raises MayNot, NoSuchDirective, NotItsOffice, NotAddressed.
    """
    with transaction.atomic():
        directive = directive_numbered(number)
        meant = _meant(directive, office)
        if not may_say_read(by, meant):
            raise NotItsOffice(office=tidy(office))
        if meant not in _offices_of(directive):
            raise NotAddressed(office=tidy(office))
        facts = {"office": tidy(office), "on": on or today(), "by": by}
        row, _new = DirectiveRead.objects.get_or_create(
            directive=directive, office_key=office_key(office), defaults=facts
        )
        record(by=by, action="mark_directive_read", object=str(number), offices=[row.office])
    read: DirectiveRead = row
    return read


def unmark_directive_read(*, by: Account, number: int, office: str) -> None:
    """Take back that an office has read a directive. Raises MayNot, NoSuchDirective, NotItsOffice."""
    with transaction.atomic():
        directive = directive_numbered(number)
        if not may_say_read(by, _meant(directive, office)):
            raise NotItsOffice(office=tidy(office))
        directive.reads.filter(office_key=office_key(office)).delete()
        record(by=by, action="mark_directive_read", object=str(number), offices=[tidy(office)], undone=True)


def _meant(directive: Directive, office: str) -> NamedOffice:
    """An office that a directive is addressed to, else one of that name."""
    key = office_key(office)
    found = (one for one in _offices_of(directive) if one.key == key)
    return next(found, NamedOffice(tidy(office), key))


def _offices_of(directive: Directive) -> list[NamedOffice]:
    return [one.office for one in addressed(directive)]


def may_say_read(by: Account, office: NamedOffice) -> bool:
    """Whether an account may say that an office has read something."""
    return Role(by.role) in OFFICE or acts_for(by, scope_of(by), the_office().name, office)


def judge_item(
    *,
    by: Account,
    number: int,
    verdict: Verdict,
    mended: Mapping[str, Any] | None = None,
    giver: str = "",
    given_on: date | None = None,
    counts_from: date | None = None,
) -> ReadItem:
    """Accept, mend or drop what was read: an accepted task is given, an accepted target stands.

    What was mended to what it said is accepted as read. `giver` and `given_on` say what the directive itself
    leaves blank; `counts_from` from which day a recurring task falls due: without it from today on, so that
    a directive that is entered late owes nothing of the time before.

    Raises NoSuchItem, Judged, WrongTask, LacksGiver, UnknownCommunes and what `give_task` raises, and of
    targets NotATarget and what `set_target` raises.
    """
    with transaction.atomic():
        row = next(iter(locked_items([number])), None)
        if row is None:
            raise NoSuchItem(number=number)
        return judge_locked(
            row,
            by=by,
            verdict=verdict,
            mended=mended,
            giver=giver,
            given_on=given_on,
            counts_from=counts_from,
        )


def locked_items(numbers: Iterable[int]) -> QuerySet:
    """Items, so that others who judge them wait until this transaction ends."""
    items = ReadItem.objects.select_for_update(of=("self",)).select_related("directive")
    return items.filter(pk__in=numbers).order_by("kind", "position")


def judge_locked(
    row: ReadItem,
    *,
    by: Account,
    verdict: Verdict,
    mended: Mapping[str, Any] | None = None,
    giver: str = "",
    given_on: date | None = None,
    counts_from: date | None = None,
) -> ReadItem:
    """As `judge_item`, of an item that this transaction has locked."""
    if row.verdict in CONFIRMED:
        raise Judged(number=row.pk)
    if verdict == Verdict.MENDED and mended is not None and not changed(row.as_read, mended):
        verdict = Verdict.ACCEPTED
    row.verdict, row.by, row.at = verdict.value, by, timezone.now()
    row.as_mended = dict(mended) if mended is not None and verdict == Verdict.MENDED else None
    if verdict != Verdict.DROPPED:
        make_of(row, by=by, giver=giver, given_on=given_on, counts_from=counts_from)
    row.save(update_fields=["verdict", "by", "at", "as_mended", "target"])
    record(by=by, action="judge_item", object=str(row.pk), verdict=verdict.value, kind=row.kind)
    return row


def make_of(
    item: ReadItem,
    *,
    by: Account,
    giver: str = "",
    given_on: date | None = None,
    counts_from: date | None = None,
) -> None:
    """Let a confirmed item become what it says: its tasks are given, its target stands.

    Raises WrongTask, LacksGiver, NotATarget, UnknownCommunes, and what `give_task` and `set_target` raise.
    """
    if item.kind == TASK:
        _give(item, by, giver, given_on, counts_from)
    else:
        let_target_stand(item, by=by)


def _give(item: ReadItem, by: Account, giver: str, given_on: date | None, counts_from: date | None) -> None:
    directive = item.directive
    head = head_of(
        {"issuer": directive.issuer, "number": directive.number, "date": directive.issued_on},
        today=given_on or today(),
        giver=giver,
    )
    found, offices = asked_of(said_of(item), head, item.position)
    if not rows_meant(offices, head.given_on):
        check_offices(offices, head.given_on)
    first = counts_from or max(head.given_on, given_on or today())
    for asked in found:
        counting = replace(asked, counts_from=first)
        give_task(by=by, asked=counting, offices=offices, directive=directive, item=item)


def import_tasks(
    *,
    by: Account,
    read: Mapping[str, Any],
    giver: str = "",
    given_on: date | None = None,
    counts_from: date | None = None,
) -> Imported:
    """Enter a directive and give all its tasks: whoever imports them confirms them. All of them, or none.

    Its figures stay open. Raises what `add_directive` and `judge_item` raise.
    """
    with transaction.atomic():
        directive = add_directive(by=by, read=read)
        tasks = directive.items.filter(kind=TASK).values_list("pk", flat=True)
        for item in locked_items(tasks):
            judge_locked(
                item,
                by=by,
                verdict=Verdict.ACCEPTED,
                giver=giver,
                given_on=given_on,
                counts_from=counts_from,
            )
    return Imported(directive, list(directive.tasks.order_by("pk")))
