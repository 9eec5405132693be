"""Visits, on a phone: the households handed to me, one household, and what came of the visit."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from baophu.base.clock import today
from baophu.base.dates import NotADay
from baophu.base.scope import Purpose
from baophu.base.text import tidy
from baophu.base.words import _
from baophu.builds.answers import Answer
from baophu.builds.lookups import Household, household
from baophu.builds.to_reach import Reach
from baophu.gaps.outcomes import Outcome
from baophu.store.actions.visits import (
    NobodyVisited,
    NoDayPromised,
    NoOutcome,
    VisitedMeanwhile,
    WrongDay,
    record_visit,
    undo_visits,
)
from baophu.store.models import Visit
from baophu.store.visiting import HEALTH, last_visits
from baophu.web.door import may_do
from baophu.web.given import number_in, parse_day
from baophu.web.persons.told import STATUS_WORDS, typed_words
from baophu.web.rendering import show
from baophu.web.visitor import Visitor
from baophu.web.visits.asked import FIRST, SCHEMES, one_page, quality_shown
from baophu.web.visits.stops import Stage, Stop, found_among, handed_to, stops_of, with_households
from baophu.web.visits.words import pays, visit_words, words
from baophu.web.visits.worklists import numbers_of, people_shown

# What a form that is not filled in right answers; it is shown again with what was given.
FORM_ERRORS = (NobodyVisited, NoOutcome, NoDayPromised, WrongDay, NotADay)
LATER = date.max
PER_PAGE = 40
# Households that are seen at a glance: nobody searches among them.
FEW = 6


@may_do("record_visit")
def visits(request: Any) -> HttpResponse:
    """The households handed to the visitor: those to see first, those that promised a day, those done.

    A name sought comes by POST, as on the page of the search.
    """
    visitor: Visitor = request.visitor
    handed = handed_to(visitor)
    stops = stops_of(visitor, handed)
    stops.sort(key=lambda stop: (stop.stage, stop.next_on or LATER))
    sought = tidy(request.POST.get("sought", ""))
    wanted = found_among(visitor, stops, sought) if sought else stops
    on_page, number, pages = one_page(request, wanted, len(wanted) if sought else PER_PAGE)
    numbers = numbers_of(request, "saved")
    saved = [stop for stop in stops if any(one.pk in numbers for one in stop.visits.values())]
    told = with_households(visitor, [*on_page, *saved])
    shown = told[: len(on_page)]
    visitor.looked(people_shown([stop.household for stop in told if stop.household]), Purpose.VISIT, "visits")
    return show(
        request, "visits/visits.html", saved=numbers,
        saved_words=_saved_words(told[len(on_page) :], numbers),
        hardship=_in_hardship(one for stop in saved for one in stop.visits.values() if one.pk in numbers),
        groups={stage: [stop for stop in shown if stop.stage is stage] for stage in Stage},
        counts=Counter(stop.stage for stop in stops), found=Counter(stop.stage for stop in wanted),
        total=len(stops), few=FEW, stages=Stage, now=today(),
        address=_address, worklists=sorted({worklist for worklist, _scheme, _person in handed}),
        number=number, pages=pages, sought=sought, typed=typed_words(sought),
        quality=quality_shown(visitor, Reach(FIRST)), **words(),
    )  # fmt: skip


def _saved_words(stops: Iterable[Stop], numbers: list[int]) -> list[tuple[str | None, str]]:
    """The household and what came of the visit, for the visits just saved."""
    told = [
        (stop.household.head, visit_words(visit))
        for stop in stops
        for visit in stop.visits.values()
        if visit.pk in numbers and stop.household
    ]
    return list(dict.fromkeys(told))


def _in_hardship(visits: Iterable[Visit]) -> int | None:
    """The number of a visit on which support was asked for: what stands in the way can be recorded."""
    return next((one.pk for one in visits if one.outcome == Outcome.HARDSHIP), None)


def _address(stop: Stop) -> str:
    query = "" if stop.scheme == HEALTH else f"?scheme={stop.scheme}"
    return f"{reverse('visit', kwargs={'person': stop.people[0]})}{query}"


@may_do("record_visit")
def visit(request: Any, person: int) -> HttpResponse:
    """One household: who lives there, what they would pay, and the form for what came of the visit."""
    visitor: Visitor = request.visitor
    home = household(visitor.build, visitor.scope, person)
    visitor.looked({one["person"] for one in home.members}, Purpose.VISIT, "visit")
    if request.method == "POST":
        return _record(request, person, home)
    return _form(request, person, home)


def _form(request: Any, person: int, home: Household, status: int = 200, **more: Any) -> HttpResponse:
    scheme = _scheme(request)
    people = _to_visit(request.visitor, home, scheme)
    bill = sum(pays(gap) for one in home.members if one["person"] in people for gap in _first(one, scheme))
    shown = {"error": "", "given": {}, "ticked": set(people), "conflict": False} | more
    last, saved = last_visits((one["person"] for one in home.members), scheme), numbers_of(request, "saved")
    return show(
        request, "visits/visit.html", status=status, person=person, home=home, to_visit=people, scheme=scheme,
        bill=bill, last=last, outcomes=list(Outcome),
        today=today().isoformat(), status_words=lambda status: _(STATUS_WORDS[status]),
        saved=saved, hardship=_in_hardship(one for one in last.values() if one.pk in saved),
        **shown, **words(),
    )  # fmt: skip


def _to_visit(visitor: Visitor, home: Household, scheme: str) -> list[int]:
    """Whom visits may be recorded to: those handed out; for the office whoever is to be reached."""
    assigned = visitor.scope.assigned_to
    if assigned is not None:
        return [one["person"] for one in home.members if one["person"] in assigned]
    return [one["person"] for one in home.members if any(gap["scheme"] == scheme for gap in one["gaps"])]


def _first(one: Answer, scheme: str) -> list[Answer]:
    """The gap about a scheme that counts: a pupil stands on two lists."""
    return [gap for gap in one["gaps"] if gap["scheme"] == scheme][:1]


def _record(request: Any, person: int, home: Household) -> HttpResponse:
    """Record what the form says; where someone else has recorded a visit meanwhile, show both."""
    given, scheme = request.POST, _scheme(request)
    outcome = given.get("outcome", "")
    may = _to_visit(request.visitor, home, scheme)
    ticked = [one for one in may if f"person-{one}" in given]
    try:
        made = record_visit(
            by=request.visitor.account,
            people={one: number_in(given.get(f"seen-{one}", "")) for one in ticked},
            outcome=outcome,
            on=parse_day(given.get("on", "")) or today(),
            promise_on=parse_day(given.get("promise_on", "")) if outcome == Outcome.PROMISED else None,
            receipt=given.get("receipt", "").strip() if outcome == Outcome.PAID else "",
            note=given.get("note", "").strip(),
            scheme=scheme,
        )
    except (VisitedMeanwhile, *FORM_ERRORS) as error:
        meanwhile = isinstance(error, VisitedMeanwhile)
        told = {"error": error.words(), "given": given, "ticked": set(ticked), "conflict": meanwhile}
        return _form(request, person, home, status=409 if meanwhile else 400, **told)
    return redirect(f"{_back(request.visitor, person)}?saved={'-'.join(str(one.pk) for one in made)}")


def _back(visitor: Visitor, person: int) -> str:
    """To the visits handed out; who has none goes back to the household."""
    own = visitor.scope.assigned_to is not None
    return str(reverse("visits") if own else reverse("visit", kwargs={"person": person}))


def _scheme(request: Any) -> str:
    given = (request.POST if request.method == "POST" else request.GET).get("scheme", HEALTH)
    return given if given in SCHEMES else HEALTH


@may_do("undo_visit")
@require_POST
def visits_undo(request: Any) -> HttpResponse:
    """Undo the visits just recorded."""
    undone = undo_visits(by=request.visitor.account, numbers=numbers_of(request, "numbers"))
    return redirect(_back(request.visitor, undone[0].person))
