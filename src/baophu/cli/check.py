"""`baophu check`: prove that the home is sound."""

import typer

from baophu.base.words import N_, _
from baophu.cli.entering import enter
from baophu.cli.options import FormatOption, HomeOption, LanguageOption, UserOption
from baophu.cli.output import say, show
from baophu.cli.worded import Commands
from baophu.store.opening import opened_home
from baophu.store.soundness import findings

UNSOUND = 18

app = Commands()


@app.add("check")
def check(
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    enter(home, user)
    rows = [{"problem": _(one.message).format(object=one.object)} for one in findings()]
    if rows or format:
        show(rows, format, {"problem": N_("Problem")})
    if rows:
        raise typer.Exit(UNSOUND)
    say(_("The home {path} is sound.").format(path=opened_home().root))
