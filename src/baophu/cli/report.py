"""`baophu report`: the report of a week in Word with its Excel annex, frozen when it is made."""

import hashlib
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from baophu.base.dates import friday_on_or_after
from baophu.base.scope import Purpose
from baophu.base.words import N_, _, speaking
from baophu.builds import answers
from baophu.builds.owed import lists_owed
from baophu.builds.week import week_facts
from baophu.cli.asking import Asked, ask
from baophu.cli.options import DayOption, HomeOption, LanguageOption, UserOption, parse_day, shared_options
from baophu.cli.output import say
from baophu.cli.worded import Commands
from baophu.gaps.find import DUE_DAYS
from baophu.reports.week import write_week
from baophu.reports.week_template import TEMPLATE
from baophu.store.actions.reports import record_report
from baophu.store.letterhead import lists_read, office_letterhead
from baophu.store.opening import opened_home
from baophu.store.permissions import check_may

# Reports and lists that leave an office are Vietnamese, whatever the screen speaks.
DOCUMENTS = "vi"

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
    """Write the week's report and keep what it said; an earlier version stays. Returns the paths, Word first.

    Raises MayNot, and WholeHomeOnly for an account that sees a part of the home.
    """
    check_may(asked.by, "record_report")
    answers.check_sees_all(asked.scope)
    with speaking(DOCUMENTS):
        return _make_week(asked, on or asked.build.on, signing, out)


def _make_week(asked: Asked, cut_off: date, signing: date | None, out: Path | None) -> list[Path]:
    day = signing or friday_on_or_after(cut_off)
    gaps = answers.gaps(asked.build, asked.scope, Purpose.REPORT, on=cut_off, due_days=DUE_DAYS)
    facts = week_facts(
        asked.build,
        asked.scope,
        office_letterhead(),
        cut_off=cut_off,
        signing=day,
        gaps=gaps,
        lists=lists_read(cut_off),
        owed=lists_owed(asked.build, cut_off),
    )
    folder = out or opened_home().reports
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder) as aside:
        paths = beside_others(write_week(facts, Path(aside), _template()), folder)
    figures = answers.coverage(asked.build, asked.scope, on=cut_off)
    record_report(
        by=asked.by,
        kind="week",
        cut_off=cut_off,
        signing=day,
        build=asked.build.folder.name,
        files={path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths},
        figures=answers.plain(figure.as_row() for figure in figures),
    )
    return paths


def _template() -> Path:
    """The office's own template, where it has put one into its home."""
    own = opened_home().templates / TEMPLATE.name
    return own if own.is_file() else TEMPLATE


def beside_others(made: list[Path], folder: Path) -> list[Path]:
    """Move files into a folder, under a further number where an earlier version says something else."""
    for number in count(1):
        further = f"-{number}" if number > 1 else ""
        targets = [folder / f"{path.stem}{further}{path.suffix}" for path in made]
        if not any(_differs(path, target) for path, target in zip(made, targets, strict=True)):
            break
    return [path.replace(target) for path, target in zip(made, targets, strict=True)]


def _differs(path: Path, target: Path) -> bool:
    return target.exists() and target.read_bytes() != path.read_bytes()
