"""How well, how fast and in how much memory rows are linked, side by side, on known worlds kept badly.

`python -m bench.linking --people 100000 --seeds 1 2 3`; a world that was made is kept, by a name that tells
of its settings and of the code that made it. `named` are on the list of the uncovered, `true` should be.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

import pyarrow.parquet as pq
from bench.province import CACHE

from baophu.cli.output import as_table
from baophu_examples import known
from baophu_examples.known.judge import judge
from baophu_examples.known.later import write_later
from baophu_examples.known.settings import LEVELS, Settings
from baophu_examples.known.world import write

PEOPLE, SEEDS = 100_000, (1,)
# Modules of `bench.linkers`; first the house's own, the last three for comparison.
WAYS = ("register", "pupils", "reviewed", "monthly", "exact", "splink", "lookup")
# This one is measured on the same world a month later.
MONTHLY = "monthly"
# Of the known worlds, the modules that look at one that was made.
AFTERWARDS = ("answers", "judge", "later")
COLUMNS = {
    "way": "way",
    "seed": "seed",
    "precision": "precision",
    "recall": "recall",
    "named": "named",
    "true": "true",
    "verify": "verify",
    "wrong": "wrong/10k",
    "siblings": "siblings/10k",
    "reviews": "reviews/200",
    "f1": "F1 minority/others",
    "links_f1": "links F1",
    "seconds": "seconds",
    "cpu": "CPU s",
    "peak_mb": "peak MB",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE, help="residents of the world")
    parser.add_argument("--seeds", type=int, nargs="+", default=SEEDS)
    parser.add_argument("--level", choices=LEVELS, default="badly", help="how well the lists are kept")
    parser.add_argument("--minority", type=float, default=Settings().minority)
    parser.add_argument("--ways", choices=WAYS, nargs="+", default=list(WAYS))
    given = parser.parse_args()
    worlds = [Settings(given.people, seed, given.minority, LEVELS[given.level]) for seed in given.seeds]
    show(compare(worlds, given.ways))


def compare(worlds: Iterable[Settings], ways: Sequence[str]) -> Iterator[dict[str, object]]:
    """Each way on each world, in a process of its own."""
    for settings in worlds:
        folder = made(settings)
        for way in ways:
            world = _a_month_later(folder) if way == MONTHLY else folder
            yield {"way": way, "seed": settings.seed} | _measured(way, world)


def made(settings: Settings) -> Path:
    """The folder of the world, made now where it is not there."""
    folder = CACHE / f"known-{settings.people}-{settings.seed}-{_mark(settings)}"
    done = folder / "done"
    if not done.exists():
        begun = time.process_time()
        counts = write(folder, settings)
        done.touch()
        print(f"  {folder.name}: {counts} in {time.process_time() - begun:.1f} s of CPU", file=sys.stderr)
    return folder


def _a_month_later(world: Path) -> Path:
    folder = world.with_name(f"{world.name}-later")
    if not (folder / "done").exists():
        write_later(world, folder)
        (folder / "done").touch()
    return folder


def _mark(settings: Settings) -> str:
    """The same for the same world: its settings, and every line of the code that makes it."""
    files = sorted(Path(known.__file__).parent.glob("*.py"))
    code = b"".join(path.read_bytes() for path in files if path.stem not in AFTERWARDS)
    return f"{crc32(code + repr(settings).encode()):08x}"


def _measured(way: str, world: Path) -> dict[str, object]:
    with TemporaryDirectory() as scratch:
        command = [sys.executable, "-m", f"bench.linkers.{way}", str(world), scratch]
        done = subprocess.run(command, check=True, capture_output=True)
        links, uncovered = (
            pq.read_table(Path(scratch) / f"{name}.parquet") for name in ("links", "uncovered")
        )
        told = json.loads(done.stdout)
        verdict = judge(world, links, uncovered, told.get("reviews", 0))
    return {
        "precision": f"{verdict.precision:.4f}",
        "recall": f"{verdict.recall:.4f}",
        "named": verdict.called,
        "true": verdict.uncovered,
        "verify": told.get("verify"),
        "wrong": f"{verdict.wrong_merges:.1f}",
        "siblings": f"{verdict.sibling_merges:.1f}",
        "reviews": f"{verdict.reviews:.2f}",
        "f1": f"{verdict.minority_f1:.3f}/{verdict.others_f1:.3f}",
        "links_f1": f"{verdict.minority_links_f1:.4f}/{verdict.others_links_f1:.4f}",
        "seconds": f"{told['seconds']:.2f}",
        "cpu": f"{told['cpu']:.2f}",
        "peak_mb": round(told["peak_mb"]),
    }


def show(measured: Iterable[dict[str, object]]) -> None:
    sys.stdout.write(as_table(list(measured), COLUMNS))


if __name__ == "__main__":
    main()
