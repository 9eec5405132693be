"""How people to reach, worklists and visits are told on these pages."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from baophu.base.clock import today
from baophu.base.numbers import format_count, format_date
from baophu.base.text import titled
from baophu.base.words import N_, _, language
from baophu.builds.answers import Answer
from baophu.coverage.words import scheme_words
from baophu.gaps.lists import list_words
from baophu.gaps.next_steps import NextStep, step_words, why_words
from baophu.gaps.outcomes import Outcome, outcome_words
from baophu.gaps.status import Why
from baophu.law.groups import groups
from baophu.store.models import Visit

MONTHS_OF_A_BILL = 12
# What those who visit take money for; the rest is for the commune, the school or the office.
COLLECTED = frozenset({NextStep.PERSUADE, NextStep.RENEW})
# Steps where there is little room; the others are short already.
SHORT_STEPS = {
    NextStep.REPORT_JOINER: N_("commune reports"),
    NextStep.SCHOOL_LISTS: N_("school lists"),
    NextStep.CORRECT_DATA: N_("correct data"),
    NextStep.URGE_EMPLOYER: N_("urge employer"),
    NextStep.TRACE_PAYMENT: N_("trace payment"),
}


def words() -> dict[str, Any]:
    """What templates of these pages say things with."""
    return {
        "step_words": step_words,
        "why_words": why_words,
        "list_words": list_words,
        "outcome_words": outcome_words,
        "scheme_words": scheme_words,
        "group_words": group_words,
        "situation": situation,
        "nothing_words": nothing_words,
        "people_words": people_words,
        "last_words": last_words,
        "pays": pays,
        "source_rows": source_rows,
        "left_words": left_words,
        "visit_words": visit_words,
        "outcomes_words": outcomes_words,
        "for_months": for_months,
        "titled": titled,
        "person_address": "/people/{}".format,
        "household_address": "/households/{}".format,
    }


def situation(gap: Answer) -> str:
    """Why someone is to be reached and since when, and what is lost after the last safe day."""
    told = why_words(gap["why"])
    if gap["since"]:
        told = _("{why} since {day}").format(why=told, day=format_date(gap["since"]))
    if not gap["losses"] or not gap["act_by"]:
        return told
    return f"{told}; {_last_day(gap)}"


def _last_day(gap: Answer) -> str:
    """What comes after the last safe day: of a card that still runs only that it ends."""
    if gap["why"] == Why.DUE:
        words = _("the card ends on {day}")
    elif "five_years" in gap["losses"]:
        words = _("after {day} the five continuous years start again and a new card waits 30 days")
    else:
        words = _("after {day} a new card waits 30 days")
    return words.format(day=format_date(gap["act_by"]))


def short_reason(gap: Answer) -> str:
    """Why, by when and what next in one line of a paper: `gián đoạn 27/8 · hạn 26/11 · đóng tiếp`."""
    since, by, step = gap["since"], gap["act_by"], NextStep(gap["next_step"])
    parts = [why_words(gap["why"]) + (f" {_short_day(since)}" if since else "")]
    if by:
        parts.append(_("by {day}").format(day=_short_day(by)))
    return " · ".join([*parts, _(SHORT_STEPS[step]) if step in SHORT_STEPS else step_words(step)])


def _short_day(day: date) -> str:
    return format_date(day).removesuffix(f"/{today().year}")


def pays(gap: Answer) -> int:
    """What is asked of a person at the door for 12 months."""
    return int(gap["bill"]) if gap["next_step"] in COLLECTED else 0


def nothing_words(gap: Answer) -> str:
    """Why nothing is asked of a person at the door."""
    return _("not collected at the door") if gap["bill"] else _("nothing to pay")


def people_words(people: int) -> str:
    return _("1 person") if people == 1 else _("{count} people").format(count=format_count(people))


def source_rows(people: Iterable[Answer]) -> list[tuple[str, list[tuple[int, int]]]]:
    """Sheets with the rows that say who people are, each with the number of its list."""
    rows: dict[str, list[tuple[int, int]]] = {}
    for one in people:
        sheet = one["source"].rpartition("!")[0]
        rows.setdefault(sheet, []).append((one["row"], one["list_number"]))
    return [(sheet, list(dict.fromkeys(found))) for sheet, found in rows.items()]


def left_words(day: date) -> str:
    """How long it is to a day, or since it has passed, seen from today."""
    days = (day - today()).days
    if days == 0:
        return _("today")
    words = _("{count} days left") if days > 0 else _("{count} days overdue")
    return words.format(count=format_count(abs(days)))


def group_words(code: str) -> str:
    """A participant group, shortly."""
    if code not in groups():
        return code
    return groups()[code].words[0] if language() == "vi" else groups()[code].en


def visit_words(visit: Visit) -> str:
    """What came of a visit, when, with the day promised."""
    return last_words(visit.outcome, visit.on, visit.promise_on)


def last_words(outcome: str, on: date, promise_on: date | None) -> str:
    """As `visit_words`: `hẹn ngày 12/10/2023 (đến hộ 5/10/2023)`."""
    told = outcome_words(outcome)
    if promise_on and outcome == Outcome.PROMISED:
        told = _("{outcome}: {day}").format(outcome=told, day=format_date(promise_on))
    return _("{outcome} (visit of {day})").format(outcome=told, day=format_date(on))


def outcomes_words(outcomes: Mapping[str, int], order: Iterable[str]) -> str:
    """How often each outcome came: `đã nộp tiền 12 · không gặp 3`."""
    told = (f"{outcome_words(one)} {format_count(outcomes[one])}" for one in order if outcomes.get(one))
    return " · ".join(told)


def for_months(bill: int, months: int) -> int:
    """The part of a bill of twelve months that is paid for fewer; monthly amounts are whole đồng."""
    return bill * months // MONTHS_OF_A_BILL
