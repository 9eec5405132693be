"""Every accepted row of every list, side by side, with its place and the days for which it stands."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pyarrow as pa

from baophu.base.text import fold
from baophu.engine.session import Session
from baophu.engine.tables import table_of
from baophu.lists.kinds import kind_named
from baophu.register.names import numbered, words_of

STEPS = Path(__file__).parent / "steps"
RESIDENTS = "residents"
# More than any row's number in its list, which is of 32 bits: the number of a row among those of all lists is
# that number, added to the `row_zero` of its list.
ROWS_OF_A_LIST = 1 << 32

# What a row of any kind may carry into the register; a kind that has no such column leaves it empty.
COLUMNS = pa.schema(
    [
        ("row", pa.int32()),
        ("name", pa.string()),
        ("name_key", pa.string()),
        ("birth_date", pa.date32()),
        ("birth_precision", pa.string()),
        ("sex", pa.string()),
        ("national_id", pa.string()),
        ("insurance_number", pa.string()),
        ("ethnicity", pa.string()),
        ("unit", pa.string()),
        ("hamlet_name", pa.string()),
        ("household", pa.string()),
        ("household_head", pa.string()),
        ("relation", pa.string()),
        ("residence", pa.string()),
        ("phone", pa.string()),
        ("doubts", pa.string()),
        ("scheme", pa.string()),
        ("group", pa.string()),
        ("from", pa.date32()),
        ("to", pa.date32()),
        ("method_months", pa.int32()),
        ("employer", pa.string()),
        ("wage", pa.int64()),
        ("issued_in", pa.string()),
        ("school", pa.string()),
        ("class", pa.string()),
        ("insured", pa.string()),
        ("registered_on", pa.date32()),
        ("card_date", pa.date32()),
        ("death_date", pa.date32()),
        ("moved_on", pa.date32()),
        ("direction", pa.string()),
        ("plan", pa.string()),
        ("months", pa.int32()),
        ("died_on", pa.date32()),
    ]
)
_TYPES = {pa.int32(): "INTEGER", pa.int64(): "BIGINT", pa.string(): "VARCHAR", pa.date32(): "DATE"}
# What people decided of two rows: that they are one person's, or not. Both orders of a pair are there.
DECIDED = pa.schema([("rid", pa.int64()), ("other_rid", pa.int64()), ("same", pa.bool_())])
LISTS = pa.schema(
    [
        ("list_no", pa.int32()),
        ("list", pa.string()),
        ("file", pa.string()),
        ("sheet", pa.string()),
        ("kind", pa.string()),
        ("sender", pa.string()),
        ("as_of", pa.date32()),
        ("path", pa.string()),
        ("batch", pa.int32()),
        ("row_zero", pa.int64()),
    ]
)
EXTENTS = pa.schema(
    [("list_no", pa.int32()), ("kind", pa.string()), ("as_of", pa.date32()), ("extent", pa.string())]
)
HOME_PROVINCES = pa.schema([("as_of", pa.date32()), ("code", pa.string())])
HAMLETS = pa.schema([("unit", pa.string()), ("hamlet_name", pa.string()), ("hamlet", pa.string())])


@dataclass(frozen=True, slots=True)
class SourceList:
    """A list as the register needs it. `extents` are what it speaks for (see `lists.keeping`)."""

    id: str
    file: str
    sheet: str
    kind: str
    sender: str
    as_of: date
    rows_path: Path
    extents: tuple[str, ...]


def gather(
    session: Session,
    sources: Iterable[SourceList],
    *,
    home: str,
    hamlets: Iterable[tuple[str, str, str]],
    place_of: Callable[[str], str],
    same_ground: Callable[[str, str], bool],
    provinces_on: Callable[[date], Iterable[str]],
    day: date,
) -> int:
    """Make the tables `received` and `rows` from the lists about people; returns how many rows.

    `home` is the unit whose home it is. `hamlets` are (unit, folded name, hamlet key); `place_of` gives the
    unit that a unit's ground belongs to on the build's `day`, so that people from before and after a merger
    meet; `same_ground` says whether of two units one is the other or went into it, so that a list takes the
    place of older ones; `provinces_on` gives the digits on cards issued at home as of a day, by which others
    are told.
    """
    about_people = [source for source in sources if kind_named(source.kind).of_register]
    session.add("lists", _lists(about_people))
    session.add("hamlets", table_of(HAMLETS, hamlets))
    session.add("decided", DECIDED.empty_table())
    _receive(session, [source.rows_path for source in about_people])
    session.add("extents", _extents(about_people, _distinct(session, "unit"), same_ground))
    session.add("ground", _mapping(session, "unit", place_of, "place"))
    session.add("schools", _mapping(session, "school", fold, "school_key"))
    session.add("home_provinces", _home_provinces(about_people, provinces_on))
    session.add("home", pa.table({"unit": [home]}))
    session.add("moment", pa.table({"day": pa.array([day], pa.date32())}))
    for step in ("placed", "standing", "parts", "households"):
        session.step(STEPS, step)
    names, keys = numbered(session.ask("SELECT DISTINCT name, name_key FROM received"))
    session.add("numbered_names", names)
    session.add("numbered_keys", keys)
    session.add("key_words", words_of(keys))
    session.step(STEPS, "rows")
    session.run("DROP TABLE households")
    return int(str(session.value("SELECT count(*) FROM rows")))


def _receive(session: Session, paths: list[Path]) -> None:
    """Make `received`, the rows as the lists have them, each with its number `rid` among those of all lists.

    They are read again whenever it is asked.
    """
    if not paths:
        empty = COLUMNS.empty_table().append_column("rid", pa.array([], pa.int64()))
        session.add("received", empty.append_column("list_no", pa.array([], pa.int32())))
        return
    session.watch("received_files", paths)
    present = set(session.ask("SELECT * FROM received_files LIMIT 0").column_names)
    columns = ", ".join(
        f'r."{name}"' if name in present else f'CAST(NULL AS {_TYPES[COLUMNS.field(name).type]}) AS "{name}"'
        for name in COLUMNS.names
    )
    session.run(
        "CREATE OR REPLACE VIEW received AS "
        f"SELECT l.row_zero + r.row AS rid, l.list_no, {columns} "
        "FROM received_files r JOIN lists l ON l.path = r.filename"
    )


def _mapping(session: Session, column: str, function: Callable[[str], str], target: str) -> pa.Table:
    values = _distinct(session, column)
    return pa.table(
        {column: pa.array(values, pa.string()), target: pa.array([function(v) for v in values], pa.string())}
    )


def _distinct(session: Session, column: str) -> list[str]:
    values: list[str] = (
        session.ask(f"SELECT DISTINCT {column} FROM received WHERE {column} IS NOT NULL ORDER BY {column}")
        .column(0)
        .to_pylist()
    )
    return values


def _home_provinces(sources: list[SourceList], codes_on: Callable[[date], Iterable[str]]) -> pa.Table:
    days = sorted({source.as_of for source in sources})
    return table_of(HOME_PROVINCES, [(day, code) for day in days for code in sorted(codes_on(day))])


def _lists(sources: list[SourceList]) -> pa.Table:
    batches = _batches(sources)
    rows = [
        (
            number,
            s.id,
            s.file,
            s.sheet,
            s.kind,
            s.sender,
            s.as_of,
            str(s.rows_path),
            batch,
            number * ROWS_OF_A_LIST,
        )
        for number, (s, batch) in enumerate(zip(sources, batches, strict=True), 1)
    ]
    return table_of(LISTS, rows)


def _batches(sources: list[SourceList]) -> list[int]:
    """In which turn each list is linked: first of each kind and residents at once, then day by day."""
    firsts: dict[str, date] = {}
    for source in sources:
        firsts[source.kind] = min(source.as_of, firsts.get(source.kind, source.as_of))
    later = [s.kind != RESIDENTS and s.as_of > firsts[s.kind] for s in sources]
    days = sorted({s.as_of for s, is_later in zip(sources, later, strict=True) if is_later})
    return [days.index(s.as_of) + 2 if is_later else 1 for s, is_later in zip(sources, later, strict=True)]


def _extents(
    sources: list[SourceList], units: list[str], same_ground: Callable[[str, str], bool]
) -> pa.Table:
    """What each list speaks for, a unit also by the other `units` that lists print for its ground."""

    @cache
    def others(own: str) -> list[str]:
        return [unit for unit in units if unit != own and same_ground(unit, own)]

    def spellings(extent: str) -> list[str]:
        parts = extent.split("|")
        own = next((part for part in parts if "@" in part), None)
        also = others(own) if own else []
        return [extent, *("|".join(unit if part == own else part for part in parts) for unit in also)]

    rows = [
        (number, s.kind, s.as_of, spelling)
        for number, s in enumerate(sources, 1)
        for extent in s.extents
        for spelling in spellings(extent)
    ]
    return table_of(EXTENTS, rows)
