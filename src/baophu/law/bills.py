"""What someone would pay: health insurance by group, voluntary social insurance by income."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from baophu.base.errors import UserError
from baophu.base.money import MILLION, share
from baophu.base.numbers import format_dong
from baophu.base.words import N_
from baophu.law.groups import Payer
from baophu.law.groups import group as group_of
from baophu.law.parameters import at, has, numbers, whole

SUPPORT_PARAMETERS = {
    "CN": "bhyt_support_near_poor",
    "HK": "bhyt_support_multidimensionally_poor",
    "DS": "bhyt_support_ethnic_minority_commune_left_hardship",
    "HS": "bhyt_support_students",
    "SV": "bhyt_support_students",
    "KT": "bhyt_support_security_force_village_health_village_parttimers_artisans",
    "GB": "bhyt_support_agri_household_average",
}
NEAR_POOR_IN_POOR_AREA = "bhyt_support_near_poor_in_poor_area"
VOLUNTARY_SUPPORT = {
    "poor": "bhxh_voluntary_support_poor_or_island",
    "near_poor": "bhxh_voluntary_support_near_poor",
    "minority": "bhxh_voluntary_support_ethnic_minority",
    "other": "bhxh_voluntary_support_other",
}


class IncomeOutOfRange(UserError):
    message = N_("An income of {income} cannot be chosen on {on}.")
    advice = N_("It lies between {lowest} and {highest}.")
    exit_code = 13


@dataclass(frozen=True, slots=True)
class Bill:
    """What is due for `months` months, in đồng.

    `base` is the monthly base (base salary; chosen income), `full` the whole premium on it, `share_ppm` the
    part of `full` that the person pays as `own`, `support` what the budget pays, `rank` the place in the
    household ladder (None outside it; what the ladder takes off nobody pays), `law` the sources used.
    `group` is a group code, or for voluntary insurance the support category. A premium that is taken from
    wages or benefits is not known here: base and amounts stand as 0.
    """

    scheme: str
    group: str
    months: int
    base: int
    full: int
    own: int
    support: int
    share_ppm: int
    rank: int | None
    law: tuple[str, ...]


@lru_cache(maxsize=4096)
def health_bill(
    group: str, on: date, months: int = 12, household_rank: int = 1, in_poor_area: bool = False
) -> Bill:
    """The health insurance bill of someone who joins on a day; the base of that day holds for all months.

    Budget, fund and employer groups pay nothing here. Supported groups pay what the state's least share
    leaves (`in_poor_area`: near-poor in a poor district, since 1/7/2025 a poor commune). Households follow
    the ladder by `household_rank` (1 first; the last rate holds for all later ones). Raises UnknownGroup;
    NoValue where the law of the day knows no support for the group.
    """
    payer = group_of(group, on).payer
    if payer in (Payer.EMPLOYER, Payer.FUND):
        return Bill("BHYT", group, months, 0, 0, 0, 0, 0, None, ())
    names = ["base_salary", "rate_bhyt_total", *_share_parameter(group, payer, in_poor_area)]
    base = whole("base_salary", on)
    full = share(base * months, whole("rate_bhyt_total", on))
    own_share = _own_share(names[2:], payer, on, household_rank)
    own = share(full, own_share)
    by_household = payer == Payer.HOUSEHOLD
    return Bill(
        scheme="BHYT",
        group=group,
        months=months,
        base=base,
        full=full,
        own=own,
        support=0 if by_household else full - own,
        share_ppm=own_share,
        rank=household_rank if by_household else None,
        law=tuple(at(name, on).source for name in names),
    )


def _share_parameter(group: str, payer: Payer, in_poor_area: bool) -> list[str]:
    """The parameter that decides the person's share; none where the budget pays all."""
    if payer == Payer.BUDGET:
        return []
    if payer == Payer.HOUSEHOLD:
        return ["bhyt_household_ladder"]
    if group == "CN" and in_poor_area:
        return [NEAR_POOR_IN_POOR_AREA]
    return [SUPPORT_PARAMETERS[group]]


def _own_share(names: list[str], payer: Payer, on: date, household_rank: int) -> int:
    if not names:
        return 0
    if payer == Payer.HOUSEHOLD:
        ladder = numbers(names[0], on)
        return ladder[min(household_rank, len(ladder)) - 1]
    return MILLION - whole(names[0], on)


def lowest_income(on: date) -> int:
    """The lowest monthly income that voluntary social insurance may be paid on: the rural poverty line."""
    return whole("rural_poverty_line", on)


def highest_income(on: date) -> int:
    """The highest such income: 20 base salaries (reference levels since 1/7/2025)."""
    return whole("bhxh_voluntary_cap_multiple", on) * whole("base_salary", on)


def voluntary_bill(income: int, support_category: str, on: date, months: int) -> Bill:
    """The bill of voluntary social insurance on a chosen monthly income.

    `support_category` is one of `VOLUNTARY_SUPPORT` (an islander
    counts as poor since 1/7/2025); the support is a share of the contribution on the rural
    poverty line, whatever the income. Raises IncomeOutOfRange.
    """
    lowest, highest = lowest_income(on), highest_income(on)
    if not lowest <= income <= highest:
        raise IncomeOutOfRange(
            income=format_dong(income), on=on, lowest=format_dong(lowest), highest=format_dong(highest)
        )
    rate, parameter = whole("bhxh_voluntary_rate", on), _voluntary_parameter(support_category, on)
    full = share(income * months, rate)
    support = share(share(lowest * months, rate), whole(parameter, on))
    names = ("bhxh_voluntary_rate", "rural_poverty_line", parameter)
    return Bill(
        scheme="BHXH_TN",
        group=support_category,
        months=months,
        base=income,
        full=full,
        own=full - support,
        support=support,
        share_ppm=(full - support) * MILLION // full,
        rank=None,
        law=tuple(at(name, on).source for name in names),
    )


def _voluntary_parameter(category: str, on: date) -> str:
    """Before 1/7/2025 minorities had no support of their own and fell under the others."""
    name = VOLUNTARY_SUPPORT[category]
    return name if has(name, on) else VOLUNTARY_SUPPORT["other"]
