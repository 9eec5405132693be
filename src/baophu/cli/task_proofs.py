"""`baophu tasks`: what happened to a task, what proves it, whom to tell. The others are in `cli.tasks`."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from baophu.base.numbers import format_count
from baophu.base.words import N_, _
from baophu.cli.asking import ask
from baophu.cli.entering import enter
from baophu.cli.options import (
    DayOption,
    FormatOption,
    HomeOption,
    LanguageOption,
    UserOption,
    parse_file,
    parse_ppm,
    parse_whole,
)
from baophu.cli.output import Row, say, show
from baophu.cli.tasks import NoteOption, NumberArgument, TimeOption, shortened
from baophu.cli.tasks import app as app
from baophu.directives.notices import STAGE_WORDS
from baophu.directives.states import STATE_WORDS, State
from baophu.store.actions.evidence import FigureAsked, add_evidence, remove_evidence
from baophu.store.actions.task_notices import note_notices, tell_notices
from baophu.store.mailing.rounds import send_waiting
from baophu.store.models import Account, EvidenceKind
from baophu.store.task_figures import Live, live_figure
from baophu.store.task_notices import Notice, notices_due
from baophu.store.task_story import EVENT_WORDS, Event, evidence_of, story
from baophu.store.tasks import assignee_seen

STORY = {
    "at": N_("When"),
    "by": N_("Entered by"),
    "what": N_("What happened"),
    "due": N_("Due"),
    "on": N_("On"),
    "words": N_("Words"),
}
FIGURES = {
    "number": N_("Evidence"),
    "area_name": N_("Area"),
    "scheme": N_("Scheme"),
    "on": N_("On"),
    "people": N_("Participants"),
    "rate": N_("Coverage"),
    "wanted": N_("Wanted"),
    "missing": N_("Missing"),
}
NOTICES = {
    "to": N_("To be told"),
    "stage": N_("Of what"),
    "number": N_("Number"),
    "action": N_("Task"),
    "office": N_("Office"),
    "due": N_("Due"),
}
NO_NOTICE = N_("Nobody is to be told of a task.")
NO_FIGURE = N_("No figure proves this task.")


@app.add("story", help=N_("What happened to a task: how it was moved and extended, what proves it."))
def tell(
    number: NumberArgument,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    row = assignee_seen(enter(home, user), number)
    rows = [{name: getattr(one, name) for name in STORY} for one in story(row)]
    show(rows, format, STORY, worded=_worded)


def _worded(row: Row) -> Row:
    what = row["what"]
    words = EVENT_WORDS[Event(what)] if what in Event else STATE_WORDS[State(what)]
    return {**row, "what": _(words)}


@app.add("prove", help=N_("Add evidence to a task: a file, a link, or a figure that must be reached."))
def prove(
    number: NumberArgument,
    file: Annotated[
        Path | None, typer.Option("--file", metavar="FILE", parser=parse_file, help=N_("A file; it is kept."))
    ] = None,
    link: Annotated[str, typer.Option("--link", metavar="ADDRESS", help=N_("The address of a page."))] = "",
    area: Annotated[str, typer.Option("--area", metavar="CODE", help=N_("Of a figure: the area."))] = "",
    scheme: Annotated[
        str, typer.Option("--scheme", metavar="SCHEME", help=N_("BHYT, BHXH, BHXH_BB, BHXH_TN or BHTN."))
    ] = "BHYT",
    rate: Annotated[
        int | None,
        typer.Option(
            "--rate", metavar="PERCENT", parser=parse_ppm, help=N_("Coverage to reach (else the target’s).")
        ),
    ] = None,
    people: Annotated[
        int | None,
        typer.Option("--people", metavar="NUMBER", parser=parse_whole, help=N_("People to reach.")),
    ] = None,
    numerator: Annotated[
        str, typer.Option("--numerator", metavar="participants|residents", help=N_("Who is counted."))
    ] = "participants",
    due: TimeOption = None,
    note: NoteOption = "",
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    figure = FigureAsked(area, scheme, numerator=numerator, rate=rate, people=people) if area else None
    found = add_evidence(by=by, number=number, file=file, link=link, figure=figure, due=due, note=note)
    say(_("Evidence {number} is added to task {task}.").format(number=found.pk, task=number))


@app.add("unprove", help=N_("Let a piece of evidence count no more."))
def unprove(
    number: Annotated[
        int, typer.Argument(metavar="EVIDENCE", parser=parse_whole, help=N_("Number of the evidence."))
    ],
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    remove_evidence(by=enter(home, user), number=number)
    say(_("Evidence {number} counts no more.").format(number=number))


@app.add("figures", help=N_("The figures that a task hangs on, as they are in the current build."))
def figures(
    number: NumberArgument,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    asked = ask(home, user)
    row = assignee_seen(asked.by, number, asked.scope)
    found = [one for one in evidence_of(row) if one.kind == EvidenceKind.FIGURE.value]
    rows = [_told(one.pk, live_figure(asked.build, asked.scope, one)) for one in found]
    show(rows, format, FIGURES, nothing=NO_FIGURE)


def _told(number: int, live: Live) -> Row:
    return {
        "number": number,
        "area": live.area,
        "area_name": live.area_name,
        "scheme": live.scheme,
        "on": live.on,
        "people": live.people,
        "denominator": live.denominator,
        "rate": live.rate,
        "wanted": live.wanted,
        "wanted_rate": live.wanted_rate,
        "missing": live.missing,
        "reached": live.is_reached,
    }


@app.add("notices", help=N_("Which offices are to be told of tasks: before a due day, on it, after it."))
def notices(
    on: DayOption = None,
    told: Annotated[
        bool, typer.Option("--told", help=N_("Keep that they were told: each is told once of each."))
    ] = False,
    send: Annotated[
        bool, typer.Option("--send", help=N_("Tell people now, in the pages and by mail."))
    ] = False,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    found = notices_due(by, on)
    if send:
        found = _send(by, on)
    elif told:
        found = note_notices(by=by, notices=found, on=on)
    rows = [
        {
            "to": one.office,
            "stage": one.stage.value,
            "number": one.due.number,
            "action": one.due.action,
            "office": one.due.office,
            "due": one.due.due,
        }
        for one in found
    ]
    worded = {stage.value: _(words) for stage, words in STAGE_WORDS.items()}
    show(
        rows,
        format,
        NOTICES,
        worded=lambda row: {**row, "action": shortened(row["action"]), "stage": worded[row["stage"]]},
        nothing=NO_NOTICE,
    )


def _send(by: Account, on: date | None) -> list[Notice]:
    """Tell people and send the mails; what they were told."""
    telling = tell_notices(by=by, on=on)
    words = _("{people} people were told; mails written: {mails}, sent: {sent}.")
    counts = {"people": telling.people, "mails": len(telling.mails), "sent": send_waiting()}
    say(words.format(**{name: format_count(count) for name, count in counts.items()}))
    if telling.nobody:
        say(_("Nobody could be told for: {offices}.").format(offices=", ".join(telling.offices_left)))
    return telling.notices
