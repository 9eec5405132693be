"""Recording an obstacle, on a phone: which kind, where, what happened."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from baophu.base.clock import today
from baophu.base.dates import NotADay
from baophu.base.errors import UserError
from baophu.base.words import _
from baophu.coverage.denominators import KIND_OF_SCHEME
from baophu.coverage.words import scheme_words
from baophu.directives.obstacles import ObstacleKind
from baophu.store.actions.obstacles import (
    Met,
    NoObstacleKind,
    NothingMet,
    NotItsPlace,
    NotOnThisVisit,
    OneOfThisVisit,
    UnknownObstacleKind,
    record_obstacle,
)
from baophu.store.actions.told_in_words import MOST_LETTERS, DayToCome, NumberOfSomeone, TooLong
from baophu.store.models import Visit
from baophu.store.obstacles import obstacle_of, obstacles_seen, visits_of
from baophu.web.door import may_do
from baophu.web.given import filled, number_in, parse_day
from baophu.web.obstacles.places import places_of
from baophu.web.obstacles.told import words
from baophu.web.rendering import show
from baophu.web.visitor import Visitor

# Beside which field an error is shown.
FIELD_OF: dict[type[UserError], str] = {
    NothingMet: "words",
    NumberOfSomeone: "words",
    TooLong: "words",
    NoObstacleKind: "kinds",
    UnknownObstacleKind: "kinds",
    NotItsPlace: "place",
    NotADay: "on",
    DayToCome: "on",
    NotOnThisVisit: "",
    OneOfThisVisit: "",
}
ERRORS = tuple(FIELD_OF)
# Who met it, as it is kept: what is written stays in one language.
BY_PEOPLE = "người dân"


@dataclass(frozen=True, slots=True)
class Given:
    """What the form holds."""

    kind: str = ""
    words: str = ""
    met_by: str = ""
    place: str = ""
    scheme: str = ""
    on: str = ""
    visit: str = ""

    def met(self) -> Met:
        """Raises NotADay."""
        return Met(
            kind=self.kind,
            words=self.words,
            met_by=self.met_by,
            place=self.place,
            scheme=self.scheme,
            on=parse_day(self.on),
            visit=number_in(self.visit),
        )


@may_do("record_obstacle")
def new_obstacle(request: Any) -> HttpResponse:
    """The form; `visit` in its address names the visit on which the obstacle was met.

    Where it was recorded before it is opened instead.
    """
    visitor: Visitor = request.visitor
    if request.method != "POST":
        visit = _visit(visitor, request.GET.get("visit", ""))
        made = visit and obstacle_of(visit)
        if made and obstacles_seen(visitor.account, visitor.scope).filter(pk=made.pk).exists():
            messages.info(request, _("Of this visit this obstacle was recorded already."))
            return redirect("obstacle", number=made.pk)
        return _form(request, _first(visitor, visit))
    given = filled(Given, request.POST)
    try:
        made = record_obstacle(by=visitor.account, met=given.met())
    except ERRORS as error:
        return _form(request, given, error)
    messages.success(request, _("Recorded as number {number}.").format(number=made.pk))
    return redirect("obstacle", number=made.pk)


def _first(visitor: Visitor, visit: Visit | None) -> Given:
    """The form as it is opened: the visitor's own place; of a visit its place, its scheme and its day."""
    own = places_of(visitor).first
    if visit is None:
        return Given(place=own, on=today().isoformat())
    place = visit.worklist and (visit.worklist.hamlet or visit.worklist.area)
    return Given(
        kind=ObstacleKind.MONEY,
        place=place or own,
        scheme=visit.scheme,
        on=visit.on.isoformat(),
        met_by=BY_PEOPLE,
        visit=str(visit.pk),
    )


def _visit(visitor: Visitor, number: str) -> Visit | None:
    rows = Visit.standing.filter(pk=number_in(number)).select_related("worklist")
    found: Visit | None = visits_of(visitor.account, rows, visitor.scope).first()
    return found


def _form(request: Any, given: Given, error: UserError | None = None) -> HttpResponse:
    return show(
        request,
        "obstacles/new.html",
        status=400 if error else 200,
        errors={FIELD_OF[type(error)]: error.words()} if error else {},
        given=given,
        places=places_of(request.visitor),
        most=MOST_LETTERS,
        today=today().isoformat(),
        schemes=[(scheme, scheme_words(scheme)) for scheme in KIND_OF_SCHEME],
        **words(),
    )
