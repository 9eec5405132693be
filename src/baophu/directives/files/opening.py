"""From a file to the paragraphs of its text: docx, pdf with text, txt, html."""

import re
from pathlib import Path

from baophu.base.numbers import format_count
from baophu.directives.files import docx_file, pdf_file
from baophu.directives.files.language import refuse_other_language
from baophu.directives.files.limits import MAX_BYTES, refuse_pages, refuse_text
from baophu.directives.files.plain import decoded, plain_lines
from baophu.directives.files.refusals import EmptyFile, NothingInIt, PictureFile, TooBigFile, UnknownSort
from baophu.directives.files.text import Text, numbered
from baophu.directives.files.webpage import page_lines

_ZIP, _PDF, _OLE2 = b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# How pictures begin: png, jpeg, gif, bmp, tiff, webp, heic, avif.
_PICTURE = re.compile(
    rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp(?:hei|hev|mif|avif)",
    re.DOTALL,
)
_MARKUP = (b"<!doctype html", b"<html", b"<?xml", b"<body", b"<p>", b"<div", b"<table", b"<meta", b"<head")
_READ = ("docx", "pdf", "txt", "html")
_LOOKED_AT = 1024


def open_text(path: Path) -> Text:
    """The text of a file, by what it holds and not by its name.

    Raises NotADirective: damaged, locked, scanned, empty, too long, of another sort or in another language.
    """
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise TooBigFile(file=path.name, size=format_count(size >> 20), limit=format_count(MAX_BYTES >> 20))
    text = _opened(path, path.read_bytes())
    refuse_text(path, sum(len(paragraph.text) for paragraph in text.paragraphs))
    if not any(sign.isalnum() for paragraph in text.paragraphs for sign in paragraph.text):
        raise EmptyFile(file=path.name)
    refuse_other_language(path, text)
    return text


def text_of(words: str) -> Text:
    """The text of words that are there already, lines as in a txt file."""
    return Text(numbered((line, None) for line in plain_lines(words)))


def _opened(path: Path, data: bytes) -> Text:
    if not data:
        raise NothingInIt(file=path.name)
    if _PICTURE.match(data):
        raise PictureFile(file=path.name)
    beginning = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if _PDF in data[:_LOOKED_AT]:
        return pdf_file.read(path, data)
    if data.startswith(_ZIP) or path.suffix.lower() in (".docx", ".docm"):
        return docx_file.read(path, data)
    if data.startswith(_OLE2) or path.suffix.lower() == ".doc":
        raise UnknownSort(file=path.name, sort="doc", known=list(_READ))
    if b"{\\rtf" in beginning[:8]:
        raise UnknownSort(file=path.name, sort="rtf", known=list(_READ))
    if beginning.startswith(_MARKUP) or path.suffix.lower() in (".html", ".htm"):
        return Text(numbered((line, None) for line in page_lines(decoded(path, data))))
    words = decoded(path, data)
    refuse_pages(path, words.count("\f"))
    return text_of(words)
