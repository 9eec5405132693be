"""Judging what was read: accept, mend, drop, take back, add what was missed."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from baophu.base.clock import today
from baophu.base.errors import UserError
from baophu.base.text import tidy
from baophu.base.words import _
from baophu.coverage.words import SCHEME_WORDS
from baophu.directives.days.recurrence import RECURRENCE_WORDS
from baophu.directives.doubts import INDICATOR, TASK, doubts_of
from baophu.directives.figures.figure_words import KIND_WORDS, MEASURE_WORDS, UNIT_WORDS
from baophu.store.actions.directives import NoSuchItem, directive_numbered, judge_item
from baophu.store.actions.read_items import NoSuchSort, add_item, take_back_item
from baophu.store.actions.read_targets import said_of
from baophu.store.directives import known_on
from baophu.store.kept_texts import paragraphs_of
from baophu.store.models import Directive, ReadItem, Verdict
from baophu.store.questions import the_office
from baophu.web.directives.cards import cards_of
from baophu.web.directives.forms import first_guess, place_of, rhythms_shown, told_by_form
from baophu.web.directives.one import place_on_page
from baophu.web.directives.proposals import PROPOSED, confirmed, proposal
from baophu.web.directives.told import (
    QUALIFIER_WORDS,
    doubt_words,
    error_words,
    labels_of,
    left_out_here,
    no_target_words,
    words,
)
from baophu.web.door import may_do
from baophu.web.given import parse_day
from baophu.web.rendering import show

CHOICES: dict[str, dict[Any, str]] = {
    "schemes": SCHEME_WORDS,
    "measures": MEASURE_WORDS,
    "kinds": KIND_WORDS,
    "units": UNIT_WORDS,
    "qualifiers": QUALIFIER_WORDS,
    "recurrences": RECURRENCE_WORDS,
}
UNDO = "open"


@may_do("judge_item")
@require_POST
def item_judge(request: Any, number: int) -> HttpResponse:
    """Accept an item as read, drop it, or take back what was said; where that fails its form says why."""
    item, by, verdict = _item(number), request.visitor.account, request.POST.get("verdict", "")
    back = place_on_page(item)
    try:
        if verdict == UNDO:
            take_back_item(by=by, number=number)
        elif verdict == PROPOSED:
            told = confirmed(item.directive, said_of(item))
            _tell_kept(request, judge_item(by=by, number=number, verdict=Verdict.MENDED, mended=told))
        else:
            _tell_kept(request, judge_item(by=by, number=number, verdict=_verdict(verdict)))
    except UserError as error:
        messages.error(request, error_words(error))
        return _leave_for(request, reverse("directive_item", kwargs={"number": number}))
    return redirect(back)


def _verdict(text: str) -> Verdict:
    """Raises NoSuchSort where it is none that is said without a form."""
    if text not in (Verdict.ACCEPTED, Verdict.DROPPED):
        raise NoSuchSort(sort=text)
    return Verdict(text)


def _leave_for(request: Any, address: str) -> HttpResponse:
    """Another page, also where only a part of this one was asked for."""
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": address})
    return redirect(address)


@may_do("judge_item")
def directive_item(request: Any, number: int) -> HttpResponse:
    """One item with a form of all its fields; what is mended becomes its task or target."""
    item = _item(number)
    told = confirmed(item.directive, said_of(item))
    if request.method != "POST":
        return _form(request, item.directive, item.kind, told, item=item)
    try:
        told = told_by_form(item.kind, request.POST, told, item.directive)
        judged = judge_item(
            by=request.visitor.account,
            number=number,
            verdict=Verdict.MENDED,
            mended=told,
            counts_from=parse_day(request.POST.get("counts_from", "")),
        )
    except UserError as error:
        return _form(request, item.directive, item.kind, told, item=item, error=error_words(error))
    _tell_kept(request, judged)
    return redirect(place_on_page(item))


@may_do("judge_item")
def directive_add(request: Any, number: int) -> HttpResponse:
    """The form that adds a task or a figure which was missed, filled with what its words say."""
    one = directive_numbered(number)
    given = request.POST if request.method == "POST" else request.GET
    kind, sentence = given.get("what", TASK), tidy(given.get("words", ""))
    if kind not in (TASK, INDICATOR):
        raise NoSuchSort(sort=kind)
    told = first_guess(kind, sentence, one) | place_of(sentence, paragraphs_of(one))
    if request.method != "POST":
        return _form(request, one, kind, told)
    try:
        told = told_by_form(kind, given, told, one)
        first = parse_day(given.get("counts_from", ""))
        item = add_item(by=request.visitor.account, number=number, kind=kind, told=told, counts_from=first)
    except UserError as error:
        return _form(request, one, kind, told, error=error_words(error))
    _tell_kept(request, item)
    return redirect(place_on_page(item))


def _tell_kept(request: Any, item: ReadItem) -> None:
    """Say once an item is confirmed which communes that it names get nothing of its task, or why it is no
    target.
    """
    if item.verdict == Verdict.DROPPED:
        return
    told = said_of(item)
    is_task = item.kind == TASK
    words = left_out_here(item.directive, told, the_office().area) if is_task else no_target_words(told)
    if words:
        messages.warning(request, words)


def _item(number: int) -> ReadItem:
    """Raises NoSuchItem."""
    found = ReadItem.objects.select_related("directive__file", "target", "by").filter(pk=number)
    item: ReadItem | None = found.first()
    if item is None:
        raise NoSuchItem(number=number)
    return item


def _doubts(one: Directive, item: ReadItem, told: Mapping[str, Any]) -> list[str]:
    """What is to be looked at in an item, and how the day that its form proposes was counted."""
    counted = proposal(one, said_of(item)) if item.kind == TASK else None
    lines = doubt_words(item.kind, told, doubts_of(item.kind, told, known_on(one)))
    return [*lines, *([_("Proposed day: {counted}").format(counted=counted.words())] if counted else [])]


def _form(
    request: Any,
    one: Directive,
    kind: str,
    told: dict[str, Any],
    *,
    item: ReadItem | None = None,
    error: str = "",
) -> HttpResponse:
    """A form with what an item says; after an error with what was typed as far as it could be read."""
    cards = cards_of(one, [item], labels_of([item]), undo=set(), given={}, live={}) if item else []
    return show(
        request,
        "directives/item.html",
        status=400 if error else 200,
        one=one,
        kind=kind,
        told=told,
        card=cards[0] if cards else None,
        back=place_on_page(item) if item else reverse("directive", kwargs={"number": one.pk}),
        doubts=_doubts(one, item, told) if item else [],
        rhythms=rhythms_shown(told) if kind == TASK else [],
        typed=request.POST,
        day_of=today(),
        error=error,
        **{name: [(key, _(text)) for key, text in known.items()] for name, known in CHOICES.items()},
        **words(),
    )
