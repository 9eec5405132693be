"""The facts of the week report, counted from a build."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from baophu.areas.unit import Unit
from baophu.areas.units import load_areas
from baophu.base.scope import Purpose, Scope
from baophu.builds.answers import Answer
from baophu.builds.ground import unit_on
from baophu.builds.opened import OpenBuild
from baophu.builds.paces import Changes, changes, paces
from baophu.builds.quality import UNCOVERED, quality_lines
from baophu.coverage import figures as counted
from baophu.coverage.count import RESIDENTS, Counts
from baophu.coverage.figures import SCHEMES, Measure, below, figures, name_on
from baophu.coverage.pace import Pace
from baophu.employers import arrears
from baophu.gaps.status import Why
from baophu.law.groups import Payer, group, groups
from baophu.law.parameters import at, whole
from baophu.reports.facts import (
    BaseSalaryRise,
    CommuneRow,
    Figure,
    GapCounts,
    HamletRow,
    HealthByPayer,
    ListOwed,
    ListRead,
    Office,
    PersonToReach,
    StepCount,
    Students,
    WeekFacts,
)

PUPILS = ("HS", "SV")
WEEK = timedelta(days=7)


def week_facts(
    build: OpenBuild,
    scope: Scope,
    office: Office,
    *,
    cut_off: date,
    signing: date,
    gaps: list[Answer],
    lists: Iterable[ListRead] = (),
    owed: Iterable[ListOwed] = (),
) -> WeekFacts:
    """Everything that the week report prints. `gaps` are those of the cut-off day (see `answers.gaps`)."""
    areas = load_areas()
    home = areas.unit(build.inputs.area)
    counts, measure = build.counts(scope, cut_off), build.measure(cut_off)
    pace_of = paces(build, scope, home.key, cut_off)
    debts = build.arrears(cut_off)
    rows = _communes(build, scope, counts, measure, home, gaps)
    return WeekFacts(
        office=office,
        cut_off=cut_off,
        signing=signing,
        area_name=name_on(home, cut_off),
        area_level=home.level,
        figures=tuple(_paced(one, pace_of.get(one.scheme)) for one in _figures(counts, measure, home)),
        communes=_with_changes(rows, changes(build, scope, list(pace_of), by=["area"], on=cut_off)),
        hamlets=_hamlets(counts, measure, home, gaps),
        arrears=arrears.total(debts) if _came(build, "arrears") else None,
        base_salary=_base_salary_rise(cut_off),
        gaps=gap_counts(gaps),
        steps=_steps(gaps),
        bridges=build.bridges(scope, cut_off),
        lists=tuple(lists),
        owed=tuple(owed),
        quality=tuple(quality_lines(build, UNCOVERED)) if cut_off == build.on else (),
    )


def _came(build: OpenBuild, kind: str) -> bool:
    return any(entry.kind == kind for entry in build.inputs.lists)


def _figures(counts: Counts, measure: Measure, place: Unit) -> tuple[Figure, ...]:
    return tuple(_printed(figure) for figure in figures(counts, measure, place, schemes=SCHEMES))


def _printed(figure: counted.Figure) -> Figure:
    return Figure(
        scheme=figure.scheme,
        participants=figure.participants,
        denominator=figure.denominator,
        denominator_kind=figure.denominator_kind,
        denominator_source=figure.denominator_source,
        rate=figure.rate,
        target_rate=figure.target_rate,
        target_people=figure.target_people,
        missing=figure.missing,
        target_by=figure.target_by,
        pace_per_week=figure.needed_per_week,
        weeks=None if figure.days_left is None else figure.days_left // WEEK.days,
        basis=figure.basis,
        target_document=figure.target_document,
    )


def _paced(figure: Figure, pace: Pace | None) -> Figure:
    """The figure with what is known of how it changed, and where that leads."""
    if pace is None:
        return figure
    return replace(figure, change=pace.change, since=pace.since, change_year=pace.change_year, pace=pace)


def _with_changes(rows: Iterable[CommuneRow], found: Mapping[str, Changes]) -> tuple[CommuneRow, ...]:
    return tuple(
        replace(row, figures=tuple(_changed(one, row.area, found) for one in row.figures)) for row in rows
    )


def _changed(figure: Figure, area: str, found: Mapping[str, Changes]) -> Figure:
    changed, place = found.get(figure.scheme), (area, None)
    if changed is None:
        return figure
    return replace(
        figure,
        change=changed.people.get(place),
        since=changed.since,
        change_year=changed.in_a_year.get(place),
    )


def _communes(
    build: OpenBuild, scope: Scope, counts: Counts, measure: Measure, home: Unit, gaps: list[Answer]
) -> tuple[CommuneRow, ...]:
    places = below(measure.areas, home, counts.on) or [home]
    pupils = _pupils(build, scope, counts.on)
    debts = arrears.by_unit(build.arrears(counts.on))
    stands_for = unit_on(measure.areas, counts.on)
    owing = {stands_for(unit) if unit else "": debt for unit, debt in debts.items()}
    by_place = [_figures(counts, measure, place) for place in places]
    ranks = _ranks([figures[0] for figures in by_place])
    return tuple(
        CommuneRow(
            area=place.key,
            name=place.name,
            population=printed[0].denominator or None,
            working_age=printed[1].denominator or None,
            figures=printed,
            payers=_payers(counts, measure, place),
            students=_students(pupils.get(place.key, 0), here) if pupils else None,
            arrears=owing.get(place.key),
            gaps=gap_counts(here),
            rank=rank,
        )
        for place, printed, rank in zip(places, by_place, ranks, strict=True)
        for here in [[gap for gap in gaps if gap["area"] == place.key]]
    )


def _ranks(health: list[Figure]) -> list[int | None]:
    """1 for the highest rate of health insurance; equal rates share a rank."""
    rates = [figure.rate for figure in health]
    return [None if rate is None else 1 + sum(r is not None and r > rate for r in rates) for rate in rates]


def _payers(counts: Counts, measure: Measure, place: Unit) -> HealthByPayer:
    people: Counter[str] = Counter()
    for figure in figures(counts, measure, place, by=["group"], schemes=["BHYT"]):
        people[_paid_by(figure.group or "", counts.on)] += figure.participants
    return HealthByPayer(
        budget=people[Payer.BUDGET],
        support=people[Payer.SUPPORT],
        household=people[Payer.HOUSEHOLD],
        students=people["students"],
        employer_fund=people[Payer.EMPLOYER] + people[Payer.FUND],
    )


def _paid_by(code: str, on: date) -> str:
    if code in PUPILS:
        return "students"
    return group(code, on).payer.value if code in groups() else ""


def _pupils(build: OpenBuild, scope: Scope, on: date) -> Counter[str]:
    """Pupils on the schools' lists that stand, by the commune of their address."""
    day = f"DATE '{on.isoformat()}'"
    rows = build.ask(
        scope,
        Purpose.STEER,
        ["memberships"],
        "SELECT unit, count(DISTINCT person) AS pupils FROM memberships WHERE kind = 'students' "
        f"AND (stands_from IS NULL OR stands_from <= {day}) AND (stands_to IS NULL OR {day} <= stands_to) "
        "AND unit IS NOT NULL GROUP BY unit ORDER BY unit",
    ).to_pylist()
    stands_for = unit_on(load_areas(), on)
    pupils: Counter[str] = Counter()
    for row in rows:
        pupils[stands_for(row["unit"])] += row["pupils"]
    return pupils


def _students(total: int, gaps: list[Answer]) -> Students:
    without = len({gap["person"] for gap in gaps if gap["why"] == "student"})
    return Students(total=total, insured=max(0, total - without), uninsured=without)


def gap_counts(gaps: Iterable[Answer]) -> GapCounts:
    """People to reach in health insurance, by why."""
    return GapCounts(**Counter(gap["why"] for gap in gaps if gap["scheme"] == "BHYT"))


def _hamlets(counts: Counts, measure: Measure, home: Unit, gaps: list[Answer]) -> tuple[HamletRow, ...]:
    rows = []
    for commune in measure.areas.extent(home, counts.on):
        here = [gap for gap in gaps if gap["area"] == commune.key]
        residents = counts.by_hamlet("", RESIDENTS, commune.key)
        for key, people in sorted((hamlet, people[""]) for hamlet, people in residents.items()):
            name = measure.hamlet_names.get(key, "")
            of_hamlet = [gap for gap in here if (gap["hamlet"] or "") == name]
            rows.append(HamletRow(commune.name, name, people, gap_counts(of_hamlet)))
    return tuple(rows)


def _steps(gaps: list[Answer]) -> tuple[StepCount, ...]:
    """How many people wait for each next step, by commune; a person with two reasons waits once.

    Who is covered elsewhere waits for nobody: that list is to look up only.
    """
    waiting = {
        (gap["next_step"], gap["person"]): gap["area_name"] or ""
        for gap in gaps
        if gap["why"] != Why.ELSEWHERE
    }
    steps = Counter(step for step, _person in waiting)
    places = Counter((step, name) for (step, _person), name in waiting.items())
    return tuple(
        StepCount(step, people, tuple((name, n) for (of, name), n in places.most_common() if of == step))
        for step, people in steps.most_common()
    )


def _base_salary_rise(on: date) -> BaseSalaryRise | None:
    now = at("base_salary", on)
    return BaseSalaryRise(
        before=whole("base_salary", now.first - timedelta(days=1)),
        since=whole("base_salary", on),
        on=now.first,
    )


def people_to_reach(gaps: Iterable[Answer]) -> list[PersonToReach]:
    """The gaps as lines of the lists that are handed out."""
    return [_line(gap) for gap in gaps]


def _line(gap: Answer) -> PersonToReach:
    given: dict[str, Any] = {
        name: gap[name]
        for name in (
            "why", "scheme", "name", "birth_date", "birth_precision", "sex", "national_id", "since", "act_by",
            "next_step", "bill", "support", "source", "phone", "school", "person",
        )
    }  # fmt: skip
    return PersonToReach(
        **given,
        commune=gap["area_name"] or "",
        hamlet=gap["hamlet"] or "",
        household=gap["household"] or "",
        groups=", ".join(gap["groups"]),
        losses=tuple(gap["losses"]),
        grade=gap["class"],
    )
