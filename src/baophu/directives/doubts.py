"""What stands against taking over at once what was read: where its reader was unsure, what a target lacks."""

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from baophu.base.money import MILLION
from baophu.base.words import N_
from baophu.coverage.denominators import KIND_OF_SCHEME

TASK, INDICATOR = "task", "indicator"
DOUBT_WORDS = {
    "unsure": N_("It is unclear whose task it is."),
    "deadline_doubtful": N_("It is unclear by when it is due, or whether the deadline holds for it."),
    "no_office": N_("No office is named that has it."),
    "not_countable": N_("It is a target, but it lacks what is needed to count it."),
    "not_a_share": N_("A target lies above 0% and is at most 100%."),
}
TARGETS = ("target", "assigned")


def is_target(told: Mapping[str, Any]) -> bool:
    """Whether a figure's JSON says which coverage is to be reached: once it is confirmed it is a target."""
    return told.get("kind") in TARGETS and told.get("measure") == "coverage"


def share_of(told: Mapping[str, Any]) -> int | None:
    """The share that a figure says, per million; None where it says none."""
    try:
        return int(Decimal(str(told.get("value"))) * MILLION / 100) if told.get("unit") == "percent" else None
    except (InvalidOperation, ValueError, OverflowError):
        return None


def lacking_of(told: Mapping[str, Any]) -> list[str]:
    """What a target lacks to be counted: names of its fields."""
    needed = {
        "area": told.get("area_key"),
        "scheme": told.get("scheme") if told.get("scheme") in KIND_OF_SCHEME else None,
        "value": share_of(told),
        "date": told.get("date"),
    }
    return [name for name, value in needed.items() if not value]


def doubts_of(kind: str, told: Mapping[str, Any]) -> list[str]:
    """Why an item is not sure: keys of `DOUBT_WORDS`; none where it may be taken over as it is."""
    if kind == TASK:
        offices = any(told.get(name) for name in ("assignees", "leads", "with"))
        said = [name for name in ("unsure", "deadline_doubtful") if told.get(name)]
        return said if offices else [*said, "no_office"]
    if not is_target(told):
        return []
    if lacking_of(told):
        return ["not_countable"]
    return [] if 0 < (share_of(told) or 0) <= MILLION else ["not_a_share"]


def troubles_of(told: Mapping[str, Any], problems: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The problems of a directive that lie where an item stands."""
    return [one for one in problems if _overlap(told, one)]


def _overlap(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if one.get("paragraph") is None or one.get("paragraph") != other.get("paragraph"):
        return False
    return bool(one["start"] < other["end"] and other["start"] < one["end"])
