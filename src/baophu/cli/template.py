"""`baophu template`: an empty list of a kind, to be sent to the office that fills it in."""

from pathlib import Path
from typing import Annotated

import typer

from baophu.base.words import N_, _
from baophu.cli.options import LanguageOption
from baophu.cli.output import say
from baophu.cli.worded import Commands
from baophu.lists.kinds import kind_named
from baophu.lists.template import template_name, write_template

app = Commands()


@app.add("template")
def template(
    name: Annotated[str, typer.Argument(metavar="KIND", help=N_("The kind of list."))],
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help=N_("Where to write (without it beside you).")),
    ] = None,
    language: LanguageOption = None,
) -> None:
    kind = kind_named(name)
    path = out or Path(template_name(kind))
    write_template(path, kind)
    say(_("Written: {path}").format(path=path))
