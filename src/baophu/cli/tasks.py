"""`baophu tasks`: what is to be done by whom by when; tasks are entered, moved and proven."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer

from baophu.base.clock import today
from baophu.base.numbers import format_count, format_date
from baophu.base.words import N_, _
from baophu.cli.entering import enter
from baophu.cli.options import (
    DayOption,
    FormatOption,
    HomeOption,
    LanguageOption,
    UserOption,
    parse_day,
    parse_file,
    parse_whole,
)
from baophu.cli.output import Row, say, show
from baophu.cli.worded import Commands
from baophu.directives.asked import Asked, Assigned, NotDirectiveJson
from baophu.directives.days.recurrence import Recurrence, is_report, rules_asked
from baophu.directives.states import MARK_WORDS, STATE_WORDS, Mark, State
from baophu.store.actions.directives import import_tasks
from baophu.store.actions.task_times import make_task_times
from baophu.store.actions.tasks import extend_task, hand_task, move_task
from baophu.store.actions.tasks_by_hand import give_each_by_hand
from baophu.store.left_out import left_out, left_out_words
from baophu.store.questions import account_named, the_office
from baophu.store.task_offices import office_now
from baophu.store.tasks import Due, Wanted, tasks_due

COLUMNS = {
    "number": N_("Number"),
    "action": N_("Task"),
    "office": N_("Office"),
    "due": N_("Due"),
    "state": N_("State"),
    "marks": N_("By the day"),
    "giver": N_("Given by"),
}
NOTHING = N_("No task is open.")
# Of recurring tasks the times of the next month are shown.
A_MONTH = timedelta(days=31)
LONGEST_SHOWN = 70


def _text(name: str, help: str) -> Any:
    return typer.Option(name, metavar="TEXT", help=help)


def _day(name: str, help: str) -> Any:
    return typer.Option(name, metavar="DATE", parser=parse_day, help=help)


NumberArgument = Annotated[
    int,
    typer.Argument(metavar="NUMBER", parser=parse_whole, help=N_("The task, as “baophu tasks” numbers it.")),
]
TimeOption = Annotated[
    date | None,
    _day("--due", N_("Of a recurring task: the due day that is meant.")),
]
CountsFromOption = Annotated[
    date | None,
    _day("--counts-from", N_("From which day a recurring task falls due (without it today).")),
]
OnOption = Annotated[
    date | None,
    _day("--on", N_("The day it was done (without it today).")),
]
NoteOption = Annotated[str, _text("--note", N_("What is said to it."))]


def tasks(
    ctx: typer.Context,
    overdue: Annotated[bool, typer.Option("--overdue", help=N_("Only what is overdue."))] = False,
    office: Annotated[str, _text("--office", N_("Only tasks of this office."))] = "",
    to: Annotated[
        str, typer.Option("--to", metavar="ACCOUNT", help=N_("Only tasks that this account does."))
    ] = "",
    all_: Annotated[bool, typer.Option("--all", help=N_("What is done or was withdrawn too."))] = False,
    on: DayOption = None,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    if ctx.invoked_subcommand:
        return
    by, day = enter(home, user), on or today()
    wanted = Wanted(office=office, to=to, overdue=overdue, open_only=not all_, times_to=day + A_MONTH)
    found = tasks_due(by, wanted, on=day)
    show([_told(one, day) for one in found], format, COLUMNS, worded=_worded, nothing=NOTHING)


app = Commands(callback=tasks, alone=True)


def _told(one: Due, on: date) -> Row:
    return {
        "number": one.number,
        "task": one.task,
        "action": one.action,
        "office": one.office,
        "office_now": office_now(one.office, one.unit, on),
        "unit": one.unit or None,
        "leads": one.leads,
        "supports": one.supports,
        "to": one.to,
        "giver": one.giver,
        "document": one.document,
        "given_on": one.given_on,
        "route": one.route,
        "recurrence": one.recurrence or None,
        "due": one.due,
        "first_due": one.first_due,
        "state": one.state.value,
        "overdue": one.is_overdue,
        "days_late": (on - one.due).days if one.is_overdue and one.due else 0,
        "marks": [mark.value for mark in Mark if mark in one.marks],
        "reported_on": one.reported_on,
        "confirmed_on": one.confirmed_on,
    }


def shortened(action: str) -> str:
    """What is to be done, as far as it fits into a line."""
    return action if len(action) <= LONGEST_SHOWN else action[: LONGEST_SHOWN - 1] + "…"


def _worded(row: Row) -> Row:
    return {
        **row,
        "action": shortened(row["action"]),
        "state": _(STATE_WORDS[State(row["state"])]),
        "marks": ", ".join(_(MARK_WORDS[Mark(mark)]) for mark in row["marks"]),
    }


@app.add("add", help=N_("Give a task to one or more offices."))
def add(
    action: Annotated[str, typer.Argument(metavar="TEXT", help=N_("What is to be done."))],
    offices: Annotated[list[str], _text("--office", N_("An office that has it."))] = [],  # noqa: B006
    leads: Annotated[list[str], _text("--lead", N_("The office that leads."))] = [],  # noqa: B006
    supports: Annotated[list[str], _text("--with", N_("An office that supports."))] = [],  # noqa: B006
    giver: Annotated[str, _text("--giver", N_("Who gives it (without it the office of this home)."))] = "",
    deadline: Annotated[
        date | None,
        _day("--by", N_("The last day that is in time.")),
    ] = None,
    before: Annotated[
        date | None,
        _day("--before", N_("Due by the last working day before it.")),
    ] = None,
    recurrence: Annotated[
        Recurrence | None,
        typer.Option("--every", metavar="|".join(Recurrence), help=N_("How often it recurs.")),
    ] = None,
    rule: Annotated[
        str,
        _text("--rule", N_("On which day it recurs, like “trước ngày 25” or “thứ 6”.")),
    ] = "",
    document: Annotated[
        str,
        _text("--document", N_("Number of the document that gives the task.")),
    ] = "",
    given_on: Annotated[
        date | None,
        _day("--given-on", N_("When it was given (without it today).")),
    ] = None,
    counts_from: CountsFromOption = None,
    route: Annotated[str, _text("--through", N_("Through whom the result goes."))] = "",
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    by, last = enter(home, user), before or deadline
    asked = Asked(
        action=action,
        giver=giver or the_office().name,
        given_on=given_on or today(),
        deadline=last,
        deadline_words=rule or (f"trước ngày {format_date(last)}" if before and last else ""),
        counts_from=counts_from or given_on or today(),
        document=document,
        route=route,
    )
    assigned = [
        *(Assigned(office) for office in offices),
        *(Assigned(office, leads=True) for office in leads),
        *(Assigned(office, supports=True) for office in supports),
    ]
    rules = rules_asked(recurrence, rule, report=is_report(action)) if recurrence else [None]
    each = [replace(asked, rule=one) for one in rules]
    for task in give_each_by_hand(by=by, asked=each, offices=assigned):
        count = format_count(task.assignees.count())
        say(_("Task {number} is given to {count} offices.").format(number=task.pk, count=count))


@app.add(
    "import",
    help=N_("Give the tasks of a directive: what “baophu directive” printed as JSON, mended by people."),
)
def import_file(
    file: Annotated[Path, typer.Argument(metavar="FILE", parser=parse_file, help=N_("The JSON file."))],
    giver: Annotated[
        str, _text("--giver", N_("Who gives the tasks (without it the directive’s issuer)."))
    ] = "",
    given_on: Annotated[
        date | None,
        _day("--given-on", N_("When they are given, where the directive has no day.")),
    ] = None,
    counts_from: CountsFromOption = None,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    try:
        read = json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        raise NotDirectiveJson(file=file.name) from None
    tasks = read.get("tasks") if isinstance(read, dict) else None
    if not isinstance(tasks, list) or not all(isinstance(one, dict) for one in tasks):
        raise NotDirectiveJson(file=file.name)
    imported = import_tasks(by=by, read=read, giver=giver, given_on=given_on, counts_from=counts_from)
    words = _("Directive {number}: {count} tasks are given.")
    say(words.format(number=imported.directive.pk, count=format_count(len(imported.tasks))))
    day = imported.directive.issued_on or given_on or today()
    home_area = the_office().area
    for place, told in enumerate(tasks, start=1):
        if left := left_out_words(left_out(told, home_area, day)):
            say(_("Task {number}: {words}").format(number=place, words=left))


def _move(
    home: Path | None, user: str | None, number: int, to: State, due: date | None, on: date | None, note: str
) -> None:
    move = move_task(by=enter(home, user), number=number, to=to, due=due, on=on, note=note)
    time = f" ({format_date(move.occurrence.due)})" if move.occurrence else ""
    say(_("Task {number}{time}: {state}.").format(number=number, time=time, state=_(STATE_WORDS[to])))


@app.add("accept", help=N_("The office has accepted a task."))
def accept(
    number: NumberArgument,
    on: OnOption = None,
    note: NoteOption = "",
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    _move(home, user, number, State.ACCEPTED, None, on, note)


@app.add("start", help=N_("The office is doing a task; what was reported done is sent back."))
def start(
    number: NumberArgument,
    due: TimeOption = None,
    on: OnOption = None,
    note: NoteOption = "",
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    _move(home, user, number, State.DOING, due, on, note)


@app.add("report-done", help=N_("The office reports a task done; of a recurring one the first open time."))
def report_done(
    number: NumberArgument,
    due: TimeOption = None,
    on: OnOption = None,
    note: NoteOption = "",
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    _move(home, user, number, State.REPORTED, due, on, note)


@app.add("confirm", help=N_("Who gave a task confirms that it is done."))
def confirm(
    number: NumberArgument,
    due: TimeOption = None,
    on: OnOption = None,
    note: NoteOption = "",
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    _move(home, user, number, State.CONFIRMED, due, on, note)


@app.add("withdraw", help=N_("Who gave a task withdraws it from an office."))
def withdraw(
    number: NumberArgument,
    note: NoteOption = "",
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    _move(home, user, number, State.WITHDRAWN, None, None, note)


@app.add("extend", help=N_("Who gave a task gives an office more time for it."))
def extend(
    number: NumberArgument,
    due: Annotated[date, _day("--by", N_("The new due day."))],
    why: Annotated[str, _text("--why", N_("The reason."))] = "",
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    extension = extend_task(by=enter(home, user), number=number, due=due, why=why)
    say(_("Task {number} is due by {day}.").format(number=number, day=format_date(extension.due)))


@app.add("hand", help=N_("Say who does a task in its office."))
def hand(
    number: NumberArgument,
    to: Annotated[str, typer.Option("--to", metavar="ACCOUNT", help=N_("Who does it."))] = "",
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    row = hand_task(by=by, number=number, to=account_named(to) if to else None)
    say(_("Task {number} is done by {name}.").format(number=number, name=row.to.name if row.to else "–"))


@app.add("times", help=N_("Make the days of recurring tasks up to a day; made again they stay the same."))
def times(
    until: Annotated[
        date | None,
        _day("--until", N_("The last day (else a year from today).")),
    ] = None,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    made = make_task_times(by=enter(home, user), until=until)
    say(made.words())
