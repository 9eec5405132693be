"""Letters become Word files by the form that official documents have."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml
from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Pt

from baophu.reports.paper import (
    BODY,
    LEFT_BODY,
    NOTE,
    RIGHT_STATE,
    SECTION,
    cell,
    centred,
    grid,
    no_cell_margins,
    page,
    properties,
    rule,
    start,
    styles,
    write,
)
from baophu.reports.seal import seal
from baophu_examples.desk import Desk

FOLDER = Path(__file__).parent
# The plan and the province's letter have come; the last one is not handed in yet.
CAME, NEXT, SINCE = ("plan", "province"), "next", "since"
HEADING, ROW = "# ", "|"
NUMBER, WHAT, TABLE_WIDTH = 1.0, 5.5, 16.5


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter says; `text` has a paragraph a line, headings after `# `, rows of tables between bars.

    The office's name is broken into its lines; `above` is the office above it.
    """

    file: str
    office: list[str]
    number: str
    place: str
    date: date
    authority: str
    post: str
    copies: list[str]
    text: str
    above: str = ""
    about: str = ""
    to: list[str] | None = None
    title: list[str] | None = None


def write_letters(desk: Desk) -> tuple[list[Path], Path]:
    """The directives that came, the oldest first, and the one that is to be handed in on the page."""
    folder, later = desk.folder / "directives", desk.folder / "next"
    for one in (folder, later):
        one.mkdir(exist_ok=True)
    came = [_write(desk, name, folder) for name in CAME]
    return came, _write(desk, NEXT, later)


def read(year: int, name: str) -> Any:
    """What a file beside this one says for the example of a year."""
    return yaml.safe_load((FOLDER / f"{year}-{name}.yaml").read_text(encoding="utf-8"))


def _write(desk: Desk, name: str, folder: Path) -> Path:
    told: dict[str, Any] = yaml.safe_load(
        (FOLDER / f"{desk.on.year}-{name}.yaml").read_text(encoding="utf-8")
    )
    letter = Letter(**told)
    document = Document()
    properties(document, letter.about or " ".join(letter.title or ()))
    page(document)
    styles(document)
    _letterhead(document, letter)
    _opening(document, letter)
    _content(document, letter)
    _signature(document, letter, desk.signer(letter.post))
    made, path = BytesIO(), folder / letter.file
    document.save(made)
    seal(made, path, letter.date)
    return path


def _letterhead(document: Docx, letter: Letter) -> None:
    table = grid(document, 2, (LEFT_BODY, RIGHT_STATE))
    no_cell_margins(table)
    body, state = table.rows[0].cells
    lines = [(line, True) for line in letter.office]
    (line, bold), *others = [(letter.above, False), *lines] if letter.above else lines
    start(body, line, 12, bold=bold)
    for line, bold in others:
        centred(body, line, 12, bold=bold)
    rule(body, 2.6)
    start(state, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True)
    centred(state, "Độc lập - Tự do - Hạnh phúc", 13, bold=True)
    rule(state, 1.9)
    number, place = table.rows[1].cells
    start(number, f"Số: {letter.number}", 13)
    day = f"{letter.place}, ngày {letter.date:%d} tháng {letter.date:%m} năm {letter.date.year}"
    start(place, day, 13, italic=True)
    if letter.about:
        centred(number, letter.about, 12)


def _opening(document: Docx, letter: Letter) -> None:
    """The title, or whom it is sent to."""
    document.add_paragraph().paragraph_format.space_after = Pt(6)
    for line in letter.title or ():
        centred(document, line, 14, bold=True)
    for place, line in enumerate(letter.to or ()):
        if not place:
            centred(document, "Kính gửi:", 14)
        last = place + 1 == len(letter.to or ())
        write(document.add_paragraph(style=BODY), f"- {line}{'.' if last else ';'}", size=14)


def _content(document: Docx, letter: Letter) -> None:
    for of_table, lines in groupby(letter.text.splitlines(), lambda line: line.startswith(ROW)):
        if of_table:
            _table(document, [_cells(line) for line in lines])
        else:
            _paragraphs(document, lines)


def _paragraphs(document: Docx, lines: Iterable[str]) -> None:
    for line in lines:
        if line.startswith(HEADING):
            document.add_paragraph(line.removeprefix(HEADING), SECTION)
        else:
            write(document.add_paragraph(style=BODY), line)


def _cells(line: str) -> list[str]:
    return [part.strip() for part in line.strip().strip(ROW).split(ROW)]


def _table(document: Docx, rows: list[list[str]]) -> None:
    """A table whose first column numbers the rows; the second says most."""
    others = rows[0][2:]
    width = (TABLE_WIDTH - NUMBER - WHAT) / len(others)
    table = grid(document, len(rows), (NUMBER, WHAT, *(width for _ in others)), "Table Grid")
    no_cell_margins(table, 60)
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            written = cell(table.cell(number, column), text, bold=not number)
            written.alignment = ALIGN.LEFT if number and column else ALIGN.CENTER


def _signature(document: Docx, letter: Letter, signer: str) -> None:
    table = grid(document, 1, (8.0, 8.5))
    no_cell_margins(table)
    copies, signed = table.rows[0].cells
    write(copies.paragraphs[0], "Nơi nhận:", size=12, bold=True, italic=True)
    for line in _ended(letter.copies):
        write(copies.add_paragraph(style=NOTE), line)
    start(signed, letter.authority, 14, bold=True)
    centred(signed, letter.post, 14, bold=True)
    for _ in range(4):
        signed.add_paragraph()
    centred(signed, signer, 14, bold=True)


def _ended(lines: list[str]) -> Iterator[str]:
    *others, last = lines
    yield from (f"- {line};" for line in others)
    yield f"- {last}."
