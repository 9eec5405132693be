"""The rows of a home moved from its SQLite file into an empty PostgreSQL database."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterable

import psycopg
from psycopg import sql

from baophu.base.home import Home
from baophu.store.databases import URL_VARIABLE

# Opening a home brings its tables up to this version.
_OPEN = (
    "import sys; from pathlib import Path; from baophu.base.home import Home; "
    "from baophu.store.opening import open_home; open_home(Home(Path(sys.argv[1])))"
)


def move_rows(home: Home, url: str) -> None:
    """Make the tables of this version in the database at `url`, and copy every row of the home there."""
    command = [sys.executable, "-c", _OPEN, str(home.root)]
    for database in ({}, {URL_VARIABLE: url}):
        subprocess.run(command, check=True, env=os.environ | database)
    with sqlite3.connect(f"file:{home.database}?mode=ro", uri=True) as source, psycopg.connect(url) as target:
        # Rows come as they are: foreign keys and triggers of the target have nothing to say.
        target.execute("SET session_replication_role = replica")
        target.execute("SET TIME ZONE 'UTC'")
        tables = _tables(target)
        # All at once: what names rows of another table would be emptied with it.
        target.execute(sql.SQL("TRUNCATE {}").format(_names(tables)))
        for table in tables:
            _copy(source, target, table)
            _go_on_numbering(target, table)


def _tables(target: psycopg.Connection) -> list[str]:
    rows = target.execute(
        "SELECT table_name FROM information_schema.tables "
        "WHERE table_schema = 'public' AND table_name <> 'django_migrations' ORDER BY 1"
    )
    return [name for (name,) in rows]


def _columns(target: psycopg.Connection, table: str) -> list[str]:
    rows = target.execute(
        "SELECT column_name FROM information_schema.columns "
        "WHERE table_schema = 'public' AND table_name = %s ORDER BY ordinal_position",
        [table],
    )
    return [name for (name,) in rows]


def _copy(source: sqlite3.Connection, target: psycopg.Connection, table: str) -> None:
    columns = _columns(target, table)
    named = ", ".join(f'"{column}"' for column in columns)
    into = sql.SQL("COPY {} ({}) FROM STDIN").format(_name(table), _names(columns))
    with target.cursor() as cursor, cursor.copy(into) as copy:
        for row in source.execute(f'SELECT {named} FROM "{table}"'):
            copy.write_row(row)


def _go_on_numbering(target: psycopg.Connection, table: str) -> None:
    """Let the next row of a table that numbers its rows come after the last one."""
    if "id" in _columns(target, table):
        last = "(SELECT coalesce(max(id), 0) + 1 FROM {})"
        words = f"SELECT setval(pg_get_serial_sequence(%s, 'id'), {last}, false)"
        target.execute(sql.SQL(words).format(_name(table)), [table])


def _name(name: str) -> sql.Identifier:
    return sql.Identifier(name)


def _names(names: Iterable[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, names))
