"""What the amounts of a list count in: “ĐVT: triệu đồng” above it, “(nghìn đồng)” in a heading."""

import re
from collections.abc import Iterable

from baophu.base.text import tidy

_SIZES = {
    "tỷ": 10**9, "tỉ": 10**9, "ty": 10**9, "triệu": 10**6, "trieu": 10**6, "tr": 10**6, "tr.": 10**6,
    "1.000.000": 10**6, "nghìn": 10**3, "ngàn": 10**3, "nghin": 10**3, "ngan": 10**3, "1.000": 10**3,
    "1000": 10**3, "": 1,
}  # fmt: skip
_SIZE = "|".join(re.escape(size) for size in sorted(_SIZES, key=len, reverse=True) if size)
_DONG = r"(?:đồng|đ|vnđ|vnd|dong)(?!\w)"
_SAID = re.compile(rf"(?:đvt|dvt|đơn vị(?: tính| tiền)?|don vi(?: tinh)?)\s*(?::|là)?\s*({_SIZE}|)\s*{_DONG}")
_IN_HEADING = re.compile(rf"(?<!\w)({_SIZE})\s*{_DONG}|\(\s*()(?:đvt:?\s*)?{_DONG}\s*\)")


def unit_of(heading: str, titles: Iterable[str]) -> int:
    """How many đồng one of a column counts. The heading goes before the titles; two units are none."""
    in_heading = {_SIZES[found[0] or found[1]] for found in _IN_HEADING.findall(tidy(heading).lower())}
    in_titles = {_SIZES[size] for title in titles for size in _SAID.findall(tidy(title).lower())}
    for found in (in_heading, in_titles):
        if found:
            return found.pop() if len(found) == 1 else 1
    return 1
