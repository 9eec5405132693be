"""Keeps the Vietnamese catalogue: finds the message ids of the source, adds translations, compiles.

`python tools/words.py [WORDS.json …]` where a JSON file is `{message id: Vietnamese}`. What the source no
longer says is left out. Exit 1 where a message has no Vietnamese yet.
"""

import json
import sys
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import typer
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).parents[1] / "src" / "baophu"
CATALOGUE = SOURCE / "base" / "locale" / "vi" / "LC_MESSAGES" / "baophu.po"
MARKS = {"_": None, "N_": None, "lazy": None}
METHODS = [("**.py", "python"), ("**.html", "jinja2")]
OPTIONS = {"**.html": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}}


class PlainCatalog(Catalog):
    """A catalogue without dates and versions in its header: same words, same bytes."""

    mime_headers = (
        ("Language", "vi"),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Plural-Forms", "nplurals=1; plural=0;"),
    )


def message_ids(source: Path = SOURCE) -> set[str]:
    """Every message id that Python files and templates under `source` mark with `_`, `N_` or `lazy`."""
    found = extract_from_dir(
        source, METHODS, OPTIONS, keywords=MARKS, comment_tags=(), strip_comment_tags=False
    )
    return {message for _file, _line, message, _comments, _context in found if isinstance(message, str)}


def read_words(path: Path = CATALOGUE) -> dict[str, str]:
    """Message id → Vietnamese, of the catalogue as it stands."""
    if not path.exists():
        return {}
    with path.open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file, locale="vi") if message.id}


def compose(ids: Iterable[str], words: dict[str, str]) -> Catalog:
    catalogue = PlainCatalog(locale="vi", header_comment="# Bao Phủ: từ ngữ tiếng Việt.", fuzzy=False)
    for message in ids:
        catalogue.add(message, words.get(message, ""))
    return catalogue


def as_po(catalogue: Catalog) -> bytes:
    """The text form, sorted, one line a message, without places in the source: diffs stay small."""
    file = BytesIO()
    write_po(file, catalogue, width=0, no_location=True, sort_output=True)
    return file.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """The compiled form that gettext reads."""
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def main(paths: list[str]) -> int:
    ids = message_ids()
    words = read_words()
    for path in paths:
        words |= json.loads(Path(path).read_text(encoding="utf-8"))
    catalogue = compose(ids, words)
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_bytes(as_po(catalogue))
    CATALOGUE.with_suffix(".mo").write_bytes(as_mo(catalogue))
    missing = sorted(message for message in ids if not words.get(message))
    for message in missing:
        typer.echo(f"chưa dịch · no Vietnamese yet: {message!r}", err=True)
    typer.echo(f"{len(ids) - len(missing)} / {len(ids)} thông điệp đã dịch · messages translated", err=True)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
