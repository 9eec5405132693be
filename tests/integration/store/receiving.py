"""Receiving a file as the command line does it."""

from datetime import date
from pathlib import Path

from baophu.lists.reading import read_file
from baophu.store.actions.lists import Kept, keep_lists
from baophu.store.models import Account
from baophu.store.questions import home_places


def receive(
    by: Account, path: Path, *, kind: str | None = None, sender: str | None = None, on: date | None = None
) -> Kept:
    """Read a file and keep its lists."""
    tables = read_file(path, places=home_places(), kind=kind, sender=sender, on=on)
    return keep_lists(by=by, path=path, tables=tables)
