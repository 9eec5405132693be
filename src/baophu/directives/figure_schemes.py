"""In which scheme a figure counts."""

import re

from baophu.directives.carried import Carried
from baophu.directives.near import Near
from baophu.directives.offices import offices_in
from baophu.directives.schemes import Mention, mentions_in

_JOINS = re.compile(
    r"\s*(?:(?:dân\s+số|người\s+dân|(?:lực\s+lượng\s+)?lao\s+động)(?:\s+trong\s+độ\s+tuổi(?:\s+lao\s+động)?)?\s+)?"
    r"(?:(?:mới|đang|đã|được|chưa)\s+){0,2}(?:tham\s+gia|có\s+thẻ|hưởng|(?:đến|hết)\s+hạn|dừng\s+(?:đóng|tham\s+gia))\b",
    re.IGNORECASE,
)


def schemes_in(text: str) -> list[Mention]:
    """The schemes that a text names, not as a part of an office's name (`BHXH tỉnh`)."""
    offices = offices_in(text)
    return [
        one
        for one in mentions_in(text)
        if not any(office.start <= one.start < office.end for office in offices)
    ]


def scheme_of(near: Near, schemes: list[Mention], carried: Carried) -> str | None:
    """The last scheme named before the number; else the first right after; else as before."""
    if near.quantity.unit == "book":  # `46 sổ BHXH tự nguyện`: the unit's own words name it
        named = (one.scheme for one in schemes if near.quantity.digits < one.start < near.quantity.end)
        return next(named, None)
    before = [one for one in schemes if near.start <= one.start and one.end <= near.quantity.start]
    counts = re.search(r"(?:đạt|bao\s+phủ|tham\s+gia)", near.before, re.IGNORECASE)
    alone = schemes[0].scheme if len(schemes) == 1 and not carried.scheme and counts else None
    if not schemes and carried.scheme != "BHYT" and re.search(r"bao\s+phủ", near.text, re.IGNORECASE):
        return "BHYT"
    stop = near.end if near.quantity.unit in ("commune", "unit", "hamlet", "school") else near.clause_end
    after = [one for one in schemes if near.quantity.end <= one.start < stop]
    if after and _JOINS.match(near.after):
        return after[0].scheme
    if before and not near.new_clause_after(before[-1].end):
        return before[-1].scheme
    if after and not (before and near.bracketed):
        return after[0].scheme
    return before[-1].scheme if before else carried.scheme or alone


def names_scheme(near: Near, schemes: list[Mention]) -> bool:
    """Whether a scheme is named with the number itself."""
    return any(near.start <= one.start < near.clause_end for one in schemes)
