"""The review: pairs of people whom the lists do not tell apart, and the page on which two are decided."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from baophu.base.errors import UserError
from baophu.base.scope import Purpose
from baophu.base.words import N_
from baophu.builds.reviewing import (
    Pair,
    Where,
    figure_there,
    pair,
    places_with_pairs,
    queue,
    sides,
    surroundings,
    totals,
)
from baophu.register.decided import Effect, Verdict
from baophu.store.actions.link_decisions import NothingDecided, decide, second_needed, undo
from baophu.store.handing_out import place_words
from baophu.store.link_decisions import effect, standing
from baophu.store.models import LinkDecision
from baophu.store.questions import the_office
from baophu.store.reviewing import Spoken, spoken
from baophu.web.door import may_do, page
from baophu.web.given import number_in
from baophu.web.persons.told import words as words_of_persons
from baophu.web.rendering import show
from baophu.web.review.comparing import compare
from baophu.web.review.told import figure_words, words
from baophu.web.visitor import Visitor
from baophu.web.visits.asked import asked_place

PER_PAGE = 25


class NoVerdict(UserError):
    message = N_("It is not said whether they are one person.")
    advice = N_("Choose one of the three answers.")
    exit_code = 15


@page(Purpose.LINK)
def review(request: Any) -> HttpResponse:
    """The open pairs, those first that change most; with `done` in the query those decided since."""
    visitor: Visitor = request.visitor
    build, scope, where = visitor.build, visitor.scope, Where(*asked_place(request))
    said, showing_done = spoken(build), "done" in request.GET
    after = number_in(request.GET.get("after", "")) or 0
    done, waiting = said.done(visitor.account), said.waiting(visitor.account)
    chosen = {"only": done} if showing_done else {"without": done | waiting}
    found = queue(build, scope, where, after=after, most=PER_PAGE + 1, **chosen)
    first = [] if showing_done or after else queue(build, scope, where, most=PER_PAGE, only=waiting)
    shown = found[:PER_PAGE]
    visitor.looked(_people([*first, *shown]), Purpose.LINK, "review")
    return show(
        request, "review/review.html", where=where, place=_place(visitor, where), first=first, pairs=shown,
        totals=totals(build, scope, where, done), showing_done=showing_done, after=after,
        more=shown[-1].turn if len(found) > PER_PAGE else None, stands=_stands(said),
        next=_next(visitor, where), narrowed=_narrowed(visitor, where), address=_address,
        pair_address=_pair_address, day_of=build.on, was=_was(request), **words(),
    )  # fmt: skip


@page(Purpose.LINK)
def review_pair(request: Any, list: int, row: int, person: int) -> HttpResponse:
    """Both rows side by side, who is around them, and what each answer would change."""
    visitor: Visitor = request.visitor
    build, scope, where = visitor.build, visitor.scope, Where(*asked_place(request))
    one = pair(build, scope, list, row, person)
    rows, around = sides(build, scope, one), surroundings(build, scope, one)
    visitor.looked(one.people | around.people, Purpose.LINK, "review of two")
    said, one_decides = standing([one.rows]).get(one.rows, []), the_office().one_decides
    figure = figure_there(build, scope, one)
    return show(
        request, "review/pair.html", one=one, sides=rows, compared=compare(*rows), around=around,
        where=where, address=_address, pair_address=_pair_address, said=said,
        own=next((each for each in said if each.by_id == visitor.account.pk), None),
        stands=effect(said, one_decides=one_decides) if said else None,
        needs_second=not one_decides and second_needed(build, one.rows),
        figure=figure_words(figure) if figure and figure.denominator else "",
        was=_was(request), day_of=build.on, **words_of_persons() | words(),
    )  # fmt: skip


@may_do("decide_link")
@require_POST
def review_decide(request: Any, list: int, row: int, person: int) -> HttpResponse:
    """Keep what is said of a pair, and go on to the next."""
    visitor: Visitor = request.visitor
    where = Where(*asked_place(request))
    one = pair(visitor.build, visitor.scope, list, row, person)
    said = request.POST.get("verdict")
    if said not in Verdict:
        raise NoVerdict()
    made = decide(one.rows, Verdict(said), by=visitor.account)
    following = _next(visitor, where, one.turn)
    return redirect(_pair_address(following, where, made.pk) if following else _address(where, was=made.pk))


@may_do("undo_link")
@require_POST
def review_undo(request: Any) -> HttpResponse:
    """Take back what the visitor said of a pair, and ask about it again."""
    visitor: Visitor = request.visitor
    where, number = Where(*asked_place(request)), number_in(request.POST.get("number", ""))
    made = LinkDecision.standing.filter(pk=number, by=visitor.account).first()
    if made is None:
        raise NothingDecided()
    before = spoken(visitor.build).done(visitor.account)
    undo(made.pair, by=visitor.account)
    asked_again = before - spoken(visitor.build).done(visitor.account)
    found = queue(visitor.build, visitor.scope, where, most=1, only=asked_again)
    return redirect(_pair_address(found[0], where) if found else _address(where))


def _next(visitor: Visitor, where: Where, after: int = 0) -> Pair | None:
    """Whom to ask about next: those that wait for a second person, then in turn, at the end from the top."""
    build, scope, said = visitor.build, visitor.scope, spoken(visitor.build)
    done, waiting = said.done(visitor.account), said.waiting(visitor.account)
    found = queue(build, scope, where, most=1, only=waiting) if waiting else []
    for start in (after, 0) if after else (0,):
        found = found or queue(build, scope, where, after=start, most=1, without=done | waiting)
    return found[0] if found else None


def _people(pairs: Iterable[Pair]) -> set[int]:
    return {person for one in pairs for person in one.people}


def _stands(said: Spoken) -> Any:
    """How a template asks what stands of a pair; None where nobody has spoken."""
    return lambda one: said.pairs[one.turn].effect if one.turn in said.pairs else None


def _was(request: Any) -> tuple[LinkDecision, Effect] | None:
    """What the visitor has just said, where it still stands, and what came of it."""
    number = number_in(request.GET.get("was", ""))
    made = LinkDecision.standing.filter(pk=number, by=request.visitor.account).first() if number else None
    if made is None:
        return None
    return made, effect(standing([made.pair])[made.pair], one_decides=the_office().one_decides)


def _place(visitor: Visitor, where: Where) -> str:
    return place_words(visitor.build, where.area or visitor.build.inputs.area, where.hamlet or "")


def _narrowed(visitor: Visitor, where: Where) -> tuple[str, list[tuple[str, str]]]:
    """What the pairs may be narrowed to: communes, or hamlets where one commune is looked at; with names."""
    build = visitor.build
    found = places_with_pairs(build, visitor.scope)
    if where.area in {unit for unit, _hamlet in found}:
        hamlets = dict.fromkeys(hamlet for unit, hamlet in found if unit == where.area and hamlet)
        return "hamlet", [(hamlet, build.hamlet_names.get(hamlet, hamlet)) for hamlet in hamlets]
    communes = dict.fromkeys(unit for unit, _hamlet in found if unit)
    return "area", [(unit, place_words(build, unit)) for unit in communes]


def _asked(where: Where, **more: object) -> str:
    parts = {"area": None if where.hamlet else where.area, "hamlet": where.hamlet} | more
    given = {name: value for name, value in parts.items() if value}
    return f"?{urlencode(given)}" if given else ""


def _address(where: Where, **more: object) -> str:
    """The address of the queue of a place."""
    return str(reverse("review")) + _asked(where, **more)


def _pair_address(one: Pair, where: Where, was: int | None = None) -> str:
    """The address of a pair; `where` is kept to go on with the pairs of a place."""
    parts = {"list": one.list_number, "row": one.row, "person": one.who["person"]}
    return str(reverse("review_pair", kwargs=parts)) + _asked(where, was=was)


urls = [
    path("review", review, name="review"),
    path("review/undo", review_undo, name="review_undo"),
    path("review/<int:list>/<int:row>/<int:person>", review_pair, name="review_pair"),
    path("review/<int:list>/<int:row>/<int:person>/decide", review_decide, name="review_decide"),
]
