"""However the clock jumps, a recurring task is due on exactly the right days, each once."""

from datetime import date

import pytest

from baophu.base.home import Home
from baophu.directives.asked import Asked, Assigned
from baophu.directives.days.recurrence import RULES, Recurrence, Rule, occurrences
from baophu.store.actions.task_times import A_YEAR, Times, keep_times_ahead
from baophu.store.actions.tasks import give_task
from baophu.store.models import TaskOccurrence
from baophu.store.questions import account_named

DAILY, WEEKLY, MONTHLY = (RULES[one] for one in (Recurrence.DAILY, Recurrence.WEEKLY, Recurrence.MONTHLY))
QUARTERLY, HALF_YEARLY = RULES[Recurrence.QUARTERLY], RULES[Recurrence.HALF_YEARLY]
YEARLY, SCHOOL_YEAR = RULES[Recurrence.YEARLY], RULES[Recurrence.SCHOOL_YEAR]
THE_31ST = Rule(Recurrence.MONTHLY, day=31)
LEAP_DAY = Rule(Recurrence.YEARLY, day=29, month=2)


@pytest.mark.parametrize(
    ("title", "rule", "clock", "first", "last", "due"),
    [
        # The task is given on the first day of the clock; the worker looks on each of its days.
        ("day by day over a swapped Saturday", DAILY, "2026-01-05 2026-01-09 2026-01-10 2026-01-12",
         "2026-01-07", "2026-01-13", "2026-01-07 2026-01-08 2026-01-09 2026-01-10 2026-01-12 2026-01-13"),
        ("each day, a year at once over Tết", DAILY, "2025-01-20 2026-02-20", "2026-02-12", "2026-02-24",
         "2026-02-12 2026-02-13 2026-02-23 2026-02-24"),
        ("weeks over Tết: the week without work has none", WEEKLY, "2026-02-02 2026-02-09 2026-02-16 2026-02-23",
         "2026-02-01", "2026-03-01", "2026-02-06 2026-02-13 2026-02-27"),
        ("all of Tết at once", WEEKLY, "2024-02-01 2024-02-26", "2024-02-01", "2024-02-29",
         "2024-02-02 2024-02-07 2024-02-16 2024-02-23"),
        ("over a year's end", WEEKLY, "2025-12-18 2026-01-05", "2025-12-18", "2026-01-16",
         "2025-12-19 2025-12-26 2025-12-31 2026-01-09 2026-01-16"),
        ("a Friday that was swapped", WEEKLY, "2025-04-14 2025-05-01 2025-05-10", "2025-04-14", "2025-05-16",
         "2025-04-18 2025-04-25 2025-04-29 2025-05-09 2025-05-16"),
        ("two years at once", WEEKLY, "2023-12-01 2025-12-01", "2024-12-23", "2025-01-31",
         "2024-12-27 2025-01-03 2025-01-10 2025-01-17 2025-01-24"),
        ("backwards, and on again", WEEKLY, "2024-03-01 2024-09-01 2024-03-04 2024-09-02",
         "2025-08-16", "2025-08-31", "2025-08-22 2025-08-29"),
        ("before the 25th, month by month", MONTHLY, "2024-01-02 2024-02-01 2024-03-01", "2024-01-01",
         "2024-06-30", "2024-01-24 2024-02-23 2024-03-22 2024-04-24 2024-05-24 2024-06-24"),
        ("before the 25th of January over Tết", MONTHLY, "2022-12-01 2024-01-01", "2023-01-01", "2023-02-28",
         "2023-01-19 2023-02-24"),
        ("the 31st over 29 February", THE_31ST, "2023-12-01 2024-02-29 2024-03-01", "2024-01-01",
         "2024-05-31", "2024-01-31 2024-02-29 2024-03-29 2024-04-26 2024-05-31"),
        ("the 31st where February has 28 days", THE_31ST, "2025-01-15 2025-02-28", "2025-02-01",
         "2025-03-31", "2025-02-28 2025-03-31"),
        ("quarters over a year's end", QUARTERLY, "2023-11-15 2024-01-15 2024-12-31", "2023-11-15",
         "2024-12-31", "2023-12-22 2024-03-22 2024-06-24 2024-09-24 2024-12-24"),
        ("half-years, two years at once", HALF_YEARLY, "2023-01-10 2025-01-10", "2023-01-10", "2025-12-31",
         "2023-06-23 2023-12-22 2024-06-24 2024-12-24 2025-06-24 2025-12-24"),
        ("years", YEARLY, "2023-03-01 2024-03-01 2026-03-01", "2023-03-01", "2026-12-31",
         "2023-12-29 2024-12-31 2025-12-31 2026-12-31"),
        ("29 February, else the 28th", LEAP_DAY, "2023-01-02 2024-02-29 2025-01-02", "2023-01-02",
         "2025-12-31", "2023-02-28 2024-02-29 2025-02-28"),
        ("school years", SCHOOL_YEAR, "2023-09-05 2025-09-05", "2023-09-05", "2026-08-31",
         "2024-05-31 2025-05-30 2026-05-29"),
    ],
)  # fmt: skip
def test_due_days_as_the_clock_jumps(
    title: str,
    rule: Rule,
    clock: str,
    first: str,
    last: str,
    due: str,
    plain_home: Home,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    days = [date.fromisoformat(day) for day in clock.split()]
    monkeypatch.setenv("BAOPHU_TODAY", str(days[0]))
    asked = Asked(action="Báo cáo", giver="UBND huyện Kon Rẫy", given_on=days[0], rule=rule)
    give_task(by=account_named(None), asked=asked, offices=[Assigned("BHXH huyện")])
    for day in days[1:]:
        monkeypatch.setenv("BAOPHU_TODAY", str(day))
        keep_times_ahead()
        assert keep_times_ahead() == Times(0, 0)

    found = [str(one) for one in TaskOccurrence.objects.order_by("due").values_list("due", flat=True)]
    assert [one for one in found if first <= one <= last] == due.split(), title
    # As if the clock had jumped to its latest day at once.
    at_once = occurrences(rule, days[0], max(days) + A_YEAR)
    assert found == [str(one.due) for one in at_once], title
