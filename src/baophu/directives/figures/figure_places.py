"""For which unit a figure is."""

import re

from baophu.directives.figures.near import NAMED_BEFORE, NAMED_WITH_SCHEME, Near
from baophu.directives.figures.schemes import mentions_in
from baophu.directives.names.carried import Carried
from baophu.directives.names.places import Place
from baophu.directives.words.letters import NAME

SEVERAL_PLACES = re.compile(r"\s*(?:,|và|,\s*và)\s*")


# `03 xã, thị trấn dưới 75% là: Quốc Oai 61,2%, Mỹ Đức 72,4%`
_LIST_OF_UNITS = re.compile(
    r"(?:xã|phường|thị\s+trấn|huyện|thôn|địa\s+phương|đơn\s+vị)\b[^;.]*:[^;:]*$", re.IGNORECASE
)
_NAME_ALONE = re.compile(rf"(?:^|[:,]|và\s)\s*({NAME})\s+(?:đạt\s+)?$")


# `các xã Tri Lễ (1.204 người), Kháng Chiến (987 người)`: Kháng Chiến is an xã too.
_LEVEL_OF_SEVERAL = re.compile(
    rf"(?i:các)\s+(?P<level>(?i:xã|phường|thị\s+trấn|huyện|thôn|đặc\s+khu))\s+{NAME}\s*\([^()]*\)"
    rf"(?:\s*(?:,|và)\s*{NAME}\s*\([^()]*\))*\s*(?:,|và)\s*{NAME}$"
)


def _in_a_list(near: Near) -> re.Match[str] | None:
    listed = _LIST_OF_UNITS.search(near.text[: near.quantity.start])
    return _NAME_ALONE.search(near.before) if listed else None


def is_school(place: Place) -> bool:
    return bool(place.name and place.name.lower().startswith("trường"))


def place_of(near: Near, places: list[Place], carried: Carried, measure: str) -> Place | None:
    """The last unit named before the number; units in brackets right after what was counted."""
    after = (one for one in places if one.bracketed and near.quantity.end <= one.start < near.end)
    if several := next(after, None):
        return several
    named = NAMED_WITH_SCHEME.search(near.before) or NAMED_BEFORE.search(near.before) or _in_a_list(near)
    if named and not mentions_in(named[1]) and not named[1].isupper():
        level = _LEVEL_OF_SEVERAL.search(near.text[: near.start + named.end(1)])
        name = f"{level['level'].lower()} {named[1]}" if level else named[1]
        return Place(name, near.start + named.start(1), near.start + named.end(1))
    before = [
        one
        for one in places
        if near.start <= one.start < near.quantity.start and not one.several and near.text[one.start].strip()
    ]
    listed = len(before) > 1 and SEVERAL_PLACES.fullmatch(near.text, before[-2].end, before[-1].start)
    if before and not listed:
        carried.place = before[-1]
    if not before and carried.place and _never_of(carried.place, measure):
        carried.place = None
    return before[-1] if before else carried.place


def _never_of(place: Place, measure: str) -> bool:
    """Spending of the fund is told of the whole, and schools have only students."""
    if is_school(place):
        return measure not in ("students", "uncovered", "coverage")
    return measure in ("visits", "fund_spent")
