"""`baophu worklist`: people are handed out to be visited, and what came of the visits is taken in."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from baophu.areas.hamlets import hamlet_key_name
from baophu.areas.units import load_areas
from baophu.base.scope import Purpose
from baophu.base.words import N_, _
from baophu.builds.to_reach import Reach
from baophu.cli.asking import Asked, ask
from baophu.cli.coverage import UnknownChoice
from baophu.cli.entering import enter
from baophu.cli.gaps import UnknownHamlet
from baophu.cli.options import (
    FormatOption,
    HomeOption,
    LanguageOption,
    UserOption,
    parse_day,
    parse_whole,
    shared_options,
)
from baophu.cli.output import Row, say, show
from baophu.cli.receive import receive_files
from baophu.cli.worded import Commands
from baophu.gaps.lists import HANDED_OUT, list_words
from baophu.lists.kinds.visits import VISITS
from baophu.lists.reading_many import Request
from baophu.store.actions.worklists import close_worklist, make_worklist
from baophu.store.handing_out import origin_of, place_words, whom_to_visit, write_sheet
from baophu.store.models import Worklist
from baophu.store.questions import account_named
from baophu.store.visiting import HEALTH, progress_of, worklist_seen, worklists_seen

COLUMNS = {
    "number": N_("Worklist"),
    "why": N_("Why"),
    "place": N_("Place"),
    "to": N_("Handed to"),
    "due": N_("Due"),
    "people": N_("People"),
    "visited": N_("Visited"),
    "closed": N_("Closed"),
}

app = Commands(callback=shared_options)


@app.add("make", help=N_("Hand the people of one list in a commune or hamlet out to an account."))
def make(
    why: Annotated[
        str, typer.Option("--why", metavar="|".join(HANDED_OUT), help=N_("Which list of people to reach."))
    ],
    area: Annotated[str, typer.Option("--area", metavar="CODE", help=N_("The commune."))],
    to: Annotated[str, typer.Option("--to", metavar="ACCOUNT", help=N_("Who is to visit them."))],
    hamlet: Annotated[
        str | None, typer.Option("--hamlet", metavar="H", help=N_("Only this hamlet (name or key)."))
    ] = None,
    scheme: Annotated[
        str, typer.Option("--scheme", metavar="BHYT|BHXH_TN", help=N_("Which scheme it is about."))
    ] = HEALTH,
    due: Annotated[
        date | None,
        typer.Option("--due", metavar="DATE", parser=parse_day, help=N_("By when results are wanted.")),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help=N_("Write the sheet to be filled in."))
    ] = None,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    asked = ask(home, user)
    if why not in HANDED_OUT:
        raise UnknownChoice(option="--why", value=why, known=HANDED_OUT)
    unit = load_areas().unit(area, on=asked.build.on).key
    wanted = Reach(why, unit, _hamlet(asked, unit, hamlet) if hamlet else None, scheme=scheme)
    people = whom_to_visit(asked.build, asked.scope, wanted)
    worklist = make_worklist(
        by=asked.by, to=account_named(to), origin=origin_of(asked.build, wanted), people=people, due=due
    )
    say(
        _("Worklist {number}: {count} people handed out to {name}.").format(
            number=worklist.pk, count=worklist.people.count(), name=to
        )
    )
    if out is not None:
        _write(asked, worklist, out)


@app.add("sheet", help=N_("Write the sheet of a worklist, to be filled in and received again."))
def sheet(
    number: Annotated[
        int, typer.Argument(metavar="WORKLIST", parser=parse_whole, help=N_("Number of the worklist."))
    ],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help=N_("The workbook to write."))],
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    asked = ask(home, user)
    _write(asked, worklist_seen(asked.by, number), out)


@app.add("list", help=N_("Show the worklists, and how far each has come."))
def list_worklists(
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    asked = ask(home, user)
    found = list(worklists_seen(asked.by).order_by("pk"))
    progress = progress_of(found)
    rows = [
        {
            "number": one.pk,
            "why": one.why,
            "scheme": one.scheme,
            "place": place_words(asked.build, one.area, one.hamlet),
            "to": one.to.name,
            "made": one.made_at,
            "due": one.due,
            "people": progress[one.pk].people,
            "visited": progress[one.pk].visited,
            "outcomes": dict(progress[one.pk].outcomes),
            "closed": one.closed_at,
        }
        for one in found
    ]
    show(rows, format, COLUMNS, worded=_worded)


@app.add("receive", help=N_("Read filled worklists: what came of the visits."))
def receive(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help=N_("Filled sheets as they came back."))
    ],
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    receive_files([Request(path, VISITS.name) for path in files], by=by, format=format)


@app.add("close", help=N_("Close a worklist: whom it was handed to sees its people no more."))
def close(
    number: Annotated[
        int, typer.Argument(metavar="WORKLIST", parser=parse_whole, help=N_("Number of the worklist."))
    ],
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    close_worklist(by=enter(home, user), number=number)
    say(_("Worklist {number} is closed.").format(number=number))


def _hamlet(asked: Asked, unit: str, text: str) -> str:
    """The key of the hamlet of a commune that is meant. Raises UnknownHamlet."""
    of_commune = [one for one in asked.build.inputs.hamlets if one.unit == unit]
    meant = [
        one for one in of_commune if text in (one.key, one.name) or hamlet_key_name(text) in one.name_keys
    ]
    if len(meant) != 1:
        raise UnknownHamlet(hamlet=text, near=sorted(one.name for one in meant or of_commune) or ["–"])
    return meant[0].key


def _write(asked: Asked, worklist: Worklist, out: Path) -> None:
    shown = write_sheet(out, asked.build, asked.scope, worklist)
    asked.looked(set(shown), Purpose.VISIT, "worklist")
    say(_("{count} lines written to {path}.").format(count=len(shown), path=out))


def _worded(row: Row) -> Row:
    return {**row, "why": list_words(row["why"])}
