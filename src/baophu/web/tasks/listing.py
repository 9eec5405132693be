"""The list of tasks by due day: on a page, on paper and in Excel; and what is done to several of them."""

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from baophu.base.clock import today
from baophu.base.errors import UserError
from baophu.base.numbers import format_count
from baophu.base.scope import Purpose
from baophu.base.words import N_, _
from baophu.directives.states import OPEN, Party, State, can_move
from baophu.reports.task_sheet import TaskLine, write_tasks
from baophu.store.actions.tasks_together import Meant, confirm_tasks, hand_tasks
from baophu.store.models import Account
from baophu.store.newest import own_office
from baophu.store.task_counts import standings, week_end
from baophu.store.task_offices import NamedOffice, names_of, parties_in
from baophu.store.task_people import handed_to, people_for, person_chosen
from baophu.store.tasks import Due, tasks_due
from baophu.web.door import may_do, page
from baophu.web.given import day_in, number_in
from baophu.web.pieces import piece
from baophu.web.rendering import show
from baophu.web.tasks.asked import ALL, STANDING, Chosen, address, chosen
from baophu.web.tasks.office_names import named_once
from baophu.web.tasks.told import state_words, words
from baophu.web.visitor import Visitor
from baophu.web.workbooks import workbook

ON_A_PAGE = 50
MOST_ON_PAPER, MOST_IN_FILE = 500, 5_000


class TooManyTasks(UserError):
    message = N_("More than {most} tasks are chosen.")
    advice = N_("Choose an office, a state, or days.")
    exit_code = 15


@page(Purpose.STEER, Purpose.VISIT)
def task_list(request: Any) -> HttpResponse:
    """Some tasks at a time, and the form that narrows them."""
    visitor: Visitor = request.visitor
    asked, back = chosen(request), request.get_full_path()
    told = piece(
        request, "tasks/listed.html", lambda: _listed(visitor, asked, back), asked, back, visitor.account.pk
    )
    return show(request, "tasks/list.html", day_of=today(), piece=told)


def _listed(visitor: Visitor, asked: Chosen, back: str) -> dict[str, Any]:
    """What the list says; `back` is its own address."""
    day = today()
    found = _found(visitor, asked, day, ON_A_PAGE + 1)
    shown = found[:ON_A_PAGE]
    acting = _acting(visitor, shown)
    return {
        "visitor": visitor,
        "found": shown,
        "asked": asked,
        "back": back,
        "day_of": day,
        "week_end": week_end(day),
        "more": shown[-1].key if len(found) > ON_A_PAGE else None,
        "address": address,
        "states": list(State),
        "ALL": ALL,
        "STANDING": STANDING,
        "confirmable": {one.key for one in shown if can_move(acting[one.key], one.state, State.CONFIRMED)},
        "people": _people(visitor, shown),
        "value": _value,
        "most_on_paper": MOST_ON_PAPER,
        "most_in_file": MOST_IN_FILE,
        "too_many": TooManyTasks(most=format_count(MOST_ON_PAPER)).words(),
        **_choices(visitor, asked, day),
        **words(),
    }


def _found(visitor: Visitor, asked: Chosen, day: date, limit: int) -> list[Due]:
    found = tasks_due(visitor.account, asked.wanted(day, limit), on=day, scope=visitor.scope)
    return named_once(found, visitor, day)


def _acting(visitor: Visitor, found: Iterable[Due]) -> dict[Any, frozenset[Party]]:
    """For whom the visitor acts in each task, by its key."""
    own = own_office()
    return {
        one.key: parties_in(
            visitor.account,
            visitor.scope,
            own,
            NamedOffice(one.office, one.office_key, one.unit),
            one.giver,
            one.to_number,
        )
        for one in found
    }


def _people(visitor: Visitor, found: list[Due]) -> list[Account]:
    """To whom the visitor can hand all of these, where they are of one office and not only received."""
    offices = {NamedOffice(one.office, one.office_key, one.unit) for one in found}
    if len(offices) != 1:
        return []
    (office,), own = offices, own_office()
    givers = {one.giver for one in found}
    if not all(parties_in(visitor.account, visitor.scope, own, office, one, None) for one in givers):
        return []
    return people_for(office)


def _choices(visitor: Visitor, asked: Chosen, day: date) -> dict[str, Any]:
    """What the list may be narrowed to: offices, and people to whom anything is handed.

    `many` is how long it is where nothing is chosen.
    """
    found = standings(visitor.account, on=day, scope=visitor.scope)
    numbers = {one.to for one in found if one.to is not None}
    return {
        "offices": names_of(found),
        "many": 0 if asked.is_narrowed else sum(one.tasks for one in found if one.state in OPEN),
        "handed": [one for number, one in handed_to().items() if number in numbers] if numbers else [],
    }


def _value(one: Due) -> str:
    """A task of the list as its box is ticked: the number, and of a time its day."""
    return f"{one.number}@{one.due}" if one.occurrence else str(one.number)


@page(Purpose.STEER, Purpose.VISIT)
def task_print(request: Any) -> HttpResponse:
    """The whole list as a sheet of paper. Raises TooManyTasks."""
    visitor: Visitor = request.visitor
    asked, day = chosen(request), today()
    found = _all(visitor, asked, day, MOST_ON_PAPER)
    return show(
        request, "tasks/print.html", found=found, asked=asked, day_of=day, week_end=week_end(day),
        state_values=frozenset(State), office=own_office(), **words(),
    )  # fmt: skip


@page(Purpose.STEER, Purpose.VISIT)
def task_file(request: Any) -> FileResponse:
    """The whole list as a workbook. Raises TooManyTasks."""
    visitor: Visitor = request.visitor
    asked, day = chosen(request), today()
    found = _all(visitor, asked, day, MOST_IN_FILE)
    file = BytesIO()
    write_tasks(file, map(_line, found), office=own_office(), on=day, made_for=visitor.own_name)
    return workbook(file, f"nhiem-vu-{day}.xlsx")


def _all(visitor: Visitor, asked: Chosen, day: date, most: int) -> list[Due]:
    found = _found(visitor, asked, day, most + 1)
    if len(found) > most:
        raise TooManyTasks(most=format_count(most))
    return found


def _line(one: Due) -> TaskLine:
    return TaskLine(
        action=one.action,
        office=f"{one.office} ({_('supports')})" if one.supports else one.office,
        giver=one.giver,
        document=one.document,
        given_on=one.given_on,
        due=one.due,
        state=state_words(one.state),
        reported_on=one.reported_on,
        days_late=(today() - one.due).days if one.is_overdue and one.due else None,
        doer=one.doer,
    )


@may_do("move_task")
@require_POST
def tasks_together(request: Any) -> HttpResponse:
    """Confirm the tasks that are ticked, or hand them to someone. Raises what the actions raise."""
    visitor: Visitor = request.visitor
    ticked = [meant for text in request.POST.getlist("task") if (meant := _meant(text))]
    if "confirm" in request.POST:
        moves = confirm_tasks(by=visitor.account, chosen=ticked)
        messages.success(request, _("{count} tasks are confirmed.").format(count=format_count(len(moves))))
    else:
        to = person_chosen(request.POST.get("to", ""))
        rows = hand_tasks(by=visitor.account, numbers=[number for number, _due in ticked], to=to)
        told = _("{count} tasks are handed to {name}.") if to else _("{count} tasks are handed to nobody.")
        name = (to.full_name or to.name) if to else ""
        messages.success(request, told.format(count=format_count(len(rows)), name=name))
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return redirect(back if safe else "task_list")


def _meant(text: str) -> Meant | None:
    number, _at, due = text.partition("@")
    row, day = number_in(number), day_in(due)
    return None if row is None or (due and day is None) else (row, day)
