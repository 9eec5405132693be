"""Which unit's ground a unit of another day lies on."""

from collections.abc import Callable
from datetime import date

from baophu.areas.units import Areas


def unit_on(areas: Areas, on: date) -> Callable[[str], str]:
    """For a unit's key as printed on a list, the unit on whose ground it lies on a day.

    A unit that was split stays as printed: where its people went only the lists can say.
    """

    def stands_for(key: str) -> str:
        now = areas.became_on(key, on)
        return now[0] if len(now) == 1 else key

    return stands_for


def same_ground(areas: Areas) -> Callable[[str, str], bool]:
    """Whether of two units' keys one is the other, or all of one went into the other."""

    def went_into(one: str, other: str) -> bool:
        valid = areas.unit(other).valid
        return areas.became_on(one, valid.first or valid.last or date.min) == [other]

    return lambda one, other: one == other or went_into(one, other) or went_into(other, one)
