"""Who looked at whom: written in the same request or command that shows the people."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import pyarrow as pa
from django.db import transaction

from baophu.base.scope import Purpose
from baophu.store.bulk import insert_rows
from baophu.store.models import Account, Look, LookedAt

NOT_KNOWN: Mapping[int, str] = MappingProxyType({})


def log_looks(
    *,
    by: Account,
    people: Iterable[int],
    purpose: Purpose,
    command: str,
    units: Mapping[int, str] = NOT_KNOWN,
) -> Look:
    """Keep that `command` showed `by` the people with these numbers, for `purpose`.

    `units` says in which unit each of them lives, for those who may read only the log of their own area.
    """
    seen = sorted(set(people))
    with transaction.atomic():
        look = Look.objects.create(by=by, purpose=purpose.value, command=command)
        columns = {
            "look": [look.pk] * len(seen),
            "person": seen,
            "unit": [units.get(person) or "" for person in seen],
        }
        insert_rows(LookedAt, pa.table(columns))
    return look
