"""What a known world is like: how many people, from which peoples, how well its lists are kept."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Faults:
    """Shares of rows with each fault.

    Of all rows of the insurer, except the last three: of the rows of the police, of the rows of the schools.
    A row may have several. `recycled` is the national ID of somebody else in the house or the hamlet.
    """

    level: str
    no_national_id: float
    mistyped_id: float
    recycled: float
    bare_name: float
    mistyped_name: float
    year_only: float
    swapped: float
    moved: float
    twice: float
    strangers: float
    police_no_national_id: float
    police_mistyped_name: float
    school_no_national_id: float


WELL = Faults(
    level="kept well",
    no_national_id=0.06,
    mistyped_id=0.003,
    recycled=0.0003,
    bare_name=0.05,
    mistyped_name=0.008,
    year_only=0.04,
    swapped=0.002,
    moved=0.02,
    twice=0.003,
    strangers=0.004,
    police_no_national_id=0.002,
    police_mistyped_name=0.001,
    school_no_national_id=0.03,
)
USUAL = Faults(
    level="usual",
    no_national_id=0.20,
    mistyped_id=0.012,
    recycled=0.001,
    bare_name=0.15,
    mistyped_name=0.03,
    year_only=0.08,
    swapped=0.008,
    moved=0.05,
    twice=0.008,
    strangers=0.006,
    police_no_national_id=0.005,
    police_mistyped_name=0.003,
    school_no_national_id=0.08,
)
BADLY = Faults(
    level="kept badly",
    no_national_id=0.37,
    mistyped_id=0.03,
    recycled=0.002,
    bare_name=0.30,
    mistyped_name=0.07,
    year_only=0.15,
    swapped=0.02,
    moved=0.08,
    twice=0.015,
    strangers=0.01,
    police_no_national_id=0.01,
    police_mistyped_name=0.005,
    school_no_national_id=0.15,
)
LEVELS = {"well": WELL, "usual": USUAL, "badly": BADLY}


@dataclass(frozen=True, slots=True)
class Settings:
    """A world. The same settings make the same world; `people` is the number of residents.

    `minority` is the share of residents from minorities; `uncovered` the share of those at home who have
    no running card anywhere, `lapsed` the share of them whose last card is still on the insurer's list.
    """

    people: int = 100_000
    seed: int = 1
    minority: float = 0.6
    faults: Faults = BADLY
    uncovered: float = 0.088
    lapsed: float = 0.1
    people_a_commune: int = 10_400
    people_a_hamlet: int = 600
    on: date = date(2026, 9, 30)
