"""Arrears as the social insurance office lists them: how much, how long, and how much the State caused."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from baophu.engine.session import Session

STEPS = Path(__file__).parent / "steps"


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


def standing(session: Session, folder: Path, on: date) -> pa.Table:
    """The employers of the newest arrears list by the day, the largest debt first.

    Columns: employer, employer_code, unit, commune, workers, months, amount, base_salary_part, interest,
    category, list, row.
    """
    session.load("arrears", [folder / "arrears.parquet"])
    session.add("moment", pa.table({"day": pa.array([on], pa.date32())}))
    session.step(STEPS, "arrears_now")
    return session.ask("SELECT * FROM arrears_now ORDER BY amount DESC, employer, list, row")


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
