"""Tables of a build that are about nobody: read whole, without a Scope."""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

ABOUT_NOBODY = ("arrears", "estimates", "lists", "quality")


def about_nobody(folder: Path, name: str, columns: Sequence[str] | None = None) -> pa.Table:
    """The table `name` of a build's folder, one of `ABOUT_NOBODY`."""
    if name not in ABOUT_NOBODY:
        raise ValueError(f"{name} opens with a Scope only")
    return pq.ParquetFile(folder / f"{name}.parquet").read(columns=columns and list(columns))
