"""Which findings of supervision someone sees, and what became of each."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Value, When

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
    advice = N_("See the list of findings.")
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


_ROWS = TaskAssignee.objects.filter(task=OuterRef("task"), supports=False).exclude(
    state=State.WITHDRAWN.value
)
_DONE = [state.value for state in DONE]
# A task that was withdrawn from all is none.
BECAME = Case(
    When(Exists(_ROWS.exclude(state__in=_DONE)), then=Value(Became.TASK.value)),
    When(Exists(_ROWS), then=Value(Became.DONE.value)),
    When(answer="", then=Value(Became.OPEN.value)),
    default=Value(Became.ANSWERED.value),
)


def findings_seen(account: Account, scope: Scope | None = None) -> QuerySet:
    """The findings that an account may read, the newest first: those of its places and of the whole home.

    Each says what `became` of it: its task is done where each office that does not only support has reported
    it done, and none where it was withdrawn from all of these.
    """
    scope = scope or scope_of(account)
    rows = SupervisionFinding.objects.select_related("by", "directive").order_by("-on", "-pk")
    rows = rows.annotate(became=BECAME)
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


def may_be_taken_up(became: str) -> bool:
    """Whether a task may be given for a finding of which that became."""
    return became in (Became.OPEN, Became.ANSWERED)


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


def counts_of(findings: QuerySet) -> Counter[str]:
    """How many findings came to what."""
    counted = findings.order_by().values("became").annotate(count=Count("pk"))
    return Counter({one["became"]: one["count"] for one in counted})


def overdue_of(findings: QuerySet, on: date) -> int:
    """How many offices are late on a day with tasks that findings became."""
    rows = TaskAssignee.objects.filter(task__in=findings.values("task"), supports=False, due__lt=on)
    return rows.filter(reported_on=None).exclude(state=State.WITHDRAWN.value).count()


def followed(
    account: Account, findings: Iterable[SupervisionFinding], scope: Scope | None = None
) -> list[Followed]:
    """Findings of `findings_seen` with what became of each, in two queries for however many."""
    found = list(findings)
    tasks = [one.task_id for one in found if one.task_id]
    rows = TaskAssignee.objects.filter(seen_by(account, scope), task__in=tasks).order_by("pk")
    told = ("task", "pk", "office", "state", "supports", "due", "task__due", "reported_on")
    of_task: dict[int, list[OfficeTask]] = defaultdict(list)
    for task, *row in rows.values_list(*told) if tasks else ():
        of_task[task].append(_office_task(*row))
    return [Followed(one, Became(one.became), of_task[one.task_id]) for one in found]


def _office_task(
    number: int,
    office: str,
    state: str,
    supports: bool,
    due: date | None,
    first_due: date | None,
    reported_on: date | None,
) -> OfficeTask:
    said = marks(State(state), due=due, first_due=first_due, reported_on=reported_on, on=today())
    return OfficeTask(number, office, State(state), due, said - {Mark.OVERDUE} if supports else said)
