"""A few rows about people put aside as JSON, for pages: read here only, and handed out through the gate.

Beside the rows stands what may be told of them to anyone: counts, and no value of a row.
"""

import json
import os
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from baophu.base.scope import Purpose, Scope
from baophu.engine.people import HIDDEN, NotAllowed

type Row = dict[str, Any]


def put_aside(path: Path, counts: Mapping[str, Any], rows: Iterable[Row]) -> None:
    """Write rows (each with the key `unit` of where its person lives) for their owner's eyes; days as ISO."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(f".{os.getpid()}")
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump({"counts": counts, "rows": list(rows)}, file, ensure_ascii=False, default=date.isoformat)
    aside.replace(path)


def counts_aside(path: Path) -> Row | None:
    """What stands beside the rows; None where nothing was put aside."""
    return _read(path)["counts"] if path.is_file() else None


def rows_aside(path: Path, scope: Scope, purpose: Purpose) -> list[Row]:
    """The rows inside the scope, with the columns of the purpose.

    A row lies inside where its unit is one of the scope's; of a scope limited to hamlets or to people handed
    out, none does. Raises NotAllowed.
    """
    if not scope.allows(purpose):
        raise NotAllowed(purpose=purpose.value)
    hidden = HIDDEN[purpose]
    return [
        {name: value for name, value in row.items() if name not in hidden}
        for row in _read(path)["rows"]
        if _inside(scope, row)
    ]


def _inside(scope: Scope, row: Row) -> bool:
    limited = scope.hamlets is not None or scope.assigned_to is not None
    return not limited and (scope.units is None or row["unit"] in scope.units)


def _read(path: Path) -> Row:
    found: Row = json.loads(path.read_text(encoding="utf-8"))
    return found
