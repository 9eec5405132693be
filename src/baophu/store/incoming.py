"""The bytes of files that were handed in, until they are kept or dropped: `incoming/<number>/<name>`."""

import shutil
import time
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from baophu.base.text import tidy
from baophu.store.models import Upload
from baophu.store.opening import opened_home

FOR_ITS_OWNER = 0o700
# A file's name may have 255 bytes, and others are made of it.
MOST_BYTES_OF_NAME = 180
_ARRIVING = ".arriving-"
# What Django calls a file while it is being received.
_UPLOADED = "*.upload*"
_A_DAY = 86_400
_NOT_IN_NAMES = dict.fromkeys([*range(32), 127, *map(ord, '/\\:*?"<>|')], "_")
_NAMELESS = "tep"


@contextmanager
def arriving(name: str, pieces: Iterable[bytes]) -> Iterator[Path]:
    """Write a file aside for the length of a block; it goes unless the block has settled it."""
    folder = receiving_folder() / f"{_ARRIVING}{uuid.uuid4().hex}"
    folder.mkdir(mode=FOR_ITS_OWNER)
    try:
        with (folder / name).open("wb") as file:
            for piece in pieces:
                file.write(piece)
        yield folder / name
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def settle(path: Path, upload: Upload) -> None:
    """Give an arrived file its place."""
    remove(upload)
    path.parent.replace(_folder(upload))


def path_of(upload: Upload) -> Path:
    return _folder(upload) / upload.name


def preview_of(upload: Upload, reading: int) -> Path:
    """The rows that are shown of it, as the job with the number `reading` read them."""
    return _folder(upload) / f".rows-{reading}.json"


def remove(upload: Upload) -> None:
    shutil.rmtree(_folder(upload), ignore_errors=True)


def remove_unfinished() -> None:
    """Remove what was left of files that never arrived whole."""
    folder = opened_home().incoming
    for left in (*folder.glob(f"{_ARRIVING}*"), *folder.glob(_UPLOADED)):
        if left.stat().st_mtime >= time.time() - _A_DAY:
            continue
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def receiving_folder() -> Path:
    """The folder, made where it is not there yet, in which files are received."""
    folder = opened_home().incoming
    folder.mkdir(mode=FOR_ITS_OWNER, exist_ok=True)
    return folder


def safe_name(given: str) -> str:
    """A name as the sender gave it, as far as a file may be called so; never a path, never hidden."""
    last = tidy(given).replace("\\", "/").rpartition("/")[2]
    path = Path(last.translate(_NOT_IN_NAMES).lstrip(". ") or _NAMELESS)
    suffix = path.suffix if len(path.suffix.encode()) < MOST_BYTES_OF_NAME // 4 else ""
    stem = path.name.removesuffix(suffix).encode()[: MOST_BYTES_OF_NAME - len(suffix.encode())]
    return (stem.decode(errors="ignore").rstrip(" .") or _NAMELESS) + suffix


def _folder(upload: Upload) -> Path:
    return opened_home().incoming / str(upload.pk)
