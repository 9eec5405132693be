"""Many rows at once: what Django's `bulk_create` does in seconds these do in tenths."""

from typing import Any

import pyarrow as pa
from django.db import connection
from django.db.models import Model

POSTGRESQL = "postgresql"


def insert_rows(model: type[Model], table: pa.Table) -> None:
    """Insert a table whose columns bear the names of the model's fields. Call it inside a transaction."""
    quote = connection.ops.quote_name
    fields = [model._meta.get_field(name) for name in table.column_names]
    into = f"{quote(model._meta.db_table)} ({', '.join(quote(field.column) for field in fields)})"
    rows = list(zip(*(column.to_pylist() for column in table.columns), strict=True))
    with connection.cursor() as cursor:
        if connection.vendor == POSTGRESQL:
            _copy(cursor, into, rows)
        else:
            marks = ", ".join(["%s"] * len(fields))
            cursor.executemany(f"INSERT INTO {into} VALUES ({marks})", rows)


def _copy(cursor: Any, into: str, rows: list[tuple[object, ...]]) -> None:
    with cursor.copy(f"COPY {into} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
