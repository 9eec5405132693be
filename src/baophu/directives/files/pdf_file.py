"""The text of a pdf, page by page."""

import re
from pathlib import Path
from threading import Lock

import pypdfium2

from baophu.directives.files.limits import refuse_pages
from baophu.directives.files.pdf_columns import lines_in_order
from baophu.directives.files.pdf_grids import Grid, grids_of
from baophu.directives.files.pdf_letters import Letter, lines_of
from baophu.directives.files.pdf_page import page_of
from baophu.directives.files.refusals import DamagedFile, LockedFile, PicturesOnly
from baophu.directives.files.text import CELL, SUM, Text, numbered, tidy_cells
from baophu.directives.files.unwrapping import Line, unwrapped

_PAGE_NUMBER = re.compile(r"\W*(?:trang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?\W*", re.IGNORECASE)
_FEWEST_LETTERS = 20  # of a page: less is a stamp or a page number on a picture
_FEWEST_COLUMNS = 3
_PASSWORD = "password"
# PDFium must not be called by two threads at once.
_one_at_a_time = Lock()


def read(path: Path, data: bytes) -> Text:
    """Raises DamagedFile, LockedFile, TooManyPages and PicturesOnly."""
    with _one_at_a_time:
        pages = _pages(path, data)
    letters = sum(sign.isalpha() for page in pages for line in page for sign in line)
    if letters < _FEWEST_LETTERS * max(1, len(pages)):
        raise PicturesOnly(file=path.name, pages=len(pages))
    return Text(numbered(unwrapped(_in_order(pages))), pages=len(pages))


def _in_order(pages: list[list[str]]) -> list[Line]:
    """The lines of all pages, each with its page; a row that a page's end cut is one again."""
    found: list[Line] = []
    for number, page in enumerate(pages, start=1):
        lines = _body(page)
        if found and lines and (row := _goes_on(found[-1][0], lines[0])):
            found[-1] = (row, found[-1][1])
            del lines[0]
        found += [(line, number) for line in lines]
    return found


def _goes_on(above: str, line: str) -> str | None:
    """A page's last row with the next page's first one behind it, if it has no number and is not full."""
    cells, more = above.split(CELL), line.split(CELL)
    if len(cells) != len(more) or len(cells) < _FEWEST_COLUMNS or more[0] or all(more[1:]):
        return None
    if SUM.match("".join(more[:3])) or not cells[0]:
        return None
    return CELL.join(f"{one} {other}".strip() for one, other in zip(cells, more, strict=True))


def _pages(path: Path, data: bytes) -> list[list[str]]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = _PASSWORD in str(error).lower()
        raise (LockedFile(file=path.name) if locked else DamagedFile(file=path.name, sort="pdf")) from None
    try:
        refuse_pages(path, len(document))
        return [_lines(document[number]) for number in range(len(document))]
    except pypdfium2.PdfiumError:
        raise DamagedFile(file=path.name, sort="pdf") from None
    finally:
        document.close()


def _lines(page: pypdfium2.PdfPage) -> list[str]:
    """The lines of a page from top to bottom by where they stand; the rows of ruled tables in their place."""
    seen = page_of(page)
    grids = sorted(grids_of(seen.edges), key=lambda grid: -grid.levels[0])
    free: list[Letter] = []
    for letter in seen.letters:
        grid = next((one for one in grids if one.holds(letter)), None)
        (grid.letters if grid else free).append(letter)
    found: list[str] = []
    lines = lines_of(free)
    for grid in grids:
        above = [line for line in lines if line.foot > grid.levels[0]]
        lines = lines[len(above) :]
        found += [*lines_in_order(above), *_rows(grid)]
    return [tidy_cells(line) for line in (*found, *lines_in_order(lines))]


def _rows(grid: Grid) -> list[str]:
    """The rows of a table; of one of two columns the cells, as they are of a letterhead or of signatures."""
    rows = [row for row in grid.rows() if any(row)]
    if all(len(row) <= 2 for row in rows):
        return [cell for row in rows for cell in row if cell]
    return [CELL.join(row) for row in rows]


def _body(page: list[str]) -> list[str]:
    """The lines of a page without its number."""
    lines = [line for line in page if line]
    for end in (0, -1):
        if lines and _PAGE_NUMBER.fullmatch(lines[end]):
            del lines[end]
    return lines
