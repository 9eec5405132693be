"""What tests of the rows share."""

from pathlib import Path

import pytest
from django.db import connections
from tests.conftest import DATABASES, opened_copy
from tests.integration.store.doubts import receive_both
from tests.integration.store.visiting import TAN_LAP, number_people
from tests.postgresql import Cluster

from baophu.base.home import Home
from baophu.store.actions.builds import build
from baophu.store.actions.places import NamedHamlet, add_hamlets
from baophu.store.databases import URL_VARIABLE
from baophu.store.models import Account
from baophu.store.questions import account_named


@pytest.fixture
def hamlets(home: Home, operator: Account) -> None:
    """Two hamlets of Tân Lập, and people who live there."""
    add_hamlets(by=operator, hamlets=[NamedHamlet(TAN_LAP, f"Thôn {n}") for n in (1, 2)], source="NQ")
    number_people()


@pytest.fixture(scope="session")
def built_on_sqlite(sqlite_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the lists of `doubts`, built, to be copied."""
    return _built(sqlite_home, tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="session")
def built_on_postgresql(
    cluster: Cluster, postgresql_home: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, str]:
    """As `built_on_sqlite`, and the name of its database."""
    template, database = postgresql_home
    made = cluster.make_database(database)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(URL_VARIABLE, cluster.url(made))
        return _built(template, tmp_path_factory.mktemp("built")), made


def _built(template: Path, folder: Path) -> Path:
    home = opened_copy(template, folder)
    receive_both(account_named(None), folder)
    build(by=account_named(None))
    connections.close_all()
    return home.root


@pytest.fixture(params=DATABASES)
def built_home(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """An open home with the lists of `doubts`, built; once on each database."""
    if request.param == "sqlite":
        return opened_copy(request.getfixturevalue("built_on_sqlite"), tmp_path)
    cluster: Cluster = request.getfixturevalue("cluster")
    template, database = request.getfixturevalue("built_on_postgresql")
    monkeypatch.setenv(URL_VARIABLE, cluster.url(cluster.make_database(database)))
    return opened_copy(template, tmp_path)
