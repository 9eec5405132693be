"""Vietnamese text: one spelling of each letter, names folded for comparison."""

import re
import unicodedata
from functools import lru_cache

from baophu.base.old_fonts import mended, suspect

_LOOK_ALIKES = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ", "\u00ad": None})
# Signs without width: joiners, marks of direction, soft signs of other alphabets.
_UNSEEN = str.maketrans(
    dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufe0e\ufe0f\ufeff")
)
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r"[^\s'’\-]+")
_Y_FOR_I = re.compile(r"\b([bcdghklmnprstvx]+|qu)y(t?)\b")
_NOT_WORD = re.compile(r"[^0-9a-z]+")


def tidy(text: str) -> str:
    """NFC, words of old fonts and look-alike letters mended, blanks squeezed, ends stripped; case is kept."""
    text = unicodedata.normalize("NFC", text.translate(_UNSEEN))
    if suspect(text):
        text = mended(text)[0]
    return _BLANKS.sub(" ", text.translate(_LOOK_ALIKES)).strip()


@lru_cache(maxsize=1 << 18)
def fold(text: str) -> str:
    """For comparison: lower case, no diacritics, đ as d, signs as single blanks.

    >>> fold("  NGUYỄN Thị Hoà-Bình ")
    'nguyen thi hoa binh'
    """
    lowered = tidy(text).lower().replace("đ", "d")
    bare = "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", bare).strip()


def name_key(name: str) -> str:
    """A name for comparison: folded, and y after a consonant as i, for Lý is also written Lí.

    >>> name_key("Lý Quý Mỹ"), name_key("Y Thúy")
    ('li qui mi', 'y thuy')
    """
    return " ".join(map(_word_key, name.split()))


@lru_cache(maxsize=1 << 16)
def _word_key(word: str) -> str:
    return _Y_FOR_I.sub(r"\1i\2", fold(word))


def title_name(name: str) -> str:
    """A person's name as written: `TRẦN THỊ HOA` → `Trần Thị Hoa`, `H'HEN` → `H'Hen`; mixed case is kept."""
    name = tidy(name)
    if name.isupper() or name.islower():
        return _WORD.sub(lambda word: word[0].capitalize(), name)
    return name


def titled(name: str) -> str:
    """A name at the beginning of a line: `Danh sách BHYT`; the other letters stay."""
    return name[:1].upper() + name[1:]
