"""`baophu receive`: read lists that were sent, keep them, hand back what was rejected."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from baophu.base.errors import UserError
from baophu.base.numbers import format_count, format_date, format_moment
from baophu.base.words import N_, _
from baophu.cli.columns import read_columns
from baophu.cli.entering import enter
from baophu.cli.kinds import kind_worded
from baophu.cli.options import DayOption, Format, FormatOption, HomeOption, LanguageOption, UserOption
from baophu.cli.output import say, show
from baophu.cli.reasons import reason_lines
from baophu.cli.worded import Commands
from baophu.lists.kinds import kind_words
from baophu.lists.opening import is_lock
from baophu.lists.others import cell_text, structure_text
from baophu.lists.reading import FoundTable
from baophu.lists.reading_many import Request, read_many
from baophu.lists.rejects import worded
from baophu.lists.told import Told
from baophu.store.actions.corrections import remember_corrections
from baophu.store.actions.lists import Kept, keep_lists
from baophu.store.known import known
from baophu.store.mending import fit_mended
from baophu.store.models import Account, ListCorrection, ReceivedList
from baophu.store.permissions import may
from baophu.store.questions import lists_beside, lists_far_longer, the_office
from baophu.store.rejected import write_rejected
from baophu.store.visiting import fit_visits

COLUMNS = {
    "file": N_("File"),
    "sheet": N_("Sheet"),
    "kind": N_("Kind"),
    "date": N_("Day"),
    "rows": N_("Rows"),
    "accepted": N_("Accepted"),
    "doubtful": N_("Doubtful"),
    "rejected": N_("Rejected"),
    "structure": N_("Structure"),
    "kept": N_("Kept"),
}
SOME_FILES_FAILED = 10

app = Commands()


@app.add("receive")
def receive(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help=N_("Files as they were sent: xlsx, xls, csv."))
    ],
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help=N_("Kind of list, where it is not recognised.")),
    ] = None,
    sender: Annotated[str | None, typer.Option("--sender", metavar="TEXT", help=N_("Who sent it."))] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            "--column",
            metavar="HEADING=COLUMN",
            help=N_("Which column a heading means, “-” for none; may be given several times."),
        ),
    ] = None,
    on: DayOption = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=N_("Only read, keep nothing."))] = False,
    rows: Annotated[
        bool, typer.Option("--rows", help=N_("Give the rows that were read too (JSON)."))
    ] = False,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    # Of `*.xlsx` the shell gives what Excel put beside an open list, too.
    wanted = [path for path in files if not is_lock(path)] or files
    told = replace(known(), file=Told(columns=read_columns(column or ())))
    requests = [Request(path, kind, sender, on, told) for path in wanted]
    receive_files(requests, by=None if dry_run else by, rows=rows, format=format)


def receive_files(
    requests: Sequence[Request], *, by: Account | None, rows: bool = False, format: Format | None = None
) -> None:
    """Read files, keep them (without `by` only read) and tell what was found; exit 10 where one failed."""
    found: list[dict[str, Any]] = []
    failed = False
    for request, tables in zip(requests, read_many(requests, the_office().area), strict=True):
        try:
            found += _keep(request, _or_raise(tables), by=by, rows=rows)
        except UserError as error:
            failed = True
            say(_failed(request.path, error))
    if found or format:
        show(found, format, COLUMNS, worded=kind_worded)
    if failed:
        raise typer.Exit(SOME_FILES_FAILED)


def _failed(path: Path, error: UserError) -> str:
    words = error.command_words()
    return words if path.name in words else f"{path.name}: {words}"


def _or_raise(tables: list[FoundTable] | UserError) -> list[FoundTable]:
    if isinstance(tables, UserError):
        raise tables
    return tables


def _keep(
    request: Request, tables: list[FoundTable], *, by: Account | None, rows: bool
) -> list[dict[str, Any]]:
    """Keep what was found and tell it, and remember what was said of it; without `by` only tell it."""
    path = request.path
    tables = fit_mended(path, fit_visits(path, tables))
    kept = keep_lists(by=by, path=path, tables=tables) if by else None
    workbook = write_rejected(path, tables) if by else None
    if by and may(by, "remember_correction"):
        remember_corrections(by=by, tables=tables, said=lambda _table: request.said)
    _tell(request, tables, kept, workbook)
    return [
        table.as_json(with_rows=rows)
        | {
            "date": table.date,
            "list": kept.lists[place].pk if kept else None,
            "kept": kept.new[place] if kept else False,
            "rejects": str(workbook) if workbook and table.rejects else None,
            **(_other_rows(table) if rows else {}),
            "mends": table.told.mends,
            "correction": table.told.correction,
        }
        for place, table in enumerate(tables)
    ]


def _other_rows(table: FoundTable) -> dict[str, Any]:
    """The rows that were not accepted, as printed, and why."""
    return {
        "rejected_rows": [
            {
                "row": one.row,
                "cells": [cell_text(cell) for cell in one.cells],
                "why": worded(one.reasons, table),
            }
            for one in table.rejects
        ],
        "structure_rows": [{"row": row, "text": structure_text(cells)} for row, cells in table.others],
    }


def _tell(request: Request, tables: list[FoundTable], kept: Kept | None, workbook: Path | None) -> None:
    for table in tables:
        say(_tell_table(table))
        for line in _tell_known(table, request.said):
            say("  " + line)
        for line in reason_lines(table):
            say("  " + line)
    for one in (one for one, new in zip(kept.lists, kept.new, strict=True) if new) if kept else ():
        for other in lists_beside(one):
            say(_tell_beside(one, other))
        for other in lists_far_longer(one)[:1]:
            say(_tell_far_longer(one, other))
    if kept and not any(kept.new):
        say(_("{file} was received before; it is kept once.").format(file=request.path.name))
    if kept and kept.hamlets:
        say(_("{count} new hamlets.").format(count=kept.hamlets))
    if workbook:
        say(_("Rejected rows, to be sent back: {path}").format(path=workbook))


def _tell_known(table: FoundTable, said: Told) -> Iterator[str]:
    """That it mends a list, or is read as lists like it were corrected, where that was not said now."""
    if table.told.mends:
        words = _("it mends rows of list {number} and counts together with it")
        yield words.format(number=table.told.mends)
    correction = ListCorrection.standing.filter(pk=table.told.correction).first()
    if correction and not _says(said, correction):
        words = _("read as corrected on {day} by {name}; to forget it: “baophu lists forget {number}”")
        yield words.format(day=format_moment(correction.at), name=correction.by.name, number=correction.pk)


def _says(said: Told, correction: ListCorrection) -> bool:
    """Whether all that was corrected is said now."""
    columns = set(correction.columns.items()) <= set(said.columns.items())
    kind, sender = correction.kind in ("", said.kind), correction.sender in ("", said.sender)
    return kind and sender and columns and correction.months is None


def _tell_beside(new: ReceivedList, older: ReceivedList) -> str:
    words = _(
        "{file}: list {number} ({other}) of the same kind, day and sender stands too, and both count. If the "
        "new list takes its place: “baophu lists withdraw {number} --why …”."
    )
    return words.format(file=new.file.name, number=older.pk, other=older.file.name)


def _tell_far_longer(new: ReceivedList, older: ReceivedList) -> str:
    words = _(
        "{file}: from {day} on it takes the place of list {number} ({other}), which has {rows} rows and this "
        "one {accepted}. If it names only some of the people: “baophu lists withdraw {own} --why …”, and ask "
        "for a whole list."
    )
    return words.format(
        file=new.file.name,
        day=format_date(new.as_of),
        number=older.pk,
        other=older.file.name,
        rows=format_count(older.accepted),
        accepted=format_count(new.accepted),
        own=new.pk,
    )


def _tell_table(table: FoundTable) -> str:
    words = _(
        "{table}: {kind} of {date}, {rows} rows = {accepted} accepted + {rejected} rejected + {structure} of "
        "titles and totals; {doubtful} of the accepted are doubtful."
    )
    return words.format(
        table=f"{table.file}#{table.sheet}" if table.sheet else table.file,
        kind=kind_words(table.kind),
        date=format_date(table.date),
        rows=format_count(table.rows),
        accepted=format_count(table.accepted),
        rejected=format_count(table.rejected),
        structure=format_count(table.structure),
        doubtful=format_count(table.doubtful),
    )
