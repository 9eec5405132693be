"""Workbooks with people made aside for whoever asked: `prepared/<number of the job>/`, gone after a day."""

import hashlib
import json
import shutil
import time
from collections.abc import Callable, Iterable
from dataclasses import astuple
from pathlib import Path
from typing import Any

from baophu.base.scope import Scope
from baophu.store.opening import opened_home

FOR_ITS_OWNER = 0o700
HOURS_KEPT = 24
_FILE, _PEOPLE, _ARRIVING = "people.xlsx", "people.json", ".arriving"
_AN_HOUR = 3600


def prepare(number: int, people: Iterable[int], scope: Scope, write: Callable[[Path], Any]) -> None:
    """Keep what `write` writes for a job, with the numbers of the people it shows and the scope it is for."""
    folder, aside = _folder(number), _folder(number).with_name(f"{_ARRIVING}-{number}")
    aside.parent.mkdir(mode=FOR_ITS_OWNER, exist_ok=True)
    for old in (folder, aside):
        shutil.rmtree(old, ignore_errors=True)
    aside.mkdir(mode=FOR_ITS_OWNER)
    try:
        write(aside / _FILE)
        told = {"scope": _mark(scope), "people": sorted(people)}
        (aside / _PEOPLE).write_text(json.dumps(told), encoding="ascii")
        aside.replace(folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def is_prepared(number: int) -> bool:
    """Whether the file of a job is there."""
    return (_folder(number) / _FILE).is_file() and not _is_old(_folder(number))


def prepared(number: int, scope: Scope) -> tuple[Path, list[int]] | None:
    """The file of a job and whom it shows; None once it is gone, or was made for another scope."""
    if not is_prepared(number):
        return None
    told = json.loads((_folder(number) / _PEOPLE).read_text(encoding="ascii"))
    return (_folder(number) / _FILE, told["people"]) if told["scope"] == _mark(scope) else None


def remove_prepared() -> None:
    """Remove what was made a day ago or longer."""
    for folder in opened_home().prepared.glob("*"):
        if _is_old(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _folder(number: int) -> Path:
    return opened_home().prepared / str(number)


def _is_old(folder: Path) -> bool:
    """Whether it was made a day ago or longer; what another worker has just removed was."""
    try:
        return folder.stat().st_mtime < time.time() - HOURS_KEPT * _AN_HOUR
    except FileNotFoundError:
        return True


def _mark(scope: Scope) -> str:
    """Stands for a scope: the same for the same, whatever the order of its sets."""
    limits = [None if part is None else sorted(map(str, part)) for part in astuple(scope)]
    return hashlib.sha256(json.dumps(limits).encode()).hexdigest()
