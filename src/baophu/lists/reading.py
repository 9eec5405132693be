"""A received file into its tables: what was recognised, accepted, doubted and rejected."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from baophu.base.errors import UserError
from baophu.base.words import N_
from baophu.lists.checking import check
from baophu.lists.cleaning.columns import Context, arrow_type
from baophu.lists.cleaning.spelling import fold_words
from baophu.lists.cleaning.words import read_text
from baophu.lists.deriving import STEPS
from baophu.lists.draft import Draft, Surroundings
from baophu.lists.drafting import PRINTED_AS, make_draft
from baophu.lists.kinds import kind_named
from baophu.lists.kinds.declare import Kind
from baophu.lists.layout import Layout
from baophu.lists.opening import open_file
from baophu.lists.places import Places
from baophu.lists.placing import place_rows
from baophu.lists.problems import Problem
from baophu.lists.recognising import (
    MissingColumns,
    NoHeader,
    UnknownKind,
    missing_columns,
    recognise,
    table_words,
)
from baophu.lists.table import RawTable, find_tables
from baophu.lists.titles import as_of_day, take_sender
from baophu.lists.workbook import Cell, Sheet

READER_VERSION = "1"


class MissingDate(UserError):
    message = N_("{table}: the day that the list is true for is not said in its title.")
    advice = N_("Say it with --on, for example --on 2023-09-30.")
    exit_code = 15


@dataclass(frozen=True, slots=True)
class Reject:
    """A rejected row: its number in the spreadsheet, its cells as printed, why, the sections above it."""

    row: int
    cells: list[Cell]
    reasons: list[Problem]
    sections: list[str]


@dataclass(frozen=True, slots=True)
class FoundTable:
    """One table read. `rows` are all rows of the sheet that hold something: accepted + rejected + structure.

    `doubtful` counts the accepted rows with doubts. `columns` maps column names to headings as printed,
    `places` to positions; `heading` is the header as printed, `titles` the texts above it, `unread` the
    headings nobody understood.
    `clean` holds the accepted rows: `sheet`, `row`, `doubts`, then the kind's columns.
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
    clean: pa.Table
    rejects: list[Reject]
    heading: list[str]
    titles: list[str]
    unread: list[str]

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
                {name: _plain(value) for name, value in row.items()} for row in self.clean.to_pylist()
            ]
        return found


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


@dataclass(frozen=True, slots=True)
class _Request:
    """What `read_file` was asked for."""

    path: Path
    places: Places
    kind: Kind | None
    sender: str | None
    on: date | None


def read_file(
    path: Path, *, places: Places, kind: str | None = None, sender: str | None = None, on: date | None = None
) -> list[FoundTable]:
    """All tables of a file, hidden sheets aside.

    `kind`, `sender` and `on` overrule what headings and titles say. A sheet that is no list is told as a
    problem of the first table. Raises EmptyFile, NotAWorkbook, PasswordProtected, TooManyRows, NoHeader,
    UnknownKind, MissingColumns and MissingDate.
    """
    request = _Request(path, places, kind_named(kind) if kind else None, sender, on)
    sheets = open_file(path)
    found = [(sheet, raw) for sheet in sheets for raw in find_tables(sheet)]
    headless = {sheet.name for sheet in sheets if sheet.rows} - {sheet.name for sheet, _raw in found}
    unread: list[tuple[str, UserError]] = [(name, NoHeader(file=path.name)) for name in sorted(headless)]
    days = _days(request, [raw for _sheet, raw in found])
    tables: list[FoundTable] = []
    for sheet, raw in found:
        try:
            tables.append(_read_table(request, sheet, raw, days[id(raw)]))
        except (UnknownKind, MissingColumns) as error:
            unread.append((sheet.name, error))
    if not tables:
        raise next((error for _name, error in unread if not isinstance(error, NoHeader)), unread[0][1])
    tables[0].problems.extend(_sheet_problem(name, error) for name, error in unread)
    return tables


def _sheet_problem(name: str, error: UserError) -> Problem:
    return Problem(0, "sheet", name, "no_header" if isinstance(error, NoHeader) else "unknown_kind")


def _days(request: _Request, raws: list[RawTable]) -> dict[int, date | None]:
    """The as-of day of each table; one without takes the day on which all others agree."""
    said = {id(raw): as_of_day([*raw.titles, raw.sheet]) for raw in raws}
    common: set[date | None] = {day for day in said.values() if day} or {as_of_day([request.path.stem])}
    other = next(iter(common)) if len(common) == 1 else None
    return {table: request.on or day or other for table, day in said.items()}


def _read_table(request: _Request, sheet: Sheet, raw: RawTable, day: date | None) -> FoundTable:
    stem, places = request.path.stem, request.places
    sender = take_sender(raw.titles)
    layout = recognise(raw, request.path.name, request.kind, Context(day or date.max, places))
    if day is None:
        raise MissingDate(table=table_words(request.path.name, raw.sheet))
    around = Surroundings(layout.kind, day, places, raw.titles, raw.sheet, stem)
    draft = make_draft(raw, layout, sheet.merges, around)
    _finish(draft)
    _refuse_unsaid(request.path, raw, layout, draft)
    return _found(request, raw, layout, draft, request.sender or sender)


def _refuse_unsaid(path: Path, raw: RawTable, layout: Layout, draft: Draft) -> None:
    """Required columns that may be said elsewhere, and are said nowhere."""
    unsaid = [
        column
        for column in layout.kind.columns
        if column.required
        and column.name not in layout.places
        and draft.size
        and not any(draft.column(column.name))
    ]
    if unsaid and not all(column.either in layout.places for column in unsaid):
        raise missing_columns(raw, path.name, layout, unsaid)


def _finish(draft: Draft) -> None:
    kind = draft.around.kind
    for step in kind.steps:
        STEPS[step](draft)
    for name, value in kind.constants:
        draft.values[name] = [value] * draft.size
    place_rows(draft)
    if kind.about_people:
        keys = {name: fold_words(name) for name in set(draft.column("name")) if name}
        draft.values["name_key"] = [keys.get(name) for name in draft.column("name")]


def _found(request: _Request, raw: RawTable, layout: Layout, draft: Draft, sender: str | None) -> FoundTable:
    doubts, rejections = check(draft)
    kept = [place for place in range(draft.size) if place not in rejections]
    shown = [" | ".join(heading) for heading in raw.headings]
    problems = [
        Problem(raw.numbers[place], column, _printed(draft, place, column), code)
        for place in sorted(doubts.keys() | rejections.keys())
        for column, code in dict.fromkeys([*rejections.get(place, ()), *doubts.get(place, ())])
    ]
    of_row: dict[int, list[Problem]] = {}
    for problem in problems:
        of_row.setdefault(problem.row, []).append(problem)
    rejected = [place for place in range(draft.size) if place in rejections]
    return FoundTable(
        file=request.path.name,
        sheet=raw.sheet,
        part=raw.part,
        kind=layout.kind.name,
        sender=sender,
        date=draft.around.on,
        header_row=raw.header_row,
        rows=draft.size + raw.structure,
        accepted=len(kept),
        doubtful=sum(1 for place in kept if place in doubts),
        rejected=len(rejected),
        structure=raw.structure,
        problems=problems,
        columns={name: shown[place] for name, place in layout.places.items()},
        places=layout.places,
        clean=_clean_table(draft, raw, kept, doubts),
        rejects=[
            Reject(raw.numbers[i], raw.rows[i], of_row[raw.numbers[i]], raw.sections_over(i))
            for i in rejected
        ],
        heading=shown,
        titles=raw.titles,
        unread=[text for place, text in enumerate(shown) if text and place not in layout.places.values()],
    )


def _printed(draft: Draft, place: int, column: str) -> str:
    """The cell as printed, also where the column was made of others."""
    for name in (column, *PRINTED_AS.get(column, ())):
        cells = draft.cells.get(name)
        if cells and (text := read_text(cells[place])[0]):
            return text
    return ""


def _clean_table(
    draft: Draft, raw: RawTable, kept: list[int], doubts: dict[int, list[tuple[str, str]]]
) -> pa.Table:
    """The accepted rows in the kind's columns, preceded by where they come from and their doubts."""
    coded = {
        place: ";".join(dict.fromkeys(f"{c}:{code}" for c, code in found)) for place, found in doubts.items()
    }
    whole: dict[str, pa.Array] = {
        "sheet": pa.array([raw.sheet] * draft.size, pa.string()),
        "row": pa.array(raw.numbers, pa.int32()),
        "doubts": pa.array([coded.get(place, "") for place in range(draft.size)], pa.string()),
    }
    for column in draft.around.kind.columns:
        whole[column.name] = pa.array(draft.column(column.name), arrow_type(column.type))
    table = pa.table(whole)
    return table if len(kept) == draft.size else table.take(pa.array(kept, pa.int64()))
