"""One task as an office has it: what is asked, how it stands, what this visitor may do, what became of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from baophu.areas.units import load_areas
from baophu.base.clock import today
from baophu.base.scope import Purpose
from baophu.coverage.words import SCHEME_WORDS, scheme_words
from baophu.directives.states import OPEN, Party, State, moves
from baophu.store.actions.evidence import places_seen, removable
from baophu.store.actions.tasks import can_undo
from baophu.store.models import TaskAssignee, TaskEvidence, TaskMove, TaskOccurrence
from baophu.store.newest import own_office
from baophu.store.questions import the_office
from baophu.store.task_offices import NamedOffice, only_received, parties
from baophu.store.task_people import people_for
from baophu.store.task_story import all_evidence_of, story
from baophu.store.tasks import Due, assignee_seen, due_of, seen_by
from baophu.web.door import page
from baophu.web.given import day_in, number_in
from baophu.web.rendering import show
from baophu.web.tasks.proofs import proof_of
from baophu.web.tasks.told import event_words, move_words, words
from baophu.web.visitor import Visitor

TIMES_AHEAD, TIMES_PAST = 5, 10
# Of a recurring task these are said of the task, the others of each time.
OF_THE_WHOLE = frozenset({State.ACCEPTED, State.WITHDRAWN, State.GIVEN})


@dataclass(frozen=True, slots=True)
class Step:
    """A move that the visitor may make; `due` names the time that it is of."""

    to: State
    words: str
    due: date | None


@page(Purpose.STEER, Purpose.VISIT)
def task(request: Any, number: int) -> HttpResponse:
    """The task of an office; of a recurring one the time that is due on a day. Raises NoSuchTask."""
    return show_task(request, number)


def show_task(request: Any, number: int, *, error: str = "") -> HttpResponse:
    """The page, or the page again with what was wrong with a form on it."""
    visitor: Visitor = request.visitor
    row, day = assignee_seen(visitor.account, number, visitor.scope), today()
    time = _time(row, request)
    acting = parties(visitor.account, visitor.scope, own_office(), row, row.task)
    office = NamedOffice(row.office, row.office_key, row.unit)
    received = only_received(visitor.account, visitor.scope, own_office(), office, row.task.giver, row.to_id)
    one = due_of(row, time, day)
    evidence = all_evidence_of(row)
    proofs = [proof_of(visitor, each) for each in evidence if each.removed_at is None]
    moved = _moved(request, row)
    return show(
        request, "tasks/task.html", status=400 if error else 200, row=row, task=row.task, one=one, time=time,
        steps=_steps(row, time, acting), acting=acting, GIVER=Party.GIVER,
        may_extend=Party.GIVER in acting and row.due and not row.task.recurrence and State(row.state) in OPEN,
        others=_others(visitor, row, time, day), **_times(row, request, day), proofs=proofs,
        ready=Party.ASSIGNEE in acting and one.state in OPEN and any(proof.is_reached for proof in proofs),
        people=[] if received else people_for(office) if acting else [], gives_back=received,
        story=story(row, evidence), areas=_areas(visitor, row) if acting else [], schemes=list(SCHEME_WORDS),
        scheme_words=scheme_words, error=error, given=request.POST, day_of=day,
        moved=moved, last=None if moved else _last_own(visitor, row, time), removed=_removed(request, row),
        gone=[each for each in evidence if each.removed_at is not None],
        removable=removable(visitor.account, row, acting, evidence),
        directive=_directive_address(visitor, row), event_words=event_words, **words(),
    )  # fmt: skip


def _time(row: TaskAssignee, request: Any) -> TaskOccurrence | None:
    """The time that is asked for, else the first that is open, else the last."""
    if not row.task.recurrence:
        return None
    given = day_in(request.POST.get("due", "") or request.GET.get("due", ""))
    times = row.occurrences.order_by("due")
    asked = times.filter(due=given).first() if given else None
    first: TaskOccurrence | None = asked or times.filter(state__in=OPEN).first() or times.last()
    return first


def _steps(row: TaskAssignee, time: TaskOccurrence | None, acting: frozenset[Party]) -> list[Step]:
    whole, gives = State(row.state), Party.GIVER in acting
    steps = [Step(to, move_words(whole, to, gives=gives), None) for to in moves(acting, whole)]
    if not row.task.recurrence:
        return steps
    steps = [step for step in steps if step.to in OF_THE_WHOLE]
    if time is None or whole == State.WITHDRAWN:
        return steps
    was = State(time.state)
    own = [to for to in moves(acting, was) if to not in OF_THE_WHOLE]
    return [*(Step(to, move_words(was, to, gives=gives), time.due) for to in own), *steps]


def _others(visitor: Visitor, row: TaskAssignee, time: TaskOccurrence | None, day: date) -> list[Due]:
    """How the other offices stand that have the same task, at the same time of it."""
    seen = seen_by(visitor.account, visitor.scope)
    rows = TaskAssignee.objects.filter(seen, task=row.task_id).exclude(pk=row.pk).order_by("pk")
    rows = rows.select_related("task", "to")
    if time is None:
        return [due_of(other, None, day) for other in rows]
    of_row = {
        each.assignee_id: each
        for each in TaskOccurrence.objects.filter(assignee__task=row.task_id, nominal=time.nominal)
    }
    return [due_of(other, of_row.get(other.pk), day) for other in rows]


def _times(row: TaskAssignee, request: Any, day: date) -> dict[str, Any]:
    """Of a recurring task the next times and those past, newest first; `before` says where these go on."""
    if not row.task.recurrence:
        return {"ahead": [], "past": [], "more_past": None}
    until = min(day_in(request.GET.get("before", "")) or day, day)
    times = row.occurrences.order_by("due")
    ahead = list(times.filter(due__gte=day)[:TIMES_AHEAD])
    past = list(times.filter(due__lt=until).reverse()[: TIMES_PAST + 1])
    more = past[TIMES_PAST - 1].due if len(past) > TIMES_PAST else None
    told = [[due_of(row, each, day) for each in some] for some in (ahead, past[:TIMES_PAST])]
    return {"ahead": told[0], "past": told[1], "more_past": more}


def _areas(visitor: Visitor, row: TaskAssignee) -> list[tuple[str, str]]:
    """The places whose figure may prove a task: the office's commune, else the home and its communes."""
    areas, given = load_areas(), row.task.given_on
    home = areas.unit(the_office().area)
    keys = [row.unit] if row.unit else [home.key, *(unit.key for unit in areas.extent(home, given))]
    return [(unit.key, unit.name) for unit in places_seen(visitor.scope, keys, given)]


def _moved(request: Any, row: TaskAssignee) -> TaskMove | None:
    """The step that was just made, where it can be taken back."""
    number = number_in(request.GET.get("moved", ""))
    made: TaskMove | None = row.moves.filter(pk=number, by=request.visitor.account).first()
    return made if made and can_undo(row, made) else None


def _last_own(visitor: Visitor, row: TaskAssignee, time: TaskOccurrence | None) -> TaskMove | None:
    """The last step of what is shown, where the visitor made it and can take it back."""
    made: TaskMove | None = row.moves.filter(occurrence=time).order_by("-pk").first()
    own = made is not None and made.by_id == visitor.account.pk and visitor.may("undo_task_move")
    return made if made and own and can_undo(row, made) else None


def _removed(request: Any, row: TaskAssignee) -> TaskEvidence | None:
    """The evidence that was just removed."""
    number = number_in(request.GET.get("removed", ""))
    found: TaskEvidence | None = row.evidence.filter(pk=number, removed_at__isnull=False).first()
    return found


def _directive_address(visitor: Visitor, row: TaskAssignee) -> str:
    """The place in the directive where the task was read, for those who may read directives."""
    directive, item = row.task.directive_id, row.task.item_id
    if directive is None or not visitor.allows(Purpose.STEER):
        return ""
    page_of = reverse("directive", kwargs={"number": directive})
    return f"{page_of}#item-{item}" if item else str(page_of)
