"""Files into sheets of cells with the row numbers that the spreadsheet shows."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from baophu.base.errors import UserError
from baophu.base.numbers import format_count
from baophu.base.words import N_

type Cell = str | int | float | bool | date | datetime | time | timedelta
SERIALS_FROM_1900 = date(1899, 12, 30)

type Merge = tuple[int, int, int, int]  # first row, first column, last row, last column; rows from 1

MAX_FILE_BYTES = 200 << 20
MAX_ROWS = 1_000_000


class EmptyFile(UserError):
    message = N_("{file} is empty.")
    advice = N_("Ask the sender for the list again.")


class NotAWorkbook(UserError):
    message = N_("{file} cannot be read as a list: it is cut off, damaged or of another type.")
    advice = N_(
        "Lists come as xlsx, xls, ods or csv. Open the file in Excel and save it again, or ask the sender."
    )


class PasswordProtected(UserError):
    message = N_("{file} is protected by a password.")
    advice = N_("Open it in Excel, take the password off (File, Info, Protect Workbook) and save it again.")


class TooManyRows(UserError):
    message = N_("{file} is too big: {what}.")
    advice = N_(
        "A sheet may have {rows} rows. Delete the empty rows and columns behind the list, or divide it."
    )


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one sheet that hold something: `numbers[i]` is the row that `rows[i]` has on screen.

    All rows have the same width; an empty cell is "". `serials` is the day whose number is 0.
    """

    name: str
    numbers: list[int]
    rows: list[list[Cell]]
    merges: list[Merge] = field(default_factory=list)
    serials: date = SERIALS_FROM_1900


def open_spreadsheet(path: Path) -> list[Sheet]:
    """The visible sheets of an xlsx, xls or ods file.

    Raises NotAWorkbook, PasswordProtected and TooManyRows.
    """
    try:
        # By its bytes: by its path the format would be that of the name.
        with path.open("rb") as file, CalamineWorkbook.from_filelike(file) as book:
            return [_read_sheet(path, book.get_sheet_by_name(name)) for name in _visible(book)]
    except PasswordError:
        raise PasswordProtected(file=path.name) from None
    except (CalamineError, OSError, ValueError):
        raise NotAWorkbook(file=path.name) from None


def _visible(book: CalamineWorkbook) -> list[str]:
    return [sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]


def _read_sheet(path: Path, sheet: CalamineSheet) -> Sheet:
    numbers: list[int] = []
    rows: list[list[Cell]] = []
    if sheet.start is not None:
        for number, row in enumerate(sheet.iter_rows(), start=1):
            if not is_blank(row):
                numbers.append(number)
                rows.append(row)
    refuse_too_many(path, len(rows))
    # Rows come without the empty columns before the first one used.
    before = sheet.start[1] if sheet.start else 0
    merges = [
        (top + 1, max(left - before, 0), bottom + 1, right - before)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        if right >= before
    ]
    return Sheet(sheet.name, numbers, rows, merges)


def is_blank(row: list[Cell]) -> bool:
    for cell in row:  # noqa: SIM110 - a generator for each of a million rows would cost twice as much
        if not isinstance(cell, str) or cell.strip():
            return False
    return True


def refuse_too_many(path: Path, rows: int) -> None:
    if rows > MAX_ROWS:
        raise TooManyRows(
            file=path.name,
            what=f"{format_count(rows)} > {format_count(MAX_ROWS)}",
            rows=format_count(MAX_ROWS),
        )
