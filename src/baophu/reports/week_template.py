"""Makes the Word template of the week report: the layout of Decree 30/2020, annex I, the text of `week.txt`.

`python -m baophu.reports.week_template [PATH]` writes it anew. An office may edit the template in Word.
"""

import sys
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.shared import Pt
from docx.table import Table

from baophu.reports.commune_table import SINCE_LAST
from baophu.reports.paper import (
    BODY,
    CAPTION,
    MADE,
    SECTION,
    TEMPLATES,
    addressees,
    cell,
    centred,
    grid,
    letterhead,
    no_cell_margins,
    page,
    properties,
    rule,
    signature,
    styles,
    write,
)
from baophu.reports.seal import seal

TEMPLATE, TEXT = TEMPLATES / "week.docx", TEMPLATES / "week.txt"
HEADING, COMMUNE_TABLE, CHART = "# ", "[commune table]", "[chart]"

# Commune table: heading of the group, heading, width in cm, what stands in the row of a commune.
COLUMNS = (
    ("STT", "", 1.0, "{{ loop.index }}"),
    ("{{ rows_title }}", "", 3.2, "{{ c.name }}"),
    ("Dân số", "", 1.5, "{{ c.population }}"),
    ("BHYT", "Số người", 1.4, "{{ c.health }}"),
    ("BHYT", "Tỷ lệ (%)", 1.3, "{{ c.health_rate }}"),
    ("BHYT", "Còn thiếu", 1.3, "{{ c.health_missing }}"),
    ("BHYT", SINCE_LAST, 1.4, "{{ c.health_change }}"),
    ("BHXH tự nguyện", "Số người", 1.3, "{{ c.voluntary }}"),
    ("BHXH tự nguyện", "Còn thiếu", 1.3, "{{ c.voluntary_missing }}"),
    ("Chưa tham gia BHYT", "", 1.6, "{{ c.uncovered }}"),
    ("Xếp hạng", "", 1.2, "{{ c.rank }}"),
)


def make(path: Path = TEMPLATE) -> None:
    """Write the template; the same bytes every time."""
    document = Document()
    properties(document, "Báo cáo tuần")
    page(document)
    styles(document)
    letterhead(document)
    _title(document)
    addressees(document)
    _content(document)
    signature(document)
    made = BytesIO()
    document.save(made)
    seal(made, path, MADE)


def _title(document: Docx) -> None:
    centred(document, "BÁO CÁO", 14, bold=True).paragraph_format.space_before = Pt(18)
    centred(document, "Kết quả thực hiện các chỉ tiêu BHXH, BHYT, BHTN", 14, bold=True)
    centred(document, "trên địa bàn {{ area_name }}", 14, bold=True)
    centred(document, "(Số liệu đến ngày {{ cut_off|day }})", 14, italic=True)
    rule(document, 5.8, after=12)


def _content(document: Docx) -> None:
    """What `week.txt` says, a paragraph a line; the last one stays with the signature."""
    for line in TEXT.read_text(encoding="utf-8").splitlines():
        if line == COMMUNE_TABLE:
            document.paragraphs[-1].paragraph_format.keep_with_next = True
            _commune_table(document)
        elif line.startswith(CHART):
            _chart(document, line.removeprefix(CHART).strip())
        elif line.startswith(HEADING):
            document.add_paragraph(line.removeprefix(HEADING), SECTION)
        else:
            write(document.add_paragraph(style=BODY), line)
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    document.paragraphs[-1].paragraph_format.keep_together = True


def _chart(document: Docx, caption: str) -> None:
    """The picture with its caption below it."""
    picture = document.add_paragraph("{{ chart }}", CAPTION)
    picture.paragraph_format.space_before, picture.paragraph_format.keep_with_next = Pt(6), True
    document.add_paragraph(caption, CAPTION)


def _commune_table(document: Docx) -> None:
    table = grid(document, 6, (width for _, _, width, _ in COLUMNS), "Table Grid")
    no_cell_margins(table, 60)
    _head(table)
    _whole_row(table, 2, "{%tr for c in communes %}")
    _row(table, 3, [text for *_, text in COLUMNS])
    _whole_row(table, 4, "{%tr endfor %}")
    _row(table, 5, ["", *(text.replace("c.", "total.") for *_, text in COLUMNS[1:])], bold=True)


def _head(table: Table) -> None:
    groups = [group for group, *_ in COLUMNS]
    for column, (group, below, *_) in enumerate(COLUMNS):
        if below:
            last = len(groups) - 1 - groups[::-1].index(group)
            if groups.index(group) == column:
                cell(table.cell(0, column).merge(table.cell(0, last)), group, bold=True)
            cell(table.cell(1, column), below, bold=True)
        else:
            cell(table.cell(0, column).merge(table.cell(1, column)), group, bold=True)
    for row in table.rows[:2]:
        for name in ("w:cantSplit", "w:tblHeader"):
            row._tr.get_or_add_trPr().append(OxmlElement(name))


def _whole_row(table: Table, row: int, text: str) -> None:
    cell(table.cell(row, 0), text)


def _row(table: Table, row: int, texts: list[str], *, bold: bool = False) -> None:
    for column, text in enumerate(texts):
        paragraph = cell(table.cell(row, column), text, bold=bold)
        paragraph.alignment = (
            ALIGN.CENTER
            if column == 0 or column == len(texts) - 1
            else ALIGN.LEFT
            if column == 1
            else ALIGN.RIGHT
        )
    table.rows[row]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


if __name__ == "__main__":
    make(*map(Path, sys.argv[1:2]))
