"""What is refused before it is opened: locked workbooks, archives that blow up, sheets with cells far out.

A program that reads a sheet makes every cell between the first and the last one used; one cell in the last
row and column of a small file takes all memory there is.
"""

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate

from baophu.lists import ods
from baophu.lists.limits import refuse_area, refuse_unpacked
from baophu.lists.ole2 import DamagedChains, check_chains
from baophu.lists.workbook import NotAWorkbook, PasswordProtected

ZIP_MAGIC, OLE2_MAGIC = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    ExpatError,
)
_CHUNK = 1 << 20
_LONGEST_MARK = 64
_REFERENCE = re.compile(rb' r="[A-Z]{0,3}(\d+)"')
_FAR_ROW = re.compile(rb' r="[A-Z]{0,3}(\d{6,})"')
_WIDE_CELL = re.compile(rb' r="([A-Z]{2,3})\d')
# Most pieces hold neither, which one look tells.
_FAR = re.compile(rb' r="(?:[A-Z]{2}|[A-Z]?\d{6})')
_NARROW = 26


def refuse_bad_container(path: Path) -> None:
    """Raises PasswordProtected, NotAWorkbook and TooBig for an xlsx, ods or xls file."""
    with path.open("rb") as file:
        if file.read(len(OLE2_MAGIC)) == OLE2_MAGIC:
            _refuse_bad_ole2(path)
            return
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_bombs(path, archive)
    except NotImplementedError:  # a way of packing that no office program uses
        raise NotAWorkbook(file=path.name) from None
    except RuntimeError:  # a zip archive with a password of its own
        raise PasswordProtected(file=path.name) from None
    except _DAMAGED:
        raise NotAWorkbook(file=path.name) from None


def _refuse_bad_ole2(path: Path) -> None:
    data = path.read_bytes()
    if _ENCRYPTED_STREAM in data:
        raise PasswordProtected(file=path.name)
    try:
        check_chains(data)
    except DamagedChains:
        raise NotAWorkbook(file=path.name) from None


def _refuse_bombs(path: Path, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    refuse_unpacked(path, sum(part.file_size for part in parts))
    for part in parts:
        if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml"):
            refuse_area(path, *_used_area(archive, part))
        elif part.filename == ods.CONTENT:
            content = archive.read(part)
            # The reader of cells waits for ever for a table's end that is missing.
            ParserCreate().Parse(content, True)
            for table in ods.tables(content):
                refuse_area(path, table.rows, table.columns)


def _used_area(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> tuple[int, int]:
    """Rows and columns up to the last cell written, at least; from the sheet's text, without parsing it."""
    rows, widest = 0, _NARROW
    for chunk in _chunks(archive, part):
        last = _REFERENCE.match(chunk, max(chunk.rfind(b' r="'), 0))
        rows = max(rows, int(last[1]) if last else 0)
        if not _FAR.search(chunk):
            continue
        rows = max([rows, *map(int, set(_FAR_ROW.findall(chunk)))])
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
