"""How fast the pages are, on PostgreSQL and over loopback, with the example district and with a province.

`python -m bench.pages`: visitors of all roles log in at `baophu serve` and wander from page to page, 8 and
100 at once. Visitors are a process of their own (see `visitors`); queries are counted in another (`inside`).
"""

import argparse
import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bench.processes import Memory
from bench.province import CACHE, Place, add_people, make_ready
from bench.rows import move_rows
from bench.server import BAOPHU, HOST, Server, free_port, serving
from bench.visitors import Phase, Plan, Seen, Who
from tests.postgresql import running_cluster

from baophu.base.home import Home
from baophu.cli.output import as_table
from baophu.store.databases import URL_VARIABLE

HOMES = ("demo", "province")
SEED, PHASE_SECONDS, THINK_SECONDS = 614, 30.0, 1.0
FEW, MANY = 8, 100
LOG_IN = "/log-in"
SLOW_SECONDS = 0.1
LOOKS_A_PAGE = 4
FAILED = 400
PAGE_COLUMNS = {
    "page": "page",
    "n": "n",
    "p50": "p50 ms",
    "p95": "p95 ms",
    "max": "max ms",
    "errors": "errors",
    "kb": "KB",
}
MEMORY_COLUMNS = {"process": "process", "rss": "peak RSS MB", "pss": "peak PSS MB"}


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for."""

    people: int
    homes: Sequence[str]
    seconds: float
    think: float
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
    parser.add_argument("--profile", action="store_true", help="show where slow pages spend their time")
    measure_pages(Options(**vars(parser.parse_args())))


def measure_pages(options: Options) -> None:
    """Measure the pages in each home and print the tables."""
    queries: dict[str, dict[str, int]] = {}
    with running_cluster(port=free_port(), settings="") as cluster:
        for name in options.homes:
            home = home_of(name, options)
            url = cluster.url(cluster.make_database())
            move_rows(home, url)
            queries[name] = _measure_home(name, home, url, options)
    print_queries(queries)


def home_of(name: str, options: Options) -> Home:
    """The home, made where it is not there yet, with a build by this version of the code."""
    if name == "demo":
        home = Home(CACHE / "demo" / "home")
        if not home.exists():
            subprocess.run([BAOPHU, "demo", "--home", str(home.root)], check=True, capture_output=True)
    else:
        place = Place(options.people)
        make_ready(place)
        home = place.home
    subprocess.run([BAOPHU, "build", "--home", str(home.root)], check=True, capture_output=True)
    return home


def _measure_home(name: str, home: Home, url: str, options: Options) -> dict[str, int]:
    """Print one home's tables; the most queries of each page."""
    environment = os.environ | {URL_VARIABLE: url}
    ready = _told_by(["bench.accounts", str(home.root), str(MANY), str(SEED)], environment)
    accounts = [Who(**who) for who in ready["accounts"]]
    seen: list[Seen] = []
    with serving(home, environment) as server:
        plan = Plan(HOST, server.port, SEED, LOG_IN, accounts, options.phases(), ready["routes"])
        for visited in visits(plan):
            print_visited(name, visited)
            seen += visited.seen
        print_memory(server)
    print_unvisited([page for page, _pattern in ready["routes"]], seen)
    print_failures(seen)
    looks = _told_by(["bench.inside", str(home.root)], environment, to_look_at(seen, options.profile))
    for look in looks:
        print(look["profile"], end="")
    return most_queries(looks)


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
    """What visitors saw in a phase of so many seconds."""

    phase: str
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
            yield Visited(told["phase"], told["seconds"], [Seen(**one) for one in told["seen"]])
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)


def print_visited(home: str, visited: Visited) -> None:
    """A line for each page, the slowest first, and one for all."""
    by_page = _by_page(visited.seen)
    rows = sorted(
        (_row(page, seen) for page, seen in by_page.items()), key=lambda row: -float(str(row["p95"]))
    )
    rate = len(visited.seen) / visited.seconds if visited.seconds else 0
    print(f"\n{home}, {visited.phase}: {rate:.0f} pages a second")
    print(as_table([*rows, _row("all", visited.seen)], PAGE_COLUMNS))


def _by_page(seen: Iterable[Seen]) -> dict[str, list[Seen]]:
    found: dict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        found[one.page].append(one)
    return found


def _row(page: str, seen: list[Seen]) -> dict[str, object]:
    times = sorted(one.seconds * 1000 for one in seen)
    return {
        "page": page,
        "n": len(seen),
        "p50": f"{percentile(times, 50):7.1f}",
        "p95": f"{percentile(times, 95):7.1f}",
        "max": f"{times[-1]:7.1f}",
        "errors": sum(_failed(one) for one in seen),
        "kb": f"{sum(one.size for one in seen) / len(seen) / 1000:6.1f}",
    }


def percentile(ordered: list[float], percent: int) -> float:
    """The smallest value that so many of a hundred do not exceed."""
    return ordered[-(-len(ordered) * percent // 100) - 1]


def _failed(seen: Seen) -> bool:
    return seen.status == 0 or seen.status >= FAILED


def print_memory(server: Server) -> None:
    rows = [_held(server.names[pid], peak) for pid, peak in server.peaks.items() if pid in server.names]
    print("\nmemory")
    print(as_table(rows, MEMORY_COLUMNS))


def _held(name: str, peak: Memory) -> dict[str, object]:
    return {"process": name, "rss": round(peak.rss), "pss": round(peak.pss)}


def print_unvisited(pages: list[str], seen: list[Seen]) -> None:
    """The addresses that no page led to: of actions, of what was not there to be shown."""
    missed = sorted(set(pages) - {one.page.removeprefix("POST ") for one in seen})
    if missed:
        print(f"\nnever asked for: {', '.join(missed)}")


def print_failures(seen: list[Seen]) -> None:
    """Who was refused what: a page of theirs should not have led there."""
    refused = {(one.page, one.role, one.status): one.at for one in seen if _failed(one)}
    for (page, role, status), at in sorted(refused.items()):
        print(f"failed: {page} for {role}: {status} ({at})")


def to_look_at(seen: list[Seen], profiled: bool) -> list[tuple[str, str, str, bool]]:
    """Some addresses of each page for each role; of slow pages the slowest address is profiled too."""
    looks = []
    for page, every in _by_page(one for one in seen if one.status == 200).items():
        every.sort(key=lambda one: -one.seconds)
        slow = percentile(sorted(one.seconds for one in every), 95) > SLOW_SECONDS
        addresses = list({(one.who, one.at): None for one in every})[:LOOKS_A_PAGE]
        looks += [
            (page, who, at, profiled and slow and place == 0) for place, (who, at) in enumerate(addresses)
        ]
    return [look for look in looks if not look[0].startswith("POST ")]


def most_queries(looks: list[dict[str, Any]]) -> dict[str, int]:
    most: dict[str, int] = {}
    for look in looks:
        most[look["page"]] = max(most.get(look["page"], 0), look["queries"])
    return most


def print_queries(queries: dict[str, dict[str, int]]) -> None:
    """Side by side, so that it shows whether a page asks more where there are more people."""
    print("\nmost queries of a page")
    pages = sorted({page for counted in queries.values() for page in counted})
    rows = [{"page": page} | {home: counted.get(page) for home, counted in queries.items()} for page in pages]
    print(as_table(rows, {"page": "page"} | {home: home for home in queries}))


if __name__ == "__main__":
    main()
