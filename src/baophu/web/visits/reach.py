"""People to reach, household by household; as counts for those who only steer."""

from collections import Counter
from functools import partial
from typing import Any

from django.http import HttpResponse

from baophu.areas.units import load_areas
from baophu.base.scope import Purpose
from baophu.builds.quality import sources_words
from baophu.builds.reaching import Choices, choices, people_shown, reach_totals
from baophu.builds.to_reach import Reach, ReachHousehold, reach_counts, to_reach
from baophu.coverage.figures import name_on
from baophu.gaps.lists import HANDED_OUT, LISTS
from baophu.store.handing_out import place_words
from baophu.store.visiting import HEALTH
from baophu.web.door import page
from baophu.web.rendering import show
from baophu.web.review.told import Mark, marks
from baophu.web.visitor import Visitor
from baophu.web.visits.asked import (
    SCHEMES,
    address,
    asked_reach,
    crumbs,
    page_number,
    parts_of,
    purpose_of,
    quality_shown,
)
from baophu.web.visits.files import ways_out
from baophu.web.visits.words import words

PER_PAGE = 25


@page(Purpose.VISIT, Purpose.STUDENTS, Purpose.STEER)
def people(request: Any) -> HttpResponse:
    """One list of people to reach in a place, 25 households a page; counts only for those who steer."""
    visitor: Visitor = request.visitor
    asked, purpose = asked_reach(request), purpose_of(visitor)
    if purpose is None:
        return _counts(request, asked)
    build, scope = visitor.build, visitor.scope
    number = page_number(request)
    found = to_reach(build, scope, purpose, asked, number, PER_PAGE)
    visitor.looked(people_shown(found.households), purpose, "people")
    above, here = crumbs(visitor, asked)
    return show(
        request, "visits/reach.html", asked=asked, found=found, number=number, above=above, here_name=here,
        tabs=_tabs(visitor, asked, purpose), narrowed=_narrowed(visitor, asked), address=address,
        source=sources_words(build), day_of=build.on, schemes=SCHEMES,
        place=partial(place_words, build), hamlet_names=build.hamlet_names,
        may_hand_out=visitor.may("make_worklist") and asked.why in HANDED_OUT, kept=parts_of(asked),
        opens=purpose is Purpose.VISIT, marks=_marks(visitor, purpose, found.households),
        quality=quality_shown(visitor, asked),
        **ways_out(found.people), **words(),
    )  # fmt: skip


def _marks(visitor: Visitor, purpose: Purpose, households: list[ReachHousehold]) -> dict[int, Mark]:
    """The marks of those in doubt; who looks at pupils is told nothing of the kind."""
    people = [gap["person"] for household in households for gap in household.gaps]
    return marks(visitor, people) if purpose is Purpose.VISIT else {}


def _tabs(visitor: Visitor, asked: Reach, purpose: Purpose) -> list[tuple[str, int | None]]:
    """The lists, each with its people where the visitor may count them."""
    if purpose is Purpose.STUDENTS:
        return [(asked.why, None)]
    if not _counts_freely(visitor):
        return [(name, None) for name in LISTS]
    people_of = reach_totals(visitor.build, visitor.scope, asked)
    return [(name, people_of[name]) for name in LISTS if asked.scheme == HEALTH or people_of[name]]


def _counts_freely(visitor: Visitor) -> bool:
    """Whether what the visitor may count is also what they may see."""
    return visitor.allows(Purpose.STEER) and visitor.scope.assigned_to is None


def _narrowed(visitor: Visitor, asked: Reach) -> Choices | None:
    """What the list may be narrowed to; nothing for those whose lists are short."""
    if not _counts_freely(visitor) or purpose_of(visitor) is Purpose.STUDENTS:
        return None
    return choices(visitor.build, visitor.scope, asked)


def _counts(request: Any, asked: Reach) -> HttpResponse:
    """How many people each list holds, place by place."""
    visitor: Visitor = request.visitor
    build = visitor.build
    by_place: dict[str, Counter[str]] = {}
    for (unit, hamlet), found in reach_counts(build, visitor.scope, asked.area, asked.scheme).items():
        if asked.hamlet in (None, hamlet):
            by_place.setdefault(hamlet if _is_commune(asked) else unit, Counter()).update(found)
    above, here = crumbs(visitor, asked)
    rows = [(_place_address(asked, key), _place_name(visitor, asked, key), by_place[key]) for key in by_place]
    return show(
        request, "visits/counts.html", asked=asked, rows=rows, above=above, here_name=here, day_of=build.on,
        lists=list(LISTS), total=sum(by_place.values(), Counter()), quality=quality_shown(visitor, asked),
        **words(),
    )  # fmt: skip


def _is_commune(asked: Reach) -> bool:
    return asked.area is not None and load_areas().unit(asked.area).level == "commune"


def _place_address(asked: Reach, key: str) -> str:
    return address("people", asked, area=key) if key and not _is_commune(asked) else ""


def _place_name(visitor: Visitor, asked: Reach, key: str) -> str:
    if not key:
        return ""
    if _is_commune(asked):
        return visitor.build.hamlet_names.get(key, key)
    return name_on(load_areas().unit(key), visitor.build.on)
