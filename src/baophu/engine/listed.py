"""The rows of a kept list, whatever became of them, a page at a time: read here only, and through the gate.

Beside the accepted rows lie the others, in `<rows>.others.parquet`: `row`, `state` (rejected or structure),
`text`, `doubts` (why it was rejected), then the columns as printed.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from baophu.base.scope import Purpose, Scope
from baophu.engine.people import HIDDEN, NotAllowed

ACCEPTED, DOUBTFUL, REJECTED, STRUCTURE = "accepted", "doubtful", "rejected", "structure"
_MARKS = ("row", "doubts")
_ABOUT = pa.schema([("row", pa.int64()), ("state", pa.string()), ("doubts", pa.string())])

type Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rows of a list: in a state ("" for any), with a doubt or reason (`column:code`), from where."""

    state: str = ""
    reason: str = ""
    first: int = 0
    most: int = 50


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list, each with its `state`; `total` rows were asked for.

    `reasons` says of each doubt or reason for rejection (`column:code`) how many rows of that state have it.
    """

    rows: list[Row]
    total: int
    reasons: dict[str, int]


def others_beside(rows: Path) -> Path:
    """Where the rows lie that were not accepted."""
    return rows.with_suffix(".others.parquet")


def rejected_numbers(rows: Path) -> set[int]:
    """The numbers of the rejected rows of a list; nothing where they were not kept."""
    others = others_beside(rows)
    if not others.is_file():
        return set()
    found = pq.read_table(others, columns=["row", "state"])
    return set(found.filter(pc.field("state") == REJECTED).column("row").to_pylist())


def page_of_list(rows: Path, asked: Asked, scope: Scope, purpose: Purpose, *, whole: bool) -> Page:
    """A page of a list in the order of its file: rows inside the scope, columns of the purpose.

    A row that was not accepted lies nowhere: it is shown only where `whole`, to whom sees all that the list
    speaks for. Of a scope limited to hamlets or people handed out no row lies inside. Raises NotAllowed.
    """
    if not scope.allows(purpose):
        raise NotAllowed(purpose=purpose.value)
    others = others_beside(rows)
    paths = {False: rows} | ({True: others} if whole and others.is_file() else {})
    about = pa.concat_tables([_accepted(rows, scope), *(_others(path) for path in [*paths.values()][1:])])
    if asked.state:
        about = about.filter(pc.field("state") == asked.state)
    reasons = _reasons(about)
    if asked.reason:
        padded = pc.binary_join_element_wise(";", about.column("doubts"), ";", "")
        about = about.filter(pc.match_substring(padded, f";{asked.reason};"))
    shown = about.sort_by("row").slice(asked.first, asked.most).select(["row", "state"]).to_pylist()
    states = {row["row"]: row["state"] for row in shown}
    found = [row for other, path in paths.items() for row in _read(path, states, purpose, other)]
    return Page(sorted(found, key=lambda row: int(row["row"])), about.num_rows, reasons)


def _accepted(rows: Path, scope: Scope) -> pa.Table:
    """The accepted rows inside the scope: their number, state and doubts."""
    known = pq.read_schema(rows).names
    found = pq.read_table(rows, columns=[*_MARKS, *(["unit"] if "unit" in known else [])])
    if scope.hamlets is not None or scope.assigned_to is not None:
        found = found.slice(0, 0)
    elif scope.units is not None:
        units = pa.array(sorted(scope.units), pa.string())
        inside = pc.is_in(found.column("unit"), value_set=units) if "unit" in known else None
        found = found.filter(inside) if inside is not None else found.slice(0, 0)
    state = pc.if_else(pc.equal(found.column("doubts"), ""), ACCEPTED, DOUBTFUL)
    return pa.table([found.column("row"), state, found.column("doubts")], names=_ABOUT.names).cast(_ABOUT)


def _others(path: Path) -> pa.Table:
    return pq.read_table(path, columns=_ABOUT.names).select(_ABOUT.names).cast(_ABOUT)


def _reasons(about: pa.Table) -> dict[str, int]:
    """`column:code` → rows, the most frequent first."""
    coded = pc.list_flatten(pc.split_pattern(about.column("doubts"), ";"))
    counts = {one["values"]: one["counts"] for one in pc.value_counts(coded).to_pylist() if one["values"]}
    return dict(sorted(counts.items(), key=lambda one: -one[1]))


def _read(path: Path, states: dict[int, str], purpose: Purpose, other: bool) -> list[Row]:
    """The rows with these numbers, whole."""
    wanted = [row for row, state in states.items() if (state in (REJECTED, STRUCTURE)) == other]
    if not wanted:
        return []
    found = pq.read_table(path, filters=[("row", "in", wanted)]).to_pylist()
    hidden = HIDDEN[purpose]
    return [
        {name: value for name, value in row.items() if name not in hidden} | {"state": states[row["row"]]}
        for row in found
    ]
