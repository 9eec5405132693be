"""How each office keeps the days of its tasks over a period: on a page, on paper and in Excel."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

from django.http import FileResponse, HttpResponse
from django.urls import reverse

from baophu.base.clock import today
from baophu.base.dates import NotADay
from baophu.base.numbers import format_percent
from baophu.base.scope import Purpose
from baophu.base.words import N_
from baophu.directives.days.periods import FREE, PERIOD_WORDS, Period, period_asked
from baophu.reports.kept_sheet import KeptLine, write_kept
from baophu.store.questions import the_office
from baophu.store.tasks import KeptAs
from baophu.store.tasks_kept import Compared, Kept, all_together, days_compared
from baophu.web.door import page
from baophu.web.given import parse_day
from baophu.web.pieces import piece
from baophu.web.rendering import show
from baophu.web.tasks.asked import Chosen, address
from baophu.web.visitor import Visitor
from baophu.web.workbooks import workbook

# Who is commended or reminded had at least so many tasks due; so many of each are named.
ENOUGH, NAMED = 3, 3
ALL_IN_TIME, BELOW = Decimal(100), Decimal(80)


# What lines may be sorted by → the key; the largest first, but for names.
SORTS: dict[str, Callable[[Compared], Any]] = {
    "office": lambda line: line.now.office,
    "due": lambda line: -line.now.due,
    "in_time": lambda line: -line.now.in_time,
    "late": lambda line: -line.now.late,
    "overdue": lambda line: (-line.now.overdue, -line.now.late),
    "share": lambda line: (-(line.now.share or 0), -line.now.due),
    "change": lambda line: -(line.change or 0),
}
HEADS = {
    "office": N_("Office"),
    "due": N_("Fell due"),
    "in_time": N_("Done in time"),
    "late": N_("Done late"),
    "overdue": N_("Overdue"),
    "share": N_("Share in time"),
    "change": N_("Against before"),
}
WORST_FIRST = "overdue"


@page(Purpose.STEER)
def kept(request: Any) -> HttpResponse:
    """The offices that the visitor sees, those first that missed most."""
    visitor: Visitor = request.visitor
    period, asked = _period(request), request.GET.get("sort", "")
    sort = asked if asked in SORTS else WORST_FIRST
    told = piece(request, "calendar/offices.html", lambda: _told(visitor, period, sort), period, sort)
    return show(request, "calendar/kept.html", period=period, day_of=today(), piece=told)


def _told(visitor: Visitor, period: Period, sort: str) -> dict[str, Any]:
    """What is said of the offices over a period."""
    lines = sorted(days_compared(visitor.account, period, scope=visitor.scope), key=SORTS[sort])
    whole = Compared(all_together(one.now for one in lines), all_together(one.before for one in lines))
    return {
        "period": period,
        "lines": lines,
        "whole": whole,
        "heads": HEADS,
        "sort": sort,
        "best": _best(lines),
        "reminded": _reminded(lines),
        "judged": any(one.now.due >= ENOUGH for one in lines),
        "enough": ENOUGH,
        "address": lambda **more: _address("days_kept", period, **more),
        "periods": PERIOD_WORDS,
        "FREE": FREE,
        "points": _points,
        "file": _address("days_kept_file", period),
        "list_of": _list_of(period),
        "KeptAs": KeptAs,
    }


@page(Purpose.STEER)
def kept_file(request: Any) -> FileResponse:
    """The same as a workbook."""
    visitor: Visitor = request.visitor
    period, body = _period(request), BytesIO()
    told = [
        KeptLine(
            one.now.office, one.now.due, one.now.in_time, one.now.late, one.now.overdue, one.before.share
        )
        for one in days_compared(visitor.account, period, scope=visitor.scope)
    ]
    write_kept(
        body, told, office=the_office().name, first=period.first, last=period.last, on=today(),
        made_for=visitor.own_name,
    )  # fmt: skip
    return workbook(body, f"dung-han-{period.first}-{period.last}.xlsx")


def _period(request: Any) -> Period:
    given = request.GET
    return period_asked(
        given.get("period", ""), _day(given.get("first", "")), _day(given.get("last", "")), today()
    )


def _day(text: str) -> date | None:
    try:
        return parse_day(text)
    except NotADay:
        return None


def _best(lines: Iterable[Compared]) -> list[Kept]:
    """Those that had enough to do, and did it all in time."""
    found = [one.now for one in lines if one.now.due >= ENOUGH and one.now.share == ALL_IN_TIME]
    return sorted(found, key=lambda one: (-one.due, one.office))[:NAMED]


def _reminded(lines: Iterable[Compared]) -> list[Kept]:
    """Those that had enough to do, and did too little of it in time."""
    found = [one.now for one in lines if one.now.due >= ENOUGH and (one.now.share or 0) < BELOW]
    return sorted(found, key=lambda one: (one.share or 0, -one.overdue, one.office))[:NAMED]


def _points(change: Decimal) -> str:
    return format_percent(abs(change)).removesuffix("%")


def _address(view: str, period: Period, **more: str) -> str:
    days = {"first": period.first, "last": period.last} if period.name == FREE else {}
    return f"{reverse(view)}?{urlencode({'period': period.name, **days, **more})}"


def _list_of(period: Period) -> Any:
    """How a template asks for the address of the list of what counts so at an office."""

    def list_of(office: str, how: KeptAs) -> str:
        chosen = Chosen(office=office, first=period.first, last=period.last, kept=how.value)
        return address("task_list", chosen)

    return list_of
