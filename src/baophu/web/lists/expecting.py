"""The form of the book of lists owed: who is to send which list how often, or no longer."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from baophu.base.clock import today
from baophu.base.errors import UserError
from baophu.base.numbers import format_date
from baophu.base.words import N_, _
from baophu.lists.kinds import KINDS, kind_words
from baophu.lists.kinds.declare import RHYTHM_WORDS
from baophu.store.actions.owed import WrongDays, end_expected_list, set_expected_list
from baophu.store.owing import lists_due
from baophu.web.door import may_do
from baophu.web.given import parse_day
from baophu.web.rendering import show


class NoKind(UserError):
    message = N_("It was not said which kind of list is meant.")
    advice = N_("Choose the kind.")


FIELDS = ("kind", "about", "office", "rhythm", "first_due", "grace", "addressee", "valid_from", "valid_to")


@may_do("set_expected_list")
def expected_list(request: Any) -> HttpResponse:
    """The form that says who sends which list how often, or that it is no longer sent."""
    given = request.POST if request.method == "POST" else request.GET
    if request.method != "POST":
        return _form(request, _filled(request, given), "")
    try:
        _decide(request)
    except UserError as error:
        return _form(request, {name: given.get(name, "") for name in FIELDS}, error.words())
    return redirect("owed")


def _filled(request: Any, given: Any) -> dict[str, Any]:
    """The fields with what holds now of the list that is asked about."""
    kind, about = given.get("kind", ""), given.get("about", "")
    rows = lists_due(request.visitor.scope)
    found = (row.expected for row in rows)
    now = next((one for one in found if (one.kind, one.extent) == (kind, about)), None)
    if now is None:
        return dict.fromkeys(FIELDS, "") | {"kind": kind, "about": about}
    return {
        "kind": now.kind,
        "about": now.extent,
        "office": now.office,
        "rhythm": now.rhythm.value,
        "first_due": now.first_due or "",
        "grace": "" if now.grace is None else now.grace,
        "addressee": now.addressee,
        "valid_from": now.valid.first or "",
        "valid_to": now.valid.last or "",
    }


def _form(request: Any, fields: dict[str, Any], error: str) -> HttpResponse:
    kinds = sorted(((name, kind_words(name)) for name in KINDS), key=lambda pair: pair[1])
    return show(
        request,
        "lists/owed_decide.html",
        status=400 if error else 200,
        given=fields,
        error=error,
        kinds=kinds,
        rhythms=[(one.value, _(words)) for one, words in RHYTHM_WORDS.items()],
    )


def _decide(request: Any) -> None:
    """Raises what the actions raise, and NotADay."""
    given, by = request.POST, request.visitor.account
    kind, about = given.get("kind", ""), given.get("about", "")
    if kind not in KINDS:
        raise NoKind()
    if "end" in given:
        last = parse_day(given.get("last", "")) or today()
        end_expected_list(by=by, kind=kind, extent=about, last=last)
        messages.success(request, _("After {day} no more is expected.").format(day=format_date(last)))
        return
    grace = given.get("grace", "").strip()
    if grace and not (grace.isascii() and grace.isdigit()):
        raise WrongDays()
    row = set_expected_list(
        by=by,
        kind=kind,
        extent=about,
        office=given.get("office", ""),
        rhythm=given.get("rhythm", ""),
        first_due=parse_day(given.get("first_due", "")),
        grace=int(grace) if grace else None,
        addressee=given.get("addressee", ""),
        valid_from=parse_day(given.get("valid_from", "")),
        valid_to=parse_day(given.get("valid_to", "")),
    )
    words = _("{office} sends: {kind}.").format(office=row.office, kind=kind_words(row.kind))
    messages.success(request, words)
