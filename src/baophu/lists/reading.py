"""A received file into its tables: what was recognised, accepted, doubted and rejected."""

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from baophu.base.errors import UserError
from baophu.base.words import N_
from baophu.engine.clean_rows import CleanRows
from baophu.lists.bands import tables_in
from baophu.lists.body import Body, Reject, read_body
from baophu.lists.cleaning.columns import Context
from baophu.lists.draft import Surroundings
from baophu.lists.headings import is_heading
from baophu.lists.kinds import kind_named
from baophu.lists.layout import Layout
from baophu.lists.opening import open_file
from baophu.lists.places import Places
from baophu.lists.problems import Problem
from baophu.lists.raw_table import RawTable
from baophu.lists.recognising import (
    MissingColumns,
    NoHeader,
    UnknownKind,
    missing_columns,
    recognise,
    table_words,
)
from baophu.lists.titles import as_of_day, take_sender
from baophu.lists.told import (
    NOT_READ,
    Known,
    Told,
    added_columns,
    heading_keys,
    mark_in,
    row_numbers,
    take_off_quotes,
)
from baophu.lists.workbook import Cell, Merge, Sheet

type Day = date

READER_VERSION = "2"
_BIG = 4 << 20  # bytes


class MissingDate(UserError):
    message = N_("{table}: the day that the list is true for is not said in its title.")
    advice = N_("Say the day below, then have the file read again.")
    command = N_("Say it with --on, for example --on 2023-09-30.")
    exit_code = 15


@dataclass(frozen=True, slots=True)
class FoundTable:
    """One table read. `rows` are all rows of the sheet that hold something: accepted + rejected + structure.

    `doubtful` counts the accepted rows with doubts. `columns` maps column names to headings as printed,
    `places` to positions; `heading` is the header as printed, `titles` the texts above it, `unread` the
    headings nobody understood. `others` are the rows of titles, header, sections, totals and footers with
    their numbers, `merges` the merged cells down to the header; `told` is what was known beforehand.
    `own_sender` and `own_day` are what file and table say themselves.
    Of rows that came back mended `added` are the columns they were sent with, `returned` maps a row to its
    number in the list that it mends.
    `kept` holds the accepted rows: `sheet`, `row`, `doubts`, then the kind's columns; `clean` are all of them
    in one table, which takes much room where they are many.
    """

    file: str
    sheet: str
    part: int
    kind: str
    sender: str | None
    date: date
    header_row: int
    rows: int
    accepted: int
    doubtful: int
    rejected: int
    structure: int
    problems: list[Problem]
    columns: dict[str, str]
    places: dict[str, int]
    kept: CleanRows
    rejects: list[Reject]
    heading: list[str]
    titles: list[str]
    unread: list[str]
    first_header_row: int = 0
    others: list[tuple[int, list[Cell]]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    told: Told = field(default_factory=Told)
    own_sender: str | None = None
    own_day: Day | None = None
    added: frozenset[int] = frozenset()
    returned: dict[int, int] = field(default_factory=dict)

    @property
    def clean(self) -> pa.Table:
        return self.kept.table()

    def as_json(self, with_rows: bool = False) -> dict[str, Any]:
        """The table as `receive` reports it; with `clean`, the accepted rows, where asked."""
        plain = ("file", "sheet", "kind", "sender", "date", "header_row", "rows", "accepted", "doubtful",
                 "rejected", "structure")  # fmt: skip
        found: dict[str, Any] = {name: getattr(self, name) for name in plain} | {
            "date": self.date.isoformat()
        }
        found["problems"] = [
            {"row": one.row, "column": one.column, "value": one.value, "reason": one.reason, "code": one.code}
            for one in self.problems
        ]
        found |= {"columns": self.columns, "unread": self.unread}
        if with_rows:
            found["clean"] = [
                {name: _plain(value) for name, value in row.items()}
                for part in self.kept.parts()
                for row in part.to_pylist()
            ]
        return found


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


@dataclass(frozen=True, slots=True)
class _Request:
    """What `read_file` was asked for."""

    path: Path
    places: Places
    known: Known


@dataclass(frozen=True, slots=True)
class _Seen:
    """A table as found, its sender as its titles name it, and what is known of it."""

    sheet: Sheet
    raw: RawTable
    sender: str | None
    told: Told


def read_file(
    path: Path,
    *,
    places: Places,
    kind: str | None = None,
    sender: str | None = None,
    on: date | None = None,
    known: Known | None = None,
) -> list[FoundTable]:
    """All tables of a file, hidden sheets aside.

    `kind`, `sender` and `on` overrule what headings and titles say, and so does what is `known`. A sheet that
    is no list is told as a problem of the first table. Raises EmptyFile, NotAWorkbook, PasswordProtected,
    TooManyRows, NoHeader, UnknownKind, MissingColumns, MissingDate and MendsUnknown.
    """
    said = Told(kind, sender, on)
    known = known or Known()
    request = _Request(path, places, replace(known, file=said.over(known.file)))
    with _without_collecting():
        return _read_tables(request)


def _read_tables(request: _Request) -> list[FoundTable]:
    path = request.path
    sheets = _open(request)
    found = [_see(request, band, raw) for sheet in sheets for band, raw in tables_in(sheet)]
    headless = {sheet.name for sheet in sheets if sheet.rows} - {seen.sheet.name for seen in found}
    unread: list[tuple[str, UserError]] = [(name, NoHeader(file=path.name)) for name in sorted(headless)]
    days = _days(request, found)
    tables: list[FoundTable] = []
    for seen, day in zip(found, days, strict=True):
        try:
            tables.append(_read_table(request, seen, day))
        except (UnknownKind, MissingColumns) as error:
            unread.append((seen.sheet.name, error))
    if not tables:
        raise next((error for _name, error in unread if not isinstance(error, NoHeader)), unread[0][1])
    tables[0].problems.extend(_sheet_problem(name, error) for name, error in unread)
    return tables


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Rows hold no cycles; to look for some among a million takes a tenth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _open(request: _Request) -> list[Sheet]:
    """The sheets; while a big file is parsed, which leaves Python free, what is needed next is made ready."""
    if not request.path.is_file() or request.path.stat().st_size < _BIG:
        return open_file(request.path)
    with ThreadPoolExecutor(1) as helper:
        helper.submit(_get_ready, request.places)
        return open_file(request.path)


def _get_ready(places: Places) -> None:
    """Names of places and headings are put in order when they are asked for first."""
    places.is_elsewhere("")
    is_heading("")


def _sheet_problem(name: str, error: UserError) -> Problem:
    return Problem(0, "sheet", name, "no_header" if isinstance(error, NoHeader) else "unknown_kind")


def _see(request: _Request, sheet: Sheet, raw: RawTable) -> _Seen:
    sender = take_sender(raw.titles)
    if mark_in(raw.headings):
        take_off_quotes(raw)
    told = request.known.of(raw, sender, table_words(request.path.name, raw.sheet))
    return _Seen(sheet, raw, sender, told)


def _days(request: _Request, found: list[_Seen]) -> list[date | None]:
    """The as-of day of each table; one without takes the day on which all others agree."""
    said = [as_of_day([*seen.raw.titles, seen.raw.sheet]) for seen in found]
    common: set[date | None] = {day for day in said if day} or {as_of_day([request.path.stem])}
    other = next(iter(common)) if len(common) == 1 else None
    return [day or other for day in said]


def _read_table(request: _Request, seen: _Seen, said: date | None) -> FoundTable:
    """A table; `said` is the day that it says itself."""
    raw, told, places = seen.raw, seen.told, request.places
    day = told.day(said)
    kind = kind_named(told.kind) if told.kind else None
    layout = recognise(raw, request.path.name, kind, Context(day or date.max, places), told.columns)
    if day is None:
        raise MissingDate(table=table_words(request.path.name, raw.sheet))
    sheet, stem = told.sheet or raw.sheet, told.stem or request.path.stem
    around = Surroundings(layout.kind, day, places, raw.titles, sheet, stem, seen.sheet.serials)
    returned = row_numbers(raw) if told.mends else {}
    body = read_body(raw, layout, seen.sheet.merges, around)
    _refuse_unsaid(request.path, raw, layout, body)
    return replace(_found(request, seen, layout, day, body), own_day=said, returned=returned)


def _refuse_unsaid(path: Path, raw: RawTable, layout: Layout, body: Body) -> None:
    """Required columns that may be said elsewhere, and are said nowhere."""
    unsaid = [
        column
        for column in layout.kind.columns
        if column.required
        and column.name not in layout.places
        and raw.rows
        and column.name not in body.filled
    ]
    if unsaid and not all(column.either in layout.places for column in unsaid):
        raise missing_columns(raw, path.name, layout, unsaid)


def _found(request: _Request, seen: _Seen, layout: Layout, day: date, body: Body) -> FoundTable:
    raw, told = seen.raw, seen.told
    shown = [" | ".join(heading) for heading in raw.headings]
    return FoundTable(
        file=request.path.name,
        sheet=raw.sheet,
        part=raw.part,
        kind=layout.kind.name,
        sender=told.sender or seen.sender,
        date=day,
        header_row=raw.header_row,
        rows=len(raw.rows) + raw.structure,
        accepted=body.accepted,
        doubtful=body.doubtful,
        rejected=len(body.rejects),
        structure=raw.structure,
        problems=body.problems,
        columns={name: shown[place] for name, place in layout.places.items()},
        places=layout.places,
        kept=body.clean,
        rejects=body.rejects,
        heading=shown + [""] * (seen.sheet.rows.widest - len(shown)),
        titles=raw.titles,
        unread=_unread(raw, shown, layout, told),
        first_header_row=raw.first_header_row,
        others=raw.others,
        merges=[merge for merge in seen.sheet.merges if merge[0] <= raw.header_row],
        told=told,
        own_sender=seen.sender,
        added=added_columns(raw.headings) if told.mends else frozenset(),
    )


def _unread(raw: RawTable, shown: list[str], layout: Layout, told: Told) -> list[str]:
    """The headings that nobody understood, those aside that are not to be read."""
    aside = {
        place for place, key in enumerate(heading_keys(raw.headings)) if told.columns.get(key) == NOT_READ
    }
    read = aside.union(layout.places.values())
    return [text for place, text in enumerate(shown) if text and place not in read]
