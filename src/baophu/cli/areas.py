"""`baophu areas`: a unit, what became of it, what it was."""

from typing import Annotated

import typer

from baophu.areas.unit import Unit
from baophu.areas.units import load_areas
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
    code: Annotated[
        str, typer.Argument(metavar="CODE[@DATE]", help=N_("Code of a unit, with a day of its time."))
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
    unit = known.unit(code, on or (None if "@" in code else today()))
    rows = [_row("itself", unit)]
    if children:
        rows += [_row("child", one) for one in known.children(unit)]
    if became:
        rows += [_row("became", change.unit, change.whole) for change in known.became(unit)]
    if was:
        rows += [_row("was", change.unit, change.whole) for change in known.was(unit)]
    show(rows, format, COLUMNS)


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
