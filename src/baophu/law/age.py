"""Working age: from 15 years to the retirement age of the year, which rises by months.

Source: Labour Code 2019 Art. 169, Decree 135/2020.
"""

from datetime import date
from functools import cache

from baophu.base.dates import whole_months
from baophu.law.files import TABLES, read_yaml


@cache
def _table() -> tuple[int, dict[int, dict[str, int]]]:
    content = read_yaml(TABLES / "retirement_age.yaml")
    return content["working_age_from_months"], {row["year"]: row for row in content["values"]}


def working_age_bounds(sex: str | None, on: date) -> tuple[int, int]:
    """Months of age at which working age begins, and at which it has ended, in the year of `on`.

    Years before the table count as its first (2020), later ones as its last (2035). Someone whose sex is not
    known counts as a woman, whose working age ends earlier, so that nobody past it is counted in.
    """
    first_month, years = _table()
    row = years[min(max(on.year, min(years)), max(years))]
    return first_month, row["male" if sex == "male" else "female"]


def working_age(birth: date, sex: str | None, on: date) -> bool:
    """Whether someone is of working age on a day."""
    first, end = working_age_bounds(sex, on)
    return first <= whole_months(birth, on) < end
