"""`baophu directive`: reads a directive; nothing is kept unless it is to be entered."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from baophu.base.numbers import format_count, format_date
from baophu.base.words import N_, _
from baophu.cli.entering import enter
from baophu.cli.options import Format, FormatOption, HomeOption, LanguageOption, UserOption, parse_file
from baophu.cli.output import Row, as_table, say, show
from baophu.cli.worded import Commands
from baophu.directives.days.recurrence import RECURRENCE_WORDS
from baophu.directives.figures.figure_words import KIND_WORDS, MEASURE_WORDS
from baophu.directives.reading import read_directive
from baophu.directives.told import as_json
from baophu.store.actions.directives import add_directive
from baophu.store.kept_texts import plain

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
    enters: Annotated[
        bool, typer.Option("--enter", help=N_("Enter it: what was read waits to be judged on its page."))
    ] = False,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    read = as_json(read_directive(file))
    if enters:
        entered = add_directive(by=enter(home, user), read=plain(read), path=file)
        words = _("Directive {number} is entered; {count} items wait to be judged.")
        say(words.format(number=entered.pk, count=format_count(entered.items.count())))
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
