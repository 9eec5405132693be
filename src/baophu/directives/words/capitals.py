"""Names of offices that a letterhead prints in capitals, as sentences write them."""

import re
from functools import cache

from baophu.base.text import titled
from baophu.directives.words.tones import toned
from baophu.directives.words.vocabulary import any_of, words_of

_WITHIN = ("insurance", "committee", "bodies", "fields", "levels", "in_titles")
_WORD = re.compile(r"\w+")


def as_in_sentences(office: str) -> str:
    """The name of an office as sentences write it; one that is not in capitals stays as it is.

    >>> as_in_sentences("ỦY BAN NHÂN DÂN HUYỆN KON RẪY")
    'Ủy ban nhân dân huyện Kon Rẫy'
    """
    if not office.isupper():
        return office
    parts = _known().split(toned(office))
    return titled("".join(_spelled().get(part.lower()) or _as_name(part) for part in parts))


def _as_name(words: str) -> str:
    return _WORD.sub(lambda word: word[0].capitalize(), words)


@cache
def _spelled() -> dict[str, str]:
    """Words of offices by their small letters, as they are written in the middle of a sentence."""
    known: dict[str, str] = {}
    for name in (*_WITHIN, "heads"):
        for words in words_of("offices")[name]:
            known.setdefault(toned(words).lower(), words)
    return known


@cache
def _known() -> re.Pattern[str]:
    """Words of offices; a head (Sở, Phòng) begins a name, elsewhere it is of a place (Hải Phòng)."""
    offices = words_of("offices")
    within = any_of(word for name in _WITHIN for word in offices[name])
    return re.compile(rf"(?<!\w)({within}|(?:(?<=^)|(?<=- )){any_of(offices['heads'])})(?!\w)", re.IGNORECASE)
