"""Big lists read, cleaned, checked and kept: time, memory, and how both stand to reading the cells alone.

`python -m bench.lists`. Each file is read in a process of its own, by the library that reads its cells
alone, and by the reader of lists. The memory is that of the process and all its children. How memory grows
with the file is told by files of several lengths.
"""

import argparse
import sys
import time
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import list_files
from bench.processes import watch
from bench.province import CACHE

from baophu.cli.output import as_table

LENGTHS = {".xlsx": (30_000, 100_000), ".csv": (100_000, 300_000, 1_000_000)}
SMALL = {".xlsx": (3_000, 10_000), ".csv": (10_000, 30_000)}
# Seconds, and megabytes where there is a limit of its own, for the longest file of a sort.
BARS = {".xlsx": "4 s, 400 MB", ".csv": "15 s"}
WRITERS: dict[str, Callable[[Path, int], None]] = {
    ".xlsx": list_files.write_xlsx,
    ".csv": list_files.write_csv,
}
COLUMNS = {
    "file": "file",
    "megabytes": "MB",
    "unpacked": "unpacked MB",
    "seconds": "seconds",
    "cpu": "CPU s",
    "plain": "cells alone, CPU s",
    "ratio": "times as much",
    "peak": "peak MB",
    "growth": "growth of peak / of file",
    "bar": "wanted",
}


@dataclass(frozen=True, slots=True)
class Measured:
    """A file with its bytes, packed and unpacked, the seconds and the peak of a process that read it."""

    path: Path
    size: int
    unpacked: int
    seconds: float
    cpu: float
    plain_cpu: float
    peak_mb: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true", help="a tenth of the rows")
    measure_lists(small=parser.parse_args().small)


def measure_lists(*, small: bool) -> None:
    """Make the files where they are not there yet, and print what each takes."""
    lengths = SMALL if small else LENGTHS
    measured = {suffix: [measure(made(suffix, rows)) for rows in some] for suffix, some in lengths.items()}
    rows = [row for suffix, some in measured.items() for row in _rows(some, None if small else BARS[suffix])]
    sys.stdout.write(as_table(rows, COLUMNS))


def made(suffix: str, rows: int) -> Path:
    path = CACHE / "lists" / f"{rows}{suffix}"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_suffix(".making")
        WRITERS[suffix](aside, rows)
        aside.replace(path)
    return path


def measure(path: Path) -> Measured:
    """Time and memory of a process that reads and keeps one file, and of one that reads its cells."""
    *_others, plain = watch([sys.executable, "-m", "bench.list_reading", "cells", str(path)])
    began = time.perf_counter()
    *_others, told = watch([sys.executable, "-m", "bench.list_reading", "list", str(path)])
    seconds = time.perf_counter() - began
    peak = max(told.peak_mb, float(told.line))
    return Measured(path, path.stat().st_size, unpacked(path), seconds, told.cpu, plain.cpu, peak)


def unpacked(path: Path) -> int:
    """The bytes of the file, or of what is packed in it."""
    if not zipfile.is_zipfile(path):
        return path.stat().st_size
    with zipfile.ZipFile(path) as archive:
        return sum(part.file_size for part in archive.infolist())


def _rows(some: Sequence[Measured], bar: str | None) -> list[dict[str, object]]:
    """A line for each file of a sort; the growth is that since the shortest one, by the bytes unpacked."""
    first = some[0]
    return [
        {
            "file": one.path.name,
            "megabytes": f"{one.size / 1e6:.0f}",
            "unpacked": f"{one.unpacked / 1e6:.0f}",
            "seconds": f"{one.seconds:.1f}",
            "cpu": f"{one.cpu:.1f}",
            "plain": f"{one.plain_cpu:.1f}",
            "ratio": f"{one.cpu / one.plain_cpu:.1f}",
            "peak": f"{one.peak_mb:.0f}",
            "growth": f"{(one.peak_mb - first.peak_mb) * 1.048576e6 / (one.unpacked - first.unpacked):.1f}"
            if one is not first
            else None,
            "bar": bar if one is some[-1] else None,
        }
        for one in some
    ]


if __name__ == "__main__":
    main()
