"""What people do with what was read in a directive besides judging it one by one: all that is sure at once,
what was missed, and taking back what was said.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from baophu.base.errors import UserError
from baophu.base.words import N_
from baophu.directives.asked import LacksGiver
from baophu.directives.doubts import INDICATOR, TASK, doubts_of, troubles_of
from baophu.directives.states import State
from baophu.store.actions.directives import (
    NoSuchItem,
    directive_numbered,
    judge_locked,
    locked_items,
    make_of,
)
from baophu.store.actions.read_targets import take_target_back
from baophu.store.actions.recording import record
from baophu.store.directives import known_on
from baophu.store.models import (
    Account,
    Directive,
    ReadItem,
    Task,
    TaskAssignee,
    TaskOccurrence,
    Verdict,
)
from baophu.store.permissions import MayNot

# Where an item stands in the text.
PLACE = ("text", "paragraph", "start", "end", "page")


class NothingSaid(UserError):
    message = N_("Nothing was said of item {number} that could be taken back.")
    advice = N_("It is open: accept, mend or drop it.")
    exit_code = 15


class UnderWay(UserError):
    message = N_("Item {number} cannot be taken back: something was done with its task already.")
    advice = N_("Withdraw the task on its page instead.")
    exit_code = 15


class NoSuchSort(UserError):
    message = N_("“{sort}” is nothing that is read in a directive.")
    advice = N_("Add a task or a figure.")
    exit_code = 15


def sure_items(directive: Directive) -> list[int]:
    """The open items that may be accepted unlooked at: their reader was sure, nothing contradicts them."""
    found = directive.items.filter(verdict=Verdict.OPEN.value).order_by("kind", "position")
    on = known_on(directive)
    return [
        number
        for number, kind, read in found.values_list("pk", "kind", "as_read")
        if not doubts_of(kind, read, on) and not troubles_of(read, directive.problems)
    ]


@dataclass(frozen=True, slots=True)
class SureAccepted:
    """The items that were accepted, and those that nothing can become of, each with the reason."""

    accepted: list[ReadItem]
    left: list[tuple[ReadItem, UserError]]


def accept_sure(
    *,
    by: Account,
    number: int,
    giver: str = "",
    given_on: date | None = None,
    counts_from: date | None = None,
) -> SureAccepted:
    """Accept all open items of a directive that are sure; one that nothing can become of stays open.

    Raises MayNot, NoSuchDirective, LacksGiver.
    """
    done = SureAccepted([], [])
    with transaction.atomic():
        for item in locked_items(sure_items(directive_numbered(number))):
            try:
                with transaction.atomic():
                    judge_locked(
                        item,
                        by=by,
                        verdict=Verdict.ACCEPTED,
                        giver=giver,
                        given_on=given_on,
                        counts_from=counts_from,
                    )
            except (MayNot, LacksGiver):
                raise
            except UserError as why:
                done.left.append((item, why))
            else:
                done.accepted.append(item)
    return done


def add_item(
    *,
    by: Account,
    number: int,
    kind: str,
    told: Mapping[str, Any],
    giver: str = "",
    given_on: date | None = None,
    counts_from: date | None = None,
) -> ReadItem:
    """Add a task or a figure that was missed when a directive was read; who adds it confirms it.

    Raises MayNot, NoSuchDirective, NoSuchSort, and what `judge_item` raises of what it says.
    """
    if kind not in (TASK, INDICATOR):
        raise NoSuchSort(sort=kind)
    with transaction.atomic():
        directive = directive_numbered(number)
        Directive.objects.select_for_update().get(pk=number)
        last = directive.items.filter(kind=kind).order_by("-position").values_list("position", flat=True)
        item = ReadItem(
            directive=directive,
            kind=kind,
            position=(last.first() or 0) + 1,
            as_read={name: told[name] for name in PLACE if told.get(name) is not None},
            as_mended=dict(told),
            verdict=Verdict.ADDED.value,
            by=by,
            at=timezone.now(),
        )
        item.save()
        make_of(item, by=by, giver=giver, given_on=given_on, counts_from=counts_from)
        item.save(update_fields=["target"])
        record(by=by, action="judge_item", object=str(item.pk), verdict=item.verdict, kind=kind)
    return item


def take_back_item(*, by: Account, number: int) -> Directive:
    """Take back what was said of an item: it is open again, what was added goes. Its directive.

    A task goes with it while nothing was done with it. Raises MayNot, NoSuchItem, NothingSaid, UnderWay,
    NotReplacedAlone.
    """
    with transaction.atomic():
        found = ReadItem.objects.select_for_update(of=("self",)).select_related("directive", "target")
        item: ReadItem | None = found.filter(pk=number).first()
        if item is None:
            raise NoSuchItem(number=number)
        if item.verdict == Verdict.OPEN:
            raise NothingSaid(number=number)
        was = item.verdict
        _take_tasks_back(item)
        take_target_back(item, by=by)
        if was == Verdict.ADDED:
            item.delete()
        else:
            item.verdict, item.as_mended, item.target = Verdict.OPEN.value, None, None
            item.by, item.at = by, timezone.now()
            item.save(update_fields=["verdict", "as_mended", "target", "by", "at"])
        record(by=by, action="judge_item", object=str(number), verdict=Verdict.OPEN.value, was=was)
    directive: Directive = item.directive
    return directive


def may_be_taken_back(items: Iterable[ReadItem]) -> set[int]:
    """Which of these items may be taken back: numbers; the queries do not grow with them."""
    said = [item for item in items if item.verdict != Verdict.OPEN]
    under_way = _under_way([item.pk for item in said if item.kind == TASK])
    return {
        item.pk
        for item in said
        if item.pk not in under_way and not (item.target and item.target.replaced_at is not None)
    }


def _take_tasks_back(item: ReadItem) -> None:
    tasks = Task.objects.filter(item=item)
    TaskAssignee.objects.select_for_update().filter(task__in=tasks).first()
    if _under_way([item.pk]):
        raise UnderWay(number=item.pk)
    tasks.delete()


def _under_way(items: Sequence[int]) -> set[int]:
    """Those items with whose tasks somebody has done something: moved, handed, extended, proven, …"""
    if not items:
        return set()
    rows = TaskAssignee.objects.exclude(state=State.GIVEN.value, to=None)
    times = TaskOccurrence.objects.exclude(state=State.GIVEN.value)
    hanging = ((model._default_manager.all(), path) for model, path in _hanging_on())
    things = ((rows, "task__item"), (times, "assignee__task__item"), *hanging)
    first, *others = (
        found.filter(**{f"{path}__in": items}).order_by().values_list(path, flat=True)
        for found, path in things
    )
    return set(first.union(*others))


def _hanging_on() -> list[tuple[type[Model], str]]:
    """What names a task or a row of it, beside its rows and times: model and way to the item."""
    own = (TaskAssignee, TaskOccurrence)
    return [
        (relation.related_model, f"{relation.field.name}__{path}")
        for model, path in ((Task, "item"), (TaskAssignee, "task__item"))
        for relation in model._meta.related_objects
        if relation.related_model not in own
    ]
