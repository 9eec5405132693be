"""`baophu findings`: what supervision found, and what became of it."""

from typing import Annotated, Any

import typer

from baophu.areas.units import load_areas
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
from baophu.directives.asked import Assigned
from baophu.directives.states import STATE_WORDS
from baophu.store.actions.supervision import Found, answer_finding, record_finding, take_up_finding
from baophu.store.findings import BECAME_WORDS, Became, Followed, findings_seen, followed

COLUMNS = {
    "number": N_("Number"),
    "on": N_("Day"),
    "found_by": N_("Body that found it"),
    "words": N_("What was found"),
    "about": N_("About"),
    "became": N_("What became of it"),
    "offices": N_("Offices"),
}
NOTHING = N_("No finding was recorded.")

NumberArgument = Annotated[
    int,
    typer.Argument(
        metavar="NUMBER", parser=parse_whole, help=N_("The finding, as “baophu findings” numbers it.")
    ),
]


def findings(
    ctx: typer.Context,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    if ctx.invoked_subcommand:
        return
    by = enter(home, user)
    rows = [_told(one) for one in followed(by, findings_seen(by))]
    show(rows, format, COLUMNS, worded=_worded, nothing=NOTHING)


app = Commands(callback=findings, alone=True)


def _told(one: Followed) -> Row:
    row = one.finding
    return {
        "number": row.pk,
        "on": row.on,
        "found_by": row.found_by,
        "words": row.words,
        "asks": row.asks,
        "area": row.area or None,
        "office": row.office or None,
        "directive": row.directive_id,
        "became": one.became.value,
        "overdue": one.is_overdue,
        "answer": row.answer or None,
        "answered_on": row.answered_on,
        "task": row.task_id,
        "offices": [
            {"task": task.number, "office": task.office, "state": task.state.value, "due": task.due}
            for task in one.tasks
        ],
    }


def _worded(row: Row) -> Row:
    area = load_areas().unit(row["area"]).name if row["area"] else ""
    return {
        **row,
        "words": shortened(row["words"]),
        "about": ", ".join(part for part in (area, row["office"]) if part),
        "became": _(BECAME_WORDS[Became(row["became"])]),
        "offices": [f"{task['office']}: {_(STATE_WORDS[task['state']])}" for task in row["offices"]],
    }


@app.add("add", help=N_("Record what supervision found."))
def add(
    words: Annotated[
        str, typer.Argument(metavar="TEXT", help=N_("What was found, without names of people."))
    ],
    found_by: Annotated[
        str,
        typer.Option(
            "--by", metavar="NAME", help=N_("Which body found it; without it the office of the account.")
        ),
    ] = "",
    asks: Annotated[str, typer.Option("--asks", metavar="TEXT", help=N_("What is asked for."))] = "",
    area: Annotated[str, typer.Option("--area", metavar="CODE", help=N_("The area that it is about."))] = "",
    office: Annotated[
        str, typer.Option("--office", metavar="NAME", help=N_("The office that it is about."))
    ] = "",
    directive: Annotated[
        int | None,
        typer.Option(
            "--directive", metavar="NUMBER", parser=parse_whole, help=N_("The directive that it is about.")
        ),
    ] = None,
    on: Annotated[
        Any,
        typer.Option(
            "--on", metavar="DATE", parser=parse_day, help=N_("The day it was found (without it today).")
        ),
    ] = None,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    found = Found(
        words=words, found_by=found_by or by.office, asks=asks, on=on, area=area, office=office,
        directive=directive,
    )  # fmt: skip
    say(_("Recorded as number {number}.").format(number=record_finding(by=by, found=found).pk))


@app.add("take-up", help=N_("Give a task to offices for a finding."))
def take_up(
    number: NumberArgument,
    offices: Annotated[
        list[str], typer.Option("--office", metavar="NAME", help=N_("An office that gets the task."))
    ],
    before: Annotated[
        Any, typer.Option("--before", metavar="DATE", parser=parse_day, help=N_("The day it is due."))
    ] = None,
    action: Annotated[
        str,
        typer.Option(
            "--action", metavar="TEXT", help=N_("What is to be done; without it what the finding asks for.")
        ),
    ] = "",
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    assigned = [Assigned(office) for office in offices]
    task = take_up_finding(
        by=enter(home, user), number=number, offices=assigned, deadline=before, action=action
    )
    say(_("Task {number} is given.").format(number=task.pk))


@app.add("answer", help=N_("Answer a finding in words."))
def answer(
    number: NumberArgument,
    words: Annotated[str, typer.Argument(metavar="TEXT", help=N_("What is answered."))],
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    answer_finding(by=enter(home, user), number=number, answer=words)
    say(_("Answered."))
