"""A directive's text and what is read in it, taken from the bytes again whenever they are asked for.

What was taken is put aside under `prepared/`, by the bytes and by the reader that read them, until a day
after it was last looked at.
"""

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from baophu import directives
from baophu.base.files import readable
from baophu.directives.files.opening import open_text
from baophu.directives.files.refusals import NotADirective
from baophu.directives.files.text import Paragraph
from baophu.directives.reading import read_directive
from baophu.directives.told import as_json
from baophu.store.models import Directive, ReceivedFile
from baophu.store.opening import opened_home

FOR_ITS_OWNER = 0o700
_TEXT, _READING = "paragraphs.json", "reading.json"
_MARK = 16


def paragraphs_of(directive: Directive) -> list[Paragraph]:
    """The text of a directive; empty where no document is kept, or its bytes are gone or read no more."""
    file = directive.file
    if file is None:
        return []
    told = _aside(file.sha256, _TEXT, lambda: _taken(file))
    return [Paragraph(number, text, page, tuple(cells)) for number, text, page, cells in told]


def reading_of(path: Path, sha256: str) -> dict[str, Any]:
    """What `baophu directive FILE --format json` reads in a file whose bytes have this hash.

    Raises NotADirective, NoSuchFile.
    """
    told: dict[str, Any] = _aside(sha256, _READING, lambda: plain(as_json(read_directive(readable(path)))))
    return told


def is_read(sha256: str) -> bool:
    """Whether a file was read lately, so that its reading is there at once."""
    return (_folder(sha256) / _READING).is_file()


def plain(read: Mapping[str, Any]) -> dict[str, Any]:
    """What was read as JSON holds it, days as text."""
    told: dict[str, Any] = json.loads(json.dumps(read, default=str))
    return told


def kept_path(file: ReceivedFile) -> Path:
    """Where the bytes of a received file lie."""
    return opened_home().received / file.sha256 / file.name


def _taken(file: ReceivedFile) -> list[list[object]]:
    try:
        text = open_text(kept_path(file))
    except (NotADirective, FileNotFoundError):
        return []
    return [[one.number, one.text, one.page, list(one.cells)] for one in text.paragraphs]


def _aside(sha256: str, name: str, make: Callable[[], Any]) -> Any:
    """What was put aside of some bytes under a name, else what is made of them now."""
    folder = _folder(sha256)
    try:
        told = json.loads((folder / name).read_text(encoding="utf-8"))
        os.utime(folder)
    except FileNotFoundError:
        told = make()
        _put_aside(folder / name, told)
    return told


def _folder(sha256: str) -> Path:
    return opened_home().prepared / f"text-{sha256[:_MARK]}-{_reader()[:_MARK]}"


def _put_aside(path: Path, told: Any) -> None:
    """Where that is not possible, what was read is shown all the same."""
    arriving = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(mode=FOR_ITS_OWNER, parents=True, exist_ok=True)
        arriving.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        arriving.replace(path)
    except OSError:
        arriving.unlink(missing_ok=True)


@cache
def _reader() -> str:
    """A mark of the code and the words that read directives; another one may read another text."""
    room = Path(directives.__file__).parent
    files = sorted((*room.glob("*.py"), *room.glob("words/*.yaml")))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
