"""Which places the rows of a list name, whatever the list speaks for."""

from collections.abc import Iterable

import pyarrow.compute as pc

from baophu.base.text import fold
from baophu.lists.reading import FoundTable


def places_named(table: FoundTable) -> dict[str, str]:
    """Unit keys, each with "", and folded names of schools, each as printed."""
    units = dict.fromkeys(_distinct(table, "unit"), "")
    return units | {fold(name): name for name in _distinct(table, "school")}


def _distinct(table: FoundTable, column: str) -> Iterable[str]:
    """The values of a column in their order, none where the kind has no such column."""
    if column not in table.kept.column_names:
        return ()
    return sorted(filter(None, pc.unique(table.kept.table([column]).column(0)).to_pylist()))
