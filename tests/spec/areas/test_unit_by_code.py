"""A code means something only with a date: codes of before 1/7/2025 are used again for other units."""

from datetime import date

import pytest

from baophu.areas.units import AmbiguousUnit, UnknownUnit, load_areas

BEFORE, SINCE = date(2023, 9, 30), date(2026, 9, 30)


@pytest.mark.parametrize(
    ("code", "on", "key", "name"),
    [
        ("24", BEFORE, "24@", "Tỉnh Bắc Giang"),
        ("24", SINCE, "24@2025-07-01", "Tỉnh Bắc Ninh"),
        ("23479", BEFORE, "23479@", "Thị trấn Đắk Rve"),
        ("23479", SINCE, "23479@2025-07-01", "Xã Đăk Rve"),
        ("23485", date(2025, 6, 30), "23485@", "Xã Đắk Tơ Lung"),
        ("23485", date(2025, 7, 1), "23485@2025-07-01", "Xã Đăk Kôi"),
        ("614", BEFORE, "614@", "Huyện Kon Rẫy"),
        ("614", None, "614@", "Huyện Kon Rẫy"),
        ("23485@", None, "23485@", "Xã Đắk Tơ Lung"),
        ("23485@2023-09-30", None, "23485@", "Xã Đắk Tơ Lung"),
        ("23485@2026-09-30", None, "23485@2025-07-01", "Xã Đăk Kôi"),
        ("23485@2025-07-01", BEFORE, "23485@2025-07-01", "Xã Đăk Kôi"),
    ],
)
def test_a_code_and_a_day_are_a_unit(code: str, on: date | None, key: str, name: str) -> None:
    unit = load_areas().unit(code, on)

    assert (unit.key, unit.name) == (key, name)


@pytest.mark.parametrize(
    ("code", "on", "near"),
    [
        ("614", SINCE, "614@ Huyện Kon Rẫy"),
        ("Kon Ray", BEFORE, "614@ Huyện Kon Rẫy"),
        ("23486", BEFORE, "23485@ Xã Đắk Tơ Lung"),
        ("11948@", None, "11948@2025-07-01 Đặc khu Bạch Long Vĩ"),
        ("23485@yesterday", None, "23485@ Xã Đắk Tơ Lung"),
        ("?", BEFORE, "–"),
    ],
)
def test_an_unknown_unit_is_answered_with_what_is_near(code: str, on: date | None, near: str) -> None:
    with pytest.raises(UnknownUnit) as error:
        load_areas().unit(code, on)

    assert near in error.value.values["near"]  # type: ignore[operator]


def test_a_bare_code_with_two_meanings_asks_for_a_date() -> None:
    with pytest.raises(AmbiguousUnit) as error:
        load_areas().unit("23485")

    assert error.value.values["near"] == ["23485@ Xã Đắk Tơ Lung", "23485@2025-07-01 Xã Đăk Kôi"]
