"""Where a home's rows lie: SQLite in the home, or PostgreSQL by `BAOPHU_DATABASE_URL`."""

import os
import secrets
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from baophu.base.errors import UserError
from baophu.base.home import Home
from baophu.base.words import N_

URL_VARIABLE = "BAOPHU_DATABASE_URL"
# Seconds that a writer waits for another one to finish before SQLite says "locked".
SQLITE_TIMEOUT = 30
# Seconds for which a thread that answers pages keeps its connection.
KEEP_CONNECTION = 600
POSTGRESQL_DISK_FULL = "53100"


class BadDatabaseUrl(UserError):
    message = N_("The address of the database in {variable} cannot be read.")
    advice = N_("Write it like postgres://user:password@host:5432/database.")
    exit_code = 14


def database_of(home: Home) -> dict[str, Any]:
    """Django's settings of the database that holds the rows of `home`. Raises BadDatabaseUrl."""
    url = os.environ.get(URL_VARIABLE)
    return _postgresql(url) if url else _sqlite(home)


def secret_of(home: Home) -> str:
    """The home's secret; before there is a home, one that lasts as long as the process."""
    return home.secret.read_text(encoding="ascii") if home.exists() else new_secret()


def new_secret() -> str:
    return secrets.token_urlsafe(48)


def is_full(error: Exception) -> bool:
    """Whether a database refused to write because its disk is full, or a quota on it used up."""
    cause = error.__cause__
    return (
        getattr(cause, "sqlite_errorname", None) in ("SQLITE_FULL", "SQLITE_IOERR_WRITE")
        or getattr(cause, "sqlstate", None) == POSTGRESQL_DISK_FULL
    )


def _sqlite(home: Home) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(home.database),
        "CONN_MAX_AGE": KEEP_CONNECTION,
        "OPTIONS": {
            # A writer takes the lock at once, so that two of them wait instead of failing half way.
            "transaction_mode": "IMMEDIATE",
            "timeout": SQLITE_TIMEOUT,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
        },
    }


def _postgresql(text: str) -> dict[str, Any]:
    """`postgres://user:password@host:port/database?option=value`; options go to libpq (`sslmode`, `host`)."""
    try:
        url = urlsplit(text)
        port = url.port
    except ValueError:
        raise BadDatabaseUrl(variable=URL_VARIABLE) from None
    database = unquote(url.path.lstrip("/"))
    if url.scheme not in ("postgres", "postgresql") or not database:
        raise BadDatabaseUrl(variable=URL_VARIABLE)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": database,
        "CONN_MAX_AGE": KEEP_CONNECTION,
        "CONN_HEALTH_CHECKS": True,
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": url.hostname or "",
        "PORT": port or "",
        "OPTIONS": dict(parse_qsl(url.query)),
    }
