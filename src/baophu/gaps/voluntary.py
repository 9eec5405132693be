"""Voluntary social insurance has its own due rule, and no five-year rights."""

from datetime import date, timedelta
from typing import Any

from baophu.areas.classes import ClassFacts, UnitClass
from baophu.base.dates import add_months
from baophu.engine.session import Session
from baophu.gaps.cases import class_finder
from baophu.gaps.find import DUE_DAYS, MONTHS, Gap
from baophu.gaps.next_steps import NextStep
from baophu.gaps.outcomes import AWAITED, Outcome, Visit
from baophu.gaps.status import Why
from baophu.gaps.visited import STEPS, last_visits
from baophu.law.bills import highest_income, lowest_income, voluntary_bill
from baophu.law.continuity import voluntary_due
from baophu.law.entitlement import PersonFacts, is_minority, voluntary_category

SCHEME = "BHXH_TN"
LISTED_MONTHS = 3


def find_voluntary(
    session: Session, classes: tuple[UnitClass, ...], *, on: date, due_days: int = DUE_DAYS
) -> list[Gap]:
    """Who must pay the next period of voluntary social insurance soon, and who let it lapse.

    Lapsed are listed for at most three months (document 002). Needs the steps of `gaps.find` to have run.
    """
    session.step(STEPS, "voluntary")
    rows = session.ask(
        "SELECT v.*, coalesce(e.poor, FALSE) AS poor, coalesce(e.near_poor, FALSE) AS near_poor "
        "FROM voluntary v LEFT JOIN entitled e USING (person) ORDER BY v.person"
    ).to_pylist()
    classes_of, visits = class_finder(classes, on), last_visits(session, SCHEME)
    return [
        _gap(row, why, classes_of(row["unit"], row["hamlet"]), visit, on)
        for row in rows
        for why, visit in [(_why(row["paid_to"], on, due_days), _recent(visits.get(row["person"]), row))]
        if why is not None and not _awaited(visit, on)
    ]


def _why(paid_to: date, on: date, due_days: int) -> Why | None:
    if paid_to >= on:
        return Why.DUE if paid_to <= on + timedelta(days=due_days) else None
    return Why.LAPSED if on <= add_months(paid_to, LISTED_MONTHS) else None


def _recent(visit: Visit | None, row: dict[str, Any]) -> Visit | None:
    """The visit, if it was about the payment that is due now and not about an earlier one."""
    paid_to = row["paid_to"]
    asked_from = max(add_months(paid_to, -row["method_months"]), paid_to - timedelta(days=DUE_DAYS))
    return visit if visit and visit.on > asked_from else None


def _awaited(visit: Visit | None, on: date) -> bool:
    """Whether a payment that a visit brought will stand on the insurer's next list."""
    return visit is not None and visit.outcome is Outcome.PAID and on <= visit.on + AWAITED


def _act_by(row: dict[str, Any], visit: Visit | None) -> date:
    due = voluntary_due(row["paid_to"], row["method_months"])
    return min(due, visit.promise_on) if visit and visit.promise_on else due


def _gap(row: dict[str, Any], why: Why, classes: ClassFacts, visit: Visit | None, on: date) -> Gap:
    facts = PersonFacts(
        minority=is_minority(row["ethnicity"]), classes=classes, poor=row["poor"], near_poor=row["near_poor"]
    )
    income = min(max(row["income"] or 0, lowest_income(on)), highest_income(on))
    bill = voluntary_bill(income, voluntary_category(facts, on), on, MONTHS)
    return Gap(
        why=why.value,
        scheme=SCHEME,
        person=row["person"],
        name=row["name"],
        birth_date=row["birth_date"],
        birth_precision=None,
        sex=row["sex"],
        national_id=row["national_id"],
        phone=row["phone"],
        unit=row["unit"],
        hamlet=row["hamlet"],
        household=row["household"],
        household_key=row["household_key"],
        since=row["paid_to"] + timedelta(days=1) if why is Why.LAPSED else None,
        act_by=_act_by(row, visit),
        next_step=NextStep.RENEW.value,
        groups=(),
        bill=bill.own,
        support=bill.support,
        losses=(),
        school=None,
        grade=None,
        outcome=visit.outcome.value if visit else None,
        visited_on=visit.on if visit else None,
        promise_on=visit.promise_on if visit else None,
        list=row["list"],
        row=row["row"],
    )
