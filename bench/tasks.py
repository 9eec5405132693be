"""How fast tasks are asked for: a home with 10,000 tasks, a fifth of them weekly with 50 times each.

`python -m bench.tasks`; on PostgreSQL where `BAOPHU_DATABASE_URL` names an empty database.
"""

import os
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from django.db import connection, transaction

from baophu.areas.offices import office_key
from baophu.base.home import Home
from baophu.cli.output import as_table
from baophu.directives.states import State
from baophu.store.actions.office import make_home
from baophu.store.actions.task_times import keep_times_ahead
from baophu.store.models import Account, Task, TaskAssignee, TaskOccurrence
from baophu.store.questions import account_named
from baophu.store.task_feed import feed
from baophu.store.task_notices import notices_due
from baophu.store.tasks import Wanted, tasks_due
from baophu.store.tasks_kept import days_kept

TODAY, AREA = date(2026, 11, 30), "614@"
TASKS, WEEKLY, TIMES = 10_000, 5, 50
FIRST_FRIDAY = date(2026, 1, 2)
OFFICE = "BHXH huyện"
OFFICES = [OFFICE, "Phòng GD&ĐT huyện", "Công an huyện", *(f"UBND xã số {number}" for number in range(40))]
RUNS = 15
# Processor time is that of this process: SQLite's own, not that of a PostgreSQL server.
COLUMNS = {"asked": "asked", "rows": "rows", "cpu": "CPU ms", "median": "median ms", "worst": "worst ms"}


def main() -> None:
    os.environ["BAOPHU_TODAY"] = TODAY.isoformat()
    with TemporaryDirectory() as folder:
        make_home(home=Home(Path(folder) / "home"), area=AREA, on=date(2023, 9, 30), operator="operator")
        by = account_named(None)
        with transaction.atomic():
            times = _fill(by, random.Random(1))
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        print(f"{connection.vendor}: {TASKS:,} tasks, {times:,} times")
        print(as_table([_measured(name, ask) for name, ask in _questions(by).items()], COLUMNS))


def _fill(by: Account, chance: random.Random) -> int:
    """Make the tasks; returns how many times they have."""
    tasks = Task.objects.bulk_create(_task(by, number, chance) for number in range(TASKS))
    rows = TaskAssignee.objects.bulk_create(_row(task, chance) for task in tasks)
    times = [time for row in rows if row.due is None for time in _times(row, chance)]
    TaskOccurrence.objects.bulk_create(times, batch_size=5000)
    return len(times)


def _task(by: Account, number: int, chance: random.Random) -> Task:
    told: dict[str, Any] = {
        "by": by,
        "action": f"Việc {number}: " + "rà soát, lập danh sách " * 4,
        "giver": "UBND huyện",
    }
    if number % WEEKLY == 0:
        return Task(**told, given_on=TODAY - timedelta(365), recurrence="weekly", weekday=4, day=31, month=12)
    due = date(2025, 1, 1) + timedelta(chance.randrange(900))
    return Task(**told, given_on=date(2025, 1, 1), deadline=due, due=due)


def _row(task: Task, chance: random.Random) -> TaskAssignee:
    office = chance.choice(OFFICES)
    done = task.due is not None and chance.random() < 0.6
    return TaskAssignee(
        task=task,
        office=office,
        office_key=office_key(office),
        due=task.due,
        state=State.CONFIRMED.value if done else State.GIVEN.value,
        reported_on=task.due + timedelta(chance.randrange(-5, 5)) if done and task.due else None,
    )


def _times(row: TaskAssignee, chance: random.Random) -> Iterator[TaskOccurrence]:
    for week in range(TIMES):
        due, done = FIRST_FRIDAY + timedelta(weeks=week), chance.random() < 0.8
        yield TaskOccurrence(
            assignee=row,
            nominal=due,
            due=due,
            state=State.CONFIRMED.value if done else State.GIVEN.value,
            reported_on=due + timedelta(chance.randrange(-3, 3)) if done else None,
        )


def _questions(by: Account) -> dict[str, Callable[[], Sequence[Any]]]:
    of_office = Wanted(office=OFFICE)
    month = Wanted(first=TODAY.replace(day=1), last=TODAY, limit=200)
    year = TODAY.replace(month=1, day=1)
    return {
        "an office's board, 50 lines": lambda: tasks_due(by, replace(of_office, limit=50)),
        "an office's board, all open": lambda: tasks_due(by, of_office),
        "an office's month, done too": lambda: tasks_due(by, replace(month, office=OFFICE, open_only=False)),
        "everybody's board, 50 lines": lambda: tasks_due(by, Wanted(limit=50)),
        "what is overdue, 50 lines": lambda: tasks_due(by, Wanted(overdue=True, limit=50)),
        "a month of the calendar, 200 lines": lambda: tasks_due(by, month),
        "how offices kept the quarter": lambda: days_kept(by, date(2026, 10, 1), TODAY),
        "how offices kept the year": lambda: days_kept(by, year, TODAY),
        "an office's calendar as iCalendar": lambda: feed(by, office=OFFICE).splitlines(),
        "notices to be sent": lambda: notices_due(by),
        "days ahead, nothing to make": lambda: [keep_times_ahead()],
    }


def _measured(asked: str, ask: Callable[[], Sequence[Any]]) -> dict[str, object]:
    rows, seconds, busy = len(ask()), [], []
    for _run in range(RUNS):
        begun, worked = time.perf_counter(), time.process_time()
        ask()
        seconds.append(time.perf_counter() - begun)
        busy.append(time.process_time() - worked)
    told = {"cpu": median(busy), "median": median(seconds), "worst": max(seconds)}
    return {"asked": asked, "rows": rows} | {name: f"{value * 1000:.1f}" for name, value in told.items()}


if __name__ == "__main__":
    main()
