"""The tables of the pages: times, memory, queries, and what failed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bench.processes import Memory
from bench.visitors import Seen

from baophu.cli.output import as_table

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


def print_pages(seen: Sequence[Seen]) -> None:
    """A line for each page, the slowest first, and one for all."""
    rows = [_row(page, some) for page, some in by_page(seen).items()]
    rows.sort(key=lambda row: -float(str(row["p95"])))
    print(as_table([*rows, _row("all", seen)], PAGE_COLUMNS))


def by_page(seen: Iterable[Seen]) -> dict[str, list[Seen]]:
    found: dict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        found[one.page].append(one)
    return found


def _row(page: str, seen: Sequence[Seen]) -> dict[str, object]:
    times = sorted(one.seconds * 1000 for one in seen)
    return {
        "page": page,
        "n": len(seen),
        "p50": f"{percentile(times, 50):7.1f}",
        "p95": f"{percentile(times, 95):7.1f}",
        "max": f"{times[-1]:7.1f}",
        "errors": sum(map(failed, seen)),
        "kb": f"{sum(one.size for one in seen) / len(seen) / 1000:6.1f}",
    }


def percentile(ordered: Sequence[float], percent: int) -> float:
    """The smallest value that so many of a hundred do not exceed."""
    return ordered[-(-len(ordered) * percent // 100) - 1]


def failed(seen: Seen) -> bool:
    return seen.status == 0 or seen.status >= FAILED


def print_memory(peaks: Iterable[tuple[str, Memory]]) -> None:
    """What the processes of the server have held at most."""
    rows = [{"process": name, "rss": round(peak.rss), "pss": round(peak.pss)} for name, peak in peaks]
    print("\nmemory")
    print(as_table(rows, MEMORY_COLUMNS))


def print_unvisited(pages: Iterable[str], seen: Iterable[Seen]) -> None:
    """The addresses that no page led to: of actions, of what was not there to be shown."""
    missed = sorted(set(pages) - {one.page.removeprefix("POST ") for one in seen})
    if missed:
        print(f"\nnever asked for: {', '.join(missed)}")


def print_failures(seen: Iterable[Seen]) -> None:
    """Who was refused what: a page of theirs should not have led there."""
    refused = {(one.page, one.role, one.status): one.at for one in seen if failed(one)}
    for (page, role, status), at in sorted(refused.items()):
        print(f"failed: {page} for {role}: {status} ({at})")


def print_profiles(looks: Iterable[Mapping[str, Any]]) -> None:
    for look in looks:
        if look["profile"]:
            print(f"\n{look['page']}, {look['account']}\n{look['profile']}")


def print_costs(looks: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """The most of each page, by home: whether it asks or costs more where there are more people."""
    most: dict[str, dict[str, float]] = defaultdict(dict)
    columns = {"page": "page"}
    for home, some in looks.items():
        for heading, fact in ((f"queries, {home}", "queries"), (f"CPU ms, {home}", "cpu_ms")):
            columns[heading] = heading
            for look in some:
                most[look["page"]][heading] = max(most[look["page"]].get(heading, 0), round(look[fact], 1))
    print("\na page by itself, at most")
    rows = [{"page": page} | {heading: cost.get(heading) for heading in columns if heading != "page"}
            for page, cost in sorted(most.items())]  # fmt: skip
    print(as_table(rows, columns))
