"""Which communes owe a list that the figures rest on: it never came, or it is more than a year old."""

from collections.abc import Callable
from datetime import date, timedelta

from baophu.areas.unit import Unit
from baophu.areas.units import load_areas
from baophu.base.words import N_, _
from baophu.builds.ground import unit_on
from baophu.builds.opened import OpenBuild
from baophu.lists.kinds import kind_words
from baophu.reports.facts import ListOwed

YEAR = timedelta(days=366)
# Kinds of list that every commune sends, and who in the commune does.
OF_EVERY_COMMUNE = {
    "residents": N_("police of {commune}"),
    "poor_households": N_("People’s Committee of {commune}"),
    "farming_households": N_("People’s Committee of {commune}"),
}


def lists_owed(build: OpenBuild, on: date) -> list[ListOwed]:
    """The lists owed on a day, by kind and commune."""
    areas = load_areas()
    home = areas.unit(build.inputs.area)
    newest = _newest(build, on, unit_on(areas, on))
    return [
        ListOwed(name=kind_words(kind), sender=_(sender).format(commune=_in_a_sentence(commune)), as_of=last)
        for kind, sender in OF_EVERY_COMMUNE.items()
        for commune in areas.extent(home, on)
        for last in [newest.get((kind, commune.key))]
        if last is None or last < on - YEAR
    ]


def _newest(build: OpenBuild, on: date, place_of: Callable[[str], str]) -> dict[tuple[str, str], date]:
    newest: dict[tuple[str, str], date] = {}
    for entry in build.inputs.lists:
        if entry.as_of <= on:
            for extent in entry.extents:
                unit = extent.split("|")[0]
                key = entry.kind, place_of(unit) if "@" in unit else unit
                newest[key] = max(entry.as_of, newest.get(key, date.min))
    return newest


def _in_a_sentence(unit: Unit) -> str:
    """`Xã Đăk Kôi` within a sentence: `xã Đăk Kôi`."""
    return unit.name[0].lower() + unit.name[1:]
