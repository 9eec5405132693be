"""The paragraphs of a directive's document, taken from its kept bytes again whenever they are asked for.

What was taken is put aside under `prepared/`, by the bytes and by the reader that read them, until a day
after it was last looked at.
"""

import hashlib
import json
import os
import shutil
from functools import cache
from pathlib import Path

from baophu import directives
from baophu.base.files import NoSuchFile
from baophu.directives.opening import open_text
from baophu.directives.refusals import NotADirective
from baophu.directives.text import Paragraph
from baophu.store.models import Directive, ReceivedFile
from baophu.store.opening import opened_home

FOR_ITS_OWNER = 0o700
_FILE = "paragraphs.json"
_MARK = 16


def paragraphs_of(directive: Directive) -> list[Paragraph]:
    """The text of a directive; empty where no document is kept, or its bytes are gone or read no more."""
    if directive.file is None:
        return []
    folder = opened_home().prepared / f"text-{directive.file.sha256[:_MARK]}-{_reader()[:_MARK]}"
    try:
        told = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        os.utime(folder)
    except FileNotFoundError:
        told = _taken(directive.file)
        _put_aside(folder, told)
    return [Paragraph(number, text, page, tuple(cells)) for number, text, page, cells in told]


def kept_path(file: ReceivedFile) -> Path:
    """Where the bytes of a received file lie."""
    return opened_home().received / file.sha256 / file.name


def _taken(file: ReceivedFile) -> list[list[object]]:
    try:
        text = open_text(kept_path(file))
    except (NotADirective, NoSuchFile, FileNotFoundError):
        return []
    return [[one.number, one.text, one.page, list(one.cells)] for one in text.paragraphs]


def _put_aside(folder: Path, told: list[list[object]]) -> None:
    aside = folder.with_name(f".arriving-{folder.name}-{os.getpid()}")
    aside.mkdir(mode=FOR_ITS_OWNER, parents=True, exist_ok=True)
    try:
        (aside / _FILE).write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        aside.replace(folder)
    except OSError:
        # Another process was faster, or the disk is full: the text is shown all the same.
        shutil.rmtree(aside, ignore_errors=True)


@cache
def _reader() -> str:
    """A mark of the code and the words that read directives; another one may read another text."""
    room = Path(directives.__file__).parent
    files = sorted((*room.glob("*.py"), *room.glob("words/*.yaml")))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
