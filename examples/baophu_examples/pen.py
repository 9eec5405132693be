"""How each office writes: capitals, dates, numbers, places; and slips that change no meaning."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from baophu.base.numbers import format_date
from baophu_examples.chance import happens
from baophu_examples.faults import Faults
from baophu_examples.places import REFORM, Hamlet, area_of, areas_on, former_name, hamlet_name

type Cell = str | int | date | None

_DATES: dict[str, Callable[[date], Cell]] = {
    "padded": lambda day: f"{day:%d/%m/%Y}",
    "short": format_date,
    "dashes": lambda day: f"{day:%d-%m-%Y}",
    "dots": lambda day: f"{day.day}.{day.month}.{day.year}",
    "real": lambda day: day,
    "iso": lambda day: day.isoformat(),
}
_TONES = {
    "óa": "oá", "òa": "oà", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "úy": "uý", "ùy": "uỳ", "ủy": "uỷ",
    "ũy": "uỹ", "ụy": "uỵ", "óe": "oé", "òe": "oè", "ỏe": "oẻ",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Habits:
    """How one office writes. `hamlets` writes a hamlet's name; `dak` and `lung` are its spellings.

    `parted` writes letters and marks as two signs (NFD), `numbers` identifiers as numbers; `careful` offices
    lose no diacritics; `old_names` keeps to the hamlets' names of before the mergers.
    """

    dates: str = "padded"
    capitals: bool = False
    parted: bool = False
    numbers: bool = False
    hamlets: Callable[[str], str] = str
    dak: str = "Đăk"
    lung: str = "Tơ Lung"
    old_names: bool = False
    careful: bool = False
    sexes: tuple[str, str] = ("Nam", "Nữ")


def two_digits(hamlet: str) -> str:
    """`Thôn 3` → `Thôn 03`."""
    word, _blank, number = hamlet.rpartition(" ")
    return f"{word} {number.zfill(2)}" if number.isdigit() else hamlet


def lower_case(hamlet: str) -> str:
    """`Thôn 3` → `thôn 3`."""
    return hamlet.replace("Thôn", "thôn")


def with_word(hamlet: str) -> str:
    """`Kon Gộp` → `Làng Kon Gộp`."""
    return hamlet if hamlet.startswith("Thôn") else f"Làng {hamlet}"


def bare(text: str) -> str:
    """Without diacritics."""
    apart = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def moved_tone(text: str) -> str:
    """`Hòa` → `Hoà`, `Thúy` → `Thuý`."""
    return " ".join(word[:-2] + _TONES.get(word[-2:], word[-2:]) for word in text.split(" "))


class Pen:
    """Writes the cells of one list of a day in the habits of its office."""

    def __init__(self, rng: Random, faults: Faults, habits: Habits, on: date) -> None:
        self.rng = rng
        self.habits = habits
        self.on = on
        self._faults = faults
        self._areas = {area.code: area for area in areas_on(on)}
        self._tone = happens(rng, faults.moved_tone)

    def name(self, name: str) -> str:
        if not self.habits.careful and happens(self.rng, self._faults.bare_name):
            name = bare(name)
        elif self._tone:
            name = moved_tone(name)
        if happens(self.rng, self._faults.more_blanks):
            name = self.rng.choice((name.replace(" ", "  ", 1), name + " "))
        return self._letters(name.upper() if self.habits.capitals else name)

    def day(self, day: date | None) -> Cell:
        return None if day is None else _DATES[self.habits.dates](day)

    def birth(self, day: date, year_only: bool) -> Cell:
        """The day, or the year alone."""
        if not year_only:
            return self.day(day)
        return day.year if self.habits.dates == "real" else str(day.year)

    def number(self, number: str | None) -> Cell:
        """An identifier as text, or as a number that has lost its leading zeros."""
        if number is None:
            return None
        slips = self.habits.numbers or happens(self.rng, self._faults.id_as_number)
        return int(number) if slips and number.isdigit() else number

    def month(self, day: date | None) -> Cell:
        """`09/2023`."""
        return None if day is None else f"{day:%m/%Y}"

    def sex(self, sex: str) -> str:
        return self.habits.sexes[sex == "female"]

    def hamlet(self, hamlet: Hamlet) -> str:
        old = self.habits.old_names and self.on >= REFORM
        name = former_name(hamlet) if old else hamlet_name(hamlet, self.on)
        return self._letters(self.habits.hamlets(self._spelled(name)))

    def commune(self, code: str) -> str:
        """A commune by its code of the day, with its level: `xã Đắk Kôi`."""
        area = self._areas[code]
        return self._letters(f"{area.level.lower()} {self._spelled(area.name)}")

    def commune_of(self, hamlet: Hamlet) -> str:
        return self.commune(area_of(hamlet, self.on))

    def _spelled(self, name: str) -> str:
        return name.replace("Đăk", self.habits.dak).replace("Tơ Lung", self.habits.lung)

    def _letters(self, text: str) -> str:
        return unicodedata.normalize("NFD", text) if self.habits.parted else text
