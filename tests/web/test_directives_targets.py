"""Targets that directives give, in per cent or people: beside the coverage, and the same on the overview."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from django.test import Client
from tests.makers.directives import write_directive
from tests.web.handing_in import get, post
from tests.web.letters import LETTER, hand_in

from baophu.store.models import Directive, ReadItem
from baophu.store.questions import account_named

IN_PEOPLE = {
    "kind": "assigned", "measure": "participants", "unit": "person", "value": "160", "scheme": "BHYT",
    "area": "xã Tân Lập", "area_key": "23497@", "date": "2023-12-31", "qualifier": "exact",
}  # fmt: skip
NEW_ONES = IN_PEOPLE | {"measure": "new_participants"}
TO_COME = IN_PEOPLE | {"measure": "population", "kind": "actual", "scheme": None}
SUM = TO_COME | {"area": None, "area_key": None, "date": "2023-09-30"}
# “missing 31”, “31 people are missing”
MISSING = re.compile(r"missing:? (?:<a[^>]*><strong>)?(\d+)|>(\d+) people are missing")


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-06")


@pytest.fixture
def letter(officer: Client, tmp_path: Path) -> Directive:
    """The letter of 2/10/2023, entered in a home whose figures are of 30/9/2023."""
    hand_in(account_named(None), write_directive(tmp_path / "cong-van-512.docx", LETTER))
    directive: Directive = Directive.objects.get()
    return directive


def figures_say(letter: Directive, *told: Mapping[str, object]) -> None:
    """Let the figures of the letter be read as these."""
    items = letter.items.filter(kind="indicator").order_by("position")
    for item, read in zip(items, told, strict=False):
        ReadItem.objects.filter(pk=item.pk).update(as_read=item.as_read | {**read, "number": None})


def test_the_cell_of_a_table_has_its_unit_above_it(officer: Client, letter: Directive) -> None:
    item = letter.items.get(kind="indicator", position=1)
    ReadItem.objects.filter(pk=item.pk).update(as_read=item.as_read | {"number": {"text": "4.861"}})
    assert "<dd>4.861 people</dd>" in get(officer, f"/directives/{letter.pk}")


def accept_all(officer: Client, letter: Directive) -> str:
    return post(officer, f"/directives/{letter.pk}/sure")


def test_people_to_be_reached_stand_with_what_is_missing(officer: Client, letter: Directive) -> None:
    figures_say(letter, IN_PEOPLE)
    page = accept_all(officer, letter)
    assert re.search(
        r"Now (\d+) of \d+ \([\d,]+%\) on 30/9/2023; wanted 160:\s*<span[^>]*>1\d\d people", page
    )


def test_what_is_kept_as_a_figure_alone_says_why(officer: Client, letter: Directive) -> None:
    figures_say(letter, NEW_ONES, NEW_ONES)
    why = "It is kept as a figure, but is no target: lists say who takes part on a day"
    assert why in get(officer, f"/directives/{letter.pk}")
    page = accept_all(officer, letter)
    assert f"F1, F2: {why}" in page and "F3: " not in page
    item = letter.items.get(kind="indicator", position=1)
    post(officer, f"/directives/items/{item.pk}/judge", verdict="open")
    assert page.count(why) == 3
    assert post(officer, f"/directives/items/{item.pk}/judge", verdict="accepted").count(why) == 3


def test_no_area_or_a_day_to_come_is_not_sure(officer: Client, letter: Directive) -> None:
    figures_say(letter, TO_COME, SUM)
    page = accept_all(officer, letter)
    assert "It is said to be so already, on a day that is still to come." in page
    assert "It is not said which area it is of." in page
    assert letter.items.filter(kind="indicator", verdict="open").count() == 2


def test_a_target_decided_after_the_figures_says_the_same_on_both_pages(
    officer: Client, letter: Directive
) -> None:
    figures_say(letter, IN_PEOPLE)
    page = accept_all(officer, letter)
    assert "The overview counts with no target for it on 30/9/2023. This one was decided on 2/10/2023" in page
    missing = [next(filter(None, found.groups())) for found in MISSING.finditer(page)]
    board = get(officer, "/")
    assert "no target was set" in board
    assert f"From 2/10/2023 on target 97,89% (512/UBND-VX): missing {missing[1]}" in board
    assert re.search(rf"from 2/10/2023 on: {missing[0]}<", board)
    assert "These figures are counted with the targets that held on 30/9/2023." in board
    commune = get(officer, "/areas/23497@")
    assert f"From 2/10/2023 on target 160 people (512/UBND-VX): missing {missing[0]}" in commune
    assert "From 2/10/2023 on" in get(officer, "/figures/23497@/BHYT")


def test_a_target_that_holds_already_is_told_once(officer: Client, letter: Directive) -> None:
    Directive.objects.update(issued_on="2023-09-29")
    page = accept_all(officer, letter)
    board = get(officer, "/")
    assert "The overview counts" not in page and "From " not in board and "97,89%" in board
    item = letter.items.get(kind="indicator", position=3)
    post(officer, f"/directives/items/{item.pk}/judge", verdict="open")
    assert "97,89%" not in get(officer, "/")
