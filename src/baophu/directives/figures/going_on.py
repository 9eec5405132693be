"""Numbers that say what the one before them says: parts of it, or the share of a change."""

import re

from baophu.directives.figures.near import Near
from baophu.directives.names.carried import Carried, Told
from baophu.directives.words.letters import NAME

# Words that make a number say something of its own.
_OF_ITS_OWN = re.compile(
    r"BHXH|BHYT|BHTN|bảo\s+hiểm|tham\s+gia|tăng|giảm|đạt|dừng|hết\s+hạn|đến\s+hạn|nợ|tiền|còn\s+lại",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"(?:trong\s+đó|(?:bao\s+)?gồm|nhiều\s+nhất(?:\s+(?:ở|tại|là))?|tập\s+trung|nhất\s+là|cụ\s+thể|riêng)\b:?(?P<part>[^;.\d]{0,60})$",
    re.IGNORECASE,
)
_NEXT_PART = re.compile(r"[^;.:\d]{0,40}?(?:[,;]|\bvà\b)(?P<part>[^;.,\d]{0,60})", re.IGNORECASE)
_HAVE_PARTS = ("uncovered", "lapsed", "due", "new_participants")
_AND = re.compile(r"[^.;,]{0,60}\bvà\s*")
_NEXT_PLACE = re.compile(rf"\s*(?:,|và)\s*(?:(?:xã|phường|thị\s+trấn|huyện|thôn)\s+)?{NAME}:?\s*")
# `còn 47 học sinh chưa tham gia (Trường A 31 em, Trường B 16 em)`
_IN_ITS_BRACKET = re.compile(r"\((?:[^()]*,)?\s*(?:trường|xã|phường|thôn)\s[^(),]*\s$", re.IGNORECASE)
# `giảm 2,04 tỷ đồng (tương đương 15,2%)`, `tăng 5.127 người (9,69%)`
_SHARE_OF_A_CHANGE = re.compile(
    r"\s*(?:\(\s*(?:(?:tương\s+đương|tương\s+ứng|bằng|tức|khoảng)\s+)?|,\s*(?:tương\s+đương|tương\s+ứng)\s+)"
    r"(?:với\s+)?(?:(?:mức\s+)?(?:tăng|giảm)\s+)?",
    re.IGNORECASE,
)


def goes_on(near: Near) -> bool:
    """Whether a number is of the kind of the one before: joined by “và”, of the next unit, in its bracket."""
    joined = _AND.fullmatch(near.before) or _NEXT_PLACE.fullmatch(near.before)
    return bool(joined or _IN_ITS_BRACKET.search(near.text[: near.quantity.start]))


def told_before(near: Near, carried: Carried) -> Told | None:
    """What the number before said, where this one says it too."""
    told = carried.told
    if told is None:
        return None
    if told.kind == "change" and near.quantity.unit == "percent" and told.unit not in ("percent", "point"):
        return told if _SHARE_OF_A_CHANGE.fullmatch(near.before) else None
    counted = told.measure in _HAVE_PARTS or told.kind == "gap"
    if not counted or near.quantity.unit != "person" or told.unit != "person":
        return None
    part = _NEXT_PART.fullmatch(near.before) if told.is_part else None
    part = part or _PARTS.search(near.before)
    return told if part and not _OF_ITS_OWN.search(part["part"]) and not _says_more(near) else None


# `không để người bệnh phải chờ quá 120 phút`
_NOT_TO_BE = re.compile(r"không\s+(?:để|được)\b[^.;,]*$", re.IGNORECASE)
_GIVEN_TOGETHER = re.compile(r"[^;.,\d]{0,30}\bvà\s*", re.IGNORECASE)


def qualifier_of(near: Near, carried: Carried) -> str:
    """How exactly it is told; `tối thiểu 300 thẻ và 20 sổ` holds for both."""
    own, told = near.quantity.qualifier, carried.told
    if own == "over" and _NOT_TO_BE.search(near.before):
        return "under"
    gifts = told is not None and {told.unit, near.quantity.unit} <= {"card", "book"}
    joined = told is not None and told.measure == "new_participants" and near.quantity.unit == "person"
    together = (gifts or joined) and own == "exact" and _GIVEN_TOGETHER.fullmatch(near.before)
    return told.qualifier if told and together else own


def _says_more(near: Near) -> bool:
    return bool(_OF_ITS_OWN.search(near.after[:40]))
