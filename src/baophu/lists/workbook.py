"""Files into sheets of cells with the row numbers that the spreadsheet shows."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from baophu.base.errors import UserError
from baophu.base.words import N_

type Cell = str | int | float | bool | date | datetime | time | timedelta
type Merge = tuple[int, int, int, int]  # first row, first column, last row, last column; rows from 1

MAX_FILE_BYTES = 200 << 20
MAX_UNPACKED_BYTES = 1 << 30
MAX_ROWS = 1_000_000
MAX_AREA = 40_000_000  # rows × columns between the first and the last used cell
ZIP_MAGIC, OLE2_MAGIC = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_CHUNK = 1 << 20
_ROW_START = re.compile(rb'<row\b[^>]*?\br="(\d+)"')
_WIDE_CELL = re.compile(rb'\br="([A-Z]{2,3})\d')
_NARROW = 26


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

    All rows have the same width; an empty cell is "".
    """

    name: str
    numbers: list[int]
    rows: list[list[Cell]]
    merges: list[Merge] = field(default_factory=list)


def open_spreadsheet(path: Path) -> list[Sheet]:
    """The visible sheets of an xlsx, xls or ods file.

    Raises NotAWorkbook, PasswordProtected and TooManyRows.
    """
    _refuse_bad_container(path)
    try:
        with CalamineWorkbook.from_path(path) as book:
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
    merges = [
        (top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    ]
    return Sheet(sheet.name, numbers, rows, merges)


def is_blank(row: list[Cell]) -> bool:
    return not any(cell.strip() if isinstance(cell, str) else True for cell in row)


def refuse_too_many(path: Path, rows: int) -> None:
    if rows > MAX_ROWS:
        raise TooManyRows(file=path.name, what=f"{rows} > {MAX_ROWS}", rows=MAX_ROWS)


def _refuse_bad_container(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(8)
        if start == OLE2_MAGIC:
            if _holds(path, _ENCRYPTED_STREAM):
                raise PasswordProtected(file=path.name)
            return
    if start[:4] != ZIP_MAGIC:
        raise NotAWorkbook(file=path.name)
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_bombs(path, archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        raise NotAWorkbook(file=path.name) from None


def _holds(path: Path, words: bytes) -> bool:
    return words in path.read_bytes()


def _refuse_bombs(path: Path, archive: zipfile.ZipFile) -> None:
    """Archives that unpack to too much, and sheets with a cell so far out that all between would be made."""
    parts = archive.infolist()
    if sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        raise TooManyRows(file=path.name, what=f"> {MAX_UNPACKED_BYTES >> 20} MB", rows=MAX_ROWS)
    for part in parts:
        if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml"):
            rows, columns = _used_area(archive, part)
            if rows * columns > MAX_AREA:
                raise TooManyRows(file=path.name, what=f"{rows} × {columns}", rows=MAX_ROWS)


def _used_area(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> tuple[int, int]:
    """Rows and columns up to the last cell written, at least; from the sheet's text, without parsing it."""
    rows, widest = 0, _NARROW
    for chunk in _chunks(archive, part):
        last = chunk.rfind(b"<row ")
        if last >= 0 and (found := _ROW_START.search(chunk, last)):
            rows = max(rows, int(found[1]))
        for letters in set(_WIDE_CELL.findall(chunk)):
            widest = max(widest, column_number(letters.decode()))
    return rows, widest


def _chunks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The part in pieces that overlap, so that no mark is cut in two."""
    with archive.open(part) as stream:
        before = b""
        while piece := stream.read(_CHUNK):
            yield before + piece
            before = piece[-64:]


def column_number(letters: str) -> int:
    """A → 1, Z → 26, AA → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """1 → A, 27 → AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
