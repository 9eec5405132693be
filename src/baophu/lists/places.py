"""Places named in a list, as seen from one home."""

from datetime import date
from functools import lru_cache
from typing import Protocol

from baophu.areas.provinces import card_provinces
from baophu.areas.unit import Unit
from baophu.areas.units import Areas
from baophu.base.text import tidy


class Places(Protocol):
    """Finds the places that a list names."""

    def commune(self, text: str, on: date) -> str | None:
        """The key of the commune valid on the day, by name or code; for "" the only commune there is."""

    def is_elsewhere(self, text: str) -> bool:
        """Whether a name that means no commune here is that of one elsewhere."""

    def whole(self) -> str:
        """The key of the whole area."""

    def province(self, text: str, on: date | None = None) -> str | None:
        """The two-digit code of a province by name or code; names have had other codes on other days."""


class HomePlaces:
    """The communes of the home on the list's day, by their names of any day; the provinces of the country."""

    def __init__(self, areas: Areas, home_unit: str) -> None:
        """`home_unit` is the key of the commune, district or province whose home it is."""
        self._areas = areas
        self._home = areas.unit(home_unit)
        self._commune = lru_cache(maxsize=1 << 14)(self._find_commune)
        self._province = lru_cache(maxsize=1 << 10)(self._find_province)

    def commune(self, text: str, on: date) -> str | None:
        return self._commune(tidy(text), on)

    def is_elsewhere(self, text: str) -> bool:
        return bool(self._areas.find(tidy(text), level="commune"))

    def whole(self) -> str:
        return self._home.key

    def province(self, text: str, on: date | None = None) -> str | None:
        return self._province(tidy(text), on)

    def home_provinces(self, on: date) -> frozenset[str]:
        """Codes on cards issued at home, as of a day."""
        return card_provinces(self._areas, self._home, on)

    def _find_commune(self, text: str, on: date) -> str | None:
        within = self._areas.extent(self._home, on)
        if not text:
            return within[0].key if len(within) == 1 else None
        if text.isdigit():
            return next((unit.key for unit in within if unit.code == text), None)
        found = self._areas.find(text, level="commune", within=within)
        return found[0].key if len(found) == 1 else self._of_another_day(text, within, on)

    def _of_another_day(self, text: str, within: list[Unit], on: date) -> str | None:
        """A commune that had the name before or has it since, where it leads to one commune of this day."""
        changes = [
            change for unit in within for change in (*self._areas.was(unit), *self._areas.became(unit))
        ]
        found = self._areas.find(text, level="commune", within=[change.unit for change in changes])
        keys = {key for unit in found for key in self._areas.became_on(unit.key, on)}
        here = keys & {unit.key for unit in within}
        return here.pop() if len(here) == 1 else None

    def _find_province(self, text: str, on: date | None) -> str | None:
        if len(text) == 2 and text.isascii() and text.isdigit():
            return text
        for day in (on, None):
            codes = {unit.code for unit in self._areas.find(text, level="province", on=day)}
            if len(codes) == 1:
                return codes.pop()
        return None
