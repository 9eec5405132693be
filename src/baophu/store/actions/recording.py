"""The audit row that every write carries with it."""

from django.db import connection

from baophu.store.models import Account, AuditEntry


def record(*, by: Account, action: str, object: str, **values: object) -> None:
    """Write the audit row of an action, inside the action's own transaction.

    `object` names what was written (a key, a list, an account); `values` are plain JSON and hold no
    personal data. Raises RuntimeError outside a transaction: an audit row must fall with its action.
    """
    if not connection.in_atomic_block:
        raise RuntimeError(f"{action} is audited outside a transaction")
    AuditEntry.objects.create(by=by, action=action, object=object, values=values)
