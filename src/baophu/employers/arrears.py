"""Arrears as the social insurance office lists them: how much, how long, and how much the State caused."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from baophu.engine.nobody import about_nobody

COLUMNS = [
    "employer", "employer_code", "unit", "commune", "workers", "months", "amount", "base_salary_part",
    "interest", "category", "as_of", "list", "row",
]  # fmt: skip
ORDER = [("amount", "descending"), ("employer", "ascending"), ("list", "ascending"), ("row", "ascending")]


@dataclass(frozen=True, slots=True)
class Arrears:
    """What employers owe on a day, in whole đồng. `base_salary_part` comes from a rise of the base salary,
    money that the State itself has not paid out yet."""

    units: int
    amount: int
    base_salary_part: int

    @property
    def own_part(self) -> int:
        return self.amount - self.base_salary_part


def standing(folder: Path, on: date) -> pa.Table:
    """The employers of the newest arrears list by the day (the first list where the day is before all of
    them), the largest debt first.

    Columns: employer, employer_code, unit, commune, workers, months, amount, base_salary_part, interest,
    category, as_of, list, row.
    """
    rows = about_nobody(folder, "arrears", COLUMNS)
    days = set(rows.column("as_of").to_pylist())
    newest = max((day for day in days if day <= on), default=min(days, default=on))
    return rows.filter(pc.field("as_of") == newest).sort_by(ORDER)


def total(rows: pa.Table) -> Arrears:
    """The sum over employers."""
    return total_of(rows.to_pylist())


def total_of(rows: Iterable[Mapping[str, Any]]) -> Arrears:
    """As `total`, of rows with `amount` and `base_salary_part`."""
    owed = [(row["amount"], row["base_salary_part"] or 0) for row in rows]
    return Arrears(len(owed), sum(amount for amount, _part in owed), sum(part for _amount, part in owed))


def by_unit(rows: pa.Table) -> dict[str, Arrears]:
    """The sum for each commune's key ("" where the list does not say)."""
    units = [unit or "" for unit in rows.column("unit").to_pylist()]
    return {unit: total(rows.filter(pa.array([one == unit for one in units]))) for unit in sorted(set(units))}
