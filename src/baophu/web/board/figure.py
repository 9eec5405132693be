"""What a figure is made of: numerator, denominator, groups, and the people and rows that it counts."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse

from baophu.base.scope import Purpose
from baophu.base.words import language
from baophu.builds.answers import Answer, bridges, coverage, list_day
from baophu.builds.lookups import counted
from baophu.builds.overview import check_sees
from baophu.coverage.count import Bridge
from baophu.coverage.figures import SCHEMES, Figure, later_of
from baophu.coverage.words import denominator_words, scheme_words
from baophu.law.groups import group_name
from baophu.web.board.shown import people_address, way_to
from baophu.web.door import page
from baophu.web.rendering import show
from baophu.web.visitor import Visitor

ROWS = 50
# How many numbers say where a list of people goes on: count, person, list, row.
MARK = 4


@page(Purpose.STEER)
def figure(request: Any, key: str, scheme: str) -> HttpResponse:
    """A scheme's figure in a unit or hamlet; `group` and `after` in the query turn to some of its people."""
    if scheme not in SCHEMES:
        raise Http404
    visitor: Visitor = request.visitor
    check_sees(visitor.build, visitor.scope, key)
    group = request.GET.get("group") or None
    whole = _figures(visitor, key, scheme)
    people = _people(visitor, key, whole[0], group, _mark(request.GET.get("after", "")))
    visitor.looked((one["person"] for one in people), Purpose.VISIT, "figure")
    return show(
        request,
        "board/figure.html",
        figure=whole[0],
        later=later_of(whole[0], visitor.build.measure(visitor.build.on)),
        key=key,
        way=way_to(visitor, key),
        groups=_figures(visitor, key, scheme, by_group=True),
        group=group,
        bridge=_bridge(visitor, key, scheme),
        people=people,
        day_of=visitor.build.on,
        people_address=people_address,
        sees_people=visitor.allows(Purpose.VISIT),
        more=_more(people, group),
        scheme_words=scheme_words,
        denominator_words=denominator_words,
        group_words=group_name,
    )


def _figures(visitor: Visitor, key: str, scheme: str, by_group: bool = False) -> list[Figure]:
    build, scope = visitor.build, visitor.scope
    unit, slash, _number = key.partition("/")
    cuts = ["hamlet"] * bool(slash) + ["group"] * by_group
    found = build.once(
        ("figure", scope, key, scheme, by_group, language()),
        lambda: coverage(
            build,
            scope,
            on=build.on,
            counted_on=list_day(build, scheme),
            area=unit,
            by=cuts,
            schemes=[scheme],
        ),
    )
    name = build.hamlet_names.get(key)
    here = [one for one in found if not slash or one.hamlet == name]
    if not here and not by_group:
        raise Http404
    return sorted(here, key=lambda one: -one.participants)


def _people(
    visitor: Visitor, key: str, figure: Figure, group: str | None, after: tuple[int, ...] | None
) -> list[Answer]:
    """The people counted, some at a time, for those who may see people."""
    if not visitor.allows(Purpose.VISIT):
        return []
    unit, slash, _number = key.partition("/")
    return counted(
        visitor.build,
        visitor.scope,
        unit,
        key if slash else None,
        figure.scheme,
        group,
        after,
        ROWS,
        numerator=figure.numerator_kind,
    )


def _mark(text: str) -> tuple[int, ...] | None:
    """Where the list goes on, as `_more` wrote it; anything else begins it anew."""
    parts = text.split(".")
    fits = len(parts) == MARK and all(part.isascii() and part.isdigit() for part in parts)
    return tuple(map(int, parts)) if fits else None


def _more(people: list[Answer], group: str | None) -> str:
    """The query of what comes after; empty at the end."""
    if len(people) < ROWS:
        return ""
    after = ".".join(str(part) for part in people[-1]["key"])
    return "?" + urlencode({"after": after} | ({"group": group} if group else {}))


def _bridge(visitor: Visitor, key: str, scheme: str) -> Bridge | None:
    """Why the two numerators differ; told of the whole home, to those who see all of it."""
    build, scope = visitor.build, visitor.scope
    if key != build.inputs.area or scope.units is not None or scope.hamlets is not None:
        return None
    return next((one for one in bridges(build, scope, build.on) if one.scheme == scheme), None)
