"""What is refused before it is opened: locked workbooks, archives that blow up, sheets with cells far out.

A program that reads a sheet makes every cell between the first and the last one used; one cell in the last
row and column of a small file takes all memory there is.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from baophu.base.numbers import format_count
from baophu.lists.workbook import MAX_ROWS, NotAWorkbook, PasswordProtected, TooManyRows

MAX_UNPACKED_BYTES = 1 << 30
MAX_AREA = 40_000_000  # rows × columns between the first and the last used cell
ZIP_MAGIC, OLE2_MAGIC = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_CHUNK = 1 << 20
_LONGEST_MARK = 64
_REFERENCE = re.compile(rb' r="[A-Z]{0,3}(\d+)"')
_FAR_ROW = re.compile(rb' r="[A-Z]{0,3}(\d{6,})"')
_WIDE_CELL = re.compile(rb' r="([A-Z]{2,3})\d')
_NARROW = 26
_ODS_PART = re.compile(rb"<table:(table-row|(?:covered-)?table-cell)\b([^>]*)>")
_ODS_REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="(\d+)"')


def refuse_bad_container(path: Path) -> None:
    """Raises PasswordProtected, NotAWorkbook and TooManyRows for an xlsx, ods or xls file."""
    with path.open("rb") as file:
        if file.read(len(OLE2_MAGIC)) == OLE2_MAGIC:
            _refuse_encrypted(path)
            return
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_bombs(path, archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
        raise NotAWorkbook(file=path.name) from None
    except RuntimeError:  # a zip archive with a password of its own
        raise PasswordProtected(file=path.name) from None


def _refuse_encrypted(path: Path) -> None:
    if _ENCRYPTED_STREAM in path.read_bytes():
        raise PasswordProtected(file=path.name)


def _refuse_bombs(path: Path, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        raise TooManyRows(
            file=path.name, what=f"> {MAX_UNPACKED_BYTES >> 20} MB", rows=format_count(MAX_ROWS)
        )
    for part in parts:
        if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml"):
            _refuse_area(path, *_used_area(archive, part))
        elif part.filename == "content.xml":
            _refuse_area(path, *_used_area_of_ods(archive.read(part)))


def _refuse_area(path: Path, rows: int, columns: int) -> None:
    if rows * columns > MAX_AREA:
        raise TooManyRows(
            file=path.name,
            what=f"{format_count(rows)} × {format_count(columns)}",
            rows=format_count(MAX_ROWS),
        )


def _used_area(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> tuple[int, int]:
    """Rows and columns up to the last cell written, at least; from the sheet's text, without parsing it."""
    rows, widest = 0, _NARROW
    for chunk in _chunks(archive, part):
        last = _REFERENCE.match(chunk, max(chunk.rfind(b' r="'), 0))
        rows = max([rows, int(last[1]) if last else 0, *map(int, set(_FAR_ROW.findall(chunk)))])
        for letters in set(_WIDE_CELL.findall(chunk)):
            widest = max(widest, _column_number(letters))
    return rows, widest


def _chunks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The part in pieces that overlap, so that no mark is cut in two."""
    with archive.open(part) as stream:
        before = b""
        while piece := stream.read(_CHUNK):
            yield before + piece
            before = piece[-_LONGEST_MARK:]


def _column_number(letters: bytes) -> int:
    """A → 1, Z → 26, AA → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _used_area_of_ods(content: bytes) -> tuple[int, int]:
    """As `_used_area`, over all sheets of an ods file, whose empty cells stand closed in themselves."""
    rows = widest = times = column = 0
    for part, attributes in _ODS_PART.findall(content):
        repeated = int(found[1]) if (found := _ODS_REPEATED.search(attributes)) else 1
        if part == b"table-row":
            times, column = repeated, 0
        elif attributes.endswith(b"/"):
            column += repeated
        else:
            rows, times, column = rows + times, 0, column + repeated
            widest = max(widest, column)
    return rows, widest
