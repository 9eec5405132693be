"""The text of a web page: paragraphs, points of lists and cells of tables, each a line."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from baophu.base.text import tidy
from baophu.directives.files.letterhead import MOTTO
from baophu.directives.files.text import CELL

_LINES = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "br",
        "tr",
        "td",
        "th",
        "table",
        "ul",
        "ol",
        "section",
        "article",
        "header",
        "footer",
        "blockquote",
        "body",
        "title",
        "dt",
        "dd",
        "figcaption",
        "pre",
        "center",
        "hr",
    ]
)
_NOT_SHOWN = frozenset(("script", "style", "noscript", "template", "svg", "nav", "head"))
_CELLS = ("td", "th")
_FEWEST_COLUMNS, _MOST_COLUMNS, _MOST_LINES = 3, 60, 40
_FED_AT_ONCE = 1 << 16


def page_lines(words: str) -> list[str]:
    """Every line of the page that a reader sees. Scripts are not run, only left out."""
    page = _Page()
    try:
        for start in range(0, len(words), _FED_AT_ONCE):
            page.feed(words[start : start + _FED_AT_ONCE])
        page.close()
    except (AssertionError, RecursionError):
        # What the parser makes of markup that no program writes; what came before stands.
        pass
    return page.all_lines()


@dataclass(slots=True)
class _Row:
    """The cells of a row, each the lines in it; words are in the cell `now`."""

    cells: list[list[str]] = field(default_factory=list)
    now: int = 0

    def begin_cell(self, span: int) -> None:
        self.now = len(self.cells)
        self.cells += [[] for _column in range(span)]

    def lines(self) -> list[str]:
        """One line, its cells parted by tabs; of a letterhead or of a page's layout each cell's lines."""
        lines = [line for cell in self.cells for line in cell]
        laid_out = len(lines) > _MOST_LINES or any(CELL in line or MOTTO.search(line) for line in lines)
        if len(self.cells) < _FEWEST_COLUMNS or laid_out or not lines:
            return lines
        return [CELL.join(" ".join(cell) for cell in self.cells)]


class _Page(HTMLParser):
    """Gathers lines; a point of a numbered list gets its number, of another a dash."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []
        self._line: list[str] = []
        self._mark = ""  # of a point whose words have not come yet
        self._hidden: list[str] = []
        self._lists: list[int | None] = []
        self._rows: list[_Row] = []  # of a table and of those that it stands in

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body" and self._hidden[:1] == ["head"]:
            self._hidden = []  # the end of a page's head may be left out
        if tag in _NOT_SHOWN:
            self._hidden.append(tag)
        if tag in _LINES:
            self._end_line()
        if tag == "table":
            self._rows.append(_Row())
        elif tag == "tr":
            self._end_row()
        elif tag in _CELLS and self._rows:
            span = dict(attrs).get("colspan") or ""
            self._rows[-1].begin_cell(max(1, min(int(span), _MOST_COLUMNS)) if span.isdecimal() else 1)
        if tag in ("ol", "ul"):
            self._lists.append(1 if tag == "ol" else None)
        if tag == "li" and self._lists:
            self._begin_point()

    def _begin_point(self) -> None:
        number = self._lists[-1]
        self._mark = "-" if number is None else f"{number}."
        if number is not None:
            self._lists[-1] = number + 1

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            del self._hidden[self._hidden.index(tag) :]
        if tag in _LINES:
            self._end_line()
        if tag == "tr":
            self._end_row()
        elif tag == "table" and self._rows:
            self._end_row()
            self._rows.pop()
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._line.append(
                " ".join(data.split()).join((" " * data[:1].isspace(), " " * data[-1:].isspace()))
            )

    def all_lines(self) -> list[str]:
        """What was gathered, also in tables that do not end."""
        self._end_line()
        while self._rows:
            self._end_row()
            self._rows.pop()
        return self._lines

    def _end_line(self) -> None:
        if line := tidy("".join(self._line)).strip():
            self._place(len(self._rows)).append(f"{self._mark} {line}".strip())
            self._mark = ""
        self._line = []

    def _end_row(self) -> None:
        if self._rows:
            lines = self._rows[-1].lines()
            self._rows[-1] = _Row()
            self._place(len(self._rows) - 1).extend(lines)

    def _place(self, depth: int) -> list[str]:
        """Where lines go at this depth of tables: into the cell that is open, else to those of the page."""
        row = next((one for one in reversed(self._rows[:depth]) if one.cells), None)
        return row.cells[row.now] if row else self._lines
