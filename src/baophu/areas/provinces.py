"""The provinces whose digits stand on the cards of a place's own people."""

from datetime import date

from baophu.areas.unit import Unit
from baophu.areas.units import Areas, UnknownUnit


def card_provinces(areas: Areas, home: Unit, on: date) -> frozenset[str]:
    """Two-digit codes on cards issued at home, as of a day.

    That is the province in which the home lies on the day, and those merged into it by then: their cards
    keep the old digits (Kon Tum 62 and Quảng Ngãi 51 are one province since 1/7/2025, and were two before).
    """
    ground = [home] if on in home.valid else areas.extent(home, on)
    provinces = {[unit, *areas.ancestors(unit)][-1] for unit in ground or [home]}
    earlier = {change.unit for province in provinces for change in areas.was(province)}
    return frozenset(province.code for province in provinces | earlier)


def card_province_name(areas: Areas, code: str, on: date) -> str:
    """The province whose digits stand on a card, as a day knows it; the digits where none has them."""
    try:
        return areas.unit(code, on).name
    except UnknownUnit:
        return code
