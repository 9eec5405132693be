"""Which items of a directive may be taken over unlooked at, and which figures are targets."""

from datetime import date
from typing import Any

import pytest

from baophu.directives.doubts import (
    INDICATOR,
    TASK,
    doubts_of,
    is_target,
    lacking_of,
    people_of,
    share_of,
    troubles_of,
    why_no_target,
)

A_TASK = {"assignees": ["BHXH huyện"], "action": "lập danh sách"}
A_TARGET = {
    "kind": "target", "measure": "coverage", "unit": "percent", "value": "97.89", "scheme": "BHYT",
    "area_key": "614@", "date": "2023-12-31",
}  # fmt: skip
IN_PEOPLE = A_TARGET | {"measure": "participants", "unit": "person", "value": "160", "scheme": "BHXH_TN"}
A_FIGURE = {
    "kind": "actual", "measure": "population", "unit": "person", "value": "4861", "area": "xã Tân Lập",
    "date": "2023-09-30",
}  # fmt: skip
DAY = date(2023, 10, 5)


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
        (INDICATOR, IN_PEOPLE, []),
        (INDICATOR, IN_PEOPLE | {"area_key": None}, ["not_countable"]),
        (INDICATOR, IN_PEOPLE | {"scheme": None}, ["not_countable"]),
        (INDICATOR, IN_PEOPLE | {"value": "0"}, ["not_countable"]),
        (INDICATOR, A_FIGURE, []),
        (INDICATOR, A_FIGURE | {"area": None, "area_key": "23497@"}, []),
        (INDICATOR, A_FIGURE | {"area": None}, ["no_area"]),
        (INDICATOR, A_FIGURE | {"date": "2023-12-31"}, ["day_to_come"]),
        (INDICATOR, A_FIGURE | {"date": "2023-12-31", "area": None}, ["no_area", "day_to_come"]),
        (INDICATOR, A_FIGURE | {"date": "2023-10-05"}, []),
        (INDICATOR, A_FIGURE | {"date": "2023-12-31", "measure": "due"}, []),
        (INDICATOR, A_FIGURE | {"date": None}, []),
        (INDICATOR, A_TARGET | {"measure": "students", "area_key": None}, ["no_area"]),
    ],
)  # fmt: skip
def test_what_stands_against_it(kind: str, told: dict[str, Any], doubts: list[str]) -> None:
    assert doubts_of(kind, told, DAY) == doubts


@pytest.mark.parametrize(
    ("told", "target"),
    [
        ({}, True),
        ({"kind": "assigned"}, True),
        ({"kind": "actual"}, False),
        ({"kind": "plan_pct"}, False),
        ({"measure": "students"}, False),
        ({"measure": "participants"}, False),
        ({"measure": "participants", "unit": "person", "value": "160"}, True),
        ({"measure": "new_participants", "unit": "person", "value": "160"}, False),
    ],
)
def test_only_a_coverage_or_participants_to_be_reached_are_a_target(
    told: dict[str, Any], target: bool
) -> None:
    assert is_target(A_TARGET | told) is target


@pytest.mark.parametrize(
    ("value", "unit", "share"),
    [("97.89", "percent", 978_900), ("0.5", "percent", 5_000), ("97.89", "point", None), ("nhiều", "percent", None),
     (None, "percent", None), ("NaN", "percent", None), ("Infinity", "percent", None)],
)  # fmt: skip
def test_shares_are_per_million(value: str | None, unit: str, share: int | None) -> None:
    assert share_of({"value": value, "unit": unit}) == share


@pytest.mark.parametrize(
    ("told", "people"),
    [({}, 160), ({"value": "0"}, None), ({"value": "1.5"}, None), ({"value": None}, None), ({"value": "-3"}, None),
     ({"unit": "percent"}, None), ({"measure": "students"}, None)],
)  # fmt: skip
def test_people_are_whole_and_more_than_none(told: dict[str, Any], people: int | None) -> None:
    assert people_of(IN_PEOPLE | told) == people


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({}, None),
        ({"kind": "actual", "measure": "students"}, None),
        ({"measure": "new_participants", "unit": "person"}, "in_a_span"),
        ({"measure": "students"}, "not_measured"),
        ({"measure": "participants"}, "not_measured"),
    ],
)
def test_what_is_to_be_reached_and_is_no_target_says_why(told: dict[str, Any], why: str | None) -> None:
    assert why_no_target(A_TARGET | told) == why


def test_what_a_target_lacks_is_named() -> None:
    assert lacking_of({"kind": "target"}) == ["area", "scheme", "value", "date"]
    assert lacking_of(IN_PEOPLE | {"area_key": None, "value": "x"}) == ["area", "value"]


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
