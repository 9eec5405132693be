"""Hamlets (thôn, làng, tổ dân phố): made by decisions of the commune, without national codes."""

import re
from dataclasses import dataclass

from baophu.base.dates import Interval
from baophu.base.text import fold, tidy


@dataclass(frozen=True, slots=True)
class Hamlet:
    """A hamlet in the time it stands. `key` is `<unit key>/NN`; `name_keys` are all names it goes by, as
    `hamlet_key_name` gives them; `source` is the decision."""

    key: str
    unit: str
    name: str
    name_keys: tuple[str, ...]
    valid: Interval
    source: str


_LEVELS = (
    "tổ dân phố", "khu dân cư", "tiểu khu", "khu phố", "khối phố", "khu vực", "thôn", "làng", "buôn", "bon",
    "bản", "ấp", "khóm", "xóm", "khối", "khu", "tổ", "tdp", "kdc", "kp",
)  # fmt: skip
# These, bare, are names too (Tơ Lung, Bàn Thạch): without diacritics they are levels only before a number.
_ONLY_BEFORE_NUMBER = {"to", "ban", "ap", "bon", "khoi", "khom", "t", "th"}
_BARE = {fold(level) for level in _LEVELS} - _ONLY_BEFORE_NUMBER
_ALWAYS = sorted({*_LEVELS, *_BARE}, key=len, reverse=True)

_BRACKETS = re.compile(r"\([^)]*\)?")
_WHERE = re.compile(
    r"[-–,;/]\s*(?:xã|xa|phường|phuong|thị trấn|thi tran|tt|huyện|huyen|x\.|p\.|h\.).*"
    r"|\s(?:xã|phường|thị trấn|huyện)\s.*",
    re.IGNORECASE,
)
_LEVEL = re.compile(rf"(?:{'|'.join(_ALWAYS)})(?=[\s.:\d]|$)[\s.:]*", re.IGNORECASE)
_SHORT_LEVEL = re.compile(
    rf"(?:{'|'.join(sorted(_ONLY_BEFORE_NUMBER))})[\s.:]*(?=\d|số\s|so\s)", re.IGNORECASE
)
_NUMBER = re.compile(r"(?:so )?0*(\d+) ?([a-e]?)")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_ROMAN = {word: str(number) for number, word in enumerate(_ROMANS, 1)}


def hamlet_key_name(text: str) -> str:
    """A hamlet's folded name for matching, without its level word, zeros, brackets and commune.

    >>> [hamlet_key_name(name) for name in ("Thôn 03", "T3", "Thôn Kon Gộp (Kon Gop)", "TDP số 2")]
    ['3', '3', 'kon gop', '2']
    """
    name = _WHERE.sub("", _BRACKETS.sub(" ", tidy(text))).strip()
    # "Thôn Làng Kon Gộp", "Thôn thôn 5": several level words are dropped one after the other.
    while level := _LEVEL.match(name) or _SHORT_LEVEL.match(name):
        name = name[level.end() :]
    key = fold(name)
    number = _NUMBER.fullmatch(key)
    return "".join(number.groups()) if number else _ROMAN.get(key, key)
