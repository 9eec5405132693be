"""The workbook of rejected rows for the sender: the rows as sent, the reasons beside each.

Mended it can be received as it is: it carries the titles and sections of the list, its day and its sender.
"""

from datetime import date, datetime
from itertools import takewhile
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from baophu.base.numbers import format_date
from baophu.base.text import tidy
from baophu.base.words import N_, _
from baophu.lists.problems import Problem
from baophu.lists.reading import FoundTable, Reject
from baophu.lists.titles import SENDER
from baophu.lists.workbook import Cell

REASON = N_("Reason")
ROW_IN_FILE = N_("Row in the file")
_LONGEST_SHEET_NAME = 31
_NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_WIDTHS = (12, 60, 18)  # row number, reasons, cells

type Formats = dict[str, Any]


def write_rejects(path: Path, tables: list[FoundTable]) -> None:
    """Write the rejected rows of the tables, one sheet each; a table without any is left out.

    Every cell is written as text or as a number, never as a formula.
    """
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        formats: Formats = {
            "head": book.add_format({"bold": True, "text_wrap": True, "border": 1, "valign": "vcenter"}),
            "wrong": book.add_format({"bg_color": "#FFC7CE", "font_color": "#9C0006"}),
            "date": book.add_format({"num_format": "dd/mm/yyyy"}),
            "wrong_date": book.add_format({"num_format": "dd/mm/yyyy", "bg_color": "#FFC7CE"}),
            "reason": book.add_format({"text_wrap": True, "valign": "top"}),
        }
        for number, table in enumerate((table for table in tables if table.rejects), start=1):
            _write_table(book.add_worksheet(_sheet_name(table, number)), table, formats)
        if not book.worksheets():
            book.add_worksheet()


def _sheet_name(table: FoundTable, number: int) -> str:
    wanted = tidy(table.sheet.translate(_NOT_IN_SHEET_NAMES)) or table.kind
    return f"{number} {wanted}"[:_LONGEST_SHEET_NAME].strip()


def _write_table(sheet: Worksheet, table: FoundTable, formats: Formats) -> None:
    width = len(table.heading)
    titles = _titles(table)
    sheet.write_column(0, 0, titles)
    header = len(titles)
    sheet.write_row(header, 0, [_safe(text) for text in table.heading], formats["head"])
    sheet.write_string(header, width, _(REASON), formats["head"])
    sheet.write_string(header, width + 1, _(ROW_IN_FILE), formats["head"])
    sheet.set_column(0, width - 1, _WIDTHS[2])
    sheet.set_column(width, width, _WIDTHS[1])
    sheet.set_column(width + 1, width + 1, _WIDTHS[0])
    sheet.freeze_panes(header + 1, 0)
    line = header + 1
    above: list[str] = []
    for reject in table.rejects:
        new = _new_sections(above, reject.sections)
        sheet.write_column(line, 0, new)
        line, above = line + len(new), reject.sections
        _write_row(sheet, line, reject, table, formats)
        line += 1


def _titles(table: FoundTable) -> list[str]:
    """Sender and day as the list was received, then what the list says itself; in its own language."""
    sender = [f"{SENDER}: {table.sender}"] if table.sender else []
    day = f"(Tính đến ngày {format_date(table.date)})"
    return list(dict.fromkeys(_safe(text) for text in (*sender, day, *table.titles)))


def _new_sections(above: list[str], sections: list[str]) -> list[str]:
    """The sections of a row from the first one on that the row above is not under."""
    same = sum(1 for _both in takewhile(lambda pair: pair[0] == pair[1], zip(above, sections, strict=False)))
    return [_safe(text) for text in sections[same:]]


def _write_row(sheet: Worksheet, line: int, reject: Reject, table: FoundTable, formats: Formats) -> None:
    wrong = {table.places[one.column] for one in reject.reasons if one.column in table.places}
    for column, cell in enumerate(reject.cells):
        _write_cell(sheet, line, column, cell, column in wrong, formats)
    sheet.write_string(line, len(table.heading), _worded(reject.reasons, table), formats["reason"])
    sheet.write_number(line, len(table.heading) + 1, reject.row)


def _worded(reasons: list[Problem], table: FoundTable) -> str:
    return "; ".join(f"{table.columns.get(one.column, one.column)}: {one.reason}" for one in reasons)


def _write_cell(sheet: Worksheet, line: int, column: int, cell: Cell, wrong: bool, formats: Formats) -> None:
    if isinstance(cell, date | datetime):
        sheet.write_datetime(line, column, cell, formats["wrong_date" if wrong else "date"])
    elif isinstance(cell, int | float) and not isinstance(cell, bool):
        sheet.write_number(line, column, cell, formats["wrong"] if wrong else None)
    elif cell == "":
        sheet.write_blank(line, column, None, formats["wrong"] if wrong else None)
    else:
        sheet.write_string(line, column, _safe(str(cell)), formats["wrong"] if wrong else None)


def _safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula, also after it was saved as csv."""
    return "'" + text if text.startswith(_FORMULA_STARTS) else text
