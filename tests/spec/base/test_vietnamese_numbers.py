"""Numbers and days as officials write them, and the arithmetic of rates, weeks and đồng."""

from datetime import date
from decimal import Decimal

import pytest

from baophu.base.dates import Interval, add_months, friday_on_or_after, month_end, per_week, whole_months
from baophu.base.money import share
from baophu.base.numbers import format_count, format_date, format_dong, format_percent, rate_percent


def test_printed_forms() -> None:
    assert format_count(28924) == "28.924"
    assert format_dong(948_288_562) == "948.288.562 đồng"
    assert format_date(date(2023, 9, 30)) == "30/9/2023"


@pytest.mark.parametrize(
    ("rate", "printed"),
    [
        ("91.240024", "91,24%"),
        ("5", "5,00%"),
        ("13.484848", "13,48%"),
        ("99.995", "100,00%"),
        ("-0.005", "-0,01%"),
    ],
)
def test_rates_are_rounded_half_up(rate: str, printed: str) -> None:
    assert format_percent(rate) == printed


@pytest.mark.parametrize(
    ("part", "whole", "rate"),
    [
        (28924, 31701, "91.240024"),
        (2403, 17820, "13.484848"),
        (1162, 17820, "6.520763"),
        (891, 17820, "5.000000"),
    ],
)
def test_a_rate_has_six_decimals(part: int, whole: int, rate: str) -> None:
    assert rate_percent(part, whole) == Decimal(rate)


@pytest.mark.parametrize(
    ("people", "a_week"), [(2109, 161), (948, 73), (571, 44), (531, 41), (0, 0), (-5, 0)]
)
def test_people_needed_a_week_to_the_day(people: int, a_week: int) -> None:
    assert per_week(people, date(2023, 9, 30), date(2023, 12, 31)) == a_week


def test_no_pace_is_needed_when_no_day_is_left() -> None:
    assert per_week(10, date(2023, 12, 31), date(2023, 12, 31)) is None


def test_a_week_ends_on_friday() -> None:
    assert friday_on_or_after(date(2023, 9, 30)) == date(2023, 10, 6)
    assert friday_on_or_after(date(2023, 10, 6)) == date(2023, 10, 6)


def test_months_end_where_there_is_no_such_day() -> None:
    assert add_months(date(2023, 11, 30), 3) == date(2024, 2, 29)
    assert month_end(date(2024, 2, 1)) == date(2024, 2, 29)
    assert whole_months(date(2008, 9, 30), date(2023, 9, 29)) == 179


def test_both_ends_belong_to_an_interval() -> None:
    year = Interval(date(2023, 1, 1), date(2023, 12, 31))

    assert date(2023, 1, 1) in year
    assert date(2023, 12, 31) in year
    assert date(2024, 1, 1) not in year
    assert date(2024, 1, 1) in Interval(date(2023, 1, 1), None)


def test_money_is_shared_in_whole_dong() -> None:
    assert share(1_800_000, 45_000) == 81_000
    assert share(3, 500_000) == 2
