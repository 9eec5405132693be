"""Due days are made by one at a time: two workers, or one that is killed half way, leave each day once."""

import threading
from datetime import date

import pytest
from django.db import connection, transaction
from tests.integration.store.task_world import WEEKLY, given

from baophu.base.home import Home
from baophu.directives.days.recurrence import RULES, Recurrence
from baophu.store.actions.announced_days import Days, announce_days
from baophu.store.actions.task_times import Times, keep_times_ahead, make_task_times
from baophu.store.models import Account, AuditEntry, TaskDueMoved, TaskOccurrence

FRIDAY = date(2024, 10, 18)


@pytest.fixture
def later(operator: Account, monkeypatch: pytest.MonkeyPatch) -> Account:
    """A weekly and a monthly report were given a year ago, and nobody has looked since."""
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-10")
    given(operator, "UBND các xã, thị trấn", rule=WEEKLY, deadline=None, words="")
    given(operator, "BHXH huyện", rule=RULES[Recurrence.MONTHLY], deadline=None, words="")
    monkeypatch.setenv("BAOPHU_TODAY", "2024-10-14")
    return operator


def due_days() -> list[tuple[int, date]]:
    return list(TaskOccurrence.objects.order_by("assignee", "due").values_list("assignee", "due"))


def test_two_workers_at_once_make_each_day_once(later: Account, home: Home) -> None:
    together, made = threading.Barrier(2), []

    def work() -> None:
        together.wait()
        made.append(make_task_times(by=later))
        connection.close()

    threads = [threading.Thread(target=work) for _each in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    counts = sorted(one.made for one in made)
    assert counts[0] == 0 < counts[1]
    assert len(due_days()) == len(set(due_days()))
    told = AuditEntry.objects.filter(action="make_task_times").values_list("values__made", flat=True)
    assert sorted(told) == counts
    assert keep_times_ahead() == Times(0, 0)


def test_a_worker_that_is_killed_leaves_nothing_half_done(later: Account) -> None:
    before = due_days()
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        assert keep_times_ahead().made
        raise KeyboardInterrupt
    assert due_days() == before
    made = keep_times_ahead().made
    assert made == len(due_days()) - len(before) > 0
    assert keep_times_ahead() == Times(0, 0)


def test_days_off_are_announced_while_a_worker_makes_days(later: Account) -> None:
    """Whoever comes second finds what the first has done: each day moves once."""
    keep_times_ahead()
    together, moved = threading.Barrier(2), []

    def announce() -> None:
        together.wait()
        days = Days(FRIDAY, FRIDAY)
        moved.append(announce_days(by=later, days=days, why="nghỉ do bão", source="Công điện 1").moved)
        connection.close()

    def work() -> None:
        together.wait()
        moved.append(make_task_times(by=later).moved)
        connection.close()

    threads = [threading.Thread(target=one) for one in (announce, work)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(moved) == TaskDueMoved.objects.count() == 7
    assert not TaskOccurrence.objects.filter(due=FRIDAY).exists()
