"""`baophu targets`: the targets given from above."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from django.db import transaction

from baophu.areas.units import load_areas
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
    parse_ppm,
    parse_whole,
    shared_options,
)
from baophu.cli.output import say, show
from baophu.cli.worded import Commands
from baophu.coverage import targets as coverage_targets
from baophu.store.actions.targets import set_target
from baophu.store.gathering import gather_inputs
from baophu.store.models import Account

COLUMNS = {
    "area_name": N_("Area"),
    "scheme": N_("Scheme"),
    "rate": N_("Target"),
    "people": N_("People"),
    "by": N_("By"),
    "document": N_("Document"),
    "issuer": N_("Issuer"),
    "decided_on": N_("Decided on"),
}
# Column of a file of targets → its Vietnamese heading.
FILE_COLUMNS = {
    "area": "địa bàn",
    "scheme": "loại hình",
    "rate": "chỉ tiêu (%)",
    "people": "số người",
    "by": "đến ngày",
    "document": "văn bản",
    "issuer": "cơ quan ban hành",
    "decided_on": "ngày ban hành",
}
REQUIRED = ("area", "scheme", "by", "document", "issuer", "decided_on")

app = Commands(callback=shared_options)


@app.add("list", help=N_("Show the targets that stand."))
def list_targets(
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    enter(home, user)
    show([_row(target) for target in gather_inputs().targets], format, COLUMNS)


def _row(target: coverage_targets.Target) -> dict[str, object]:
    return {
        "area": target.area,
        "area_name": load_areas().unit(target.area).name,
        "scheme": target.scheme,
        "rate": target.percent,
        "people": target.people,
        "by": target.by,
        "document": target.document,
        "issuer": target.issuer,
        "decided_on": target.decided_on,
    }


@app.add(
    "set", help=N_("Set a target; for the same area, scheme, day and document it replaces the earlier one.")
)
def set_one(
    area: Annotated[str, typer.Option("--area", metavar="CODE", help=N_("The area."))],
    scheme: Annotated[
        str, typer.Option("--scheme", metavar="SCHEME", help=N_("BHYT, BHXH, BHXH_BB, BHXH_TN or BHTN."))
    ],
    due: Annotated[
        date, typer.Option("--by", metavar="DATE", parser=parse_day, help=N_("The day by which it is due."))
    ],
    document: Annotated[
        str, typer.Option("--document", metavar="TEXT", help=N_("Number of the document that gives it."))
    ],
    issuer: Annotated[str, typer.Option("--issuer", metavar="TEXT", help=N_("Who issued the document."))],
    decided_on: Annotated[
        date, typer.Option("--decided-on", metavar="DATE", parser=parse_day, help=N_("Day of the document."))
    ],
    rate: Annotated[
        int | None,
        typer.Option(
            "--rate", metavar="PERCENT", parser=parse_ppm, help=N_("Coverage to reach, in per cent.")
        ),
    ] = None,
    people: Annotated[
        int | None,
        typer.Option(
            "--people",
            metavar="NUMBER",
            parser=parse_whole,
            help=N_("Where the document gives a number of people."),
        ),
    ] = None,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    row = set_target(
        by=enter(home, user),
        area=area,
        scheme=scheme,
        rate=rate,
        due=due,
        document=document,
        issuer=issuer,
        decided_on=decided_on,
        people=people,
    )
    say(
        _("{area}: the target for {scheme} stands.").format(
            area=load_areas().unit(row.area).name, scheme=scheme
        )
    )


@app.add("import", help=N_("Set all targets of a file (xlsx, csv), or none where one is wrong."))
def import_file(
    file: Annotated[Path, typer.Argument(metavar="FILE", parser=parse_file, help=N_("One target a row."))],
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    lines = read_lines(file, FILE_COLUMNS, REQUIRED)
    with transaction.atomic():
        for line in lines:
            _set(line, by)
    say(_("{count} targets stand.").format(count=format_count(len(lines))))


def _set(line: Line, by: Account) -> None:
    try:
        set_target(
            by=by,
            area=line["area"],
            scheme=line["scheme"],
            rate=parse_ppm(line["rate"]) if line.get("rate") else None,
            people=parse_whole(line["people"]) if line.get("people") else None,
            due=parse_day(line["by"]),
            document=line["document"],
            issuer=line["issuer"],
            decided_on=parse_day(line["decided_on"]),
        )
    except UserError as error:
        raise WrongRow(row=line.number, reason=error.command_words()) from error
