"""“XML Spreadsheet 2003”: a workbook as one XML file, mostly sent under the name of an xls."""

from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, iterparse

from baophu.lists.limits import refuse_area, refuse_rows
from baophu.lists.rows import Rows
from baophu.lists.workbook import Cell, Merge, NotAWorkbook, Sheet, is_blank

MARK = b"urn:schemas-microsoft-com:office:spreadsheet"
_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_VISIBLE = "{urn:schemas-microsoft-com:office:excel}Visible"
_LAST_COLUMN = 16_384


def open_spreadsheet_xml(path: Path) -> list[Sheet]:
    """The visible sheets of the file. Raises NotAWorkbook and TooBig."""
    try:
        with path.open("rb") as file:
            sheets = list(_sheets(path, file))
    except (ParseError, ValueError, LookupError):
        raise NotAWorkbook(file=path.name) from None
    if not sheets:
        raise NotAWorkbook(file=path.name)
    return [sheet for sheet in sheets if sheet is not None]


def _sheets(path: Path, file: object) -> Iterator[Sheet | None]:
    """Each sheet in turn, None for hidden ones."""
    page = _Page(path)
    hidden = False
    for _event, element in iterparse(file):  # type: ignore[call-overload]
        if element.tag == f"{_SS}Row":
            page.add(element)
            element.clear()
        elif element.tag == _VISIBLE:
            hidden = element.text != "SheetVisible"
        elif element.tag == f"{_SS}Worksheet":
            yield None if hidden else page.sheet(element.get(f"{_SS}Name", ""))
            element.clear()
            page, hidden = _Page(path), False


class _Page:
    """The rows of one sheet as they come."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._numbers: list[int] = []
        self._rows: list[list[Cell]] = []
        self._merges: list[Merge] = []
        self._number = 0
        self._width = 0

    def add(self, element: Element) -> None:
        self._number = _index(element, self._number + 1)
        row: list[Cell] = []
        for part in element.iterfind(f"{_SS}Cell"):
            column = _index(part, len(row) + 1) - 1
            wide, high = int(part.get(f"{_SS}MergeAcross", 0)), int(part.get(f"{_SS}MergeDown", 0))
            if not len(row) <= column <= column + wide <= _LAST_COLUMN:
                raise ValueError(column)
            row.extend([""] * (column + wide + 1 - len(row)))
            row[column] = _value(part.find(f"{_SS}Data"))
            if wide > 0 or high > 0:
                self._merges.append((self._number, column, self._number + high, column + wide))
        if not is_blank(row):
            self._numbers.append(self._number)
            self._rows.append(row)
            self._width = max(self._width, len(row))
            refuse_rows(self._path, len(self._rows))
            refuse_area(self._path, len(self._rows), self._width)

    def sheet(self, name: str) -> Sheet:
        for row in self._rows:
            row.extend([""] * (self._width - len(row)))
        return Sheet(name, Rows(zip(self._numbers, self._rows, strict=True)), self._merges)


def _index(element: Element, usual: int) -> int:
    index = int(element.get(f"{_SS}Index", usual))
    if index < usual:
        raise ValueError(index)
    return index


def _value(data: Element | None) -> Cell:
    if data is None:
        return ""
    text = "".join(data.itertext())
    match data.get(f"{_SS}Type"):
        case "Number":
            return float(text)
        case "DateTime":
            moment = datetime.fromisoformat(text)
            return moment.date() if moment.time() == time() else moment
        case "Boolean":
            return text == "1"
    return text
