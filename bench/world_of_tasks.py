"""A world of work: 10,000 tasks of 500 directives, a fifth of them weekly with 50 times each, and obstacles.

`python -m bench.world_of_tasks HOME SEED` puts it into a home that is there, for the accounts that it has.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from baophu.areas.offices import office_key
from baophu.base.clock import now
from baophu.base.home import Home
from baophu.directives.obstacles import ObstacleKind, ObstacleState
from baophu.directives.states import State
from baophu.store.models import (
    Account,
    Directive,
    Obstacle,
    ReadItem,
    Task,
    TaskAssignee,
    TaskMove,
    TaskOccurrence,
    Verdict,
)
from baophu.store.opening import open_home
from baophu.store.questions import account_named, the_office
from baophu.store.task_offices import NamedOffice, offices_meant

TODAY = date(2026, 11, 30)
TASKS, WEEKLY, TIMES = 10_000, 5, 50
# Tasks of a directive.
OF_ONE = 20
OBSTACLES = 2_000
FIRST_FRIDAY = date(2026, 1, 2)
OWN = "BHXH huyện"
OTHERS = ("Phòng GD&ĐT huyện", "Công an huyện", *(f"UBND xã số {number}" for number in range(33)))
COMMUNES = "UBND các xã, thị trấn"
HANDED, DONE = 0.2, 0.6
AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class World:
    """In whose name it is made, for which offices and people, and by which chance."""

    by: Account
    offices: Sequence[NamedOffice]
    people: Sequence[Account]
    chance: random.Random
    now: datetime


def main() -> None:
    home, seed = sys.argv[1:]
    open_home(Home(Path(home)))
    fill(random.Random(seed))


def fill(chance: random.Random) -> int:
    """Make the world in the opened home; returns how many times its tasks have."""
    named = [NamedOffice(name, office_key(name)) for name in (OWN, *OTHERS)]
    communes = offices_meant(COMMUNES, the_office().area, TODAY.replace(year=2023))
    people = Account.objects.filter(is_active=True).order_by("pk")
    world = World(account_named(None), [*named, *communes], list(people), chance, now())
    with transaction.atomic():
        rows = list(_rows(world, _tasks(world)))
        times = [time for row in rows if row.due is None for time in _times(row, chance)]
        TaskOccurrence.objects.bulk_create(times, batch_size=AT_ONCE)
        TaskMove.objects.bulk_create((_move(world, row) for row in rows), batch_size=AT_ONCE)
        Obstacle.objects.bulk_create(_obstacle(world, number) for number in range(OBSTACLES))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return len(times)


def _tasks(world: World) -> list[Task]:
    """The tasks of directives, each as it was read in one."""
    directives = Directive.objects.bulk_create(
        Directive(
            by=world.by,
            number=f"{number}/UBND-VX",
            issuer="UBND huyện",
            issued_on=date(2025, 1, 1) + timedelta(number),
            title=f"V/v thực hiện chỉ tiêu, đợt {number}",
        )
        for number in range(TASKS // OF_ONE)
    )
    tasks = [_task(world, directives[number // OF_ONE], number) for number in range(TASKS)]
    items = [
        ReadItem(
            directive=task.directive,
            kind="task",
            position=number % OF_ONE + 1,
            as_read={
                "action": task.action,
                "assignees": [OWN],
                "text": task.action,
                "paragraph": number % OF_ONE,
            },
            verdict=Verdict.ACCEPTED.value,
            by=world.by,
            at=world.now,
        )
        for number, task in enumerate(tasks)
    ]
    for task, item in zip(tasks, ReadItem.objects.bulk_create(items, batch_size=AT_ONCE), strict=True):
        task.item = item
    made: list[Task] = Task.objects.bulk_create(tasks, batch_size=AT_ONCE)
    return made


def _as_read(task: Task, paragraph: int) -> dict[str, Any]:
    """As a directive's JSON has it."""
    rhythms = (
        [{"every": task.recurrence, "text": "hàng tuần (thứ 6)", "weekday": 4}] if task.recurrence else []
    )
    return {
        "assignees": [OWN],
        "leads": [],
        "with": [],
        "action": task.action,
        "deadline": task.deadline and task.deadline.isoformat(),
        "deadline_text": rhythms[0]["text"] if rhythms else "trước ngày",
        "recurrence": task.recurrence or None,
        "rhythms": rhythms,
        "section": "1. Bảo hiểm xã hội huyện",
        "text": task.action,
        "paragraph": paragraph,
        "start": 0,
        "end": len(task.action),
    }


def _task(world: World, directive: Directive, number: int) -> Task:
    told: dict[str, Any] = {
        "by": world.by,
        "directive": directive,
        "document": directive.number,
        "action": f"Việc {number}: " + "rà soát, lập danh sách " * 4,
        "giver": directive.issuer,
    }
    if number % WEEKLY == 0:
        return Task(**told, given_on=TODAY - timedelta(365), recurrence="weekly", weekday=4, day=31, month=12)
    due = date(2025, 1, 1) + timedelta(world.chance.randrange(900))
    return Task(**told, given_on=date(2025, 1, 1), deadline=due, due=due)


def _rows(world: World, tasks: Sequence[Task]) -> list[TaskAssignee]:
    """A row for each task."""
    rows = [_row(world, task) for task in tasks]
    made: list[TaskAssignee] = TaskAssignee.objects.bulk_create(rows, batch_size=AT_ONCE)
    return made


def _row(world: World, task: Task) -> TaskAssignee:
    chance, office = world.chance, world.chance.choice(world.offices)
    done = task.due is not None and chance.random() < DONE
    return TaskAssignee(
        task=task,
        office=office.name,
        office_key=office.key,
        unit=office.unit,
        to=chance.choice(world.people) if chance.random() < HANDED else None,
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


def _move(world: World, row: TaskAssignee) -> TaskMove:
    return TaskMove(
        by=world.by,
        assignee=row,
        was=State.GIVEN.value,
        state=State.ACCEPTED.value,
        on=row.task.given_on,
        note="đã tiếp nhận",
    )


def _obstacle(world: World, number: int) -> Obstacle:
    chance, office = world.chance, world.chance.choice(world.offices)
    passed = chance.random() < 0.5
    return Obstacle(
        by=world.by,
        kind=chance.choice(list(ObstacleKind)).value,
        scheme="BHYT",
        met_by="Trưởng thôn",
        unit=office.unit,
        words=f"Vướng mắc {number}: " + "thẻ cấp chậm, người dân chưa đi khám được " * 2,
        on=TODAY - timedelta(chance.randrange(365)),
        state=(ObstacleState.PASSED if passed else ObstacleState.RECORDED).value,
        office=office.name if passed else "",
        office_key=office.key if passed else "",
        office_unit=office.unit if passed else "",
    )


if __name__ == "__main__":
    main()
