"""The text of a web page: paragraphs, points of lists and cells of tables, each a line."""

from html.parser import HTMLParser

from baophu.base.text import tidy
from baophu.directives.text import CELL

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
    page.end_line()
    return [line for line in map(_tidied, page.lines) if line.strip()]


def _tidied(line: str) -> str:
    """Cells of a row, each begun by a tab, parted by tabs."""
    cells = [tidy(cell) for cell in line.removeprefix(CELL).split(CELL)]
    return CELL.join(cells) if len(cells) > 2 else " ".join(cells).strip()


class _Page(HTMLParser):
    """Gathers lines; a point of a numbered list gets its number, of another a dash."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._line: list[str] = []
        self._hidden = 0
        self._lists: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _NOT_SHOWN:
            self._hidden += 1
        if tag in ("td", "th"):
            self._line.append(CELL)
        if tag in _LINES:
            self.end_line()
        if tag in ("ol", "ul"):
            self._lists.append(1 if tag == "ol" else None)
        if tag == "li" and self._lists:
            self._begin_point()

    def _begin_point(self) -> None:
        number = self._lists[-1]
        self._line.append("- " if number is None else f"{number}. ")
        if number is not None:
            self._lists[-1] = number + 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _NOT_SHOWN:
            self._hidden = max(0, self._hidden - 1)
        if tag in _LINES:
            self.end_line()
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._line.append(
                " ".join(data.split()).join((" " * data[:1].isspace(), " " * data[-1:].isspace()))
            )

    def end_line(self) -> None:
        self.lines.append("".join(self._line))
        self._line = []
