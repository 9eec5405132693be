"""`baophu areas`: a unit by its code or units by their name, what became of them, what they were."""

from datetime import date
from typing import Annotated

import typer

from baophu.areas.unit import Unit
from baophu.areas.units import Areas, load_areas
from baophu.base.clock import today
from baophu.base.words import N_
from baophu.cli.options import DayOption, FormatOption, HomeOption, LanguageOption, UserOption
from baophu.cli.output import Row, show
from baophu.cli.worded import Commands

COLUMNS = {
    "relation": N_("Relation"),
    "area": N_("Code"),
    "name": N_("Name"),
    "level": N_("Level"),
    "parent": N_("Part of"),
    "from": N_("From"),
    "to": N_("To"),
    "whole": N_("Whole"),
}

app = Commands()


@app.add("areas")
def areas(
    text: Annotated[
        str,
        typer.Argument(
            metavar="CODE[@DATE]|NAME", help=N_("Code of a unit, with a day of its time; or a name.")
        ),
    ],
    children: Annotated[bool, typer.Option("--children", help=N_("The units below it."))] = False,
    became: Annotated[bool, typer.Option("--became", help=N_("What became of it."))] = False,
    was: Annotated[bool, typer.Option("--was", help=N_("What it was before."))] = False,
    on: DayOption = None,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    known = load_areas()
    rows: list[Row] = []
    for unit in _meant(known, text, on):
        rows.append(_row("itself", unit))
        if children:
            rows += [_row("child", one) for one in known.children(unit)]
        if became:
            rows += [_row("became", change.unit, change.whole) for change in known.became(unit)]
        if was:
            rows += [_row("was", change.unit, change.whole) for change in known.was(unit)]
    show(rows, format, COLUMNS, worded=_worded)


def _meant(known: Areas, text: str, on: date | None) -> list[Unit]:
    """The unit of a code, or all of a name. Raises UnknownUnit, AmbiguousUnit."""
    named = [] if text[:1].isdigit() else known.find(text, on=on)
    return named or [known.unit(text, on or (None if "@" in text else today()))]


def _worded(row: Row) -> Row:
    """Of many units with one name the reader knows his by what it is part of."""
    return {**row, "parent": row["parent"] and load_areas().unit(row["parent"]).name}


def _row(relation: str, unit: Unit, whole: bool | None = None) -> Row:
    """`whole` says that all of the older unit went into the newer one."""
    return {
        "relation": relation,
        "area": unit.key,
        "code": unit.code,
        "name": unit.name,
        "level": unit.level,
        "parent": unit.parent,
        "from": unit.valid.first,
        "to": unit.valid.last,
        "whole": whole,
    }
