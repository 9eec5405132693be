"""The same known world a month later: a new version of the insurer's list in which little has changed."""

import shutil
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from baophu.engine.session import Session
from baophu_examples.known.lists import schema_of

STEPS = Path(__file__).parent / "steps"
ON = date(2026, 10, 31)


def write_later(world: Path, folder: Path, share: float = 0.01) -> int:
    """Write the world that `write` left in `world` once more; `share` of the insurer's rows differ.

    Of these a third is gone, a third has the name and the national ID of the police, a third is new: people
    without a card who have one now. Rows are numbered anew; the other lists stay as they are. Returns how
    many rows the insurer has.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for path in [*world.glob("residents-*.parquet"), *world.glob("students-*.parquet")]:
        shutil.copyfile(path, folder / path.name)
    with Session() as session:
        session.load("truth_rows", [world / "truth-rows.parquet"])
        session.load("truth_people", [world / "truth-people.parquet"], "* EXCLUDE (filename)")
        for kind in ("residents", "participants"):
            _load(session, world, kind)
        session.add("change", pa.table({"share": [share], "day": pa.array([ON], pa.date32())}))
        session.step(STEPS, "later_rows")
        session.step(STEPS, "later_people")
        session.write("later_people", folder / "truth-people.parquet", "person")
        others = session.ask("SELECT kind, list, row, person FROM truth_rows WHERE kind <> 'participants'")
        rows = [_write_list(session, folder, path.stem) for path in sorted(world.glob("participants-*"))]
    pq.write_table(pa.concat_tables([others, *rows]), folder / "truth-rows.parquet", compression="zstd")
    return sum(table.num_rows for table in rows)


def _load(session: Session, world: Path, kind: str) -> None:
    files = sorted(world.glob(f"{kind}-*.parquet"))
    session.load("loaded", files, "*, regexp_extract(filename, '([^/]+)[.]parquet$', 1) AS file")
    session.run(
        f"CREATE OR REPLACE TABLE {kind} AS SELECT l.* EXCLUDE (filename), t.person FROM loaded l "
        "JOIN truth_rows t ON t.list = l.file AND t.row = l.row"
    )


def _write_list(session: Session, folder: Path, name: str) -> pa.Table:
    """Write one of the insurer's lists; whose its rows are."""
    rows = session.ask(f"SELECT * FROM later_rows WHERE file = '{name}' ORDER BY row")
    numbers = pa.array(range(1, rows.num_rows + 1), pa.int32())
    schema = schema_of("participants")
    columns = [numbers if f.name == "row" else rows[f.name].cast(f.type) for f in schema]
    pq.write_table(
        pa.Table.from_arrays(columns, schema=schema), folder / f"{name}.parquet", compression="zstd"
    )
    constant = {
        key: pa.repeat(pa.scalar(value), rows.num_rows)
        for key, value in (("kind", "participants"), ("list", name))
    }
    return pa.table(constant | {"row": numbers, "person": rows["person"]})
