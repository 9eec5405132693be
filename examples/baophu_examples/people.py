"""People and households, and the numbers they carry."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from baophu.base.text import fold
from baophu_examples.chance import Draw
from baophu_examples.places import Hamlet

KINH = "Kinh"

type Key = tuple[str, date]


@dataclass(slots=True, eq=False)
class Person:
    """Someone of the example. `birth` is what the police has; a year alone stands as its first day.

    `insurance_number` is the ten digits that the insurer would know the person by, held or not yet.
    """

    name: str
    sex: str
    birth: date
    ethnicity: str
    relation: str
    year_only: bool = False
    national_id: str | None = None
    insurance_number: str = ""
    residence: str = "permanent"
    phone: str | None = None
    household: "Household" = field(init=False)

    @property
    def key(self) -> Key:
        """What is left to tell someone by where no number is written."""
        return fold(self.name), self.birth

    def age(self, on: date) -> int:
        """Whole years on a day; below zero before birth."""
        return on.year - self.birth.year - ((on.month, on.day) < (self.birth.month, self.birth.day))


@dataclass(slots=True, eq=False)
class Household:
    """A household of one hamlet; the head comes first."""

    code: str
    hamlet: Hamlet
    ethnicity: str
    members: list[Person] = field(default_factory=list)

    @property
    def head(self) -> Person:
        return self.members[0]

    def take_in(self, person: Person) -> None:
        person.household = self
        self.members.append(person)


# Where people were registered at birth: the first three digits of their national ID.
_BORN_IN_KON_TUM = "062"
_BORN_IN = Draw(
    {_BORN_IN_KON_TUM: 50, "051": 12, "052": 12, "049": 6, "038": 6, "040": 5, "034": 3, "064": 3, "001": 3}
)
# The first two digits of an insurance number: the province that gave it.
_NUMBERED_IN = Draw({"62": 93, "64": 2, "79": 1.5, "74": 1.5, "51": 1, "01": 0.6, "04": 0.4})


class Numbers:
    """Gives numbers that nobody has yet."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._given: set[str] = set()

    def national_id(self, person: Person) -> str:
        """Twelve digits that agree with sex, century and year of birth (Decree 137/2015 Art. 13)."""
        local = person.ethnicity != KINH or person.birth.year > 2000
        place = _BORN_IN_KON_TUM if local else _BORN_IN(self._rng)
        century_and_sex = 2 * (person.birth.year // 100 - 19) + (person.sex == "female")
        return self._new(f"{place}{century_and_sex}{person.birth.year % 100:02d}", 6)

    def insurance_number(self) -> str:
        """Ten digits."""
        return self._new(_NUMBERED_IN(self._rng), 8)

    def phone(self) -> str:
        return self._new(self._rng.choice(("097", "098", "035", "036", "037", "090", "093", "094")), 7)

    def tax_code(self) -> str:
        return self._new("6101", 6)

    def _new(self, start: str, digits: int) -> str:
        while True:
            number = start + str(self._rng.randrange(1, 10**digits)).zfill(digits)
            if number not in self._given:
                self._given.add(number)
                return number
