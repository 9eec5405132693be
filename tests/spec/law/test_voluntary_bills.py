"""Voluntary social insurance: 22 % of a chosen income, less support of 22 % of the rural poverty line."""

from datetime import date

import pytest

from baophu.law.bills import IncomeOutOfRange, highest_income, lowest_income, voluntary_bill

BEFORE, SINCE = date(2023, 9, 30), date(2025, 9, 30)


@pytest.mark.parametrize(
    ("category", "on", "support"),
    [
        ("poor", BEFORE, 99_000),
        ("near_poor", BEFORE, 82_500),
        ("minority", BEFORE, 33_000),
        ("other", BEFORE, 33_000),
        ("poor", SINCE, 165_000),
        ("near_poor", SINCE, 132_000),
        ("minority", SINCE, 99_000),
        ("other", SINCE, 66_000),
        ("other", date(2027, 1, 1), 96_800),
        ("poor", date(2020, 1, 1), 46_200),
    ],
)
def test_support_for_one_month(category: str, on: date, support: int) -> None:
    bill = voluntary_bill(lowest_income(on), category, on, 1)

    assert (bill.support, bill.own) == (support, bill.full - support)


@pytest.mark.parametrize(
    ("income", "months", "full", "own"),
    [
        (1_500_000, 1, 330_000, 297_000),
        (1_500_000, 12, 3_960_000, 3_564_000),
        (5_000_000, 1, 1_100_000, 1_067_000),
        (36_000_000, 1, 7_920_000, 7_887_000),
    ],
)
def test_support_does_not_grow_with_the_income(income: int, months: int, full: int, own: int) -> None:
    bill = voluntary_bill(income, "other", BEFORE, months)

    assert (bill.full, bill.own) == (full, own)


def test_the_range_of_incomes() -> None:
    on = date(2026, 9, 30)

    assert (lowest_income(on), highest_income(on)) == (1_500_000, 50_600_000)
    for income in (1_499_999, 50_600_001):
        with pytest.raises(IncomeOutOfRange):
            voluntary_bill(income, "other", on, 1)
