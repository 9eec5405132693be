"""The pace of each scheme in a place, and how it went before, by the counts of earlier days in a build."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from baophu.areas.unit import Unit
from baophu.areas.units import load_areas
from baophu.base.dates import add_months
from baophu.base.scope import Scope
from baophu.builds.answers import PARTS, coverage, listed_schemes
from baophu.builds.ground import unit_on
from baophu.builds.history import WEEK, days_before, of_participants
from baophu.builds.inputs import ListEntry
from baophu.builds.opened import OpenBuild
from baophu.coverage.figures import SCHEMES, Figure
from baophu.coverage.pace import Measured, Pace

# A day is measured where its lists, or older ones, speak for the places of nearly all who participate now.
NEARLY_ALL = 99
YEAR = 12

type Place = tuple[str, str | None]  # of a figure: its area, and its hamlet's name


@dataclass(frozen=True, slots=True)
class Days:
    """Days of a scheme in a place that can be compared: those of the earlier list and of the newest one.

    `measured` are all days with counts, in order, the last of them the day that is asked about; `since` and
    `year_before` are None where no list is that old.
    """

    measured: tuple[date, ...]
    since: date | None
    until: date
    year_before: date | None


@dataclass(frozen=True, slots=True)
class Changes:
    """By how many people each place has changed from one day to another, and in the year to the day asked.

    `since` is None, and nothing is told, where no earlier list tells of it.
    """

    since: date | None
    until: date
    people: Mapping[Place, int]
    in_a_year: Mapping[Place, int]


def paces(build: OpenBuild, scope: Scope, area: str | None = None, on: date | None = None) -> dict[str, Pace]:
    """Scheme → pace in an area (default: the home) on a day (default: the build's).

    Empty where the scope sees several places and none is named, or hamlets only, and before the first list of
    participants. Raises OutsideScope.
    """
    day = on or build.on
    if scope.hamlets is not None:
        return {}
    listed = listed_schemes(build, day)
    if not listed:
        return {}
    now = coverage(build, scope, on=day, area=area, schemes=listed)
    if len({figure.area for figure in now}) != 1:
        return {}
    place = load_areas().unit(now[0].area)
    days = days_of(build, scope, place, listed, day)
    was = {
        counted: {one.scheme: one.participants for one in _earlier(build, scope, place, counted, listed, day)}
        for counted in {one for of in days.values() for one in (of.since, of.until, of.year_before) if one}
    }
    return {one.scheme: _pace(one, days[one.scheme], was) for one in now}


def _earlier(
    build: OpenBuild, scope: Scope, place: Unit, counted: date, schemes: list[str], on: date
) -> list[Figure]:
    return coverage(build, scope, on=on, counted_on=counted, area=place.key, schemes=schemes)


def _pace(now: Figure, days: Days, was: Mapping[date, Mapping[str, int]]) -> Pace:
    def people(day: date) -> int:
        return was[day][now.scheme]

    measured = None
    if days.since:
        measured = Measured(days.since, days.until, people(days.since), people(days.until))
    return Pace(
        scheme=now.scheme,
        on=now.date,
        people=now.participants,
        denominator=now.denominator,
        measured=measured,
        year_ago=people(days.year_before) if days.year_before else None,
        target_rate=now.target_rate,
        target_people=now.target_people,
        target_by=now.target_by,
    )


def changes(
    build: OpenBuild,
    scope: Scope,
    schemes: list[str],
    *,
    by: Iterable[str],
    area: str | None = None,
    on: date | None = None,
) -> dict[str, Changes]:
    """Scheme → by how many people each place below has changed. `by` is `area` or `hamlet`.

    Raises OutsideScope.
    """
    day = on or build.on
    place = load_areas().unit(area or build.inputs.area, on=day)
    cuts = list(by)

    def people(scheme: str, counted: date) -> dict[Place, int]:
        asked: dict[str, Any] = {
            "on": day,
            "counted_on": counted,
            "area": area,
            "schemes": [scheme],
            "by": cuts,
        }
        return {place_of(one): one.participants for one in coverage(build, scope, **asked)}

    return {
        scheme: Changes(
            days.since,
            days.until,
            _difference(people(scheme, days.since), people(scheme, days.until)) if days.since else {},
            _difference(people(scheme, days.year_before), people(scheme, day)) if days.year_before else {},
        )
        for scheme, days in days_of(build, scope, place, schemes, day).items()
    }


def place_of(figure: Figure) -> Place:
    """The place of a figure, as the keys of `Changes`."""
    return figure.area, figure.hamlet


def _difference(was: Mapping[Place, int], became: Mapping[Place, int]) -> dict[Place, int]:
    return {place: people - was.get(place, 0) for place, people in became.items()}


def series(build: OpenBuild, scope: Scope, area: str, scheme: str) -> list[Figure]:
    """The figures of a scheme in an area on the days whose counts are kept, the build's day last."""
    place = load_areas().unit(area, on=build.on)
    days = days_of(build, scope, place, [scheme], build.on)[scheme]
    return [_earlier(build, scope, place, day, [scheme], build.on)[0] for day in days.measured]


def days_of(build: OpenBuild, scope: Scope, place: Unit, schemes: Iterable[str], on: date) -> dict[str, Days]:
    """Scheme → the days that tell how it went in a place, up to a day."""
    kept = days_before(_lists(build), on)
    listed = _list_days(build, place, on)
    people = _people(build, scope, on)
    found = {}
    for scheme in schemes:
        parts = PARTS.get(scheme, (scheme,))
        begun = max(_begun(listed.get(part, {}), people[part]) or on for part in parts)
        days = {day for part in parts for of_unit in listed.get(part, {}).values() for day in of_unit}
        found[scheme] = _days(kept, begun, max(days, default=on), on)
    return found


def _days(kept: list[date], begun: date, newest: date, on: date) -> Days:
    """The days from `begun` on; `newest` is the day of the newest list, after which no growth is told of."""
    measured = (*(day for day in kept if day >= begun), on)
    until = min(day for day in measured if day >= newest)
    earlier = [day for day in measured if day < newest and day <= until - WEEK]
    year_before = add_months(on, -YEAR)
    return Days(measured, max(earlier, default=None), until, year_before if year_before in measured else None)


def _lists(build: OpenBuild) -> list[ListEntry]:
    """The participants' lists that the build rests on; lists received since are not in it."""
    known = build.sources()
    return [entry for entry in build.inputs.lists if entry.id in known and of_participants(entry)]


def _list_days(build: OpenBuild, place: Unit, on: date) -> dict[str, dict[str, set[date]]]:
    """Scheme → commune of the place → the days of the lists that speak for it."""
    areas = load_areas()
    stands_for = cache(unit_on(areas, on))
    inside = {unit.key for unit in areas.extent(place, on)} | {place.key}
    days: dict[str, dict[str, set[date]]] = {}
    for entry in _lists(build):
        for extent in entry.extents if entry.as_of <= on else ():
            scheme, _bar, printed = extent.partition("|")
            if "@" in printed and (unit := stands_for(printed)) in inside:
                days.setdefault(scheme, {}).setdefault(unit, set()).add(entry.as_of)
    return days


def _people(build: OpenBuild, scope: Scope, on: date) -> dict[str, Counter[str]]:
    """Scheme → commune → participants."""
    counts = build.counts(scope, on)
    return {
        scheme: Counter({unit: sum(groups.values()) for unit, groups in of_scheme.items()})
        for scheme in SCHEMES
        for of_scheme in [counts.by_unit(scheme, "participants")]
    }


def _begun(listed: Mapping[str, set[date]], people: Counter[str]) -> date | None:
    """The first day on which lists speak for the communes of nearly all who participate now."""
    first = {unit: min(days) for unit, days in listed.items()}
    whole = sum(people[unit] for unit in first)
    for day in sorted(set(first.values())):
        if sum(people[unit] for unit, since in first.items() if since <= day) * 100 >= whole * NEARLY_ALL:
            return day
    return None
