"""That offices were told of tasks is kept, so that each is told once of each stage."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from baophu.base.clock import today
from baophu.store.actions.recording import record
from baophu.store.models import Account, TaskNotice
from baophu.store.task_notices import Notice


def note_notices(*, by: Account, notices: Iterable[Notice], on: date | None = None) -> list[Notice]:
    """Keep that these were told; returns those that nobody told before. Raises MayNot.

    Send what it returns in the same transaction: where sending fails nothing was told.
    """
    new = []
    with transaction.atomic():
        for one in notices:
            _row, is_new = TaskNotice.objects.get_or_create(
                assignee_id=one.due.number,
                occurrence_id=one.due.occurrence,
                stage=one.stage.value,
                due=one.due.due,
                defaults={"office": one.office, "on": on or today()},
            )
            new += [one] if is_new else []
        record(by=by, action="note_notices", object="tasks", count=len(new))
    return new
