"""The people of the corpus: made up, the same in every run, with numbers that agree with birth and sex."""

from dataclasses import dataclass
from datetime import date

_MEN = ("A Thui", "Nguyễn Văn Đức", "A Djrưng", "Trần Quốc Bảo", "A Lân")
_WOMEN = ("Y Hương", "Lê Thị Ánh", "Y Blưih", "Phạm Thị Thuỷ", "Y Nhơn")
_RELATIONS = ("Chủ hộ", "Vợ", "Con")
_HOUSEHOLD = 3
_HAMLET = 6
HAMLETS = ("Thôn 1", "Làng Kon Gộp")


@dataclass(frozen=True, slots=True)
class Person:
    """`ordinal` counts from 1; the first of each household is its head."""

    ordinal: int
    name: str
    sex: str
    birth: date
    national_id: str
    insurance_number: str
    hamlet: str
    household: str
    head: str
    relation: str
    ethnicity: str

    @property
    def is_head(self) -> bool:
        return self.relation == _RELATIONS[0]


def _name(place: int) -> str:
    names = _MEN if place % _HOUSEHOLD != 1 else _WOMEN
    return names[place * 7 % 5] + ("" if place < 5 else f" {chr(65 + place)}")


def person(place: int) -> Person:
    sex = "female" if place % _HOUSEHOLD == 1 else "male"
    # Days above the 12th and below it, in both centuries.
    birth = date(1958 + place * 13 % 60, 1 + place * 5 % 12, 1 + place * 7 % 28)
    century = (birth.year // 100 - 19) * 2 + (sex == "female")
    household = place // _HOUSEHOLD
    return Person(
        ordinal=place + 1,
        name=_name(place),
        sex=sex,
        birth=birth,
        national_id=f"062{century}{birth.year % 100:02}{100200 + place * 37:06}",
        insurance_number=f"62{12345600 + place * 91}",
        hamlet=HAMLETS[place // _HAMLET % 2],
        household=f"H{household + 1:02}",
        head=_name(household * _HOUSEHOLD),
        relation=_RELATIONS[place % _HOUSEHOLD],
        ethnicity=("Ba Na", "Kinh", "Xơ Đăng")[place % 3],
    )


PEOPLE = tuple(person(place) for place in range(12))
