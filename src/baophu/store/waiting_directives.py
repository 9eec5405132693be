"""The bytes of directives that were handed in, until they are entered, refused or let go."""

import shutil
import time
from pathlib import Path

from baophu.store.opening import opened_home

DAYS_KEPT = 7
_A_DAY = 86_400
_FOLDER = "directive-"


def waiting_path(sha256: str, name: str) -> Path:
    return _folder(sha256) / name


def let_wait(path: Path, sha256: str) -> None:
    """Give an arrived file its place; the same bytes wait once."""
    if not waiting_path(sha256, path.name).is_file():
        let_go(sha256)
        path.parent.replace(_folder(sha256))


def let_go(sha256: str) -> None:
    shutil.rmtree(_folder(sha256), ignore_errors=True)


def let_go_old() -> None:
    """Remove what nobody decided about for a week."""
    for folder in opened_home().incoming.glob(f"{_FOLDER}*"):
        if folder.stat().st_mtime < time.time() - DAYS_KEPT * _A_DAY:
            shutil.rmtree(folder, ignore_errors=True)


def _folder(sha256: str) -> Path:
    return opened_home().incoming / f"{_FOLDER}{sha256}"
