"""What the address of a page asks for: which list of people to reach, where, narrowed to what."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from baophu.areas.unit import Unit
from baophu.areas.units import load_areas
from baophu.base.scope import Purpose
from baophu.builds.answers import OutsideScope, keys_of
from baophu.builds.overview import places_of
from baophu.builds.quality import quality_lines
from baophu.builds.reaching import purpose_for
from baophu.builds.to_reach import Reach
from baophu.coverage.figures import name_on
from baophu.gaps.lists import LISTS
from baophu.gaps.next_steps import NextStep
from baophu.law.groups import groups
from baophu.store.handing_out import place_words
from baophu.store.visiting import HEALTH
from baophu.web.visitor import Visitor

VOLUNTARY = "BHXH_TN"
SCHEMES = (HEALTH, VOLUNTARY)
FIRST = next(iter(LISTS))
PUPILS = "student"
PARTS = ("why", "area", "hamlet", "group", "step", "scheme")


def purpose_of(visitor: Visitor) -> Purpose | None:
    """What the visitor looks at people to reach for; None where they may only count them."""
    return purpose_for(visitor.scope)


def asked_reach(request: Any) -> Reach:
    """The list asked for; words that mean nothing ask for nothing. Raises UnknownUnit, OutsideScope."""
    visitor: Visitor = request.visitor
    given = request.GET if request.method == "GET" else request.POST
    area, hamlet = asked_place(request)
    return Reach(
        why=PUPILS if purpose_of(visitor) is Purpose.STUDENTS else _known(given, "why", LISTS) or FIRST,
        area=area,
        hamlet=hamlet,
        group=_known(given, "group", groups()),
        step=_known(given, "step", list(NextStep)),
        scheme=_known(given, "scheme", SCHEMES) or HEALTH,
    )


def asked_place(request: Any) -> tuple[str | None, str | None]:
    """The keys of the unit and the hamlet asked for; of who sees one commune only that one.

    Raises UnknownUnit, OutsideScope.
    """
    visitor: Visitor = request.visitor
    given = request.GET if request.method == "GET" else request.POST
    hamlet = given.get("hamlet") or None
    area = (hamlet.partition("/")[0] if hamlet else given.get("area")) or _only_commune(visitor)
    _check_place(visitor, hamlet)
    return load_areas().unit(area, on=visitor.build.on).key if area else None, hamlet


def _known(given: Any, name: str, known: Any) -> str | None:
    value = given.get(name)
    return value if value in known else None


def _only_commune(visitor: Visitor) -> str | None:
    """The commune of a visitor who sees one only."""
    keys = {key.partition("/")[0] for key in places_of(visitor.build, visitor.scope)}
    return keys.pop() if len(keys) == 1 and visitor.scope.units is not None else None


def _check_place(visitor: Visitor, hamlet: str | None) -> None:
    scope = visitor.scope
    if hamlet is None:
        return
    unit = hamlet.partition("/")[0]
    if (scope.units is not None and unit not in scope.units) or (
        scope.hamlets is not None and hamlet not in scope.hamlets
    ):
        raise OutsideScope(area=place_words(visitor.build, unit, hamlet), places=_own_places(visitor))


def _own_places(visitor: Visitor) -> list[str]:
    keys = places_of(visitor.build, visitor.scope)
    return [place_words(visitor.build, *_parts(key)) for key in keys] or ["–"]


def _parts(key: str) -> tuple[str, str]:
    unit, slash, _number = key.partition("/")
    return unit, key if slash else ""


def address(view: str, asked: Reach, **changes: object) -> str:
    """The address of a view about a list; `changes` narrow or widen it, or add a page."""
    parts = {name: getattr(asked, name) for name in PARTS} | changes
    if parts["scheme"] == HEALTH:
        parts.pop("scheme")
    return f"{reverse(view)}?{urlencode({name: value for name, value in parts.items() if value})}"


def parts_of(asked: Reach) -> dict[str, str]:
    """What a form about a list sends along."""
    return {name: getattr(asked, name) for name in PARTS if getattr(asked, name)}


def crumbs(visitor: Visitor, asked: Reach) -> tuple[list[tuple[str, str]], str]:
    """The places above with their addresses, down from the largest the visitor sees, and the place itself."""
    above = [
        (address("people", asked, area=unit.key, hamlet=None), name_on(unit, visitor.build.on))
        for unit in reversed(_units(visitor, asked))
    ]
    if asked.hamlet:
        return above, visitor.build.hamlet_names.get(asked.hamlet, asked.hamlet)
    return above[:-1], above[-1][1]


def _units(visitor: Visitor, asked: Reach) -> list[Unit]:
    """The unit asked for and those above it that the visitor sees, the home the highest."""
    areas = load_areas()
    home = areas.unit(visitor.build.inputs.area)
    unit = areas.unit(asked.area) if asked.area else home
    seen = visitor.scope.units
    above = [one for one in areas.ancestors(unit) if seen is None or one.key in seen]
    keys = [one.key for one in above]
    return [unit, *above[: keys.index(home.key) + 1 if home.key in keys else 0]]


def quality_shown(visitor: Visitor, asked: Reach) -> list[str]:
    """How good the list asked for is, in the place asked for."""
    build, scope = visitor.build, visitor.scope
    units = keys_of(build, scope, asked.area, build.on) if asked.area else scope.units
    if units is not None and scope.units is not None:
        units = units & scope.units
    hamlets = {asked.hamlet} if asked.hamlet else scope.hamlets
    return quality_lines(build, asked.why, asked.scheme, units, hamlets)


def page_number(request: Any) -> int:
    """The page that is asked for, the first where none is."""
    given = request.GET.get("page", "1")
    return max(1, int(given)) if given.isdecimal() and len(given) < 8 else 1


def one_page[T](request: Any, rows: Sequence[T], per_page: int) -> tuple[Sequence[T], int, int]:
    """The rows of the page that is asked for, its number, and how many pages there are."""
    pages = max(1, -(-len(rows) // max(per_page, 1)))
    number = min(page_number(request), pages)
    return rows[(number - 1) * per_page : number * per_page], number, pages
