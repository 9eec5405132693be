"""Days off and swapped days that were announced since this version was made."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from baophu.base.clock import today
from baophu.base.errors import UserError
from baophu.base.scope import Purpose
from baophu.base.working_days import LONGEST_BREAK, vietnam
from baophu.store.actions.announced_days import Days, NoSuchDays, announce_days, take_back_days
from baophu.store.announced_days import announced
from baophu.web.door import may_do, page
from baophu.web.given import parse_day
from baophu.web.rendering import show
from baophu.web.tasks.told import weekday_day

FIELDS = ("first", "last", "kind", "why", "source")
OFF, WORKED = "off", "worked"


@page(Purpose.STEER, Purpose.VISIT)
def days_off(request: Any) -> HttpResponse:
    """What was announced of this year and later, and the form for more."""
    return _form(request, dict.fromkeys(FIELDS, ""), "")


@may_do("announce_day")
@require_POST
def announce(request: Any) -> HttpResponse:
    """Enter days; the due days that moved are told."""
    given = {name: request.POST.get(name, "") for name in FIELDS}
    try:
        times = announce_days(
            by=request.visitor.account,
            days=_days(given),
            source=given["source"],
            why=given["why"],
            works=given["kind"] == WORKED,
        )
    except UserError as error:
        return _form(request, given, error.words())
    messages.success(request, times.words())
    return redirect("days_off")


@may_do("take_back_day")
@require_POST
def take_back(request: Any) -> HttpResponse:
    """Let days be again what they were before."""
    given = {name: request.POST.get(name, "") for name in ("first", "last")}
    times = take_back_days(by=request.visitor.account, days=_days(given))
    messages.success(request, times.words())
    return redirect("days_off")


def _days(given: dict[str, str]) -> Days:
    """Raises NotADay, NoSuchDays."""
    first = parse_day(given["first"])
    last = parse_day(given["last"]) or first
    if first is None or last is None:
        raise NoSuchDays(first=given["first"], last=given["last"], most=LONGEST_BREAK)
    return Days(first, last)


def _form(request: Any, given: dict[str, str], error: str) -> HttpResponse:
    on = today()
    return show(
        request, "calendar/days_off.html", status=400 if error else 200, given=given, error=error, today=on,
        announced=announced(on.replace(month=1, day=1)), known_to=vietnam().announced_to,
        weekday_day=weekday_day, off=OFF, worked=WORKED,
    )  # fmt: skip
