"""Denominators: how many people a rate is counted from, by whose count, of what day."""

from dataclasses import dataclass
from datetime import date

# What each scheme is measured against (document practice: BHYT of the population, the others of everyone
# of working age; "labour force of working age" is another, smaller number and must be stated to be used).
KIND_OF_SCHEME = {
    "BHYT": "population",
    "BHXH": "working_age",
    "BHXH_BB": "working_age",
    "BHXH_TN": "working_age",
    "BHTN": "working_age",
}
KINDS = ("population", "working_age", "labour_force")


@dataclass(frozen=True, slots=True)
class Denominator:
    """A number agreed by decision, which takes the place of the count from the residents' list.

    `area` is a unit key; `on` the day the number is of; `source` whose count and document it is.
    """

    area: str
    kind: str
    on: date
    people: int
    source: str
