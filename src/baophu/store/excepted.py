"""Offices of a class that are left out of it: “UBND các xã (trừ xã Đăk Kôi)”."""

import re

_EXCEPT = re.compile(
    r"[\s,(]+(?:ngoại\s+trừ|trừ|không\s+bao\s+gồm|không\s+kể)(?:\s+(?:ra|đối\s+với))?:?\s+(?P<names>[^()]+)\)?",
    re.IGNORECASE,
)


def without_excepted(text: str) -> tuple[str, str]:
    """What is written without those left out, and the words that name them; "" where there are none.

    >>> without_excepted("UBND các xã, thị trấn (trừ xã Đăk Kôi)")
    ('UBND các xã, thị trấn', 'xã Đăk Kôi')
    """
    found = _EXCEPT.search(text)
    if found is None:
        return text, ""
    return (text[: found.start()] + text[found.end() :]).strip(), found["names"].strip()
