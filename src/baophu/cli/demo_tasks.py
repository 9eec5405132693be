"""The demo's directives: entered, confirmed, and what offices have done about them since."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from baophu.areas.offices import office_key
from baophu.base.clock import another_day
from baophu.directives.asked import Assigned
from baophu.directives.reading import read_directive
from baophu.directives.states import State
from baophu.directives.told import as_json
from baophu.store.actions.directives import add_directive, judge_item
from baophu.store.actions.evidence import FigureAsked, add_evidence
from baophu.store.actions.obstacles import Met, answer_obstacle, pass_obstacle, record_obstacle
from baophu.store.actions.supervision import Found, record_finding, take_up_finding
from baophu.store.actions.tasks import extend_task, hand_task, move_task
from baophu.store.models import Account, TaskAssignee, Verdict
from baophu.store.questions import account_named
from baophu_examples.konray import Example

type Told = Mapping[str, Any]
# So long after a report it is confirmed.
CONFIRMED_AFTER = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Doers:
    """Who enters what happened: `officer`, what comes on paper; `leader`, that something is confirmed;
    `offices` are the accounts of others, by the key of their office."""

    officer: Account
    leader: Account
    offices: Mapping[str, Account]

    def of(self, row: TaskAssignee, to: State) -> Account:
        return self.leader if to == State.CONFIRMED else self.offices.get(row.office_key, self.officer)


def demo_tasks(example: Example, officer: str, leader: str) -> tuple[int, int]:
    """Enter the directives and what was done about them since; how many directives and tasks there are."""
    own = {
        office_key(told["office"]): account_named(name) for name, told in example.since["accounts"].items()
    }
    doers = Doers(account_named(officer), account_named(leader), own)
    with another_day(example.signing):
        given = sum(_enter(doers.officer, path) for path in example.directives)
        for told in example.since["tasks"]:
            _follow(told, doers)
        for told in example.since["obstacles"]:
            _meet(told, doers.officer)
        for told in example.since["findings"]:
            _find(told, doers.officer)
    return len(example.directives), given


def _enter(by: Account, path: Path) -> int:
    """Enter a directive and accept its tasks; how many. Its targets stand already, by a decision."""
    read = json.loads(json.dumps(as_json(read_directive(path)), default=str))
    directive = add_directive(by=by, read=read, path=path)
    for number in directive.items.filter(kind="task").order_by("position").values_list("pk", flat=True):
        judge_item(by=by, number=number, verdict=Verdict.ACCEPTED, counts_from=directive.issued_on)
    return int(directive.tasks.count())


def _follow(told: Told, doers: Doers) -> None:
    """What the offices have done with one task."""
    found = TaskAssignee.objects.filter(task__action__startswith=told["task"]).select_related("task")
    rows: dict[str, TaskAssignee] = {row.office_key: row for row in found}

    def row_of(office: str) -> TaskAssignee:
        return rows[office_key(office)]

    for office, states in told.get("moves", {}).items():
        for state, day in states.items():
            _move(row_of(office), State(state), day, doers)
    for office, days in told.get("reports", {}).items():
        _report(row_of(office), days, doers)
    for office, until in told.get("extended", {}).items():
        extend_task(by=doers.leader, number=row_of(office).pk, due=until["until"], why=until["why"])
    for office, name in told.get("handed", {}).items():
        hand_task(by=doers.officer, number=row_of(office).pk, to=account_named(name))
    for office, figure in told.get("figure", {}).items():
        add_evidence(by=doers.officer, number=row_of(office).pk, figure=FigureAsked(**figure))
    for office, link in told.get("link", {}).items():
        add_evidence(by=doers.officer, number=row_of(office).pk, link=link)


def _move(row: TaskAssignee, to: State, day: date, doers: Doers) -> None:
    move_task(by=doers.of(row, to), number=row.pk, to=to, on=day)


def _report(row: TaskAssignee, days: Sequence[date], doers: Doers) -> None:
    """The reports of a recurring task, all but the last one confirmed."""
    for day in days:
        _move(row, State.REPORTED, day, doers)
    for day in days[:-1]:
        _move(row, State.CONFIRMED, day + CONFIRMED_AFTER, doers)


def _meet(told: Told, by: Account) -> None:
    """An obstacle is recorded, and where it is told passed on and answered."""
    names = ("kind", "words", "met_by", "place", "scheme")
    row = record_obstacle(by=by, met=Met(**{name: told[name] for name in names}, on=told["day"]))
    if "passed" in told:
        pass_obstacle(by=by, number=row.pk, office=told["passed"])
    if "answer" in told:
        answer_obstacle(by=by, number=row.pk, answer=told["answer"])


def _find(told: Told, by: Account) -> None:
    """A finding is recorded, and becomes a task."""
    names = ("words", "found_by", "asks", "area", "office")
    row = record_finding(by=by, found=Found(**{name: told[name] for name in names}, on=told["day"]))
    take_up_finding(by=by, number=row.pk, offices=[Assigned(told["office"])], deadline=told["deadline"])
