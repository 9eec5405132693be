"""Which findings of supervision someone sees, and what became of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Q, QuerySet

from baophu.base.clock import today
from baophu.base.errors import NotThere
from baophu.base.scope import Scope
from baophu.base.words import N_
from baophu.directives.states import DONE, Mark, State, marks
from baophu.store.models import Account, SupervisionFinding, TaskAssignee
from baophu.store.permissions import may
from baophu.store.questions import the_office
from baophu.store.scopes import scope_of
from baophu.store.tasks import seen_by


class NoSuchFinding(NotThere):
    message = N_("There is no finding {number}.")
    advice = N_("See the numbers with “baophu findings”.")
    exit_code = 15


class Became(StrEnum):
    """What became of a finding."""

    OPEN = "open"
    ANSWERED = "answered"
    TASK = "task"
    DONE = "done"


BECAME_WORDS = {
    Became.OPEN: N_("not taken up yet"),
    Became.ANSWERED: N_("answered"),
    Became.TASK: N_("task given"),
    Became.DONE: N_("task done"),
}


def findings_seen(account: Account, scope: Scope | None = None) -> QuerySet:
    """The findings that an account may read, the newest first: those of its places and of the whole home."""
    scope = scope or scope_of(account)
    rows = SupervisionFinding.objects.select_related("by", "directive").order_by("-on", "-pk")
    if not may(account, "read_findings"):
        return rows.none()
    if scope.units is None:
        return rows
    return rows.filter(Q(by=account) | Q(area__in=["", the_office().area, *scope.units]))


def finding_seen(account: Account, number: int, scope: Scope | None = None) -> SupervisionFinding:
    """One of them. Raises NoSuchFinding."""
    row: SupervisionFinding | None = findings_seen(account, scope).filter(pk=number).first()
    if row is None:
        raise NoSuchFinding(number=number)
    return row


@dataclass(frozen=True, slots=True)
class OfficeTask:
    """How the task of a finding stands in an office; `number` is that of the office's row."""

    number: int
    office: str
    state: State
    due: date | None
    marks: frozenset[Mark]


@dataclass(frozen=True, slots=True)
class Followed:
    """A finding with what became of it; `tasks` are those that whoever asks may see."""

    finding: SupervisionFinding
    became: Became
    tasks: list[OfficeTask]

    @property
    def is_overdue(self) -> bool:
        return any(Mark.OVERDUE in one.marks for one in self.tasks)


def followed(
    account: Account, findings: Iterable[SupervisionFinding], scope: Scope | None = None
) -> list[Followed]:
    """The findings with what became of each, in one query more for however many."""
    found = list(findings)
    tasks = [one.task_id for one in found if one.task_id]
    rows = TaskAssignee.objects.filter(task__in=tasks).select_related("task").order_by("pk")
    seen = set(rows.filter(seen_by(account, scope)).values_list("pk", flat=True)) if tasks else set()
    of_task: dict[int, list[TaskAssignee]] = {}
    for row in rows if tasks else ():
        of_task.setdefault(row.task_id, []).append(row)
    return [_followed(one, of_task.get(one.task_id, []), seen) for one in found]


def _followed(finding: SupervisionFinding, rows: list[TaskAssignee], seen: set[int]) -> Followed:
    states = [State(row.state) for row in rows if not row.supports and row.state != State.WITHDRAWN]
    if rows:
        became = Became.DONE if states and all(state in DONE for state in states) else Became.TASK
    else:
        became = Became.ANSWERED if finding.answer else Became.OPEN
    return Followed(finding, became, [_office_task(row) for row in rows if row.pk in seen])


def _office_task(row: TaskAssignee) -> OfficeTask:
    state = State(row.state)
    said = marks(state, due=row.due, first_due=row.task.due, reported_on=row.reported_on, on=today())
    shown = said - {Mark.OVERDUE} if row.supports else said
    return OfficeTask(row.pk, row.office, state, row.due, shown)
