"""A directive as it was read, as people made it, and as it is read now: what differs."""

from typing import Any

import pytest

from baophu.directives.comparing import Item, head_differences, item_differences

HEAD = {
    "number": "512/UBND-VX",
    "date": "2023-10-02",
    "issuer": "UBND huyện",
    "title": None,
    "addressees": [],
}
LISTS = {
    "assignees": ["BHXH huyện"], "action": "lập danh sách", "deadline": "2023-10-16", "paragraph": 5,
    "text": "BHXH huyện lập danh sách trước ngày 16/10/2023",
}  # fmt: skip
REPORT = {
    "assignees": ["UBND các xã"], "action": "báo cáo", "deadline": None, "paragraph": 6,
    "text": "UBND các xã báo cáo",
}  # fmt: skip
LATER = LISTS | {"deadline": "2023-10-20", "text": "BHXH huyện lập danh sách trước ngày 20/10/2023"}
RATE = {"measure": "coverage", "value": "91.24", "unit": "percent", "paragraph": 4, "text": "đạt 91,24%"}


@pytest.mark.parametrize(
    ("made", "now", "differ"),
    [
        ({}, {}, []),
        ({}, {"number": "512/UBND"}, ["number"]),
        ({"date": "2023-10-03"}, {}, ["date"]),
        ({"title": ""}, {}, []),
        ({}, {"addressees": ["BHXH huyện"]}, ["addressees"]),
    ],
)
def test_heads(made: dict[str, Any], now: dict[str, Any], differ: list[str]) -> None:
    assert [one.field for one in head_differences(HEAD, HEAD | made, HEAD | now)] == differ


def told(then: list[Item], tasks: list[Any], figures: list[Any]) -> list[tuple[int | None, bool, list[str]]]:
    """Of each item that differs: its number, whether it is read now, and the fields."""
    found = item_differences(then, {"tasks": tasks, "indicators": figures})
    return [(one.number, bool(one.now), [field.field for field in one.fields]) for one in found]


THEN = [Item(1, "indicator", RATE), Item(2, "task", LISTS), Item(3, "task", REPORT)]


@pytest.mark.parametrize(
    ("tasks", "figures", "expected"),
    [
        ([LISTS, REPORT], [RATE], []),
        ([REPORT, LISTS], [RATE], []),
        ([LISTS | {"deadline": "2023-10-20"}, REPORT], [RATE], [(2, True, ["deadline"])]),
        ([LISTS], [RATE], [(3, False, [])]),
        ([LISTS, REPORT], [RATE, RATE | {"value": "92", "text": "đạt 92%"}], [(None, True, [])]),
        ([LISTS | {"text": "lập danh sách"}, REPORT], [RATE], []),
        ([LISTS, REPORT], [RATE | {"value": "91.25"}], [(1, True, ["value"])]),
        ([LATER, REPORT], [RATE], [(2, True, ["deadline"])]),
        ([LISTS | {"leads": [], "route": None}, REPORT], [RATE], []),
    ],
)
def test_items(tasks: list[Any], figures: list[Any], expected: list[Any]) -> None:
    assert told(THEN, tasks, figures) == expected


def test_what_people_made_of_it_stands_between() -> None:
    mended = Item(2, "task", LISTS, LISTS | {"deadline": "2023-10-18"})
    ((difference,),) = [
        one.fields for one in item_differences([mended], {"tasks": [LISTS | {"deadline": "2023-10-20"}]})
    ]
    assert (difference.then, difference.made, difference.now) == ("2023-10-16", "2023-10-18", "2023-10-20")


def test_of_two_figures_in_the_same_words_each_has_its_partner() -> None:
    two = [RATE | {"number": {"text": "91,24%"}}, RATE | {"value": "28924", "number": {"text": "28.924"}}]
    then = [Item(place, "indicator", one) for place, one in enumerate(two)]
    assert told(then, [], two[::-1]) == []
