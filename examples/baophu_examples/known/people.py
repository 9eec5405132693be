"""Households of a hamlet: couples, children, twins, the old; each person with the number of the truth."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from itertools import count
from random import Random

from baophu_examples.known.chance import pick, table_of
from baophu_examples.known.names import Family
from baophu_examples.known.numbers import Numbers
from baophu_examples.known.places import Commune, Hamlet

EPOCH = date(1970, 1, 1).toordinal()
KINH = "Kinh"
_A_NAMES = ("Xơ Đăng", "Ba Na")
_OTHER_MINORITIES = table_of({"chief": 88, "other": 6, "Mường": 2, "Thái": 2, "Tày": 1, "Nùng": 1})
_BORN_HERE, _BORN_ANYWHERE = (
    ("051", "062", "064"),
    ("051", "062", "064", "052", "049", "038", "040", "066", "001"),
)
# Two digits of the province that gave an insurance number.
_NUMBERED_IN = table_of({"51": 60, "62": 33, "64": 2, "79": 2, "74": 1.5, "01": 1, "04": 0.5})
_HEAD_AGES = table_of(
    {age: weight for ages, weight in (((19, 27), 1.1), ((27, 35), 3.1), ((35, 43), 3.0), ((43, 51), 2.0),
     ((51, 59), 1.4), ((59, 68), 1.1), ((68, 87), 0.7)) for age in range(*ages)}
)  # fmt: skip
_CHILDREN = {
    True: table_of({0: 2, 1: 4, 2: 20, 3: 31, 4: 26, 5: 13, 6: 4}),
    False: table_of({0: 2, 1: 7, 2: 46, 3: 34, 4: 11}),
}
_SPACING = (2, 2, 3, 3, 4, 5)
_TWINS = 0.012
_THREE_GENERATIONS, _WITH_A_PARENT = 0.30, 0.30
# Whose day of birth nobody knew: written as 1 January, or as the year alone.
_FIRST_OF_JANUARY, _YEAR_ONLY = {True: 0.25, False: 0.07}, {True: 0.08, False: 0.03}
_KNOWN_SINCE = {True: 1985, False: 1962}
_FEMALE = {"male": "female", "female": "male"}


class Card(IntEnum):
    """Whether a person's health insurance runs on the day, and where."""

    NONE, LAPSED, HERE, ELSEWHERE = range(4)


@dataclass(slots=True, eq=False)
class Household:
    """Those who live together; `own_number` is the insurer's, where it insures them as a household."""

    code: str
    hamlet: Hamlet
    people: str
    own_number: str | None = None
    members: list["Person"] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Person:
    """Someone. `birth` is a day counted from 1970; `siblings` and `twins` number those born to one couple and
    those born together, 0 for none."""

    number: int
    household: Household
    name: str
    sex: str
    birth: int
    year: int
    relation: str
    siblings: int
    twins: int
    national_id: str
    insurance_number: str
    year_only: bool = False
    residence: str = "permanent"
    card: Card = Card.NONE
    group: str | None = None


class Settlers:
    """Makes households, numbering people and couples through the whole world."""

    def __init__(self, on: date, numbers: Numbers) -> None:
        self._on = on
        self._today = on.toordinal() - EPOCH
        self._numbers = numbers
        self._people, self._couples, self._births = count(1), count(1), count(1)

    def households(self, rng: Random, commune: Commune, hamlet: Hamlet) -> Iterator[Household]:
        """Households without end, of the peoples of the hamlet; their codes are still to be given."""
        random = rng.random
        while True:
            people = KINH
            if random() < hamlet.minority:
                people = pick(random, _OTHER_MINORITIES)
                if people in ("chief", "other"):
                    people = _A_NAMES[(commune.minority == _A_NAMES[0]) ^ (people == "chief")]
            household = Household("", hamlet, people)
            _Making(self, random, household).fill()
            yield household

    def person(
        self,
        making: "_Making",
        name: str,
        sex: str,
        birth: int,
        year: int,
        relation: str,
        siblings: int,
        twins: int,
    ) -> Person:
        random, minority = making.random, making.minority
        local = minority or year > 2000
        province = pick(random, _BORN_HERE if local else _BORN_ANYWHERE)
        person = Person(
            next(self._people), making.household, name, sex, birth, year, relation, siblings, twins,
            self._numbers.national_id(province, sex == "female", year),
            self._numbers.insurance_number(pick(random, _NUMBERED_IN)),
        )  # fmt: skip
        if year < _KNOWN_SINCE[minority] and not twins:
            fate = random()
            if fate < _YEAR_ONLY[minority] + _FIRST_OF_JANUARY[minority]:
                person.birth = first_of(year)
                person.year_only = fate < _YEAR_ONLY[minority]
        return person

    @property
    def today(self) -> int:
        return self._today

    @property
    def this_year(self) -> int:
        return self._on.year

    def couple(self) -> int:
        return next(self._couples)

    def twins(self) -> int:
        return next(self._births)


class _Making:
    """One household in the making."""

    def __init__(self, settlers: Settlers, random: Callable[[], float], household: Household) -> None:
        self._settlers = settlers
        self.random = random
        self.household = household
        self.minority = household.people != KINH
        self._naming = Family(random, household.people)

    def fill(self) -> None:
        random = self.random
        age = pick(random, _HEAD_AGES)
        man = random() < 0.8
        head = self._own("male" if man else "female", self._born(age), "Chủ hộ", 0)
        mother = self._partner(head, age)
        if mother:
            self._children(mother, "Con", self._settlers.couple())
        if age >= 44 and random() < _THREE_GENERATIONS:
            self._young_couple(age)
        elif random() < _WITH_A_PARENT and age < 65:
            self._parent(age)

    def _born(self, age: int) -> int:
        return self._settlers.today - int((age + self.random()) * 365.25)

    def _own(
        self, sex: str, birth: int, relation: str, siblings: int, twins: int = 0, twin: bool = False
    ) -> Person:
        year = year_of(birth)
        return self._take(self._naming.own(sex, year, twin=twin), sex, birth, year, relation, siblings, twins)

    def _other(self, sex: str, birth: int, relation: str) -> Person:
        year = year_of(birth)
        return self._take(self._naming.other(sex, year), sex, birth, year, relation, 0, 0)

    def _take(
        self, name: str, sex: str, birth: int, year: int, relation: str, siblings: int, twins: int
    ) -> Person:
        person = self._settlers.person(self, name, sex, birth, year, relation, siblings, twins)
        self.household.members.append(person)
        return person

    def _partner(self, head: Person, age: int) -> Person | None:
        """Husband or wife of the head; answers the mother of the children, where there is one."""
        random = self.random
        if random() > (0.9 if age < 60 else 0.62):
            return head if head.sex == "female" else None
        years = max(18, age - int(random() * 8) + (1 if head.sex == "male" else 5))
        partner = self._other(_FEMALE[head.sex], self._born(years), "Vợ" if head.sex == "male" else "Chồng")
        return partner if head.sex == "male" else head

    def _children(self, mother: Person, relation: str, couple: int) -> None:
        random, today = self.random, self._settlers.today
        age = (today - mother.birth) / 365.25
        at = (18 + 6 * random()) if self.minority else (21 + 8 * random())
        for _ in range(pick(random, _CHILDREN[self.minority])):
            if at > age or at > 44:
                return
            birth = mother.birth + int(at * 365.25)
            if birth <= today and random() < _stays_home(age - at):
                self._birth(birth, relation, couple)
            at += pick(random, _SPACING) + random() - 0.5

    def _birth(self, birth: int, relation: str, couple: int) -> None:
        random = self.random
        sex = "male" if random() < 0.52 else "female"
        if random() > _TWINS:
            self._own(sex, birth, relation, couple)
            return
        twins = self._settlers.twins()
        self._own(sex, birth, relation, couple, twins)
        other = sex if random() < 0.65 else _FEMALE[sex]
        self._own(other, birth, relation, couple, twins, twin=True)

    def _young_couple(self, age: int) -> None:
        """A married child with wife or husband and children, in the parents' house."""
        random = self.random
        years = min(age - 20 - int(random() * 7), 44)
        if years < 19:
            return
        sex = "male" if random() < 0.6 else "female"
        child = self._own(sex, self._born(years), "Con", 0)
        relation = "Con dâu" if sex == "male" else "Con rể"
        partner = self._other(_FEMALE[sex], self._born(max(18, years - int(random() * 6) + 2)), relation)
        self._children(partner if sex == "male" else child, "Cháu", self._settlers.couple())

    def _parent(self, age: int) -> None:
        years = age + 20 + int(self.random() * 10)
        if years <= 92:
            sex = "female" if self.random() < 0.66 else "male"
            self._other(sex, self._born(years), "Mẹ" if sex == "female" else "Bố")


def _stays_home(age: float) -> float:
    if age < 18:
        return 1.0
    return 0.7 if age < 22 else 0.26 if age < 27 else 0.06


_FIRSTS = {year: date(year, 1, 1).toordinal() - EPOCH for year in range(1900, 2101)}


def first_of(year: int) -> int:
    """1 January of a year, counted from 1970."""
    return _FIRSTS[year]


def year_of(day: int) -> int:
    """The year of a day counted from 1970."""
    return date.fromordinal(day + EPOCH).year
