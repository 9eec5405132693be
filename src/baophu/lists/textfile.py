"""Text files with separated values: which bytes, which separator, which rows."""

import csv
import io
from collections import Counter
from pathlib import Path

from baophu.lists.legacy import bytes_of_old_font
from baophu.lists.workbook import Cell, NotAWorkbook, Sheet, refuse_too_many

SEPARATORS = ";,\t|"
_SAMPLE_LINES = 200
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def open_text(path: Path) -> list[Sheet]:
    """A csv file as one sheet without a name; a row's number is the line it starts on.

    Reads utf-8 with or without a mark, utf-16 and cp1258 (Vietnamese Windows). Raises NotAWorkbook.
    """
    text = decode(path)
    numbers: list[int] = []
    rows: list[list[Cell]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    line = 0
    try:
        for values in reader:
            if any(value.strip() for value in values):
                numbers.append(line + 1)
                rows.append([*values])
            line = reader.line_num
    except csv.Error:
        raise NotAWorkbook(file=path.name) from None
    refuse_too_many(path, len(rows))
    width = max(map(len, rows), default=0)
    for row in rows:
        row.extend([""] * (width - len(row)))
    return [Sheet("", numbers, rows)]


def decode(path: Path) -> str:
    """The text of a file in utf-8, utf-16, cp1258 or a font of before Unicode. Raises NotAWorkbook."""
    data = path.read_bytes()
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if encoding is None and b"\0" in data:
        encoding = _utf16_without_mark(data)
    for name in (encoding,) if encoding else ("utf-8", "cp1258"):
        try:
            return (name == "cp1258" and bytes_of_old_font(data)) or data.decode(name)
        except UnicodeDecodeError:
            continue
    raise NotAWorkbook(file=path.name)


def _utf16_without_mark(data: bytes) -> str:
    """Nearly all second bytes of Vietnamese text in utf-16-le are small; the first ones in utf-16-be."""
    return "utf-16-le" if data[1::2].count(0) >= data[::2].count(0) else "utf-16-be"


def _separator(text: str) -> str:
    """The sign that divides most lines into the same number of cells, more cells first."""
    lines = text.splitlines()[:_SAMPLE_LINES]
    return max(SEPARATORS, key=lambda sign: _regularity(lines, sign))


def _regularity(lines: list[str], sign: str) -> int:
    counts = Counter(len(row) for row in csv.reader(lines, delimiter=sign))
    return max(((width - 1) * often for width, often in counts.items()), default=0)
