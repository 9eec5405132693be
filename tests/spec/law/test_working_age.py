"""Working age runs from 15 years to the retirement age of the year, which rises by months."""

from datetime import date

import pytest

from baophu.law.age import working_age, working_age_bounds

ON = date(2023, 9, 30)


@pytest.mark.parametrize(
    ("on", "men", "women"),
    [
        (date(2019, 12, 31), (60, 0), (55, 0)),
        (date(2021, 12, 31), (60, 3), (55, 4)),
        (ON, (60, 9), (56, 0)),
        (date(2026, 9, 30), (61, 6), (57, 0)),
        (date(2028, 12, 31), (62, 0), (57, 8)),
        (date(2035, 12, 31), (62, 0), (60, 0)),
        (date(2040, 12, 31), (62, 0), (60, 0)),
    ],
)
def test_the_end_of_working_age(on: date, men: tuple[int, int], women: tuple[int, int]) -> None:
    """In years and months of age."""
    assert working_age_bounds("male", on) == (180, men[0] * 12 + men[1])
    assert working_age_bounds("female", on) == (180, women[0] * 12 + women[1])


@pytest.mark.parametrize(
    ("birth", "sex", "expected"),
    [
        (date(2008, 9, 30), "male", True),
        (date(2008, 10, 1), "male", False),
        (date(1962, 12, 31), "male", True),
        (date(1962, 12, 30), "male", False),
        (date(1967, 10, 1), "female", True),
        (date(1967, 9, 30), "female", False),
        (date(1967, 9, 30), None, False),
        (date(2030, 1, 1), "female", False),
    ],
    ids=["15", "not yet 15", "man before", "man past", "woman before", "woman past", "sex unknown", "unborn"],
)
def test_who_is_of_working_age(birth: date, sex: str | None, expected: bool) -> None:
    assert working_age(birth, sex, ON) is expected
