"""The text of a pdf, page by page."""

import re
from pathlib import Path
from threading import Lock

import pypdfium2

from baophu.base.text import tidy
from baophu.directives.limits import refuse_pages
from baophu.directives.refusals import DamagedFile, LockedFile, PicturesOnly
from baophu.directives.text import Text, numbered
from baophu.directives.unwrapping import unwrapped

_PAGE_NUMBER = re.compile(r"\W*(?:trang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?\W*", re.IGNORECASE)
_FEWEST_LETTERS = 20  # of a page: less is a stamp or a page number on a picture
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
    lines = [(line, number) for number, page in enumerate(pages, start=1) for line in _body(page)]
    return Text(numbered(unwrapped(lines)), pages=len(pages))


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
    words = page.get_textpage()
    # PDFium marks a word parted at a line's end with U+FFFE.
    text = words.get_text_range().replace("\ufffe", "").replace("\x02", "")
    return [tidy(line) for line in text.splitlines()]


def _body(page: list[str]) -> list[str]:
    """The lines of a page without its number."""
    lines = [line for line in page if line]
    for end in (0, -1):
        if lines and _PAGE_NUMBER.fullmatch(lines[end]):
            del lines[end]
    return lines
