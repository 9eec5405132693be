"""Figures: a count with its denominator, its rate, its target and how many people are missing."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from decimal import Decimal

from baophu.areas.unit import Unit
from baophu.areas.units import Areas
from baophu.base.dates import per_week
from baophu.base.numbers import rate_percent
from baophu.base.words import _
from baophu.coverage.count import Counts
from baophu.coverage.denominators import KIND_OF_SCHEME, Denominator
from baophu.coverage.targets import Target, target_for

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
    for place, hamlet in _places(counts, measure, area, cuts, places_on or counts.on):
        for scheme in schemes:
            kind = "residents" if hamlet is not None and scheme in WHERE_EMPLOYER_REGISTERS else numerator
            groups = _by_group(counts, measure, place, hamlet, scheme, kind)
            if "group" in cuts:
                made += [
                    _figure(counts, measure, place, hamlet, scheme, kind, people, group=group)
                    for group, people in sorted(groups.items())
                ]
            else:
                made.append(_figure(counts, measure, place, hamlet, scheme, kind, sum(groups.values())))
    return [figure for figure in made if figure.hamlet != "" or figure.participants or figure.denominator]


def _places(
    counts: Counts, measure: Measure, area: Unit, cuts: frozenset[str], places_on: dt.date
) -> Iterator[tuple[Unit, str | None]]:
    if "hamlet" in cuts:
        for commune in measure.areas.extent(area, counts.on):
            hamlets = {h for _, _, u, h, _ in counts.people if u == commune.key} | {
                h for u, h in counts.population if u == commune.key
            }
            yield from ((commune, hamlet) for hamlet in sorted(hamlets))
    elif "area" in cuts:
        yield from ((unit, None) for unit in below(measure.areas, area, places_on))
    else:
        yield area, None


def below(areas: Areas, area: Unit, on: dt.date) -> list[Unit]:
    """The units one level below on a day; for a unit that has ended by then, the communes it became."""
    return areas.children(area) if on in area.valid else areas.extent(area, on)


def name_on(place: Unit, on: dt.date) -> str:
    """The name of a place as said on a day; one that has ended by then is called so."""
    ended = place.valid.last is not None and place.valid.last < on
    return _("{name} (former)").format(name=place.name) if ended else place.name


def _inside(measure: Measure, place: Unit, on: dt.date) -> Callable[[str], bool]:
    keys = {unit.key for unit in measure.areas.extent(place, on)} | {place.key}
    return keys.__contains__


def _by_group(
    counts: Counts, measure: Measure, place: Unit, hamlet: str | None, scheme: str, kind: str
) -> dict[str, int]:
    inside = _inside(measure, place, counts.on)
    groups: dict[str, int] = {}
    for (s, k, unit, h, group), people in counts.people.items():
        if s == scheme and k == kind and inside(unit) and (hamlet is None or h == hamlet):
            groups[group] = groups.get(group, 0) + people
    return groups


def denominator_of(
    counts: Counts, measure: Measure, place: Unit, hamlet: str | None, kind: str
) -> tuple[int, str]:
    """A denominator and its source: the number agreed by decision, else the residents' lists counted."""
    agreed = [d for d in measure.denominators if d.area == place.key and d.kind == kind and d.on <= counts.on]
    if agreed and hamlet is None:
        newest = max(agreed, key=lambda d: d.on)
        return newest.people, newest.source
    counted = counts.working_age if kind == "working_age" else counts.population
    inside = _inside(measure, place, counts.on)
    people = sum(n for (unit, h), n in counted.items() if inside(unit) and (hamlet is None or h == hamlet))
    return people, measure.residents_source


def _figure(
    counts: Counts,
    measure: Measure,
    place: Unit,
    hamlet: str | None,
    scheme: str,
    kind: str,
    people: int,
    *,
    group: str | None = None,
) -> Figure:
    denominator_kind = KIND_OF_SCHEME[scheme]
    denominator, source = denominator_of(counts, measure, place, hamlet, denominator_kind)
    above = [place.key, measure.home, *(unit.key for unit in measure.areas.ancestors(place))]
    target = None if group is not None else target_for(measure.targets, above, scheme, counts.on)
    if target is not None and target.people is not None and target.area != place.key:
        target = None
    wanted = target.people_of(denominator) if target and (denominator or target.people) else None
    missing = None if wanted is None else wanted - people
    return Figure(
        date=counts.on,
        area=place.key,
        area_name=name_on(place, counts.on),
        level="hamlet" if hamlet is not None else place.level,
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
