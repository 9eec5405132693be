"""What health insurance costs someone: 4.5 % of the base salary of the day, less what others pay.

A household of three that renews for three months in September 2023 pays 243,000 + 170,100 + 145,800 đồng.
"""

from datetime import date

import pytest

from baophu.law.bills import health_bill
from baophu.law.groups import UnknownGroup
from baophu.law.parameters import NoValue

JUNE_2023, SEPTEMBER_2023, SEPTEMBER_2026 = date(2023, 6, 30), date(2023, 9, 30), date(2026, 9, 30)


@pytest.mark.parametrize(
    ("on", "amounts"),
    [
        (JUNE_2023, [67_050, 46_935, 40_230, 33_525, 26_820, 26_820]),
        (SEPTEMBER_2023, [81_000, 56_700, 48_600, 40_500, 32_400, 32_400]),
        (date(2025, 9, 30), [105_300, 73_710, 63_180, 52_650, 42_120, 42_120]),
        (SEPTEMBER_2026, [113_850, 79_695, 68_310, 56_925, 45_540, 45_540]),
    ],
)
def test_the_household_ladder_for_one_month(on: date, amounts: list[int]) -> None:
    assert [health_bill("GD", on, months=1, household_rank=rank).own for rank in range(1, 7)] == amounts


def test_a_household_of_three_for_three_months() -> None:
    bills = [health_bill("GD", SEPTEMBER_2023, months=3, household_rank=rank) for rank in (1, 2, 3)]

    assert [bill.own for bill in bills] == [243_000, 170_100, 145_800]
    assert sum(bill.own for bill in bills) == 558_900


@pytest.mark.parametrize(
    ("group", "on", "full", "own", "support"),
    [
        ("GD", SEPTEMBER_2023, 972_000, 972_000, 0),
        ("CN", SEPTEMBER_2023, 972_000, 291_600, 680_400),
        ("HS", SEPTEMBER_2023, 972_000, 680_400, 291_600),
        ("SV", SEPTEMBER_2023, 972_000, 680_400, 291_600),
        ("GB", SEPTEMBER_2023, 972_000, 680_400, 291_600),
        ("HN", SEPTEMBER_2023, 972_000, 0, 972_000),
        ("DT", SEPTEMBER_2023, 972_000, 0, 972_000),
        ("TE", SEPTEMBER_2023, 972_000, 0, 972_000),
        ("HS", SEPTEMBER_2026, 1_366_200, 683_100, 683_100),
        ("GB", SEPTEMBER_2026, 1_366_200, 956_340, 409_860),
        ("CN", SEPTEMBER_2026, 1_366_200, 409_860, 956_340),
        ("KT", SEPTEMBER_2026, 1_366_200, 683_100, 683_100),
        ("DN", SEPTEMBER_2023, 0, 0, 0),
        ("HT", SEPTEMBER_2023, 0, 0, 0),
    ],
)
def test_twelve_months_by_group(group: str, on: date, full: int, own: int, support: int) -> None:
    bill = health_bill(group, on)

    assert (bill.full, bill.own, bill.support) == (full, own, support)


def test_near_poor_people_of_a_poor_area_pay_nothing() -> None:
    assert health_bill("CN", SEPTEMBER_2023, in_poor_area=True).own == 0


def test_a_bill_says_what_it_rests_on() -> None:
    bill = health_bill("GD", SEPTEMBER_2023, months=3, household_rank=2)

    assert (bill.base, bill.share_ppm, bill.rank) == (1_800_000, 700_000, 2)
    assert bill.law == (
        "NĐ 24/2023",
        "NĐ 62/2009; NĐ 105/2014; NĐ 146/2018 Điều 7",
        "Luật BHYT 2014 Điều 13(3); NĐ 146/2018 Điều 7; Luật 51/2024 Điều 13(6)",
    )


def test_a_group_that_the_law_of_the_day_does_not_support() -> None:
    with pytest.raises(NoValue):
        health_bill("KT", SEPTEMBER_2023)


def test_a_code_that_is_no_group() -> None:
    with pytest.raises(UnknownGroup):
        health_bill("??", SEPTEMBER_2023)
