"""Rows inserted at once come out as they went in, whatever signs they hold."""

import pyarrow as pa
from django.db import transaction

from baophu.base.home import Home
from baophu.store.bulk import insert_rows
from baophu.store.models import PersonNumber

AWKWARD = ["", "a\tb", "a\nb", "\\N", "'; DROP TABLE x; --", "đăk rve %s", '"']


def test_awkward_words_and_nothing_at_all(home: Home) -> None:
    table = pa.table(
        {
            "number": pa.array(range(len(AWKWARD)), pa.int64()),
            "list": pa.array(AWKWARD),
            "row": pa.array(range(len(AWKWARD)), pa.int32()),
        }
    )
    with transaction.atomic():
        insert_rows(PersonNumber, table)
    assert list(PersonNumber.objects.order_by("number").values_list("list", flat=True)) == AWKWARD


def test_no_rows_are_no_fault(home: Home) -> None:
    empty = pa.table({"number": pa.array([], pa.int64()), "list": pa.array([], pa.string())})
    with transaction.atomic():
        insert_rows(PersonNumber, empty)
    assert not PersonNumber.objects.exists()
