"""Sheets typed in the fonts of before Unicode (see `base.old_fonts`), wholly or in some rows and columns.

Words that are surely of an old font are mended wherever text is tidied. Here those are decided that may be
either (`Céng`, `sè`): by their column and their row, where neither says anything by the top of the sheet.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from baophu.base.old_fonts import Font, Sense, decoded, font_in, may_be, mended, senses_in, suspect
from baophu.base.syllables import SYLLABLE, likeness
from baophu.lists.cleaning.fonts import DOUBTFUL, OLD, is_open, of_column
from baophu.lists.header import SEARCHED_ROWS
from baophu.lists.headings import is_heading
from baophu.lists.workbook import Cell, Sheet

_SAMPLE = 1 << 16
_NEARLY_ALL = 0.8


def modernised(sheet: Sheet) -> Sheet:
    """The sheet in Unicode; itself where its top holds no word of an old font."""
    top = _texts(cell for row in sheet.rows[:SEARCHED_ROWS] for cell in row)
    if not suspect("\n".join(top)):
        return sheet
    fonts = [font for text in top if (font := font_in(senses_in(text)))]
    if not fonts:
        return sheet
    columns = [_said_by(sheet.rows.whole_column(column)) for column in range(sheet.rows.widest)]
    whole = max(fonts, key=fonts.count)
    only = fonts.count(whole) >= _NEARLY_ALL * len(fonts) and not any(said.some_unicode for said in columns)
    around = _Around(columns, whole, only)
    return replace(sheet, rows=sheet.rows.changed(around.in_unicode))


def _texts(cells: Iterable[Cell]) -> list[str]:
    return [cell for cell in cells if isinstance(cell, str) and not cell.isascii()]


@dataclass(frozen=True, slots=True)
class _Said:
    """What a column or a row says: its one old font, or only Unicode, or both, or (all empty) nothing.

    `doubtful` says that so much is of an old font that what may be either cannot be taken for Unicode,
    `some_unicode` that some of it is in Unicode for sure.
    """

    font: Font | None
    unicode: bool
    both: bool
    doubtful: bool
    some_unicode: bool


def _said_by(cells: Iterable[Cell]) -> _Said:
    """Headings aside: their font is not that of what stands below."""
    senses = [senses_in(text) for text in _texts(cells) if not is_heading(text)]
    font, doubtful = of_column(senses)
    unicode = any(Sense.UNICODE in said for said in senses)
    old = any(map(font_in, senses))
    return _Said(font, unicode and not old, old and font is None, doubtful, unicode)


@dataclass(frozen=True, slots=True)
class _Around:
    """What a sheet says of the fonts of its cells; `only` where no cell says that it is in Unicode."""

    columns: list[_Said]
    whole: Font
    only: bool

    def in_unicode(self, row: list[Cell]) -> list[Cell]:
        if not _texts(row):
            return row
        # Where each column has one font the row has none of its own.
        said = _said_by(cell for cell, column in zip(row, self.columns, strict=False) if column.both)
        return [
            self._cell(cell, column, said) if isinstance(cell, str) and not cell.isascii() else cell
            for cell, column in zip(row, self.columns, strict=False)
        ]

    def _cell(self, text: str, column: _Said, row: _Said) -> str:
        if self.only and not is_heading(text) and may_be(text, self.whole):
            return decoded(text, self.whole)
        said = senses_in(text)
        if not is_open(said):
            new, mixed = mended(text)
            return new + DOUBTFUL if mixed and not OLD.isdisjoint(said) else new
        fonts = {font for font in (column.font, row.font) if font}
        unicode = column.unicode or row.unicode
        if (unicode and fonts) or len(fonts) > 1 or (column.both and not unicode and not fonts):
            return text + DOUBTFUL if fonts or column.doubtful else text
        if unicode:
            return text
        new = mended(text, fonts.pop() if fonts else self.whole)[0]
        return new + DOUBTFUL if column.font and column.doubtful else new


def bytes_of_old_font(data: bytes) -> str | None:
    """A text file in an old font as Latin letters, to be mended like a sheet; None where it is none."""
    text = data.decode("latin-1")
    sample = text[:_SAMPLE]
    as_windows = data[:_SAMPLE].decode("cp1258", errors="replace")
    old = max(_syllables(mended(sample, font)[0]) for font in Font)
    return text if old > _syllables(as_windows) else None


def _syllables(text: str) -> int:
    words = text.split()
    return sum(1 for word in words if not word.isascii() and likeness(word) == SYLLABLE)
