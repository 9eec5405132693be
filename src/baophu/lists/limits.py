"""How big a list may be, and the error that names the limit."""

from pathlib import Path

from baophu.base.numbers import format_count
from baophu.base.words import N_, _
from baophu.lists.workbook import MAX_FILE_BYTES, MAX_ROWS, TooManyRows

MAX_UNPACKED_BYTES = 1 << 30
MAX_AREA = 40_000_000  # rows × columns between the first and the last used cell


class TooBig(TooManyRows):
    message = N_("{file} is too big: {what}. The limit is {limit}.")
    advice = N_("Delete the empty rows and columns behind the list and what is no list, or divide it.")


def refuse_bytes(path: Path, size: int) -> None:
    """Raises TooBig for a file of too many bytes."""
    if size > MAX_FILE_BYTES:
        raise TooBig(file=path.name, what=_megabytes(size), limit=_megabytes(MAX_FILE_BYTES))


def refuse_unpacked(path: Path, size: int) -> None:
    """Raises TooBig for an archive that unpacks to too many bytes."""
    if size > MAX_UNPACKED_BYTES:
        what = _("it unpacks to {size}").format(size=_megabytes(size))
        raise TooBig(file=path.name, what=what, limit=_megabytes(MAX_UNPACKED_BYTES))


def refuse_rows(path: Path, rows: int) -> None:
    if rows > MAX_ROWS:
        raise TooBig(file=path.name, what=_rows(rows), limit=_rows(MAX_ROWS))


def refuse_area(path: Path, rows: int, columns: int) -> None:
    """Raises TooBig for a sheet whose last cell lies too far out."""
    if rows * columns > MAX_AREA:
        what = _("{rows} rows × {columns} columns").format(
            rows=format_count(rows), columns=format_count(columns)
        )
        limit = _("{cells} cells").format(cells=format_count(MAX_AREA))
        raise TooBig(file=path.name, what=what, limit=limit)


def _megabytes(size: int) -> str:
    return f"{format_count(size >> 20)} MB"


def _rows(count: int) -> str:
    return _("{count} rows").format(count=format_count(count))
