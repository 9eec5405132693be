"""The text of a docx, with the numbers that Word itself sets before paragraphs. Macros are never run."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from baophu.base.numbers import format_count
from baophu.base.text import tidy
from baophu.directives.cells import cells_joined
from baophu.directives.docx_numbers import Numbering
from baophu.directives.limits import MAX_UNPACKED, refuse_pages
from baophu.directives.refusals import DamagedFile, LockedFile, TooBigFile
from baophu.directives.text import CELL, Text, numbered
from baophu.directives.unwrapping import unwrapped

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY, _NUMBERS, _STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
_MACRO = "word/vbaproject.bin"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}pPr", f"{_W}rPr", _FALLBACK))
_BOX = f"{_W}txbxContent"
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, OSError, ValueError, NotImplementedError)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read(path: Path, data: bytes) -> Text:
    """Raises DamagedFile, LockedFile, TooManyPages and TooBigFile."""
    if _ENCRYPTED in data:
        raise LockedFile(file=path.name)
    body, numbering, macro = _parts(path, data)
    refuse_pages(path, _pages(body))
    lines = [line for block in body.iter(f"{_W}body") for line in _blocks(block, numbering)]
    # Programs that make a docx of a pdf make a paragraph of every line, and of every cell.
    joined = cells_joined([line for line in lines if line.strip()])
    parted = ((part, None) for line in joined for part in (line, ""))
    return Text(numbered(unwrapped(parted)), macro=macro)


def _parts(path: Path, data: bytes) -> tuple[ElementTree.Element, Numbering, bool]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
            if size > MAX_UNPACKED:
                raise TooBigFile(
                    file=path.name, size=format_count(size >> 20), limit=format_count(MAX_UNPACKED >> 20)
                )
            names = archive.namelist()
            body = ElementTree.fromstring(archive.read(_BODY))
            parts = (archive.read(name) if name in names else None for name in (_NUMBERS, _STYLES))
            numbers, styles = (ElementTree.fromstring(part) if part else None for part in parts)
            return body, Numbering(numbers, styles), any(name.lower() == _MACRO for name in names)
    except RuntimeError:  # an archive with a password of its own
        raise LockedFile(file=path.name) from None
    except (*_DAMAGED, ElementTree.ParseError):
        raise DamagedFile(file=path.name, sort="docx") from None


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
        elif block.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _blocks(block, numbering)


def _paragraph(block: ElementTree.Element, numbering: Numbering) -> Iterator[str]:
    mark = numbering.mark(block)
    for number, line in enumerate(_text(block).split("\n")):
        yield tidy(f"{mark} {line}" if mark and not number and line.strip() else line)
    for box in block.iter(_BOX):
        yield from _blocks(box, numbering)


def _table(table: ElementTree.Element, numbering: Numbering) -> Iterator[str]:
    rows = [[list(_blocks(cell, numbering)) for cell in row.iter(f"{_W}tc")] for row in table.iter(f"{_W}tr")]
    if max((len(row) for row in rows), default=0) <= 2:
        yield from (line for row in rows for cell in row for line in cell)
        return
    for row in rows:
        yield CELL.join(" ".join(line for line in cell if line) for cell in row)


def _text(element: ElementTree.Element) -> str:
    """The words of a paragraph as they stand: what was struck out by tracked changes is left out."""
    parts: list[str] = []
    for one in element:
        if one.tag in _LEFT_OUT or one.tag == _BOX:
            continue
        if one.tag == f"{_W}t":
            parts.append(one.text or "")
        elif one.tag == f"{_W}tab":
            parts.append("\t")
        elif one.tag in (f"{_W}br", f"{_W}cr"):
            parts.append("\n")
        elif one.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        else:
            parts.append(_text(one))
    return "".join(parts)
