"""Single rows of lists, read again from the files in which they are kept."""

from pathlib import Path

import pyarrow as pa

from baophu.engine.session import Session


def add_kept_rows(
    session: Session, into: str, columns: pa.Schema, path: Path, given: dict[str, str], where: str = "TRUE"
) -> None:
    """Add rows of a list to `into`: of the `columns` those that the list has, and what is `given` besides."""
    session.load("loaded", [path], where=where)
    present = set(session.ask("SELECT * FROM loaded LIMIT 0").column_names)
    wanted = ", ".join(name for name in columns.names if name in present)
    session.add("this_list", pa.table({name: [value] for name, value in given.items()}))
    session.run(f"INSERT INTO {into} BY NAME SELECT {', '.join(given)}, {wanted} FROM loaded, this_list")
