"""Which groups someone could join, by what is known of the person and of the place they live in.

Source: Law on Health Insurance Art. 12 and 13(5); Decree 146/2018, Decree 75/2023, Law 51/2024, Decree
188/2025. Groups that rest on facts no list tells (merit, armed forces, pensions) are not found here.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from baophu.areas.classes import ClassFacts, ClassKind
from baophu.base.dates import whole_months
from baophu.base.text import fold
from baophu.law.bills import SUPPORT_PARAMETERS, VOLUNTARY_SUPPORT
from baophu.law.groups import groups
from baophu.law.parameters import has, whole

_NOT_MINORITY = {"", "kinh", "viet", "kinh viet", "nguoi kinh", "nuoc ngoai", "khong ro"}


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What decides a person's groups. `classes` are those of their hamlet, commune and district together."""

    birth_date: date | None = None
    minority: bool = False
    classes: ClassFacts = frozenset()
    poor: bool = False
    near_poor: bool = False
    farming: bool = False
    social_protection: bool = False
    student: bool = False
    employee: bool = False


def is_minority(ethnicity: str | None) -> bool:
    """Whether an ethnicity as written is one of the minorities. Kinh, blank and unknown are not."""
    return ethnicity is not None and fold(ethnicity) not in _NOT_MINORITY


def in_poor_area(classes: ClassFacts) -> bool:
    """Whether near-poor people there get all of the premium: poor district, since 1/7/2025 poor commune."""
    return (ClassKind.POOR_DISTRICT, "yes") in classes


def groups_open_to(facts: PersonFacts, on: date) -> list[str]:
    """Codes of the groups that someone could join on a day, in the order of law; the first decides who pays.

    Of several supported groups the one with the highest support comes first (Art. 13(5)(g)). Households (GD)
    are for those to whom nothing else is open. Someone whose birth date is not known is no child.
    """
    young = facts.birth_date is not None and whole_months(facts.birth_date, on) < _child_months(on)
    return list(
        _groups(
            young,
            facts.minority,
            facts.classes,
            facts.poor,
            facts.near_poor,
            facts.farming,
            facts.social_protection,
            facts.student,
            facts.employee,
            on,
        )
    )


def voluntary_category(facts: PersonFacts, on: date) -> str:
    """The category of support in voluntary social insurance (`bills.VOLUNTARY_SUPPORT`): the highest applies.

    People of island communes and special zones are supported as the poor since 1/7/2025.
    """
    island = (ClassKind.ISLAND, "yes") in facts.classes and has(VOLUNTARY_SUPPORT["minority"], on)
    if facts.poor or island:
        return "poor"
    if facts.near_poor:
        return "near_poor"
    return "minority" if facts.minority else "other"


@lru_cache(maxsize=64)
def _child_months(on: date) -> int:
    return whole("bhyt_child_months", on)


@lru_cache(maxsize=1 << 14)
def _groups(
    young: bool,
    minority: bool,
    classes: ClassFacts,
    poor: bool,
    near_poor: bool,
    farming: bool,
    social_protection: bool,
    student: bool,
    employee: bool,
    on: date,
) -> tuple[str, ...]:
    zones = {value for kind, value in classes if kind == ClassKind.ZONE}
    special_hardship = "III" in zones or (ClassKind.SPECIAL_HARDSHIP, "yes") in classes
    # The budget pays for these near-poor under the same point of Art. 12(3) as for DT; no card code of
    # their own is known.
    minority_near_poor = minority and near_poor and bool(zones) and _holds("minority_near_poor", on)
    applies = {
        "DN": employee,
        "TE": young,
        "HN": poor,
        "DT": (minority and (special_hardship or "II" in zones)) or minority_near_poor,
        "DK": special_hardship,
        "XD": (ClassKind.ISLAND, "yes") in classes,
        "BT": social_protection,
        "AK": (ClassKind.SAFE_ZONE, "yes") in classes and _holds("safe_zone", on),
        "CN": near_poor,
        "DS": minority and (ClassKind.LEFT_HARDSHIP, "yes") in classes and has(SUPPORT_PARAMETERS["DS"], on),
        "HS": student and not young,
        "GB": farming,
    }
    codes = [code for code, true in applies.items() if true]
    return tuple(sorted(codes, key=lambda code: _place(code, on))) or ("GD",)


def _holds(rule: str, on: date) -> bool:
    return has(f"bhyt_budget_pays_{rule}", on)


def _place(code: str, on: date) -> tuple[int, int]:
    """The order of law; among supported groups first by what the state pays."""
    first_supported = groups()["CN"].rank
    support = whole(SUPPORT_PARAMETERS[code], on) if code in SUPPORT_PARAMETERS else 0
    return (first_supported, -support) if support else (groups()[code].rank, 0)
