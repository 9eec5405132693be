"""Two lists of a kind that speaks for an extent are compared: who left is told, and nothing else."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest
from tests.makers.sheets import KON_RAY
from tests.spec.lists.test_templates import fill

from baophu.lists.comparing import Side, compare
from baophu.lists.keeping import extents
from baophu.lists.kinds import KINDS
from baophu.lists.kinds.declare import Kind
from baophu.lists.reading import read_file
from baophu.lists.template import write_template

# Each way of telling rows apart once: people, members, lines of a form, employers, schools, places.
NAMES = ("area_residents", "payrolls", "committee", "contributions", "enterprises", "school_summary",
         "population_counts")  # fmt: skip


@pytest.mark.parametrize("kind", [KINDS[name] for name in NAMES], ids=NAMES)
def test_who_is_named_no_more_has_left(tmp_path: Path, kind: Kind) -> None:
    path = tmp_path / "mau.xlsx"
    write_template(path, kind)
    fill(path, kind)
    (table,) = read_file(path, places=KON_RAY)
    sides = []
    for name, rows in (("before", table.clean), ("now", table.clean.slice(0, 2))):
        pq.write_table(rows, tmp_path / f"{name}.parquet")
        spoken = tuple(extents(table, {"62"}))
        sides.append(Side(name, tmp_path / f"{name}.parquet", spoken, frozenset(table.columns)))

    found = compare(kind, sides[1], [sides[0]], home_provinces={"62"})

    assert (found.before, found.now, found.joined, found.left, found.changed) == (3, 2, 0, 1, 0)
