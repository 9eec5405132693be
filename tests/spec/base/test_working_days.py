"""Offices of Viet Nam work from Monday to Friday, but for holidays and days that were swapped."""

from datetime import date

import pytest

from baophu.base.working_days import (
    follow,
    holiday_name,
    is_announced,
    is_worked_instead,
    is_working_day,
    working_day_before,
    working_day_on_or_after,
    working_day_on_or_before,
    working_days,
)


@pytest.mark.parametrize(
    ("day", "works", "why"),
    [
        ("2023-09-29", True, "a Friday"),
        ("2023-09-30", False, "a Saturday"),
        ("2023-09-01", False, "the day before National Day, since 2021 a day off"),
        ("2023-09-04", False, "the Monday for National Day, which was a Saturday"),
        ("2020-09-01", True, "before 2021 National Day was one day"),
        ("2024-02-08", False, "Thursday before Tết, for the Saturday in it"),
        ("2024-02-14", False, "Wednesday after Tết, for the Sunday in it"),
        ("2024-02-15", True, "the first day after Tết"),
        ("2024-04-29", False, "a Monday that was swapped"),
        ("2024-05-04", True, "the Saturday worked for it"),
        ("2019-01-05", True, "a Saturday worked for a day of the year before"),
        ("2018-12-31", False, "that day"),
        ("2026-01-02", False, "swapped by a notice of 25/12/2025"),
        ("2026-01-10", True, "the Saturday worked for it"),
        ("2026-08-31", False, "swapped for 22/8/2026"),
        ("2026-11-24", False, "Viet Nam Culture Day, for the first time"),
        ("2025-11-24", True, "a year before it was none"),
        ("2024-02-29", True, "a leap day"),
        ("2015-01-01", True, "before the years that are known only weekends are off"),
    ],
)
def test_whether_offices_work(day: str, works: bool, why: str) -> None:
    assert is_working_day(date.fromisoformat(day)) is works, why


ANNOUNCED = {date(2024, 4, 29): "", date(2024, 5, 4): "nghỉ do bão", date(2024, 5, 6): "nghỉ do bão"}


@pytest.mark.parametrize(
    ("day", "works", "why", "instead"),
    [
        # What was announced since stands over what is known; other days stay as they are.
        ("2024-04-29", True, None, False),
        ("2024-05-04", False, "nghỉ do bão", False),
        ("2024-05-06", False, "nghỉ do bão", False),
        ("2024-04-30", False, "Ngày Chiến thắng", False),
        ("2024-05-07", True, None, False),
    ],
)
def test_what_was_announced_since(day: str, works: bool, why: str | None, instead: bool) -> None:
    follow(lambda: ANNOUNCED)
    asked = date.fromisoformat(day)
    assert (is_working_day(asked), holiday_name(asked), is_worked_instead(asked)) == (works, why, instead)


@pytest.mark.parametrize(
    ("day", "instead"), [("2024-05-04", True), ("2024-05-05", False), ("2024-05-06", False)]
)
def test_days_worked_instead_of_others(day: str, instead: bool) -> None:
    assert is_worked_instead(date.fromisoformat(day)) == instead


@pytest.mark.parametrize(
    ("day", "on_or_before", "before", "on_or_after"),
    [
        # day          on or before  before        on or after
        ("2023-06-23", "2023-06-23", "2023-06-22", "2023-06-23"),
        ("2023-06-25", "2023-06-23", "2023-06-23", "2023-06-26"),
        ("2024-02-10", "2024-02-07", "2024-02-07", "2024-02-15"),
        ("2024-05-05", "2024-05-04", "2024-05-04", "2024-05-06"),
        ("2025-05-02", "2025-04-29", "2025-04-29", "2025-05-05"),
        ("2023-01-01", "2022-12-30", "2022-12-30", "2023-01-03"),
        ("2024-03-01", "2024-03-01", "2024-02-29", "2024-03-01"),
        ("2026-01-04", "2025-12-31", "2025-12-31", "2026-01-05"),
    ],
)
def test_the_working_day_next_to_a_day(day: str, on_or_before: str, before: str, on_or_after: str) -> None:
    asked = date.fromisoformat(day)
    assert working_day_on_or_before(asked) == date.fromisoformat(on_or_before)
    assert working_day_before(asked) == date.fromisoformat(before)
    assert working_day_on_or_after(asked) == date.fromisoformat(on_or_after)


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        # The days that were announced: 5 of Tết, New Year, the kings' day, 30/4 and 1/5, two of National Day.
        ("2022-01-01", "2022-12-31", 260 - 5 - 1 - 1 - 2 - 2),
        ("2024-01-01", "2024-12-31", 262 - 5 - 1 - 1 - 2 - 2 - 1 + 1),
        ("2024-02-08", "2024-02-14", 0),
    ],
)
def test_how_many_days_offices_work(first: str, last: str, count: int) -> None:
    assert len(list(working_days(date.fromisoformat(first), date.fromisoformat(last)))) == count


def test_why_offices_are_closed() -> None:
    assert holiday_name(date(2026, 2, 17)) == "Tết Nguyên Đán"
    assert holiday_name(date(2026, 2, 22)) is None


def test_what_was_not_announced_yet_is_foreseen() -> None:
    assert is_announced(date(2026, 9, 2))
    assert not is_announced(date(2027, 9, 2))
    assert not is_announced(date(2015, 9, 2))
