"""How fast tasks are asked for, and their pages are made, with 10,000 of them: see `world_of_tasks`.

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
from urllib.parse import urlencode

from bench.world_of_tasks import OWN, TASKS, TODAY, fill
from django.db import connection, transaction
from tests.signing_in import sign_in

from baophu.base.home import Home
from baophu.cli.output import as_table
from baophu.store.actions.accounts import add_account
from baophu.store.actions.office import make_home
from baophu.store.actions.recording import record
from baophu.store.actions.task_times import keep_times_ahead
from baophu.store.models import Account, TaskAssignee
from baophu.store.questions import account_named
from baophu.store.roles import Role
from baophu.store.task_feed import feed
from baophu.store.task_notices import notices_due
from baophu.store.tasks import Wanted, tasks_due
from baophu.store.tasks_kept import days_kept

AREA = "614@"
RUNS = 15
# Processor time is that of this process: SQLite's own, not that of a PostgreSQL server.
COLUMNS = {"asked": "asked", "rows": "rows", "cpu": "CPU ms", "median": "median ms", "worst": "worst ms"}
# A page once everybody's counts are known, and right after something was written.
OF_PAGES = {
    "role": "role",
    "page": "page",
    "status": "status",
    "bytes": "bytes",
    "queries": "queries",
    "cpu": "CPU ms",
    "median": "median ms",
    "worst": "worst ms",
    "fresh": "after a write ms",
}
ROLES = (Role.INSURANCE_OFFICER, Role.LEADER, Role.COMMUNE_OFFICIAL)
COMMUNE = "23497@"


def main() -> None:
    os.environ["BAOPHU_TODAY"] = TODAY.isoformat()
    with TemporaryDirectory() as folder:
        make_home(home=Home(Path(folder) / "home"), area=AREA, on=date(2023, 9, 30), operator="operator")
        times = fill(random.Random(1))
        print(f"{connection.vendor}: {TASKS:,} tasks, {times:,} times")
        by = account_named(None)
        print(as_table([_measured(name, ask) for name, ask in _questions(by).items()], COLUMNS))
        print(as_table([_page(role, path) for role in ROLES for path in _paths(by, role)], OF_PAGES))


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


def _paths(by: Account, role: Role) -> list[str]:
    """The pages of a role, whose account is made."""
    units = [COMMUNE] if role == Role.COMMUNE_OFFICIAL else []
    add_account(by=by, name=role.value, role=role, units=units)
    once = TaskAssignee.objects.filter(unit=COMMUNE, due__isnull=False).first()
    weekly = TaskAssignee.objects.filter(unit=COMMUNE, due=None).first()
    office = urlencode({"office": OWN})
    return [
        "/tasks",
        "/tasks/list",
        "/tasks/list?overdue=1",
        f"/tasks/list?{office}&state=confirmed",
        "/tasks/list?words=danh+s%C3%A1ch",
        "/tasks/calendar",
        "/tasks/calendar?view=week",
        "/tasks/kept",
        "/tasks/mine",
        *(f"/tasks/{row.pk}" for row in (once, weekly) if row),
    ]


def _page(role: Role, path: str) -> dict[str, object]:
    """What it takes to make a page, in this process and with its database."""
    account = Account.objects.get(name=role.value)
    client = sign_in(account)
    told = _measured(path, lambda: [client.get(path)])
    asked: list[str] = []
    with connection.execute_wrapper(lambda execute, *told: asked.append(told[0]) or execute(*told)):
        answer = client.get(path)
    with transaction.atomic():
        record(by=account, action="log_out", object=account.name)
    begun = time.perf_counter()
    client.get(path)
    fresh = f"{(time.perf_counter() - begun) * 1000:.1f}"
    return told | {
        "role": role.value,
        "page": path,
        "status": answer.status_code,
        "bytes": len(answer.content),
        "queries": len(asked),
        "fresh": fresh,
    }


if __name__ == "__main__":
    main()
