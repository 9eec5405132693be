"""One finding: what was found, what became of it, and taking it up."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from baophu.base.clock import today
from baophu.base.dates import NotADay
from baophu.base.errors import UserError
from baophu.base.words import _
from baophu.directives.asked import Assigned
from baophu.store.actions.supervision import NothingAnswered, TakenUp, answer_finding, take_up_finding
from baophu.store.actions.tasks import DueBeforeGiven, NoOffice, NothingToDo
from baophu.store.actions.tasks_by_hand import UnknownCommunes
from baophu.store.actions.told_in_words import MOST_LETTERS, NumberOfSomeone, TooLong
from baophu.store.findings import finding_seen, followed, may_be_taken_up
from baophu.store.models import SupervisionFinding
from baophu.store.office_classes import NoDistricts
from baophu.web.door import may_do
from baophu.web.findings.told import words
from baophu.web.given import parse_day
from baophu.web.rendering import show
from baophu.web.visitor import Visitor

TAKE_UP, ANSWER = "take-up", "answer"
# Beside which field an error is shown.
FIELD_OF: dict[type[UserError], str] = {
    NoOffice: "offices",
    NothingToDo: "offices",
    UnknownCommunes: "offices",
    NoDistricts: "offices",
    NotADay: "deadline",
    DueBeforeGiven: "deadline",
    NothingAnswered: "answer",
    NumberOfSomeone: "answer",
    TooLong: "answer",
}
ERRORS: tuple[type[UserError], ...] = (*FIELD_OF, TakenUp)


@may_do("read_findings")
def finding(request: Any, number: int) -> HttpResponse:
    """Raises NoSuchFinding."""
    visitor: Visitor = request.visitor
    return _show(request, finding_seen(visitor.account, number, visitor.scope))


@may_do("take_up_finding")
@require_POST
def take_step(request: Any, number: int, step: str) -> HttpResponse:
    """Give a task for it, or answer it in words. Raises NoSuchFinding."""
    by, form = request.visitor.account, request.POST
    try:
        if step == TAKE_UP:
            take_up_finding(
                by=by,
                number=number,
                offices=assigned(form),
                deadline=_day(form),
                action=form.get("action", "").strip(),
            )
        elif step == ANSWER:
            answer_finding(by=by, number=number, answer=form.get("answer", ""))
        else:
            raise Http404
    except ERRORS as error:
        return _show(request, finding_seen(by, number, request.visitor.scope), error, form)
    messages.success(request, _("The task is given.") if step == TAKE_UP else _("Answered."))
    return redirect("finding", number=number)


def assigned(form: QueryDict) -> list[Assigned]:
    """The offices of a form, one a line; where others support them, they lead."""
    offices, supports = (_lines(form.get(name, "")) for name in ("offices", "supports"))
    leads = bool(supports)
    return [
        *(Assigned(office, leads=leads) for office in offices),
        *(Assigned(office, supports=True) for office in supports),
    ]


def _lines(text: str) -> Iterable[str]:
    return [line for line in text.splitlines() if line.strip()]


def _day(form: QueryDict) -> date | None:
    return parse_day(form.get("deadline", ""))


def _show(
    request: Any, row: SupervisionFinding, error: UserError | None = None, given: QueryDict | None = None
) -> HttpResponse:
    visitor: Visitor = request.visitor
    (one,) = followed(visitor.account, [row], visitor.scope)
    return show(
        request,
        "findings/one.html",
        status=400 if error else 200,
        errors={FIELD_OF.get(type(error), ""): error.words()} if error else {},
        given=given or {},
        one=one,
        row=row,
        most=MOST_LETTERS,
        open=may_be_taken_up(one.became),
        today=today().isoformat(),
        **words(),
    )
