"""One way to put the tone: `Hòa`, not `Hoà`."""

import re
from functools import lru_cache

_FIRST_VOWEL = dict(
    zip(
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        strict=True,
    )
)
_TONES = {
    form(pair): form(other)
    for pair, other in _FIRST_VOWEL.items()
    for form in (str, str.upper, str.capitalize)
}
_SECOND_VOWEL = re.compile(rf"(?<![qQ])(?:{'|'.join(_TONES)})(?!\w)")


@lru_cache(maxsize=1 << 12)
def toned(text: str) -> str:
    """Letter for letter the same text, each tone on the first of two vowels."""
    return _SECOND_VOWEL.sub(lambda pair: _TONES[pair[0]], text)
