"""What is known of one person on the day, and why they are to be reached, if at all."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from baophu.law.continuity import lapsed_until


class Why(StrEnum):
    """Why a person is to be reached, in the order in which lists are written."""

    UNCOVERED = "uncovered"
    LAPSED = "lapsed"
    DUE = "due"
    VERIFY = "verify"
    ELSEWHERE = "elsewhere"
    STUDENT = "student"
    BIRTH = "birth"


@dataclass(frozen=True, slots=True)
class Status:
    """A row of the step `statuses`; its header says what the columns mean."""

    person: int
    name: str
    birth_date: date | None
    birth_precision: str | None
    sex: str | None
    national_id: str | None
    ethnicity: str | None
    phone: str | None
    resident: bool
    residence: str | None
    unit: str | None
    hamlet: str | None
    household: str | None
    household_key: int | None
    relation: str | None
    list: str
    row: int
    here: bool
    elsewhere: bool
    coming: bool
    until: date | None
    ended: date | None
    elsewhere_from: date | None
    # The first day of the newest card that any list knows, and the day of the residents' list they stand on.
    card_from: date | None
    listed_on: date | None
    last_group: str | None
    last_paid_by: str | None
    poor: bool
    near_poor: bool
    farming: bool
    protected: bool
    student: bool
    employee: bool
    school: str | None
    # `class` is a word of Python's own.
    grade: str | None
    dead: bool
    gone: bool
    died_on: date | None
    left_on: date | None
    born_on: date | None
    registered_on: date | None
    # The day on which the list of births says that a card was issued.
    card_on: date | None
    doubt: str | None
    # The group of the commune's list of people of hardship areas.
    area_group: str | None

    @property
    def covered(self) -> bool:
        return self.here or self.elsewhere

    @property
    def disagrees(self) -> bool:
        """A card may be theirs that could not be given to anyone, or that only the list of births knows."""
        return self.doubt is not None or self.card_on is not None

    def newborn(self, on: date) -> bool:
        """On a list of births, and not a year old yet."""
        return self.born_on is not None and self.born_on + timedelta(days=366) > on


def main_reason(status: Status, on: date, due_until: date) -> Why | None:
    """The one list of people to reach that a resident stands on, or None.

    The dead, the gone, the absent and the doubtful are to be verified before anyone visits them, and so is
    whose card the list of births tells of, but no other; who is insured elsewhere is looked up only; a lapsed
    card saves something until a last day.
    """
    if not status.resident:
        return None
    if status.here:
        return Why.DUE if status.until is not None and status.until <= due_until else None
    if status.elsewhere:
        return Why.ELSEWHERE
    if status.coming:
        return None
    if status.dead or status.gone or status.residence == "away" or status.disagrees:
        return Why.VERIFY
    if status.ended is not None and on <= lapsed_until(status.ended):
        return Why.LAPSED
    return Why.UNCOVERED


def further_reasons(status: Status, main: Why | None, on: date) -> list[Why]:
    """The lists for schools and for births on which a person without a card stands besides."""
    if status.covered or status.coming or main in (Why.VERIFY, Why.ELSEWHERE) or status.dead or status.gone:
        return []
    reasons = []
    if status.student:
        reasons.append(Why.STUDENT)
    if status.newborn(on) and status.card_on is None:
        reasons.append(Why.BIRTH)
    return reasons
