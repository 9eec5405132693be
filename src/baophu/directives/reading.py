"""Reads a directive: from its text to who does what by when, and the figures behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from baophu.directives.days.deadlines import Calendar, with_terms
from baophu.directives.figures.figure_days import end_of_period
from baophu.directives.figures.figures import Figure, Reader, with_days_of_tasks
from baophu.directives.figures.kinds import gives_targets
from baophu.directives.files.letterhead import Header
from baophu.directives.files.opening import open_text
from baophu.directives.files.text import Text
from baophu.directives.head.citations import Citation, citations
from baophu.directives.head.header import read_header
from baophu.directives.names.carried import Carried
from baophu.directives.names.places import Ground, ground_of
from baophu.directives.problems import Problem, problems_of
from baophu.directives.tables.tables import figures_of, tables_in
from baophu.directives.tables.task_tables import tasks_of
from baophu.directives.tasks.reaching import with_deadlines
from baophu.directives.tasks.structure import Block, blocks
from baophu.directives.tasks.tasks import Said, Task, tasks_in


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read, each with the words it rests on."""

    text: Text
    header: Header
    ground: Ground
    cited: tuple[Citation, ...]
    figures: tuple[Figure, ...]
    tasks: tuple[Task, ...]
    problems: tuple[Problem, ...]


def read_directive(path: Path) -> Reading:
    """Raises NotADirective where the file cannot be read as one."""
    return read_text(open_text(path))


def read_text(text: Text) -> Reading:
    """Reads a text that is open already."""
    header = read_header(text.paragraphs)
    body = list(blocks(header.body, (header.letter and header.issuer) or ""))
    written = str(text)
    known = with_terms(Calendar(header.day, header.year), written)
    cited = citations([*header.title, *header.body])
    ground = ground_of(
        header.issuer if header.letter else None, header.place, written, header.day or _around(known, cited)
    )
    found = tasks_in(
        body,
        issuer=(header.letter and header.issuer) or "",
        addressees=[name for name, _words in header.addressees],
        letter=header.letter,
        known=known,
    )
    tasks, unclear = with_deadlines(_with_tables(found, body, known))
    tasks.sort(key=lambda task: task.words.paragraph.number)
    figures = with_days_of_tasks(_figures(body, tasks, known, ground, header), tasks)
    return Reading(
        text=text,
        header=header,
        ground=ground,
        cited=tuple(cited),
        figures=tuple(figures),
        tasks=tuple(tasks),
        problems=tuple(problems_of(text, header, cited, figures, tasks, unclear)),
    )


def _figures(
    body: list[Block], tasks: list[Task], known: Calendar, ground: Ground, header: Header
) -> list[Figure]:
    """Those of sentences and, in their place among them, those of tables."""
    asking = {task.words.paragraph.number for task in tasks}
    tables = {table.rows[0].number: table for table in tables_in([block.paragraph for block in body])}
    in_sentences: set[int] = set()
    in_tables = {row.number for table in tables.values() for row in table.rows} | {
        number for table in tables.values() for number in range(table.begins, table.rows[0].number)
    }
    until = end_of_period(" ".join(one.text for one in header.above), known)
    reader = Reader(known, ground, _gives(header), Carried(until=until))
    found: list[Figure] = []
    for block in body:
        number = block.paragraph.number
        if table := tables.get(number):
            cells = list(figures_of(table, ground, known, reader.around()))
            found += cells
            in_sentences |= set() if cells else {row.number for row in table.rows}
        if number in in_sentences:
            found += reader.of_row(block)
        elif number not in in_tables:
            found += reader.of_block(block, asks=number in asking)
    return found


def _gives(header: Header) -> str | None:
    """A decision about targets gives them: `Về việc giao chỉ tiêu …`."""
    return "assigned" if any(gives_targets(line.text) for line in header.title) else None


def _with_tables(found: Iterator[Task | Said], body: list[Block], known: Calendar) -> Iterator[Task | Said]:
    yield from found
    section = {block.paragraph.number: block.section for block in body}
    for table in tables_in([block.paragraph for block in body]):
        yield from tasks_of(table, known, section[table.rows[0].number])


def _around(known: Calendar, cited: list[Citation]) -> date | None:
    """A day near the document's, where its own is blank: of its year, or of what it cites."""
    return date(known.year, 1, 1) if known.year else max((one.day for one in cited if one.day), default=None)
