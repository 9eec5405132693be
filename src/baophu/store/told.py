"""What somebody was told of tasks."""

from datetime import date, datetime
from typing import NamedTuple

from baophu.store.models import Account, Told


class ToldOf(NamedTuple):
    """A notice as its reader sees it; `on` is the day it was told."""

    number: int
    read_at: datetime | None
    stage: str
    due: date
    on: date
    office: str
    action: str


_COLUMNS = (
    "pk", "read_at", "notice__stage", "notice__due", "notice__on", "notice__assignee__office",
    "notice__assignee__task__action",
)  # fmt: skip


def unread_count(account: Account) -> int:
    """How many notices to an account were not read yet."""
    return int(Told.objects.filter(account=account, read_at=None).count())


def told_to(account: Account, most: int, before: int | None = None) -> list[ToldOf]:
    """The notices to an account, newest first, those of one day by due day; `before` is the number of one."""
    rows = Told.objects.filter(account=account)
    if before is not None:
        rows = rows.filter(pk__lt=before)
    return [ToldOf(*row) for row in rows.order_by("-pk").values_list(*_COLUMNS)[:most]]
