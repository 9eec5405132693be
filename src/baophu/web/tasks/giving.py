"""Giving a task by hand: what, to which offices, by when or how often; with a look at it first."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from baophu.areas.units import load_areas
from baophu.base.clock import today
from baophu.base.errors import UserError
from baophu.base.numbers import format_count, format_date
from baophu.base.text import tidy
from baophu.base.words import N_, _
from baophu.directives.asked import Asked, Assigned
from baophu.directives.days.recurrence import (
    RECURRENCE_WORDS,
    Recurrence,
    due_by,
    is_report,
    occurrences,
    rules_asked,
)
from baophu.store.actions.tasks import check_days, rows_meant
from baophu.store.actions.tasks_by_hand import check_offices, give_each_by_hand
from baophu.store.office_classes import doubts
from baophu.store.questions import the_office
from baophu.store.task_counts import standings
from baophu.store.task_offices import names_of, offices_meant
from baophu.web.door import may_do
from baophu.web.given import parse_day
from baophu.web.rendering import show
from baophu.web.tasks.told import task_address, words

LEADS, SUPPORTS = "leads", "supports"
PARTS = {"": N_("does it"), LEADS: N_("leads"), SUPPORTS: N_("supports")}
ROWS, MORE_ROWS, MOST_ROWS = 3, 5, 100
TIMES_SHOWN = 3
# Within so many days a rule has so many times, however seldom.
FAR = timedelta(days=366 * (TIMES_SHOWN + 1))


class NoSuchRecurrence(UserError):
    message = N_("“{value}” is no way in which a task recurs.")
    advice = N_("Choose one of those offered.")
    exit_code = 15


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be given: the offices that are meant, what is doubtful of them, and the next due days."""

    offices: list[str]
    due: list[date]
    doubts: list[str]


@may_do("give_task")
def new_task(request: Any) -> HttpResponse:
    """The form; a look at what it means; and the task that is given, of two days a month two of them."""
    given = request.POST
    if request.method != "POST" or "more" in given:
        return _form(request, given)
    try:
        asked, offices = _asked(given), _offices(given)
        if "preview" in given:
            return _form(request, given, preview=_preview(asked, offices))
        task, *_others = give_each_by_hand(by=request.visitor.account, asked=asked, offices=offices)
    except UserError as error:
        return _form(request, given, error=error.words())
    rows = list(task.assignees.order_by("pk").values_list("pk", flat=True))
    told = _("The task is given to {count} offices.").format(count=format_count(len(rows)))
    messages.success(request, told)
    return redirect(task_address(rows[0]))


def _form(
    request: Any, given: Mapping[str, str], *, preview: Preview | None = None, error: str = ""
) -> HttpResponse:
    rows = _rows(given)
    return show(
        request, "tasks/new.html", status=400 if error else 200, given=given, preview=preview, error=error,
        rows=range(min(max(rows, ROWS) + (MORE_ROWS if "more" in given else 0), MOST_ROWS)), parts=PARTS,
        offices=_known_offices(request), own=the_office().name,
        recurrences=[(one.value, _(told)) for one, told in RECURRENCE_WORDS.items()], day_of=today(),
        **words(),
    )  # fmt: skip


def _known_offices(request: Any) -> list[str]:
    """The offices that have tasks, that of this home, and the committee of each of its communes."""
    own, on = the_office(), today()
    communes = load_areas().extent(load_areas().unit(own.area), on)
    committees = (one.name for unit in communes for one in offices_meant(unit.name, own.area, on))
    with_tasks = names_of(standings(request.visitor.account, scope=request.visitor.scope))
    return sorted({own.name, *committees, *with_tasks})


def _rows(given: Mapping[str, str]) -> int:
    """How many rows of offices a form has."""
    return sum(name.startswith("office-") for name in given)


def _offices(given: Mapping[str, str]) -> list[Assigned]:
    named = [(given.get(f"office-{row}", ""), given.get(f"part-{row}", "")) for row in range(_rows(given))]
    return [Assigned(tidy(name), part == LEADS, part == SUPPORTS) for name, part in named if tidy(name)]


def _asked(given: Mapping[str, str]) -> list[Asked]:
    """What a form asks for, once for each day of two on which it recurs.

    Raises NotADay, NoSuchRecurrence, and what `rules_asked` raises.
    """
    often, rule_words = given.get("recurrence", ""), tidy(given.get("rule", ""))
    if often and often not in Recurrence:
        raise NoSuchRecurrence(value=often)
    deadline, before = parse_day(given.get("deadline", "")), "before" in given
    said = _("before {day}") if before else _("by {day}")
    asked = Asked(
        action=given.get("action", ""),
        giver=tidy(given.get("giver", "")) or the_office().name,
        given_on=parse_day(given.get("given_on", "")) or today(),
        deadline=deadline,
        deadline_words=rule_words or (said.format(day=format_date(deadline)) if deadline else ""),
        deadline_before=before if deadline else None,
        counts_from=parse_day(given.get("counts_from", "")) or today(),
        document=given.get("document", ""),
        route=given.get("route", ""),
    )
    if not often:
        return [asked]
    rules = rules_asked(Recurrence(often), rule_words, report=is_report(asked.action))
    return [replace(asked, rule=rule) for rule in rules]


def _preview(asked: list[Asked], offices: list[Assigned]) -> Preview:
    """Raises UnknownCommunes, NoDistricts and what `check_days` raises."""
    for one in asked:
        check_days(one)
    home, on = the_office().area, asked[0].given_on
    check_offices(offices, on)
    meant = [row["office"] for row in rows_meant(offices, on)]
    due = sorted(day for one in asked for day in _next_days(one))
    doubtful = doubts((one.office for one in offices), home, on)
    return Preview(list(dict.fromkeys(meant)), due[:TIMES_SHOWN], doubtful)


def _next_days(asked: Asked) -> list[date]:
    """The first working days on which it falls due; of what is done once its only one."""
    if asked.rule is None or not asked.rule.repeats:
        return [due_by(asked.deadline, asked.deadline_words, asked.deadline_before)] if asked.deadline else []
    first = asked.counts_from or asked.given_on
    times = occurrences(asked.rule, first, min(first + FAR, asked.deadline or date.max))
    return [one.due for one in islice(times, TIMES_SHOWN)]
