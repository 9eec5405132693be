"""`baophu lists`: the lists that were kept."""

from typing import Annotated

import typer

from baophu.base.errors import UserError
from baophu.base.words import N_, _
from baophu.cli.entering import enter
from baophu.cli.kinds import kind_worded
from baophu.cli.list_rows import (
    CHANGE_COLUMNS,
    ROW_COLUMNS,
    build_now,
    change_sentence,
    told_row,
    worded_change,
    worded_row,
)
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
from baophu.engine.listed import Asked
from baophu.lists.reasons import STATE_WORDS
from baophu.store.actions.corrections import forget_correction
from baophu.store.actions.lists import withdraw_list
from baophu.store.comparisons import compare_list, comparison
from baophu.store.looking import look_at_changes, look_at_rows
from baophu.store.mending import mended_by
from baophu.store.models import ListCorrection, ReceivedList
from baophu.store.permissions import check_may
from baophu.store.scopes import scope_of

ALL_ROWS = 1 << 31
COLUMNS = {
    "number": N_("List"),
    "kind": N_("Kind"),
    "date": N_("Day"),
    "file": N_("File"),
    "sheet": N_("Sheet"),
    "sender": N_("Sender"),
    "accepted": N_("Accepted"),
    "rejected": N_("Rejected"),
    "mends": N_("Mends list"),
    "received": N_("Received"),
    "withdrawn": N_("Withdrawn"),
}

CORRECTION_COLUMNS = {
    "number": N_("Correction"),
    "origin": N_("Of lists by"),
    "kind": N_("Kind"),
    "sender": N_("Sender"),
    "columns": N_("Columns"),
    "at": N_("Made"),
    "by": N_("By whom"),
}


class NoSuchKeptList(UserError):
    message = N_("There is no list {number}.")
    advice = N_("See the numbers with “baophu lists list”.")
    exit_code = 15


class UnknownState(UserError):
    message = N_("“{state}” is nothing that becomes of a row.")
    advice = N_("Say one of: {known}.")
    exit_code = 15


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
            "mends": one.mends_id,
            "received": one.received_at,
            "withdrawn": one.withdrawn_at,
            "why_withdrawn": one.why_withdrawn,
        }
        for one in ReceivedList.objects.select_related("file").order_by("pk")
    ]
    show(rows, format, COLUMNS, worded=kind_worded)


NumberArgument = Annotated[
    int, typer.Argument(metavar="LIST", parser=parse_whole, help=N_("Number of the list, by “lists list”."))
]


@app.add("rows", help=N_("Show the rows of a list and what became of each."))
def rows(
    number: NumberArgument,
    state: Annotated[
        str | None,
        typer.Option("--state", metavar="STATE", help=N_("accepted, doubtful, rejected or structure.")),
    ] = None,
    most: Annotated[
        int | None, typer.Option("--most", metavar="N", parser=parse_whole, help=N_("At most so many rows."))
    ] = None,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    if state is not None and state not in STATE_WORDS:
        raise UnknownState(state=state, known=list(STATE_WORDS))
    one = _kept(number)
    asked = Asked(state or "", most=ALL_ROWS if most is None else most)
    found = look_at_rows(one, asked, by=by, scope=scope_of(by), build=build_now())
    mended = mended_by(one)
    show([told_row(row, one, mended) for row in found.rows], format, ROW_COLUMNS, worded=worded_row)
    if found.total > len(found.rows):
        say(_("The first {shown} of {total} rows.").format(shown=len(found.rows), total=found.total))


@app.add("compare", help=N_("Show who joined, left and changed since the list before."))
def compare(
    number: NumberArgument,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    one = _kept(number)
    change = comparison(one)
    if change is None:
        check_may(by, "keep_lists")
        change = compare_list(one)
    if not change:
        show([], format, nothing=N_("No earlier list of this kind and place is there to compare it with."))
        return
    say(change_sentence(change))
    found = look_at_changes(one, by=by, scope=scope_of(by), build=build_now())
    show(found, format, CHANGE_COLUMNS, worded=worded_change)


def _kept(number: int) -> ReceivedList:
    """Raises NoSuchKeptList."""
    one: ReceivedList | None = ReceivedList.objects.filter(pk=number).select_related("file", "mends").first()
    if one is None:
        raise NoSuchKeptList(number=number)
    return one


@app.add("corrections", help=N_("Show what was said of lists and is remembered for their senders."))
def corrections(
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    enter(home, user)
    rows = [
        {
            "number": one.pk,
            "origin": one.origin.removeprefix("~"),
            "kind": one.kind or None,
            "sender": one.sender or None,
            "columns": [f"{heading}={column or '-'}" for heading, column in one.columns.items()],
            "months": one.months,
            "at": one.at,
            "by": one.by.name,
        }
        for one in ListCorrection.standing.all()
    ]
    show(rows, format, CORRECTION_COLUMNS, worded=kind_worded)


@app.add("forget", help=N_("Forget a correction; the next list is read as it says itself."))
def forget(
    number: Annotated[
        int,
        typer.Argument(
            metavar="CORRECTION", parser=parse_whole, help=N_("Its number, by “lists corrections”.")
        ),
    ],
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    forgotten = forget_correction(by=enter(home, user), number=number)
    say(_("Forgotten: {numbers}.").format(numbers=", ".join(str(one.pk) for one in forgotten)))


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
