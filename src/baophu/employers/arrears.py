"""Arrears as the social insurance office lists them: how much, how long, and how much the State caused."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

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
    amounts = rows.column("amount").to_pylist()
    parts = rows.column("base_salary_part").to_pylist()
    return Arrears(units=len(amounts), amount=sum(amounts), base_salary_part=sum(part or 0 for part in parts))


def by_unit(rows: pa.Table) -> dict[str, Arrears]:
    """The sum for each commune's key ("" where the list does not say)."""
    units = [unit or "" for unit in rows.column("unit").to_pylist()]
    return {unit: total(rows.filter(pa.array([one == unit for one in units]))) for unit in sorted(set(units))}
