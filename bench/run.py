"""Everything that is measured, printed as tables. Run by `make bench`.

Each stage of the job on the full example, each in a process of its own: rows are the accepted rows of all
lists, for every stage; the peak of a stage of the build is that of a process that ends with it: what the
stages before it needed is in it. Then lists of many rows (`lists`), the linkage on a known world
(`linking`), the stages on a province (`province`), and the pages (`pages`).
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from dataclasses import asdict, dataclass, replace
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import linking, province
from bench.lists import measure_lists
from bench.pages import HOMES, PHASE_SECONDS, THINK_SECONDS, Options, measure_pages
from bench.processes import KIBIBYTES_IN_A_MEBIBYTE

from baophu.base.home import Home
from baophu.builds.run import run
from baophu.cli.asking import Asked, ask
from baophu.cli.output import as_table
from baophu.cli.report import make_week
from baophu.lists.keeping import keep
from baophu.lists.reading import read_file
from baophu.store.models import ReceivedList
from baophu.store.questions import home_places
from baophu_examples.known.settings import Settings
from baophu_examples.province import PEOPLE

# Stages of a build, under the names by which it tells of them; its `read` gathers the rows of all lists.
BUILD_STAGES = {
    "gather": "read",
    "link": "link",
    "count": "count",
    "gaps": "gaps",
    "write": "write",
    "index": "index",
}
STAGES = ("read", *BUILD_STAGES, "report")
COLUMNS = {
    "stage": "stage",
    "rows": "rows",
    "seconds": "seconds",
    "rows_per_second": "rows/s",
    "peak_mb": "peak MB",
}
SMALL_PROVINCE, SMALL_SECONDS = 20_000, 4.0
WORLD, SMALL_WORLD = 1_000_000, 20_000


@dataclass(frozen=True, slots=True)
class Measured:
    """How long a stage took, and the most memory its process held."""

    stage: str
    rows: int
    seconds: float
    peak_mb: float


class Reached(Exception):
    """The stage to be measured has ended; the rest of the build does not matter."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true", help="a tenth of the people, and a few seconds")
    parser.add_argument("--linked", type=int, help=f"residents of the known world, {WORLD:,} without it")
    parser.add_argument("--stage", choices=STAGES, help=argparse.SUPPRESS)
    parser.add_argument("--home", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.stage:
        print(json.dumps(asdict(measure(given.stage, given.home))))
        return
    measure_all(small=given.small)
    print("\nlists of many rows")
    measure_lists(small=given.small)
    linked = given.linked or (SMALL_WORLD if given.small else WORLD)
    print(f"\na known world of {linked:,} people, kept badly")
    linking.show(linking.compare([Settings(linked)], linking.WAYS))
    people, seconds = (SMALL_PROVINCE, SMALL_SECONDS) if given.small else (PEOPLE, PHASE_SECONDS)
    place = province.Place(people)
    province.forget(place, ["build"])
    print(f"\na province of {people:,} people")
    province.show(province.make_ready(place))
    measure_pages(Options(people, HOMES, seconds, THINK_SECONDS))


def measure_all(*, small: bool) -> None:
    """Make the example in a home that is thrown away, and measure every stage on it."""
    with TemporaryDirectory() as scratch:
        home = Path(scratch) / "home"
        baophu = str(Path(sys.executable).with_name("baophu"))
        size = ["--small"] if small else []
        subprocess.run([baophu, "demo", "--home", str(home), *size], check=True, capture_output=True)
        show([in_a_process(stage, home) for stage in STAGES])


def in_a_process(stage: str, home: Path) -> Measured:
    command = [sys.executable, "-m", "bench.run", "--stage", stage, "--home", str(home)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return Measured(**json.loads(done.stdout))


def measure(stage: str, home: Path) -> Measured:
    """Carry out one stage on a home that is ready for it."""
    asked = ask(home, None)
    rows = sum(ReceivedList.standing.values_list("accepted", flat=True))
    with TemporaryDirectory() as scratch:
        seconds = timed(stage, asked, Path(scratch))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Measured(stage, rows, seconds, peak / KIBIBYTES_IN_A_MEBIBYTE)


def timed(stage: str, asked: Asked, scratch: Path) -> float:
    """Seconds that the stage takes; what it writes goes to `scratch`."""
    if stage in BUILD_STAGES:
        return timed_build(BUILD_STAGES[stage], asked, scratch)
    begun = time.perf_counter()
    if stage == "read":
        read_all(asked, Home(scratch))
    else:
        make_week(asked, out=scratch)
    return time.perf_counter() - begun


def read_all(asked: Asked, target: Home) -> None:
    """Read every file of the home again and keep its rows in another one."""
    inputs, places = asked.build.inputs, home_places()
    by_file = sorted(inputs.lists, key=lambda entry: entry.file_hash)
    for file_hash, group in groupby(by_file, key=lambda entry: entry.file_hash):
        entries = list(group)
        kinds = {entry.kind for entry in entries}
        kind = kinds.pop() if len(kinds) == 1 else None
        path = inputs.home.received / file_hash / entries[0].file
        tables = read_file(path, places=places, kind=kind, on=entries[0].as_of)
        keep(target, path, tables, home_provinces=lambda day: ())


def timed_build(stage: str, asked: Asked, scratch: Path) -> float:
    """Seconds of one stage of a build, which ends there."""
    times = [time.perf_counter()]

    def progress(told: str, rows: int) -> None:
        times.append(time.perf_counter())
        if told == stage:
            raise Reached

    try:
        run(replace(asked.build.inputs, home=Home(scratch)), progress)
    except Reached:
        return times[-1] - times[-2]
    raise ValueError(stage)


def show(measured: list[Measured]) -> None:
    """Print the table, with the whole job below the stages."""
    seconds, peak = sum(one.seconds for one in measured), max(one.peak_mb for one in measured)
    whole = Measured("all", measured[0].rows, seconds, peak)
    sys.stdout.write(as_table([as_row(one) for one in (*measured, whole)], COLUMNS))


def as_row(one: Measured) -> dict[str, object]:
    return {
        "stage": one.stage,
        "rows": one.rows,
        "seconds": f"{one.seconds:7.2f}",
        "rows_per_second": round(one.rows / one.seconds),
        "peak_mb": round(one.peak_mb),
    }


if __name__ == "__main__":
    main()
