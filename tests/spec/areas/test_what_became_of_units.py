"""Districts ended on 30/6/2025 and communes were merged: what a unit became, what it was, what it holds."""

from datetime import date

import pytest

from baophu.areas.units import load_areas

BEFORE, SINCE = date(2023, 9, 30), date(2026, 9, 30)
THREE = ["23479@2025-07-01", "23485@2025-07-01", "23497@2025-07-01"]
SEVEN = ["23479@", "23482@", "23485@", "23488@", "23491@", "23494@", "23497@"]


@pytest.mark.parametrize(
    ("key", "became"),
    [
        ("23491@", [("23479@2025-07-01", True)]),
        ("00016@", [("00004@2025-07-01", False), ("00008@2025-07-01", False)]),
        ("614@", [(key, False) for key in THREE]),
        ("318@", [("11948@2025-07-01", True)]),
        ("62@", [("51@2025-07-01", True)]),
        ("01651@", []),
        ("23485@2025-07-01", []),
    ],
    ids=["merged", "split", "district", "island district", "province", "ended before the reform", "stands"],
)
def test_what_a_unit_became(key: str, became: list[tuple[str, bool]]) -> None:
    areas = load_areas()

    changes = areas.became(areas.unit(key))

    assert [(change.unit.key, change.whole) for change in changes] == became
    assert {change.on for change in changes} <= {date(2025, 7, 1)}


@pytest.mark.parametrize(
    ("key", "was"),
    [
        ("23485@2025-07-01", [("23482@", True), ("23485@", True)]),
        ("11948@2025-07-01", [("318@", True)]),
        ("51@2025-07-01", [("51@", True), ("62@", True)]),
        ("614@", []),
    ],
)
def test_what_a_unit_was(key: str, was: list[tuple[str, bool]]) -> None:
    areas = load_areas()

    assert [(change.unit.key, change.whole) for change in areas.was(areas.unit(key))] == was


@pytest.mark.parametrize(
    ("key", "on", "keys"),
    [
        ("23491@", BEFORE, ["23491@"]),
        ("23491@", SINCE, ["23479@2025-07-01"]),
        ("614@", SINCE, THREE),
        ("62@", SINCE, ["51@2025-07-01"]),
        ("23479@2025-07-01", BEFORE, ["23479@", "23491@"]),
        ("51@2025-07-01", BEFORE, ["51@", "62@"]),
        ("01651@", SINCE, []),
    ],
)
def test_where_a_unit_leads_on_a_day(key: str, on: date, keys: list[str]) -> None:
    assert load_areas().became_on(key, on) == keys


@pytest.mark.parametrize(
    ("key", "on", "keys"),
    [
        ("614@", BEFORE, SEVEN),
        ("614@", SINCE, THREE),
        ("23485@", BEFORE, ["23485@"]),
        ("23497@2025-07-01", BEFORE, ["23488@", "23494@", "23497@"]),
        ("318@", BEFORE, ["318@"]),
    ],
)
def test_the_communes_of_a_unit_on_a_day(key: str, on: date, keys: list[str]) -> None:
    areas = load_areas()

    assert [unit.key for unit in areas.extent(areas.unit(key), on)] == keys


def test_an_ended_province_keeps_to_its_own_part_of_the_new_one() -> None:
    areas = load_areas()

    kon_tum = areas.extent(areas.unit("62@"), SINCE)
    quang_ngai = areas.extent(areas.unit("51@2025-07-01"), SINCE)

    assert (len(kon_tum), len(quang_ngai)) == (40, 96)
    assert set(kon_tum) < set(quang_ngai)
