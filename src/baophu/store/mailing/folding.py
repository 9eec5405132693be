"""What still waits for a person is folded into their next mail: after days without a mail server one comes.

A mail that a server may have is left as it is (docs/adr/0022-a-mail-is-a-row-first.md).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from baophu.base.clock import now
from baophu.directives.notices import Stage
from baophu.directives.states import State
from baophu.store.mailing.written import Written
from baophu.store.models import Account, Mail, MailState, TaskDueMoved, TaskNotice, Told
from baophu.store.task_notices import Notice
from baophu.store.tasks import due_of

# How near a due day is, in turn: the last one that is reached tells all.
NEARER = (Stage.SOON, Stage.TODAY, Stage.LATE)
type _Time = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class Waiting:
    """The mails that wait for a person, the oldest first, and which of their notices still hold."""

    mails: list[Mail] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def waiting_for(accounts: Iterable[Account], on: date) -> dict[int, Waiting]:
    """Account → what waits for it as it stands on a day; nobody sends it before this transaction ends."""
    found: dict[int, Waiting] = defaultdict(Waiting)
    mails = Mail.objects.select_for_update(of=("self",)).filter(
        to__in=list(accounts), state=MailState.WAITING, is_trial=False, may_be_there=False
    )
    for mail in mails.order_by("pk"):
        found[mail.to_id].mails.append(mail)
    told = Told.objects.filter(mail__in=[mail for one in found.values() for mail in one.mails])
    rows = told.select_related("notice__assignee__task", "notice__assignee__to", "notice__occurrence")
    notices = [(one.account_id, one.notice) for one in rows.order_by("pk")]
    first_days = _first_days([notice for _account, notice in notices])
    for account, row in notices:
        if notice := _still(row, first_days, on):
            found[account].notices.append(notice)
    return dict(found)


def _first_days(rows: Sequence[TaskNotice]) -> dict[_Time, date]:
    """Of those that were told to have moved the day that they had at first."""
    moved = {row.assignee_id for row in rows if row.stage == Stage.MOVED}
    steps = TaskDueMoved.objects.filter(assignee__in=moved, was__isnull=False).order_by("-pk")
    return {(row, time): was for row, time, was in steps.values_list("assignee", "occurrence", "was")}


def _still(row: TaskNotice, first_days: dict[_Time, date], on: date) -> Notice | None:
    """A notice as it reads on a later day; None where it holds no more: done, withdrawn, due another day."""
    due, stage = due_of(row.assignee, row.occurrence, on), Stage(row.stage)
    if due.due is None or due.reported_on or due.state == State.WITHDRAWN:
        return None
    if stage == Stage.MOVED:
        was = first_days.get((due.number, due.occurrence))
        return Notice(due, stage, row.office, was) if was and was != due.due else None
    if due.due != row.due:
        return None
    if stage in NEARER:
        stage = Stage.LATE if due.due < on else Stage.TODAY if due.due == on else Stage.SOON
    return Notice(due, stage, row.office)


def together(waited: Sequence[Notice], new: Sequence[Notice]) -> list[Notice]:
    """What waited with what is new, each once: as near or late as it is by now, moved from its first day."""
    found: dict[tuple[_Time, Stage], Notice] = {}
    for one in (*waited, *new):
        time = one.due.number, one.due.occurrence
        before = found.get((time, one.stage))
        if one.stage in NEARER:
            for passed in NEARER[: NEARER.index(one.stage)]:
                found.pop((time, passed), None)
        found[time, one.stage] = replace(one, was=before.was) if before and before.was else one
    return [one for one in found.values() if one.was is None or one.was != one.due.due]


def fold(mails: Sequence[Mail], written: Written) -> Mail:
    """Let the first of some mails that wait say all of it, and the others go."""
    first, *others = mails
    Told.objects.filter(mail__in=others).update(mail=first)
    Mail.objects.filter(pk__in=[one.pk for one in others]).delete()
    first.subject, first.plain, first.html, first.since = written.subject, written.plain, written.html, now()
    first.save(update_fields=["subject", "plain", "html", "since"])
    return first
