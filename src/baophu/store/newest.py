"""What was counted in the rows of a home is kept as long as nothing was written: every write is audited."""

from typing import Any

from baophu.store.models import AuditEntry

# No more writes than these are under way at once: where the newest rows are the same ones, so is the rest.
NEWEST = 100


def newest_writes() -> tuple[Any, ...]:
    """What is the same as long as nothing was written."""
    return tuple(AuditEntry.objects.order_by("-pk").values_list("pk", "at")[:NEWEST])
