"""Vietnamese text: one spelling of each letter, names folded for comparison."""

import re
import unicodedata
from functools import lru_cache

_LOOK_ALIKES = str.maketrans(
    {"Ð": "Đ", "ð": "đ", "\u00a0": " ", "\u200b": None, "\u200c": None, "\u200d": None, "\ufeff": None}
)
_BLANKS = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^0-9a-z]+")


def tidy(text: str) -> str:
    """NFC, look-alike letters mended, runs of blanks squeezed, ends stripped; case is kept."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text).translate(_LOOK_ALIKES)).strip()


@lru_cache(maxsize=1 << 18)
def fold(text: str) -> str:
    """For comparison: lower case, no diacritics, đ as d, signs as single blanks.

    >>> fold("  NGUYỄN Thị Hoà-Bình ")
    'nguyen thi hoa binh'
    """
    lowered = tidy(text).lower().replace("đ", "d")
    bare = "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", bare).strip()


def title_name(name: str) -> str:
    """A person's name as written: `NGUYỄN THỊ HOA` → `Nguyễn Thị Hoa`; mixed case is kept."""
    name = tidy(name)
    if name.isupper() or name.islower():
        return " ".join(word.capitalize() for word in name.split(" "))
    return name
