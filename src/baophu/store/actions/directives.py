"""Directives are entered with what was read in them; item by item it becomes a task, a target, or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from baophu.areas.offices import office_key
from baophu.base.clock import today
from baophu.base.errors import NotThere, UserError
from baophu.base.money import MILLION
from baophu.base.text import tidy
from baophu.base.words import N_
from baophu.coverage.denominators import KIND_OF_SCHEME
from baophu.directives.asked import NotDirectiveJson, asked_of, day_told, head_of
from baophu.store.actions.recording import record
from baophu.store.actions.targets import set_target
from baophu.store.actions.tasks import give_task
from baophu.store.keeping_files import keep_file
from baophu.store.models import Account, Directive, DirectiveRead, ReadItem, Target, Task, Verdict

TASK, INDICATOR = "task", "indicator"
KINDS = {INDICATOR: "indicators", TASK: "tasks"}


class DirectiveThere(UserError):
    message = N_("This directive is entered already, as directive {number}.")
    advice = N_("Look at it there. What was read differently now is not taken over by itself.")
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


class NotATarget(UserError):
    message = N_("Item {number} does not say a target that can be counted: {lacking}.")
    advice = N_("Say the area, the scheme, the share in per cent and the day by which it is due.")
    exit_code = 15


@dataclass(frozen=True, slots=True)
class Imported:
    """A directive that was entered from a file, and its tasks."""

    directive: Directive
    tasks: list[Task]


def add_directive(*, by: Account, read: Mapping[str, Any], path: Path | None = None) -> Directive:
    """Enter a directive with what was read in it (see `baophu directive`); `path` is the document.

    Raises MayNot, DirectiveThere, NotDirectiveJson, WrongTask, NoSuchFile.
    """
    found = {kind: read.get(name) or [] for kind, name in KINDS.items()}
    if not all(isinstance(one, dict) for items in found.values() for one in items):
        raise NotDirectiveJson(file=path.name if path else "JSON")
    with transaction.atomic():
        file = keep_file(path, by=by) if path else None
        facts = {
            "number": tidy(read.get("number") or ""),
            "issued_on": day_told(0, "date", read.get("date")),
            "issuer": tidy(read.get("issuer") or ""),
        }
        if there := _there(file, facts):
            raise DirectiveThere(number=there.pk)
        told = {name: read.get(name) or [] for name in ("addressees", "copies", "cited", "problems")}
        title = tidy(read.get("title") or "")
        directive: Directive = Directive.objects.create(by=by, file=file, title=title, **facts, **told)
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


def _there(file: object, facts: Mapping[str, Any]) -> Directive | None:
    """The directive that is entered already: the same file, or the same number, day and issuer."""
    found = Directive.objects.filter(file=file).first() if file else None
    if found is None and all(facts.values()):
        found = Directive.objects.filter(**facts).first()
    there: Directive | None = found
    return there


def mark_directive_read(*, by: Account, number: int, office: str, on: date | None = None) -> DirectiveRead:
    """Say that an office has read a directive. Raises MayNot, NoSuchDirective."""
    with transaction.atomic():
        directive = Directive.objects.filter(pk=number).first()
        if directive is None:
            raise NoSuchDirective(number=number)
        facts = {"office": tidy(office), "on": on or today(), "by": by}
        row, _new = DirectiveRead.objects.get_or_create(
            directive=directive, office_key=office_key(office), defaults=facts
        )
        record(by=by, action="mark_directive_read", object=str(number), offices=[row.office])
    read: DirectiveRead = row
    return read


def judge_item(
    *,
    by: Account,
    number: int,
    verdict: Verdict,
    mended: Mapping[str, Any] | None = None,
    giver: str = "",
    given_on: date | None = None,
) -> ReadItem:
    """Accept, mend or drop what was read: an accepted task is given, an accepted target stands.

    `giver` and `given_on` say what the directive itself leaves blank.

    Raises MayNot, NoSuchItem, Judged, WrongTask, LacksGiver, NothingToDo, and of targets NotATarget and what
    `set_target` raises.
    """
    with transaction.atomic():
        item = ReadItem.objects.select_for_update(of=("self",)).select_related("directive").filter(pk=number)
        row: ReadItem | None = item.first()
        if row is None:
            raise NoSuchItem(number=number)
        if row.verdict in (Verdict.ACCEPTED, Verdict.MENDED):
            raise Judged(number=number)
        row.verdict, row.by, row.at = verdict.value, by, timezone.now()
        row.as_mended = dict(mended) if mended is not None and verdict == Verdict.MENDED else None
        if verdict != Verdict.DROPPED and row.kind == INDICATOR and _said(row).get("kind") == "target":
            row.target = _target(row, by)
        row.save(update_fields=["verdict", "by", "at", "as_mended", "target"])
        if verdict != Verdict.DROPPED and row.kind == TASK:
            _give(row, by, giver, given_on)
        record(by=by, action="judge_item", object=str(number), verdict=verdict.value, kind=row.kind)
    return row


def _said(item: ReadItem) -> dict[str, Any]:
    said: dict[str, Any] = item.as_mended or item.as_read
    return said


def _give(item: ReadItem, by: Account, giver: str, given_on: date | None) -> None:
    directive = item.directive
    head = head_of(
        {"issuer": directive.issuer, "number": directive.number, "date": directive.issued_on},
        today=given_on or today(),
        giver=giver,
    )
    found, offices = asked_of(_said(item), head, item.position)
    for asked in found:
        give_task(by=by, asked=asked, offices=offices, directive=directive, item=item)


def _target(item: ReadItem, by: Account) -> Target:
    said, directive = _said(item), item.directive
    share = _ppm(said.get("value")) if said.get("unit") == "percent" else None
    needed = {
        "area": said.get("area_key"),
        "scheme": said.get("scheme") if said.get("scheme") in KIND_OF_SCHEME else None,
        "value": share,
        "date": said.get("date"),
    }
    lacking = [name for name, value in needed.items() if not value]
    if lacking or share is None:
        raise NotATarget(number=item.pk, lacking=lacking)
    return set_target(
        by=by,
        area=str(needed["area"]),
        scheme=str(needed["scheme"]),
        rate=share,
        due=date.fromisoformat(str(needed["date"])),
        document=directive.number or directive.title or f"{directive.pk}",
        issuer=directive.issuer,
        decided_on=directive.issued_on or today(),
    )


def _ppm(value: object) -> int | None:
    try:
        return int(Decimal(str(value)) * MILLION / 100)
    except InvalidOperation:
        return None


def import_tasks(
    *, by: Account, read: Mapping[str, Any], giver: str = "", given_on: date | None = None
) -> Imported:
    """Enter a directive and give all its tasks: whoever imports them confirms them. All of them, or none.

    Its figures stay open. Raises what `add_directive` and `judge_item` raise.
    """
    with transaction.atomic():
        directive = add_directive(by=by, read=read)
        items = directive.items.filter(kind=TASK).order_by("position").values_list("pk", flat=True)
        for number in items:
            judge_item(by=by, number=number, verdict=Verdict.ACCEPTED, giver=giver, given_on=given_on)
    return Imported(directive, list(directive.tasks.order_by("pk")))
