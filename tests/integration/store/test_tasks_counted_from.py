"""What recurs is owed from the day on which somebody lets it count, not from that of an old directive."""

from datetime import date
from typing import Any

import pytest

from baophu.directives.days.recurrence import RULES, Recurrence, occurrences
from baophu.store.actions.directives import add_directive, import_tasks, judge_item
from baophu.store.actions.read_items import accept_sure
from baophu.store.actions.task_times import A_YEAR, Times, keep_times_ahead
from baophu.store.actions.tasks import NeverDue, NotOfThisDay
from baophu.store.models import Account, Directive, TaskAssignee, TaskOccurrence, Verdict
from baophu.store.tasks import Wanted, tasks_due

TODAY, ISSUED = date(2026, 10, 2), date(2026, 1, 14)
WEEKLY = {"assignees": ["BHXH huyện"], "action": "báo cáo kết quả", "recurrence": "weekly"}
LISTS = {"assignees": ["BHXH huyện"], "action": "lập danh sách", "deadline": "2026-03-16"}
PLAN: dict[str, Any] = {
    "number": "12/KH-UBND", "date": str(ISSUED), "issuer": "UBND huyện Kon Rẫy", "tasks": [WEEKLY, LISTS],
}  # fmt: skip


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", str(TODAY))


def overdue(by: Account) -> list[str]:
    return [one.action for one in tasks_due(by, Wanted(overdue=True))]


def days() -> list[date]:
    return list(TaskOccurrence.objects.order_by("due").values_list("due", flat=True))


def weekly_from(first: date) -> list[date]:
    return [one.due for one in occurrences(RULES[Recurrence.WEEKLY], first, TODAY + A_YEAR)]


def plan(by: Account) -> Directive:
    return add_directive(by=by, read=PLAN)


def test_a_plan_entered_late_owes_no_report_of_the_time_before(operator: Account) -> None:
    import_tasks(by=operator, read=PLAN)
    # What was due once stays overdue.
    assert overdue(operator) == ["lập danh sách"]
    assert days() == weekly_from(TODAY)


def test_all_that_is_sure_counts_from_today_too(operator: Account) -> None:
    assert len(accept_sure(by=operator, number=plan(operator).pk).accepted) == 2
    assert days() == weekly_from(TODAY)


def test_it_counts_from_an_earlier_day_where_that_is_said(operator: Account) -> None:
    first = date(2026, 9, 1)
    import_tasks(by=operator, read=PLAN, counts_from=first)
    assert days() == weekly_from(first)
    assert overdue(operator).count("báo cáo kết quả") == 4


def test_days_made_later_begin_where_it_counts(operator: Account) -> None:
    import_tasks(by=operator, read=PLAN)
    assert keep_times_ahead() == Times(0, 0)
    TaskOccurrence.objects.all().delete()
    keep_times_ahead()
    assert days() == weekly_from(TODAY)


def test_it_does_not_count_from_before_the_directive(operator: Account) -> None:
    item = plan(operator).items.get(position=1)
    with pytest.raises(NotOfThisDay):
        judge_item(by=operator, number=item.pk, verdict=Verdict.ACCEPTED, counts_from=date(2026, 1, 1))
    assert not TaskAssignee.objects.exists()


def test_what_ended_before_it_counts_is_asked_about(operator: Account) -> None:
    ended = PLAN | {"tasks": [WEEKLY | {"deadline": "2026-06-30"}]}
    with pytest.raises(NeverDue):
        import_tasks(by=operator, read=ended)
    import_tasks(by=operator, read=ended, counts_from=date(2026, 6, 15))
    assert days() == [date(2026, 6, 19), date(2026, 6, 26)]
