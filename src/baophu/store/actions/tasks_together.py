"""Steps of several tasks at once: each is one of its own, and where one cannot be taken none is."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from django.db import transaction

from baophu.base.errors import UserError
from baophu.base.words import N_
from baophu.directives.states import State
from baophu.store.actions.evidence import add_evidence
from baophu.store.actions.tasks import hand_task, move_task
from baophu.store.models import Account, TaskAssignee, TaskMove

# A task's number, and the due day of the time that is meant.
type Meant = tuple[int, date | None]


class NothingChosen(UserError):
    message = N_("No task was chosen.")
    advice = N_("Tick the tasks that are meant.")
    exit_code = 15


def confirm_tasks(*, by: Account, chosen: Iterable[Meant]) -> list[TaskMove]:
    """Confirm that tasks are done. Raises NothingChosen and what `move_task` raises."""
    meant = list(chosen)
    if not meant:
        raise NothingChosen()
    with transaction.atomic():
        return [move_task(by=by, number=number, to=State.CONFIRMED, due=due) for number, due in meant]


def hand_tasks(*, by: Account, numbers: Iterable[int], to: Account | None) -> list[TaskAssignee]:
    """Hand tasks to someone. Raises NothingChosen and what `hand_task` raises."""
    meant = list(dict.fromkeys(numbers))
    if not meant:
        raise NothingChosen()
    with transaction.atomic():
        return [hand_task(by=by, number=number, to=to) for number in meant]


def move_with_proof(
    *,
    by: Account,
    number: int,
    to: State,
    file: Path,
    due: date | None = None,
    on: date | None = None,
    note: str = "",
) -> TaskMove:
    """Move a task and add a file that proves it. Raises what `move_task` and `add_evidence` raise."""
    with transaction.atomic():
        move = move_task(by=by, number=number, to=to, due=due, on=on, note=note)
        time = move.occurrence.due if move.occurrence else None
        add_evidence(by=by, number=number, file=file, due=time)
        return move
