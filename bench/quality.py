"""How right the list of the uncovered is said to be on known worlds, beside what is true.

`python -m bench.quality --people 30000 --seeds 1 2 3`: each level of faults, estimated beside true.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from bench.linkers.measuring import ON, files
from bench.linking import made

from baophu.areas.hamlets import Hamlet
from baophu.base.dates import Interval
from baophu.base.home import Home
from baophu.builds.estimate import Estimate, Range, estimate_of
from baophu.builds.inputs import Inputs, ListEntry
from baophu.builds.run import run
from baophu.cli.output import as_table
from baophu_examples.known.judge import Verdict, judge
from baophu_examples.known.places import HOME_PROVINCES
from baophu_examples.known.settings import LEVELS, Settings

PEOPLE, SEEDS = 30_000, (1, 2, 3)
CALLED = ("uncovered", "lapsed")
COLUMNS = {
    "level": "level",
    "seed": "seed",
    "precision": "precision",
    "estimated": "estimated",
    "holds": "holds",
    "recall": "recall",
    "estimated_recall": "estimated",
    "recall_holds": "holds",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE, help="residents of the world")
    parser.add_argument("--seeds", type=int, nargs="+", default=SEEDS)
    parser.add_argument("--levels", choices=LEVELS, nargs="+", default=list(LEVELS))
    given = parser.parse_args()
    worlds = [
        (level, Settings(given.people, seed, faults=LEVELS[level]))
        for level in given.levels
        for seed in given.seeds
    ]
    sys.stdout.write(as_table(list(compared(worlds)), COLUMNS))


def compared(worlds: Iterable[tuple[str, Settings]]) -> Iterator[dict[str, object]]:
    """For each world the estimate with its range, and the truth."""
    for level, settings in worlds:
        with tempfile.TemporaryDirectory() as scratch:
            told, true = estimated(made(settings), Path(scratch))
        yield {
            "level": level,
            "seed": settings.seed,
            "precision": f"{true.precision:.4f}",
            "estimated": _words(told.precision),
            "holds": told.precision.low <= true.precision <= told.precision.high,
            "recall": f"{true.recall:.4f}",
            "estimated_recall": _words(told.recall),
            "recall_holds": told.recall.low <= true.recall <= told.recall.high,
        }


def _words(found: Range) -> str:
    return f"{found.best:.4f} ({found.low:.4f} to {found.high:.4f})"


def estimated(world: Path, home: Path) -> tuple[Estimate, Verdict]:
    """What a build of the lists of a world says of its list of the uncovered, and what is true of it."""
    built = run(
        Inputs(
            home=Home(home),
            area=f"{HOME_PROVINCES[0]}@2025-07-01",
            lists=_lists(world),
            hamlets=_hamlets(world),
        )
    )
    told = estimate_of(pq.read_table(built.folder / "estimates.parquet").to_pylist())
    gaps = pq.read_table(built.folder / "gaps.parquet")
    called = {row["person"] for row in gaps.to_pylist() if row["why"] in CALLED and row["scheme"] == "BHYT"}
    links = pq.read_table(built.folder / "links.parquet", columns=["list", "row", "person", "kind"])
    of_called = [row for row in links.to_pylist() if row["kind"] == "residents" and row["person"] in called]
    rows = pa.Table.from_pylist([{"list": row["list"], "row": row["row"]} for row in of_called])
    return told, judge(world, links.select(["list", "row", "person"]), rows)


def _lists(world: Path) -> tuple[ListEntry, ...]:
    return tuple(
        ListEntry(Path(file).stem, file, "0" * 64, "", kind, "", ON, Path(file), (), number)
        for number, (kind, file) in enumerate(
            (kind, file) for kind in ("residents", "participants") for file in files(world, kind)
        )
    )


def _hamlets(world: Path) -> tuple[Hamlet, ...]:
    places = {
        (row["unit"], row["hamlet_name"])
        for file in files(world, "residents")
        for row in pq.read_table(file, columns=["unit", "hamlet_name"]).to_pylist()
    }
    return tuple(
        Hamlet(f"{unit}/{name}", unit, f"Thôn {name}", (name,), Interval(), "")
        for unit, name in sorted(places)
    )


if __name__ == "__main__":
    main()
