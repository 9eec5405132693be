"""The index of a build: one SQLite file beside its tables, where pages look people up in no time.

It is written once and never changed. Whoever asks it passes the same gate as those who open the tables
themselves (see `engine.people`): only with a Scope, only the columns of a purpose.
"""

import os
import sqlite3
import weakref
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyarrow as pa

from baophu.base.scope import Purpose, Scope
from baophu.engine.people import HIDDEN, PEOPLE, NoSuchBuild, NotAllowed
from baophu.engine.session import Session

# A full-text table of words; its rows are told by a number that the one who writes it makes.
WORDS = "words"
_EPOCH = date(1970, 1, 1).toordinal()
_TOLD: dict[str, Callable[[Any], object]] = {
    "DATE": lambda day: date.fromordinal(_EPOCH + day),
    "BOOLEAN": bool,
}
_OWNER_ONLY = 0o600
# Scopes whose places and people are kept at hand.
_SCOPES_KEPT = 128

type Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of an index: its name there, the table of the session it is written from, and in what order,
    in which no two rows are alike.

    `looked_up_by` are further columns, or lists of them, by which its rows are found at once. Where `tells`
    is set the key is a number that later tables hold too: they are read with what it stands for.
    """

    name: str
    source: str
    key: str
    looked_up_by: tuple[str, ...] = ()
    tells: bool = False


def write(path: Path, session: Session, tables: Iterable[Table], *, words: str, version: int) -> None:
    """Write an index. `words` is a table of the session: a number, and the words by which it is found."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, _OWNER_ONLY))
    with _writer(path) as lite:
        told: dict[Table, list[str]] = {}
        for table in tables:
            columns = _view(lite, table, _fill(lite, table, session), told)
            for number, found_by in enumerate(table.looked_up_by):
                lite.execute(f"CREATE INDEX {table.name}_{number} ON _{table.name} ({found_by})")
            if table.tells:
                told[table] = columns
        _fill_words(lite, session, words)
        lite.execute(f"PRAGMA user_version = {version}")


@contextmanager
def _writer(path: Path) -> Iterator[sqlite3.Connection]:
    """What is half written is thrown away and not mended: hence no journal."""
    lite = sqlite3.connect(path, isolation_level=None)
    try:
        for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -16000"):
            lite.execute(f"PRAGMA {setting}").fetchall()
        lite.execute("BEGIN")
        yield lite
        lite.execute("COMMIT")
    finally:
        lite.close()


def _fill(lite: sqlite3.Connection, table: Table, session: Session) -> list[str]:
    """Write the rows of a table; returns the names of its columns."""
    schema, batches = session.stream(f"SELECT * FROM {table.source} ORDER BY {table.key}")
    single = "," not in table.key
    columns = [f'"{field.name}" {_sort(field.type)}' for field in schema]
    if single:
        columns = [f"{one} PRIMARY KEY" if one.startswith(f'"{table.key}"') else one for one in columns]
    else:
        columns.append(f"PRIMARY KEY ({table.key})")
    lite.execute(f"CREATE TABLE _{table.name} ({', '.join(columns)}){'' if single else ' WITHOUT ROWID'}")
    marks = ", ".join("?" * len(schema))
    for batch in batches:
        lite.executemany(f"INSERT INTO _{table.name} VALUES ({marks})", _rows(batch))
    return list(schema.names)


def _sort(kind: pa.DataType) -> str:
    """The type by which a column is declared, and told again when it is read."""
    if pa.types.is_date(kind):
        return "DATE"
    if pa.types.is_boolean(kind):
        return "BOOLEAN"
    return "INTEGER" if pa.types.is_integer(kind) else "TEXT"


def _rows(batch: pa.RecordBatch) -> Iterator[tuple[object, ...]]:
    """The rows with days as numbers, counted from 1970."""
    columns = [
        column.cast(pa.int32()) if pa.types.is_date(column.type) else column for column in batch.columns
    ]
    return zip(*(column.to_pylist() for column in columns), strict=True)


def _view(
    lite: sqlite3.Connection, table: Table, own: list[str], told: Mapping[Table, list[str]]
) -> list[str]:
    """Make the view by which the table is read; returns its columns: its own and what their numbers tell."""
    columns, shown, joined = list(own), [f't."{name}"' for name in own], ""
    for other, telling in told.items():
        if other.key in columns:
            more = [name for name in telling if name not in columns]
            columns += more
            shown += [f'{other.name}."{name}"' for name in more]
            joined += f" CROSS JOIN {other.name} ON {other.name}.{other.key} = t.{other.key}"
    lite.execute(f"CREATE VIEW {table.name} AS SELECT {', '.join(shown)} FROM _{table.name} t{joined}")
    return columns


def _fill_words(lite: sqlite3.Connection, session: Session, source: str) -> None:
    lite.execute(
        f"CREATE VIRTUAL TABLE {WORDS} USING fts5(text, content = '', detail = none, columnsize = 0, "
        "tokenize = 'ascii')"
    )
    # Gather as much in memory before writing, so that nothing is merged afterwards.
    lite.execute(f"INSERT INTO {WORDS}({WORDS}, rank) VALUES ('hashsize', {32 << 20})")
    _schema, batches = session.stream(f"SELECT number, words FROM {source} ORDER BY number")
    for batch in batches:
        lite.executemany(f"INSERT INTO {WORDS} (rowid, text) VALUES (?, ?)", _rows(batch))


class Index:
    """An index that was written, asked by any number of threads. Raises NoSuchBuild where it is not there."""

    def __init__(self, path: Path) -> None:
        self._reader = _Reader(path)
        self._places = lru_cache(_SCOPES_KEPT)(partial(_places_inside, self._reader))
        self._people = lru_cache(_SCOPES_KEPT)(partial(_with_households, self._reader))

    def ask(
        self, scope: Scope, purpose: Purpose, tables: Iterable[str], sql: str, **given: object
    ) -> list[Row]:
        """The rows of a SELECT over tables of which it sees what the scope and the purpose let through.

        A row is inside as `open_people` says. `given` fills the `:names` of the SELECT. Raises NotAllowed.
        """
        names, rows = self.read(scope, purpose, tables, sql, **given)
        return [dict(zip(names, row, strict=True)) for row in rows]

    def read(
        self, scope: Scope, purpose: Purpose, tables: Iterable[str], sql: str, **given: object
    ) -> tuple[list[str], list[tuple[Any, ...]]]:
        """As `ask`, for many rows: the names of the columns, and the values of each row."""
        if not scope.allows(purpose):
            raise NotAllowed(purpose=purpose.value)
        gates = ", ".join(self._gate(table, scope, purpose) for table in tables)
        return self._reader.read(f"WITH {gates} {sql}", given)

    def _gate(self, table: str, scope: Scope, purpose: Purpose) -> str:
        """The table as the scope and the purpose see it, under its own name."""
        seen = ", ".join(f't."{name}"' for name in self._reader.columns[table] if name not in HIDDEN[purpose])
        inside = " AND ".join(self._limits(table, scope, purpose)) or "TRUE"
        return f"{table} AS NOT MATERIALIZED (SELECT {seen} FROM main.{table} t WHERE {inside})"

    def _limits(self, table: str, scope: Scope, purpose: Purpose) -> Iterator[str]:
        """The conditions on a row; none on one that is about nobody and no place."""
        columns = self._reader.columns[table]
        about_people = "person" in columns
        inside = self.places(scope.units, scope.hamlets)
        if inside is not None and "place" in columns:
            places = _listed(inside)
            here = f"t.place IN ({places})"
            lives = f"EXISTS (SELECT 1 FROM _people p WHERE p.person = t.person AND p.place IN ({places}))"
            yield f"({here} OR {lives})" if about_people and table != PEOPLE else here
        if scope.assigned_to is not None and about_people and purpose is not Purpose.STEER:
            yield f"t.person IN ({self._people(scope.assigned_to)})"

    def places(
        self, units: frozenset[str] | None, hamlets: frozenset[str | None] | None
    ) -> tuple[int, ...] | None:
        """The numbers of the places in some units and hamlets (None: in none known); None for all places."""
        return None if units is None and hamlets is None else self._places(units, hamlets)


def version(path: Path) -> int | None:
    """The version of an index; None where there is none."""
    try:
        with closing(_connect(path)) as lite:
            (number,) = lite.execute("PRAGMA user_version").fetchone()
            return int(number)
    except sqlite3.DatabaseError:
        return None


def is_sound(path: Path) -> bool:
    """Whether an index can be read from the first page to the last."""
    try:
        with closing(_connect(path)) as lite:
            return lite.execute("PRAGMA quick_check").fetchall() == [("ok",)]
    except sqlite3.DatabaseError:
        return False


class _Reader:
    """Connections to a file that never changes; each serves one thread at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._idle: deque[sqlite3.Connection] = deque()
        weakref.finalize(self, _close, self._idle)

    def read(self, sql: str, given: Mapping[str, object]) -> tuple[list[str], list[tuple[Any, ...]]]:
        with self._borrowed() as lite:
            cursor = lite.execute(sql, {name: _kept(value) for name, value in given.items()})
            names = [column[0] for column in cursor.description]
            rows = cursor.fetchall()
        told = [(place, self._told[name]) for place, name in enumerate(names) if name in self._told]
        return names, [_told_row(row, told) for row in rows] if told else rows

    @contextmanager
    def _borrowed(self) -> Iterator[sqlite3.Connection]:
        try:
            lite = self._idle.pop()
        except IndexError:
            lite = self._open()
        try:
            yield lite
        finally:
            self._idle.append(lite)

    def _open(self) -> sqlite3.Connection:
        try:
            return _connect(self._path)
        except sqlite3.OperationalError as error:
            raise NoSuchBuild(build=self._path.parent.name) from error

    @cached_property
    def columns(self) -> dict[str, list[str]]:
        """Table → its columns."""
        return {table: list(columns) for table, columns in self._declared.items()}

    @cached_property
    def _told(self) -> dict[str, Callable[[Any], object]]:
        """Column → how its values are told, where they are not told as they are kept."""
        declared = [item for columns in self._declared.values() for item in columns.items()]
        return {name: _TOLD[sort] for name, sort in declared if sort in _TOLD}

    @cached_property
    def _declared(self) -> dict[str, dict[str, str]]:
        with self._borrowed() as lite:
            views = lite.execute("SELECT name FROM sqlite_schema WHERE type = 'view'").fetchall()
            return {
                view: dict(lite.execute("SELECT name, type FROM pragma_table_info(?)", [view]).fetchall())
                for (view,) in views
            }


def _connect(path: Path) -> sqlite3.Connection:
    lite = sqlite3.connect(
        f"file:{quote(str(path))}?mode=ro&immutable=1",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )
    # Nothing about people is left in files of the system.
    lite.execute("PRAGMA temp_store = MEMORY").fetchall()
    return lite


def _close(connections: deque[sqlite3.Connection]) -> None:
    for lite in connections:
        lite.close()


def _kept(value: object) -> object:
    """A value as it is kept: days as numbers, counted from 1970."""
    return value.toordinal() - _EPOCH if isinstance(value, date) else value


def _told_row(row: tuple[Any, ...], told: list[tuple[int, Callable[[Any], object]]]) -> tuple[Any, ...]:
    """A row with the values at some places told in their own way."""
    values = list(row)
    for place, tell in told:
        if values[place] is not None:
            values[place] = tell(values[place])
    return tuple(values)


def _places_inside(
    reader: _Reader, units: frozenset[str] | None, hamlets: frozenset[str | None] | None
) -> tuple[int, ...]:
    _names, places = reader.read("SELECT place, unit, hamlet FROM _places ORDER BY place", {})
    return tuple(
        place
        for place, unit, hamlet in places
        if (units is None or unit in units) and (hamlets is None or hamlet in hamlets)
    )


def _with_households(reader: _Reader, people: frozenset[int]) -> str:
    """Some people and those who live in their households, as a list of SQL."""
    given = _listed(sorted(people))
    _names, rows = reader.read(
        f"SELECT person FROM _people WHERE person IN ({given}) OR household_key IN "
        f"(SELECT household_key FROM _people WHERE person IN ({given})) ORDER BY person",
        {},
    )
    return _listed(person for (person,) in rows)


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))
