"""People to reach, household by household; on paper and in Excel; as counts for those who only steer."""

from collections import Counter
from functools import partial
from io import BytesIO
from typing import Any

from django.http import FileResponse, HttpResponse

from baophu.areas.units import load_areas
from baophu.base.errors import UserError
from baophu.base.numbers import format_count
from baophu.base.scope import Purpose
from baophu.base.words import N_
from baophu.builds.lookups import Reach, ReachHousehold, reach_counts, to_reach
from baophu.builds.reaching import Choices, choices, households_to_visit
from baophu.builds.week import people_to_reach
from baophu.coverage.figures import name_on
from baophu.gaps.lists import HANDED_OUT, LISTS
from baophu.reports.people import write_gaps
from baophu.store.handing_out import list_for, place_words
from baophu.store.visiting import HEALTH
from baophu.web.door import page
from baophu.web.rendering import show
from baophu.web.visitor import Visitor
from baophu.web.visits.asked import SCHEMES, address, asked_reach, crumbs, page_number, purpose_of
from baophu.web.visits.words import words

PER_PAGE = 25
MOST_PEOPLE = 10_000
# What a browser prints without ado, and an office reads.
MOST_ON_PAPER = 500
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class TooManyPeople(UserError):
    message = N_("This list holds {count} people; at most {most} leave at once.")
    advice = N_("Choose a commune or a hamlet.")
    exit_code = 15


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
    visitor.looked(_people(found.households), purpose, "people")
    above, here = crumbs(visitor, asked)
    return show(
        request, "visits/reach.html", asked=asked, found=found, number=number, above=above, here_name=here,
        tabs=_tabs(visitor, asked, purpose), narrowed=_narrowed(visitor, asked), address=address,
        source=build.measure(build.on).residents_source, day_of=build.on, schemes=SCHEMES,
        place=partial(place_words, build), hamlet_names=build.hamlet_names,
        may_hand_out=visitor.may("make_worklist") and asked.why in HANDED_OUT, **words(),
    )  # fmt: skip


@page(Purpose.VISIT, Purpose.STUDENTS)
def people_print(request: Any) -> HttpResponse:
    """The whole list as a sheet of paper, with room for what came of each visit."""
    visitor: Visitor = request.visitor
    asked = asked_reach(request)
    households = _all(visitor, asked, "people on paper", MOST_ON_PAPER)
    above, here = crumbs(visitor, asked)
    place = " › ".join([name for _address, name in above] + [here])
    top = list_for(visitor.build, visitor.account, place)
    return show(request, "visits/reach_print.html", asked=asked, households=households, top=top, **words())


@page(Purpose.VISIT, Purpose.STUDENTS)
def people_file(request: Any) -> FileResponse:
    """The whole list as a workbook."""
    visitor: Visitor = request.visitor
    asked = asked_reach(request)
    households = _all(visitor, asked, "people in Excel", MOST_PEOPLE)
    gaps = [gap for household in households for gap in household.gaps]
    top = list_for(visitor.build, visitor.account, crumbs(visitor, asked)[1])
    file = BytesIO()
    write_gaps(file, people_to_reach(gaps), top)
    file.seek(0)
    name = f"nguoi-can-van-dong-{asked.why}-{visitor.build.on.isoformat()}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


def _all(visitor: Visitor, asked: Reach, page_name: str, most: int) -> list[ReachHousehold]:
    """All households of the list, which the visitor has then looked at. Raises TooManyPeople."""
    build, scope = visitor.build, visitor.scope
    purpose = purpose_of(visitor) or Purpose.STEER
    count = to_reach(build, scope, purpose, asked, per_page=1).people
    if count > most:
        raise TooManyPeople(count=format_count(count), most=format_count(most))
    households = households_to_visit(build, scope, purpose, asked)
    visitor.looked(_people(households), purpose, page_name)
    return households


def _people(households: list[ReachHousehold]) -> set[int]:
    """Whom a page about these households shows: those to reach, and the heads."""
    reached = {gap["person"] for household in households for gap in household.gaps}
    return reached | {household.head_person for household in households}


def _tabs(visitor: Visitor, asked: Reach, purpose: Purpose) -> list[tuple[str, int | None]]:
    """The lists, each with its people where the visitor may count them."""
    if purpose is Purpose.STUDENTS:
        return [(asked.why, None)]
    if not _counts_freely(visitor):
        return [(name, None) for name in LISTS]
    counts = reach_counts(visitor.build, visitor.scope, asked.area, asked.scheme)
    people_of: Counter[str] = Counter()
    for (_unit, hamlet), found in counts.items():
        if asked.hamlet in (None, hamlet):
            people_of.update(found)
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
        lists=list(LISTS), total=sum(by_place.values(), Counter()), **words(),
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
