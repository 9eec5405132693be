"""Plain text, also with the marks of Markdown that programs leave when they turn a document into text."""

import re
from collections.abc import Iterator
from pathlib import Path

from baophu.directives.files.cells import cells_joined
from baophu.directives.files.refusals import DamagedFile
from baophu.directives.files.text import CELL, tidy_cells
from baophu.directives.files.unwrapping import unwrapped

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_HEADING = re.compile(r"^\s*#{1,6}\s+")
_STAR_BULLET = re.compile(r"^(\s*)\*\s+(?=\S)")
_ESCAPED = re.compile(r"\\([*_#\-+.()\[\]])")
_EMPHASIS = re.compile(r"\*+|(?<!\w)__|__(?!\w)")
_FOOTNOTE = re.compile(r"\(\s*(\*+)\s*\)")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")
_COLUMNS = re.compile(r"\t+|\s{4,}|\s\|\s|^\||\|$")
_LETTERHEAD_LINES = 20
_KEPT, _KEPT_NOTE = "\ue000", "\ue001"


def decoded(path: Path, data: bytes) -> str:
    """Bytes of a text in utf-8, utf-16 or the Vietnamese code page of Windows. Raises DamagedFile."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    for name in (encoding, "cp1258"):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    raise DamagedFile(file=path.name, sort="txt")


def plain_lines(words: str) -> list[str]:
    """The paragraphs of a text, without marks, wrapped lines put together, cells parted by tabs."""
    lines = [_unmarked(line) for line in words.replace("\f", "\n").replace("\x00", "").splitlines()]
    lines = cells_joined(list(_rows(lines)))
    head = [part for line in lines[:_LETTERHEAD_LINES] for part in _columns(line)]
    tidied = [tidy_cells(line) for line in head + lines[_LETTERHEAD_LINES:]]
    return [line for line, _page in unwrapped((line, None) for line in tidied)]


def _rows(lines: list[str]) -> Iterator[str]:
    """Lines with the cells of tables, drawn with bars or set with tabs, parted by single tabs.

    Bars at both ends belong to the frame, where the table's first row has them too.
    """
    framed: bool | None = None
    for line in lines:
        barred = line.count("|") > 1 and not re.fullmatch(r"[\s|:+\-]*", line)
        if not barred:
            framed = framed if re.fullmatch(r"[\s|:+\-]*", line) and line.strip() else None
            yield line
            continue
        framed = line.lstrip().startswith("|") if framed is None else framed
        text = line.strip()
        text = text.removeprefix("|").removesuffix("|") if framed else text
        yield CELL.join(cell.strip() for cell in text.split("|"))


def _columns(line: str) -> list[str]:
    """The two sides of a letterhead that stand in one line."""
    if line.count(CELL) > 1:
        return [line]
    parts = [part for part in _COLUMNS.split(line.strip()) if part and part.strip()]
    return parts if len(parts) > 1 and not line.lstrip().startswith(("-", "+")) else [line]


def _unmarked(line: str) -> str:
    """Without the marks of Markdown; a star that begins a point of a list stays."""
    line = _HEADING.sub("", line)
    line = _ESCAPED.sub(lambda sign: _KEPT if sign[1] == "*" else sign[1], line)
    line = _FOOTNOTE.sub(lambda note: "(" + _KEPT_NOTE * len(note[1]) + ")", line)
    line = _STAR_BULLET.sub(lambda point: f"{point[1]}{_KEPT} ", line)
    line = _EMPHASIS.sub("", _LINK.sub(r"\1", line))
    return line.replace(_KEPT, "*").replace(_KEPT_NOTE, "*")
