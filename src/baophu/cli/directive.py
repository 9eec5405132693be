"""`baophu directive`: reads a directive; nothing is kept."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from baophu.base.numbers import format_date
from baophu.base.words import N_, _
from baophu.cli.options import Format, FormatOption, HomeOption, LanguageOption, UserOption, parse_file
from baophu.cli.output import Row, as_table, say, show
from baophu.cli.worded import Commands
from baophu.directives.reading import read_directive
from baophu.directives.recurrence import RECURRENCE_WORDS
from baophu.directives.told import as_json

TASKS = {
    "section": N_("Section"),
    "assignees": N_("Assigned to"),
    "action": N_("What to do"),
    "deadline": N_("Due by"),
    "rhythm": N_("How often"),
    "route": N_("Through"),
}
FIGURES = {
    "area": N_("Area"),
    "scheme": N_("Scheme"),
    "what": N_("Figure"),
    "sort": N_("Sort"),
    "printed": N_("As printed"),
    "date": N_("Holds for"),
}
PROBLEMS = {"words": N_("Problem"), "note": N_("Numbers at odds"), "paragraph": N_("Paragraph")}
KIND_WORDS = {
    "actual": N_("what is"),
    "target": N_("target"),
    "assigned": N_("assigned from above"),
    "plan_pct": N_("share of the plan done"),
    "change": N_("change"),
    "gap": N_("still missing"),
}
MEASURE_WORDS = {
    "coverage": N_("coverage"),
    "participants": N_("participants"),
    "new_participants": N_("new participants"),
    "uncovered": N_("without insurance"),
    "due": N_("whose payment falls due"),
    "lapsed": N_("people lapsed"),
    "students": N_("students"),
    "population": N_("population"),
    "labour_force": N_("labour force"),
    "working_age": N_("people of working age"),
    "households": N_("households"),
    "arrears_amount": N_("money in arrears"),
    "arrears_units": N_("employers in arrears"),
    "arrears_rate": N_("rate of arrears"),
    "collected": N_("money collected"),
    "units": N_("employers"),
    "enterprises": N_("enterprises"),
    "communes": N_("communes"),
    "hamlets": N_("number of hamlets"),
    "schools": N_("schools"),
    "cards": N_("cards"),
    "books": N_("books"),
    "budget": N_("budget"),
    "fund_spent": N_("spent by the fund"),
    "visits": N_("visits to care"),
    "waiting_time": N_("waiting time"),
    "satisfaction": N_("satisfaction"),
}
_LONGEST_ACTION = 70

app = Commands()


@app.add("directive")
def directive(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", parser=parse_file, help=N_("A directive: docx, pdf with text, txt or html.")
        ),
    ],
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    read = as_json(read_directive(file))
    if format == Format.JSON:
        sys.stdout.write(json.dumps(read, ensure_ascii=False, indent=1, default=str) + "\n")
    elif format == Format.CSV:
        show(read["tasks"], format)
    else:
        _tell(read)


def _tell(read: dict[str, Any]) -> None:
    """The head in words, then tasks, figures and problems as tables."""
    say(_head(read))
    for title, rows, columns in (
        (_("Tasks"), [_task(one) for one in read["tasks"]], TASKS),
        (_("Figures"), [_figure(one) for one in read["indicators"]], FIGURES),
        (_("To look at"), read["problems"], PROBLEMS),
    ):
        if rows:
            sys.stdout.write(f"{title}: {len(rows)}\n{as_table(rows, columns)}\n")


def _head(read: dict[str, Any]) -> str:
    words = _("{issuer}: number {number}, {date}; {addressees} addressees, {copies} copies, {cited} cited.")
    return words.format(
        issuer=read["issuer"] or _("issuer not printed"),
        number=read["number"] or _("blank"),
        date=format_date(read["date"]) if read["date"] else _("date blank"),
        addressees=len(read["addressees"]),
        copies=len(read["copies"]),
        cited=len(read["cited"]),
    )


def _task(one: Row) -> Row:
    action, rhythms = one["action"], [RECURRENCE_WORDS[rhythm["every"]] for rhythm in one["rhythms"]]
    return {
        **one,
        "action": action
        if len(action) <= _LONGEST_ACTION
        else f"{action[:_LONGEST_ACTION].rsplit(' ', 1)[0]} …",
        "rhythm": ", ".join(map(_, rhythms)),
    }


def _figure(one: Row) -> Row:
    measure, kind = MEASURE_WORDS[one["measure"]], KIND_WORDS[one["kind"]]
    return {**one, "what": _(measure), "sort": _(kind), "printed": one["number"]["text"]}
