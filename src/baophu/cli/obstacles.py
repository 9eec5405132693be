"""`baophu obstacles`: what stands in the way, recorded, passed on, answered and counted."""

from datetime import date
from typing import Annotated, Any

import typer

from baophu.base.clock import today
from baophu.base.numbers import format_date
from baophu.base.words import N_, _
from baophu.cli.entering import enter
from baophu.cli.options import (
    FormatOption,
    HomeOption,
    LanguageOption,
    UserOption,
    parse_day,
    parse_whole,
)
from baophu.cli.output import Row, say, show
from baophu.cli.tasks import shortened
from baophu.cli.worded import Commands
from baophu.directives.obstacles import KIND_WORDS, OBSTACLE_STATE_WORDS, ObstacleKind, ObstacleState
from baophu.store.actions.obstacles import (
    Met,
    answer_obstacle,
    close_obstacle,
    pass_obstacle,
    record_obstacle,
    see_answer,
)
from baophu.store.models import Account, Obstacle
from baophu.store.obstacles import (
    Sought,
    days_waited,
    has_news,
    obstacle_counts,
    obstacle_seen,
    obstacles_seen,
    sought,
)

COLUMNS = {
    "number": N_("Number"),
    "days": N_("Days waited"),
    "kind": N_("Kind"),
    "words": N_("What happened"),
    "place": N_("Where"),
    "office": N_("Who answers"),
    "state": N_("State"),
}
COUNTS = {
    "kind": N_("Kind"),
    "office": N_("Who answers"),
    "state": N_("State"),
    "count": N_("Obstacles"),
}
WAY = {
    "on": N_("Day"),
    "state": N_("State"),
    "office": N_("Office"),
    "by": N_("Account"),
    "note": N_("Note"),
}
NOTHING = N_("No obstacle waits for an answer.")
NOTHING_COUNTED = N_("No obstacle was recorded here.")

NumberArgument = Annotated[
    int,
    typer.Argument(
        metavar="NUMBER", parser=parse_whole, help=N_("The obstacle, as “baophu obstacles” numbers it.")
    ),
]
NoteOption = Annotated[str, typer.Option("--note", metavar="TEXT", help=N_("What is said to it."))]


def obstacles(
    ctx: typer.Context,
    state: Annotated[
        str,
        typer.Option(
            "--state",
            metavar="STATE",
            help=N_("recorded, passed, answered, closed or all; without it those that wait for an answer."),
        ),
    ] = "",
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help=N_("Only of this kind."))] = "",
    office: Annotated[
        str, typer.Option("--office", metavar="NAME", help=N_("Only those passed on to this office."))
    ] = "",
    place: Annotated[
        str, typer.Option("--place", metavar="KEY", help=N_("Only those of a commune or hamlet (key)."))
    ] = "",
    days: Annotated[
        int,
        typer.Option(
            "--days",
            metavar="NUMBER",
            parser=parse_whole,
            help=N_("Only those met so many days ago or more."),
        ),
    ] = 0,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    if ctx.invoked_subcommand:
        return
    by, day = enter(home, user), today()
    asked = Sought(state=state, kind=kind, office=office, place=place, days=days)
    rows = [_told(by, row, day) for row in sought(obstacles_seen(by), asked)]
    show(rows, format, COLUMNS, worded=_worded, nothing=NOTHING)


app = Commands(callback=obstacles, alone=True)


def _told(by: Account, row: Obstacle, on: date) -> Row:
    return {
        "number": row.pk,
        "days": days_waited(row, on),
        "kind": row.kind,
        "scheme": row.scheme or None,
        "words": row.words,
        "met_by": row.met_by,
        "on": row.on,
        "place": row.hamlet or row.unit or None,
        "office": row.office or None,
        "state": row.state,
        "answer": row.answer or None,
        "answered_on": row.answered_on,
        "new": has_news(by, row),
    }


def _worded(row: Row) -> Row:
    state = _(OBSTACLE_STATE_WORDS[ObstacleState(row["state"])])
    return {
        **row,
        "kind": _(KIND_WORDS[ObstacleKind(row["kind"])]),
        "words": shortened(row["words"]),
        "state": f"{state} ({_('new answer')})" if row.get("new") else state,
    }


@app.add("show", help=N_("One obstacle, its answer and its way."))
def show_one(
    number: NumberArgument,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    row = obstacle_seen(by, number)
    say(f"{_(KIND_WORDS[ObstacleKind(row.kind)])}: {row.words}")
    if row.answer:
        say(_("Answer of {day}: {answer}").format(day=format_date(row.answered_on), answer=row.answer))
    if has_news(by, row):
        see_answer(by=by, row=row)
    moves = [
        {"on": one.on, "state": one.state, "office": one.office, "by": one.by.name, "note": one.note}
        for one in row.moves.select_related("by").order_by("pk")
    ]
    show(moves, format, WAY, worded=_worded_move, nothing=N_("Nothing was done with it yet."))


def _worded_move(row: Row) -> Row:
    return {**row, "state": _(OBSTACLE_STATE_WORDS[ObstacleState(row["state"])])}


@app.add("add", help=N_("Record an obstacle: what happened, without names of people."))
def add(
    words: Annotated[str, typer.Argument(metavar="TEXT", help=N_("What happened, without names of people."))],
    kind: Annotated[
        str, typer.Option("--kind", metavar="KIND", help=N_("Which kind it is; --kind x names all."))
    ],
    place: Annotated[
        str, typer.Option("--place", metavar="KEY", help=N_("A commune’s code or a hamlet’s key."))
    ] = "",
    met_by: Annotated[
        str, typer.Option("--met-by", metavar="TEXT", help=N_("Who met it: people, a school, an office."))
    ] = "",
    scheme: Annotated[
        str, typer.Option("--scheme", metavar="SCHEME", help=N_("Which insurance it is about."))
    ] = "",
    on: Annotated[
        Any,
        typer.Option(
            "--on", metavar="DATE", parser=parse_day, help=N_("The day it was met (without it today).")
        ),
    ] = None,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    met = Met(kind=kind, words=words, met_by=met_by, place=place, scheme=scheme, on=on)
    row = record_obstacle(by=enter(home, user), met=met)
    say(_("Recorded as number {number}.").format(number=row.pk))


@app.add("pass", help=N_("Pass an obstacle on to the office that can answer."))
def pass_on(
    number: NumberArgument,
    office: Annotated[str, typer.Option("--office", metavar="NAME", help=N_("The office that can answer."))],
    note: NoteOption = "",
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    move = pass_obstacle(by=enter(home, user), number=number, office=office, note=note)
    say(_("Passed on to {office}.").format(office=move.office))


@app.add("answer", help=N_("Answer an obstacle, for the office it was passed on to."))
def answer(
    number: NumberArgument,
    words: Annotated[str, typer.Argument(metavar="TEXT", help=N_("What is answered."))],
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    answer_obstacle(by=enter(home, user), number=number, answer=words)
    say(_("Answered."))


@app.add("close", help=N_("Close an obstacle: the answer helps, or it is none any more."))
def close(
    number: NumberArgument,
    note: NoteOption = "",
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    close_obstacle(by=enter(home, user), number=number, note=note)
    say(_("Closed."))


@app.add("counts", help=N_("How many there are by kind, office and state."))
def counts(
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    show(obstacle_counts(enter(home, user)), format, COUNTS, worded=_worded_count, nothing=NOTHING_COUNTED)


def _worded_count(row: Row) -> Row:
    return {
        **row,
        "kind": _(KIND_WORDS[ObstacleKind(row["kind"])]),
        "office": row["office"] or _("not passed on yet"),
        "state": _(OBSTACLE_STATE_WORDS[ObstacleState(row["state"])]),
    }
