"""A session of DuckDB: named steps in, tables out. Nothing else in the house knows which engine runs.

A step is a `.sql` file beside its module that holds one SELECT; running it makes the table of the file's
name. What a step needs from outside lies in tables too, so that the same SQL runs on another engine.
"""

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from errno import EIO
from pathlib import Path
from types import TracebackType

import duckdb
import pyarrow as pa

MEMORY_LIMIT = "800MB"
# Memory that a step leaves free beyond this goes back to the system.
FREED_AT_ONCE = "16MB"
THREADS = 2
ROWS_AT_A_TIME = 20_000
_ERRNO = re.compile(r'"errno":"(\d+)"')


class Session:
    """One connection, for one thread. A context manager; `close()` frees everything."""

    def __init__(self) -> None:
        self._duck = duckdb.connect(
            config={
                "threads": THREADS,
                "memory_limit": MEMORY_LIMIT,
                "allocator_flush_threshold": FREED_AT_ONCE,
                "preserve_insertion_order": True,
                "temp_directory": tempfile.gettempdir(),
                "autoinstall_known_extensions": False,
            }
        )

    def __enter__(self) -> "Session":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._duck.close()

    def add(self, name: str, table: pa.Table) -> None:
        """Make `table` known to the steps as `name`, in place of an older one."""
        self._duck.register("_given", table)
        self._duck.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM _given")
        self._duck.unregister("_given")

    def step(self, folder: Path, name: str, into: str | None = None) -> None:
        """Run `<folder>/<name>.sql`; its rows become the table `into` (default: the step's name)."""
        self._duck.execute(f"CREATE OR REPLACE TABLE {into or name} AS {_statement(folder, name)}")

    def view(self, folder: Path, name: str, into: str) -> None:
        """As `step`, but the rows are made each time when `into` is read."""
        self._duck.execute(f"CREATE OR REPLACE VIEW {into} AS {_statement(folder, name)}")

    def append(self, folder: Path, name: str, into: str) -> int:
        """Run a step and add its rows to `into`, column by name; returns how many."""
        rows = self._duck.execute(f"INSERT INTO {into} BY NAME {_statement(folder, name)}").fetchall()
        return int(rows[0][0])

    def ask(self, sql: str) -> pa.Table:
        """The rows of a SELECT."""
        return self._duck.sql(sql).to_arrow_table()

    def stream(self, sql: str) -> tuple[pa.Schema, Iterator[pa.RecordBatch]]:
        """The rows of a SELECT some at a time, for more than memory holds; take all before the next."""
        reader = self._duck.sql(sql).to_arrow_reader(ROWS_AT_A_TIME)
        return reader.schema, iter(reader)

    def value(self, sql: str) -> object:
        """The single value of a SELECT of one row and one column."""
        rows = self._duck.execute(sql).fetchall()
        return rows[0][0]

    def run(self, sql: str) -> None:
        """Run a statement for its effect."""
        self._duck.execute(sql).fetchall()

    def load(self, name: str, files: Iterable[Path], columns: str = "*", where: str = "TRUE") -> None:
        """Make the table `name` from Parquet files; `filename` says which file a row is from."""
        self._duck.execute(
            f"CREATE OR REPLACE TABLE {name} AS SELECT {columns} FROM {parquet(files)} WHERE {where}"
        )

    def watch(self, name: str, files: Iterable[Path]) -> None:
        """As `load`, but the rows are read from the files each time when `name` is."""
        self._duck.execute(f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM {parquet(files)}")

    def write(self, table: str, path: Path, order: str) -> int:
        """Write a table to Parquet in a fixed order; returns how many rows. Raises OSError."""
        rows = f"SELECT * FROM {table} ORDER BY {order}"
        try:
            written = self._duck.execute(
                f"COPY ({rows}) TO {_quoted(str(path))} (FORMAT parquet, COMPRESSION zstd)"
            ).fetchall()
        except duckdb.IOException as error:
            raise _os_error(error, path) from error
        return int(written[0][0])


def _os_error(error: duckdb.IOException, path: Path) -> OSError:
    """What the system said, such as that the disk is full."""
    told = _ERRNO.search(str(error))
    number = int(told[1]) if told else EIO
    return OSError(number, os.strerror(number), str(path))


def parquet(files: Iterable[Path]) -> str:
    """The rows of Parquet files as SQL reads them, each with its `filename`."""
    paths = ", ".join(_quoted(str(path)) for path in files)
    return f"read_parquet([{paths}], union_by_name = true, filename = true)"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _statement(folder: Path, name: str) -> str:
    return (folder / f"{name}.sql").read_text(encoding="utf-8").rstrip().rstrip(";")
