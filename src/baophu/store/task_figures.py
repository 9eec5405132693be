"""A figure as the evidence of a task: what it is in the current build, what it must be, what is missing."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from baophu.base.numbers import rate_percent
from baophu.base.scope import Scope
from baophu.builds.answers import coverage, list_day
from baophu.builds.opened import OpenBuild
from baophu.builds.overview import check_sees
from baophu.coverage.figures import Figure
from baophu.coverage.targets import Target
from baophu.store.models import TaskEvidence


@dataclass(frozen=True, slots=True)
class Live:
    """A figure on the day of the newest list of its scheme.

    `wanted` is the number of people that must be reached, `missing` how many are still; both None where
    neither the task nor a target says it. Rates are per cent.
    """

    area: str
    area_name: str
    scheme: str
    on: date
    people: int
    denominator: int
    rate: Decimal | None
    wanted: int | None
    wanted_rate: Decimal | None

    @property
    def missing(self) -> int | None:
        return None if self.wanted is None else max(self.wanted - self.people, 0)

    @property
    def is_reached(self) -> bool:
        return self.wanted is not None and self.people >= self.wanted


def live_figure(build: OpenBuild, scope: Scope, evidence: TaskEvidence) -> Live:
    """The figure that a task hangs on, in a build. Raises OutsideScope, UnknownUnit, NotAllowed."""
    return live_of(newest_figure(build, scope, evidence), evidence)


def newest_figure(build: OpenBuild, scope: Scope, evidence: TaskEvidence) -> Figure:
    """The figure asked for, on the day of its newest list. Raises OutsideScope, UnknownUnit, NotAllowed."""
    check_sees(build, scope, evidence.area)
    (figure,) = coverage(
        build,
        scope,
        on=build.on,
        counted_on=list_day(build, evidence.scheme),
        area=evidence.area,
        schemes=[evidence.scheme],
        numerator=evidence.numerator,
    )
    return figure


def live_of(figure: Figure, evidence: TaskEvidence) -> Live:
    """A figure beside what the evidence asks for, else beside the target that stands."""
    wanted, rate = _wanted(evidence, figure)
    return Live(
        area=figure.area,
        area_name=figure.area_name,
        scheme=figure.scheme,
        on=figure.date,
        people=figure.participants,
        denominator=figure.denominator,
        rate=figure.rate,
        wanted=wanted,
        wanted_rate=rate,
    )


def _wanted(evidence: TaskEvidence, figure: Figure) -> tuple[int | None, Decimal | None]:
    """How many people are wanted, and their share: as the task says, else as the target that stands."""
    if evidence.people is None and evidence.rate is None:
        return figure.target_people, figure.target_rate
    asked = Target(
        area=figure.area,
        scheme=figure.scheme,
        rate=evidence.rate or 0,
        by=figure.date,
        document="",
        issuer="",
        decided_on=figure.date,
        people=evidence.people,
    )
    people = asked.people_of(figure.denominator)
    if evidence.people is None:
        return people, asked.percent
    return people, rate_percent(people, figure.denominator) if figure.denominator else None
