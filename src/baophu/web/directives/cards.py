"""The items of a directive as its page shows them: what they say, how they stand, what came of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from baophu.base.words import N_, _
from baophu.directives.days.proposed import Proposed
from baophu.directives.doubts import TASK, doubts_of, troubles_of
from baophu.directives.problems import KIND_WORDS as PROBLEM_WORDS
from baophu.store.actions.read_targets import said_of
from baophu.store.directives import known_on
from baophu.store.models import Directive, ReadItem, Task, Verdict
from baophu.store.questions import the_office
from baophu.store.target_figures import LiveTarget
from baophu.store.tasks import Due
from baophu.web.directives.marks import anchor, shown
from baophu.web.directives.proposals import proposal
from baophu.web.directives.told import (
    day_words,
    doubt_words,
    figure_sort,
    figure_title,
    figure_value,
    left_out_here,
    no_target_words,
    rhythm_words,
)

SECTION, HOLDS_FOR, DUE = N_("Section"), N_("Holds for"), N_("Due by")
WHO, LEADS, SUPPORTS = N_("Assigned to"), N_("Leads"), N_("Supports")


@dataclass(frozen=True, slots=True)
class Card:
    """An item; `facts` are words and values, `given` the offices' rows of its task that the visitor sees.

    `left_out` says which communes that it names get nothing of its task, `no_target` why what is to be
    reached is no target. `proposed` is the day that an open task's words count from another day.
    """

    item: ReadItem
    id: str
    label: str
    title: str
    facts: tuple[tuple[str, str], ...]
    doubts: tuple[str, ...]
    words: str
    may_undo: bool = False
    given: tuple[tuple[str, str], ...] = field(default=())
    live: LiveTarget | None = None
    left_out: str = ""
    no_target: str = ""
    proposed: Proposed | None = None

    @property
    def is_open(self) -> bool:
        return bool(self.item.verdict == Verdict.OPEN)

    @property
    def is_dropped(self) -> bool:
        return bool(self.item.verdict == Verdict.DROPPED)


def cards_of(
    directive: Directive,
    items: Iterable[ReadItem],
    labels: Mapping[int, str],
    *,
    undo: set[int],
    given: Mapping[int, tuple[tuple[str, str], ...]],
    live: Mapping[int, LiveTarget],
) -> list[Card]:
    """The items in the order in which they are given. `undo`: those that may be taken back."""
    made, home = [], the_office().area
    for item in items:
        told = said_of(item)
        is_task = item.kind == TASK
        title = shown(told.get("action") or "") if is_task else figure_title(told)
        made.append(
            Card(
                item=item,
                id=anchor(item),
                label=labels[item.pk],
                title=title,
                facts=tuple(_task_facts(told) if is_task else _figure_facts(told)),
                doubts=tuple(_doubts(directive, item)) if item.verdict == Verdict.OPEN else (),
                words=shown(told.get("text") or ""),
                may_undo=item.pk in undo,
                given=given.get(item.pk, ()),
                live=live.get(item.target_id) if item.target_id else None,
                left_out=left_out_here(directive, told, home) if is_task else "",
                no_target="" if is_task else no_target_words(told),
                proposed=proposal(directive, told) if is_task and item.verdict == Verdict.OPEN else None,
            )
        )
    return made


def _task_facts(told: Mapping[str, Any]) -> list[tuple[str, str]]:
    due = day_words(told["deadline"]) if told.get("deadline") else ""
    if due and told.get("deadline_before"):
        due = _("before {day}").format(day=due)
    words = shown(told.get("deadline_text") or "")
    often = rhythm_words(told)
    # Who leads or supports is named once.
    parts = [*(told.get("leads") or ()), *(told.get("with") or ())]
    facts = [
        (_(WHO), _names(one for one in told.get("assignees") or () if one not in parts)),
        (_(LEADS), _names(told.get("leads"))),
        (_(SUPPORTS), _names(told.get("with"))),
        (_(DUE), f"{due} (“{words}”)" if due and words else due or ("" if often else words)),
        (_("How often"), often),
        (_("Through"), shown(told.get("route") or "")),
        (_(SECTION), shown(told.get("section") or "")),
    ]
    return [(name, value) for name, value in facts if value]


def _figure_facts(told: Mapping[str, Any]) -> list[tuple[str, str]]:
    day = told.get("date")
    facts = [
        (_("Value"), figure_value(told)),
        (_("Sort"), figure_sort(told)),
        (_(HOLDS_FOR), day_words(day) if day else ""),
    ]
    return [(name, value) for name, value in facts if value]


def _names(told: Any) -> str:
    return "; ".join(shown(one) for one in told or ())


def _doubts(directive: Directive, item: ReadItem) -> list[str]:
    told = item.as_read
    lines = doubt_words(item.kind, told, doubts_of(item.kind, told, known_on(directive)))
    for one in troubles_of(told, directive.problems):
        words = _(PROBLEM_WORDS[one["kind"]]) if one.get("kind") in PROBLEM_WORDS else shown(one.get("words"))
        lines.append(f"{words} {shown(one['note'])}" if one.get("note") else words)
    return list(dict.fromkeys(lines))


def given_by_item(directive: Directive, dues: Iterable[Due]) -> dict[int, tuple[tuple[str, str], ...]]:
    """Item → the rows of its tasks: address and office."""
    of_task = dict(Task.objects.filter(directive=directive).values_list("pk", "item"))
    found: dict[int, dict[str, str]] = {}
    for one in dues:
        if item := of_task.get(one.task):
            found.setdefault(item, {})[reverse("task", kwargs={"number": one.number})] = one.office
    return {item: tuple(rows.items()) for item, rows in found.items()}
