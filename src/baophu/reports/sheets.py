"""Sheets as offices print them: Times New Roman, ruled cells, A4 landscape one page wide, heads repeated."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from textwrap import wrap
from typing import Any, ClassVar

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from baophu.base.formulas import harmless, is_risky

FONT = "Times New Roman"
# 42A is Vietnamese: where a program takes signs from the format they are `28.924` and `91,24`.
COUNT, RATE, SIGNED, DAY = "[$-42A]#,##0", "[$-42A]#,##0.00", "[$-42A]+#,##0;-#,##0;0", "dd/mm/yyyy"
A4 = 9
LINE = 15  # points that a line of text is high
SECTION_LINE = 18  # of a line in bold italics, which other programs cut off below that
SIGNS = 1.1  # signs of this font in the width of one digit of the default font

type Value = str | int | Decimal | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: heading of its group ("" for none), heading, width in characters, kind of its cells."""

    group: str
    head: str
    width: float
    kind: str = "text"


class Looks:
    """The formats of a workbook, each made once."""

    _KINDS: ClassVar[dict[str, dict[str, Any]]] = {
        "text": {"text_wrap": True, "indent": 1},
        "code": {"align": "center", "text_wrap": True},
        "count": {"num_format": COUNT, "align": "right"},
        "rate": {"num_format": RATE, "align": "right"},
        "signed": {"num_format": SIGNED, "align": "right"},
        "day": {"num_format": DAY, "align": "center"},
    }
    _WEIGHTS: ClassVar[dict[str, dict[str, Any]]] = {
        "": {},
        "total": {"bold": True, "bg_color": "#E7E6E6"},
        "section": {"bold": True, "italic": True, "bg_color": "#F2F2F2"},
    }

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._cells = {
            (kind, weight): self._ruled(**look, **heavy)
            for kind, look in self._KINDS.items()
            for weight, heavy in self._WEIGHTS.items()
        }
        self.quoted = self._ruled(text_wrap=True, indent=1, quote_prefix=True)
        self.head = self._ruled(bold=True, align="center", text_wrap=True, bg_color="#DDEBE6")
        self.number = self._ruled(italic=True, align="center", font_size=9)
        self.office = self._plain(bold=True, align="left")
        self.title = self._plain(bold=True, align="center", font_size=14)
        self.note = self._plain(italic=True, align="center")
        self.remark = self._plain(italic=True, text_wrap=True, valign="top")

    def _plain(self, **look: Any) -> Format:
        return self._workbook.add_format({"font_name": FONT, "font_size": 12, "valign": "vcenter"} | look)

    def _ruled(self, **look: Any) -> Format:
        return self._plain(**({"border": 1, "font_size": 11} | look))

    def cell(self, kind: str, weight: str = "") -> Format:
        return self._cells[kind, weight]


def set_up(
    sheet: Worksheet, columns: Sequence[Column], frozen_columns: int, head_row: int, *, rows: int
) -> None:
    """Widths, freezing below a head of `rows` rows that begins at `head_row`, and the print set-up."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head_row, head_row + rows - 1)
    sheet.freeze_panes(head_row + rows, frozen_columns)
    sheet.set_footer(f'&R&"{FONT},Italic"&10Trang &P/&N')
    for number, column in enumerate(columns):
        sheet.set_column(number, number, column.width)


def put_top(sheet: Worksheet, looks: Looks, office: str, title: str, notes: Sequence[str], last: int) -> int:
    """The office, the title and one line for each note, as wide as the table; the first row below them."""
    sheet.write_string(0, 0, harmless(office.upper()), looks.office)
    sheet.merge_range(1, 0, 1, last, "", looks.title)
    sheet.write_string(1, 0, harmless(title), looks.title)
    for row, note in enumerate(notes, 2):
        sheet.merge_range(row, 0, row, last, "", looks.note)
        sheet.write_string(row, 0, harmless(note), looks.note)
    return len(notes) + 3


def put_head(sheet: Worksheet, looks: Looks, columns: Sequence[Column], row: int) -> int:
    """Two rows of headings, groups merged across and single headings down, then numbers; the row below."""
    for number, column in enumerate(columns):
        if column.group:
            sheet.write_string(row + 1, number, column.head, looks.head)
        else:
            sheet.merge_range(row, number, row + 1, number, column.head, looks.head)
        sheet.write_string(row + 2, number, f"({number + 1})", looks.number)
    for first, last in groups_of(columns):
        words = columns[first].group
        if last > first:
            sheet.merge_range(row, first, row, last, words, looks.head)
        else:
            sheet.write_string(row, first, words, looks.head)
    upper, lower = _head_lines(columns)
    sheet.set_row(row, upper * LINE)
    sheet.set_row(row + 1, lower * LINE)
    return row + 3


def groups_of(columns: Sequence[Column]) -> list[tuple[int, int]]:
    """First and last column of each group of headings."""
    members: dict[str, list[int]] = {}
    for number, column in enumerate(columns):
        if column.group:
            members.setdefault(column.group, []).append(number)
    return [(numbers[0], numbers[-1]) for numbers in members.values()]


def _head_lines(columns: Sequence[Column]) -> tuple[int, int]:
    """How many lines the two rows of headings need."""
    spans = groups_of(columns)
    widths = [sum(column.width for column in columns[first : last + 1]) for first, last in spans]
    upper = max(
        (bold_lines(columns[first].group, width) for (first, _), width in zip(spans, widths, strict=True)),
        default=1,
    )
    lower = max((bold_lines(column.head, column.width) for column in columns if column.group), default=1)
    single = max((bold_lines(column.head, column.width) for column in columns if not column.group), default=1)
    return upper, max(lower, single - upper)


def bold_lines(text: str, width: float) -> int:
    return lines(text, width * 0.8)


@lru_cache(maxsize=1 << 14)
def lines(text: str, width: float) -> int:
    """How many lines a text takes in a column of a width in characters."""
    return len(wrap(text, max(int(width * SIGNS), 3))) or 1


def put_row(
    sheet: Worksheet,
    looks: Looks,
    columns: Sequence[Column],
    row: int,
    values: Sequence[Value],
    weight: str = "",
) -> None:
    """One line. Text is written as text whatever it begins with, so that nothing becomes a formula."""
    height = 1
    for number, (column, value) in enumerate(zip(columns, values, strict=True)):
        look = looks.cell(column.kind, weight)
        if value is None or value == "":
            sheet.write_blank(row, number, None, look)
        elif isinstance(value, str):
            sheet.write_string(row, number, value, looks.quoted if is_risky(value) else look)
            if len(value) > column.width:
                height = max(height, lines(value, column.width))
        elif isinstance(value, date):
            sheet.write_datetime(row, number, value, look)
        else:
            sheet.write_number(row, number, float(value) if isinstance(value, Decimal) else value, look)
    if height > 1:
        sheet.set_row(row, height * LINE)


def put_section(sheet: Worksheet, looks: Looks, row: int, last: int, text: str) -> None:
    """A row that names what follows, as wide as the table."""
    sheet.merge_range(row, 0, row, last, "", looks.cell("text", "section"))
    sheet.write_string(row, 0, harmless(text), looks.cell("text", "section"))
    sheet.set_row(row, SECTION_LINE)
