"""Rows inserted at once come out as they went in, whatever signs they hold."""

import pyarrow as pa
from django.db import transaction

from baophu.base.home import Home
from baophu.store.bulk import insert_rows
from baophu.store.models import PersonIndex

AWKWARD = [None, "", "a\tb", "a\nb", "\\N", "'; DROP TABLE x; --", "đăk rve %s", '"']


def test_awkward_words_and_nothing_at_all(home: Home) -> None:
    table = pa.table(
        {
            "person": pa.array(range(len(AWKWARD)), pa.int64()),
            "name_key": pa.array(AWKWARD),
            "national_id": pa.array(AWKWARD),
            "insurance_number": pa.array([None] * len(AWKWARD), pa.string()),
            "unit": pa.array(AWKWARD),
            "hamlet": pa.array(AWKWARD),
            "status": pa.array(["covered"] * len(AWKWARD)),
        }
    )
    with transaction.atomic():
        insert_rows(PersonIndex, table)
    rows = PersonIndex.objects.order_by("person")
    assert [(one.name_key, one.hamlet) for one in rows] == list(zip(AWKWARD, AWKWARD, strict=True))
    assert {one.insurance_number for one in rows} == {None}


def test_no_rows_are_no_fault(home: Home) -> None:
    empty = pa.table({"person": pa.array([], pa.int64()), "status": pa.array([], pa.string())})
    with transaction.atomic():
        insert_rows(PersonIndex, empty)
    assert not PersonIndex.objects.exists()
