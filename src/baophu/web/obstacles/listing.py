"""The obstacles that a visitor reads: those that wait longest first; on paper and in Excel."""

from dataclasses import asdict, replace
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count, Min, Q, QuerySet
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from baophu.base.clock import today
from baophu.base.scope import Purpose
from baophu.directives.obstacles import ObstacleKind, ObstacleState
from baophu.reports.obstacles import ObstacleLine, write_obstacles
from baophu.store.obstacles import ALL, NO_OFFICE, WAITING, Sought, obstacles_seen, reads_all, sought
from baophu.store.obstacles import visits_in_hardship as in_hardship
from baophu.store.questions import the_office
from baophu.store.task_offices import one_name_each
from baophu.web.accounts.places import PlaceNames
from baophu.web.door import may_do, page
from baophu.web.obstacles.told import Line, lines, words
from baophu.web.rendering import show
from baophu.web.visitor import Visitor
from baophu.web.workbooks import workbook

ON_A_PAGE, MOST_ON_PAPER, MOST_IN_FILE = 30, 200, 5000
SHOWN_VISITS, MOST_NEWS = 10, 20
# For how many days at least something has waited.
AGES = (7, 30, 90)
# Among so many nobody needs to choose.
FEW = 5


def address(asked: Sought, view: str = "obstacles", **change: Any) -> str:
    """The address of a list of obstacles; the state asked for is always said: at first it is not the same."""
    parts = asdict(replace(asked, **change))
    said = {name: value for name, value in parts.items() if value or name == "state"}
    return f"{reverse(view)}?{urlencode(said)}"


def asked_of(request: Any) -> Sought:
    """The obstacles that an address asks for; words that mean nothing ask for nothing.

    Whoever reads only what they recorded or answer is shown all of it at first.
    """
    given = request.GET
    state, kind, days = (given.get(name, "") for name in ("state", "kind", "days"))
    return Sought(
        state=state if state in {"", ALL, *ObstacleState} and "state" in given else _first(request),
        kind=kind if kind in ObstacleKind else "",
        office=given.get("office", ""),
        place=given.get("place", ""),
        days=int(days) if days in map(str, AGES) else 0,
    )


def _first(request: Any) -> str:
    return "" if reads_all(request.visitor.account) else ALL


@page(Purpose.STEER, Purpose.VISIT)
def obstacles(request: Any) -> HttpResponse:
    """What stands in the way, narrowed as asked for; who sees counts only is led to these."""
    visitor: Visitor = request.visitor
    if not visitor.may("record_obstacle"):
        return redirect("obstacle_counts")
    asked, seen = asked_of(request), obstacles_seen(visitor.account, visitor.scope)
    waits, is_new = (
        Q(state__in=WAITING),
        Q(by=visitor.account, answered_on__isnull=False, answer_seen_on=None),
    )
    sums = seen.aggregate(
        waits=Count("pk", filter=waits), first=Min("on", filter=waits), news=Count("pk", filter=is_new)
    )
    news = seen.filter(is_new)[:MOST_NEWS] if sums["news"] else []
    some = Paginator(sought(seen, asked).select_related(None), ON_A_PAGE).get_page(request.GET.get("page"))
    return show(
        request, "obstacles/list.html", asked=asked, lines=lines(visitor, some), page=some.number,
        pages=some.paginator.num_pages, found=some.paginator.count, waits=sums["waits"],
        longest=(today() - sums["first"]).days if sums["first"] else 0, news=lines(visitor, news),
        choices=_choices(seen), all=ALL, no_office=NO_OFFICE, ages=AGES, address=address, day_of=today(),
        visits=_visits(visitor), most_in_file=MOST_IN_FILE,
        chooses=some.paginator.count > FEW or asked != Sought(state=_first(request)),
        pages_at=lambda number: f"{address(asked)}&page={number}",
        **words(),
    )  # fmt: skip


def _choices(seen: QuerySet) -> dict[str, list[Any]]:
    """What the list can be narrowed to: offices by name, communes as (key, name)."""
    names = PlaceNames()
    passed = seen.exclude(office="").order_by().values_list("office_unit", "office_key", "office").distinct()
    units = set(seen.exclude(unit="").order_by().values_list("unit", flat=True).distinct())
    offices = set(one_name_each(frozenset(passed)).values())
    return {"offices": sorted(offices), "places": [(key, names(key)) for key in sorted(units)]}


def _visits(visitor: Visitor) -> list[tuple[int, Any, str]]:
    """Visits on which support was asked for and no obstacle was recorded: number, day, hamlet or commune."""
    if not visitor.allows(Purpose.VISIT):
        return []
    names, found = PlaceNames(), in_hardship(visitor.account, visitor.scope)
    told = []
    for visit in found[:SHOWN_VISITS]:
        place = visit.worklist and (visit.worklist.hamlet or visit.worklist.area)
        told.append((visit.pk, visit.on, names(place) if place else ""))
    return told


@may_do("record_obstacle")
def obstacles_print(request: Any) -> HttpResponse:
    """The list as a sheet of paper."""
    visitor: Visitor = request.visitor
    asked = asked_of(request)
    rows = sought(obstacles_seen(visitor.account, visitor.scope), asked)[:MOST_ON_PAPER]
    return show(
        request, "obstacles/print.html", asked=asked, lines=lines(visitor, rows), day_of=today(),
        address=address, **words(),
    )  # fmt: skip


@may_do("record_obstacle")
def obstacles_file(request: Any) -> FileResponse:
    """The list as a workbook."""
    visitor: Visitor = request.visitor
    rows = sought(obstacles_seen(visitor.account, visitor.scope), asked_of(request))[:MOST_IN_FILE]
    file, day = BytesIO(), today()
    made_for = visitor.own_name
    written = [_written(line) for line in lines(visitor, rows)]
    write_obstacles(file, written, office=the_office().name, on=day, made_for=made_for)
    return workbook(file, f"vuong-mac-{day.isoformat()}.xlsx")


def _written(one: Line) -> ObstacleLine:
    row = one.row
    return ObstacleLine(
        number=row.pk,
        on=row.on,
        kind=ObstacleKind(row.kind),
        place=one.place,
        met_by=row.met_by,
        words=row.words,
        office=row.office,
        state=ObstacleState(row.state),
        days=one.days,
        answered_on=row.answered_on,
        answer=row.answer,
    )
