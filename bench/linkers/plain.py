"""A world's lists in DuckDB, and links written from pairs: what the ways but the house's own share."""

from pathlib import Path

import duckdb
from bench.linkers.measuring import AT_HOME, ON, files, running

THREADS = 2


def opened(world: Path) -> duckdb.DuckDBPyConnection:
    """Tables `residents` and `participants`, with their list and a number `id` (the insurer's odd)."""
    duck = duckdb.connect(config={"threads": THREADS})
    for kind, odd in (("residents", 0), ("participants", 1)):
        duck.execute(
            f"CREATE TABLE {kind} AS SELECT 2 * row + {odd} AS id, "
            "regexp_extract(filename, '([^/]+)[.]parquet$', 1) AS list, * EXCLUDE (filename) "
            f"FROM read_parquet({files(world, kind)}, filename = true)"
        )
    return duck


def write(duck: duckdb.DuckDBPyConnection, out: Path) -> None:
    """From `found` (id of the insurer's row, id of the resident's) write the links and the uncovered."""
    duck.execute(
        "CREATE TABLE links AS SELECT list, row, id AS person FROM residents UNION ALL "
        "SELECT list, row, coalesce(f.resident, p.id) FROM participants p LEFT JOIN found f USING (id)"
    )
    duck.execute(
        f"CREATE TABLE uncovered AS SELECT list, row FROM residents WHERE {AT_HOME} AND id NOT IN "
        f"(SELECT f.resident FROM found f JOIN participants p USING (id) WHERE {running(ON)})"
    )
    for table in ("links", "uncovered"):
        duck.execute(f"COPY {table} TO '{out / table}.parquet' (COMPRESSION zstd)")
