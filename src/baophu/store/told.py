"""What somebody was told of tasks."""

from baophu.store.models import Account, Told


def unread_count(account: Account) -> int:
    """How many notices to an account were not read yet."""
    return int(Told.objects.filter(account=account, read_at=None).count())


def told_to(account: Account, most: int, before: int | None = None) -> list[Told]:
    """The notices to an account, newest first, those of one day by due day; `before` is the number of one."""
    rows = Told.objects.filter(account=account)
    if before is not None:
        rows = rows.filter(pk__lt=before)
    return list(rows.select_related("notice__assignee__task").order_by("-pk")[:most])
