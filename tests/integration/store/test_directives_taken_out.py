"""A directive that was entered by mistake is taken out while nothing came of it."""

from datetime import date
from pathlib import Path

import pytest
from tests.integration.store.task_world import account, given, row_of
from tests.integration.store.test_directives_entered import READ, items

from baophu.base.home import Home
from baophu.store.actions.directives import add_directive, judge_item, mark_directive_read
from baophu.store.actions.directives_out import SomethingCame, take_directive_out
from baophu.store.actions.evidence import add_evidence
from baophu.store.actions.read_items import take_back_item
from baophu.store.models import Account, AuditEntry, Directive, ReadItem, ReceivedFile, Verdict
from baophu.store.permissions import MayNot
from baophu.store.roles import Role


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "cong-van.txt"
    path.write_text("Số: 1234/UBND-VX", encoding="utf-8")
    return path


def kept(home: Home) -> list[str]:
    """The names of the received files."""
    return [path.name for path in home.received.rglob("*") if path.is_file()]


def test_it_goes_with_its_items_and_its_file(operator: Account, letter: Path, home: Home) -> None:
    one = add_directive(by=operator, read=READ, path=letter)
    mark_directive_read(by=operator, number=one.pk, office="BHXH huyện")
    assert kept(home) == ["cong-van.txt"]
    take_directive_out(by=operator, number=one.pk)
    assert not Directive.objects.exists() and not ReadItem.objects.exists()
    assert not ReceivedFile.objects.exists()
    entry = AuditEntry.objects.latest("pk")
    assert (entry.action, entry.object) == ("take_directive_out", str(one.pk))
    assert entry.values["document"] == "1234/UBND-VX"
    assert add_directive(by=operator, read=READ, path=letter).pk


def test_a_file_that_is_evidence_stays(operator: Account, letter: Path, home: Home) -> None:
    row = row_of(given(operator, "BHXH huyện", deadline=date(2023, 10, 20), words=""))
    add_evidence(by=operator, number=row.pk, file=letter)
    one = add_directive(by=operator, read=READ, path=letter)
    take_directive_out(by=operator, number=one.pk)
    assert kept(home) == ["cong-van.txt"] and ReceivedFile.objects.count() == 1


def test_not_while_a_task_or_a_target_came_of_it(operator: Account) -> None:
    one = add_directive(by=operator, read=READ)
    for item in items(one):
        judge_item(by=operator, number=item.pk, verdict=Verdict.ACCEPTED)
        if item.kind == "task" or item.position == 1:
            with pytest.raises(SomethingCame):
                take_directive_out(by=operator, number=one.pk)
        take_back_item(by=operator, number=item.pk)
    take_directive_out(by=operator, number=one.pk)
    assert not Directive.objects.exists()


def test_who_may(operator: Account) -> None:
    one = add_directive(by=operator, read=READ)
    for role in (Role.SUPERVISOR, Role.PROVINCE):
        with pytest.raises(MayNot):
            take_directive_out(by=account(operator, role), number=one.pk)
    assert Directive.objects.exists()
