"""Households as they form: couples, their children, grandparents, grandchildren."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from baophu_examples.chance import Draw, happens
from baophu_examples.names import family_name, full_name, minority_name
from baophu_examples.people import KINH, Household, Person

LARGEST = 9
A_NAMES = ("Xơ Đăng", "Ba Na")
CHILDREN, IN_LAWS = ("Con", "Cháu"), ("Con dâu", "Con rể")
_HEAD_AGE = Draw(
    {(19, 26): 9, (27, 34): 25, (35, 42): 24, (43, 50): 16, (51, 58): 11, (59, 67): 10, (68, 86): 13}
)
_TWINS = 0.011
_OLD_SHARE = 0.36
_THREE_GENERATIONS = 0.30
# At what age of the mother the first child comes, and how many come in all.
_FIRST_CHILD = {True: (18, 23), False: (21, 28)}
_CHILDREN = {
    True: Draw({0: 2, 1: 4, 2: 20, 3: 31, 4: 26, 5: 13, 6: 4}),
    False: Draw({0: 2, 1: 7, 2: 46, 3: 34, 4: 11}),
}


@dataclass(slots=True)
class Family:
    """A household in the making on a day."""

    rng: Random
    on: date
    ethnicity: str
    members: list[Person]
    surname: str = ""

    @property
    def minority(self) -> bool:
        return self.ethnicity in A_NAMES

    def born_at(self, age: int) -> date:
        """A birthday of someone of that age."""
        return self.on.replace(day=28).replace(year=self.on.year - age) - timedelta(
            days=self.rng.randrange(365)
        )

    def add(self, sex: str, birth: date, relation: str, *, surname: str | None = None) -> Person:
        """`surname` for those who do not bear the family's own."""
        person = Person(self._name(sex, birth, surname), sex, birth, self.ethnicity, relation)
        self.members.append(person)
        return person

    def _name(self, sex: str, birth: date, surname: str | None) -> str:
        if self.minority:
            return minority_name(self.rng, sex, birth.year)
        return full_name(self.rng, surname or self.surname, sex)

    def other_surname(self) -> str:
        return family_name(self.rng, self.ethnicity)


def make_family(rng: Random, on: date, ethnicity: str) -> list[Person]:
    """The members of a new household, the head first, at most nine."""
    family = Family(rng, on, ethnicity, [], family_name(rng, ethnicity))
    head = _head(family)
    mother = _spouse(family, head)
    _children(family, mother, "Con")
    if head.age(on) >= 44 and happens(rng, _THREE_GENERATIONS):
        _young_couple(family)
    elif happens(rng, _OLD_SHARE):
        _grandparent(family, head)
    _keep_to_size(family)
    _round_old_birthdays(family)
    return family.members


def _head(family: Family) -> Person:
    first, last = _HEAD_AGE(family.rng)
    sex = "male" if happens(family.rng, 0.74 if family.minority else 0.82) else "female"
    return family.add(sex, family.born_at(family.rng.randint(first, last)), "Chủ hộ")


def _spouse(family: Family, head: Person) -> Person | None:
    """Husband or wife; the mother of the children, where there is one."""
    age = head.age(family.on)
    if not happens(family.rng, 0.9 if age < 60 else 0.62):
        return head if head.sex == "female" else None
    younger = family.rng.randint(-1, 6)
    if head.sex == "female":
        family.add("male", family.born_at(min(age + younger, 88)), "Chồng", surname=family.other_surname())
        return head
    return family.add("female", family.born_at(max(18, age - younger)), "Vợ", surname=family.other_surname())


def _children(family: Family, mother: Person | None, relation: str) -> None:
    if mother is None:
        return
    rng, age = family.rng, mother.age(family.on)
    at = rng.randint(*_FIRST_CHILD[family.minority])
    for _ in range(_CHILDREN[family.minority](rng)):
        years = age - at
        if years < 0 or at > 44:
            return
        birth = mother.birth + timedelta(days=int((at + rng.random()) * 365.25))
        if birth <= family.on and happens(rng, _stays_home(years)):
            _child(family, birth, relation)
        at += rng.choice((2, 2, 3, 3, 4, 5))


def _child(family: Family, birth: date, relation: str) -> None:
    for _ in range(2 if happens(family.rng, _TWINS) else 1):
        family.add(family.rng.choice(("male", "female")), birth, relation)


def _stays_home(age: int) -> float:
    if age < 18:
        return 1.0
    return 0.7 if age < 22 else 0.26 if age < 27 else 0.06


def _young_couple(family: Family) -> None:
    """A married child with wife or husband and children, in the parents' house."""
    head = family.members[0]
    age = min(head.age(family.on) - family.rng.randint(20, 26), 44)
    if age < 19:
        return
    son = happens(family.rng, 0.6)
    family.add("male" if son else "female", family.born_at(age), "Con")
    other = max(18, age - family.rng.randint(-2, 4))
    partner = ("female", "Con dâu") if son else ("male", "Con rể")
    in_law = family.add(partner[0], family.born_at(other), partner[1], surname=family.other_surname())
    mother = in_law if son else family.members[-2]
    _children(family, mother, "Cháu")


def _grandparent(family: Family, head: Person) -> None:
    age = head.age(family.on) + family.rng.randint(20, 30)
    if age <= 92:
        sex = "female" if happens(family.rng, 0.66) else "male"
        relation = "Mẹ" if sex == "female" else "Bố"
        surname = family.other_surname() if sex == "female" else None
        family.add(sex, family.born_at(age), relation, surname=surname)


def _keep_to_size(family: Family) -> None:
    del family.members[LARGEST:]


def _round_old_birthdays(family: Family) -> None:
    """Of many older people only the year was ever known: written alone, or as 1 January."""
    for person in family.members:
        old = person.birth.year < (1985 if family.minority else 1962)
        if not old:
            continue
        fate = family.rng.random()
        if fate < (0.24 if family.minority else 0.10):
            person.birth = date(person.birth.year, 1, 1)
            person.year_only = fate < (0.08 if family.minority else 0.03)


def ethnicity_of(rng: Random, minority_share: float, chief: str) -> str:
    """The ethnicity of a new household of a hamlet."""
    if not happens(rng, minority_share):
        return KINH
    other = "Ba Na" if chief == "Xơ Đăng" else "Xơ Đăng"
    return _MINORITIES[chief, other](rng)


_MINORITIES = {
    (chief, other): Draw({chief: 90, other: 5, "Mường": 2, "Thái": 1.2, "Tày": 1, "Nùng": 0.8})
    for chief, other in (("Xơ Đăng", "Ba Na"), ("Ba Na", "Xơ Đăng"))
}


def newborn(rng: Random, household: Household, born: date) -> Person:
    """A child of the household, named as its children are; not yet counted among its members."""
    sex = rng.choice(("male", "female"))
    relation = "Con" if household.head.age(born) < 44 else "Cháu"
    if household.ethnicity in A_NAMES:
        name = minority_name(rng, sex, born.year)
    else:
        name = full_name(rng, _surname_of(household), sex)
    return Person(name, sex, born, household.ethnicity, relation)


def _surname_of(household: Household) -> str:
    """That of the men of the house."""
    men = [member for member in household.members if member.sex == "male"]
    return (men or household.members)[0].name.split(" ")[0]
