"""The accepted rows of a table: few as they are, many packed as they will be kept, in Parquet."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

# Rows of a file that are read together: one of them is found without reading many.
ROWS_TOGETHER = 8192
_COMPRESSION = "zstd"


@dataclass(frozen=True, slots=True)
class CleanRows:
    """Rows in their columns. What is asked for comes as tables of its own."""

    _held: pa.Table | pa.Buffer

    @property
    def column_names(self) -> list[str]:
        schema = self._held.schema if isinstance(self._held, pa.Table) else self._file().schema_arrow
        names: list[str] = schema.names
        return names

    def table(self, columns: Sequence[str] | None = None) -> pa.Table:
        """All rows, in some columns or all."""
        if isinstance(self._held, pa.Table):
            return self._held.select(columns) if columns is not None else self._held
        return self._file().read(columns)

    def parts(self, columns: Sequence[str] | None = None) -> Iterator[pa.Table]:
        """All rows in their order, some at a time."""
        if isinstance(self._held, pa.Table):
            yield self.table(columns)
            return
        file = self._file()
        for number in range(file.num_row_groups):
            yield file.read_row_group(number, columns)

    def take(self, places: Sequence[int]) -> pa.Table:
        """Some rows by their places, which ascend."""
        found, start = [], 0
        for part in self.parts():
            first, end = (bisect_left(places, edge) for edge in (start, start + part.num_rows))
            inside = [place - start for place in places[first:end]]
            found.append(part.take(pa.array(inside, pa.int64())))
            start += part.num_rows
        return pa.concat_tables(found)

    def write(self, path: Path) -> None:
        """Write them as a Parquet file."""
        if isinstance(self._held, pa.Table):
            pq.write_table(self._held, path, compression=_COMPRESSION, row_group_size=ROWS_TOGETHER)
        else:
            path.write_bytes(self._held)

    def _file(self) -> pq.ParquetFile:
        return pq.ParquetFile(pa.BufferReader(self._held))


class Gathering:
    """Gathers rows part by part; from the second part on they are packed, beside what else is done.

    A context manager, which frees what it needs for that.
    """

    def __init__(self) -> None:
        self._first: pa.Table | None = None
        # The C library enlarges what it has given without a second copy.
        self._sink = pa.BufferOutputStream(pa.system_memory_pool())
        self._writer: pq.ParquetWriter | None = None
        self._packer = ThreadPoolExecutor(1)  # starts no thread before it is needed
        self._packing: Future[None] | None = None

    def __enter__(self) -> "Gathering":
        return self

    def __exit__(self, *_error: object) -> None:
        self._packer.shutdown()

    def add(self, part: pa.Table) -> None:
        if self._first is None:
            self._first = part
            return
        if self._packing:
            self._packing.result()
        self._packing = self._packer.submit(self._pack, part)

    def rows(self) -> CleanRows:
        """All that were added. To be asked for once, at the end."""
        if self._packing:
            self._packing.result()
        if self._writer is None:
            return CleanRows(self._first)
        self._writer.close()
        return CleanRows(self._sink.getvalue())

    def _pack(self, part: pa.Table) -> None:
        if self._writer is None:
            self._writer = pq.ParquetWriter(self._sink, part.schema, compression=_COMPRESSION)
            self._writer.write_table(self._first)
        self._writer.write_table(part)
