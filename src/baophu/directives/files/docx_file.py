"""The text of a docx, with the numbers that Word itself sets before paragraphs. Macros are never run."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from baophu.base.numbers import format_count
from baophu.base.text import tidy
from baophu.directives.files.cells import cells_joined
from baophu.directives.files.docx_numbers import Numbering, whole_number
from baophu.directives.files.letterhead import MOTTO
from baophu.directives.files.limits import MAX_UNPACKED, refuse_pages
from baophu.directives.files.refusals import DamagedFile, LockedFile, TooBigFile
from baophu.directives.files.text import CELL, Text, numbered
from baophu.directives.files.unwrapping import unwrapped

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY, _NUMBERS, _STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
_RELATIONS = "_rels/.rels"
_MACRO = "word/vbaproject.bin"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = frozenset(
    (f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}pPr", f"{_W}rPr", f"{_W}sdtPr", _FALLBACK)
)
_AROUND = frozenset(
    f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "hyperlink")
)
_BOX = f"{_W}txbxContent"
_TAB = "\x1f"
_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 60
_STRICT, _OFFICE = (
    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
)
_MAIN = re.compile(rb"<Relationship\b[^>]*?/officeDocument\"[^>]*>")
_TARGET = re.compile(rb"\bTarget=\"/?([^\"]+)\"")
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, EOFError, LookupError, OSError, ValueError, NotImplementedError),
    *(ElementTree.ParseError, RecursionError),
)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read(path: Path, data: bytes) -> Text:
    """Raises DamagedFile, LockedFile, TooManyPages and TooBigFile."""
    if _ENCRYPTED in data:
        raise LockedFile(file=path.name)
    try:
        body, numbering, macro = _parts(path, data)
        refuse_pages(path, _pages(body))
        lines = [line for block in body.iter(f"{_W}body") for line in _blocks(block, numbering)]
    except RuntimeError as error:
        if isinstance(error, _DAMAGED):
            raise DamagedFile(file=path.name, sort="docx") from None
        raise LockedFile(file=path.name) from None  # an archive with a password of its own
    except _DAMAGED:
        raise DamagedFile(file=path.name, sort="docx") from None
    # Programs that make a docx of a pdf make a paragraph of every line, and of every cell.
    joined = cells_joined([line for line in lines if line.strip()])
    parted = ((part, None) for line in joined for part in (line, ""))
    return Text(numbered(unwrapped(parted)), macro=macro)


def _parts(path: Path, data: bytes) -> tuple[ElementTree.Element, Numbering, bool]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(part.file_size for part in archive.infolist())
        if size > MAX_UNPACKED:
            raise TooBigFile(
                file=path.name, size=format_count(size >> 20), limit=format_count(MAX_UNPACKED >> 20)
            )
        names = archive.namelist()
        body = _part(archive, _main_of(archive, names))
        numbers, styles = (_part(archive, name) if name in names else None for name in (_NUMBERS, _STYLES))
        return body, Numbering(numbers, styles), any(name.lower() == _MACRO for name in names)


def _part(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(archive.read(name).replace(_STRICT, _OFFICE))


def _main_of(archive: zipfile.ZipFile, names: list[str]) -> str:
    """The part that holds the text: some programs name it otherwise."""
    told = _MAIN.search(archive.read(_RELATIONS)) if _BODY not in names and _RELATIONS in names else None
    target = _TARGET.search(told[0]) if told else None
    return target[1].decode() if target else _BODY


def _pages(body: ElementTree.Element) -> int:
    """How many pages Word made of it when it was saved, or its author by hand."""
    broken = sum(1 for one in body.iter(f"{_W}br") if one.get(f"{_W}type") == "page")
    return 1 + max(broken, sum(1 for _one in body.iter(f"{_W}lastRenderedPageBreak")))


def _blocks(parent: ElementTree.Element, numbering: Numbering) -> Iterator[str]:
    """Paragraphs and the rows of tables; a table without lines around a letterhead gives its cells' lines."""
    for block in parent:
        if block.tag == f"{_W}p":
            yield from _paragraph(block, numbering)
        elif block.tag == f"{_W}tbl":
            yield from _table(block, numbering)
        elif block.tag in _AROUND and not _is_hint(block):
            yield from _blocks(block, numbering)


def _is_hint(block: ElementTree.Element) -> bool:
    """A form's field that nobody filled in shows what belongs there."""
    return block.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None


def _paragraph(block: ElementTree.Element, numbering: Numbering) -> Iterator[str]:
    mark = numbering.mark(block)
    for number, line in enumerate(_text(block).split("\n")):
        cells = [tidy(cell) for cell in line.split(_TAB)]
        # Tabs between three words or more make columns.
        columns = sum(map(bool, cells)) >= _FEWEST_COLUMNS and all(cells[1:-1])
        said = (CELL if columns else " ").join(cells).strip(" ")
        yield f"{mark} {said}" if mark and not number and said.strip() else said
    for box in _boxes(block):
        yield from _blocks(box, numbering)


def _boxes(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """The text boxes of a paragraph, each once: another form of it stands there for older programs."""
    for one in element:
        if one.tag == _BOX:
            yield one
        elif one.tag not in _LEFT_OUT:
            yield from _boxes(one)


def _table(table: ElementTree.Element, numbering: Numbering) -> Iterator[str]:
    found = [
        list(_inside(row, f"{_W}tc"))
        for row in _inside(table, f"{_W}tr")
        if row.find(f"{_W}trPr/{_W}del") is None
    ]
    rows = [[cell for one in row for cell in _cell(one, numbering)] for row in found]
    of_letterhead = any(MOTTO.search(line) for row in rows for cell in row for line in cell)
    if max((len(row) for row in found), default=0) < _FEWEST_COLUMNS or of_letterhead:
        yield from (line for row in rows for cell in row for line in cell)
        return
    for row in rows:
        yield CELL.join(" ".join(line.replace(CELL, " ") for line in cell if line) for cell in row)


def _inside(parent: ElementTree.Element, tag: str) -> Iterator[ElementTree.Element]:
    """The rows of a table or the cells of a row, not those of tables inside it."""
    for one in parent:
        if one.tag == tag:
            yield one
        elif one.tag in _AROUND:
            yield from _inside(one, tag)


def _cell(cell: ElementTree.Element, numbering: Numbering) -> Iterator[list[str]]:
    """The lines of a cell, and nothing for each further column that it spans."""
    if cell.find(f"{_W}tcPr/{_W}cellDel") is None:
        yield list(_blocks(cell, numbering))
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        yield from ([] for _column in range(1, min(whole_number(span, 1), _MOST_COLUMNS)))


def _text(element: ElementTree.Element) -> str:
    """The words of a paragraph as they stand: what is hidden or was struck out by changes is left out."""
    parts: list[str] = []
    for one in element:
        if one.tag in _LEFT_OUT or one.tag == _BOX or _is_hidden(one) or _is_hint(one):
            continue
        if one.tag == f"{_W}t":
            parts.append(one.text or "")
        elif one.tag in (f"{_W}tab", f"{_W}ptab"):
            parts.append(_TAB)
        elif one.tag in (f"{_W}br", f"{_W}cr"):
            parts.append("\n")
        elif one.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        else:
            parts.append(_text(one))
    return "".join(parts)


def _is_hidden(run: ElementTree.Element) -> bool:
    hidden = run.find(f"{_W}rPr/{_W}vanish") if run.tag == f"{_W}r" else None
    return hidden is not None and hidden.get(f"{_W}val") not in ("0", "false", "off")
