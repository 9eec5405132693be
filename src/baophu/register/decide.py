"""Which rows people decided to be one person, or two: their decisions brought to the rows of a build."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa

from baophu.engine.session import Session
from baophu.engine.tables import table_of
from baophu.register.decided import Decided
from baophu.register.kept_rows import add_kept_rows
from baophu.register.prints import IDENTIFYING
from baophu.register.rows import DECIDED, STEPS

DECISION_ROWS = pa.schema(
    [
        ("decision", pa.int32()),
        ("side", pa.int32()),
        ("list", pa.string()),
        ("row", pa.int32()),
        ("print", pa.string()),
        ("effect", pa.string()),
    ]
)
CELLS = pa.schema(
    [
        ("list", pa.string()),
        ("kind", pa.string()),
        ("row", pa.int32()),
        *((name, pa.date32() if name == "birth_date" else pa.string()) for name in IDENTIFYING),
    ]
)
# What is made of decisions, as it is where there are none.
MADE = {
    "decided_rows": pa.schema(
        [("decision", pa.int32()), ("side", pa.int32()), ("rid", pa.int64()), ("direct", pa.bool_())]
    ),
    "decided_pairs": pa.schema(
        [("rid", pa.int64()), ("other_rid", pa.int64()), ("effect", pa.string()), ("decision", pa.int32())]
    ),
    "decided": DECIDED,
}
STEPS_IN_ORDER = (
    "decided_here", "decided_printed", "decided_values", "decided_rows", "decided_pairs", "decided",
)  # fmt: skip

# The kind of a list, and where its rows are.
type Kept = tuple[str, Path]


def decide(session: Session, decisions: Sequence[Decided], former: Mapping[str, Kept]) -> None:
    """From `lists`, `rows` and the decisions, the later ones last, make `decided` (rid, other_rid, same).

    A decision holds for its own two rows, and for rows equal to them in other lists of the kind; `former` are
    the lists that were withdrawn, by id, whose rows still say what was decided on. Makes `decision_rows`,
    `decided_rows` and `decided_pairs` besides, from which is told what holds nowhere and what is proposed.
    """
    session.add("decision_rows", _decision_rows(decisions))
    if not decisions:
        for name, schema in MADE.items():
            session.add(name, schema.empty_table())
        return
    session.view(STEPS, "identified", into="identified")
    _add_cells(session, decisions, former)
    for step in STEPS_IN_ORDER:
        session.step(STEPS, step)


def _decision_rows(decisions: Sequence[Decided]) -> pa.Table:
    rows = []
    for number, one in enumerate(decisions, 1):
        first, second = one.prints
        pair, effect = one.pair, one.effect.value
        rows.append((number, 1, pair.list, pair.row, first, effect))
        rows.append((number, 2, pair.other_list, pair.other_row, second, effect))
    return table_of(DECISION_ROWS, rows)


def _add_cells(session: Session, decisions: Sequence[Decided], former: Mapping[str, Kept]) -> None:
    """Make `decided_cells`: what identifies the rows of the decisions, read from the lists that hold them."""
    session.add("decided_cells", CELLS.empty_table())
    standing = session.ask("SELECT list, kind, path FROM lists").to_pylist()
    kept = {**former, **{one["list"]: (one["kind"], Path(one["path"])) for one in standing}}
    named: dict[str, set[int]] = {}
    for one in decisions:
        named.setdefault(one.pair.list, set()).add(one.pair.row)
        named.setdefault(one.pair.other_list, set()).add(one.pair.other_row)
    for list_id in sorted(named.keys() & kept.keys()):
        kind, path = kept[list_id]
        where = f"row IN ({', '.join(map(str, sorted(named[list_id])))})"
        add_kept_rows(session, "decided_cells", CELLS, path, {"list": list_id, "kind": kind}, where)
