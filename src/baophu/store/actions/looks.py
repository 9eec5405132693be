"""Who looked at whom: written in the same request or command that shows the people."""

from collections.abc import Iterable

from django.db import transaction

from baophu.base.scope import Purpose
from baophu.store.models import Account, Look, LookedAt


def log_looks(*, by: Account, people: Iterable[int], purpose: Purpose, command: str) -> Look:
    """Keep that `command` showed `by` the people with these numbers, for `purpose`."""
    with transaction.atomic():
        look = Look.objects.create(by=by, purpose=purpose.value, command=command)
        LookedAt.objects.bulk_create(LookedAt(look=look, person=person) for person in sorted(set(people)))
    return look
