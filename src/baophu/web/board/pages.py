"""The leader's page: will the targets be met, where are the people who are missing, and what is owed."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from baophu.base.scope import Purpose
from baophu.builds.answers import arrears
from baophu.builds.charts import chart_path
from baophu.builds.overview import check_sees, overview, places_of
from baophu.employers.arrears import total_of
from baophu.web.board.figure import figure
from baophu.web.board.shown import NARROW, shown_place
from baophu.web.door import page
from baophu.web.rendering import show
from baophu.web.visitor import Visitor


@page(Purpose.STEER, Purpose.VISIT)
def board(request: Any) -> HttpResponse:
    """The largest place that the visitor sees whole; where there are several, which of them.

    Who sees no figures, but people handed out, is led to these.
    """
    visitor: Visitor = request.visitor
    if not visitor.allows(Purpose.STEER):
        return redirect("visits")
    keys = places_of(visitor.build, visitor.scope)
    if len(keys) == 1:
        return show(request, "board/board.html", **shown_place(visitor, keys[0]))
    places = [overview(visitor.build, visitor.scope, key) for key in keys]
    return show(request, "board/places.html", places=places, day_of=visitor.build.on)


@page(Purpose.STEER)
def area(request: Any, key: str) -> HttpResponse:
    """A unit or hamlet below."""
    visitor: Visitor = request.visitor
    if places_of(visitor.build, visitor.scope) == [key]:
        return redirect("board")
    return show(request, "board/board.html", **shown_place(visitor, key))


@page(Purpose.STEER)
def chart(request: Any, build: str, place: str, chart: str, language: str, width: str) -> HttpResponse:
    """A picture of a place that the visitor sees. Raises UnknownUnit, OutsideScope."""
    visitor: Visitor = request.visitor
    check_sees(visitor.build, visitor.scope, place)
    folder = visitor.build.folder.parent / build
    drawn = chart_path(folder, place, chart, language, narrow=width == NARROW)
    if drawn is None:
        raise Http404
    return HttpResponse(drawn.read_bytes(), content_type="image/svg+xml")


@page(Purpose.EMPLOYERS)
def arrears_page(request: Any) -> HttpResponse:
    """Employers in arrears inside the scope, the largest debt first."""
    visitor: Visitor = request.visitor
    rows = arrears(visitor.build, visitor.scope, visitor.build.on)
    files = sorted({row["source"].rpartition("!")[0] for row in rows})
    told: dict[str, Any] = {"rows": rows, "files": files, "total": total_of(rows), "day_of": visitor.build.on}
    return show(request, "board/arrears.html", **told)


urls = [
    path("", board, name="board"),
    path("areas/<path:key>", area, name="area"),
    path("charts/<slug:build>/<str:place>/<slug:chart>/<slug:language>/<slug:width>", chart, name="chart"),
    path("figures/<path:key>/<slug:scheme>", figure, name="figure"),
    path("arrears", arrears_page, name="arrears"),
]
