"""Offices of a class that are left out of it: “UBND các xã (trừ xã Đăk Kôi)”."""

import re
from collections.abc import Iterable

from baophu.areas.offices import office_key

_EXCEPT = re.compile(
    r"[\s,(]+(?:ngoại\s+trừ|trừ|không\s+bao\s+gồm|không\s+kể)(?:\s+(?:ra|đối\s+với))?:?\s+(?P<names>[^()]+)\)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[,;]|\bvà\b")


def without_excepted(text: str) -> tuple[str, str]:
    """What is written without those left out, and the words that name them; "" where there are none.

    >>> without_excepted("UBND các xã, thị trấn (trừ xã Đăk Kôi)")
    ('UBND các xã, thị trấn', 'xã Đăk Kôi')
    """
    found = _EXCEPT.search(text)
    if found is None:
        return text, ""
    return (text[: found.start()] + text[found.end() :]).strip(), found["names"].strip()


def named_in(office: str, excepted: str) -> bool:
    """Whether words that leave some out name an office.

    >>> named_in("Trưởng thôn 2", "các thôn 1, 2"), named_in("Trưởng thôn 12", "các thôn 1, 2")
    (True, False)
    """
    return f" {office_key(office)}".endswith(tuple(_endings(excepted)))


def _endings(excepted: str) -> Iterable[str]:
    for part in _BETWEEN.split(excepted):
        if key := office_key(part).removeprefix("cac "):
            yield f" {key}"
