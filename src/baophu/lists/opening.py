"""Any received file into sheets, by what it is rather than by what its name says."""

from pathlib import Path

from baophu.base.files import readable
from baophu.base.numbers import format_count
from baophu.lists.container import OLE2_MAGIC, ZIP_MAGIC, refuse_bad_container
from baophu.lists.legacy import modernised
from baophu.lists.textfile import open_text
from baophu.lists.webpage import open_webpage
from baophu.lists.workbook import (
    MAX_FILE_BYTES,
    MAX_ROWS,
    EmptyFile,
    NotAWorkbook,
    Sheet,
    TooManyRows,
    open_spreadsheet,
)

_MARK = b"\xef\xbb\xbf"
_TEXT_SUFFIXES = frozenset((".csv", ".txt", ".tsv"))


def open_file(path: Path) -> list[Sheet]:
    """The sheets of an xlsx, xls, ods or csv file, or of a web page.

    Raises NoSuchFile, EmptyFile, NotAWorkbook, PasswordProtected and TooManyRows.
    """
    size = readable(path).stat().st_size
    if size == 0:
        raise EmptyFile(file=path.name)
    if size > MAX_FILE_BYTES:
        raise TooManyRows(file=path.name, what=f"{size >> 20} MB", rows=format_count(MAX_ROWS))
    with path.open("rb") as file:
        start = file.read(16)
    if start.startswith((ZIP_MAGIC, OLE2_MAGIC)):
        refuse_bad_container(path)
        sheets = open_spreadsheet(path)
    elif path.suffix.lower() in _TEXT_SUFFIXES:
        sheets = open_text(path)
    elif start.removeprefix(_MARK).lstrip().startswith(b"<"):
        sheets = open_webpage(path)
    else:
        raise NotAWorkbook(file=path.name)
    if not any(sheet.rows for sheet in sheets):
        raise EmptyFile(file=path.name)
    return [modernised(sheet) for sheet in sheets]
