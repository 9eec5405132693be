"""Pages seen from inside the server: how many queries each asks of the database, and where its time goes.

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

LINES = 22
OURS = "baophu|jinja2|duckdb|sqlite|psycopg"


@dataclass(frozen=True, slots=True)
class Look:
    """One page as the server makes it, the second time that it is asked for."""

    page: str
    account: str
    queries: int
    seconds: float
    profile: str


def main() -> None:
    open_home(Home(Path(sys.argv[1])))
    json.dump([asdict(look(*asked)) for asked in json.load(sys.stdin)], sys.stdout)


def look(page: str, account: str, address: str, profiled: bool) -> Look:
    browser = _signed_in(account)
    browser.get(address)
    begun = time.perf_counter()
    with CaptureQueriesContext(connection) as queries:
        browser.get(address)
    seconds = time.perf_counter() - begun
    return Look(page, account, len(queries), seconds, _profile(browser, address) if profiled else "")


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
        browser.get(address)
    told = io.StringIO()
    pstats.Stats(profile, stream=told).sort_stats("cumulative").print_stats(
        "baophu|duckdb|sqlite|psycopg", LINES
    )
    return told.getvalue()


if __name__ == "__main__":
    main()
