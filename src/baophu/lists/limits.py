"""How big a list may be, and the error that names the limit."""

from pathlib import Path

from baophu.base.numbers import format_count
from baophu.base.words import N_
from baophu.lists.workbook import MAX_FILE_BYTES, MAX_ROWS, TooManyRows

MAX_UNPACKED_BYTES = 1 << 30
MAX_AREA = 40_000_000  # rows × columns between the first and the last used cell


_ADVICE = N_("Delete the empty rows and columns behind the list and what is no list, or divide it.")


class TooManyBytes(TooManyRows):
    message = N_("{file} is too big: {size} MB. The limit is {limit} MB.")
    advice = _ADVICE


class UnpacksTooBig(TooManyRows):
    message = N_("{file} is too big: it unpacks to {size} MB. The limit is {limit} MB.")
    advice = _ADVICE


class TooLong(TooManyRows):
    message = N_("{file} is too big: {rows} rows. The limit is {limit} rows.")
    advice = _ADVICE


class TooWide(TooManyRows):
    message = N_("{file} is too big: {rows} rows × {columns} columns. The limit is {limit} cells.")
    advice = _ADVICE


def refuse_bytes(path: Path, size: int) -> None:
    """Raises TooManyBytes."""
    if size > MAX_FILE_BYTES:
        raise TooManyBytes(file=path.name, size=_megabytes(size), limit=_megabytes(MAX_FILE_BYTES))


def refuse_unpacked(path: Path, size: int) -> None:
    """Raises UnpacksTooBig for an archive."""
    if size > MAX_UNPACKED_BYTES:
        raise UnpacksTooBig(file=path.name, size=_megabytes(size), limit=_megabytes(MAX_UNPACKED_BYTES))


def refuse_rows(path: Path, rows: int) -> None:
    """Raises TooLong."""
    if rows > MAX_ROWS:
        raise TooLong(file=path.name, rows=format_count(rows), limit=format_count(MAX_ROWS))


def refuse_area(path: Path, rows: int, columns: int) -> None:
    """Raises TooWide for a sheet whose last cell lies too far out."""
    if rows * columns > MAX_AREA:
        raise TooWide(
            file=path.name,
            rows=format_count(rows),
            columns=format_count(columns),
            limit=format_count(MAX_AREA),
        )


def _megabytes(size: int) -> str:
    return format_count(size >> 20)
