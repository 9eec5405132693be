"""Accepted rows, held as they are or packed, are the same to whoever asks."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from baophu.engine.clean_rows import CleanRows, Gathering

PARTS = [
    pa.table({"row": pa.array([1, 2], pa.int32()), "name": ["A Thui", None]}),
    pa.table({"row": pa.array([3], pa.int32()), "name": ["Y Hương"]}),
    pa.table({"row": pa.array([], pa.int32()), "name": pa.array([], pa.string())}),
]


@pytest.mark.parametrize("parts", [PARTS[:1], PARTS], ids=["as they are", "packed"])
def test_rows(tmp_path: Path, parts: list[pa.Table]) -> None:
    with Gathering() as gathering:
        for part in parts:
            gathering.add(part)
        rows = gathering.rows()
    whole = pa.concat_tables(parts)

    assert rows.table().equals(whole)
    assert rows.column_names == ["row", "name"]
    assert rows.table(["name"]).equals(whole.select(["name"]))
    assert pa.concat_tables(rows.parts(["row"])).equals(whole.select(["row"]))
    assert rows.take([1]).to_pylist() == [{"row": 2, "name": None}]
    rows.write(tmp_path / "rows.parquet")
    assert pq.read_table(tmp_path / "rows.parquet").equals(whole)


def test_no_rows() -> None:
    assert CleanRows(PARTS[2]).table().num_rows == 0
