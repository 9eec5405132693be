"""What is done to a task on its page: it is moved, handed on, extended and proven, and that is taken back."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from baophu.base.errors import NotThere, UserError
from baophu.base.scope import Purpose
from baophu.base.words import N_, _
from baophu.directives.states import NoSuchMove, State
from baophu.store.actions.evidence import OneOfThree, add_evidence, remove_evidence, restore_evidence
from baophu.store.actions.tasks import extend_task, hand_task, move_task, undo_move
from baophu.store.actions.tasks_together import move_with_proof
from baophu.store.kept_texts import kept_path
from baophu.store.models import Account, EvidenceKind, TaskAssignee, TaskMove
from baophu.store.task_people import person_chosen
from baophu.store.tasks import assignee_seen, seen_by
from baophu.web.door import may_do, page
from baophu.web.given import parse_day
from baophu.web.middleware import REFUSED
from baophu.web.tasks.one import show_task
from baophu.web.tasks.proofs import figure_asked, received
from baophu.web.tasks.told import state_words, task_address

FROM_MINE = "mine"
type View = Callable[..., HttpResponse]


class NoNewDay(UserError):
    message = N_("It was not said until when.")
    advice = N_("Write the new due day.")


def _told_on_the_page(view: View) -> View:
    """What is wrong with a form is told on the task's page, with what was given."""

    @wraps(view)
    def answered(request: Any, number: int) -> HttpResponse:
        try:
            return view(request, number)
        except UserError as error:
            if isinstance(error, (NotThere, *REFUSED)):
                raise
            return show_task(request, number, error=error.words())

    return answered


@may_do("move_task")
@require_POST
@_told_on_the_page
def task_move(request: Any, number: int) -> HttpResponse:
    """Move a task, or a time of it, with a file where one is given. Raises what the actions raise."""
    given, by = request.POST, request.visitor.account
    # Whether it may be seen at all is told before anything else.
    row = assignee_seen(by, number, request.visitor.scope)
    to = _state(given.get("to", ""), row)
    told = {
        "by": by,
        "number": number,
        "to": to,
        "due": parse_day(given.get("due", "")),
        "on": parse_day(given.get("on", "")),
        "note": given.get("note", ""),
    }
    file = request.FILES.get("file")
    if file is None:
        made = move_task(**told)
    else:
        with received(file) as path:
            made = move_with_proof(file=path, **told)
    return redirect(_after(request, made))


def _state(text: str, row: TaskAssignee) -> State:
    if text not in State:
        raise NoSuchMove(state=state_words(row.state), to=text, known=[state_words(one) for one in State])
    return State(text)


def _after(request: Any, made: TaskMove) -> str:
    """Back to where the step was made, which offers to take it back."""
    if request.POST.get("next") == FROM_MINE:
        return f"{reverse('my_tasks')}?moved={made.pk}"
    due = made.occurrence.due if made.occurrence else None
    address = task_address(made.assignee_id, due)
    return f"{address}{'&' if due else '?'}moved={made.pk}"


@may_do("undo_task_move")
@require_POST
def task_undo(request: Any, number: int) -> HttpResponse:
    """Take the last step back. Raises NotUndone."""
    step = undo_move(by=request.visitor.account, number=number)
    if request.POST.get("next") == FROM_MINE:
        return redirect("my_tasks")
    return redirect(task_address(step.assignee_id, step.occurrence.due if step.occurrence else None))


@may_do("hand_task")
@require_POST
@_told_on_the_page
def task_hand(request: Any, number: int) -> HttpResponse:
    """Say who does it. Raises NoSuchPerson and what `hand_task` raises."""
    by: Account = request.visitor.account
    # Whether it may be seen at all is told before anything else.
    row = assignee_seen(by, number, request.visitor.scope)
    hand_task(by=by, number=number, to=person_chosen(request.POST.get("to", "")))
    if row.to_id == by.pk and not TaskAssignee.objects.filter(seen_by(by), pk=number).exists():
        messages.success(request, _("Task {number} is given back to its office.").format(number=number))
        return redirect("my_tasks")
    return redirect(task_address(number))


@may_do("extend_task")
@require_POST
@_told_on_the_page
def task_extend(request: Any, number: int) -> HttpResponse:
    """Give more time. Raises NoNewDay and what `extend_task` raises."""
    due = parse_day(request.POST.get("until", ""))
    if due is None:
        raise NoNewDay()
    extend_task(by=request.visitor.account, number=number, due=due, why=request.POST.get("why", ""))
    return redirect(task_address(number))


@may_do("add_evidence")
@require_POST
@_told_on_the_page
def task_prove(request: Any, number: int) -> HttpResponse:
    """Add a file, a link or a figure. Raises what `add_evidence` raises."""
    given, by = request.POST, request.visitor.account
    told = {"by": by, "number": number, "note": given.get("note", ""), "due": parse_day(given.get("due", ""))}
    file, link = request.FILES.get("file"), given.get("link", "").strip()
    if file is not None and link:
        raise OneOfThree()
    if file is not None:
        with received(file) as path:
            add_evidence(file=path, **told)
    elif given.get("area"):
        add_evidence(figure=figure_asked(given), **told)
    else:
        add_evidence(link=link, **told)
    return redirect(f"{task_address(number, told['due'])}#proof")


@may_do("remove_evidence")
@require_POST
def evidence_remove(request: Any, number: int) -> HttpResponse:
    """Let a piece of evidence count no more. Raises NoSuchEvidence, NotInvolved."""
    evidence = remove_evidence(by=request.visitor.account, number=number)
    return redirect(f"{task_address(evidence.assignee_id)}?removed={number}#proof")


@may_do("restore_evidence")
@require_POST
def evidence_restore(request: Any, number: int) -> HttpResponse:
    """Let it count again. Raises NoSuchEvidence, NotInvolved."""
    evidence = restore_evidence(by=request.visitor.account, number=number)
    return redirect(f"{task_address(evidence.assignee_id)}#proof")


@page(Purpose.STEER, Purpose.VISIT)
def evidence_file(request: Any, number: int, evidence: int) -> FileResponse:
    """A file that proves a task, as it came. Raises NoSuchTask."""
    row = assignee_seen(request.visitor.account, number, request.visitor.scope)
    found = row.evidence.filter(pk=evidence, kind=EvidenceKind.FILE.value, removed_at=None).first()
    if found is None or not kept_path(found.file).is_file():
        raise Http404
    return FileResponse(kept_path(found.file).open("rb"), as_attachment=True, filename=found.file.name)
