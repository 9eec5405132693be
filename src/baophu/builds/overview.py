"""What a leader sees first: the figures of a place, the places below it, and whom to reach there."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from baophu.areas.unit import Unit
from baophu.areas.units import load_areas
from baophu.base.errors import NotThere
from baophu.base.scope import Scope
from baophu.base.words import N_
from baophu.builds.answers import OutsideScope, coverage, list_day
from baophu.builds.opened import OpenBuild
from baophu.builds.paces import changes
from baophu.builds.to_reach import reach_counts
from baophu.coverage.figures import Figure, name_on

# The schemes that targets are given for, in the order of the page.
SCHEMES = ("BHYT", "BHXH", "BHXH_TN", "BHTN")
HEALTH = SCHEMES[:1]
COMMUNE = "commune"

# Unit and hamlet → list of people to reach → people.
type Reach = Mapping[tuple[str, str], Mapping[str, int]]


class NoSuchHamlet(NotThere):
    message = N_("There is no hamlet with the key {hamlet}.")
    advice = N_("Choose a hamlet in the table of its commune.")


@dataclass(frozen=True, slots=True)
class Line:
    """A place below: its figure in health insurance, and how many people each list of whom to reach holds.

    `key` is that of the unit or hamlet; None for what lies in no known hamlet. `change` is by how many people
    more than on the earlier list; None where none tells.
    """

    key: str | None
    name: str
    figure: Figure
    change: int | None
    reach: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Overview:
    """A unit or hamlet on a day. `figures` are of `SCHEMES` (of health insurance only for a hamlet); `lines`
    are the communes or hamlets below it, those first where most people are missing; `since` is the day of the
    list that their changes are counted from."""

    key: str
    name: str
    unit: Unit
    day: date
    figures: tuple[Figure, ...]
    lines: tuple[Line, ...]
    since: date | None
    reach: Mapping[str, int]

    @property
    def is_hamlet(self) -> bool:
        return self.key != self.unit.key


def places_of(build: OpenBuild, scope: Scope) -> list[str]:
    """The keys of the largest places that a scope sees whole: the home, or its communes or hamlets."""
    if scope.hamlets is not None:
        return sorted(scope.hamlets)
    if scope.units is None:
        return [build.inputs.area]
    areas = load_areas()
    communes = areas.extent(areas.unit(build.inputs.area), build.on)
    seen = [unit.key for unit in communes if unit.key in scope.units]
    return [build.inputs.area] if len(seen) == len(communes) else seen


def check_sees(build: OpenBuild, scope: Scope, key: str) -> None:
    """Whether a scope sees a unit or hamlet whole. Raises UnknownUnit, NoSuchHamlet, OutsideScope."""
    unit_key, slash, _number = key.partition("/")
    unit = load_areas().unit(unit_key, on=build.on)
    if slash and key not in build.hamlet_names:
        raise NoSuchHamlet(hamlet=key)
    if scope.hamlets is not None and key not in scope.hamlets:
        seen = [build.hamlet_names.get(one, one) for one in sorted(scope.hamlets)]
        raise OutsideScope(area=build.hamlet_names.get(key, unit.name), places=seen or ["–"])
    if scope.hamlets is None:
        coverage(build, scope, on=build.on, area=unit.key, schemes=HEALTH)


def overview(build: OpenBuild, scope: Scope, key: str) -> Overview:
    """The overview of a unit or hamlet on the build's day. Raises what `check_sees` raises."""
    check_sees(build, scope, key)
    unit_key, slash, _number = key.partition("/")
    unit = load_areas().unit(unit_key, on=build.on)
    return _of_hamlet(build, scope, unit, key) if slash else _of_unit(build, scope, unit)


def standing_figures(build: OpenBuild, scope: Scope, area: str, schemes: Iterable[str]) -> list[Figure]:
    """The figure of each scheme in a unit on the day of its newest list (see `answers.list_day`)."""
    return [
        figure
        for scheme in schemes
        for figure in coverage(
            build,
            scope,
            on=build.on,
            counted_on=list_day(build, scheme),
            area=area,
            schemes=[scheme],
        )
    ]


def _of_unit(build: OpenBuild, scope: Scope, unit: Unit) -> Overview:
    reach = reach_counts(build, scope, unit.key)
    cut = "hamlet" if unit.level == COMMUNE else "area"
    lines, since = _lines(build, scope, unit, cut, reach)
    return Overview(
        key=unit.key,
        name=name_on(unit, build.on),
        unit=unit,
        day=build.on,
        figures=tuple(standing_figures(build, scope, unit.key, SCHEMES)),
        lines=tuple(sorted(lines, key=lambda line: -(line.figure.missing or 0))),
        since=since,
        reach=_sum(reach),
    )


def _of_hamlet(build: OpenBuild, scope: Scope, unit: Unit, key: str) -> Overview:
    reach = reach_counts(build, scope, unit.key)
    lines, since = _lines(build, scope, unit, "hamlet", reach)
    found = [line for line in lines if line.key == key]
    return Overview(
        key=key,
        name=build.measure(build.on).hamlet_names.get(key, key),
        unit=unit,
        day=build.on,
        figures=tuple(line.figure for line in found),
        lines=(),
        since=since,
        reach=_sum(_in_hamlet(reach, key)),
    )


def _lines(
    build: OpenBuild, scope: Scope, unit: Unit, cut: str, reach: Reach
) -> tuple[list[Line], date | None]:
    """The places below, and since when their changes are counted."""
    changed = changes(build, scope, list(HEALTH), by=[cut], area=unit.key).get(HEALTH[0])
    key_of = _hamlet_keys(build, unit)
    lines = []
    for figure in coverage(build, scope, on=build.on, area=unit.key, by=[cut], schemes=HEALTH):
        by_hamlet = figure.hamlet is not None
        key = key_of.get(figure.hamlet or "") if by_hamlet else figure.area
        inside = _in_hamlet(reach, key or "") if by_hamlet else _in_unit(build, reach, figure.area)
        change = changed.people.get((figure.area, figure.hamlet)) if changed else None
        name = figure.hamlet if by_hamlet else figure.area_name
        lines.append(Line(key, name or "", figure, change, _sum(inside)))
    return lines, changed.since if changed else None


def _hamlet_keys(build: OpenBuild, unit: Unit) -> dict[str, str]:
    """Name → key of the hamlets of a commune."""
    names = build.measure(build.on).hamlet_names
    return {name: key for key, name in names.items() if key.startswith(f"{unit.key}/")}


def _in_hamlet(reach: Reach, hamlet: str) -> Reach:
    return {place: people for place, people in reach.items() if place[1] == hamlet}


def _in_unit(build: OpenBuild, reach: Reach, key: str) -> Reach:
    areas = load_areas()
    inside = {one.key for one in areas.extent(areas.unit(key), build.on)} | {key}
    return {place: people for place, people in reach.items() if place[0] in inside}


def _sum(reach: Reach) -> Mapping[str, int]:
    people: Counter[str] = Counter()
    for counts in reach.values():
        people.update(counts)
    return people
