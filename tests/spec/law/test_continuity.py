"""A short gap keeps five continuous years; after a longer one a new card also waits 30 days."""

from datetime import date

import pytest

from baophu.law.continuity import five_year_last_day, lapsed_until, voluntary_due, wait_applies_from


@pytest.mark.parametrize(
    ("card_to", "last_day", "wait_from"),
    [
        (date(2023, 7, 11), date(2023, 10, 11), date(2023, 10, 12)),
        (date(2023, 6, 30), date(2023, 9, 30), date(2023, 10, 1)),
        (date(2023, 11, 30), date(2024, 2, 29), date(2024, 3, 1)),
        (date(2023, 12, 31), date(2024, 3, 31), date(2024, 4, 1)),
        (date(2025, 6, 29), date(2025, 9, 29), date(2025, 9, 30)),
        (date(2025, 6, 30), date(2025, 9, 28), date(2025, 9, 29)),
        (date(2026, 7, 11), date(2026, 10, 9), date(2026, 10, 10)),
    ],
    ids=["sketch", "month end", "to February", "year end", "last by months", "first by days", "by days"],
)
def test_until_when_a_gap_costs_nothing(card_to: date, last_day: date, wait_from: date) -> None:
    """Three months for gaps that began before 1/7/2025, 90 days for those that began since."""
    assert five_year_last_day(card_to) == lapsed_until(card_to) == last_day
    assert wait_applies_from(card_to) == wait_from


@pytest.mark.parametrize(
    ("paid_to", "method", "due"),
    [
        (date(2023, 9, 30), 1, date(2023, 10, 31)),
        (date(2023, 9, 30), 3, date(2023, 12, 31)),
        (date(2023, 9, 30), 6, date(2024, 1, 31)),
        (date(2023, 9, 30), 12, date(2024, 4, 30)),
        (date(2023, 12, 31), 3, date(2024, 3, 31)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 6, 30), 6, date(2026, 10, 31)),
    ],
)
def test_when_voluntary_insurance_is_due(paid_to: date, method: int, due: date) -> None:
    """By the end of the month, of the third, the fourth of six, the seventh of twelve months."""
    assert voluntary_due(paid_to, method) == due
