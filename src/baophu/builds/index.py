"""What the index of a build holds. It is written with the build, or from its tables where it is missing."""

import os
import tempfile
from datetime import date
from pathlib import Path
from threading import Lock

import pyarrow as pa

from baophu.areas.units import load_areas
from baophu.base.scope import WHOLE_HOME, Purpose
from baophu.builds.ground import unit_on
from baophu.builds.tables import ALIASES, REVIEWS
from baophu.coverage.count import HISTORY, count
from baophu.engine import index
from baophu.engine.index import Index, Table
from baophu.engine.people import open_people
from baophu.engine.session import Session
from baophu.gaps.table import as_table
from baophu.register.through_time import PARTICIPATION, RESIDENCE

STEPS = Path(__file__).parent / "steps" / "index"
NAME = "index.sqlite3"
VERSION = 7

# What the numbers in other tables stand for.
NAMES = {
    "places": "place",
    "sources": "list_number",
    "hows": "how",
    "counts": "count_number",
    "terms": "terms",
    "residence_terms": "residence_terms",
    "participation_terms": "participation_terms",
}
# Table → its key, in the order of which it lies.
TABLES = {
    "people": "person",
    "aliases": "number",
    "gaps": "person, position",
    "spells": "person, terms, row",
    "memberships": "person, list_number, row",
    "events": "person, list_number, row",
    "residence": "person, residence_terms, since",
    "participation": "person, participation_terms, since",
    "links": "person, list_number, row",
    "counted": "count_number, person, list_number, row",
    "days": "day",
    "history": 'day, scheme, numerator_kind, place, "group"',
    "bridges": "scheme, place",
    "reaches": "reach, scheme, first_group, next_step, place",
    "reviews": "turn",
    "review_counts": "place, other_place",
}
# Table → what it is looked up by besides its key.
LOOKED_UP_BY = {
    "people": ("national_id", "insurance_number", "household_key"),
    "gaps": ("reach, scheme, place, position, home, first_group, next_step",),
    "links": ("list_number, row",),
    "reviews": ("place", "person", "stands_as"),
}
READ_FROM = ("people", "residents", "spells", "memberships", "events", "links", "gaps")

_writing = Lock()


def write_index(session: Session, lists: pa.Table, path: Path) -> None:
    """Write the index from a session that holds the tables of the register, the counts and the gaps.

    `lists` are those the build rests on (see `tables.list_table`).
    """
    session.add("received_lists", lists)
    for name in NAMES:
        session.step(STEPS, name, into=f"indexed_{name}")
    for name in (*TABLES, index.WORDS):
        session.view(STEPS, name, into=f"indexed_{name}")
    tables = [
        Table(name, f"indexed_{name}", key, LOOKED_UP_BY.get(name, ()), tells=name in NAMES)
        for name, key in (NAMES | TABLES).items()
    ]
    index.write(path, session, tables, words=f"indexed_{index.WORDS}", version=VERSION)


def open_index(folder: Path, on: date, lists: pa.Table) -> Index:
    """The index of a finished build, which is written first where it is missing or of another version."""
    path = folder / NAME
    with _writing:
        if index.version(path) != VERSION:
            _write_anew(folder, on, lists, path)
    return Index(path)


def is_sound(folder: Path) -> bool:
    """Whether a build has its index, and all of it can be read."""
    return index.version(folder / NAME) == VERSION and index.is_sound(folder / NAME)


def _write_anew(folder: Path, on: date, lists: pa.Table, path: Path) -> None:
    """Written aside and renamed, so that whoever reads meanwhile reads a whole one."""
    handle, name = tempfile.mkstemp(prefix=f".{NAME}.", dir=folder)
    os.close(handle)
    aside = Path(name)
    try:
        with Session() as session:
            open_people(session, folder, READ_FROM, WHOLE_HOME, Purpose.LINK)
            session.run("ALTER TABLE links RENAME TO linked")
            _complete_gaps(session)
            _add_where_kept(session, folder, "history", HISTORY)
            _add_where_kept(session, folder, "aliases", ALIASES)
            _add_where_kept(session, folder, "reviews", REVIEWS)
            _add_where_kept(session, folder, "residence", RESIDENCE)
            _add_where_kept(session, folder, "participation", PARTICIPATION)
            count(session, on=on, unit_on=unit_on(load_areas(), on))
            write_index(session, lists, aside)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def _complete_gaps(session: Session) -> None:
    """Columns that the gaps of an older build lack are there and empty."""
    session.run("ALTER TABLE gaps RENAME TO written_gaps")
    session.add("gaps", as_table([]))
    session.run("INSERT INTO gaps BY NAME SELECT * FROM written_gaps")


def _add_where_kept(session: Session, folder: Path, table: str, schema: pa.Schema) -> None:
    """A table that an older build lacks is there and empty."""
    session.add(table, schema.empty_table())
    if (folder / f"{table}.parquet").is_file():
        open_people(session, folder, [table], WHOLE_HOME, Purpose.LINK)
