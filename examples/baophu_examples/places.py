"""The seven communes of Kon Rẫy with 49 hamlets, and the three communes they became on 1/7/2025.

Populations follow the census of 2009 and the counts of 2025 in proportion; how hamlets are peopled and what
classes they have is invented.
"""

from dataclasses import dataclass
from datetime import date

REFORM = date(2025, 7, 1)


@dataclass(frozen=True, slots=True)
class Hamlet:
    """A hamlet as its commune names it; `minority` is the share of minority households.

    `name` is unique in its commune of 2023, `later` in the commune that it belongs to since 2025.
    """

    commune: str
    name: str
    later: str
    minority: float
    hard: bool


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune of 2023. `people` is its weight in the district, `minority` its chief minority."""

    code: str
    name: str
    people: int
    ethnicity: str
    zone: str
    hamlets: tuple[Hamlet, ...]

    @property
    def level(self) -> str:
        return "Thị trấn" if self.code == "23479" else "Xã"


@dataclass(frozen=True, slots=True)
class Area:
    """A commune as it stands on a day, with the hamlets in it under their names of that day."""

    code: str
    level: str
    name: str
    hamlets: tuple[Hamlet, ...]


NEW_COMMUNES = {"23479": "Đăk Rve", "23485": "Đăk Kôi", "23497": "Kon Braih"}
MERGED_INTO = {
    "23479": "23479",
    "23491": "23479",
    "23482": "23485",
    "23485": "23485",
    "23488": "23497",
    "23494": "23497",
    "23497": "23497",
}
# Name, share of minority households, whether the hamlet is of special hardship; numbered where unnamed.
_PLANS: dict[str, tuple[tuple[str, float, bool], ...]] = {
    "23497": (
        ("Thôn 1", 0.10, False), ("Thôn 2", 0.12, False), ("Thôn 3", 0.30, False), ("Thôn 4", 0.20, False),
        ("Thôn 5", 0.88, False), ("Thôn 6", 0.97, True),
    ),
    "23488": (
        ("Thôn 8", 0.15, False), ("Thôn 9", 0.15, False), ("Thôn 11", 0.20, False), ("Thôn 12", 0.92, False),
        ("Thôn 13", 0.90, False), ("Thôn 14", 0.93, True), ("Thôn 15", 0.96, True),
    ),
    "23494": (
        ("Thôn 1", 0.45, False), ("Thôn 2", 0.20, False), ("Thôn 3", 0.75, False), ("Thôn 4", 0.25, False),
        ("Thôn 5", 0.90, False), ("Thôn 6", 0.92, False), ("Thôn 7", 0.94, True), ("Thôn 8", 0.95, False),
        ("Đăk Puih", 0.98, True),
    ),
    "23479": (
        ("Thôn 1", 0.08, False), ("Thôn 2", 0.12, False), ("Thôn 3", 0.10, False), ("Thôn 4", 0.18, False),
        ("Thôn 5", 0.15, False), ("Thôn 6", 0.40, False), ("Thôn 7", 0.65, False), ("Thôn 8", 0.90, True),
    ),
    "23491": (
        ("Kon Gộp", 0.98, True), ("Kon Gôl", 0.97, True), ("Kon Tuk", 0.98, True), ("Thôn 4", 0.95, True),
    ),
    "23482": tuple((f"Thôn {number}", 0.96, number > 4) for number in range(1, 8)),
    "23485": (
        ("Kon Mong Tu", 0.98, False), *((f"Thôn {number}", 0.95, number > 6) for number in range(2, 9)),
    ),
}  # fmt: skip
# After the mergers two hamlets of one name are told apart by numbers of their own.
_LATER_NUMBERS = {"23482": 0, "23485": 7, "23497": 0, "23488": 0, "23494": 15, "23479": 0, "23491": 8}


def _later_name(code: str, name: str) -> str:
    word, _blank, number = name.rpartition(" ")
    if not number.isdigit():
        return name
    return f"{word} {int(number) + _LATER_NUMBERS[code]}"


def _hamlets(code: str) -> tuple[Hamlet, ...]:
    return tuple(
        Hamlet(code, name, _later_name(code, name), minority, hard) for name, minority, hard in _PLANS[code]
    )


def _commune(code: str, name: str, people: int, ethnicity: str, zone: str) -> Commune:
    return Commune(code, name, people, ethnicity, zone, _hamlets(code))


COMMUNES = (
    _commune("23479", "Đăk Rve", 5934, "Xơ Đăng", "I"),
    _commune("23482", "Đăk Kôi", 3036, "Xơ Đăng", "III"),
    _commune("23485", "Đăk Tơ Lung", 2733, "Xơ Đăng", "III"),
    _commune("23488", "Đăk Ruồng", 5667, "Ba Na", "I"),
    _commune("23491", "Đăk Pne", 1979, "Ba Na", "III"),
    _commune("23494", "Đăk Tờ Re", 7225, "Ba Na", "II"),
    _commune("23497", "Tân Lập", 5127, "Ba Na", "I"),
)
BY_CODE = {commune.code: commune for commune in COMMUNES}
HAMLETS = tuple(hamlet for commune in COMMUNES for hamlet in commune.hamlets)


def areas_on(on: date) -> tuple[Area, ...]:
    """The communes as they stand on a day."""
    if on < REFORM:
        return tuple(Area(c.code, c.level, c.name, c.hamlets) for c in COMMUNES)
    return tuple(
        Area(code, "Xã", name, tuple(h for h in HAMLETS if MERGED_INTO[h.commune] == code))
        for code, name in NEW_COMMUNES.items()
    )


def area_of(hamlet: Hamlet, on: date) -> str:
    """The code of the commune that a hamlet belongs to on a day."""
    return hamlet.commune if on < REFORM else MERGED_INTO[hamlet.commune]


def hamlet_name(hamlet: Hamlet, on: date) -> str:
    """The name that a hamlet goes by on a day."""
    return hamlet.name if on < REFORM else hamlet.later


def former_name(hamlet: Hamlet) -> str:
    """After a merger, the old name with the old commune's: `Thôn 2 Đăk Tơ Lung`."""
    return f"{hamlet.name} {BY_CODE[hamlet.commune].name}"
