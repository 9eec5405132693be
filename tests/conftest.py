"""Homes for tests: each test gets one of its own, on SQLite and on a real PostgreSQL."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.test.utils import setup_test_environment, teardown_test_environment
from tests.left_homes import LeftHomes, Once
from tests.postgresql import Cluster, running_cluster

from baophu.base.home import Home
from baophu.base.words import set_language
from baophu.base.working_days import follow
from baophu.engine import session
from baophu.store.actions.office import make_home
from baophu.store.databases import URL_VARIABLE
from baophu.store.models import Account
from baophu.store.opening import open_home
from baophu.store.questions import account_named

AREA = "614@"
DAY = date(2023, 9, 30)
DATABASES = ("sqlite", "postgresql")


@pytest.fixture(scope="session", autouse=True)
def _pages_for_tests() -> Iterator[None]:
    """Pages answer to a browser of the tests; databases are real, and nothing is rolled back behind them."""
    setup_test_environment()
    yield
    teardown_test_environment()


@pytest.fixture(scope="session", autouse=True)
def _one_thread() -> Iterator[None]:
    """The worlds of tests are so small that more threads of the engine only wait for each other."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(session, "THREADS", 1)
        yield


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What the one who runs the tests has set must not reach them; connections are closed after each.

    What a home has announced of days off is its own, and so is the language of a test: commands choose one.
    """
    for name in ("BAOPHU_HOME", "BAOPHU_TODAY", "BAOPHU_LANG", "LANGUAGE", URL_VARIABLE):
        monkeypatch.delenv(name, raising=False)
    yield
    set_language("vi")
    follow(dict)
    connections.close_all()


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    with running_cluster() as running:
        yield running


@pytest.fixture(scope="session")
def sqlite_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh home, to be copied."""
    return _fresh_home(tmp_path_factory.mktemp("sqlite") / "home")


@pytest.fixture(scope="session")
def postgresql_home(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A fresh home and the name of its database, both to be copied."""
    database = cluster.make_database()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(URL_VARIABLE, cluster.url(database))
        return _fresh_home(tmp_path_factory.mktemp("postgresql") / "home"), database


def _fresh_home(folder: Path) -> Path:
    make_home(home=Home(folder), area=AREA, on=DAY, operator="operator")
    connections.close_all()
    return folder


@pytest.fixture(params=DATABASES)
def home(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """An open home of the district Kon Rẫy on 30/9/2023, without lists; once on each database."""
    if request.param == "sqlite":
        return opened_copy(request.getfixturevalue("sqlite_home"), tmp_path)
    cluster: Cluster = request.getfixturevalue("cluster")
    template, database = request.getfixturevalue("postgresql_home")
    monkeypatch.setenv(URL_VARIABLE, cluster.url(cluster.make_database(database)))
    return opened_copy(template, tmp_path)


def opened_copy(template: Path, folder: Path) -> Home:
    """A copy of a home in a folder, opened."""
    opened = Home(folder / "home")
    shutil.copytree(template, opened.root)
    open_home(opened)
    return opened


@pytest.fixture
def plain_home(sqlite_home: Path, tmp_path: Path) -> Home:
    """As `home`, on SQLite only."""
    return opened_copy(sqlite_home, tmp_path)


@pytest.fixture(scope="session")
def _left_homes(tmp_path_factory: pytest.TempPathFactory) -> LeftHomes:
    return LeftHomes(tmp_path_factory.mktemp("left"))


@pytest.fixture
def once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, _left_homes: LeftHomes) -> Once:
    """Do what many tests begin with in the home of the first of them; the others get a copy of that home."""

    def done(home: Home, name: str, action: Callable[[], Any]) -> Any:
        if URL_VARIABLE not in os.environ:
            return _left_homes.once(home, None, name, action)
        monkeypatch.setenv(URL_VARIABLE, os.environ[URL_VARIABLE])
        return _left_homes.once(home, request.getfixturevalue("cluster"), name, action)

    return done


@pytest.fixture
def operator(home: Home) -> Account:
    """The home's administrator."""
    return account_named(None)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What tests measured, at the end of their output."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            terminalreporter.write_line(f"{name}: {value}")
