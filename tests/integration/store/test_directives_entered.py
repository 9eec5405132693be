"""A directive is entered with what was read in it; item by item it becomes a task or a target, or nothing."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.integration.store.task_world import account

from baophu.base.home import Home
from baophu.directives.asked import LacksGiver, WrongTask
from baophu.store.actions.directives import (
    DirectiveThere,
    Judged,
    NoSuchDirective,
    NoSuchItem,
    add_directive,
    judge_item,
    mark_directive_read,
)
from baophu.store.actions.read_targets import NotATarget
from baophu.store.how_well_read import readings
from baophu.store.models import (
    Account,
    AuditEntry,
    Directive,
    DirectiveRead,
    ReadItem,
    Target,
    Task,
    Verdict,
)
from baophu.store.permissions import MayNot
from baophu.store.questions import account_named
from baophu.store.roles import Role

TARGET = {
    "area": "huyện Kon Rẫy", "area_key": "614@", "scheme": "BHYT", "measure": "coverage", "kind": "target",
    "value": "97.89", "unit": "percent", "date": "2023-12-31", "qualifier": "exact",
}  # fmt: skip
ACTUAL = TARGET | {"kind": "actual", "value": "91.24", "date": "2023-09-30"}
LISTS = {
    "assignees": ["BHXH huyện"], "action": "lập danh sách", "deadline": "2023-10-16",
    "deadline_text": "trước ngày 16/10/2023",
}  # fmt: skip
READ: dict[str, Any] = {
    "number": "1234/UBND-VX", "date": "2023-10-09", "issuer": "UBND huyện Kon Rẫy",
    "addressees": ["BHXH huyện", "UBND các xã"], "indicators": [TARGET, ACTUAL], "tasks": [LISTS],
}  # fmt: skip


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")


def items(directive: Directive) -> list[ReadItem]:
    """The target, the figure, the task."""
    return list(directive.items.order_by("kind", "position"))


def test_nothing_becomes_a_task_or_a_target_unconfirmed(operator: Account, tmp_path: Path) -> None:
    paper = tmp_path / "cong-van.txt"
    paper.write_text("Số: 1234/UBND-VX", encoding="utf-8")
    directive = add_directive(by=operator, read=READ, path=paper)
    assert (directive.number, directive.issued_on) == ("1234/UBND-VX", date(2023, 10, 9))
    assert [item.verdict for item in items(directive)] == ["open"] * 3
    assert (Task.objects.count(), Target.objects.count()) == (0, 0)
    assert AuditEntry.objects.latest("pk").values["items"] == 3
    with pytest.raises(DirectiveThere) as there:
        add_directive(by=operator, read=READ | {"number": None}, path=paper)
    assert there.value.values == {"number": directive.pk}


def test_what_is_accepted_is_given_or_stands(operator: Account) -> None:
    target, actual, task = items(add_directive(by=operator, read=READ))
    for item in (target, actual, task):
        judge_item(by=operator, number=item.pk, verdict=Verdict.ACCEPTED)
    target.refresh_from_db()
    assert (target.target.rate, target.target.document) == (978_900, "1234/UBND-VX")
    given = Task.objects.get(item=task)
    assert (given.giver, given.due, given.given_on) == (
        "UBND huyện Kon Rẫy", date(2023, 10, 13), date(2023, 10, 9),
    )  # fmt: skip
    assert Target.standing.count() == 1
    with pytest.raises(Judged):
        judge_item(by=operator, number=task.pk, verdict=Verdict.DROPPED)


def test_what_is_mended_is_kept_beside_what_was_read(operator: Account) -> None:
    _target, _actual, task = items(add_directive(by=operator, read=READ))
    mended = LISTS | {"deadline": "2023-10-20", "deadline_text": "hết ngày 20/10/2023"}
    judge_item(by=operator, number=task.pk, verdict=Verdict.MENDED, mended=mended)
    task.refresh_from_db()
    assert (task.as_read["deadline"], task.as_mended["deadline"]) == ("2023-10-16", "2023-10-20")
    assert (task.by, task.tasks.get().due) == (operator, date(2023, 10, 20))


def test_what_people_mend_says_how_well_directives_are_read(operator: Account) -> None:
    directive = add_directive(by=operator, read=READ | {"tasks": [LISTS, LISTS | {"action": "báo cáo"}]})
    target, actual, lists, _report = items(directive)
    judge_item(by=operator, number=target.pk, verdict=Verdict.ACCEPTED)
    judge_item(by=operator, number=actual.pk, verdict=Verdict.DROPPED)
    judge_item(
        by=operator, number=lists.pk, verdict=Verdict.MENDED, mended=LISTS | {"deadline": "2023-10-20"}
    )
    figures, tasks = readings(directive.pk)
    assert (figures.kind, figures.judged, figures.right, figures.mended) == ("indicator", 2, 1, {})
    assert (tasks.kind, tasks.judged, tasks.right, tasks.mended) == ("task", 1, 0, {"deadline": 1})
    assert readings() == [figures, tasks]
    assert readings(99) == []


def test_what_is_dropped_becomes_nothing_until_it_is_accepted(operator: Account) -> None:
    *_figures, task = items(add_directive(by=operator, read=READ))
    judge_item(by=operator, number=task.pk, verdict=Verdict.DROPPED)
    assert not Task.objects.exists()
    judge_item(by=operator, number=task.pk, verdict=Verdict.ACCEPTED)
    assert Task.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"indicators": [TARGET | {"area_key": None}], "tasks": []}, NotATarget),
        ({"indicators": [TARGET | {"unit": "person"}], "tasks": []}, NotATarget),
        ({"indicators": [], "tasks": [LISTS | {"deadline": "mai"}]}, WrongTask),
        ({"indicators": [], "issuer": None}, LacksGiver),
    ],
)
def test_what_cannot_be_used_stays_open(
    plain_home: Home, wrong: dict[str, Any], error: type[Exception]
) -> None:
    operator = account_named(None)
    (item,) = items(add_directive(by=operator, read=READ | wrong))
    with pytest.raises(error):
        judge_item(by=operator, number=item.pk, verdict=Verdict.ACCEPTED)
    item.refresh_from_db()
    assert (item.verdict, Task.objects.count(), Target.objects.count()) == ("open", 0, 0)


def test_which_office_has_read_it(operator: Account) -> None:
    directive = add_directive(by=operator, read=READ)
    for office in ("BHXH huyện", "Bảo hiểm xã hội huyện", "UBND xã Tân Lập"):
        mark_directive_read(by=operator, number=directive.pk, office=office)
    assert DirectiveRead.objects.count() == 2
    with pytest.raises(NoSuchDirective):
        mark_directive_read(by=operator, number=99, office="BHXH huyện")


def test_who_confirms(operator: Account) -> None:
    supervisor = account(operator, Role.SUPERVISOR)
    *_figures, task = items(add_directive(by=operator, read=READ))
    with pytest.raises(MayNot):
        judge_item(by=supervisor, number=task.pk, verdict=Verdict.ACCEPTED)
    with pytest.raises(MayNot):
        add_directive(by=supervisor, read=READ | {"number": "2"})
    with pytest.raises(NoSuchItem):
        judge_item(by=operator, number=99, verdict=Verdict.ACCEPTED)
    assert (Task.objects.count(), Directive.objects.count()) == (0, 1)
