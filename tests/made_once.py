"""What many tests copy is made once in a run of tests, by the first worker that asks for it."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def made_once(kept: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder `name` of this run, filled by `make`; workers that come later wait until it is full."""
    folder = _folder_of_the_run(kept) / name
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            partial = kept.mktemp(name)
            make(partial)
            partial.rename(folder)
    return folder


def _folder_of_the_run(kept: pytest.TempPathFactory) -> Path:
    """Each worker has a folder of its own inside it."""
    own = kept.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
