"""How wide the columns of a sheet are, as far as its file says so."""

import re
import zipfile
from pathlib import Path

from baophu.lists.container import ZIP_MAGIC

_SHEET = re.compile(rb'<sheet\b[^>]*?\bname="([^"]*)"[^>]*?\br:id="([^"]*)"')
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb'\b(Id|Target)="([^"]*)"')
_COLUMN = re.compile(rb"<col\b[^>]*>")
_NUMBER = re.compile(rb'\b(min|max|width)="([\d.]+)"')
_TOP = 1 << 16  # the widths stand before the rows
_MOST_COLUMNS = 200
_MARGIN = 0.71  # of a cell, which a file counts with the width


def column_widths(path: Path, sheet: str) -> dict[int, float]:
    """Position of a column → its width in characters; nothing where the file is no xlsx or does not say."""
    with path.open("rb") as file:
        if not file.read(len(ZIP_MAGIC)).startswith(ZIP_MAGIC):
            return {}
    try:
        with zipfile.ZipFile(path) as archive, archive.open(_part_of(archive, sheet)) as part:
            return _widths(part.read(_TOP))
    except (KeyError, zipfile.BadZipFile):
        return {}


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str:
    """The part of an xlsx file in which a sheet lies. Raises KeyError."""
    relations = {
        found[b"Id"]: found[b"Target"].decode()
        for one in _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels"))
        if len(found := dict(_ATTRIBUTE.findall(one))) == 2
    }
    names = {name.decode(): number for name, number in _SHEET.findall(archive.read("xl/workbook.xml"))}
    target = relations[names[_escaped(sheet)]]
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _widths(top: bytes) -> dict[int, float]:
    widths: dict[int, float] = {}
    for one in _COLUMN.findall(top.partition(b"<sheetData")[0]):
        said = {name: float(number) for name, number in _NUMBER.findall(one)}
        if len(said) == 3:
            columns = range(int(said[b"min"]) - 1, min(int(said[b"max"]), _MOST_COLUMNS))
            widths |= dict.fromkeys(columns, max(said[b"width"] - _MARGIN, 0))
    return widths
