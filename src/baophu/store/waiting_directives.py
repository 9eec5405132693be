"""The bytes of directives that were handed in, until they are entered, refused or let go.

Each file that came waits at a place of its own, also where the same bytes came twice.
"""

import shutil
import time
import uuid
from pathlib import Path

from baophu.store.opening import opened_home

DAYS_KEPT = 7
_A_DAY = 86_400
_FOLDER = "directive-"


def waiting_path(place: str, name: str) -> Path:
    return _folder(place) / name


def let_wait(path: Path) -> str:
    """Give an arrived file its place, and say which."""
    place = uuid.uuid4().hex
    path.parent.replace(_folder(place))
    return place


def let_go(place: str) -> None:
    shutil.rmtree(_folder(place), ignore_errors=True)


def let_go_old() -> None:
    """Remove what nobody decided about for a week."""
    for folder in opened_home().incoming.glob(f"{_FOLDER}*"):
        if folder.stat().st_mtime < time.time() - DAYS_KEPT * _A_DAY:
            shutil.rmtree(folder, ignore_errors=True)


def _folder(place: str) -> Path:
    return opened_home().incoming / f"{_FOLDER}{place}"
