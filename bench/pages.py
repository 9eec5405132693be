"""How fast the pages are, on PostgreSQL and over loopback: of the example district, of a province, and of
10,000 tasks in the district.

`python -m bench.pages`: visitors of all roles log in at `baophu serve` and wander from page to page, 8 and
100 at once. Visitors are a process of their own (see `visitors`); queries are counted in another (`inside`).
"""

import argparse
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bench.processes import Meter, Used
from bench.province import CACHE, Place, add_people, make_ready
from bench.rows import move_rows
from bench.server import BAOPHU, HOST, free_port, serving
from bench.telling import (
    by_page,
    failed,
    percentile,
    print_costs,
    print_failures,
    print_memory,
    print_pages,
    print_profiles,
    print_unvisited,
)
from bench.visitors import Phase, Plan, Seen, Who
from bench.world_of_tasks import TODAY
from tests.postgresql import Cluster, running_cluster

from baophu.base.clock import VARIABLE
from baophu.base.home import Home
from baophu.store.databases import URL_VARIABLE

# Visitors of the last one stay on the pages of directives and tasks.
TASKS = "tasks"
HOMES = ("demo", "province", TASKS)
SEED, PHASE_SECONDS, THINK_SECONDS = 614, 30.0, 1.0
FEW, MANY = 8, 100
PROCESSES = 2
LOG_IN = "/log-in"
SLOW_SECONDS = 0.1
LOOKS_A_PAGE = 4


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for."""

    people: int
    homes: Sequence[str]
    seconds: float
    think: float
    processes: int = PROCESSES
    profile: bool = False

    def phases(self) -> list[Phase]:
        return [
            Phase("warming up", FEW, self.seconds / 2),
            Phase(f"{FEW} visitors without think time", FEW, self.seconds),
            Phase(f"{MANY} visitors, {self.think:g} s to think", MANY, self.seconds, self.think),
            Phase(f"{MANY} visitors without think time", MANY, self.seconds),
        ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_people(parser)
    parser.add_argument("--homes", nargs="+", choices=HOMES, default=HOMES)
    parser.add_argument("--seconds", type=float, default=PHASE_SECONDS, help="length of each phase")
    parser.add_argument("--think", type=float, default=THINK_SECONDS, help="mean seconds to think")
    parser.add_argument("--processes", type=int, default=PROCESSES, help="that serve pages")
    parser.add_argument("--profile", action="store_true", help="show where slow pages spend their time")
    measure_pages(Options(**vars(parser.parse_args())))


def measure_pages(options: Options) -> None:
    """Measure the pages in each home and print the tables."""
    # Whoever stops it stops the server and PostgreSQL with it.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with running_cluster(port=free_port(), settings="") as cluster:
        looks = {name: _measure_home(name, cluster, options) for name in options.homes}
    print_costs(looks)


def home_of(name: str, people: int) -> Home:
    """The home, made where it is not there yet, with a build by this version of the code."""
    if name in ("demo", TASKS):
        home = Home(CACHE / "demo" / "home")
        if not home.exists():
            subprocess.run([BAOPHU, "demo", "--home", str(home.root)], check=True, capture_output=True)
    else:
        place = Place(people)
        make_ready(place)
        home = place.home
    subprocess.run([BAOPHU, "build", "--home", str(home.root)], check=True, capture_output=True)
    return home


def _measure_home(name: str, cluster: Cluster, options: Options) -> list[dict[str, Any]]:
    """Print one home's tables; its pages as seen from inside."""
    home, url = home_of(name, options.people), cluster.url(cluster.make_database())
    move_rows(home, url)
    environment = os.environ | {URL_VARIABLE: url}
    if name == TASKS:
        environment[VARIABLE] = TODAY.isoformat()
    ready = _told_by(["bench.accounts", str(home.root), str(MANY), str(SEED)], environment)
    accounts = [Who(**who) for who in ready["accounts"]]
    routes = ready["routes"]
    if name == TASKS:
        module = [sys.executable, "-m", "bench.world_of_tasks", str(home.root), str(SEED)]
        subprocess.run(module, env=environment, check=True)
        routes = [route for route in routes if route[0] in ready["work"]]
    visited: list[Visited] = []
    with serving(home, environment, options.processes) as server:
        meter = Meter(server.web, cluster.pid)
        plan = Plan(HOST, server.port, SEED, LOG_IN, accounts, options.phases(), routes)
        for some in visits(plan):
            used = meter.read()
            print(f"\n{name}, {some.phase}: {_pace(some, used)}")
            print_pages(some.seen)
            visited.append(some)
        print_memory((server.names[pid], peak) for pid, peak in server.peaks.items())
    seen = [one for some in visited for one in some.seen]
    print_unvisited([page for page, _pattern in routes], seen)
    print_failures(seen)
    slow = _slow(visited) if options.profile else set()
    looks: list[dict[str, Any]] = _told_by(
        ["bench.inside", str(home.root)], environment, _to_look_at(seen, slow)
    )
    print_profiles(looks)
    return looks


def _told_by(module: list[str], environment: Mapping[str, str], asked: Any = None) -> Any:
    """What a process of our own tells as JSON."""
    done = subprocess.run(
        [sys.executable, "-m", *module],
        env=dict(environment),
        input=json.dumps(asked),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


@dataclass(frozen=True, slots=True)
class Visited:
    """What so many visitors saw in a phase of so many seconds."""

    phase: str
    visitors: int
    seconds: float
    seen: list[Seen]


def visits(plan: Plan) -> Iterator[Visited]:
    """Let the visitors do their rounds; each phase as it ends."""
    command = [sys.executable, "-m", "bench.visitors"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin and process.stdout
        process.stdin.write(json.dumps(asdict(plan)))
        process.stdin.close()
        for line in process.stdout:
            told = json.loads(line)
            seen = [Seen(**one) for one in told["seen"]]
            yield Visited(told["phase"], told["visitors"], told["seconds"], seen)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)


def _pace(visited: Visited, used: Used) -> str:
    """Pages a second, what one costs, and whether the machine had other things to do."""
    web, database = (seconds / len(visited.seen) * 1000 for seconds in (used.web, used.database))
    return (
        f"{len(visited.seen) / visited.seconds:.0f} pages a second, each {web:.1f} ms of a core for the web "
        f"and {database:.1f} ms for PostgreSQL; {used.others / visited.seconds:.1f} cores were busy with "
        "something else"
    )


def _slow(visited: Sequence[Visited]) -> set[str]:
    """The pages that take too long for a few visitors at once."""
    seen = [one for some in visited if some.visitors == FEW for one in some.seen]
    return {
        page
        for page, some in by_page(seen).items()
        if percentile(sorted(one.seconds for one in some), 95) > SLOW_SECONDS
    }


def _to_look_at(seen: Sequence[Seen], slow: set[str]) -> list[tuple[str, str, str, bool]]:
    """Some addresses of each page, the slowest first; of a slow page the first is profiled too."""
    looks = []
    for page, some in by_page(one for one in seen if not failed(one)).items():
        if page.startswith("POST "):
            continue
        ordered = sorted(some, key=lambda one: -one.seconds)
        addresses = list(dict.fromkeys((one.who, one.at) for one in ordered))[:LOOKS_A_PAGE]
        looks += [(page, who, at, page in slow and place == 0) for place, (who, at) in enumerate(addresses)]
    return looks


if __name__ == "__main__":
    main()
