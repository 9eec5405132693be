"""Makes the Word template of the week report: the layout of Decree 30/2020, annex I, the text of `week.txt`.

`python -m baophu.reports.week_template [PATH]` writes it anew. An office may edit the template in Word.
"""

import sys
from collections.abc import Iterable
from datetime import date
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from baophu.reports.commune_table import SINCE_LAST
from baophu.reports.seal import moment, seal

TEMPLATES = Path(__file__).parent / "templates"
TEMPLATE, TEXT = TEMPLATES / "week.docx", TEMPLATES / "week.txt"
MADE = date(2023, 1, 1)
FONT = "Times New Roman"
MARGINS = {"top": 2.0, "bottom": 2.0, "left": 3.0, "right": 1.5}
LEFT_BODY, RIGHT_STATE = 7.6, 9.6
HEADING, COMMUNE_TABLE, CHART = "# ", "[commune table]", "[chart]"
BODY, CELL, SECTION, NOTE, CAPTION = "Nội dung", "Ô bảng", "Đề mục", "Ghi nhỏ", "Chú thích hình"

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
    _properties(document)
    _page(document)
    _styles(document)
    _letterhead(document)
    _title(document)
    _addressees(document)
    _content(document)
    _signature(document)
    made = BytesIO()
    document.save(made)
    seal(made, path, MADE)


def _properties(document: Docx) -> None:
    properties = document.core_properties
    properties.author = properties.last_modified_by = "Bao Phủ"
    properties.title, properties.comments, properties.language = "Báo cáo tuần", "", "vi-VN"
    properties.created = properties.modified = moment(MADE)


def _page(document: Docx) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    for side, width in MARGINS.items():
        setattr(section, f"{side}_margin", Cm(width))
    section.header_distance = section.footer_distance = Cm(1)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = ALIGN.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number._p.append(field)


def _styles(document: Docx) -> None:
    normal = document.styles["Normal"]
    _font(normal, 13)
    normal.paragraph_format.space_after = Pt(0)
    _style(document, BODY, 13, before=3, after=3, first_line=1.27, spacing=1.05, align=ALIGN.JUSTIFY)
    section = _style(
        document, SECTION, 13, before=6, after=3, first_line=1.27, spacing=1.05, align=ALIGN.JUSTIFY
    )
    section.font.bold = True
    section.paragraph_format.keep_with_next = True
    _style(document, CELL, 11, before=2, after=2, align=ALIGN.CENTER)
    _style(document, NOTE, 11)
    _style(document, CAPTION, 12, before=3, after=6, align=ALIGN.CENTER).font.italic = True
    _font(document.styles["Header"], 13)


def _font(style: ParagraphStyle, size: float) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)


def _style(
    document: Docx,
    name: str,
    size: float,
    *,
    before: float = 0,
    after: float = 0,
    first_line: float = 0,
    spacing: float = 1.0,
    align: ALIGN = ALIGN.LEFT,
) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    _font(style, size)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.first_line_indent, form.line_spacing, form.alignment = Cm(first_line), spacing, align
    return style


def _write(
    paragraph: Paragraph, text: str, *, size: float | None = None, bold: bool = False, italic: bool = False
) -> None:
    """Runs of `text`; `**` switches to bold and back."""
    for number, part in enumerate(text.split("**")):
        if part:
            run = paragraph.add_run(part)
            run.bold, run.italic = bold or number % 2 == 1 or None, italic or None
            run.font.size = Pt(size) if size else None


def _centred(
    place: Docx | _Cell, text: str, size: float, *, bold: bool = False, italic: bool = False
) -> Paragraph:
    paragraph = place.add_paragraph()
    paragraph.alignment = ALIGN.CENTER
    _write(paragraph, text, size=size, bold=bold, italic=italic)
    return paragraph


def _line(place: Docx | _Cell, indent: float, after: float = 0) -> None:
    """A ruled line, `indent` cm short of the width on either side."""
    paragraph = place.add_paragraph()
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Cm(indent)
    form.space_after, form.line_spacing = Pt(after), Pt(3)
    border = OxmlElement("w:pBdr")
    top = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    border.append(top)
    paragraph._p.get_or_add_pPr().insert_element_before(
        border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc"
    )


def _grid(document: Docx, rows: int, widths: Iterable[float], style: str | None = None) -> Table:
    """A table of fixed widths in cm."""
    widths = list(widths)
    table = document.add_table(rows, len(widths), style)
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    return table


def _no_cell_margins(table: Table, width: int = 0) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(width))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    table._tbl.tblPr.append(margins)


def _start(cell: _Cell, text: str, size: float, *, bold: bool = False, italic: bool = False) -> None:
    """Text in the paragraph that a cell begins with, centred."""
    cell.paragraphs[0].alignment = ALIGN.CENTER
    _write(cell.paragraphs[0], text, size=size, bold=bold, italic=italic)


def _letterhead(document: Docx) -> None:
    table = _grid(document, 2, (LEFT_BODY, RIGHT_STATE))
    _no_cell_margins(table)
    body, state = table.rows[0].cells
    _start(body, "{{ office.parent|unbroken|upper }}", 12)
    _centred(body, "{{ office.name|unbroken|upper }}", 12, bold=True)
    _line(body, 2.6)
    _start(state, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True)
    _centred(state, "Độc lập - Tự do - Hạnh phúc", 13, bold=True)
    _line(state, 1.9)
    number, place = table.rows[1].cells
    _start(number, "Số:          /{{ office.code }}", 13)
    _start(
        place,
        "{{ office.place }}, ngày {{ signing|day_number }} tháng {{ signing|month_number }} "
        "năm {{ signing.year }}",
        13,
        italic=True,
    )
    for cell in (number, place):
        cell.paragraphs[0].paragraph_format.space_before = Pt(6)


def _title(document: Docx) -> None:
    _centred(document, "BÁO CÁO", 14, bold=True).paragraph_format.space_before = Pt(18)
    _centred(document, "Kết quả thực hiện các chỉ tiêu BHXH, BHYT, BHTN", 14, bold=True)
    _centred(document, "trên địa bàn {{ area_name }}", 14, bold=True)
    _centred(document, "(Số liệu đến ngày {{ cut_off|day }})", 14, italic=True)
    _line(document, 5.8, after=12)


def _addressees(document: Docx) -> None:
    table = _grid(document, 1, (3.8, 12.7))
    _no_cell_margins(table)
    to, whom = table.rows[0].cells
    to.paragraphs[0].alignment = ALIGN.RIGHT
    _write(to.paragraphs[0], "Kính gửi:", size=14)
    _write(whom.paragraphs[0], "{%p for line in addressees %}", size=14)
    _write(whom.add_paragraph(), "{{ line }}", size=14)
    _write(whom.add_paragraph(), "{%p endfor %}")
    for paragraph in whom.paragraphs:
        paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = (
            Cm(0.6),
            Cm(-0.3),
        )
    document.add_paragraph().paragraph_format.line_spacing = Pt(6)


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
            _write(document.add_paragraph(style=BODY), line)
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    document.paragraphs[-1].paragraph_format.keep_together = True


def _chart(document: Docx, caption: str) -> None:
    """The picture with its caption below it."""
    picture = document.add_paragraph("{{ chart }}", CAPTION)
    picture.paragraph_format.space_before, picture.paragraph_format.keep_with_next = Pt(6), True
    document.add_paragraph(caption, CAPTION)


def _commune_table(document: Docx) -> None:
    table = _grid(document, 6, (width for _, _, width, _ in COLUMNS), "Table Grid")
    _no_cell_margins(table, 60)
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
                _cell(table.cell(0, column).merge(table.cell(0, last)), group, bold=True)
            _cell(table.cell(1, column), below, bold=True)
        else:
            _cell(table.cell(0, column).merge(table.cell(1, column)), group, bold=True)
    for row in table.rows[:2]:
        for name in ("w:cantSplit", "w:tblHeader"):
            row._tr.get_or_add_trPr().append(OxmlElement(name))


def _whole_row(table: Table, row: int, text: str) -> None:
    _cell(table.cell(row, 0), text)


def _row(table: Table, row: int, texts: list[str], *, bold: bool = False) -> None:
    for column, text in enumerate(texts):
        paragraph = _cell(table.cell(row, column), text, bold=bold)
        paragraph.alignment = (
            ALIGN.CENTER
            if column == 0 or column == len(texts) - 1
            else ALIGN.LEFT
            if column == 1
            else ALIGN.RIGHT
        )
    table.rows[row]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _cell(cell: _Cell, text: str, *, bold: bool = False) -> Paragraph:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.style = CELL
    _write(paragraph, text, bold=bold)
    return paragraph


def _signature(document: Docx) -> None:
    gap = document.add_paragraph().paragraph_format
    gap.line_spacing, gap.keep_with_next = Pt(6), True
    table = _grid(document, 1, (8.0, 8.5))
    _no_cell_margins(table)
    copies, signer = table.rows[0].cells
    _write(copies.paragraphs[0], "Nơi nhận:", size=12, bold=True, italic=True)
    for text in ("{%p for line in copies %}", "{{ line }}", "{%p endfor %}"):
        _write(copies.add_paragraph(style=NOTE), text)
    _start(signer, "{%p if office.signer_authority %}", 14)
    for text in ("{{ office.signer_authority|upper }}", "{%p endif %}", "{{ office.signer_title|upper }}"):
        _centred(signer, text, 14, bold=True)
    for _ in range(4):
        signer.add_paragraph()
    _centred(signer, "{{ office.signer_name }}", 14, bold=True)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


if __name__ == "__main__":
    make(*map(Path, sys.argv[1:2]))
