"""Which items of a directive may be taken over unlooked at, and which figures are targets."""

from typing import Any

import pytest

from baophu.directives.doubts import (
    INDICATOR,
    TASK,
    doubts_of,
    is_target,
    lacking_of,
    share_of,
    troubles_of,
)

A_TASK = {"assignees": ["BHXH huyện"], "action": "lập danh sách"}
A_TARGET = {
    "kind": "target", "measure": "coverage", "unit": "percent", "value": "97.89", "scheme": "BHYT",
    "area_key": "614@", "date": "2023-12-31",
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "told", "doubts"),
    [
        (TASK, A_TASK, []),
        (TASK, A_TASK | {"unsure": True}, ["unsure"]),
        (TASK, A_TASK | {"deadline_doubtful": True}, ["deadline_doubtful"]),
        (TASK, A_TASK | {"assignees": []}, ["no_office"]),
        (TASK, A_TASK | {"assignees": [], "with": ["Công an huyện"]}, []),
        (TASK, A_TASK | {"recurrence": "weekly", "text": "báo cáo vào thứ 8 hằng tuần"}, ["no_such_day"]),
        (TASK, A_TASK | {"recurrence": "weekly", "text": "báo cáo vào thứ 7 hằng tuần"}, []),
        (TASK, A_TASK | {"recurrence": "weekly", "text": "sau kỳ họp thứ 8, hằng tuần báo cáo"}, []),
        (TASK, A_TASK | {"recurrence": None, "text": "gửi trước thứ 8"}, []),
        (TASK, A_TASK | {"recurrence": "monthly", "text": "trước ngày 32 hàng tháng"}, ["no_such_day"]),
        (TASK, A_TASK | {"recurrence": "monthly", "text": "ngày 31 hàng tháng"}, []),
        (TASK, A_TASK | {"recurrence": "weekly", "also": ["monthly"], "text": "ngày 40"}, ["no_such_day"]),
        (TASK, A_TASK | {"recurrence": "yearly", "rhythms": [{"every": "yearly", "day": 31, "month": 6}]},
         ["no_such_day"]),
        (TASK, A_TASK | {"recurrence": "yearly", "rhythms": [{"every": "yearly", "day": 29, "month": 2}]}, []),
        (INDICATOR, A_TARGET, []),
        (INDICATOR, A_TARGET | {"area_key": None}, ["not_countable"]),
        (INDICATOR, A_TARGET | {"date": None}, ["not_countable"]),
        (INDICATOR, A_TARGET | {"scheme": None}, ["not_countable"]),
        (INDICATOR, A_TARGET | {"unit": "person", "value": "900"}, ["not_countable"]),
        (INDICATOR, A_TARGET | {"value": "110"}, ["not_a_share"]),
        (INDICATOR, A_TARGET | {"value": "-3"}, ["not_a_share"]),
        (INDICATOR, A_TARGET | {"kind": "actual", "area_key": None}, []),
        (INDICATOR, A_TARGET | {"measure": "students", "area_key": None}, []),
    ],
)  # fmt: skip
def test_what_stands_against_it(kind: str, told: dict[str, Any], doubts: list[str]) -> None:
    assert doubts_of(kind, told) == doubts


@pytest.mark.parametrize(
    ("told", "target"),
    [
        ({}, True),
        ({"kind": "assigned"}, True),
        ({"kind": "actual"}, False),
        ({"kind": "plan_pct"}, False),
        ({"measure": "students"}, False),
        ({"measure": "participants"}, False),
    ],
)
def test_only_a_coverage_to_be_reached_is_a_target(told: dict[str, Any], target: bool) -> None:
    assert is_target(A_TARGET | told) is target


@pytest.mark.parametrize(
    ("value", "unit", "share"),
    [("97.89", "percent", 978_900), ("0.5", "percent", 5_000), ("97.89", "point", None), ("nhiều", "percent", None),
     (None, "percent", None), ("NaN", "percent", None), ("Infinity", "percent", None)],
)  # fmt: skip
def test_shares_are_per_million(value: str | None, unit: str, share: int | None) -> None:
    assert share_of({"value": value, "unit": unit}) == share


def test_what_a_target_lacks_is_named() -> None:
    assert lacking_of({"kind": "target"}) == ["area", "scheme", "value", "date"]


@pytest.mark.parametrize(
    ("place", "troubled"),
    [
        ({"paragraph": 3, "start": 4, "end": 9}, True),
        ({"paragraph": 3, "start": 9, "end": 12}, True),
        ({"paragraph": 3, "start": 20, "end": 30}, False),
        ({"paragraph": 4, "start": 4, "end": 9}, False),
        ({"text": None}, False),
    ],
)
def test_a_problem_troubles_what_stands_where_it_lies(place: dict[str, Any], troubled: bool) -> None:
    item = A_TASK | {"paragraph": 3, "start": 0, "end": 10}
    assert troubles_of(item, [place]) == ([place] if troubled else [])
    assert troubles_of(A_TASK, [place]) == []
