"""Tables of a web page that calls itself xls, as some offices' software and Excel itself save them."""

from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

from baophu.lists.limits import refuse_area, refuse_rows
from baophu.lists.rows import Rows
from baophu.lists.textfile import decode
from baophu.lists.workbook import Cell, Merge, NotAWorkbook, Sheet, is_blank

_CELLS = ("td", "th")
_LINES = frozenset(
    ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "center", "li", "br", "table", "body", "caption")
)
_NOT_SHOWN = frozenset(("style", "script", "title", "xml"))
_WIDEST = 256
_FED_AT_ONCE = 1 << 16


def open_webpage(path: Path) -> list[Sheet]:
    """All tables of the page and the lines between, one below the other, as one sheet without a name.

    Raises NotAWorkbook where there is no table, and TooBig.
    """
    parser = _Page(path)
    text = decode(path)
    try:
        for start in range(0, len(text), _FED_AT_ONCE):
            parser.feed(text[start : start + _FED_AT_ONCE])
        parser.close()
    except (AssertionError, RecursionError):
        # What the parser makes of markup that no program writes.
        raise NotAWorkbook(file=path.name) from None
    if not parser.tables:
        raise NotAWorkbook(file=path.name)
    parser.end_line()
    held = [(number, row) for number, row in enumerate(parser.rows, start=1) if not is_blank(row)]
    width = max((len(row) for _number, row in held), default=0)
    rows = Rows((number, row + [""] * (width - len(row))) for number, row in held)
    return [Sheet("", rows, parser.merges)]


class _Page(HTMLParser):
    """Gathers the rows of every table; cells over several rows or columns leave blanks and a merge.

    A table in a cell of another begins a row of its own, and so does what follows it.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.rows: list[list[Cell]] = []
        self.merges: list[Merge] = []
        self.tables = 0
        self._path = path
        self._text: list[str] | None = None  # of the open cell
        self._line: list[str] = []  # outside of tables
        self._hidden = 0
        self._covered: list[dict[int, int]] = []  # for each open table: column → last row that it covers
        self._row_is_open = False
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag in _NOT_SHOWN:
            self._hidden += 1
        if tag in _LINES:
            self._break(tag)
        if tag == "table":
            self._end_cell()
            self.tables += 1
            self._covered.append({})
            self._row_is_open = False
        elif tag == "tr" and self._covered:
            self._end_cell()
            self._begin_row()
        elif tag in _CELLS and self._covered:
            self._end_cell()
            if not self._row_is_open:
                self._begin_row()
            self._place(dict(attrs))
            self._text = []

    def handle_endtag(self, tag: str) -> None:
        if tag in _NOT_SHOWN:
            self._hidden = max(self._hidden - 1, 0)
        if tag in _CELLS or tag in ("tr", "table"):
            self._end_cell()
        if tag == "table" and self._covered:
            self._covered.pop()
            self._row_is_open = False
        if tag in _LINES:
            self._break(tag)

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if self._text is not None:
            self._text.append(data)
        elif not self._covered:
            self._line.append(data)

    def end_line(self) -> None:
        """What stood outside of tables until here is a row of one cell."""
        if line := " ".join("".join(self._line).split()):
            self.rows.append([line])
        self._line = []

    def _break(self, tag: str) -> None:
        if self._text is not None:
            self._text.append(" ")
        elif not self._covered:
            self.end_line()

    def _begin_row(self) -> None:
        self.rows.append([])
        self._row_is_open = True
        refuse_rows(self._path, len(self.rows))

    def _place(self, attrs: dict[str, str | None]) -> None:
        row, covered, number = self.rows[-1], self._covered[-1], len(self.rows)
        while covered.get(len(row), 0) >= number:
            row.append("")
        wide, high = _span(attrs.get("colspan")), _span(attrs.get("rowspan"))
        left = len(row)
        if wide > 1 or high > 1:
            self.merges.append((number, left, number + high - 1, left + wide - 1))
        covered |= dict.fromkeys(range(left, left + wide), number + high - 1)
        row.extend([""] * wide)
        self._cell = left
        self._cells += wide
        refuse_area(self._path, 1, self._cells)

    def _end_cell(self) -> None:
        if self._text is not None:
            self.rows[-1][self._cell] = " ".join("".join(self._text).split())
            self._text = None


def _span(text: str | None) -> int:
    return min(int(text), _WIDEST) if text and text.isascii() and text.isdigit() and int(text[:6]) > 0 else 1
