"""What in a directive contradicts itself, or can be read in two ways."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from baophu.base.numbers import format_date
from baophu.base.words import N_
from baophu.directives.figures.figures import Figure
from baophu.directives.figures.sums import misfits
from baophu.directives.files.letterhead import Header
from baophu.directives.files.text import Text, Words, whole
from baophu.directives.head.citations import Citation
from baophu.directives.tables.table_checks import odd_rows
from baophu.directives.tables.tables import tables_in
from baophu.directives.tasks.reaching import OpenReach
from baophu.directives.tasks.tasks import Task

KIND_WORDS = {
    "citation_dated_two_ways": N_("A document is cited with two dates."),
    "parts_do_not_add_up": N_("Parts do not add up to the total printed."),
    "rate_does_not_fit": N_("A rate does not fit the numbers beside it."),
    "figure_given_two_ways": N_("A figure is given in two ways."),
    "impossible_date": N_("There is no such day."),
    "deadline_before_document": N_("A deadline lies before the day of the document."),
    "unclear_scope": N_("It is unclear which contents a deadline holds for."),
    "unclear_assignee": N_("It is unclear whose task it is."),
    "day_without_year": N_("A day is printed without its year."),
    "macro": N_("The file holds a macro; it was not run."),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """`note` shows the values that do not fit; `words` is where, None for the whole file."""

    kind: str
    note: str
    words: Words | None


def problems_of(
    text: Text,
    header: Header,
    cited: Iterable[Citation],
    figures: list[Figure],
    tasks: list[Task],
    unclear: list[OpenReach],
) -> Iterator[Problem]:
    """All problems, in the order of their kinds."""
    if text.macro:
        yield Problem("macro", "", None)
    yield from _two_dates(cited)
    yield from _impossible(header, cited, tasks)
    yield from _too_early(header.day, tasks)
    yield from _misfits(header, figures)
    for reach in unclear:
        yield Problem("unclear_scope", f"{reach.tasks}", reach.said.words)
    yield from _unclear_assignees(tasks)
    yield from _without_year(tasks)


def _misfits(header: Header, figures: list[Figure]) -> Iterator[Problem]:
    """What does not fit in the rows of a table and among all figures; each kind once at one place."""
    in_rows = [
        Problem(kind, note, whole(row))
        for table in tables_in(header.body)
        for kind, note, row in odd_rows(table)
    ]
    told = {(one.kind, one.words.paragraph) for one in in_rows if one.words}
    yield from in_rows
    for kind, note, figure in misfits(figures):
        if (kind, figure.words.paragraph) not in told:
            yield Problem(kind, note, figure.words)


def _two_dates(cited: Iterable[Citation]) -> Iterator[Problem]:
    by_number: dict[str, dict[date, Citation]] = defaultdict(dict)
    for one in cited:
        if one.day:
            by_number[one.number].setdefault(one.day, one)
    for number, days in by_number.items():
        if len(days) > 1:
            shown = ", ".join(format_date(day) for day in sorted(days))
            yield Problem("citation_dated_two_ways", f"{number}: {shown}", list(days.values())[-1].words)


def _impossible(header: Header, cited: Iterable[Citation], tasks: list[Task]) -> Iterator[Problem]:
    if header.impossible:
        yield Problem("impossible_date", header.impossible.text, header.impossible)
    for one in cited:
        if one.impossible:
            yield Problem("impossible_date", one.words.text, one.words)
    seen: set[Words] = set()
    for task in tasks:
        if task.due and task.due.deadline.impossible and task.due.words not in seen:
            seen.add(task.due.words)
            yield Problem("impossible_date", task.due.words.text, task.due.words)


def _too_early(day: date | None, tasks: list[Task]) -> Iterator[Problem]:
    seen: set[Words] = set()
    for task in tasks:
        due = task.due
        if day and due and due.deadline.day and due.deadline.day < day and due.words not in seen:
            seen.add(due.words)
            yield Problem(
                "deadline_before_document", f"{format_date(due.deadline.day)} < {format_date(day)}", due.words
            )


def _unclear_assignees(tasks: list[Task]) -> Iterator[Problem]:
    for task in tasks:
        if task.unsure:
            yield Problem("unclear_assignee", ", ".join(task.assignees), task.words)


def _without_year(tasks: list[Task]) -> Iterator[Problem]:
    """A day that a document without a date leaves without a year."""
    seen: set[Words] = set()
    for task in tasks:
        due = task.due
        if due and due.deadline.yearless and due.words not in seen:
            seen.add(due.words)
            yield Problem("day_without_year", due.words.text, due.words)
