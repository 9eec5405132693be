"""Whether a word is written as Vietnamese is, which tells the right reading of a word among several."""

import re
import unicodedata
from functools import lru_cache

SYLLABLE, LIKE_ONE, NONE = 2, 1, 0

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_CLOSED_TONES = "\u0301\u0323"
_ONSET = "(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?"
_RHYME = (
    "(?:a(?:ch?|i|m|n|ng|nh|o|p|t|u|y)?|ă(?:c|m|n|ng|p|t)|â(?:c|m|n|ng|p|t|u|y)|e(?:c|m|n|ng|o|p|t)?"
    "|ê(?:ch|m|n|nh|p|t|u)?|i(?:a|ch|m|n|nh|p|t|u|ê(?:c|m|n|ng|p|t|u))?"
    "|o(?:a(?:ch?|i|m|n|ng|nh|o|p|t|y)?|ă(?:c|m|n|ng|t)|e(?:m|n|o|t)?|c|i|m|n|ng|p|t)?"
    "|ô(?:c|i|m|n|ng|p|t)?|ơ(?:i|m|n|p|t)?"
    "|u(?:a|c|i|m|n|ng|p|t|â(?:n|ng|t|y)|ê(?:ch|n|nh|t)?|ô(?:c|i|m|n|ng|t)|ơ|y(?:a|ch|n|nh|t|p|u|ê(?:n|t))?)?"
    "|ư(?:a|c|i|m|n|ng|t|u|ơ(?:c|i|m|n|ng|p|t|u))?|y)"
)
_AFTER_U = "y(?:nh?|t|ch|ê(?:m|n|ng|t|u))"  # also at the beginning: yên, yêu, quỳnh
_STRICT = re.compile(f"{_ONSET}{_RHYME}|(?:qu)?{_AFTER_U}")
_CLOSED = re.compile("(?:ch?|p|t)$")
# Vowels that stand together in Vietnamese, and in the names of the peoples of the Highlands.
_NUCLEUS = (
    "(?:a[iouy]?|ă|â[uy]?|e[ao]?|ê[au]?|i(?:[aăâeoôơuư]|êu?)?|o(?:a[ioy]?|ă|eo?|i|o)?|ô[io]?|ơi?"
    "|u(?:ai?|ă|ây?|e|i|ê|ôi?|ơ|y(?:a|ê|u)?)?|ư(?:a|i|u|ơ[iu]?)?|y(?:[aăâeoôơuư]|êu?)?)"
)
_VOWELS = "aăâeêioôơuưy"
_ONE_NUCLEUS = re.compile(_NUCLEUS)
_RUN = re.compile(f"[{_VOWELS}]+")
_ON_CONSONANT = re.compile(f"[^{_VOWELS}aeou\u0302\u0306\u031b][{_TONES}]")
# A tone on the second of two vowels of which the first must bear it: `Baù`, `Khaùnh`.
_ON_SECOND = re.compile(
    f"(?:[aeou][\u0306\u0302]|[ou]\u031b|[ae])[iouy][{_TONES}]|oi[{_TONES}]|(?<!q)ui[{_TONES}]"
)
_LETTERS = re.compile(f"[{_VOWELS}bcdđfghjklmnpqrstvwxz’']+")


@lru_cache(maxsize=1 << 16)
def likeness(word: str) -> int:
    """`SYLLABLE` for a Vietnamese one, `LIKE_ONE` for what is spelled with its letters, else `NONE`.

    Capitals stand first, or everywhere, or nowhere.

    >>> likeness("Nguyễn"), likeness("Krông"), likeness("BiÓu"), likeness("teân")
    (2, 1, 0, 0)
    """
    if not (word.isupper() or word.islower() or (word[:1].isupper() and word[1:].islower())):
        return NONE
    apart = unicodedata.normalize("NFD", word.lower())
    if _ON_CONSONANT.search(apart) or _ON_SECOND.search(apart):
        return NONE
    tones = [sign for sign in apart if sign in _TONES]
    bare = unicodedata.normalize("NFC", "".join(sign for sign in apart if sign not in _TONES))
    if not _LETTERS.fullmatch(bare):
        return NONE
    if len(tones) <= 1 and _STRICT.fullmatch(bare):
        closed = _CLOSED.search(bare) is not None
        if not closed or (tones and tones[0] in _CLOSED_TONES):
            return SYLLABLE
    runs = _RUN.findall(bare)
    spelled = all(map(_ONE_NUCLEUS.fullmatch, runs))
    spelled = spelled and not bare.endswith(("đ", "â"))
    return LIKE_ONE if runs and len(tones) <= len(runs) and spelled else NONE
