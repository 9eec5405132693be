"""The form of documents that leave an office, by Decree 30/2020, annex I: reports and letters share it."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

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

from baophu.reports.seal import moment

TEMPLATES = Path(__file__).parent / "templates"
MADE = date(2023, 1, 1)
FONT = "Times New Roman"
MARGINS = {"top": 2.0, "bottom": 2.0, "left": 3.0, "right": 1.5}
LEFT_BODY, RIGHT_STATE = 7.6, 9.6
BODY, CELL, SECTION, NOTE, CAPTION = "Nội dung", "Ô bảng", "Đề mục", "Ghi nhỏ", "Chú thích hình"


def properties(document: Docx, title: str) -> None:
    properties = document.core_properties
    properties.author = properties.last_modified_by = "Bao Phủ"
    properties.title, properties.comments, properties.language = title, "", "vi-VN"
    properties.created = properties.modified = moment(MADE)


def page(document: Docx) -> None:
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


def styles(document: Docx) -> None:
    normal = document.styles["Normal"]
    font(normal, 13)
    normal.paragraph_format.space_after = Pt(0)
    style(document, BODY, 13, before=3, after=3, first_line=1.27, spacing=1.05, align=ALIGN.JUSTIFY)
    section = style(
        document, SECTION, 13, before=6, after=3, first_line=1.27, spacing=1.05, align=ALIGN.JUSTIFY
    )
    section.font.bold = True
    section.paragraph_format.keep_with_next = True
    style(document, CELL, 11, before=2, after=2, align=ALIGN.CENTER)
    style(document, NOTE, 11)
    style(document, CAPTION, 12, before=3, after=6, align=ALIGN.CENTER).font.italic = True
    font(document.styles["Header"], 13)


def font(style: ParagraphStyle, size: float) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)


def style(
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
    font(style, size)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.first_line_indent, form.line_spacing, form.alignment = Cm(first_line), spacing, align
    return style


def write(
    paragraph: Paragraph, text: str, *, size: float | None = None, bold: bool = False, italic: bool = False
) -> None:
    """Runs of `text`; `**` switches to bold and back."""
    for number, part in enumerate(text.split("**")):
        if part:
            run = paragraph.add_run(part)
            run.bold, run.italic = bold or number % 2 == 1 or None, italic or None
            run.font.size = Pt(size) if size else None


def centred(
    place: Docx | _Cell, text: str, size: float, *, bold: bool = False, italic: bool = False
) -> Paragraph:
    paragraph = place.add_paragraph()
    paragraph.alignment = ALIGN.CENTER
    write(paragraph, text, size=size, bold=bold, italic=italic)
    return paragraph


def rule(place: Docx | _Cell, indent: float, after: float = 0) -> None:
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


def grid(document: Docx, rows: int, widths: Iterable[float], style: str | None = None) -> Table:
    """A table of fixed widths in cm."""
    widths = list(widths)
    table = document.add_table(rows, len(widths), style)
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    return table


def no_cell_margins(table: Table, width: int = 0) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(width))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    table._tbl.tblPr.append(margins)


def start(cell: _Cell, text: str, size: float, *, bold: bool = False, italic: bool = False) -> None:
    """Text in the paragraph that a cell begins with, centred."""
    cell.paragraphs[0].alignment = ALIGN.CENTER
    write(cell.paragraphs[0], text, size=size, bold=bold, italic=italic)


def letterhead(document: Docx, code: str = "{{ office.code }}", about: str = "") -> None:
    """The office, the state, number and day; below the number what a letter is `about`."""
    table = grid(document, 2, (LEFT_BODY, RIGHT_STATE))
    no_cell_margins(table)
    body, state = table.rows[0].cells
    start(body, "{{ office.parent|unbroken|upper }}", 12)
    centred(body, "{{ office.name|unbroken|upper }}", 12, bold=True)
    rule(body, 2.6)
    start(state, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True)
    centred(state, "Độc lập - Tự do - Hạnh phúc", 13, bold=True)
    rule(state, 1.9)
    number, place = table.rows[1].cells
    start(number, f"Số:          /{code}", 13)
    start(
        place,
        "{{ office.place }}, ngày {{ signing|day_number }} tháng {{ signing|month_number }} "
        "năm {{ signing.year }}",
        13,
        italic=True,
    )
    if about:
        centred(number, about, 12)
    for cell in (number, place):
        cell.paragraphs[0].paragraph_format.space_before = Pt(6)


def addressees(document: Docx) -> None:
    table = grid(document, 1, (3.8, 12.7))
    no_cell_margins(table)
    to, whom = table.rows[0].cells
    to.paragraphs[0].alignment = ALIGN.RIGHT
    write(to.paragraphs[0], "Kính gửi:", size=14)
    write(whom.paragraphs[0], "{%p for line in addressees %}", size=14)
    write(whom.add_paragraph(), "{{ line }}", size=14)
    write(whom.add_paragraph(), "{%p endfor %}")
    for paragraph in whom.paragraphs:
        paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = (
            Cm(0.6),
            Cm(-0.3),
        )
    document.add_paragraph().paragraph_format.line_spacing = Pt(6)


def cell(cell: _Cell, text: str, *, bold: bool = False) -> Paragraph:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.style = CELL
    write(paragraph, text, bold=bold)
    return paragraph


def signature(document: Docx) -> None:
    gap = document.add_paragraph().paragraph_format
    gap.line_spacing, gap.keep_with_next = Pt(6), True
    table = grid(document, 1, (8.0, 8.5))
    no_cell_margins(table)
    copies, signer = table.rows[0].cells
    write(copies.paragraphs[0], "Nơi nhận:", size=12, bold=True, italic=True)
    for text in ("{%p for line in copies %}", "{{ line }}", "{%p endfor %}"):
        write(copies.add_paragraph(style=NOTE), text)
    start(signer, "{%p if office.signer_authority %}", 14)
    for text in ("{{ office.signer_authority|upper }}", "{%p endif %}", "{{ office.signer_title|upper }}"):
        centred(signer, text, 14, bold=True)
    for _ in range(4):
        signer.add_paragraph()
    centred(signer, "{{ office.signer_name }}", 14, bold=True)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
