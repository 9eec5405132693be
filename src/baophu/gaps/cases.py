"""Whom the lists say is to be reached, and what the last visit makes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from baophu.areas.classes import ClassFacts, UnitClass, class_facts
from baophu.areas.units import load_areas
from baophu.base.dates import month_end
from baophu.engine.session import Session
from baophu.gaps.next_steps import next_step
from baophu.gaps.outcomes import Outcome, Reach, Visit, after_visit, still_tells
from baophu.gaps.status import Status, Why, further_reasons, main_reason
from baophu.gaps.visited import STEPS, last_visits
from baophu.law.continuity import five_year_last_day
from baophu.law.entitlement import PersonFacts, groups_open_to, is_minority
from baophu.law.groups import rank

SCHEME = "BHYT"
IN_ORDER = ("cards", "entitled", "happened", "doubted", "statuses")
HOUSEHOLD = "GD"
UNCHANGING = ("fund", "budget")


@dataclass(frozen=True, slots=True)
class Case:
    """Someone whom the lists say is to be reached. `visit` is the last one, where it still says something;
    without `reaches` nobody is to go there now."""

    status: Status
    classes: ClassFacts
    groups: tuple[str, ...]
    visit: Visit | None
    reaches: tuple[Reach, ...]

    @property
    def of_household(self) -> bool:
        """Whether the household form is theirs, unless a visit found that the budget pays."""
        return self.groups[:1] == (HOUSEHOLD,) and not self.found_free

    @property
    def found_free(self) -> bool:
        return self.visit is not None and self.visit.outcome is Outcome.BUDGET_PAID

    @property
    def pays(self) -> bool:
        return self.of_household and bool(self.reaches)

    @property
    def awaits_card(self) -> bool:
        """Whether they paid in household form for a card that has not come yet."""
        return self.of_household and not self.reaches and not self.status.here

    @property
    def unsure(self) -> bool:
        """Whether they may never pay here."""
        return bool(self.reaches) and self.reaches[0].why in (Why.VERIFY, Why.ELSEWHERE)


def cases(session: Session, classes: tuple[UnitClass, ...], *, on: date, due_until: date) -> list[Case]:
    """The cases of a day, by person (see `find.find` for the tables it needs)."""
    for step in IN_ORDER:
        session.step(STEPS, step)
    classes_of, visits = class_finder(classes, on), last_visits(session, SCHEME)
    return [
        _case(status, reasons, classes_of(status.unit, status.hamlet), visits.get(status.person), on)
        for status in _statuses(session, due_until)
        if (reasons := _reasons(status, on, due_until))
    ]


def _statuses(session: Session, due_until: date) -> list[Status]:
    rows = session.ask(
        "SELECT * FROM statuses "
        f"WHERE NOT here OR (until IS NOT NULL AND until <= DATE '{due_until.isoformat()}') ORDER BY person"
    )
    columns = [column.to_pylist() for column in rows.columns]
    return [Status(*values) for values in zip(*columns, strict=True)]


def _reasons(status: Status, on: date, due_until: date) -> list[Why]:
    main = main_reason(status, on, due_until)
    return [why for why in (main, *further_reasons(status, main, on)) if why is not None]


def _case(status: Status, reasons: list[Why], classes: ClassFacts, visit: Visit | None, on: date) -> Case:
    groups = _groups(status, classes, on)
    if visit and not still_tells(visit, status, on):
        visit = None
    by_lists = [Reach(why, next_step(status, why, groups, on), *_dates(status, why)) for why in reasons]
    told = by_lists if visit is None else [after_visit(visit, reach, on) for reach in by_lists]
    reaches = {reach.why: reach for reach in told if reach is not None}
    return Case(status, classes, tuple(groups), visit, tuple(reaches.values()))


def class_finder(classes: tuple[UnitClass, ...], on: date) -> Callable[[str | None, str | None], ClassFacts]:
    """The classes that hold for someone who lives in a unit and a hamlet, those of the district too.

    Each place is looked up once.
    """
    areas = load_areas()

    @cache
    def of_place(unit: str | None, hamlet: str | None) -> ClassFacts:
        above = [one.key for one in areas.ancestors(areas.unit(unit))] if unit else []
        return class_facts(classes, [place for place in (hamlet, unit, *above) if place], on)

    return of_place


def _groups(status: Status, classes: ClassFacts, on: date) -> list[str]:
    facts = PersonFacts(
        birth_date=status.birth_date,
        minority=is_minority(status.ethnicity),
        classes=classes,
        poor=status.poor,
        near_poor=status.near_poor,
        farming=status.farming,
        social_protection=status.protected,
        student=status.student,
        employee=status.employee,
    )
    groups = list(groups_open_to(facts, on))
    if status.area_group:
        groups = sorted({*groups, status.area_group}, key=rank)
    if status.last_group and status.last_paid_by in UNCHANGING and _keeps(status.last_group):
        groups = sorted({*groups, status.last_group}, key=rank)
    return groups


def _keeps(code: str) -> bool:
    """A group that no list of ours shows (pensioners, people with merit) is taken to go on."""
    return code not in ("TE", "HN", "DT", "DK", "XD", "AK", "BT", "TN")


def _dates(status: Status, why: Why) -> tuple[date | None, date | None]:
    """Since when, and the last day on which acting still saves something."""
    day_after = status.ended + timedelta(days=1) if status.ended else None
    match why:
        case Why.DUE:
            return None, status.until
        case Why.LAPSED if status.ended:
            return day_after, five_year_last_day(status.ended)
        case Why.ELSEWHERE:
            return status.elsewhere_from, None
        case Why.VERIFY:
            return status.died_on or status.left_on or day_after, None
        case Why.BIRTH if status.born_on:
            return status.born_on, month_end(status.born_on)
        case _:
            return day_after, None
