"""What a person who knows everybody would answer in the review of doubtful pairs."""

from pathlib import Path

import pyarrow as pa

from baophu.engine.session import Session


def answers(world: Path, pairs: pa.Table) -> list[bool]:
    """For each of `pairs` (list, row, other_list, other_row), in order, whether both rows are one person.

    `world` is the folder that `write` left. Raises ValueError where a row is not of it.
    """
    with Session() as session:
        session.load("truth_rows", [world / "truth-rows.parquet"])
        session.add("pairs", pairs.append_column("place", pa.array(range(pairs.num_rows), pa.int64())))
        told = session.ask(
            "SELECT a.person = b.person AS same FROM pairs p "
            "JOIN truth_rows a ON a.list = p.list AND a.row = p.row "
            "JOIN truth_rows b ON b.list = p.other_list AND b.row = p.other_row ORDER BY p.place"
        )
    if told.num_rows != pairs.num_rows:
        raise ValueError(f"{pairs.num_rows - told.num_rows} pairs with rows of another world")
    same: list[bool] = told["same"].to_pylist()
    return same
