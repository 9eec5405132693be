"""The gate of every write: who may, and the audit row in the same transaction."""

from django.db import connection

from baophu.store.models import Account, AuditEntry
from baophu.store.permissions import BEFORE_LOG_IN, check_may


def record(*, by: Account | None, action: str, object: str, **values: object) -> None:
    """Make sure that `by` may do it and write the audit row, inside the action's own transaction.

    `by` is None only for what happens before log-in. `object` names what was written (a key, a list, an
    account); `values` are plain JSON and hold no personal data. Raises MayNot, and RuntimeError outside a
    transaction: an action falls with its audit row.
    """
    if not connection.in_atomic_block:
        raise RuntimeError(f"{action} is audited outside a transaction")
    if by is not None:
        check_may(by, action)
    elif action not in BEFORE_LOG_IN:
        raise RuntimeError(f"nobody did {action}")
    AuditEntry.objects.create(by=by, action=action, object=object, values=values)
