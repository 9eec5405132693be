"""What stands against taking over at once what was read: where its reader was unsure, what a target lacks."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from baophu.base.dates import month_end
from baophu.base.money import MILLION
from baophu.base.words import N_
from baophu.coverage.denominators import KIND_OF_SCHEME

TASK, INDICATOR = "task", "indicator"
DOUBT_WORDS = {
    "unsure": N_("It is unclear whose task it is."),
    "deadline_doubtful": N_("It is unclear by when it is due, or whether the deadline holds for it."),
    "no_such_day": N_("It recurs on a day that does not exist: without a right one the usual day holds."),
    "no_office": N_("No office is named that has it."),
    "not_countable": N_("It is a target, but it lacks what is needed to count it."),
    "not_a_share": N_("A target lies above 0% and is at most 100%."),
    "no_area": N_("It is not said which area it is of."),
    "day_to_come": N_("It is said to be so already, on a day that is still to come."),
}
NO_TARGET_WORDS = {
    "in_a_span": N_(
        "lists say who takes part on a day, not who joined in a span of time, so its gap cannot be counted"
    ),
    "not_measured": N_("only the coverage of a scheme, or how many take part in it, can be a target"),
}
TARGETS = ("target", "assigned")
# What is known before its day comes: whose payment falls due.
KNOWN_BEFORE = ("due",)


def is_target(told: Mapping[str, Any]) -> bool:
    """Whether a figure's JSON says which coverage, or how many participants, are to be reached: once it is
    confirmed it is a target.
    """
    return told.get("kind") in TARGETS and (told.get("measure") == "coverage" or _counts_people(told))


def _counts_people(told: Mapping[str, Any]) -> bool:
    return told.get("measure") == "participants" and told.get("unit") == "person"


def why_no_target(told: Mapping[str, Any]) -> str | None:
    """Why a figure that is to be reached is no target: a key of `NO_TARGET_WORDS`."""
    if told.get("kind") not in TARGETS or is_target(told):
        return None
    return "in_a_span" if told.get("measure") == "new_participants" else "not_measured"


def share_of(told: Mapping[str, Any]) -> int | None:
    """The share that a figure says, per million; None where it says none."""
    try:
        return int(Decimal(str(told.get("value"))) * MILLION / 100) if told.get("unit") == "percent" else None
    except (InvalidOperation, ValueError, OverflowError):
        return None


def people_of(told: Mapping[str, Any]) -> int | None:
    """The number of participants that a figure says; None where it says none."""
    value = str(told.get("value") or "")
    return int(value) or None if _counts_people(told) and value.isascii() and value.isdigit() else None


def lacking_of(told: Mapping[str, Any]) -> list[str]:
    """What a target lacks to be counted: names of its fields."""
    needed = {
        "area": told.get("area_key"),
        "scheme": told.get("scheme") if told.get("scheme") in KIND_OF_SCHEME else None,
        "value": people_of(told) if _counts_people(told) else share_of(told),
        "date": told.get("date"),
    }
    return [name for name, value in needed.items() if not value]


def doubts_of(kind: str, told: Mapping[str, Any], on: date) -> list[str]:
    """Why an item is not sure: keys of `DOUBT_WORDS`; none where it may be taken over as it is.

    `on` is the day of its directive.
    """
    if kind == TASK:
        offices = any(told.get(name) for name in ("assignees", "leads", "with"))
        said = [name for name in ("unsure", "deadline_doubtful") if told.get(name)]
        said += ["no_such_day"] if _recurs_on_no_day(told) else []
        return said if offices else [*said, "no_office"]
    return _doubts_of_target(told) if is_target(told) else _doubts_of_figure(told, on)


def _doubts_of_target(told: Mapping[str, Any]) -> list[str]:
    if lacking_of(told):
        return ["not_countable"]
    return [] if _counts_people(told) or 0 < (share_of(told) or 0) <= MILLION else ["not_a_share"]


def _doubts_of_figure(told: Mapping[str, Any], on: date) -> list[str]:
    said = [] if told.get("area_key") or told.get("area") else ["no_area"]
    is_so = told.get("kind") == "actual" and told.get("measure") not in KNOWN_BEFORE
    return [*said, "day_to_come"] if is_so and str(told.get("date") or "") > on.isoformat() else said


# “vào thứ 8”, “ngày 32”: not “kỳ họp thứ 8”, “ngày thứ 8”.
_NO_WEEKDAY = re.compile(
    r"(?:\b(?:vào|trước|sáng|chiều|(?:hàng|hằng|mỗi)\s+tuần),?|\()\s*thứ\s+(?:[0189]|\d{2,})\b", re.IGNORECASE
)
_NO_MONTH_DAY = re.compile(r"\bngày\s+(?:0{1,2}|3[2-9]|[4-9]\d)(?![\d/.])", re.IGNORECASE)
_NO_DAY = {"weekly": _NO_WEEKDAY, "monthly": _NO_MONTH_DAY, "quarterly": _NO_MONTH_DAY}
_OF_A_YEAR = ("half_yearly", "yearly")
_LEAP_YEAR = 2024


def _recurs_on_no_day(told: Mapping[str, Any]) -> bool:
    """Whether the words of a task name a day to recur on that no week, month or year has."""
    words = str(told.get("text") or "")
    often = {told.get("recurrence"), *(told.get("also") or ())}
    named = any(pattern.search(words) for every, pattern in _NO_DAY.items() if every in often)
    return named or any(day > _last_of(month) for day, month in _days_of_a_year(told))


def _days_of_a_year(told: Mapping[str, Any]) -> Iterator[tuple[int, int]]:
    for one in told.get("rhythms") or ():
        dated = isinstance(one, Mapping) and one.get("day") and one.get("month")
        if dated and one.get("every") in _OF_A_YEAR:
            yield int(one["day"]), int(one["month"])


def _last_of(month: int) -> int:
    return month_end(date(_LEAP_YEAR, month, 1)).day


def troubles_of(told: Mapping[str, Any], problems: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The problems of a directive that lie where an item stands."""
    return [one for one in problems if _overlap(told, one)]


def _overlap(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if one.get("paragraph") is None or one.get("paragraph") != other.get("paragraph"):
        return False
    return bool(one["start"] < other["end"] and other["start"] < one["end"])
