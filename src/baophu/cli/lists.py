"""`baophu lists`: the lists that were kept."""

from typing import Annotated

import typer

from baophu.base.words import N_, _
from baophu.cli.entering import enter
from baophu.cli.kinds import kind_worded
from baophu.cli.options import (
    FormatOption,
    HomeOption,
    LanguageOption,
    UserOption,
    parse_whole,
    shared_options,
)
from baophu.cli.output import say, show
from baophu.cli.worded import Commands
from baophu.store.actions.lists import withdraw_list
from baophu.store.models import ReceivedList

COLUMNS = {
    "number": N_("List"),
    "kind": N_("Kind"),
    "date": N_("Day"),
    "file": N_("File"),
    "sheet": N_("Sheet"),
    "sender": N_("Sender"),
    "accepted": N_("Accepted"),
    "rejected": N_("Rejected"),
    "received": N_("Received"),
    "withdrawn": N_("Withdrawn"),
}

app = Commands(callback=shared_options)


@app.add("list", help=N_("Show the lists, those withdrawn too."))
def list_lists(
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    enter(home, user)
    rows = [
        {
            "number": one.pk,
            "id": one.key,
            "kind": one.kind,
            "date": one.as_of,
            "file": one.file.name,
            "sheet": one.sheet,
            "sender": one.sender,
            "accepted": one.accepted,
            "doubtful": one.doubtful,
            "rejected": one.rejected,
            "structure": one.structure,
            "received": one.received_at,
            "withdrawn": one.withdrawn_at,
            "why_withdrawn": one.why_withdrawn,
        }
        for one in ReceivedList.objects.select_related("file").order_by("pk")
    ]
    show(rows, format, COLUMNS, worded=kind_worded)


@app.add("withdraw", help=N_("Let no build read a list any more; it stays kept."))
def withdraw(
    number: Annotated[
        int,
        typer.Argument(metavar="LIST", parser=parse_whole, help=N_("Number of the list, by “lists list”.")),
    ],
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help=N_("Why it is withdrawn."))],
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    row = withdraw_list(by=enter(home, user), number=number, why=why)
    say(
        _("List {number} ({file}) is withdrawn. Next: “baophu build”.").format(
            number=row.pk, file=row.file.name
        )
    )
