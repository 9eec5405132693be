"""An office whose pages are walked: made once for each database, and copied for each test."""

import shutil
from pathlib import Path

import pytest
from django.db import connections
from django.test import Client
from tests.integration.store.receiving import receive
from tests.offices import participants_file, residents_file
from tests.postgresql import Cluster
from tests.web.founding import make_office
from tests.web.handing_in import signed_in
from tests.web.pages_office import PagesOffice

from baophu.base.home import Home
from baophu.store.actions.builds import build
from baophu.store.databases import URL_VARIABLE
from baophu.store.opening import open_home
from baophu.store.questions import account_named
from baophu.store.roles import Role

HOUSEHOLDS = 2
MORE_HOUSEHOLDS = 4


@pytest.fixture(scope="session")
def sqlite_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _made(tmp_path_factory.mktemp("pages"), HOUSEHOLDS)


@pytest.fixture(scope="session")
def larger_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same office with twice the people."""
    return _made(tmp_path_factory.mktemp("larger"), MORE_HOUSEHOLDS)


@pytest.fixture(scope="session")
def postgresql_pages(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A home, and the name of its database."""
    database = cluster.make_database()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(URL_VARIABLE, cluster.url(database))
        return _made(tmp_path_factory.mktemp("pages"), HOUSEHOLDS), database


def _made(folder: Path, households: int) -> Path:
    home = make_office(folder, households)
    connections.close_all()
    return home.root


@pytest.fixture
def office(sqlite_pages: Path, tmp_path: Path) -> PagesOffice:
    """An office of one's own on SQLite."""
    return _copy(sqlite_pages, tmp_path / "home", HOUSEHOLDS)


@pytest.fixture
def larger_office(larger_pages: Path, tmp_path: Path) -> PagesOffice:
    """As `office`, with twice the people."""
    return _copy(larger_pages, tmp_path / "larger", MORE_HOUSEHOLDS)


@pytest.fixture
def postgresql_office(
    cluster: Cluster, postgresql_pages: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> PagesOffice:
    """As `office`, on PostgreSQL."""
    template, database = postgresql_pages
    monkeypatch.setenv(URL_VARIABLE, cluster.url(cluster.make_database(database)))
    return _copy(template, tmp_path / "home", HOUSEHOLDS)


def _copy(template: Path, folder: Path, households: int) -> PagesOffice:
    home = Home(Path(shutil.copytree(template, folder)))
    open_home(home)
    return PagesOffice(home, households)


@pytest.fixture
def officer(plain_home: Home, tmp_path: Path) -> Client:
    """The officer of an office that has received residents and participants and counted them."""
    for path in (residents_file(tmp_path), participants_file(tmp_path)):
        receive(account_named(None), path, sender="Công an xã")
    build(by=account_named(None))
    return signed_in(Role.INSURANCE_OFFICER)
