"""`baophu classes`: classes of communes and hamlets that decide who pays."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from django.db import transaction

from baophu.base.dates import Interval
from baophu.base.errors import UserError
from baophu.base.numbers import format_count
from baophu.base.words import N_, _
from baophu.cli.decision_files import Line, WrongRow, read_lines
from baophu.cli.entering import enter
from baophu.cli.options import (
    FormatOption,
    HomeOption,
    LanguageOption,
    UserOption,
    parse_day,
    parse_file,
    shared_options,
)
from baophu.cli.output import say, show
from baophu.cli.worded import Commands
from baophu.store.actions.places import set_class
from baophu.store.gathering import gather_inputs
from baophu.store.models import Account

COLUMNS = {
    "place": N_("Place"),
    "kind": N_("Class"),
    "value": N_("Value"),
    "from": N_("From"),
    "to": N_("To"),
    "source": N_("Source"),
}
# Column of a file of classes → its Vietnamese heading.
FILE_COLUMNS = {
    "place": "địa bàn",
    "kind": "loại",
    "value": "giá trị",
    "from": "từ ngày",
    "to": "đến ngày",
    "source": "văn bản",
}
REQUIRED = ("place", "kind", "value", "source")
DAY = "DATE"

app = Commands(callback=shared_options)


@app.add("list", help=N_("Show the classes that stand."))
def list_classes(
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    enter(home, user)
    rows = [
        {
            "place": one.place,
            "kind": one.kind.value,
            "value": one.value,
            "from": one.valid.first,
            "to": one.valid.last,
            "source": one.source,
        }
        for one in gather_inputs().classes
    ]
    show(rows, format, COLUMNS)


@app.add("set", help=N_("Set a class; for the same place, class and first day it replaces the earlier one."))
def set_one(
    place: Annotated[
        str,
        typer.Option(
            "--place",
            metavar="KEY",
            help=N_("Code or key of a unit (23485, 23485@) or key of a hamlet (23485@/03)."),
        ),
    ],
    kind: Annotated[
        str, typer.Option("--kind", metavar="CLASS", help=N_("zone, special_hardship, new_rural, …"))
    ],
    value: Annotated[
        str,
        typer.Option(
            "--value", metavar="TEXT", help=N_("For instance I, II, III; yes where there is no other.")
        ),
    ],
    source: Annotated[str, typer.Option("--source", metavar="TEXT", help=N_("The decision that says so."))],
    first: Annotated[
        date | None, typer.Option("--from", metavar=DAY, parser=parse_day, help=N_("First day."))
    ] = None,
    last: Annotated[
        date | None, typer.Option("--to", metavar=DAY, parser=parse_day, help=N_("Last day."))
    ] = None,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    row = set_class(by=by, kind=kind, value=value, place=place, source=source, valid=Interval(first, last))
    say(_("{place}: {kind} {value} stands.").format(place=row.place, kind=row.kind, value=row.value))


@app.add("import", help=N_("Set all classes of a file (xlsx, csv), or none where one is wrong."))
def import_file(
    file: Annotated[Path, typer.Argument(metavar="FILE", parser=parse_file, help=N_("One class a row."))],
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    lines = read_lines(file, FILE_COLUMNS, REQUIRED)
    with transaction.atomic():
        for line in lines:
            _set(line, by)
    say(_("{count} classes stand.").format(count=format_count(len(lines))))


def _set(line: Line, by: Account) -> None:
    try:
        set_class(
            by=by,
            kind=line["kind"],
            value=line["value"],
            place=line["place"],
            source=line["source"],
            valid=Interval(line.day("from"), line.day("to")),
        )
    except UserError as error:
        raise WrongRow(row=line.number, reason=error.command_words()) from error
