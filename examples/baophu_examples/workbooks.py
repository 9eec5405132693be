"""Workbooks in the shape in which offices send lists."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from baophu.base.numbers import format_count
from baophu_examples.pen import Cell

CREATED = datetime(2023, 10, 2, 8, 0)  # noqa: DTZ001 — a fixed day, so that the bytes are the same each time
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
_WIDE, _NARROW, _ORDINAL, _HEAD_HEIGHT = 24, 13, 6, 34
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))

type Heading = str | tuple[str, str]  # a heading, or a parent above several and the heading below it


@dataclass(frozen=True, slots=True)
class Section:
    """A row between rows: `I. Thôn 1`."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Total:
    """A row of sums below: `Tổng cộng: 2.733 người`."""

    count: int
    of: str = "người"

    @property
    def text(self) -> str:
        return f"Tổng cộng: {format_count(self.count)} {self.of}"


type Row = Sequence[Cell] | Section | Total


@dataclass(frozen=True, slots=True)
class Paper:
    """One sheet: who sends it, its title, the table, who signs."""

    sheet: str
    office: tuple[str, str]
    title: Sequence[str]
    headings: Sequence[Heading]
    rows: Iterable[Row]
    signed: tuple[str, str]
    signer: str
    numbered: bool = True


def roman(number: int) -> str:
    """4 → `IV`."""
    text = ""
    for value, sign in _ROMAN:
        while number >= value:
            text, number = text + sign, number - value
    return text


def write_workbook(path: Path, papers: Sequence[Paper]) -> list[list[int]]:
    """Write the sheets; for each the row numbers, from 1, of its rows of cells in their order."""
    with xlsxwriter.Workbook(str(path), {"in_memory": True, "default_date_format": "dd/mm/yyyy"}) as book:
        book.set_properties({"created": CREATED})
        look = _Look(book)
        return [_Page(book.add_worksheet(paper.sheet), look, paper).write() for paper in papers]


class _Look:
    """The few formats of a plain office table."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        font = {"font_name": "Times New Roman", "font_size": 12}
        center = {"align": "center", "valign": "vcenter"}
        self.plain = book.add_format(font)
        self.middle = book.add_format(font | center)
        self.bold = book.add_format(font | center | {"bold": True})
        self.head = book.add_format(font | center | {"bold": True, "border": 1, "text_wrap": True})
        self.small = book.add_format(font | center | {"italic": True, "border": 1})
        self.cell = book.add_format(font | {"border": 1})
        self.day = book.add_format(font | {"border": 1, "num_format": "dd/mm/yyyy"})
        self.section = book.add_format(font | {"bold": True, "border": 1})


class _Page:
    """Writes one sheet from top to bottom."""

    def __init__(self, sheet: Worksheet, look: _Look, paper: Paper) -> None:
        self.sheet, self.look, self.paper = sheet, look, paper
        self.width = len(paper.headings)
        self.row = 0

    def write(self) -> list[int]:
        self._set_page()
        self._set_widths()
        self._letterhead()
        self._header()
        numbers = self._body()
        self._signatures()
        return numbers

    def _set_page(self) -> None:
        """A4 across, one page wide."""
        self.sheet.set_paper(9)
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)

    def _set_widths(self) -> None:
        self.sheet.set_column(0, 0, _ORDINAL)
        self.sheet.set_column(1, self.width - 1, _NARROW)
        for column, heading in enumerate(self.paper.headings):
            if "tên" in str(heading).lower() or "địa chỉ" in str(heading).lower():
                self.sheet.set_column(column, column, _WIDE)

    def _letterhead(self) -> None:
        half = self.width // 2
        for line, (office, nation) in enumerate(zip(self.paper.office, (NATION, MOTTO), strict=True)):
            look = self.look.bold if line else self.look.middle
            self._across(self.row + line, 0, half - 1, office, look)
            self._across(self.row + line, half, self.width - 1, nation, self.look.bold)
        self.row += 3
        for place, text in enumerate(self.paper.title):
            look = self.look.middle if place else self.look.bold
            self._across(self.row, 0, self.width - 1, text, look)
            self.row += 1
        self.row += 1

    def _across(self, row: int, first: int, last: int, text: str, look: Format) -> None:
        if last > first:
            self.sheet.merge_range(row, first, row, last, text, look)
        else:
            self.sheet.write_string(row, first, text, look)

    def _header(self) -> None:
        headings = self.paper.headings
        self.sheet.set_row(self.row, _HEAD_HEIGHT)
        two_rows = any(isinstance(heading, tuple) for heading in headings)
        for column, heading in enumerate(headings):
            if isinstance(heading, tuple):
                self.sheet.write_string(self.row + 1, column, heading[1], self.look.head)
            elif two_rows:
                self.sheet.merge_range(self.row, column, self.row + 1, column, heading, self.look.head)
            else:
                self.sheet.write_string(self.row, column, heading, self.look.head)
        for parent, columns in groupby(range(self.width), lambda column: _parent(headings[column])):
            if parent is not None:
                span = list(columns)
                self._across(self.row, span[0], span[-1], parent, self.look.head)
        self.row += 2 if two_rows else 1
        if self.paper.numbered:
            for column in range(self.width):
                self.sheet.write_string(self.row, column, f"({column + 1})", self.look.small)
            self.row += 1

    def _body(self) -> list[int]:
        numbers = []
        for row in self.paper.rows:
            if isinstance(row, Section):
                self._across(
                    self.row, 0, self.width - 1, f"{roman(row.number)}. {row.text}", self.look.section
                )
            elif isinstance(row, Total):
                self._across(self.row, 0, self.width - 1, row.text, self.look.section)
            else:
                self._cells(row)
                numbers.append(self.row + 1)
            self.row += 1
        return numbers

    def _cells(self, cells: Sequence[Cell]) -> None:
        sheet, row, look = self.sheet, self.row, self.look.cell
        for column, cell in enumerate(cells):
            if cell is None:
                sheet.write_blank(row, column, None, look)
            elif isinstance(cell, str):
                sheet.write_string(row, column, cell, look)
            elif isinstance(cell, int):
                sheet.write_number(row, column, cell, look)
            else:
                sheet.write_datetime(row, column, cell, self.look.day)

    def _signatures(self) -> None:
        place, title = self.paper.signed
        right = self.width // 2
        self._across(self.row + 1, right, self.width - 1, place, self.look.middle)
        self._across(self.row + 2, 0, right - 1, "Người lập biểu", self.look.bold)
        self._across(self.row + 2, right, self.width - 1, title, self.look.bold)
        self._across(self.row + 5, right, self.width - 1, self.paper.signer, self.look.bold)


def _parent(heading: Heading) -> str | None:
    return heading[0] if isinstance(heading, tuple) else None


def write_csv(path: Path, paper: Paper) -> list[int]:
    """Write the sheet as text with semicolons and a mark of order; the line numbers of its rows of cells."""
    lines: list[list[str]] = [[paper.office[1], NATION], [*paper.title], []]
    lines.append([" ".join(h) if isinstance(h, tuple) else h for h in paper.headings])
    numbers = []
    for row in paper.rows:
        if isinstance(row, Section):
            lines.append([f"{roman(row.number)}. {row.text}"])
        elif isinstance(row, Total):
            lines.append([row.text])
        else:
            lines.append(["" if cell is None else str(cell) for cell in row])
            numbers.append(len(lines))
    lines += [[], ["", paper.signed[0]], ["", paper.signed[1]], ["", paper.signer]]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";", lineterminator="\r\n").writerows(lines)
    return numbers
