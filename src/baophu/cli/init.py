"""`baophu init`: a new home."""

from datetime import date
from typing import Annotated

import typer

from baophu.base.home import home_at
from baophu.base.words import N_, _
from baophu.cli.options import HomeOption, LanguageOption, parse_day
from baophu.cli.output import say
from baophu.cli.worded import Commands
from baophu.store.actions.office import make_home

app = Commands()


@app.add("init")
def init(
    area: Annotated[
        str, typer.Option("--area", metavar="CODE", help=N_("Code of the commune, district or province."))
    ],
    on: Annotated[
        date,
        typer.Option("--on", metavar="DATE", parser=parse_day, help=N_("A day on which it has the code.")),
    ],
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="TEXT", help=N_("Name of the office (without it the area’s).")),
    ] = None,
    home: HomeOption = None,
    language: LanguageOption = None,
) -> None:
    made = make_home(home=home_at(home), area=area, on=on, name=name)
    say(_("A new home for {name} is in {path}.").format(name=made.office.name, path=home_at(home).root))
    say(
        _("Operator’s account: {name}, password {password} (shown only now).").format(
            name=made.operator.name, password=made.password
        )
    )
    say(_("Next: “baophu receive FILE…”, then “baophu build”."))
