"""The last step of a task is taken back by who made it; several tasks are moved at once, or none is."""

from datetime import date
from pathlib import Path

import pytest
from tests.integration.store.task_world import TAN_LAP, WEEKLY, account, given, row_of

from baophu.directives.states import NotYours, State
from baophu.store.actions.evidence import NoSuchEvidence, add_evidence, remove_evidence, restore_evidence
from baophu.store.actions.tasks import NotUndone, move_task, undo_move
from baophu.store.actions.tasks_together import NothingChosen, confirm_tasks, hand_tasks, move_with_proof
from baophu.store.models import Account, AuditEntry, TaskEvidence
from baophu.store.roles import Role
from baophu.store.task_story import Event, evidence_of, story


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")


def test_what_was_confirmed_is_reported_again(operator: Account) -> None:
    row = row_of(given(operator, "UBND xã Tân Lập"))
    move_task(by=operator, number=row.pk, to=State.REPORTED, on=date(2023, 10, 12))
    step = move_task(by=operator, number=row.pk, to=State.CONFIRMED)
    undo_move(by=operator, number=step.pk)
    row.refresh_from_db()
    assert (row.state, row.reported_on, row.confirmed_on) == ("reported", date(2023, 10, 12), None)
    assert [one.what for one in story(row)][-1] == Event.UNDONE
    assert AuditEntry.objects.latest("pk").values["becomes"] == "reported"


def test_what_was_sent_back_wrongly_keeps_the_day_of_its_report(operator: Account) -> None:
    row = row_of(given(operator, "UBND xã Tân Lập"))
    move_task(by=operator, number=row.pk, to=State.REPORTED, on=date(2023, 10, 12))
    undo_move(by=operator, number=move_task(by=operator, number=row.pk, to=State.DOING).pk)
    row.refresh_from_db()
    assert (row.state, row.reported_on) == ("reported", date(2023, 10, 12))


def test_only_the_last_step_is_taken_back_and_by_who_made_it(operator: Account) -> None:
    official = account(operator, Role.COMMUNE_OFFICIAL, units=[TAN_LAP])
    row = row_of(given(operator, "UBND xã Tân Lập"))
    first = move_task(by=official, number=row.pk, to=State.ACCEPTED)
    last = move_task(by=official, number=row.pk, to=State.DOING)
    for by, step in ((official, first), (operator, last)):
        with pytest.raises(NotUndone):
            undo_move(by=by, number=step.pk)
    undone = undo_move(by=official, number=last.pk)
    with pytest.raises(NotUndone):
        undo_move(by=official, number=undone.pk)
    row.refresh_from_db()
    assert row.state == "accepted"


def test_a_time_of_a_recurring_task_is_taken_back_alone(operator: Account) -> None:
    row = row_of(given(operator, "BHXH huyện", rule=WEEKLY, deadline=None, words="hằng tuần"))
    step = move_task(by=operator, number=row.pk, to=State.REPORTED)
    assert step.occurrence is not None
    undo_move(by=operator, number=step.pk)
    assert not row.occurrences.exclude(state="given").exists()
    withdrawn = move_task(by=operator, number=row.pk, to=State.WITHDRAWN)
    with pytest.raises(NotUndone):
        undo_move(by=operator, number=withdrawn.pk)


def test_several_are_confirmed_or_none(operator: Account) -> None:
    task = given(operator, "UBND các xã Tân Lập, Đăk Ruồng")
    one, other = task.assignees.order_by("pk")
    for row in (one, other):
        move_task(by=operator, number=row.pk, to=State.REPORTED)
    official = account(operator, Role.COMMUNE_OFFICIAL, units=[TAN_LAP])
    with pytest.raises(NotYours):
        confirm_tasks(by=official, chosen=[(row_of(task, "Tân Lập").pk, None)])
    with pytest.raises(NothingChosen):
        confirm_tasks(by=operator, chosen=[])
    before = AuditEntry.objects.count()
    confirm_tasks(by=account(operator, Role.LEADER), chosen=[(one.pk, None), (other.pk, None)])
    assert set(task.assignees.values_list("state", flat=True)) == {"confirmed"}
    assert AuditEntry.objects.filter(action="move_task", values__becomes="confirmed").count() == 2
    assert AuditEntry.objects.count() == before + 3  # the account, and a row for each


def test_several_are_handed_to_someone(operator: Account) -> None:
    official = account(operator, Role.COMMUNE_OFFICIAL, units=[TAN_LAP])
    rows = [row_of(given(operator, "UBND xã Tân Lập", action=action)) for action in ("A", "B")]
    hand_tasks(by=official, numbers=[row.pk for row in rows], to=official)
    assert {row.to for row in official.tasks.model.objects.all()} == {official}
    with pytest.raises(NothingChosen):
        hand_tasks(by=official, numbers=[], to=official)


def test_what_is_reported_comes_with_its_file(operator: Account, tmp_path: Path) -> None:
    photo = tmp_path / "anh.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0")
    row = row_of(given(operator, "BHXH huyện", rule=WEEKLY, deadline=None, words="hằng tuần"))
    step = move_with_proof(by=operator, number=row.pk, to=State.REPORTED, file=photo)
    assert TaskEvidence.objects.get().occurrence == step.occurrence


def test_evidence_that_was_removed_counts_again(operator: Account) -> None:
    row = row_of(given(operator, "BHXH huyện"))
    link = add_evidence(by=operator, number=row.pk, link="https://kontum.example/12")
    remove_evidence(by=operator, number=link.pk)
    assert evidence_of(row) == []
    restore_evidence(by=operator, number=link.pk)
    assert evidence_of(row) == [link]
    with pytest.raises(NoSuchEvidence):
        restore_evidence(by=operator, number=link.pk)
