"""`baophu report`: the report of a week in Word with its Excel annex, frozen when it is made."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from baophu.base.words import N_, _
from baophu.cli.asking import Asked, ask
from baophu.cli.options import DayOption, HomeOption, LanguageOption, UserOption, parse_day, shared_options
from baophu.cli.output import say
from baophu.cli.worded import Commands
from baophu.store import week_report

app = Commands(callback=shared_options)


@app.add("week", help=N_("The week’s report in Word, with its Excel annex."))
def week(
    on: DayOption = None,
    signing: Annotated[
        date | None,
        typer.Option(
            "--signing",
            metavar="DATE",
            parser=parse_day,
            help=N_("The day it is signed (without it the Friday of the week)."),
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help=N_("Where to write (without it the home’s reports).")),
    ] = None,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    for path in make_week(ask(home, user), on=on, signing=signing, out=out):
        say(_("Written: {path}").format(path=path))


def make_week(
    asked: Asked, *, on: date | None = None, signing: date | None = None, out: Path | None = None
) -> list[Path]:
    """Write the week's report as the account that asks (see `week_report`); the paths, Word first."""
    _report, paths = week_report.make_week(
        by=asked.by, build=asked.build, scope=asked.scope, on=on, signing=signing, out=out
    )
    return paths
