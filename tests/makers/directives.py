"""Makes the Word file of a directive: letterhead and signature side by side, tables, bold words."""

import re
from itertools import groupby
from pathlib import Path

import docx
from docx.document import Document
from docx.table import _Cell
from docx.text.paragraph import Paragraph

RIGHT_OF_THE_LETTERHEAD = re.compile(r"CỘNG H|Độc lập|ĐẢNG CỘNG SẢN|, ngày[ .…\d]")
SIDES = re.compile(r" {5,}")
BOLD = re.compile(r"\*\*(.+?)\*\*")
LONGEST_LETTERHEAD = 14


def write_directive(path: Path, text: str) -> Path:
    """A docx with the words of `text`, laid out as offices do it."""
    document = docx.Document()
    lines = text.replace("\r\n", "\n").split("\n")
    head = _letterhead(lines)
    if head:
        _side_by_side(document, *_sides(lines[:head]))
    foot = next((at for at, line in enumerate(lines) if line.strip("* \t") == "Nơi nhận:"), len(lines))
    _body(document, lines[head:foot])
    if foot < len(lines):
        signed = [line for line in lines[foot + 1 :] if line.strip("* ").isupper()]
        copies = [line for line in lines[foot:] if line not in signed]
        _side_by_side(document, copies, signed)
    document.save(str(path))
    return path


def _letterhead(lines: list[str]) -> int:
    """How many lines stand above the title or the addressees: to the last that belongs on the right."""
    right = [at for at, line in enumerate(lines[:LONGEST_LETTERHEAD]) if RIGHT_OF_THE_LETTERHEAD.search(line)]
    return right[-1] + 1 if right else 0


def _sides(lines: list[str]) -> tuple[list[str], list[str]]:
    left: list[str] = []
    right: list[str] = []
    for line in lines:
        parts = SIDES.split(line.strip())
        (right if RIGHT_OF_THE_LETTERHEAD.search(parts[0]) else left).append(parts[0])
        right += parts[1:]
    return left, right


def _side_by_side(document: Document, left: list[str], right: list[str]) -> None:
    for cell, lines in zip(document.add_table(rows=1, cols=2).rows[0].cells, (left, right), strict=True):
        _fill(cell, [line for line in lines if line.strip()])


def _fill(cell: _Cell, lines: list[str]) -> None:
    for at, line in enumerate(lines):
        _write(cell.paragraphs[0] if at == 0 else cell.add_paragraph(), line)


def _body(document: Document, lines: list[str]) -> None:
    for tabbed, run in groupby(lines, key=lambda line: "\t" in line):
        if tabbed:
            _table(document, [line.split("\t") for line in run])
        else:
            for line in run:
                _write(document.add_paragraph(), line)


def _table(document: Document, rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=max(len(row) for row in rows))
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=False):
            _write(cell.paragraphs[0], words)


def _write(paragraph: Paragraph, line: str) -> None:
    """`**words**` become bold, other signs of bold, italics and headings go."""
    for at, words in enumerate(BOLD.split(line)):
        paragraph.add_run(re.sub(r"[*#]+", "", words)).bold = at % 2 == 1
