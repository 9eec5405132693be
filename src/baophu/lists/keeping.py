"""Received bytes and the rows read from them, kept in the home under the hash of the bytes."""

import hashlib
import os
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from baophu.base.errors import UserError
from baophu.base.home import Home
from baophu.base.text import fold
from baophu.base.words import N_
from baophu.lists.kinds import kind_named
from baophu.lists.kinds.declare import Extent
from baophu.lists.reading import READER_VERSION, FoundTable

_HASH_IN_ID = 16
ELSEWHERE = "elsewhere"


class NoCommune(UserError):
    message = N_("{list}: which commune it is of is said nowhere.")
    advice = N_("Write it in the title, the sheet’s or the file’s name, or add a column “Xã”.")
    exit_code = 15


@dataclass(frozen=True, slots=True)
class KeptTable:
    """A table kept: its list id, the hash of its file, its Parquet rows, and what it speaks for."""

    list_id: str
    sha256: str
    rows_path: Path
    extents: tuple[str, ...]
    table: FoundTable


def keep(
    home: Home, path: Path, tables: list[FoundTable], *, home_provinces: Callable[[date], Collection[str]]
) -> list[KeptTable]:
    """Keep the file's bytes and each table's rows; both are written aside and renamed.

    Keeping the same file again changes nothing. `home_provinces` gives the codes on
    cards issued at home, as of a day. Raises NoCommune, before anything is written.
    """
    sha256 = file_hash(path)
    spoken_for = [tuple(sorted(extents(table, home_provinces(table.date)))) for table in tables]
    received = home.received / sha256 / path.name
    if not received.exists():
        with _aside(received) as aside:
            shutil.copyfile(path, aside)
    return [
        KeptTable(
            list_id=list_id(sha256, table),
            sha256=sha256,
            rows_path=_keep_rows(home, sha256, number, table),
            extents=spoken,
            table=table,
        )
        for number, (table, spoken) in enumerate(zip(tables, spoken_for, strict=True), start=1)
    ]


def file_hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def list_id(sha256: str, table: FoundTable) -> str:
    """`<16 hex digits>/<sheet>`, with `~2` for the second table of a sheet."""
    part = f"~{table.part}" if table.part > 1 else ""
    return f"{sha256[:_HASH_IN_ID]}/{table.sheet}{part}"


def _keep_rows(home: Home, sha256: str, number: int, table: FoundTable) -> Path:
    rows = home.rows / sha256 / READER_VERSION / f"{number}.parquet"
    with _aside(rows) as aside:
        table.kept.write(aside)
    return rows


@contextmanager
def _aside(target: Path) -> Iterator[Path]:
    """A path beside the target that takes its place when all is written, and goes when it is not."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    os.close(handle)
    aside = Path(name)
    try:
        yield aside
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)


def extents(table: FoundTable, home_provinces: Collection[str]) -> set[str]:
    """What a snapshot speaks for; nothing for changes and events.

    Communes by unit key, `<unit>|<hamlet>` where the list names one hamlet of the commune; `<scheme>|<unit>`
    or `<scheme>|elsewhere` for cards of another province; schools by folded name; employers by tax code, else
    by folded name; where a list speaks for everything `all`. Raises NoCommune.
    """
    match kind_named(table.kind).extent:
        case Extent.COMMUNE:
            return _communes(table) or _refuse_unplaced(table)
        case Extent.SCHEME:
            return _schemes(table, home_provinces)
        case Extent.SCHOOL:
            return {fold(school) for (school,) in _distinct(table, "school") if school}
        case Extent.EMPLOYER:
            found = _distinct(table, "tax_code", "employer")
            return {code or fold(name) for code, name in found if code or name}
        case Extent.ALL:
            return {"all"}
        case None:
            return set()


def _refuse_unplaced(table: FoundTable) -> set[str]:
    """A list that speaks for communes and names none could be counted nowhere."""
    if table.accepted:
        raise NoCommune(list=table.sheet or table.file)
    return set()


def _distinct(table: FoundTable, *columns: str) -> set[tuple[str | None, ...]]:
    found = table.kept.table(columns).group_by(list(columns)).aggregate([]).to_pylist()
    return {tuple(row[column] for column in columns) for row in found}


def _communes(table: FoundTable) -> set[str]:
    hamlets: defaultdict[str, set[str | None]] = defaultdict(set)
    for unit, hamlet in _distinct(table, "unit", "hamlet_name"):
        if unit is not None:
            hamlets[unit].add(hamlet)
    return {_commune(unit, names) for unit, names in hamlets.items()}


def _commune(unit: str, hamlets: set[str | None]) -> str:
    only = next(iter(hamlets)) if len(hamlets) == 1 else None
    return f"{unit}|{only}" if only else unit


def _schemes(table: FoundTable, home_provinces: Collection[str]) -> set[str]:
    found = set()
    for scheme, unit, issued_in in _distinct(table, "scheme", "unit", "issued_in"):
        if issued_in is not None and issued_in not in home_provinces:
            found.add(f"{scheme}|{ELSEWHERE}")
        elif unit is not None:
            found.add(f"{scheme}|{unit}")
    return found
