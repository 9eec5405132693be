"""`baophu build`: from lists, decisions and law to register, coverage and gaps."""

from typing import Annotated

import typer

from baophu.base.numbers import format_count, format_date
from baophu.base.words import N_, _
from baophu.cli.entering import enter
from baophu.cli.options import HomeOption, LanguageOption, UserOption, parse_whole
from baophu.cli.output import say
from baophu.cli.worded import Commands
from baophu.store.actions.builds import build as make_build
from baophu.store.lease import WAIT_SECONDS

STAGES = {
    "read": N_("read: {rows} rows of lists"),
    "link": N_("linked: {rows} rows to people"),
    "count": N_("counted, by place and group: {rows}"),
    "gaps": N_("reasons to act found: {rows}"),
    "write": N_("written: {rows} rows"),
    "index": N_("ready for look-ups: {rows} people"),
}

app = Commands()


@app.add("build")
def build(
    wait: Annotated[
        int | None,
        typer.Option(
            "--wait", metavar="SECONDS", parser=parse_whole, help=N_("How long to wait for another build.")
        ),
    ] = None,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    made = make_build(
        by=by, progress=tell_stage, wait=WAIT_SECONDS if wait is None else wait, waiting=_tell_waiting
    )
    words = _("Build {name} is current; it answers for {day}.")
    if not made.new:
        words = _("Nothing has changed: build {name} stays current; it answers for {day}.")
    say(words.format(name=made.build.name, day=format_date(made.build.on)))


def tell_stage(stage: str, rows: int) -> None:
    """A line for each stage that has ended."""
    say("  " + _(STAGES.get(stage, stage)).format(rows=format_count(rows)))


def _tell_waiting() -> None:
    say(_("Another build of this home is running; waiting for it."))
