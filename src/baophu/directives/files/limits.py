"""How long a directive may be."""

from pathlib import Path

from baophu.base.numbers import format_count
from baophu.directives.files.refusals import TooManyPages, TooMuchText

MAX_BYTES = 50 << 20
MAX_UNPACKED = 200 << 20
MAX_PAGES = 150
MAX_CHARACTERS = 500_000


def refuse_pages(path: Path, pages: int) -> None:
    """Raises TooManyPages."""
    if pages > MAX_PAGES:
        raise TooManyPages(file=path.name, pages=format_count(pages), limit=format_count(MAX_PAGES))


def refuse_text(path: Path, characters: int) -> None:
    """Raises TooMuchText."""
    if characters > MAX_CHARACTERS:
        raise TooMuchText(
            file=path.name, characters=format_count(characters), limit=format_count(MAX_CHARACTERS)
        )
