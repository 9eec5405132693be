"""Recording a finding of supervision: about what, what was found, what is asked, by which body."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from baophu.base.clock import today
from baophu.base.dates import NotADay
from baophu.base.errors import UserError
from baophu.base.words import _
from baophu.store.actions.supervision import Found, NothingFound, NotThisBody, record_finding
from baophu.store.actions.told_in_words import MOST_LETTERS, DayToCome, NumberOfSomeone, TooLong
from baophu.store.models import Directive
from baophu.web.door import may_do
from baophu.web.findings.told import words
from baophu.web.given import filled, number_in, parse_day
from baophu.web.obstacles.places import areas_of
from baophu.web.rendering import show

# Beside which field an error is shown.
FIELD_OF: dict[type[UserError], str] = {
    NothingFound: "words",
    NumberOfSomeone: "words",
    TooLong: "words",
    NotThisBody: "found_by",
    NotADay: "on",
    DayToCome: "on",
}
ERRORS = tuple(FIELD_OF)
# So many directives stand to choose from, the newest first.
DIRECTIVES = 50


@dataclass(frozen=True, slots=True)
class Given:
    """What the form holds."""

    words: str = ""
    asks: str = ""
    found_by: str = ""
    on: str = ""
    area: str = ""
    office: str = ""
    directive: str = ""

    def found(self) -> Found:
        """Raises NotADay."""
        return Found(
            words=self.words,
            found_by=self.found_by,
            asks=self.asks,
            on=parse_day(self.on),
            area=self.area,
            office=self.office,
            directive=number_in(self.directive),
        )


@may_do("record_finding")
def new_finding(request: Any) -> HttpResponse:
    """The form; `directive` in its address names the directive that the finding is about."""
    by = request.visitor.account
    if request.method != "POST":
        asked = request.GET.get("directive", "")
        return _form(request, Given(found_by=by.office, on=today().isoformat(), directive=asked))
    given = filled(Given, request.POST)
    try:
        made = record_finding(by=by, found=given.found())
    except ERRORS as error:
        return _form(request, given, error)
    messages.success(request, _("Recorded as number {number}.").format(number=made.pk))
    return redirect("finding", number=made.pk)


def _form(request: Any, given: Given, error: UserError | None = None) -> HttpResponse:
    return show(
        request,
        "findings/new.html",
        status=400 if error else 200,
        errors={FIELD_OF[type(error)]: error.words()} if error else {},
        given=given,
        most=MOST_LETTERS,
        areas=areas_of(request.visitor),
        directives=Directive.objects.order_by("-issued_on", "-pk")[:DIRECTIVES],
        today=today().isoformat(),
        **words(),
    )
