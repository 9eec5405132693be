"""What came of a visit, and what it does to the next list of people to reach.

Lists have the last word: a visit fills the time until they catch up with it.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from baophu.base.dates import add_months
from baophu.base.words import N_, _
from baophu.gaps.next_steps import NextStep
from baophu.gaps.status import Status, Why


class Outcome(StrEnum):
    """What came of a visit, in the order in which forms offer it."""

    PAID = "paid"
    PROMISED = "promised"
    REFUSED = "refused"
    HARDSHIP = "hardship"
    BUDGET_PAID = "budget_paid"
    HAS_CARD = "has_card"
    AWAY = "away"
    MOVED = "moved"
    DEAD = "dead"
    NOT_MET = "not_met"
    WRONG_DATA = "wrong_data"


WORDS = {
    Outcome.PAID: N_("has paid"),
    Outcome.PROMISED: N_("promises a day"),
    Outcome.REFUSED: N_("refuses"),
    Outcome.HARDSHIP: N_("in hardship, asks for support"),
    Outcome.BUDGET_PAID: N_("the budget pays, the commune is to report the joiner"),
    Outcome.HAS_CARD: N_("has a card already"),
    Outcome.AWAY: N_("works far away"),
    Outcome.MOVED: N_("moved away"),
    Outcome.DEAD: N_("has died"),
    Outcome.NOT_MET: N_("nobody met"),
    Outcome.WRONG_DATA: N_("wrong data"),
}
# A card comes within 30 days of payment; until then nobody asks again.
AWAITED = timedelta(days=30)
# A card runs a year at most, and so does what was said on a visit.
HELD_MONTHS = 12
# Outcomes after which somebody looks into it before anyone visits again, and what there is to do.
TO_VERIFY = {
    Outcome.HAS_CARD: NextStep.CORRECT_DATA,
    Outcome.WRONG_DATA: NextStep.CORRECT_DATA,
    Outcome.AWAY: NextStep.VERIFY_RESIDENCE,
    Outcome.MOVED: NextStep.VERIFY_RESIDENCE,
    Outcome.DEAD: NextStep.VERIFY_RESIDENCE,
}
NOT_HERE = (Outcome.AWAY, Outcome.MOVED)


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit to a person about one scheme; `sequence` is the order in which visits were recorded."""

    person: int
    scheme: str
    outcome: Outcome
    on: date
    promise_on: date | None = None
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class Reach:
    """Why someone is to be reached and since when, what is to be done next, and by when."""

    why: Why
    step: NextStep
    since: date | None
    act_by: date | None


def outcome_words(outcome: str) -> str:
    """What came of the visit as an official reads it."""
    return _(WORDS[Outcome(outcome)])


def lacks_day(outcome: str, promise_on: date | None) -> bool:
    """Whether a promise was told without the day it is for."""
    return outcome == Outcome.PROMISED and promise_on is None


def still_tells(visit: Visit, status: Status, on: date) -> bool:
    """Whether a visit still says something on a day, or newer lists have overtaken it.

    A card that began on the day of the visit or later makes it a thing of the past; so does, for who was
    away or had moved, a residents' list of a later day that has them here. A death stays told.
    """
    if visit.outcome is Outcome.DEAD:
        return True
    if status.card_from is not None and status.card_from >= visit.on:
        return False
    if visit.outcome in NOT_HERE and status.listed_on is not None and status.listed_on > visit.on:
        return False
    return on < add_months(visit.on, HELD_MONTHS)


def after_visit(visit: Visit, by_lists: Reach, on: date) -> Reach | None:
    """What a visit makes of a reason that the lists give; None while a paid card is awaited.

    Who is covered elsewhere is looked up only, whatever a visit says.
    """
    if by_lists.why is Why.ELSEWHERE:
        return by_lists
    match visit.outcome:
        case Outcome.PAID if on <= visit.on + AWAITED:
            return None
        case Outcome.PAID:
            return Reach(Why.VERIFY, NextStep.TRACE_PAYMENT, visit.on, None)
        case Outcome.HAS_CARD | Outcome.WRONG_DATA | Outcome.AWAY | Outcome.MOVED | Outcome.DEAD:
            return Reach(Why.VERIFY, TO_VERIFY[visit.outcome], visit.on, None)
        case Outcome.BUDGET_PAID if by_lists.why is not Why.VERIFY:
            return replace(by_lists, step=NextStep.REPORT_JOINER)
        case Outcome.PROMISED if visit.promise_on:
            return replace(by_lists, act_by=min(visit.promise_on, by_lists.act_by or date.max))
        case _:
            return by_lists
