"""Figures: a count with its denominator, its rate, its target and how many people are missing."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from decimal import Decimal

from baophu.areas.unit import Unit
from baophu.areas.units import Areas
from baophu.base.dates import per_week
from baophu.base.numbers import rate_percent
from baophu.base.words import _
from baophu.coverage.count import Counts
from baophu.coverage.denominators import KIND_OF_SCHEME, Denominator
from baophu.coverage.targets import Target, target_after, target_for

SCHEMES = ("BHYT", "BHXH", "BHXH_BB", "BHXH_TN", "BHTN")
# By hamlet only residents can be counted: these lists say where the employer registers, not who lives where.
WHERE_EMPLOYER_REGISTERS = ("BHXH", "BHXH_BB", "BHTN")
BASIS = {"participants": "participation", "residents": "residence"}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. Rates are per cent with six decimals; None where there is no denominator or no target."""

    date: dt.date
    area: str
    area_name: str
    level: str
    hamlet: str | None
    scheme: str
    group: str | None
    numerator_kind: str
    basis: str
    participants: int
    denominator: int
    denominator_kind: str
    denominator_source: str
    rate: Decimal | None
    target_rate: Decimal | None
    target_people: int | None
    missing: int | None
    target_by: dt.date | None
    target_document: str | None
    days_left: int | None
    needed_per_week: int | None

    def as_row(self) -> dict[str, object]:
        """The figure as a plain row."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Later:
    """What a target asks for that was decided after the day of a figure, and holds in those of later days."""

    target: Target
    wanted: int
    missing: int


@dataclass(frozen=True, slots=True)
class Measure:
    """What figures are made of besides the counts.

    `home` is the key of the home's own area, whose targets hold for all below it; `hamlet_names` maps
    hamlet keys to names; `residents_source` says whose residents' lists the denominators are counted
    from, and of what day.
    """

    areas: Areas
    home: str
    targets: tuple[Target, ...]
    denominators: tuple[Denominator, ...]
    hamlet_names: dict[str, str]
    residents_source: str


def figures(
    counts: Counts,
    measure: Measure,
    area: Unit,
    *,
    by: Iterable[str] = (),
    schemes: Iterable[str] = SCHEMES,
    numerator: str = "participants",
    places_on: dt.date | None = None,
) -> list[Figure]:
    """The figures of `area` on the day of the counts; `by` holds any of `area`, `hamlet`, `group`.

    By area gives the units one level below as they are on `places_on` (default: the day of the counts), so
    that a series keeps its places across a merger; by hamlet those of every commune, with what lies in no
    known hamlet under "".
    """
    cuts = frozenset(by)
    made: list[Figure] = []
    for unit, hamlets in _places(counts, measure, area, cuts, places_on or counts.on):
        place = _ground(measure, unit, counts.on)
        for hamlet in hamlets:
            for scheme in schemes:
                kind = "residents" if hamlet is not None and scheme in WHERE_EMPLOYER_REGISTERS else numerator
                groups = _people(counts, place, hamlet, scheme, kind)
                if "group" in cuts:
                    made += [
                        _figure(counts, measure, place, hamlet, scheme, kind, people, group=group)
                        for group, people in sorted(groups.items())
                    ]
                else:
                    made.append(_figure(counts, measure, place, hamlet, scheme, kind, groups.total()))
    return [figure for figure in made if figure.hamlet != "" or figure.participants or figure.denominator]


@dataclass(frozen=True, slots=True)
class _Ground:
    """A place on a day: the units whose counts are its own, and the keys whose targets hold for it."""

    unit: Unit
    name: str
    inside: tuple[str, ...]
    above: tuple[str, ...]


def _ground(measure: Measure, unit: Unit, on: dt.date) -> _Ground:
    inside = dict.fromkeys([unit.key, *(one.key for one in measure.areas.extent(unit, on))])
    above = [unit.key, measure.home, *(one.key for one in measure.areas.ancestors(unit))]
    return _Ground(unit, name_on(unit, on), tuple(inside), tuple(above))


def _places(
    counts: Counts, measure: Measure, area: Unit, cuts: frozenset[str], places_on: dt.date
) -> Iterator[tuple[Unit, list[str | None]]]:
    """The units to give figures of, each with its hamlets; None for the unit as a whole."""
    if "hamlet" in cuts:
        for commune in measure.areas.extent(area, counts.on):
            yield commune, [*sorted(counts.hamlets(commune.key))]
        return
    for unit in below(measure.areas, area, places_on) if "area" in cuts else [area]:
        yield unit, [None]


def below(areas: Areas, area: Unit, on: dt.date) -> list[Unit]:
    """The units one level below on a day; for a unit that has ended by then, the communes it became."""
    return areas.children(area) if on in area.valid else areas.extent(area, on)


def name_on(place: Unit, on: dt.date) -> str:
    """The name of a place as said on a day; one that has ended by then is called so."""
    ended = place.valid.last is not None and place.valid.last < on
    return _("{name} (former)").format(name=place.name) if ended else place.name


def _people(counts: Counts, place: _Ground, hamlet: str | None, scheme: str, kind: str) -> Counter[str]:
    """Group → people."""
    groups: Counter[str] = Counter()
    for unit in place.inside:
        if hamlet is None:
            groups.update(counts.by_unit(scheme, kind).get(unit, {}))
        else:
            groups.update(counts.by_hamlet(scheme, kind, unit).get(hamlet, {}))
    return groups


def _denominator(
    counts: Counts, measure: Measure, place: _Ground, hamlet: str | None, kind: str
) -> tuple[int, str]:
    """A denominator and its source: the number agreed by decision, else the residents’ lists counted."""
    key = place.unit.key
    agreed = [d for d in measure.denominators if d.area == key and d.kind == kind and d.on <= counts.on]
    if agreed and hamlet is None:
        newest = max(agreed, key=lambda d: d.on)
        return newest.people, newest.source
    return _people(counts, place, hamlet, "", kind).total(), measure.residents_source


def _figure(
    counts: Counts,
    measure: Measure,
    place: _Ground,
    hamlet: str | None,
    scheme: str,
    kind: str,
    people: int,
    *,
    group: str | None = None,
) -> Figure:
    denominator_kind = KIND_OF_SCHEME[scheme]
    denominator, source = _denominator(counts, measure, place, hamlet, denominator_kind)
    target = None if group is not None else target_for(measure.targets, place.above, scheme, counts.on)
    target = None if target is None or _is_of_others(target, place.unit.key, hamlet) else target
    wanted = target.people_of(denominator) if target and (denominator or target.people) else None
    missing = None if wanted is None else wanted - people
    return Figure(
        date=counts.on,
        area=place.unit.key,
        area_name=place.name,
        level="hamlet" if hamlet is not None else place.unit.level,
        hamlet=None if hamlet is None else measure.hamlet_names.get(hamlet, hamlet),
        scheme=scheme,
        group=group,
        numerator_kind=kind,
        basis=BASIS[kind],
        participants=people,
        denominator=denominator,
        denominator_kind=denominator_kind,
        denominator_source=source,
        rate=rate_percent(people, denominator) if denominator else None,
        target_rate=target.percent if target else None,
        target_people=wanted,
        missing=missing,
        target_by=target.by if target else None,
        target_document=target.document if target else None,
        days_left=(target.by - counts.on).days if target else None,
        needed_per_week=per_week(missing, counts.on, target.by) if target and missing is not None else None,
    )


def _is_of_others(target: Target, unit: str, hamlet: str | None) -> bool:
    """Whether it gives a number of people to a larger area, of which nobody knows the part of this one."""
    return target.people is not None and (target.area != unit or hamlet is not None)


def later_of(figure: Figure, measure: Measure) -> Later | None:
    """The target decided after the day of a figure, where it will hold for it."""
    if figure.group is not None or not any(target.decided_on > figure.date for target in measure.targets):
        return None
    place = _ground(measure, measure.areas.unit(figure.area), figure.date)
    target = target_after(measure.targets, place.above, figure.scheme, figure.date)
    if target is None or _is_of_others(target, figure.area, figure.hamlet):
        return None
    wanted = target.people_of(figure.denominator)
    return Later(target, wanted, max(wanted - figure.participants, 0))
