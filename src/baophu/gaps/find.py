"""The gaps: who is to be reached on a day, why, by when, what it costs, and whose turn it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from baophu.areas.classes import ClassFacts, UnitClass, class_facts
from baophu.areas.units import load_areas
from baophu.base.dates import month_end
from baophu.engine.session import Session
from baophu.gaps.ladder import household_ranks
from baophu.gaps.next_steps import next_step
from baophu.gaps.status import Status, Why, further_reasons, main_reason
from baophu.law.bills import Bill, health_bill
from baophu.law.continuity import five_year_last_day
from baophu.law.entitlement import PersonFacts, groups_open_to, in_poor_area, is_minority
from baophu.law.groups import group, rank

STEPS = Path(__file__).parent / "steps"
IN_ORDER = ("cards", "entitled", "happened", "doubted", "statuses")
PEOPLE_TABLES = ("people", "residents", "spells", "memberships", "events", "open_doubts")
DUE_DAYS = 60
MONTHS = 12
HOUSEHOLD = "GD"
UNCHANGING = ("fund", "budget")
# Benefit digits of 100 %: who has one loses nothing of the five continuous years.
WHOLE_BENEFIT = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Gap:
    """A reason to act on a person. Money is what the person, and what the State, pays for 12 months."""

    why: str
    scheme: str
    person: int
    name: str
    birth_date: date | None
    birth_precision: str | None
    sex: str | None
    national_id: str | None
    phone: str | None
    unit: str | None
    hamlet: str | None
    household: str | None
    household_key: int | None
    since: date | None
    act_by: date | None
    next_step: str
    groups: tuple[str, ...]
    bill: int
    support: int
    losses: tuple[str, ...]
    school: str | None
    grade: str | None
    list: str
    row: int


def find(
    session: Session, classes: tuple[UnitClass, ...], *, on: date, due_days: int = DUE_DAYS
) -> list[Gap]:
    """The gaps of health insurance on a day, from the tables of the register and of `coverage.count`.

    `classes` are those of all places. Needs `moment`, `residents_now` and `covered_now` of the same day in
    the session.
    """
    for step in IN_ORDER:
        session.step(STEPS, step)
    due_until = on + timedelta(days=due_days)
    statuses = _statuses(session, due_until)
    classes_of = class_finder(classes, on)
    open_to = {
        status.person: _groups(status, classes_of(status.unit, status.hamlet), on) for status in statuses
    }
    reasons = {status.person: _reasons(status, on, due_until) for status in statuses}
    payers = [s for s in statuses if reasons[s.person] and open_to[s.person][:1] == [HOUSEHOLD]]
    unsure = {person for person, found in reasons.items() if found[:1] in ([Why.VERIFY], [Why.ELSEWHERE])}
    ranks = household_ranks(payers, _already_paying(session, {s.person for s in payers}), unsure)
    gaps = []
    for status in statuses:
        if reasons[status.person]:
            bill = _bill(status, open_to[status.person], ranks, classes_of(status.unit, status.hamlet), on)
            gaps += [_gap(status, why, open_to[status.person], bill, on) for why in reasons[status.person]]
    return gaps


def _statuses(session: Session, due_until: date) -> list[Status]:
    rows = session.ask(
        "SELECT * FROM statuses "
        f"WHERE NOT here OR (until IS NOT NULL AND until <= DATE '{due_until.isoformat()}') ORDER BY person"
    )
    columns = [column.to_pylist() for column in rows.columns]
    return [Status(*values) for values in zip(*columns, strict=True)]


def _already_paying(session: Session, asked: set[int]) -> dict[int, int]:
    rows = session.ask(
        "SELECT r.household_key, c.person FROM covered_now c JOIN residents_now r USING (person) "
        f"WHERE c.scheme = 'BHYT' AND c.\"group\" = '{HOUSEHOLD}' ORDER BY c.person"
    )
    paying: dict[int, int] = {}
    for key, person in zip(rows.column(0).to_pylist(), rows.column(1).to_pylist(), strict=True):
        if person not in asked:
            paying[key] = paying.get(key, 0) + 1
    return paying


def _reasons(status: Status, on: date, due_until: date) -> list[Why]:
    main = main_reason(status, on, due_until)
    return [why for why in (main, *further_reasons(status, main, on)) if why is not None]


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
    if status.last_group and status.last_paid_by in UNCHANGING and _keeps(status.last_group):
        groups = sorted({*groups, status.last_group}, key=rank)
    return groups


def _keeps(code: str) -> bool:
    """A group that no list of ours shows (pensioners, people with merit) is taken to go on."""
    return code not in ("TE", "HN", "DT", "DK", "XD", "AK", "BT", "TN")


def _bill(
    status: Status,
    groups: list[str],
    ranks: dict[int, int],
    classes: ClassFacts,
    on: date,
) -> Bill:
    first = ranks.get(status.person, 1)
    return health_bill(groups[0], on, MONTHS, household_rank=first, in_poor_area=in_poor_area(classes))


def _gap(status: Status, why: Why, groups: list[str], bill: Bill, on: date) -> Gap:
    since, act_by = _dates(status, why)
    return Gap(
        why=why.value,
        scheme="BHYT",
        person=status.person,
        name=status.name,
        birth_date=status.birth_date,
        birth_precision=status.birth_precision,
        sex=status.sex,
        national_id=status.national_id,
        phone=status.phone,
        unit=status.unit,
        hamlet=status.hamlet,
        household=status.household,
        household_key=status.household_key,
        since=since,
        act_by=act_by,
        next_step=next_step(status, why, groups, on).value,
        groups=tuple(groups),
        bill=bill.own,
        support=bill.support,
        losses=_losses(why, groups, on),
        school=status.school,
        grade=status.grade,
        list=status.list,
        row=status.row,
    )


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


def _losses(why: Why, groups: list[str], on: date) -> tuple[str, ...]:
    """What is lost by waiting: the five continuous years (not at 100 % benefit), 30 days without a card."""
    if why not in (Why.LAPSED, Why.DUE):
        return ()
    whole_benefit = bool(groups) and group(groups[0], on).level in WHOLE_BENEFIT
    return ("card_wait",) if whole_benefit else ("five_years", "card_wait")
