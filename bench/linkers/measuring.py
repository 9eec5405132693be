"""What a linker took, told to the one who started it."""

import argparse
import json
import resource
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from bench.processes import KIBIBYTES_IN_A_MEBIBYTE

from baophu_examples.known.settings import Settings

ON = Settings().on
AT_HOME = "residence IN ('permanent', 'temporary')"


def running(on: date) -> str:
    """The condition for a card that runs on a day, as SQL has it."""
    return f"""("from" IS NULL OR "from" <= DATE '{on}') AND ("to" IS NULL OR DATE '{on}' <= "to")"""


def measured(way: Callable[[Path, Path], dict[str, object]]) -> None:
    """Run a way on the folders of the command line: a known world, and where its links go."""
    parser = argparse.ArgumentParser(description=way.__doc__)
    parser.add_argument("world", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    begun = time.perf_counter()
    told = way(given.world, given.out)
    usage = resource.getrusage(resource.RUSAGE_SELF)
    took = {
        "seconds": float(str(told.pop("linked", time.perf_counter()))) - begun,
        "cpu": usage.ru_utime + usage.ru_stime,
        "peak_mb": usage.ru_maxrss / KIBIBYTES_IN_A_MEBIBYTE,
    }
    print(json.dumps(took | told))


def files(world: Path, kind: str) -> list[str]:
    """The lists of a kind."""
    return [str(path) for path in sorted(world.glob(f"{kind}-*.parquet"))]
