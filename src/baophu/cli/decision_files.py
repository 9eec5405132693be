"""Decisions written as a table, one a row, in xlsx, xls or csv."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from baophu.base.errors import UserError
from baophu.base.text import fold, tidy
from baophu.base.words import N_
from baophu.cli.options import parse_day
from baophu.lists.opening import open_file
from baophu.lists.workbook import Cell


class ColumnsMissing(UserError):
    message = N_("{file} has no column {columns}.")
    advice = N_("Its first row names the columns: {wanted}. Found: {found}.")


class CellEmpty(UserError):
    message = N_("Row {row}: {column} is empty.")
    advice = N_("Fill it in. Nothing was changed.")


class WrongRow(UserError):
    message = N_("Row {row}: {reason}")
    advice = N_("Put it right. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table: its number on screen, and the text under each column."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """The text under a column. Raises CellEmpty."""
        text = self.cells.get(column, "")
        if not text:
            raise CellEmpty(row=self.number, column=column)
        return text

    def get(self, column: str) -> str:
        """The text under a column that may be empty or missing."""
        return self.cells.get(column, "")

    def day(self, column: str) -> date | None:
        text = self.get(column)
        return parse_day(text) if text else None


def read_lines(path: Path, columns: Mapping[str, str], required: tuple[str, ...]) -> list[Line]:
    """The rows of the first sheet. `columns` is column → Vietnamese heading; either may head a column.

    Raises ColumnsMissing and what `open_file` raises.
    """
    sheet = open_file(path)[0]
    headings = [_text(cell) for cell in sheet.rows[0]]
    known = {fold(name): column for column, word in columns.items() for name in (column, word)}
    places = {known[key]: place for place, text in enumerate(headings) if (key := fold(text)) in known}
    missing = [column for column in required if column not in places]
    if missing:
        raise ColumnsMissing(
            file=path.name, columns=missing, wanted=list(columns), found=[text for text in headings if text]
        )
    return [
        Line(number, {column: _text(row[place]) for column, place in places.items()})
        for row, number in zip(sheet.rows[1:], sheet.numbers[1:], strict=True)
    ]


def _text(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return tidy(str(cell))
