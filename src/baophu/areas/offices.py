"""Which office has a job on a day. Districts ended on 30/6/2025, and their offices' jobs went elsewhere."""

import csv
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from baophu.base.dates import Interval
from baophu.base.errors import UserError
from baophu.base.text import fold
from baophu.base.words import N_

OFFICES = Path(__file__).parent / "data" / "offices.csv"


class UnknownOffice(UserError):
    message = N_("The office “{office}” is not in the table of offices.")
    advice = N_("Known: {known}.")
    exit_code = 12


@dataclass(frozen=True, slots=True)
class Office:
    """An office in the time it has a job. Offices of one `line` followed each other in it.

    `older`: the office stood before it took the job over (UBND xã). `grade`: A the text was read, B secondary
    sources agree, C from memory, to be shown as such.
    """

    line: str
    name: str
    valid: Interval
    older: bool
    job: str
    grade: str


@cache
def offices() -> tuple[Office, ...]:
    """All offices of the table, by line and time."""
    with OFFICES.open(encoding="utf-8", newline="") as file:
        return tuple(
            Office(
                line=row["line"],
                name=row["office"],
                valid=Interval(_day(row["valid_from"]), _day(row["valid_to"])),
                older=row["older"] == "yes",
                job=row["job"],
                grade=row["grade"],
            )
            for row in csv.DictReader(file)
        )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def office_on(name: str, on: date) -> list[Office]:
    """The offices that have, on a day, the job of the office of this name, earlier or later.

    The name may carry a place (`BHXH huyện Kon Rẫy`) and common short forms (`Phòng GD&ĐT huyện`). An office
    that itself stands on that day, with this job or before it took it over, answers alone. Raises
    UnknownOffice.
    """
    named = _named(name)
    if not named:
        raise UnknownOffice(office=name, known=sorted({office.name for office in offices()}))
    holding = [office for office in named if on in office.valid]
    if standing := holding or [office for office in named if office.older]:
        return standing
    lines = {office.line for office in named}
    return [office for office in offices() if office.line in lines and on in office.valid]


def lines_of(name: str) -> frozenset[str]:
    """The lines of jobs that an office of this name has or had; none where the table does not know it."""
    return frozenset(office.line for office in _named(name))


def _named(name: str) -> list[Office]:
    """The offices with the longest name that begins the given one."""
    key = office_key(name)
    named = [office for office in offices() if re.match(rf"{office_key(office.name)}\b", key)]
    longest = max((len(office_key(office.name)) for office in named), default=0)
    return [office for office in named if len(office_key(office.name)) == longest]


_SHORT_FORMS = {
    "bao hiem xa hoi": "bhxh",
    "uy ban nhan dan": "ubnd",
    "gd dt": "giao duc va dao tao",
    "ldtbxh": "lao dong thuong binh va xa hoi",
    "ld tb xh": "lao dong thuong binh va xa hoi",
    "lao dong tb xh": "lao dong thuong binh va xa hoi",
    "tc kh": "tai chinh ke hoach",
    "vh xh": "van hoa xa hoi",
    "bcd": "ban chi dao",
    "mat tran to quoc": "mttq",
}


@cache
def office_key(name: str) -> str:
    """The folded name, common short forms written out: `BHXH huyện` is `Bảo hiểm xã hội huyện`."""
    key = f" {fold(name)} "
    for form, full in _SHORT_FORMS.items():
        key = key.replace(f" {form} ", f" {full} ")
    return key.strip()
