"""The workbook of the rows of a file that were rejected, to be sent back and received again when mended."""

from pathlib import Path

from baophu.lists.keeping import file_hash
from baophu.lists.reading import FoundTable
from baophu.lists.rejects import write_rejects
from baophu.store.opening import opened_home

_HASH_IN_NAME = 8


def write_rejected(path: Path, tables: list[FoundTable]) -> Path | None:
    """Write the workbook of a file's rejected rows; None where none was rejected."""
    if not any(table.rejects for table in tables):
        return None
    workbook = rejected_path(path.name, file_hash(path))
    write_rejects(workbook, tables)
    return workbook


def rejected_path(name: str, sha256: str) -> Path:
    """Where the workbook of the file of that name and hash lies."""
    return opened_home().reports / f"{Path(name).stem}.{sha256[:_HASH_IN_NAME]}.tra-lai.xlsx"
