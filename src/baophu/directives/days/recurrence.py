"""When a recurring duty is due: each time once, on a working day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from baophu.base.dates import FRIDAY, add_months, month_end
from baophu.base.errors import UserError
from baophu.base.text import fold
from baophu.base.words import N_, _
from baophu.base.working_days import (
    LONGEST_BREAK,
    is_working_day,
    working_day_before,
    working_day_on_or_before,
    working_days,
)
from baophu.directives.days.rhythm_days import DaysTold, RhythmDay, days_told


class Recurrence(StrEnum):
    """How often a directive asks for something."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    SCHOOL_YEAR = "school_year"
    REGULARLY = "regularly"
    AD_HOC = "ad_hoc"


RECURRENCE_WORDS = {
    Recurrence.DAILY: N_("daily"),
    Recurrence.WEEKLY: N_("weekly"),
    Recurrence.MONTHLY: N_("monthly"),
    Recurrence.QUARTERLY: N_("quarterly"),
    Recurrence.HALF_YEARLY: N_("half-yearly"),
    Recurrence.YEARLY: N_("yearly"),
    Recurrence.SCHOOL_YEAR: N_("each school year"),
    Recurrence.REGULARLY: N_("regularly"),
    Recurrence.AD_HOC: N_("on request"),
}
MONTHS = {
    Recurrence.MONTHLY: 1,
    Recurrence.QUARTERLY: 3,
    Recurrence.HALF_YEARLY: 6,
    Recurrence.YEARLY: 12,
    Recurrence.SCHOOL_YEAR: 12,
}
WEEK = 7
LAST_OF_MONTH = 31


@dataclass(frozen=True, slots=True)
class Rule:
    """The days that a duty is due on.

    Daily on each working day; weekly on `weekday` (0 is Monday). Else on `day` of the month (its last day
    where it has none such): of each month, of the `month`-th of each quarter or half-year, of the month
    `month` of each year. `before`: the last working day before that day, else that day or the working day
    before it.
    """

    recurrence: Recurrence
    weekday: int = FRIDAY
    day: int = LAST_OF_MONTH
    month: int = 12
    before: bool = False

    @property
    def repeats(self) -> bool:
        """Whether it falls due by itself: what is done regularly or on request has no due days."""
        return self.recurrence in (Recurrence.DAILY, Recurrence.WEEKLY, *MONTHS)


# What is meant where a directive says no more of a report: on Friday and before the 25th.
RULES = {
    Recurrence.DAILY: Rule(Recurrence.DAILY),
    Recurrence.WEEKLY: Rule(Recurrence.WEEKLY),
    Recurrence.MONTHLY: Rule(Recurrence.MONTHLY, day=25, before=True),
    Recurrence.QUARTERLY: Rule(Recurrence.QUARTERLY, day=25, month=3, before=True),
    Recurrence.HALF_YEARLY: Rule(Recurrence.HALF_YEARLY, day=25, month=6, before=True),
    Recurrence.YEARLY: Rule(Recurrence.YEARLY),
    Recurrence.SCHOOL_YEAR: Rule(Recurrence.SCHOOL_YEAR, month=5),
    Recurrence.REGULARLY: Rule(Recurrence.REGULARLY),
    Recurrence.AD_HOC: Rule(Recurrence.AD_HOC),
}
_REPORT = re.compile(r"\b(?:bao cao|thong ke)\b")


def is_report(words: str) -> bool:
    """Whether something is to be told, and not only to be done.

    >>> is_report("tổng hợp, báo cáo UBND huyện"), is_report("tổ chức họp thôn")
    (True, False)
    """
    return bool(_REPORT.search(fold(words)))


def usual_rule(recurrence: Recurrence, *, report: bool = True) -> Rule:
    """What is meant where no day is said: of what is no report the end of its month, quarter or half-year."""
    usual = RULES[recurrence]
    return usual if report or not usual.before else replace(usual, day=LAST_OF_MONTH, before=False)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that a duty is due: `nominal` is the day that was written, `due` the working day by which.

    The nominal day names it: the due day may move when days off are announced.
    """

    nominal: date
    due: date


def occurrences(rule: Rule, first: date, last: date) -> list[Occurrence]:
    """Each time that a duty is due from `first` to `last`, both included, by due day.

    A week without a working day has none: what it owes is told with the week after it.

    >>> [str(one.due) for one in occurrences(RULES[Recurrence.WEEKLY], date(2026, 2, 9), date(2026, 2, 28))]
    ['2026-02-13', '2026-02-27']
    """
    if not rule.repeats:
        return []
    if rule.recurrence == Recurrence.DAILY:
        return [Occurrence(day, day) for day in working_days(first, last)]
    due = ((day, due_on(rule, day)) for day in _nominal(rule, first, last))
    return [Occurrence(nominal, day) for nominal, day in due if day and first <= day <= last]


def due_on(rule: Rule, nominal: date) -> date | None:
    """The working day by which something is due that was asked for by a nominal day.

    None where it is not due at all: each day on a day off, each week in one without a working day.
    """
    if rule.recurrence == Recurrence.DAILY:
        return nominal if is_working_day(nominal) else None
    due = working_day_before(nominal) if rule.before else working_day_on_or_before(nominal)
    without_work = rule.recurrence == Recurrence.WEEKLY and (nominal - due).days >= WEEK
    return None if without_work else due


def _nominal(rule: Rule, first: date, last: date) -> Iterator[date]:
    """The days that are written, from `first` to so far after `last` that none is due by then."""
    end = last + timedelta(days=LONGEST_BREAK)
    if rule.recurrence == Recurrence.WEEKLY:
        day = first + timedelta(days=(rule.weekday - first.weekday()) % WEEK)
        while day <= end:
            yield day
            day += timedelta(days=WEEK)
        return
    step = MONTHS[rule.recurrence]
    month = date(first.year, 1 + (rule.month - 1) % step, 1)
    while month <= end:
        day = min(month + timedelta(days=rule.day - 1), month_end(month))
        if first <= day <= end:
            yield day
        month = add_months(month, step)


_WEEKDAYS = {
    "thu hai": 0,
    "thu ba": 1,
    "thu tu": 2,
    "thu nam": 3,
    "thu sau": 4,
    "thu bay": 5,
    "chu nhat": 6,
} | {f"thu {number}": number - 2 for number in range(2, 8)}
_WEEKDAY = re.compile(r"\b(" + "|".join(_WEEKDAYS) + r")\b")
_DAY = re.compile(
    r"\b(truoc )?ngay (?:mung |mong )?(\d{1,2})\b(?: (?:thang )?(\d{1,2})\b| (thang (?:dau|giua|cuoi)))?"
)
_LAST_DAY = re.compile(r"\bngay (?:lam viec )?cuoi(?: cung)?\b")
_MONTHS_OF_YEAR = range(1, 13)
# Which month of a quarter or half-year is meant.
_MONTHS_NAMED = {"thang dau": 1, "thang giua": 2}
# What may stand beside a day without saying another.
_BESIDE = "bao cao cham nhat cua cung den dinh hang het hoc ky moi nam nua quy sau thang theo tiep tuan vao"
EXAMPLES = {
    Recurrence.WEEKLY: "“thứ 6”",
    Recurrence.MONTHLY: "“ngày 25”, “trước ngày 25”, “ngày cuối tháng”",
    Recurrence.QUARTERLY: "“trước ngày 25 tháng cuối quý”, “ngày 5 tháng đầu quý”",
    Recurrence.HALF_YEARLY: "“trước ngày 25/6”, “ngày 5 tháng đầu”",
    Recurrence.YEARLY: "“trước ngày 15/12”",
    Recurrence.SCHOOL_YEAR: "“trước ngày 31/5”",
}


class RuleNotUnderstood(UserError):
    message = N_("“{words}” does not tell on which day something is due ({often}).")
    advice = N_("Write it like {examples}, or leave it empty.")
    exit_code = 15


class NoRuleNeeded(UserError):
    message = N_("“{words}” names a day, but this is due {often}.")
    advice = N_("Leave the day out, or choose another recurrence.")
    exit_code = 15


def rule_asked(recurrence: Recurrence, words: str, *, report: bool = True) -> Rule:
    """The rule that somebody writes for a duty; the usual one where they write nothing.

    Raises RuleNotUnderstood, NoRuleNeeded.

    >>> rule_asked(Recurrence.QUARTERLY, "ngày 5 tháng đầu quý sau").month
    1
    """
    folded, often = fold(words), _(RECURRENCE_WORDS[recurrence])
    pattern = _WEEKDAY if recurrence == Recurrence.WEEKLY else _DAY
    found = pattern.search(folded) or _LAST_DAY.search(folded)
    if recurrence not in EXAMPLES:
        if found or _WEEKDAY.search(folded):
            raise NoRuleNeeded(words=words, often=often)
    elif folded and (found is None or not _is_plain(folded, found) or not _is_day(found)):
        raise RuleNotUnderstood(words=words, often=often, examples=EXAMPLES[recurrence])
    return rule_told(recurrence, words, report=report)


def rules_asked(recurrence: Recurrence, words: str, *, report: bool = True) -> list[Rule]:
    """The same where two days may be said, each of which is a rule of its own.

    Raises RuleNotUnderstood, NoRuleNeeded.

    >>> [rule.day for rule in rules_asked(Recurrence.MONTHLY, "ngày 15 và ngày 30")]
    [15, 30]
    """
    told = days_told(words, recurrence.value, 0, 0)
    if told is None or len(told.days) == 1 or not _are_days(words, told):
        return [rule_asked(recurrence, words, report=report)]
    # Each of two days of a year comes once a year.
    each = Recurrence.YEARLY if recurrence == Recurrence.HALF_YEARLY else recurrence
    return [_on_day(usual_rule(each), on) for on in told.days]


def _are_days(words: str, told: DaysTold) -> bool:
    """Whether there are such days, and nothing stands beside them that could say another."""
    there = all(one.day and one.day <= _last_day(one.month or 1) for one in told.days)
    return there and _says_no_day(fold(words[: told.start]), fold(words[told.end :]))


def _on_day(usual: Rule, on: RhythmDay) -> Rule:
    return replace(usual, day=on.day or usual.day, month=on.month or usual.month, before=on.before)


def _last_day(month: int) -> int:
    return month_end(date(2024, month, 1)).day


def _is_plain(folded: str, found: re.Match[str]) -> bool:
    """Whether nothing stands beside a day that could say another."""
    return _says_no_day(folded[: found.start()], folded[found.end() :])


def _says_no_day(*beside: str) -> bool:
    return set(" ".join(beside).split()) <= set(_BESIDE.split())


def _is_day(found: re.Match[str]) -> bool:
    """Whether there is such a day."""
    if found.re is not _DAY:
        return True
    month = int(found[3] or 1)
    return month in _MONTHS_OF_YEAR and 1 <= int(found[2]) <= _last_day(month)


def rule_told(recurrence: Recurrence, words: str, *, report: bool = True) -> Rule:
    """The rule that a directive's own words tell of a duty; where they say no day, the usual one.

    >>> rule_told(Recurrence.MONTHLY, "trước ngày 20 hằng tháng").day
    20
    """
    usual, folded = usual_rule(recurrence, report=report), fold(words)
    if recurrence == Recurrence.WEEKLY:
        named = _WEEKDAY.search(folded)
        return Rule(recurrence, weekday=_WEEKDAYS[named[1]]) if named else usual
    found = _DAY.search(folded)
    if recurrence in MONTHS and not found and _LAST_DAY.search(folded):
        return Rule(recurrence, month=usual.month)
    if recurrence not in MONTHS or not found or not 1 <= int(found[2]) <= LAST_OF_MONTH:
        return usual
    said = int(found[3] or _MONTHS_NAMED.get(found[4], 0))
    month = said if said in _MONTHS_OF_YEAR else usual.month
    return Rule(recurrence, day=int(found[2]), month=month, before=found[1] is not None)


_BEFORE = re.compile(r"\btruoc (?:het )?(?:ngay \d|\d{1,2} (?:thang )?\d{1,2}\b)")


def due_by(deadline: date, words: str, before: bool | None = None) -> date:
    """The day by which something is due: of “trước ngày” the last working day before the deadline.

    Where it is not known whether `before` is meant, the words tell.

    >>> due_by(date(2023, 10, 16), "trước ngày 16/10/2023").isoformat()
    '2023-10-13'
    """
    meant = bool(_BEFORE.search(fold(words))) if before is None else before
    return working_day_before(deadline) if meant else deadline
