"""An office whose pages are walked: made once for each database, and copied for each test."""

from pathlib import Path

import pytest
from django.db import connections
from django.test import Client
from tests.conftest import opened_copy
from tests.integration.store.receiving import receive
from tests.made_once import made_once
from tests.makers.directives import write_directive
from tests.offices import participants_file, residents_file
from tests.postgresql import Cluster
from tests.web.founding import fill_office
from tests.web.handing_in import signed_in
from tests.web.letters import LETTER, hand_in
from tests.web.pages_office import PagesOffice

from baophu.store.actions.builds import build
from baophu.store.databases import URL_VARIABLE
from baophu.store.questions import account_named
from baophu.store.roles import Role

HOUSEHOLDS = 2
MORE_HOUSEHOLDS = 4


@pytest.fixture(scope="session")
def sqlite_pages(sqlite_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "pages", lambda folder: _made(sqlite_home, folder, HOUSEHOLDS))


@pytest.fixture(scope="session")
def larger_pages(sqlite_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same office with twice the people."""
    return made_once(tmp_path_factory, "larger", lambda folder: _made(sqlite_home, folder, MORE_HOUSEHOLDS))


@pytest.fixture(scope="session")
def postgresql_pages(
    cluster: Cluster, postgresql_home: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, str]:
    """A home, and the name of its database."""
    fresh, fresh_database = postgresql_home
    database, folder = cluster.make_database(fresh_database), tmp_path_factory.mktemp("pages")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(URL_VARIABLE, cluster.url(database))
        _made(fresh, folder, HOUSEHOLDS)
    return folder, database


def _made(fresh: Path, folder: Path, households: int) -> None:
    opened_copy(fresh, folder)
    fill_office(folder / "given", households)
    connections.close_all()


@pytest.fixture(scope="session")
def received_pages(sqlite_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office that has received residents and participants and counted them."""
    return made_once(tmp_path_factory, "received", lambda folder: _received(sqlite_home, folder))


def _received(fresh: Path, folder: Path) -> None:
    opened_copy(fresh, folder)
    for path in (residents_file(folder), participants_file(folder)):
        receive(account_named(None), path, sender="Công an xã")
    build(by=account_named(None))
    connections.close_all()


@pytest.fixture
def office(sqlite_pages: Path, tmp_path: Path) -> PagesOffice:
    """An office of one's own on SQLite."""
    return _copy(sqlite_pages, tmp_path, HOUSEHOLDS)


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
    return _copy(template, tmp_path, HOUSEHOLDS)


def _copy(template: Path, folder: Path, households: int) -> PagesOffice:
    return PagesOffice(opened_copy(template / "home", folder), households)


@pytest.fixture
def officer(received_pages: Path, tmp_path: Path) -> Client:
    """The officer of an office that has received residents and participants and counted them."""
    opened_copy(received_pages / "home", tmp_path)
    return signed_in(Role.INSURANCE_OFFICER)


@pytest.fixture(scope="session")
def home_with_letter(sqlite_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which a letter is entered some days after it was written."""
    return made_once(tmp_path_factory, "letter", lambda folder: _with_letter(sqlite_home, folder)) / "home"


def _with_letter(fresh: Path, folder: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BAOPHU_TODAY", "2023-10-06")
        opened_copy(fresh, folder)
        hand_in(account_named(None), write_directive(folder / "cong-van.docx", LETTER))
    connections.close_all()


@pytest.fixture
def judge(home_with_letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    """The officer of a home in which the letter is entered, on the day on which it was."""
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-06")
    opened_copy(home_with_letter, tmp_path)
    return signed_in(Role.INSURANCE_OFFICER)
