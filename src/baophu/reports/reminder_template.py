"""Makes the Word template of a reminder: the layout of an official letter, the text of `reminder.txt`.

`python -m baophu.reports.reminder_template [PATH]` writes it anew. An office may edit the template in Word.
"""

import sys
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.shared import Pt

from baophu.reports.paper import (
    BODY,
    MADE,
    TEMPLATES,
    addressees,
    cell,
    grid,
    letterhead,
    no_cell_margins,
    page,
    properties,
    signature,
    styles,
    write,
)
from baophu.reports.seal import seal

TEMPLATE, TEXT = TEMPLATES / "reminder.docx", TEMPLATES / "reminder.txt"
ABOUT = "V/v đôn đốc gửi danh sách"
LISTS = "[lists]"
# Heading, width in cm, what stands in the row of a list, where in its cell.
COLUMNS = (
    ("STT", 1.0, "{{ loop.index }}", ALIGN.CENTER),
    ("Danh sách", 4.5, "{{ one.name }}", ALIGN.LEFT),
    ("Phạm vi", 3.5, "{{ one.where }}", ALIGN.LEFT),
    ("Hạn gửi", 2.0, "{{ one.due }}", ALIGN.CENTER),
    ("Chậm (ngày)", 1.5, "{{ one.late }}", ALIGN.CENTER),
    ("Bản gần nhất", 1.9, "{{ one.last }}", ALIGN.CENTER),
    ("Cần số liệu từ ngày", 2.0, "{{ one.counts_from }}", ALIGN.CENTER),
)


def make(path: Path = TEMPLATE) -> None:
    """Write the template; the same bytes every time."""
    document = Document()
    properties(document, ABOUT)
    page(document)
    styles(document)
    letterhead(document, about=ABOUT)
    document.add_paragraph().paragraph_format.space_after = Pt(6)
    addressees(document)
    _content(document)
    signature(document)
    made = BytesIO()
    document.save(made)
    seal(made, path, MADE)


def _content(document: Docx) -> None:
    """What `reminder.txt` says, a paragraph a line; the last one stays with the signature."""
    for text in TEXT.read_text(encoding="utf-8").splitlines():
        if text == LISTS:
            _table(document)
        else:
            write(document.add_paragraph(style=BODY), text)
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    document.paragraphs[-1].paragraph_format.keep_together = True


def _table(document: Docx) -> None:
    table = grid(document, 4, (width for _, width, *_ in COLUMNS), "Table Grid")
    no_cell_margins(table, 60)
    for column, (heading, _width, text, place) in enumerate(COLUMNS):
        cell(table.cell(0, column), heading, bold=True)
        cell(table.cell(2, column), text).alignment = place
    cell(table.cell(1, 0), "{%tr for one in lists %}")
    cell(table.cell(3, 0), "{%tr endfor %}")
    for name in ("w:cantSplit", "w:tblHeader"):
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement(name))
    table.rows[2]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


if __name__ == "__main__":
    make(*map(Path, sys.argv[1:2]))
