"""The workbook of rejected rows for the sender: the sheets as sent, the reasons beside each row.

Mended it can be received as it is: each row bears its number, and the heading above the numbers the list.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from baophu.base.formulas import harmless
from baophu.base.numbers import format_date
from baophu.base.text import tidy
from baophu.base.words import N_, _
from baophu.lists.body import Reject
from baophu.lists.checking import ROW
from baophu.lists.kinds import kind_named
from baophu.lists.kinds.declare import Type
from baophu.lists.problems import Problem
from baophu.lists.reading import FoundTable
from baophu.lists.reasons import heading_of
from baophu.lists.titles import SENDER
from baophu.lists.told import REASON, ROW_IN_FILE, ROW_OF_NO_LIST
from baophu.lists.widths import column_widths
from baophu.lists.workbook import Cell

HOW = N_(
    "Mend the coloured cells and send this file back. Leave this column and the next one as they are: by "
    "them each row is known again."
)
_LONGEST_SHEET_NAME = 31
_NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_ROW_WIDTH, _REASON_WIDTH, _WIDEST, _NARROWEST = 12, 60, 40, 5
_MEASURED = 200
_LONGEST_HEADING = 18  # on one line; longer ones are wrapped
_HEAD_HEIGHT = 32  # two lines
_MOST_COMMENTS = 5000
# Digits that are no number: written as texts they keep their zeros.
_OF_DIGITS = (Type.CODE, Type.NATIONAL_ID, Type.INSURANCE_NUMBER, Type.CARD, Type.PHONE)
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True},
    "head": {"bold": True, "text_wrap": True, "border": 1, "align": "center", "valign": "vcenter"},
    "text": {},
    "digits": {"num_format": "@"},
    "date": {"num_format": "dd/mm/yyyy"},
    "reason": {"text_wrap": True, "valign": "top"},
}
_WRONG = {"bg_color": "#FFC7CE", "font_color": "#9C0006"}

type Formats = dict[str, Any]


def write_rejects(
    path: Path, tables: Sequence[FoundTable], *, marks: Sequence[str | None] = (), source: Path | None = None
) -> None:
    """Write the rejected rows of the tables, one sheet each; a table without any is left out.

    `marks` name the list that each table is kept as (`told.mark_of`); `source` is the file as it was sent,
    whose columns are as wide. Every cell is written as text, number or date, never as a formula.
    """
    named = [*marks, *[None] * (len(tables) - len(marks))]
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(path, options) as book:
        formats = {name: book.add_format(look) for name, look in _LOOKS.items()}
        formats |= {f"wrong {name}": book.add_format(look | _WRONG) for name, look in _LOOKS.items()}
        rejected = [(table, mark) for table, mark in zip(tables, named, strict=True) if table.rejects]
        for number, (table, mark) in enumerate(rejected, start=1):
            taken = {sheet.name.casefold() for sheet in book.worksheets()}
            sheet = book.add_worksheet(_sheet_name(table, number, taken))
            widths = column_widths(source, table.sheet) if source else {}
            _Returned(table, mark, sheet, formats).write(widths)
        if not book.worksheets():
            book.add_worksheet()


def _sheet_name(table: FoundTable, number: int, taken: Collection[str]) -> str:
    """As the sheet was called, or the file where it had no sheets; with a number where that is taken."""
    called = tidy((table.sheet or Path(table.file).stem).translate(_NOT_IN_SHEET_NAMES)) or table.kind
    wanted = called[:_LONGEST_SHEET_NAME].strip()
    if wanted.casefold() not in taken:
        return wanted
    return f"{number} {called}"[:_LONGEST_SHEET_NAME].strip()


@dataclass
class _Returned:
    """One table on its way back. `columns` are the places of the columns that the sender's table had."""

    table: FoundTable
    mark: str | None
    sheet: Worksheet
    formats: Formats
    comments: int = 0

    def __post_init__(self) -> None:
        added = self.table.added
        self.columns = [place for place in range(len(self.table.heading)) if place not in added]
        kind = kind_named(self.table.kind)
        types = {column.name: column.type for column in kind.columns}
        self.of_digits = {at for name, at in self.table.places.items() if types.get(name) in _OF_DIGITS}

    def write(self, widths: dict[int, float]) -> None:
        line = self._write_top()
        self._set_widths(widths)
        self.sheet.freeze_panes(line, 0)
        above: list[str] = []
        for reject in self.table.rejects:
            new = _new_sections(above, reject.sections)
            self.sheet.write_column(line, 0, new, self.formats["title"])
            line, above = line + len(new), reject.sections
            self._write_row(line, reject)
            line += 1

    def _write_top(self) -> int:
        """Titles and header as sent, and the columns that are added; the line below them."""
        table, shown = self.table, {place: at for at, place in enumerate(self.columns)}
        said = [] if self.mark else _said(table)
        self.sheet.write_column(0, 0, said)
        top = [(number, row) for number, row in table.others if number <= table.header_row]
        shift = len(said) - (top[0][0] if top else 0)
        for number, row in top:
            look = self.formats["head" if number >= table.first_header_row else "title"]
            for place, cell in enumerate(row):
                if place in shown and cell != "":
                    self._write_cell(number + shift, shown[place], cell, look)
        first, last = table.first_header_row + shift, table.header_row + shift
        self.sheet.set_row(last, _HEAD_HEIGHT)
        self._merge(shift, top[0][0] if top else 0, shown)
        self._write_added(first, last)
        return last + 1

    def _merge(self, shift: int, first: int, shown: dict[int, int]) -> None:
        """The merged cells of titles and header, as far as they overlap no other."""
        taken: set[tuple[int, int]] = set()
        for top, left, bottom, right in self.table.merges:
            bottom = min(bottom, self.table.header_row)
            columns = [shown[place] for place in range(left, right + 1) if place in shown]
            cells = {(row, column) for row in range(top, bottom + 1) for column in columns}
            if top < first or len(cells) < 2 or cells & taken:
                continue
            taken |= cells
            look = self.formats["head" if top >= self.table.first_header_row else "title"]
            text = next((row[left] for number, row in self.table.others if number == top), "")
            area = (top + shift, columns[0], bottom + shift, columns[-1])
            self.sheet.merge_range(*area, harmless(str(text)), look)

    def _write_added(self, first: int, last: int) -> None:
        marked = f"{ROW_IN_FILE} ({self.mark})" if self.mark else ROW_OF_NO_LIST
        for place, words in enumerate((REASON, marked), start=len(self.columns)):
            if last > first:
                self.sheet.merge_range(first, place, last, place, words, self.formats["head"])
            else:
                self.sheet.write_string(first, place, words, self.formats["head"])
        self.sheet.write_comment(first, len(self.columns), _(HOW))

    def _set_widths(self, widths: dict[int, float]) -> None:
        for at, place in enumerate(self.columns):
            look = self.formats["digits" if place in self.of_digits else "text"]
            self.sheet.set_column(at, at, widths.get(place) or self._measured(place), look)
        self.sheet.set_column(len(self.columns), len(self.columns), _REASON_WIDTH)
        self.sheet.set_column(len(self.columns) + 1, len(self.columns) + 1, _ROW_WIDTH)

    def _measured(self, place: int) -> int:
        cells = (reject.cells[place] for reject in self.table.rejects[:_MEASURED])
        longest = max((len(_shown(cell)) for cell in cells), default=0)
        head = min(len(self.table.heading[place].rpartition(" | ")[2]), _LONGEST_HEADING)
        return max(_NARROWEST, min(_WIDEST, max(longest, head) + 2))

    def _write_row(self, line: int, reject: Reject) -> None:
        table = self.table
        wrong: dict[int, list[str]] = {}
        for one in reject.reasons:
            if one.column in table.places:
                wrong.setdefault(table.places[one.column], []).append(one.reason)
        for at, place in enumerate(self.columns):
            self._write_value(line, at, reject.cells[place], place, place in wrong)
            if place in wrong and self.comments < _MOST_COMMENTS:
                self.sheet.write_comment(line, at, "; ".join(dict.fromkeys(wrong[place])))
                self.comments += 1
        reasons = worded(reject.reasons, table)
        self.sheet.write_string(line, len(self.columns), reasons, self.formats["reason"])
        if number := table.returned.get(reject.row, None if table.told.mends else reject.row):
            self.sheet.write_number(line, len(self.columns) + 1, number)

    def _write_value(self, line: int, at: int, cell: Cell, place: int, wrong: bool) -> None:
        look = "digits" if place in self.of_digits else "date" if isinstance(cell, date) else "text"
        if look == "digits" and not isinstance(cell, date):
            cell = _shown(cell)
        self._write_cell(line, at, cell, self.formats[f"wrong {look}" if wrong else look])

    def _write_cell(self, line: int, at: int, cell: Cell, look: Any) -> None:
        if isinstance(cell, date | datetime):
            self.sheet.write_datetime(line, at, cell, look)
        elif isinstance(cell, int | float) and not isinstance(cell, bool):
            self.sheet.write_number(line, at, cell, look)
        elif cell == "":
            self.sheet.write_blank(line, at, None, look)
        else:
            self.sheet.write_string(line, at, harmless(str(cell)), look)


def _shown(cell: Cell) -> str:
    """A cell as a text; a whole number without its decimals."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _said(table: FoundTable) -> list[str]:
    """Sender and day as the list was received, where its own titles do not say them."""
    sender = [f"{SENDER}: {table.sender}"] if table.sender else []
    day = f"(Tính đến ngày {format_date(table.date)})"
    own = {tidy(str(cell)) for _number, row in table.others for cell in row}
    return [harmless(text) for text in (*sender, day) if text not in own]


def _new_sections(above: list[str], sections: list[str]) -> list[str]:
    """The sections of a row from the first one on that the row above is not under."""
    same = sum(1 for _both in takewhile(lambda pair: pair[0] == pair[1], zip(above, sections, strict=False)))
    return [harmless(text) for text in sections[same:]]


def worded(reasons: Sequence[Problem], table: FoundTable) -> str:
    """Why a row was rejected, in a sentence or two."""
    return "; ".join(
        one.reason if one.column == ROW else f"{heading_of(one.column, table.columns)}: {one.reason}"
        for one in reasons
    )
