"""What the lists of people to reach hold, place by place: to choose from, and to hand out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from baophu.base.scope import Purpose, Scope
from baophu.builds.answers import Answer, gap_answer, keys_of
from baophu.builds.opened import OpenBuild
from baophu.builds.to_reach import ANY, Reach, ReachHousehold, reach_counts, to_reach
from baophu.builds.told import is_head, shown
from baophu.gaps.lists import LISTS

# No list of people of one commune or hamlet is as long.
ALL = 1_000_000
# Columns: where someone lives; what a household tells of its members; what is to be done about a gap.
HOME = "person, household_key"
MEMBER = "household_key, person, name, relation, phone"
TO_DO = "person, scheme, act_by, bill, next_step"


@dataclass(frozen=True, slots=True)
class Choices:
    """What a list in an area may be narrowed to: unit and hamlet ("" where not known), first group, next
    step, each with its people."""

    hamlets: Counter[tuple[str, str]]
    groups: Counter[str]
    steps: Counter[str]

    @property
    def communes(self) -> Counter[str]:
        """Unit → people, in the order of the list."""
        people: Counter[str] = Counter()
        for (unit, _hamlet), count in self.hamlets.items():
            people[unit] += count
        return people


@dataclass(frozen=True, slots=True)
class Handed:
    """A household some of whose members were handed out: `people` as `told.shown` tells them, each with the
    `gap` on the list, None for who is not to be reached any more."""

    person: int
    head: str | None
    head_person: int
    members: int
    area_name: str | None
    hamlet: str | None
    phone: str | None
    people: tuple[Answer, ...]


def choices(build: OpenBuild, scope: Scope, asked: Reach) -> Choices:
    """What there is on a list in an area; nobody changes what is given. Raises NotAllowed, OutsideScope."""
    key = ("choices", replace(scope, assigned_to=None), asked)
    return build.once(key, lambda: _choices(build, scope, asked))


def _choices(build: OpenBuild, scope: Scope, asked: Reach) -> Choices:
    keys = keys_of(build, scope, asked.area, build.on) if asked.area else None
    units = "TRUE" if keys is None else f"unit IN ({', '.join(f"'{key}'" for key in sorted(keys))})"
    here = f"{units} AND (:hamlet IS NULL OR hamlet = :hamlet)"
    given = {"why": asked.why, "scheme": asked.scheme, "any": ANY, "hamlet": asked.hamlet}
    narrowed = {"group": asked.group or ANY, "step": asked.step or ANY}

    def counts(columns: str, condition: str, **more: object) -> list[tuple[Any, ...]]:
        sql = (
            f"SELECT {columns}, sum(people) FROM reaches WHERE reach = :why AND scheme = :scheme "
            f"AND {condition} GROUP BY {columns} ORDER BY min(place)"
        )
        return build.index.read(scope, Purpose.STEER, ["reaches"], sql, **given, **more)[1]

    places = counts("unit, hamlet", f"{units} AND first_group = :group AND next_step = :step", **narrowed)
    groups = counts("first_group", f"{here} AND first_group <> :any AND next_step = :any")
    steps = counts("next_step", f"{here} AND first_group = :any AND next_step <> :any")
    return Choices(
        Counter({(unit or "", hamlet or ""): people for unit, hamlet, people in places}),
        Counter(dict(groups)),
        Counter(dict(steps)),
    )


def reach_totals(build: OpenBuild, scope: Scope, asked: Reach) -> dict[str, int]:
    """How many people each list of people to reach holds in the area or hamlet that is asked for.

    Raises as `reach_counts`.
    """

    def totals() -> dict[str, int]:
        people = dict.fromkeys(LISTS, 0)
        for (_unit, hamlet), found in reach_counts(build, scope, asked.area, asked.scheme).items():
            if asked.hamlet in (None, hamlet):
                for name, count in found.items():
                    people[name] += count
        return people

    seen = replace(scope, assigned_to=None)
    return build.once(("reach_totals", seen, asked.area, asked.hamlet, asked.scheme), totals)


def purpose_for(scope: Scope) -> Purpose | None:
    """What a scope looks at people to reach for; None where it may only count them."""
    return next((one for one in (Purpose.VISIT, Purpose.STUDENTS) if scope.allows(one)), None)


def people_shown(households: Iterable[ReachHousehold]) -> set[int]:
    """Whom a page about these households shows: those to reach, and the heads."""
    found = list(households)
    return {gap["person"] for home in found for gap in home.gaps} | {home.head_person for home in found}


def households_to_visit(
    build: OpenBuild, scope: Scope, purpose: Purpose, asked: Reach
) -> list[ReachHousehold]:
    """All households of a list, by the first of their last safe days. Raises NotAllowed, OutsideScope."""
    found = to_reach(build, scope, purpose, asked, per_page=ALL).households
    return sorted(found, key=lambda household: household.act_by or date.max)


def handed_homes(build: OpenBuild, scope: Scope, people: Sequence[int]) -> dict[int, list[int]]:
    """The people who were handed out, household by household (see `home_of`), in their order.

    Left out are those whom `handed_households` leaves out. Raises NotAllowed.
    """
    rows = {row["person"]: row for row in _ask(build, scope, "people", HOME, "person", people)}
    homes: dict[int, list[int]] = {}
    for person in people:
        if person in rows:
            homes.setdefault(home_of(rows[person]), []).append(person)
    return homes


def handed_households(
    build: OpenBuild, scope: Scope, people: Sequence[int], why: str, scheme: str
) -> list[Handed]:
    """The households of people who were handed out from the list `why`, in the order of the people.

    The gap is the one on that list, else on another. Whom the register does not know any more, or the scope
    does not see, is left out. Raises NotAllowed.
    """
    rows = {row["person"]: row for row in _ask(build, scope, "people", "*", "person", people)}
    gaps: dict[int, Answer] = {}
    found = _ask(build, scope, "gaps", "*", "person", people, order="person, position")
    for gap in sorted(found, key=lambda gap: gap["reach"] != why):
        if gap["scheme"] == scheme:
            gaps.setdefault(gap["person"], gap_answer(gap, build.hamlet_names, build.sources()))
    homes: dict[int, list[Answer]] = {}
    for person in people:
        if person in rows:
            homes.setdefault(home_of(rows[person]), []).append(rows[person])
    living: dict[int, list[Answer]] = {}
    keys = [home for home in homes if home >= 0]
    for member in _ask(build, scope, "people", MEMBER, "household_key", keys):
        living.setdefault(member["household_key"], []).append(member)
    return [
        _handed(
            [shown(build, one) | {"gap": gaps.get(one["person"])} for one in handed], living.get(home, handed)
        )
        for home, handed in homes.items()
    ]


def handed_gaps(
    build: OpenBuild, scope: Scope, people: Sequence[int], scheme: str
) -> dict[int, dict[str, Any]]:
    """Person → what there is to do about a scheme, of the first gap: `act_by`, `bill`, `next_step`.

    Raises NotAllowed.
    """
    gaps: dict[int, dict[str, Any]] = {}
    for gap in _ask(build, scope, "gaps", TO_DO, "person", people, order="person, position"):
        if gap["scheme"] == scheme:
            gaps.setdefault(gap["person"], gap)
    return gaps


def home_of(row: Answer) -> int:
    """A number that stands for the household someone lives in; whoever lives in none has one alone."""
    key = row["household_key"]
    return -int(row["person"]) if key is None else int(key)


def _handed(people: list[Answer], members: list[Answer]) -> Handed:
    first = people[0]
    head = next((member for member in members if is_head(member)), first)
    return Handed(
        person=first["person"],
        head=head["name"],
        head_person=head["person"],
        members=len(members),
        area_name=first["area_name"],
        hamlet=first["hamlet_name"],
        phone=next((one["phone"] for one in [*people, *members] if one["phone"]), None),
        people=tuple(people),
    )


def _ask(
    build: OpenBuild,
    scope: Scope,
    table: str,
    columns: str,
    column: str,
    values: Iterable[int],
    order: str = "person",
) -> list[dict[str, Any]]:
    listed = ", ".join(str(int(value)) for value in values)
    sql = f"SELECT {columns} FROM {table} WHERE {column} IN ({listed}) ORDER BY {order}"
    return build.index.ask(scope, Purpose.VISIT, [table], sql)
