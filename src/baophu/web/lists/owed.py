"""The book of lists owed: by office what came, what is late, what was reminded; and the reminders."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from baophu.base.clock import today
from baophu.base.scope import Purpose
from baophu.builds.owing.book import Row, State, alike, ground_of, of_offices
from baophu.builds.owing.expected import place_words
from baophu.builds.owing.words import late_words, rhythm_words, short_words
from baophu.lists.kinds import kind_words
from baophu.store.models import Reminder
from baophu.store.owing import known_lists, lists_due
from baophu.store.questions import the_office
from baophu.store.reminding import kinds_asked, remind, reminded_words, reminder_seen, to_ask, write_letter
from baophu.web.door import may_do, page
from baophu.web.rendering import show

OFFICES_ON_A_PAGE = 30
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# How a list stands → the look of the word; without one it stands plain.
LOOKS = {State.NEVER: "short", State.LATE: "short", State.PART: "short", State.DUE: "near", State.CAME: "met"}


@page(Purpose.STEER)
def owed(request: Any) -> HttpResponse:
    """The book of today, by office; narrowed to one office, or to what is late."""
    visitor, on = request.visitor, today()
    rows = lists_due(visitor.scope, on)
    asked = {name: request.GET.get(name, "") for name in ("office", "show")}
    wanted = [row for row in rows if _wanted(row, asked)]
    offices = Paginator(list(of_offices(wanted).items()), OFFICES_ON_A_PAGE).get_page(request.GET.get("page"))
    known = ground_of(known_lists(), on) if any(row.lacking for row in wanted) else None
    return show(
        request,
        "lists/owed.html",
        on=on,
        asked=asked,
        rows=rows,
        late=sum(row.is_late for row in rows),
        due=sum(row.state == State.DUE for row in rows),
        names=list(of_offices(rows)),
        page=offices,
        own=the_office().name,
        address=lambda number: "?" + urlencode(asked | {"page": number}),
        looks=LOOKS,
        link=Purpose.LINK,
        kind_words=kind_words,
        short_words=short_words,
        late_words=late_words,
        rhythm_words=rhythm_words,
        reminded_words=reminded_words,
        to_ask=to_ask,
        alike=alike,
        lacking=lambda row: ", ".join(place_words(key, known, on) for key in row.lacking) if known else "",
        decide=_decide_address,
    )


def _wanted(row: Row, asked: dict[str, str]) -> bool:
    of_office = asked["office"] in ("", row.expected.office)
    return of_office and (row.is_late or asked["show"] != "late")


def _decide_address(rows: list[Row]) -> str:
    """The form that decides about lists, filled with what holds now; for several about the whole home."""
    one = rows[0].expected
    about = one.extent if len(rows) == 1 else ""
    return f"{reverse('expected_list')}?{urlencode({'kind': one.kind, 'about': about})}"


@may_do("write_reminder")
@require_POST
def write_one(request: Any) -> HttpResponse:
    """Write the reminder to an office. Raises NothingOwed."""
    visitor, office = request.visitor, request.POST.get("office", "")
    return redirect("reminder", number=remind(by=visitor.account, scope=visitor.scope, office=office).pk)


@may_do("write_reminder")
def reminder(request: Any, number: int) -> HttpResponse:
    """A reminder as it was written, to be pasted or sent as a letter."""
    found = reminder_seen(number, request.visitor.scope)
    before = Reminder.objects.filter(office=found.office, pk__lt=found.pk).order_by("-pk")
    told = {"one": found, "before": before[:20], "kinds": kinds_asked(found), "kind_words": kind_words}
    return show(request, "lists/owed_reminder.html", **told)


@may_do("write_reminder")
def letter(request: Any, number: int) -> HttpResponse:
    """The letter in Word."""
    found = reminder_seen(number, request.visitor.scope)
    with TemporaryDirectory() as folder:
        path = write_letter(found, Path(folder))
        body, name = path.read_bytes(), path.name
    return HttpResponse(
        body, content_type=WORD, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
