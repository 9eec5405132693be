"""Every gap has one next step: whose turn it is, to do what. A collector is never sent to the entitled."""

from datetime import date
from enum import StrEnum

from baophu.base.words import N_, _
from baophu.gaps.status import Status, Why
from baophu.law.groups import Payer, group

PAID_FOR = (Payer.BUDGET, Payer.FUND)


class NextStep(StrEnum):
    REPORT_JOINER = "report_joiner"
    PERSUADE = "persuade"
    RENEW = "renew"
    SCHOOL_LISTS = "school_lists"
    BIRTH_PROCEDURE = "birth_procedure"
    CORRECT_DATA = "correct_data"
    VERIFY_RESIDENCE = "verify_residence"
    URGE_EMPLOYER = "urge_employer"
    TRACE_PAYMENT = "trace_payment"


WORDS = {
    NextStep.REPORT_JOINER: N_("the commune reports a joiner (D03-TS)"),
    NextStep.PERSUADE: N_("persuade to join"),
    NextStep.RENEW: N_("renew"),
    NextStep.SCHOOL_LISTS: N_("the school lists the pupil"),
    NextStep.BIRTH_PROCEDURE: N_("joint birth procedure"),
    NextStep.CORRECT_DATA: N_("correct the data (TK1-TS)"),
    NextStep.VERIFY_RESIDENCE: N_("verify residence"),
    NextStep.URGE_EMPLOYER: N_("urge the employer"),
    NextStep.TRACE_PAYMENT: N_("trace the payment (receipt, card)"),
}
WHY_WORDS = {
    Why.UNCOVERED: N_("uncovered"),
    Why.LAPSED: N_("lapsed"),
    Why.DUE: N_("due"),
    Why.VERIFY: N_("to verify"),
    Why.ELSEWHERE: N_("covered elsewhere"),
    Why.STUDENT: N_("pupil without a card"),
    Why.BIRTH: N_("newborn without a card"),
}


def step_words(step: str) -> str:
    """The next step as an official reads it."""
    return _(WORDS[NextStep(step)])


def why_words(why: str) -> str:
    """The reason as an official reads it."""
    return _(WHY_WORDS[Why(why)])


def next_step(status: Status, why: Why, groups: list[str], on: date) -> NextStep:
    """The one thing to do about a gap. `groups` are those open to the person, in the order of the law."""
    if why is Why.ELSEWHERE:
        return NextStep.VERIFY_RESIDENCE
    if why is Why.VERIFY:
        not_here = status.dead or status.gone or status.residence == "away"
        return NextStep.VERIFY_RESIDENCE if not_here else NextStep.CORRECT_DATA
    first = group(groups[0], on) if groups else None
    if status.newborn(on) and status.ended is None:
        return NextStep.BIRTH_PROCEDURE
    if first is not None and first.payer is Payer.EMPLOYER:
        return NextStep.URGE_EMPLOYER
    if first is not None and first.payer in PAID_FOR:
        return NextStep.REPORT_JOINER
    if status.student:
        return NextStep.SCHOOL_LISTS
    return NextStep.RENEW if why in (Why.DUE, Why.LAPSED) else NextStep.PERSUADE
