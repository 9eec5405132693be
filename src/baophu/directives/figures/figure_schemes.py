"""In which scheme a figure counts."""

import re

from baophu.directives.figures.measures import OF_NO_SCHEME, without_collectors
from baophu.directives.figures.near import Near
from baophu.directives.figures.people import UNCOVERED_TOGETHER, of_employers
from baophu.directives.figures.schemes import Mention, mentions_in
from baophu.directives.names.carried import Carried
from baophu.directives.names.offices import offices_in

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
    if together := UNCOVERED_TOGETHER.match(near.text, near.quantity.end):
        behind = (one for one in schemes if together.end() <= one.start <= together.end() + 1)
        if lacked := next(behind, None):
            return lacked.scheme
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


def scheme_for(measure: str, kind: str, scheme: str | None, near: Near, named: str | None) -> str | None:
    """The scheme of what is counted: of none, of the only one that it can be, or of the one named last."""
    if measure in OF_NO_SCHEME or (measure in _UNITS and without_collectors(near)):
        return None
    if measure in ("cards", "students", "visits", "fund_spent"):
        return "BHYT"
    if measure == "uncovered" and ("có thẻ" in near.before or (scheme is None and "thẻ" in near.text)):
        return "BHYT"
    if measure in ("participants", "uncovered") and scheme in ("BHXH", None) and of_employers(near):
        return "BHXH_BB"
    if measure == "coverage" and kind == "actual" and scheme == "BHXH_TN" and is_too_much(near, scheme):
        return "BHYT"
    if scheme is None and measure == "uncovered":
        return "BHYT"
    if measure in _UNITS and scheme != "BHXH" and _BELOW_MOST.match(near.text, near.quantity.end):
        return "BHYT"
    return scheme or (named if measure in _OF_THE_LAST or kind == "change" else None)


_UNITS = ("communes", "hamlets", "schools")
_OF_THE_LAST = ("lapsed", "due")
# Only health insurance covers as many: `22 xã, phường chưa đạt 90%`.
_BELOW_MOST = re.compile(
    r"[^;.:\d]{0,40}(?:dưới|đạt|trên|từ)\s+(?:[5-9]\d|100)(?:,\d+)?\s*%(?!\s*(?:so\s+với\s+)?(?:kế\s+hoạch|chỉ\s+tiêu|KH\b))",
    re.IGNORECASE,
)
_MOST = {"BHXH_TN": 30, "BHXH_BB": 80, "BHTN": 80, "BHXH": 85}


def is_too_much(near: Near, scheme: str | None) -> bool:
    """Whether a larger share is told than ever joined that insurance."""
    most = _MOST.get(scheme or "")
    return most is not None and near.quantity.unit == "percent" and near.quantity.value > most
