"""Tables made of rows in Python, for a session to add."""

from collections.abc import Iterable

import pyarrow as pa


def table_of(schema: pa.Schema, rows: Iterable[tuple[object, ...]]) -> pa.Table:
    """The rows, each with its values in the order of the schema; there may be none."""
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)
