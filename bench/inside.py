"""Pages seen from inside: how many queries each asks, what it costs by itself, and where its time goes.

`python -m bench.inside HOME` with JSON on stdin: `[page, account, address, profile?]` for each look. The
looks come back on stdout as JSON, profiles as text among them.
"""

import cProfile
import io
import json
import pstats
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_otp import DEVICE_ID_SESSION_KEY, devices_for_user

from baophu.base.home import Home
from baophu.store.opening import open_home
from baophu.store.questions import account_named

TIMES, LINES = 5, 22
OURS = "baophu|jinja2|duckdb|sqlite|psycopg"


@dataclass(frozen=True, slots=True)
class Look:
    """One page when it has been asked for before. `cpu_ms` is without the database server's."""

    page: str
    account: str
    address: str
    queries: int
    cpu_ms: float
    profile: str


def main() -> None:
    open_home(Home(Path(sys.argv[1])))
    json.dump([asdict(look(*asked)) for asked in json.load(sys.stdin)], sys.stdout)


def look(page: str, account: str, address: str, profiled: bool) -> Look:
    browser = _signed_in(account)
    _read(browser, address)
    with CaptureQueriesContext(connection) as queries:
        _read(browser, address)
        asked = len(queries)
    cost = min(_cost(browser, address) for _ in range(TIMES))
    profile = _profile(browser, address) if profiled else ""
    return Look(page, account, address, asked, cost, profile)


def _read(browser: Client, address: str) -> None:
    """Ask for a page, or for a file to its last byte."""
    response = browser.get(address)
    if response.streaming:
        b"".join(response.streaming_content)
    response.close()


def _cost(browser: Client, address: str) -> float:
    """Milliseconds of processor time: other processes on the machine do not show in it."""
    begun = time.process_time()
    _read(browser, address)
    return (time.process_time() - begun) * 1000


def _signed_in(name: str) -> Client:
    """A client with both factors behind it."""
    account = account_named(name)
    browser = Client(HTTP_HOST="localhost")
    browser.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    session = browser.session
    session[DEVICE_ID_SESSION_KEY] = next(iter(devices_for_user(account))).persistent_id
    session.save()
    return browser


def _profile(browser: Client, address: str) -> str:
    with cProfile.Profile() as profile:
        _read(browser, address)
    told = io.StringIO()
    pstats.Stats(profile, stream=told).sort_stats("cumulative").print_stats(
        "baophu|duckdb|sqlite|psycopg", LINES
    )
    return told.getvalue()


if __name__ == "__main__":
    main()
