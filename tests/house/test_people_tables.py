"""Tables about people open in one place, the engine, and only with a Scope."""

import re

import pytest
from repository import ROOT, files, modules, shown

# Whatever opens a Parquet file; writing one is free.
READERS = re.compile(
    r"\b(?:read_parquet|parquet_scan|read_table|read_schema|ParquetFile|ParquetDataset|from_parquet)\b"
)
MAY_READ = ("src/baophu/engine/",)
# The lists that a build rests on: files and senders, nobody's name.
ABOUT_NOBODY = "lists.parquet"


def test_only_the_engine_opens_parquet() -> None:
    source = [path for path in files() if (ROOT / "src") in path.parents and path.suffix in {".py", ".sql"}]
    opening = [
        f"{shown(path)}:{number}"
        for path in source
        if not shown(path).startswith(MAY_READ)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if READERS.search(line) and ABOUT_NOBODY not in line
    ]
    assert opening == []


@pytest.mark.parametrize("database", ["duckdb", "sqlite3"])
def test_only_the_engine_knows_what_tables_and_index_lie_in(database: str) -> None:
    knowing = [m.name for m in modules().values() if database in m.imports and m.room != "engine"]
    assert knowing == []
