"""Visitors in a process of their own: they log in, wander from page to page, and tell how long each took.

A closed model: each visitor waits for a page, thinks, and asks for the next. What they do is told on stdin as
JSON (`Plan`); what they saw comes back on stdout, a line of JSON for each phase.
"""

import json
import random
import re
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from bench.browser import Answer, Browser, Form

SAMPLES = 40  # addresses that a visitor remembers of one page
SITTING = 20  # pages in a row of one account, where there are more accounts than visitors
FILES = 0.02  # how often a file is taken instead of a page
OTHER = "?"
SWITCH_SECONDS = 0.0005


@dataclass(frozen=True, slots=True)
class Who:
    """An account, and the words that it may search for."""

    name: str
    role: str
    password: str
    code: str
    words: list[str]


@dataclass(frozen=True, slots=True)
class Phase:
    """So many visitors for so many seconds; they think for `think` seconds on average (exponentially)."""

    name: str
    visitors: int
    seconds: float
    think: float = 0.0


@dataclass(frozen=True, slots=True)
class Plan:
    """`routes` are pairs of a page's name and the regular expression of its addresses, in their order."""

    host: str
    port: int
    seed: int
    log_in: str
    accounts: list[Who]
    phases: list[Phase]
    routes: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Seen:
    """One page asked for: its name, by whom in which role, how it was answered. `at` is the address."""

    page: str
    who: str
    role: str
    status: int
    seconds: float
    size: int
    at: str


class Names:
    """The names of pages by their addresses; `files` are those that turned out to be files."""

    def __init__(self, routes: Sequence[tuple[str, str]]) -> None:
        self.files: set[str] = set()
        self._routes = [(name, re.compile(pattern)) for name, pattern in routes]
        self._known: dict[str, str] = {}

    def __call__(self, path: str) -> str:
        path = path.partition("?")[0]
        if path not in self._known:
            found = (name for name, pattern in self._routes if pattern.fullmatch(path.lstrip("/")))
            self._known[path] = next(found, OTHER)
        return self._known[path]


@dataclass
class Visitor:
    """Someone signed in, and the pages that they know of so far."""

    who: Who
    browser: Browser
    names: Names
    rng: random.Random
    known: dict[str, list[str]] = field(default_factory=dict)
    searches: dict[str, tuple[Answer, Form] | None] = field(default_factory=dict)

    def log_in(self, address: str) -> Iterator[Seen]:
        """Through the pages of name and password and of the second factor."""
        page = self.browser.get(address)
        yield self._seen(page)
        for typed in (("password", self.who.password), ("code", self.who.code)):
            form = next((form for form in page.forms() if form.method == "post" and form.typed), None)
            if form is None:
                raise RuntimeError(f"{self.who.name} could not log in: {page.path} {page.status}")
            answer = self.browser.send(page, form, self._filled(form, *typed))
            yield self._seen(answer, "POST ")
            page = self.browser.follow(answer)
            yield self._seen(page)
        self._remember("/")
        self._learn(page)

    def _filled(self, form: Form, what: str, value: str) -> dict[str, str]:
        """A password beside the name, or a code alone."""
        if what == "password":
            name, password = form.typed[:2]
            return {name: self.who.name, password: value}
        return {form.typed[0]: value}

    def next_page(self) -> Seen:
        """Ask for a page that is known of: each as often as the others, however many addresses it has."""
        searching = any(self.searches.values()) and self.rng.random() < 1 / (len(self.known) + 1)
        answer = self._search() if searching else self._page()
        if answer.status == 200 and answer.is_page:
            self._learn(answer)
        return self._seen(answer)

    def _page(self) -> Answer:
        files = sorted(self.names.files & self.known.keys())
        pages = sorted(self.known.keys() - self.names.files)
        page = self.rng.choice(files if files and self.rng.random() < FILES else pages)
        answer = self.browser.get(self.rng.choice(self.known[page]))
        if answer.status == 200 and not answer.is_page:
            self.names.files.add(page)
        return answer

    def _search(self) -> Answer:
        found = [self.searches[name] for name in sorted(self.searches)]
        page, form = self.rng.choice([one for one in found if one])
        return self.browser.send(page, form, {form.typed[0]: self.rng.choice(self.who.words)})

    def _learn(self, page: Answer) -> None:
        name = self.names(page.path)
        for link in page.links():
            self._remember(link)
        if name not in self.searches and self.who.words:
            found = next((form for form in page.forms() if form.method == "get" and form.typed), None)
            # Looked for once on each page: to read its forms again and again would take the server's time.
            self.searches[name] = (page, found) if found else None

    def _remember(self, link: str) -> None:
        """Keep a sample of the addresses of each page, in which all that were met are equally likely."""
        name = self.names(link)
        if name == OTHER:
            return
        addresses = self.known.setdefault(name, [])
        if link in addresses:
            return
        if len(addresses) < SAMPLES:
            addresses.append(link)
        elif self.rng.random() < 0.5:
            addresses[self.rng.randrange(SAMPLES)] = link

    def _seen(self, answer: Answer, before: str = "") -> Seen:
        page = before + self.names(answer.path)
        return Seen(
            page, self.who.name, self.who.role, answer.status, answer.seconds, len(answer.body), answer.path
        )


def main() -> None:
    # Who has an answer notes it at once, and does not wait for the others.
    sys.setswitchinterval(SWITCH_SECONDS)
    plan = read_plan(json.load(sys.stdin))
    names = Names(plan.routes)
    visitors = [
        Visitor(who, Browser(plan.host, plan.port), names, random.Random(f"{plan.seed}/{who.name}"))
        for who in plan.accounts
    ]
    begun = time.perf_counter()
    report("log in", 1, begun, [seen for visitor in visitors for seen in visitor.log_in(plan.log_in)])
    for phase in plan.phases:
        begun = time.perf_counter()
        report(phase.name, phase.visitors, begun, run(phase, visitors, plan.seed))


def read_plan(given: dict[str, Any]) -> Plan:
    given["accounts"] = [Who(**one) for one in given["accounts"]]
    given["phases"] = [Phase(**one) for one in given["phases"]]
    return Plan(**given)


def report(phase: str, visitors: int, begun: float, seen: list[Seen]) -> None:
    told = {"phase": phase, "visitors": visitors, "seconds": time.perf_counter() - begun}
    print(json.dumps(told | {"seen": [asdict(one) for one in seen]}), flush=True)


def run(phase: Phase, visitors: list[Visitor], seed: int) -> list[Seen]:
    """All visitors of a phase at once, each in a thread; accounts beyond their number come in by turns."""
    until = time.perf_counter() + phase.seconds
    seen: list[list[Seen]] = [[] for _ in range(phase.visitors)]
    threads = [
        threading.Thread(
            target=wander,
            args=(
                visitors[number :: phase.visitors],
                until,
                phase.think,
                random.Random(f"{seed}/{number}"),
                own,
            ),
        )
        for number, own in enumerate(seen)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [one for own in seen for one in own]


def wander(visitors: list[Visitor], until: float, think: float, rng: random.Random, seen: list[Seen]) -> None:
    """Page after page until the time is over."""
    asked = 0
    if think:
        # Nobody starts in step with the others.
        time.sleep(rng.uniform(0, think))
    while time.perf_counter() < until:
        visitor = visitors[asked // SITTING % len(visitors)]
        seen.append(visitor.next_page())
        asked += 1
        if think:
            time.sleep(rng.expovariate(1 / think))


if __name__ == "__main__":
    main()
