"""Where a home's rows lie: in the home, or where BAOPHU_DATABASE_URL says."""

from pathlib import Path

import pytest

from baophu.base.home import Home
from baophu.store.databases import URL_VARIABLE, BadDatabaseUrl, database_of

HOME = Home(Path("/somewhere"))


def test_without_a_url_the_rows_lie_in_the_home() -> None:
    settings = database_of(HOME)
    assert settings["NAME"] == "/somewhere/baophu.sqlite3"
    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_a_url_names_server_user_and_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(URL_VARIABLE, "postgres://lan:m%40t%2Fkhau@db.example:5433/bao%20phu?sslmode=require")
    settings = database_of(HOME)
    assert (settings["HOST"], settings["PORT"], settings["NAME"]) == ("db.example", 5433, "bao phu")
    assert (settings["USER"], settings["PASSWORD"]) == ("lan", "m@t/khau")
    assert settings["OPTIONS"] == {"sslmode": "require"}


def test_a_socket_is_an_option(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(URL_VARIABLE, "postgresql:///baophu?host=/run/postgresql")
    settings = database_of(HOME)
    assert (settings["HOST"], settings["OPTIONS"]) == ("", {"host": "/run/postgresql"})


@pytest.mark.parametrize(
    "url",
    [
        "mysql://a@b/c",
        "postgres://a:secret@b",
        "postgres://a:secret@b:port/c",
        "postgres://a:secret@[b/c",
        "baophu",
    ],
)
def test_a_url_that_cannot_be_read_is_told_without_its_password(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv(URL_VARIABLE, url)
    with pytest.raises(BadDatabaseUrl) as error:
        database_of(HOME)
    assert "secret" not in str(error.value.values)
