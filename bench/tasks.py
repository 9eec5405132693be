"""How fast tasks are asked for, in a home with 10,000 of them: see `world_of_tasks`.

`python -m bench.tasks`; on PostgreSQL where `BAOPHU_DATABASE_URL` names an empty database.
"""

import os
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from bench.world_of_tasks import OWN, TASKS, TODAY, fill
from django.db import connection

from baophu.base.home import Home
from baophu.cli.output import as_table
from baophu.store.actions.office import make_home
from baophu.store.actions.task_times import keep_times_ahead
from baophu.store.models import Account
from baophu.store.questions import account_named
from baophu.store.task_feed import feed
from baophu.store.task_notices import notices_due
from baophu.store.tasks import Wanted, tasks_due
from baophu.store.tasks_kept import days_kept

AREA = "614@"
RUNS = 15
# Processor time is that of this process: SQLite's own, not that of a PostgreSQL server.
COLUMNS = {"asked": "asked", "rows": "rows", "cpu": "CPU ms", "median": "median ms", "worst": "worst ms"}


def main() -> None:
    os.environ["BAOPHU_TODAY"] = TODAY.isoformat()
    with TemporaryDirectory() as folder:
        make_home(home=Home(Path(folder) / "home"), area=AREA, on=date(2023, 9, 30), operator="operator")
        times = fill(random.Random(1))
        print(f"{connection.vendor}: {TASKS:,} tasks, {times:,} times")
        print(
            as_table([_measured(name, ask) for name, ask in _questions(account_named(None)).items()], COLUMNS)
        )


def _questions(by: Account) -> dict[str, Callable[[], Sequence[Any]]]:
    of_office = Wanted(office=OWN)
    month = Wanted(first=TODAY.replace(day=1), last=TODAY, limit=200)
    year = TODAY.replace(month=1, day=1)
    return {
        "an office's board, 50 lines": lambda: tasks_due(by, replace(of_office, limit=50)),
        "an office's board, all open": lambda: tasks_due(by, of_office),
        "an office's month, done too": lambda: tasks_due(by, replace(month, office=OWN, open_only=False)),
        "everybody's board, 50 lines": lambda: tasks_due(by, Wanted(limit=50)),
        "what is overdue, 50 lines": lambda: tasks_due(by, Wanted(overdue=True, limit=50)),
        "a month of the calendar, 200 lines": lambda: tasks_due(by, month),
        "how offices kept the quarter": lambda: days_kept(by, date(2026, 10, 1), TODAY),
        "how offices kept the year": lambda: days_kept(by, year, TODAY),
        "an office's calendar as iCalendar": lambda: feed(by, office=OWN).splitlines(),
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
