"""One obstacle: what happened, its way, and what the visitor does with it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from baophu.base.clock import today
from baophu.base.errors import UserError
from baophu.base.scope import Purpose
from baophu.base.words import _
from baophu.coverage.words import scheme_words
from baophu.directives.obstacles import OBSTACLE_MOVES, NoSuchObstacleMove, ObstacleState
from baophu.store.actions.obstacles import (
    NoAnswer,
    NoOneOffice,
    NotForIt,
    answer_obstacle,
    close_obstacle,
    pass_obstacle,
    see_answer,
)
from baophu.store.actions.told_in_words import MOST_LETTERS, NumberOfSomeone, TooLong
from baophu.store.bearers import bearers
from baophu.store.models import Account, Obstacle
from baophu.store.obstacles import has_news, may_answer, obstacle_seen
from baophu.store.questions import the_office
from baophu.store.task_offices import office_now, same_office
from baophu.web.accounts.places import PlaceNames
from baophu.web.door import may_do
from baophu.web.obstacles.told import line, words
from baophu.web.rendering import show
from baophu.web.visitor import Visitor

PASS, ANSWER, CLOSE = "pass", "answer", "close"
FIELD_OF: dict[type[UserError], str] = {
    NoOneOffice: "office",
    NoAnswer: "answer",
    NumberOfSomeone: "answer",
    TooLong: "answer",
}
ERRORS = (NoOneOffice, NoAnswer, NumberOfSomeone, TooLong, NotForIt, NoSuchObstacleMove)


@may_do("record_obstacle")
def obstacle(request: Any, number: int) -> HttpResponse:
    """An obstacle with its way; its answer is seen by who recorded it then. Raises NoSuchObstacle."""
    visitor: Visitor = request.visitor
    row = obstacle_seen(visitor.account, number, visitor.scope)
    shown = _show(request, row)
    if has_news(visitor.account, row):
        see_answer(by=visitor.account, row=row)
    return shown


@may_do("record_obstacle")
@require_POST
def take_step(request: Any, number: int, step: str) -> HttpResponse:
    """Pass it on, answer it or close it. Raises NoSuchObstacle, MayNot."""
    by, form = request.visitor.account, request.POST
    note = form.get("note", "")
    try:
        if step == PASS:
            pass_obstacle(by=by, number=number, office=form.get("office", ""), note=note)
        elif step == ANSWER:
            answer_obstacle(by=by, number=number, answer=form.get("answer", ""))
        elif step == CLOSE:
            close_obstacle(by=by, number=number, note=note)
        else:
            raise Http404
    except ERRORS as error:
        row = obstacle_seen(by, number, request.visitor.scope)
        return _show(request, row, error, given=form.dict())
    said = {PASS: _("Passed on."), ANSWER: _("Answered."), CLOSE: _("Closed.")}
    messages.success(request, said[step])
    return redirect("obstacle", number=number)


def _show(
    request: Any, row: Obstacle, error: UserError | None = None, given: dict[str, str] | None = None
) -> HttpResponse:
    visitor: Visitor = request.visitor
    now = office_now(row.office, row.office_unit, today()) if row.office else ""
    may = _may(visitor, row)
    return show(
        request,
        "obstacles/one.html",
        status=400 if error else 200,
        errors={FIELD_OF.get(type(error), ""): error.words()} if error else {},
        given=given or {},
        one=line(visitor, row, PlaceNames(), today()),
        moves=row.moves.select_related("by").order_by("pk"),
        now="" if same_office(now, row.office) else now,
        may=may,
        most=MOST_LETTERS,
        offices=_offices() if PASS in may else [],
        visit=_visit_address(visitor, row),
        scheme=scheme_words(row.scheme) if row.scheme else "",
        **words(),
    )


def _may(visitor: Visitor, row: Obstacle) -> list[str]:
    """What the visitor may do with an obstacle now."""
    to = OBSTACLE_MOVES[ObstacleState(row.state)]
    may = {
        ANSWER: ObstacleState.ANSWERED in to and may_answer(visitor.account, visitor.scope, row),
        PASS: ObstacleState.PASSED in to and visitor.may("pass_obstacle"),
        CLOSE: ObstacleState.CLOSED in to and visitor.may("close_obstacle"),
    }
    return [step for step, is_free in may.items() if is_free]


def _offices() -> list[str]:
    """Offices that may be meant: the home's own, those of accounts, those that were passed something."""
    of_accounts = Account.objects.filter(is_active=True).exclude(office="").values_list("office", flat=True)
    passed = Obstacle.objects.exclude(office="").values_list("office", flat=True)
    return sorted({the_office().name, *of_accounts.distinct(), *passed.distinct()})


def _visit_address(visitor: Visitor, row: Obstacle) -> str:
    """Where the visit is shown on which an obstacle was met; "" for who may not see whom it was to."""
    visit = row.visit
    if visit is None or visit.undone_at or not visitor.allows(Purpose.VISIT):
        return ""
    person, assigned = bearers().now(visit.person), visitor.scope.assigned_to
    if assigned is not None and person not in assigned:
        return ""
    return str(reverse("visit", kwargs={"person": person}))
