"""`baophu denominators`: the numbers of people that rates are counted from."""

from datetime import date
from typing import Annotated

import typer

from baophu.areas.units import load_areas
from baophu.base.words import N_, _
from baophu.cli.entering import enter
from baophu.cli.options import (
    FormatOption,
    HomeOption,
    LanguageOption,
    UserOption,
    parse_day,
    parse_whole,
    shared_options,
)
from baophu.cli.output import say, show
from baophu.cli.worded import Commands
from baophu.store.actions.targets import set_denominator
from baophu.store.models import Denominator

COLUMNS = {
    "area_name": N_("Area"),
    "kind": N_("Denominator"),
    "on": N_("Day"),
    "people": N_("People"),
    "source": N_("Source"),
}

app = Commands(callback=shared_options)


@app.add("list", help=N_("Show the agreed numbers that stand."))
def list_denominators(
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    enter(home, user)
    rows = [
        {
            "area": one.area,
            "area_name": load_areas().unit(one.area).name,
            "kind": one.kind,
            "on": one.on,
            "people": one.people,
            "source": one.source,
        }
        for one in Denominator.standing.order_by("area", "kind", "on")
    ]
    show(rows, format, COLUMNS)


@app.add(
    "set", help=N_("Agree a number of people; it takes the place of the count from the residents’ list.")
)
def set_one(
    area: Annotated[str, typer.Option("--area", metavar="CODE", help=N_("The area."))],
    kind: Annotated[
        str, typer.Option("--kind", metavar="KIND", help=N_("population, working_age or labour_force."))
    ],
    on: Annotated[
        date, typer.Option("--on", metavar="DATE", parser=parse_day, help=N_("The day the number is of."))
    ],
    people: Annotated[
        int, typer.Option("--people", metavar="NUMBER", parser=parse_whole, help=N_("How many people."))
    ],
    source: Annotated[
        str, typer.Option("--source", metavar="TEXT", help=N_("Whose count and document it is."))
    ],
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    row = set_denominator(by=by, area=area, kind=kind, on=on, people=people, source=source)
    say(_("{area}: the number stands.").format(area=load_areas().unit(row.area).name))
