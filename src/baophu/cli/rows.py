"""`baophu rows`: every row of the lists and whose it is."""

from typing import Annotated

import typer

from baophu.base.scope import Purpose
from baophu.base.words import N_
from baophu.builds import answers
from baophu.cli.asking import ask
from baophu.cli.kinds import kind_worded
from baophu.cli.options import FormatOption, HomeOption, LanguageOption, UserOption
from baophu.cli.output import show
from baophu.cli.worded import Commands
from baophu.lists.kinds import kind_named

COLUMNS = {
    "source": N_("Source"),
    "kind": N_("Kind"),
    "person": N_("Person"),
    "step": N_("Step"),
    "score": N_("Score"),
    "agreed": N_("What agreed"),
}

app = Commands()


@app.add("rows")
def rows(
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="K", help=N_("Only lists of this kind."))
    ] = None,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    if kind is not None:
        kind_named(kind)
    asked = ask(home, user)
    found = answers.rows(asked.build, asked.scope, kind=kind)
    asked.looked({row["person"] for row in found}, Purpose.AUDIT, "rows")
    show(found, format, COLUMNS, worded=kind_worded)
