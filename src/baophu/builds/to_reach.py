"""People to reach in the index of a build, household by household, and how many each list of them holds."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from baophu.base.scope import Purpose, Scope
from baophu.base.text import fold
from baophu.builds.answers import Answer, gap_answer
from baophu.builds.lookups import in_area
from baophu.builds.opened import OpenBuild
from baophu.builds.told import is_head
from baophu.gaps.lists import LISTS

# In the counts of people to reach: of any group, with any next step.
ANY = "*"


@dataclass(frozen=True, slots=True)
class Reach:
    """Which people to reach are asked for.

    `why` is one of `gaps.lists.LISTS`, `area` a unit, `hamlet` a key or a name, `group` the one that the law
    puts first for them, `step` the next step.
    """

    why: str
    area: str | None = None
    hamlet: str | None = None
    group: str | None = None
    step: str | None = None
    scheme: str = "BHYT"


@dataclass(frozen=True, slots=True)
class ReachHousehold:
    """A household with people to reach: `gaps` as `answers.gaps` gives them, in the order of the list.

    `person` is the number of one of them, `members` how many live there, `act_by` the first of the last safe
    days; `bill` and `support` are for all of them, in đồng for 12 months.
    """

    person: int
    head: str | None
    head_person: int
    members: int
    area: str | None
    area_name: str | None
    hamlet: str | None
    phone: str | None
    act_by: date | None
    bill: int
    support: int
    gaps: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class ReachPage:
    """One page of the people to reach, and how many there are on all `pages`."""

    households: list[ReachHousehold]
    people: int
    total_households: int
    pages: int


def to_reach(
    build: OpenBuild, scope: Scope, purpose: Purpose, asked: Reach, page: int = 1, per_page: int = 25
) -> ReachPage:
    """A page of people to reach, household by household; `page` counts from 1.

    In each hamlet those first whose last safe day comes first, then in the order of the list.

    For pupils only those of the scope's schools. Raises NotAllowed, OutsideScope.
    """
    condition = _asked_for(build, scope, purpose, asked)
    places = _places_to_reach(build, scope, purpose, asked, condition)
    on_page, skip = _on_page(places, (page - 1) * per_page, per_page)
    here = f"{condition} AND place IN ({', '.join(map(str, on_page))})"
    homes = build.index.ask(
        scope, purpose, ["gaps"],
        f"SELECT home FROM gaps WHERE {here} GROUP BY place, home "
        "ORDER BY place, min(act_by) NULLS LAST, min(position) "
        "LIMIT :most OFFSET :skip", **_given(asked), most=per_page, skip=skip,
    )  # fmt: skip
    total = sum(place["homes"] for place in places)
    return ReachPage(
        households=_reach_households(build, scope, purpose, asked, here, [row["home"] for row in homes]),
        people=sum(place["people"] for place in places),
        total_households=total,
        pages=max(1, -(-total // per_page)),
    )


def count_to_reach(build: OpenBuild, scope: Scope, purpose: Purpose, asked: Reach) -> int:
    """How many people are on a list. Raises as `to_reach`."""
    condition = _asked_for(build, scope, purpose, asked)
    return sum(place["people"] for place in _places_to_reach(build, scope, purpose, asked, condition))


def _asked_for(build: OpenBuild, scope: Scope, purpose: Purpose, asked: Reach) -> str:
    """The condition on a gap. Few people are handed out: then they are looked up, and not the list (`+`)."""
    limits = ["reach = :why" if scope.assigned_to is None else "+reach = :why", "scheme = :scheme"]
    limits += ["first_group = :group"] if asked.group else []
    limits += ["next_step = :step"] if asked.step else []
    limits += [_pupils(build, scope)] if purpose is Purpose.STUDENTS else []
    return " AND ".join(limits)


def _given(asked: Reach) -> dict[str, str]:
    return {
        "why": asked.why, "scheme": asked.scheme, "group": asked.group or ANY, "step": asked.step or ANY,
    }  # fmt: skip


def _pupils(build: OpenBuild, scope: Scope) -> str:
    """The condition on a pupil of the scope’s schools; lists spell its name in their own way."""
    if scope.schools is None:
        return "why = 'student'"
    sql = "SELECT DISTINCT school FROM gaps WHERE reach = 'student' AND school IS NOT NULL ORDER BY school"
    rows = build.once(("schools", scope), lambda: build.index.ask(scope, Purpose.STUDENTS, ["gaps"], sql))
    names = [row["school"] for row in rows]
    ours = [name.replace("'", "''") for name in names if fold(name) in scope.schools]
    return f"why = 'student' AND school IN ({', '.join(f"'{name}'" for name in ours)})"


def _places_to_reach(
    build: OpenBuild, scope: Scope, purpose: Purpose, asked: Reach, condition: str
) -> list[Answer]:
    """The places where anyone is to be reached, in the order of the list, with `people` and `homes`."""
    if scope.assigned_to is not None:
        return _counted_places(build, scope, purpose, asked, condition)
    if purpose is Purpose.STUDENTS:
        key = ("places_to_reach", scope, asked)
        return build.once(key, lambda: _counted_places(build, scope, purpose, asked, condition))
    here = in_area(build, scope, asked.area, asked.hamlet)
    sql = (
        "SELECT place, people, homes FROM reaches WHERE reach = :why AND scheme = :scheme "
        f"AND first_group = :group AND next_step = :step AND {here} ORDER BY place"
    )
    return build.index.ask(scope, purpose, ["reaches"], sql, **_given(asked))


def _counted_places(
    build: OpenBuild, scope: Scope, purpose: Purpose, asked: Reach, condition: str
) -> list[Answer]:
    """The places as they are counted for whom no counts are kept."""
    here = in_area(build, scope, asked.area, asked.hamlet)
    sql = (
        "SELECT place, count(DISTINCT person) AS people, count(DISTINCT home) AS homes FROM gaps "
        f"WHERE {condition} AND {here} GROUP BY place ORDER BY place"
    )
    return build.index.ask(scope, purpose, ["gaps"], sql, **_given(asked))


def _on_page(places: list[Answer], first: int, most: int) -> tuple[list[int], int]:
    """The places on which a page lies, and how many of their households come before it."""
    on_page: list[int] = []
    skip = before = 0
    for place in places:
        if first < before + place["homes"] and before < first + most:
            skip = skip if on_page else first - before
            on_page.append(place["place"])
        before += place["homes"]
    return on_page, skip


def _reach_households(
    build: OpenBuild, scope: Scope, purpose: Purpose, asked: Reach, here: str, homes: list[int]
) -> list[ReachHousehold]:
    listed = ", ".join(map(str, homes))
    rows = build.index.ask(
        scope, purpose, ["gaps"],
        f"SELECT * FROM gaps WHERE {here} AND home IN ({listed}) ORDER BY position", **_given(asked),
    )  # fmt: skip
    # Who looks at pupils sees nobody else of their households.
    members = [] if purpose is Purpose.STUDENTS else build.index.ask(
        scope, purpose, ["people"],
        "SELECT household_key, person, name, relation FROM people "
        f"WHERE household_key IN ({listed}) ORDER BY person",
    )  # fmt: skip
    gaps, living = defaultdict(list), defaultdict(list)
    for row in rows:
        gaps[row["home"]].append(gap_answer(row, build.hamlet_names, build.sources()))
    for member in members:
        living[member["household_key"]].append(member)
    return [_reach_household(gaps[home], living[home]) for home in homes]


def _reach_household(gaps: list[Answer], members: list[Answer]) -> ReachHousehold:
    first = gaps[0]
    head = next((member for member in members if is_head(member)), first)
    return ReachHousehold(
        person=first["person"],
        head=head["name"],
        head_person=head["person"],
        members=max(1, len(members)),
        area=first["area"],
        area_name=first["area_name"],
        hamlet=first["hamlet"],
        phone=next((gap["phone"] for gap in gaps if gap["phone"]), None),
        act_by=min((gap["act_by"] for gap in gaps if gap["act_by"]), default=None),
        bill=sum(gap["bill"] for gap in gaps),
        support=sum(gap["support"] for gap in gaps),
        gaps=tuple(gaps),
    )


def reach_counts(
    build: OpenBuild, scope: Scope, area: str | None = None, scheme: str = "BHYT"
) -> dict[tuple[str, str], dict[str, int]]:
    """How many people each list of people to reach holds: (unit, hamlet) → `Reach.why` → people.

    Unit and hamlet are keys, "" where not known; nobody changes what is given. Raises NotAllowed,
    OutsideScope.
    """
    key = ("reach_counts", replace(scope, assigned_to=None), area, scheme)
    return build.once(key, lambda: _reach_counts(build, scope, area, scheme))


def _reach_counts(
    build: OpenBuild, scope: Scope, area: str | None, scheme: str
) -> dict[tuple[str, str], dict[str, int]]:
    lists = ", ".join(f"'{name}'" for name in LISTS)
    _names, rows = build.index.read(
        scope, Purpose.STEER, ["reaches"],
        f"SELECT unit, hamlet, reach, people FROM reaches WHERE reach IN ({lists}) AND scheme = :scheme "
        f"AND first_group = :any AND next_step = :any AND {in_area(build, scope, area, None)} "
        "ORDER BY place, reach", scheme=scheme, any=ANY,
    )  # fmt: skip
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for unit, hamlet, reach, people in rows:
        counts.setdefault((unit or "", hamlet or ""), {})[reach] = people
    return counts
