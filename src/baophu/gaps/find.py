"""The gaps: who is to be reached on a day, why, by when, what it costs, and whose turn it is."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from baophu.areas.classes import UnitClass
from baophu.engine.session import Session
from baophu.gaps.cases import HOUSEHOLD, Case, cases
from baophu.gaps.ladder import household_ranks
from baophu.gaps.outcomes import Reach
from baophu.gaps.status import Why
from baophu.law.bills import health_bill
from baophu.law.entitlement import in_poor_area
from baophu.law.groups import group

PEOPLE_TABLES = ("people", "residents", "spells", "memberships", "events", "open_doubts", "visited")
DUE_DAYS = 60
MONTHS = 12
# Benefit digits of 100 %: who has one loses nothing of the five continuous years.
WHOLE_BENEFIT = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Gap:
    """A reason to act on a person. Money is what the person, and what the State, pays for 12 months.

    `outcome` is what came of the last visit, where that still says something.
    """

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
    outcome: str | None
    visited_on: date | None
    promise_on: date | None
    list: str
    row: int


def find(
    session: Session, classes: tuple[UnitClass, ...], *, on: date, due_days: int = DUE_DAYS
) -> list[Gap]:
    """The gaps of health insurance on a day, from the tables of the register and of `coverage.count`.

    `classes` are those of all places. Needs `moment`, `residents_now` and `covered_now` of the same day, and
    `visited`, in the session.
    """
    found = cases(session, classes, on=on, due_until=on + timedelta(days=due_days))
    payers = [case.status for case in found if case.pays]
    unsure = {case.status.person for case in found if case.unsure}
    ranks = household_ranks(payers, _already_paying(session, found), unsure)
    return [gap for case in found for gap in _gaps(case, ranks, on)]


def _already_paying(session: Session, found: list[Case]) -> dict[int, int]:
    """Household → members that hold a rank of the ladder: by a card that runs, or paid and awaited."""
    asked = {case.status.person for case in found if case.pays}
    rows = session.ask(
        "SELECT r.household_key, c.person FROM covered_now c JOIN residents_now r USING (person) "
        f"WHERE c.scheme = 'BHYT' AND c.\"group\" = '{HOUSEHOLD}' ORDER BY c.person"
    )
    keys = [
        key
        for key, person in zip(rows.column(0).to_pylist(), rows.column(1).to_pylist(), strict=True)
        if person not in asked
    ]
    keys += [case.status.household_key for case in found if case.awaits_card]
    return Counter(key for key in keys if key is not None)


def _gaps(case: Case, ranks: dict[int, int], on: date) -> list[Gap]:
    if not case.reaches:
        return []
    own, support = _bill(case, ranks, on)
    return [_gap(case, reach, own, support, on) for reach in case.reaches]


def _bill(case: Case, ranks: dict[int, int], on: date) -> tuple[int, int]:
    """What the person and what the State pays; nothing where a visit found that the budget does."""
    if case.found_free:
        return 0, 0
    rank = ranks.get(case.status.person, 1)
    poor_area = in_poor_area(case.classes)
    bill = health_bill(case.groups[0], on, MONTHS, household_rank=rank, in_poor_area=poor_area)
    return bill.own, bill.support


def _gap(case: Case, reach: Reach, own: int, support: int, on: date) -> Gap:
    status, visit = case.status, case.visit
    return Gap(
        why=reach.why.value,
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
        since=reach.since,
        act_by=reach.act_by,
        next_step=reach.step.value,
        groups=case.groups,
        bill=own,
        support=support,
        losses=_losses(reach.why, case.groups, on),
        school=status.school,
        grade=status.grade,
        outcome=visit.outcome.value if visit else None,
        visited_on=visit.on if visit else None,
        promise_on=visit.promise_on if visit else None,
        list=status.list,
        row=status.row,
    )


def _losses(why: Why, groups: tuple[str, ...], on: date) -> tuple[str, ...]:
    """What is lost by waiting: the five continuous years (not at 100 % benefit), 30 days without a card."""
    if why not in (Why.LAPSED, Why.DUE):
        return ()
    whole_benefit = bool(groups) and group(groups[0], on).level in WHOLE_BENEFIT
    return ("card_wait",) if whole_benefit else ("five_years", "card_wait")
