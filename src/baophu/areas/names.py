"""Names of provinces, districts and communes as people write them."""

import re
import unicodedata

from baophu.base.text import fold, tidy

_PAIRS = {
    "thanh pho": "Thành phố",
    "thi tran": "Thị trấn",
    "thi xa": "Thị xã",
    "dac khu": "Đặc khu",
}
_SINGLES = {
    "tỉnh": "Tỉnh",
    "huyện": "Huyện",
    "quận": "Quận",
    "phường": "Phường",
    "xã": "Xã",
    "tp": "Thành phố",
    "tt": "Thị trấn",
    "tx": "Thị xã",
    "đk": "Đặc khu",
    "t": "Tỉnh",
    "h": "Huyện",
    "q": "Quận",
    "p": "Phường",
    "x": "Xã",
}
# Words that lost their diacritics. A word with other diacritics is a name: Xá Lượng, Phương Thịnh, Tịnh Biên.
_SINGLES |= {fold(word): shown for word, shown in _SINGLES.items()}
_ALIASES = {
    "hcm": "ho chi minh",
    "tphcm": "ho chi minh",
    "brvt": "ba ria vung tau",
    "ba ria vt": "ba ria vung tau",
    "thua thien hue": "hue",
    "tt hue": "hue",
}
_GAPS = re.compile(r"[\s.:]+")
_LETTER_AND_NUMBER = re.compile(r"([pPqQ])(\d+)")
_HARD_C = re.compile(r"c(?!h)")


def split_name(name: str) -> tuple[str, str]:
    """The level word in full, and the rest as written: `TT. Đăk Rve` → `("Thị trấn", "Đăk Rve")`.

    The level word is "" where none is written.
    """
    text = _LETTER_AND_NUMBER.sub(r"\1 \2", tidy(name))
    words = [word for word in _GAPS.split(text) if word]
    pair = _PAIRS.get(fold(" ".join(words[:2])))
    if pair and len(words) > 2:
        return pair, " ".join(words[2:])
    single = _SINGLES.get(words[0].lower()) if len(words) > 1 else None
    return (single, " ".join(words[1:])) if single else ("", " ".join(words))


def level_word(name: str) -> str:
    """The level word of a name in full (`Xã`, `Thị trấn`, `Huyện`, ...), or "" where none is written."""
    return split_name(name)[0]


def short_name(name: str) -> str:
    """The name without its level word: `Thị trấn Đắk Rve` → `Đắk Rve`; of a number too (`Phường 1` → `1`)."""
    return split_name(name)[1]


def name_key(name: str) -> str:
    """The folded name without its level word: one key for Đắk, Đăk, Đak and Dak Kôi.

    >>> name_key("TT. ĐĂK RVE")
    'dak rve'
    """
    return whole_key(name) if fold(name) in _ALIASES else whole_key(short_name(name))


def whole_key(name: str) -> str:
    """As `name_key`, for a name in which what looks like a level word belongs to the name (`XA LUONG`)."""
    key = " ".join(word.lstrip("0") or "0" if word.isdigit() else word for word in fold(name).split(" "))
    return _ALIASES.get(key, key)


def variant_key(key: str) -> str:
    """A looser key: words joined or parted, y as i, hard c as k (`dac to`, `dak to`, `dakto`)."""
    return _HARD_C.sub("k", key.replace(" ", "").replace("y", "i"))


def spelling(name: str) -> tuple[tuple[str, ...], ...]:
    """The name without its level word, with diacritics wherever in a word they are put (Hoà is Hòa)."""
    words = unicodedata.normalize("NFD", short_name(name).lower()).split(" ")
    return tuple(tuple(sorted(word, key=_marks_last)) for word in words)


def _marks_last(sign: str) -> str:
    return sign if unicodedata.combining(sign) else ""
