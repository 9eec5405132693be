"""Files into sheets of cells with the row numbers that the spreadsheet shows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from baophu.base.errors import UserError
from baophu.base.numbers import format_count
from baophu.base.words import N_
from baophu.lists.rows import Cell as Cell
from baophu.lists.rows import Row, Rows

SERIALS_FROM_1900 = date(1899, 12, 30)

type Merge = tuple[int, int, int, int]  # first row, first column, last row, last column; rows from 1

MAX_FILE_BYTES = 200 << 20
MAX_ROWS = 1_000_000
_ROWS_AROUND = 1_000  # titles, headers and totals beside a million rows of a list


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
    """The rows of one sheet that hold something; `rows.numbers[i]` is the row that `rows[i]` has on screen.

    An empty cell is "". All rows have the same width, but for those of a text file that are longer than its
    first ones. `serials` is the day whose number is 0.
    """

    name: str
    rows: Rows
    merges: list[Merge] = field(default_factory=list)
    serials: date = SERIALS_FROM_1900

    @property
    def numbers(self) -> Sequence[int]:
        """Those of the rows that were read so far."""
        return self.rows.numbers


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
    except BaseException as error:
        # What the Rust part calls a bug is no Exception, and its class has no module to import it from.
        if type(error).__name__ != "PanicException":
            raise
        raise NotAWorkbook(file=path.name) from None


def _visible(book: CalamineWorkbook) -> list[str]:
    return [sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]


def _read_sheet(path: Path, sheet: CalamineSheet) -> Sheet:
    if sheet.height > MAX_ROWS + _ROWS_AROUND:
        # Counted at once: where no header is found the rows are not read to their end.
        _refuse(path, sum(1 for row in sheet.iter_rows() if not is_blank(row)))
    rows = sheet.iter_rows() if sheet.start is not None else iter(())
    held = ((number, row) for number, row in enumerate(rows, start=1) if not is_blank(row))
    # Rows come without the empty columns before the first one used.
    before = sheet.start[1] if sheet.start else 0
    merges = [
        (top + 1, max(left - before, 0), bottom + 1, right - before)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        if right >= before
    ]
    return Sheet(sheet.name, Rows(no_more_than_allowed(path, held)), merges)


def is_blank(row: list[Cell]) -> bool:
    for cell in row:  # noqa: SIM110 - a generator for each of a million rows would cost twice as much
        if not isinstance(cell, str) or cell.strip():
            return False
    return True


def no_more_than_allowed(path: Path, numbered: Iterable[tuple[int, Row]]) -> Iterator[tuple[int, Row]]:
    """The rows as they come. Raises TooManyRows where there are more than a list may have."""
    coming = iter(numbered)
    yield from islice(coming, MAX_ROWS + _ROWS_AROUND)
    if further := sum(1 for _row in coming):
        _refuse(path, MAX_ROWS + _ROWS_AROUND + further)


def _refuse(path: Path, rows: int) -> None:
    if rows > MAX_ROWS + _ROWS_AROUND:
        what = f"{format_count(rows)} > {format_count(MAX_ROWS)}"
        raise TooManyRows(file=path.name, what=what, rows=format_count(MAX_ROWS))
