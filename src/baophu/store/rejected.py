"""The workbook of the rows of a file that were rejected, to be sent back and received again when mended."""

from collections.abc import Sequence
from pathlib import Path

from baophu.lists.keeping import file_hash, list_id
from baophu.lists.kinds.visits import VISITS
from baophu.lists.reading import FoundTable
from baophu.lists.rejects import write_rejects
from baophu.lists.told import mark_of
from baophu.store.models import ReceivedList
from baophu.store.opening import opened_home

_HASH_IN_NAME = 8


def write_rejected(path: Path, tables: Sequence[FoundTable]) -> Path | None:
    """Write the workbook of a file's rejected rows; None where none was rejected."""
    if not any(table.rejects for table in tables):
        return None
    sha256 = file_hash(path)
    workbook = rejected_path(path.name, sha256)
    write_rejects(workbook, tables, marks=_marks(sha256, tables), source=path)
    return workbook


def _marks(sha256: str, tables: Sequence[FoundTable]) -> list[str | None]:
    """What names the list whose rows they are: that which is mended, else their own where it is kept.

    Filled worklists bear none: each of their rows stands for itself.
    """
    keys = [list_id(sha256, table) for table in tables]
    kept = ReceivedList.standing.filter(key__in=keys).exclude(kind=VISITS.name).select_related("mends__file")
    named = {one.key: one.mends or one for one in kept}
    return [mark_of(named[key].pk, named[key].file.sha256) if key in named else None for key in keys]


def rejected_path(name: str, sha256: str) -> Path:
    """Where the workbook of the file of that name and hash lies."""
    return opened_home().reports / f"{Path(name).stem}.{sha256[:_HASH_IN_NAME]}.tra-lai.xlsx"
