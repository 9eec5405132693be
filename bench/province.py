"""A home with a generated province of a million people: made once and kept, each stage timed as it is made.

`python -m bench.province`; what is there already is not made again, except where `--again` asks for it.
"""

import argparse
import json
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.processes import watch

from baophu.areas.units import load_areas
from baophu.base.errors import UserError
from baophu.base.home import Home
from baophu.cli.output import as_table
from baophu.lists.reading_many import Request, read_many
from baophu.store.actions.builds import build
from baophu.store.actions.lists import keep_lists
from baophu.store.actions.office import make_home
from baophu.store.actions.places import set_class
from baophu.store.actions.targets import set_target
from baophu.store.models import Account
from baophu.store.opening import open_home
from baophu.store.questions import account_named
from baophu_examples import province

CACHE = Path("~/.cache/baophu-bench").expanduser()
STAGES = ("lists", "receive", "build")
COLUMNS = {
    "stage": "stage",
    "rows": "rows",
    "seconds": "seconds",
    "cpu": "CPU s",
    "rows_per_second": "rows/s",
    "peak_mb": "peak MB",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a province of a size is kept: its lists, and the home that received them."""

    people: int

    @property
    def folder(self) -> Path:
        return CACHE / f"province-{self.people}"

    @property
    def lists(self) -> Path:
        return self.folder / "lists"

    @property
    def home(self) -> Home:
        return Home(self.folder / "home")

    def done(self, stage: str) -> Path:
        """The mark that a stage has ended; what it made is whole only where the mark is."""
        return self.folder / f"{stage}.done"


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage as measured: its own seconds, the processor time and the peak of all its processes."""

    name: str
    rows: int
    seconds: float
    cpu: float
    peak_mb: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_people(parser)
    parser.add_argument("--again", choices=STAGES, help="make this stage and those after it again")
    parser.add_argument("--stage", choices=STAGES, help=argparse.SUPPRESS)
    given = parser.parse_args()
    place = Place(given.people)
    if given.stage:
        carry_out(given.stage, place)
        return
    if given.again:
        forget(place, STAGES[STAGES.index(given.again) :])
    show(make_ready(place))


def add_people(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--people", type=int, default=province.PEOPLE, help="residents of the province")


def forget(place: Place, stages: Iterable[str]) -> None:
    """Let these stages count as not made."""
    for stage in stages:
        place.done(stage).unlink(missing_ok=True)


def make_ready(place: Place) -> list[Stage]:
    """Make what is missing; every stage as measured when it was made."""
    return [stage for name in STAGES for stage in _made(place, name)]


def _made(place: Place, name: str) -> list[Stage]:
    mark = place.done(name)
    if not mark.exists():
        stages = list(_measure(place, name))
        mark.write_text(json.dumps([asdict(stage) for stage in stages]))
    return [Stage(**facts) for facts in json.loads(mark.read_text())]


def _measure(place: Place, name: str) -> Iterator[Stage]:
    """Carry out a stage in a process of its own; it tells of each part of it as the part ends."""
    command = [sys.executable, "-m", "bench.province", "--people", str(place.people), "--stage", name]
    cpu = 0.0
    for told in watch(command):
        part, rows, seconds = told.line.split("\t")
        print(f"  {part}: {seconds} s", file=sys.stderr)
        yield Stage(part, int(rows), float(seconds), told.cpu - cpu, told.peak_mb)
        cpu = told.cpu


def carry_out(stage: str, place: Place) -> None:
    """One stage; each part of it is told in a line: name, rows, seconds."""
    {"lists": _write_lists, "receive": _receive, "build": _build}[stage](place, Teller())


class Teller:
    """Tells of parts as they end."""

    def __init__(self) -> None:
        self._since = time.perf_counter()

    def __call__(self, part: str, rows: int) -> None:
        now = time.perf_counter()
        print(part, rows, f"{now - self._since:.2f}", sep="\t", flush=True)
        self._since = time.perf_counter()


def _write_lists(place: Place, tell: Teller) -> None:
    shutil.rmtree(place.lists, ignore_errors=True)
    province.make(place.lists, place.people)
    tell("lists written", place.people)


def _receive(place: Place, tell: Teller) -> None:
    """A new home with its decisions receives every list."""
    shutil.rmtree(place.home.root, ignore_errors=True)
    by = make_home(home=place.home, area=province.AREA, on=province.ON).operator
    _decide(by)
    tell("home made", 1)
    requests = [Request(path) for path in sorted(place.lists.iterdir())]
    rows = 0
    for request, tables in zip(requests, read_many(requests, province.AREA), strict=True):
        if isinstance(tables, UserError):
            raise tables
        keep_lists(by=by, path=request.path, tables=tables)
        rows += sum(table.accepted for table in tables)
    tell("received", rows)


def _decide(by: Account) -> None:
    areas = load_areas()
    for one in province.given_classes():
        key = areas.unit(str(one.place), province.ON).key
        set_class(by=by, kind=one.kind, value=one.value, place=key, source=one.source)
    for target in province.given_targets():
        set_target(by=by, **target)


def _build(place: Place, tell: Teller) -> None:
    """A whole build, whatever was built before; the person numbers of an earlier one are read."""
    for earlier in place.home.builds.iterdir():
        shutil.rmtree(earlier)
    open_home(place.home)
    build(by=account_named(None), progress=tell)
    tell("published", place.people)


def show(stages: list[Stage]) -> None:
    sys.stdout.write(as_table([as_row(stage) for stage in stages], COLUMNS))


def as_row(stage: Stage) -> dict[str, object]:
    return {
        "stage": stage.name,
        "rows": stage.rows,
        "seconds": f"{stage.seconds:7.1f}",
        "cpu": f"{stage.cpu:7.1f}",
        "rows_per_second": round(stage.rows / stage.seconds) if stage.seconds else None,
        "peak_mb": round(stage.peak_mb),
    }


if __name__ == "__main__":
    main()
