"""Schools, and who goes to which class."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from random import Random

from baophu_examples.chance import happens
from baophu_examples.people import Person
from baophu_examples.places import COMMUNES

PRIMARY, LOWER, UPPER = range(1, 6), range(6, 10), range(10, 13)
_BOARDING = ("23482", "23485", "23491")
_UPPER_SEAT = "23497"
_ATTENDS = {PRIMARY: 0.985, LOWER: 0.95, UPPER: 0.62}
_CLASS_SIZE = 32


@dataclass(frozen=True, slots=True)
class School:
    """A school; `commune` is the code of 2023 of the commune it stands in."""

    name: str
    commune: str
    grades: range

    @property
    def upper(self) -> bool:
        return self.grades == UPPER


@dataclass(frozen=True, slots=True)
class Place:
    """A pupil's school and class."""

    school: School
    grade: str


def _schools() -> tuple[School, ...]:
    made = []
    for commune in COMMUNES:
        if commune.code in _BOARDING:
            made.append(School(f"Trường PTDTBT TH-THCS {commune.name}", commune.code, range(1, 10)))
        else:
            made.append(School(f"Trường Tiểu học {commune.name}", commune.code, PRIMARY))
            made.append(School(f"Trường THCS {commune.name}", commune.code, LOWER))
    return (*made, School("Trường THPT Kon Rẫy", _UPPER_SEAT, UPPER))


SCHOOLS = _schools()


def grade_of(birth: date, on: date) -> int:
    """The grade of the school year that runs or begins in the year of the day, by year of birth."""
    return on.year - birth.year - 5


def school_for(person: Person, grade: int) -> School:
    """The school of the home commune that has the grade; one upper secondary school for all."""
    commune = person.household.hamlet.commune
    return next(s for s in SCHOOLS if grade in s.grades and (s.upper or s.commune == commune))


def enrol(
    rng: Random,
    people: Iterable[Person],
    on: date,
    school_for: Callable[[Person, int], School] = school_for,
) -> dict[Person, Place]:
    """The pupils among the residents; those who are away go to no school here."""
    by_grade: dict[tuple[School, int], list[Person]] = {}
    for person in people:
        grade = grade_of(person.birth, on)
        level = next((level for level in _ATTENDS if grade in level), None)
        if level is not None and person.residence != "away" and happens(rng, _ATTENDS[level]):
            by_grade.setdefault((school_for(person, grade), grade), []).append(person)
    return {
        pupil: Place(school, f"{grade}{chr(ord('A') + number * classes(pupils) // len(pupils))}")
        for (school, grade), pupils in by_grade.items()
        for number, pupil in enumerate(pupils)
    }


def classes(pupils: list[Person]) -> int:
    """How many classes a year of pupils makes."""
    return max(1, round(len(pupils) / _CLASS_SIZE))
