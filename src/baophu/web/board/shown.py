"""What the board shows of a place, besides its figures: the way back, pictures, what is owed."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from baophu.areas.units import load_areas
from baophu.base.scope import Purpose
from baophu.base.words import language
from baophu.builds.answers import arrears
from baophu.builds.charts import charts_of
from baophu.builds.opened import OpenBuild
from baophu.builds.overview import overview, places_of
from baophu.builds.owed import lists_owed
from baophu.builds.paces import paces
from baophu.builds.to_reach import Reach, to_reach
from baophu.coverage.figures import Figure, Later, later_of, name_on
from baophu.coverage.pace_words import had_words, pace_words
from baophu.coverage.targets import grade
from baophu.coverage.words import scheme_words
from baophu.employers.arrears import Arrears, total_of
from baophu.gaps.lists import LISTS
from baophu.reports.facts import ListOwed
from baophu.store.owing import lists_due
from baophu.store.questions import the_office
from baophu.store.target_figures import decided_since
from baophu.web.board.late import tasks_late
from baophu.web.tasks.told import late_words, task_address
from baophu.web.visitor import Visitor

HEALTH = "BHYT"
SHORT_LIST = 6
WIDE, NARROW = "wide", "narrow"
# Some for each place of a large home: to make them takes as long as the rest of the page.
ADDRESSES_KEPT = 10_000


def shown_place(visitor: Visitor, key: str) -> dict[str, Any]:
    """All that the template `board/board.html` says of a unit or hamlet. Raises UnknownUnit, OutsideScope."""
    build = visitor.build
    facts = build.once(("board", visitor.scope, key, language()), lambda: _facts(visitor, key))
    return facts | {
        "owed": _owed(visitor, key),
        "late": tasks_late(visitor, key),
        "late_words": late_words,
        "task_address": task_address,
        "charts": (charts := _charts(build, key)),
        "drawn_before": bool(charts) and decided_since(build),
        "short_list": SHORT_LIST,
        "scheme_words": scheme_words,
        "had_words": had_words,
        "grade_of": _grade_of,
        "area_address": area_address,
        "people_address": people_address,
        "figure_address": figure_address,
    }


def _facts(visitor: Visitor, key: str) -> dict[str, Any]:
    build, scope = visitor.build, visitor.scope
    shown = overview(build, scope, key)
    whole_home = key == build.inputs.area
    pace_of = {} if shown.is_hamlet else paces(build, scope, key)
    return {
        "shown": shown,
        "above": way_to(visitor, key)[:-1],
        "paces": pace_of,
        "sentence": pace_words(pace_of[HEALTH]) if HEALTH in pace_of else "",
        "source": build.measure(build.on).residents_source,
        "later": _later(build, [*shown.figures, *(line.figure for line in shown.lines)]),
        "arrears": _arrears(visitor) if whole_home else None,
        "handed": _handed(visitor, key),
    }


def _later(build: OpenBuild, figures: Iterable[Figure]) -> dict[Figure, Later]:
    """The figures for which a target was decided after their day: they are not counted with it yet."""
    measure = build.measure(build.on)
    return {figure: later for figure in figures if (later := later_of(figure, measure))}


def _owed(visitor: Visitor, key: str) -> list[ListOwed]:
    """The lists that others owe of the place today; of a hamlet none: lists come by commune."""
    if "/" in key:
        return []
    rows = lists_due(visitor.scope)
    of_place = rows if key == visitor.build.inputs.area else [row for row in rows if row.expected.unit == key]
    return lists_owed(of_place, the_office().name)


def _handed(visitor: Visitor, key: str) -> dict[str, int] | None:
    """List → how many of its people here are handed out to the visitor; None for who sees all of them."""
    scope = visitor.scope
    if scope.assigned_to is None or not visitor.allows(Purpose.VISIT):
        return None
    unit, slash, _number = key.partition("/")
    asked = (Reach(why, unit, key if slash else None) for why in LISTS)
    return {one.why: to_reach(visitor.build, scope, Purpose.VISIT, one, per_page=1).people for one in asked}


def way_to(visitor: Visitor, key: str) -> list[tuple[str, str]]:
    """Addresses and names of the places from the largest that the visitor sees down to this one.

    Where the visitor sees none of them whole, from the country's largest unit on.
    """
    build, top = visitor.build, places_of(visitor.build, visitor.scope)
    unit = load_areas().unit(key.partition("/")[0], on=build.on)
    seen = [(key, build.hamlet_names.get(key, key))] if "/" in key else []
    for one in [unit, *load_areas().ancestors(unit)]:
        if seen and seen[0][0] in top:
            break
        seen.insert(0, (one.key, name_on(one, build.on)))
    return [
        (reverse("board") if place in top else reverse("area", kwargs={"key": place}), name)
        for place, name in seen
    ]


def _arrears(visitor: Visitor) -> Arrears | None:
    if not visitor.allows(Purpose.EMPLOYERS):
        return None
    return total_of(arrears(visitor.build, visitor.scope, visitor.build.on))


def _charts(build: OpenBuild, key: str) -> list[dict[str, Any]]:
    """The pictures that were drawn of this place, each with its addresses and words."""

    def address(chart: str, width: str) -> str:
        parts = {"build": build.folder.name, "place": key, "chart": chart, "width": width}
        return str(reverse("chart", kwargs={**parts, "language": language()}))

    return [
        {"chart": one, "address": address(one.name, WIDE), "narrow": address(one.name, NARROW)}
        for one in charts_of(build.folder, key, language())
    ]


def _grade_of(figure: Figure) -> str:
    return grade(figure.participants, figure.target_people or 0).value


@lru_cache(ADDRESSES_KEPT)
def area_address(key: str) -> str:
    """The board of a place."""
    return str(reverse("area", kwargs={"key": key}))


@lru_cache(ADDRESSES_KEPT)
def people_address(key: str, why: str) -> str:
    """The page of the people to reach of a place."""
    unit, slash, _number = key.partition("/")
    asked = {"why": why, "area": unit} | ({"hamlet": key} if slash else {})
    return f"{reverse('people')}?{urlencode(asked)}"


@lru_cache(ADDRESSES_KEPT)
def figure_address(key: str, scheme: str) -> str:
    """The page that says what a figure counts."""
    return str(reverse("figure", kwargs={"key": key, "scheme": scheme}))
