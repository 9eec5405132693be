"""What changed between a list and those whose place it takes: who joined, who left, whose values differ."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from baophu.base.text import fold
from baophu.engine.session import Session
from baophu.lists.cleaning.columns import arrow_type
from baophu.lists.drafting import PRINTED_AS
from baophu.lists.kinds.declare import Kind

STEPS = Path(__file__).parent / "steps"
MOST_ROWS = 50
# By what a row of one list is known on another: the first of these that both have and that agrees.
_OF_PEOPLE = (("national_id",), ("insurance_number",), ("name_key", "birth_date"))
_OF_MEMBERS = (("name_key",),)
_OF_LINES = (("part", "item"),)
_OF_EMPLOYERS = (("employer_code",), ("tax_code",), ("employer",))
_OF_SCHOOLS = (("school",),)
_OF_PLACES = (("unit", "hamlet_name"), ("unit",))
# Told by the folded text that stands for them, or saying nothing of the one they stand beside.
_NOT_COMPARED = frozenset(
    {"name", "hamlet", "commune", "birth_precision", "household_head", "card_number", "note", "measure"}
)
_SHOWN_AS = {"name_key": "name", "hamlet_name": "hamlet"}
# What the steps read of every kind, empty where a kind has no such column.
_NEEDED = pa.schema(
    [
        ("row", pa.int32()),
        ("unit", pa.string()),
        ("hamlet_name", pa.string()),
        ("scheme", pa.string()),
        ("issued_in", pa.string()),
        ("school", pa.string()),
        ("employer", pa.string()),
        ("tax_code", pa.string()),
        ("to", pa.date32()),
        ("side", pa.string()),
        ("path", pa.string()),
    ]
)


@dataclass(frozen=True, slots=True)
class Side:
    """The clean rows of a list, by its key, the extents compared of it (see `keeping.extents`), and the
    columns that it prints.
    """

    list: str
    path: Path
    extents: tuple[str, ...]
    printed: frozenset[str]

    def prints(self, column: str) -> bool:
        """Whether it prints a column, or one that the column is made of."""
        return not self.printed.isdisjoint((column, *PRINTED_AS.get(column, ())))


@dataclass(frozen=True, slots=True)
class Difference:
    """How many rows stood `before` and `now`, joined, left and changed, and in which columns they changed.

    `rows` are the first of each sort: `part` (joined, left, changed), `list`, `row` and the columns of the
    kind; a changed one stands twice, with the same `pair`, its `side` being before and now.
    """

    before: int
    now: int
    joined: int
    left: int
    changed: int
    columns: dict[str, int]
    rows: list[dict[str, Any]]


def compare(
    kind: Kind,
    now: Side,
    before: Sequence[Side],
    *,
    home_provinces: Collection[str],
    most: int = MOST_ROWS,
    mending: Sequence[Side] = (),
) -> Difference:
    """The difference between a list and the older ones, with at most `most` rows of each sort.

    The lists that mend it, `mending`, are read with it, those that mend the older ones stand among those.
    `home_provinces` are the codes on cards issued at home (see `keeping.keep`).
    """
    keys = {str(side.path): side.list for side in (now, *mending, *before)}
    with Session() as session:
        _open(session, kind, (now, *mending), before, home_provinces)
        _pair(session, kind)
        columns = _note_changes(session, _comparable(session, kind, (now, *before)))
        (rows,) = session.ask("SELECT * FROM counted").to_pylist()
        shown = [
            _plain(part, row, keys)
            for part in ("joined", "left", "changed")
            for row in _first(session, part, most)
        ]
    return Difference(**rows, columns=columns, rows=shown)


def _open(
    session: Session,
    kind: Kind,
    now: Sequence[Side],
    before: Sequence[Side],
    home_provinces: Collection[str],
) -> None:
    """The rows of all sides that lie in the extents compared."""
    columns = {c.name: arrow_type(c.type) for c in kind.columns} | {f.name: f.type for f in _NEEDED}
    session.add("listed", pa.schema(list(columns.items())).empty_table())
    for side, one in [*(("now", one) for one in now), *(("before", older) for older in before)]:
        session.load("loaded", [one.path])
        found = session.ask("SELECT * FROM loaded LIMIT 0").column_names
        wanted = ", ".join(_quoted(name) for name in columns if name in found)
        session.run(
            f"INSERT INTO listed BY NAME SELECT {wanted}, '{side}' AS side, filename AS path FROM loaded"
        )
    spoken = [(str(one.path), extent) for one in (*now, *before) for extent in one.extents]
    session.add("spoken", pa.table({"path": [p for p, _ in spoken], "extent": [e for _, e in spoken]}))
    session.add("home_provinces", pa.table({"code": pa.array(sorted(home_provinces), pa.string())}))
    session.add("schools", _folded(session, "school", fold))
    session.add("employers", _folded(session, "employer", fold))
    session.step(STEPS, "inside")


def _folded(session: Session, column: str, function: Callable[[str], str]) -> pa.Table:
    values = (
        session.ask(f"SELECT DISTINCT {column} FROM listed WHERE {column} IS NOT NULL").column(0).to_pylist()
    )
    keys = pa.array([function(value) for value in values], pa.string())
    return pa.table({column: pa.array(values, pa.string()), f"{column}_key": keys})


def _pair(session: Session, kind: Kind) -> None:
    """Rows of both sides that stand for the same, scheme by scheme: by their first identity that agrees."""
    session.add("pairs", pa.schema([("now_rid", pa.int64()), ("before_rid", pa.int64())]).empty_table())
    for identity in _identities(kind):
        if not all(kind.column(name) for name in identity):
            continue
        known = " AND ".join(f"{name} IS NOT NULL" for name in identity)
        key = ", ".join(f"CAST({name} AS VARCHAR)" for name in ("scheme", *identity))
        session.run(
            f"CREATE OR REPLACE TABLE keyed AS SELECT side, rid, concat_ws('|', {key}) AS key FROM inside "
            f"WHERE {known} AND rid NOT IN (SELECT now_rid FROM pairs UNION ALL SELECT before_rid FROM pairs)"
        )
        session.append(STEPS, "paired", "pairs")


def _identities(kind: Kind) -> Sequence[tuple[str, ...]]:
    if kind.about_people:
        return _OF_PEOPLE if kind.of_register else (*_OF_PEOPLE[:2], *_OF_MEMBERS)
    if kind.column("item"):
        return _OF_LINES
    if kind.column("employer"):
        return _OF_EMPLOYERS
    return _OF_SCHOOLS if kind.column("school") else _OF_PLACES


def _note_changes(session: Session, columns: Sequence[str]) -> dict[str, int]:
    """Make the tables of what joined, left and changed; column → how many rows changed in it."""
    differs = {name: f"n.{_quoted(name)} IS DISTINCT FROM b.{_quoted(name)}" for name in columns}
    sides = "pairs p JOIN inside n ON n.rid = p.now_rid JOIN inside b ON b.rid = p.before_rid"
    session.run(
        f"CREATE TABLE differing AS SELECT p.*, row_number() OVER (ORDER BY now_rid) AS place FROM {sides} "
        f"WHERE {' OR '.join(differs.values()) or 'FALSE'}"
    )
    for step in ("who_joined", "who_left", "who_changed", "counted"):
        session.step(STEPS, step)
    asked = ", ".join(f"count(*) FILTER ({sql}) AS {_quoted(name)}" for name, sql in differs.items())
    (found,) = session.ask(f"SELECT {asked or '0 AS nothing'} FROM {sides}").to_pylist()
    return {_SHOWN_AS.get(name, name): rows for name, rows in found.items() if rows}


def _comparable(session: Session, kind: Kind, sides: Sequence[Side]) -> list[str]:
    """The columns that all lists fill, and either all print or none: where one has worked out what another
    prints nothing has changed.
    """
    names = [
        column.name
        for column in kind.columns
        if column.name not in _NOT_COMPARED and len({side.prints(column.name) for side in sides}) == 1
    ]
    asked = ", ".join(f"count({_quoted(name)}) AS {_quoted(name)}" for name in names)
    filled = session.ask(f"SELECT {asked} FROM inside GROUP BY side").to_pylist()
    return [name for name in names if all(side[name] for side in filled)]


def _first(session: Session, part: str, most: int) -> list[dict[str, Any]]:
    sql = f"SELECT * FROM who_{part} WHERE place <= {most} ORDER BY place, side"
    rows: list[dict[str, Any]] = session.ask(sql).to_pylist()
    return rows


def _plain(part: str, row: dict[str, Any], keys: dict[str, str]) -> dict[str, Any]:
    told = {name: value for name, value in row.items() if value is not None}
    told["list"], told["pair"] = keys[told.pop("path")], told.pop("place")
    return {"part": part, "unit": None, **told}


def _quoted(name: str) -> str:
    return f'"{name}"'
