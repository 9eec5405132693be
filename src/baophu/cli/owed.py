"""`baophu owed`: the book of lists owed, the decisions in it, and reminders."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from baophu.base.clock import today
from baophu.base.numbers import format_date
from baophu.base.words import N_, _
from baophu.builds.owing.book import Row
from baophu.builds.owing.words import state_words
from baophu.cli.entering import enter
from baophu.cli.options import (
    DayOption,
    FormatOption,
    HomeOption,
    LanguageOption,
    UserOption,
    parse_day,
    parse_whole,
)
from baophu.cli.output import Row as Shown
from baophu.cli.output import put, say, show
from baophu.cli.worded import Commands
from baophu.lists.kinds import kind_words
from baophu.store.actions.owed import end_expected_list, set_expected_list
from baophu.store.owing import lists_due
from baophu.store.reminding import remind, write_letter, write_templates
from baophu.store.scopes import scope_of

COLUMNS = {
    "office": N_("Whose it is to send"),
    "kind": N_("Kind"),
    "extent_name": N_("About"),
    "state": N_("State"),
    "due": N_("Due"),
    "last": N_("Last one"),
    "reminded": N_("Reminded"),
}
NOTHING = N_("No list is owed.")
KindOption = Annotated[str, typer.Option("--kind", metavar="KIND", help=N_("The kind of list."))]
AboutOption = Annotated[
    str,
    typer.Option(
        "--about",
        metavar="WHAT",
        help=N_("A commune’s code, a hamlet’s key, a scheme or a school’s name; without it the whole home."),
    ),
]


def owed(
    ctx: typer.Context,
    on: DayOption = None,
    late: Annotated[bool, typer.Option("--late", help=N_("Only what is late or never came."))] = False,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    if ctx.invoked_subcommand:
        return
    by = enter(home, user)
    rows = [row for row in lists_due(scope_of(by), on) if row.is_late or not late]
    states = {_key(told): state_words(row) for row in rows for told in [_told(row)]}
    show(
        [_told(row) for row in rows],
        format,
        COLUMNS,
        worded=lambda told: {**told, "kind": kind_words(told["kind"]), "state": states[_key(told)]},
        nothing=NOTHING,
    )


app = Commands(callback=owed, alone=True)


def _key(told: Shown) -> tuple[str, str]:
    return told["kind"], told["extent"]


def _told(row: Row) -> Shown:
    one, newest = row.expected, row.lists[0] if row.lists else None
    return {
        "kind": one.kind,
        "extent": one.extent,
        "extent_name": one.title,
        "office": one.office,
        "addressee": one.addressee,
        "rhythm": one.rhythm.value,
        "decided": one.decision is not None,
        "state": row.state.value,
        "due": row.due,
        "next_due": row.next_due,
        "late_days": row.late_days,
        "missed": list(row.missed),
        "counts_from": row.counts_from if row.counts_from != date.min else None,
        "lacking": list(row.lacking),
        "last": newest and newest.as_of,
        "received_on": newest and newest.received_on,
        "lists": [came.number for came in row.lists],
        "accepted": row.accepted,
        "to_mend": row.to_mend,
        "reminded": len(row.reminded),
        "last_reminded": row.reminded[-1].on if row.reminded else None,
    }


@app.add(
    "set", help=N_("Say who sends which list how often; it takes the place of what is expected by itself.")
)
def set_one(
    kind: KindOption,
    office: Annotated[str, typer.Option("--office", metavar="TEXT", help=N_("The office that sends it."))],
    about: AboutOption = "",
    rhythm: Annotated[
        str,
        typer.Option(
            "--rhythm",
            metavar="RHYTHM",
            help=N_(
                "weekly, monthly, quarterly, yearly, school_year, once, on_change (without it the kind’s)."
            ),
        ),
    ] = "",
    first_due: Annotated[
        date | None,
        typer.Option(
            "--first-due", metavar="DATE", parser=parse_day, help=N_("A due day; the others follow from it.")
        ),
    ] = None,
    grace: Annotated[
        int | None,
        typer.Option(
            "--grace", metavar="DAYS", parser=parse_whole, help=N_("Days of grace after a due day.")
        ),
    ] = None,
    addressee: Annotated[
        str,
        typer.Option("--to", metavar="TEXT", help=N_("Whom reminders go to, where it is not the office.")),
    ] = "",
    valid_from: Annotated[
        date | None,
        typer.Option(
            "--from", metavar="DATE", parser=parse_day, help=N_("The day from which it is expected.")
        ),
    ] = None,
    valid_to: Annotated[
        date | None,
        typer.Option("--until", metavar="DATE", parser=parse_day, help=N_("The last day it is expected.")),
    ] = None,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    row = set_expected_list(
        by=enter(home, user),
        kind=kind,
        extent=about,
        office=office,
        rhythm=rhythm,
        first_due=first_due,
        grace=grace,
        addressee=addressee,
        valid_from=valid_from,
        valid_to=valid_to,
    )
    say(_("{office} sends: {kind}.").format(office=row.office, kind=kind_words(row.kind)))


@app.add("end", help=N_("Say that a list is no longer sent."))
def end_one(
    kind: KindOption,
    about: AboutOption = "",
    last: Annotated[
        date | None,
        typer.Option(
            "--on",
            metavar="DATE",
            parser=parse_day,
            help=N_("The last day it is expected (without it today)."),
        ),
    ] = None,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    row = end_expected_list(by=by, kind=kind, extent=about, last=last or today())
    words = _("After {day} no more is expected: {kind}.")
    say(words.format(day=format_date(row.valid_to), kind=kind_words(row.kind)))


@app.add(
    "remind",
    help=N_(
        "Write the reminder to an office: a letter in Word with empty lists, and the words of a message."
    ),
)
def remind_office(
    office: Annotated[
        str, typer.Argument(metavar="OFFICE", help=N_("The office, as “baophu owed” names it."))
    ],
    on: DayOption = None,
    out: Annotated[
        Path,
        typer.Option("--out", metavar="DIR", help=N_("Where to write (without it the folder one is in).")),
    ] = Path(),
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    reminder = remind(by=by, scope=scope_of(by), office=office, on=on)
    put(reminder.words + "\n")
    for path in [write_letter(reminder, out), *write_templates(reminder, out)]:
        say(_("Written: {path}").format(path=path))
