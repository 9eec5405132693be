"""Text files with separated values: which bytes, which separator, which rows."""

import codecs
import csv
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from baophu.lists.legacy import bytes_of_old_font
from baophu.lists.rows import Row, Rows
from baophu.lists.workbook import NotAWorkbook, Sheet, no_more_than_allowed

SEPARATORS = ";,\t|"
_SAMPLE_LINES = 200
_SAMPLE, _PIECE = 1 << 20, 1 << 16
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def open_text(path: Path) -> list[Sheet]:
    """A csv file as one sheet without a name; its rows are numbered as a spreadsheet shows them.

    Reads utf-8 with or without a mark, utf-16, cp1258 (Vietnamese Windows) and fonts of before Unicode. All
    rows are as wide as the widest of the first ones, some wider. Raises NotAWorkbook, also while the rows are
    read.
    """
    encoding = _encoding(path)
    separator = _separator(path, encoding)
    return [Sheet("", Rows(no_more_than_allowed(path, _rows(path, encoding, separator))))]


def decode(path: Path) -> str:
    """The text of a file in utf-8, utf-16, cp1258 or a font of before Unicode. Raises NotAWorkbook."""
    return path.read_bytes().decode(_encoding(path))


def _rows(path: Path, encoding: str, separator: str) -> Iterator[tuple[int, Row]]:
    coming = _numbered(path, encoding, separator)
    first = list(islice(coming, _SAMPLE_LINES))
    width = max((len(row) for _number, row in first), default=0)
    for number, row in chain(first, coming):
        if len(row) != width:
            _fit(row, width)
        yield number, row


def _fit(row: Row, width: int) -> None:
    """Make a row as wide as the others; wider only if it holds something there."""
    row.extend([""] * (width - len(row)))
    while len(row) > width and row[-1] == "":
        row.pop()


def _numbered(path: Path, encoding: str, separator: str) -> Iterator[tuple[int, Row]]:
    """The rows that hold something."""
    with path.open(encoding=encoding, newline="") as file:
        reader = csv.reader(file, delimiter=separator)
        try:
            for number, values in enumerate(reader, start=1):
                if any(map(str.strip, values)):
                    yield number, values  # type: ignore[misc]
        except csv.Error:
            raise NotAWorkbook(file=path.name) from None


def _encoding(path: Path) -> str:
    """Raises NotAWorkbook where the whole file cannot be read in one."""
    for name in _likely_encodings(path):
        if _decodes(path, name):
            return name
    raise NotAWorkbook(file=path.name)


def _likely_encodings(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        start = file.read(4)
    marked = next((name for mark, name in _MARKS if start.startswith(mark)), None)
    if marked or _has_zeros(path):
        yield marked or _utf16_without_mark(path)
    else:
        yield "utf-8"
        yield "latin-1" if _is_of_old_font(path) else "cp1258"


def _is_of_old_font(path: Path) -> bool:
    """Whether a file that is not in Unicode has the bytes of a font of before it, to be mended as a sheet."""
    with path.open("rb") as file:
        return bytes_of_old_font(file.read(_PIECE)) is not None


def _has_zeros(path: Path) -> bool:
    return any(b"\0" in piece for piece in _pieces(path))


def _utf16_without_mark(path: Path) -> str:
    """Nearly all second bytes of Vietnamese text in utf-16-le are small; the first ones in utf-16-be."""
    first = sum(piece[::2].count(0) for piece in _pieces(path))
    second = sum(piece[1::2].count(0) for piece in _pieces(path))
    return "utf-16-le" if second >= first else "utf-16-be"


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for piece in _pieces(path):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def _separator(path: Path, encoding: str) -> str:
    """The sign that divides most of the first lines into the same number of cells, more cells first."""
    with path.open(encoding=encoding, newline="") as file:
        lines = file.read(_SAMPLE).splitlines()[:_SAMPLE_LINES]
    try:
        return max(SEPARATORS, key=lambda sign: _regularity(lines, sign))
    except csv.Error:
        raise NotAWorkbook(file=path.name) from None


def _regularity(lines: list[str], sign: str) -> int:
    counts = Counter(len(row) for row in csv.reader(lines, delimiter=sign))
    return max(((width - 1) * often for width, often in counts.items()), default=0)
