"""Any received file into sheets, by what it is rather than by what its name says."""

import re
from dataclasses import replace
from pathlib import Path

from baophu.base.errors import UserError
from baophu.base.files import readable
from baophu.base.words import N_
from baophu.lists import ods
from baophu.lists.calendars import serials_of
from baophu.lists.container import OLE2_MAGIC, ZIP_MAGIC, refuse_bad_container
from baophu.lists.legacy import modernised
from baophu.lists.limits import refuse_bytes
from baophu.lists.spreadsheet_xml import MARK as SPREADSHEET_XML
from baophu.lists.spreadsheet_xml import open_spreadsheet_xml
from baophu.lists.textfile import SEPARATORS, open_text
from baophu.lists.webpage import open_webpage
from baophu.lists.workbook import EmptyFile, NotAWorkbook, Sheet, open_spreadsheet

_SAMPLE = 4096
_LOCK = re.compile(r"~\$|\.~lock\.")
_TEXT_SUFFIXES = frozenset((".csv", ".txt", ".tsv"))
_PAGE = re.compile(
    rb"\s*<(?:[!?]|(?:html|head|body|meta|style|table|center|div|p|h\d|font|tr)\b)", re.IGNORECASE
)
_OTHER_TYPES = (b"%PDF", b"{\\rtf")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")


class LockFile(UserError):
    message = N_("{file} holds no list: it only says that someone has the list open.")
    advice = N_("Send the file whose name is the same without the first signs.")


def is_lock(path: Path) -> bool:
    """Whether the file is one of those that Excel and LibreOffice put beside a list that is open."""
    return bool(_LOCK.match(path.name))


def open_file(path: Path) -> list[Sheet]:
    """The sheets of an xlsx, xls, ods or csv file, of a web page or of an XML spreadsheet.

    Raises NoSuchFile, LockFile, EmptyFile, NotAWorkbook, PasswordProtected and TooManyRows.
    """
    size = readable(path).stat().st_size
    if is_lock(path):
        raise LockFile(file=path.name)
    if size == 0:
        raise EmptyFile(file=path.name)
    refuse_bytes(path, size)
    sheets = _open(path)
    if not any(sheet.rows for sheet in sheets):
        raise EmptyFile(file=path.name)
    return [modernised(sheet) for sheet in sheets]


def _open(path: Path) -> list[Sheet]:
    with path.open("rb") as file:
        start = file.read(_SAMPLE)
    if start.startswith((ZIP_MAGIC, OLE2_MAGIC)):
        refuse_bad_container(path)
        serials = serials_of(path)
        sheets = [replace(sheet, serials=serials) for sheet in open_spreadsheet(path)]
        return ods.with_merges(path, sheets) if start.startswith(ZIP_MAGIC) and ods.is_ods(path) else sheets
    letters = _letters(start)
    if SPREADSHEET_XML in letters:
        return open_spreadsheet_xml(path)
    if _PAGE.match(letters):
        return open_webpage(path)
    if path.suffix.lower() in _TEXT_SUFFIXES or _is_table_of_text(letters):
        return open_text(path)
    raise NotAWorkbook(file=path.name)


def _letters(start: bytes) -> bytes:
    """The bytes without a mark of their encoding, those of utf-16 in utf-8."""
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        start = start.removeprefix(mark)
    first, second = start[::2].count(0), start[1::2].count(0)
    if 4 * max(first, second) <= len(start):
        return start
    return start.decode("utf-16-le" if second > first else "utf-16-be", errors="ignore").encode()


def _is_table_of_text(letters: bytes) -> bool:
    """Whether a file without the name of a text file is one with separated values."""
    separated = any(sign.encode() in letters for sign in SEPARATORS)
    return separated and not letters.startswith(_OTHER_TYPES) and not _CONTROL.search(letters)
