"""Tables of a web page that calls itself xls, as some offices' software saves them."""

from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

from baophu.lists.container import MAX_AREA
from baophu.lists.textfile import decode
from baophu.lists.workbook import Cell, Merge, NotAWorkbook, Sheet, is_blank, refuse_too_many

_CELLS = ("td", "th")
_WIDEST = 1000


def open_webpage(path: Path) -> list[Sheet]:
    """All tables of the page, one below the other, as one sheet without a name. Raises NotAWorkbook."""
    parser = _Tables()
    parser.feed(decode(path))
    parser.close()
    if not parser.rows:
        raise NotAWorkbook(file=path.name)
    refuse_too_many(path, len(parser.rows))
    width = max(map(len, parser.rows))
    if width * len(parser.rows) > MAX_AREA:
        raise NotAWorkbook(file=path.name)
    held = [(number, row) for number, row in enumerate(parser.rows, start=1) if not is_blank(row)]
    rows = [row + [""] * (width - len(row)) for _number, row in held]
    return [Sheet("", [number for number, _row in held], rows, parser.merges)]


class _Tables(HTMLParser):
    """Gathers the rows of every table; cells over several rows or columns leave blanks and a merge."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[Cell]] = []
        self.merges: list[Merge] = []
        self._text: list[str] | None = None
        self._covered: dict[int, int] = {}  # column → rows below that a cell above still covers

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in _CELLS and self.rows:
            self._end_cell()
            self._place(dict(attrs))
            self._text = []
        elif tag == "br" and self._text is not None:
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in (*_CELLS, "tr", "table"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def _place(self, attrs: dict[str, str | None]) -> None:
        row = self.rows[-1]
        while self._covered.get(len(row), 0) > 0:
            self._covered[len(row)] -= 1
            row.append("")
        wide, high = _span(attrs.get("colspan")), _span(attrs.get("rowspan"))
        left, top = len(row), len(self.rows)
        if wide > 1 or high > 1:
            self.merges.append((top, left, top + high - 1, left + wide - 1))
        self._covered |= dict.fromkeys(range(left, left + wide), high - 1)
        row.extend([""] * wide)
        self._cell = left

    def _end_cell(self) -> None:
        if self._text is not None:
            self.rows[-1][self._cell] = " ".join("".join(self._text).split())
            self._text = None


def _span(text: str | None) -> int:
    return min(int(text), _WIDEST) if text and text.isdigit() and int(text) > 0 else 1
