"""Two rows side by side: which values agree, which differ and in which letters, which one of them lacks."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby
from typing import Any

from baophu.base.text import fold, tidy
from baophu.builds.reviewing import Side
from baophu.lists.kinds import KINDS
from baophu.web.lists.cells import MASKED, cell
from baophu.web.lists.columns import column_words

# What tells people apart comes first; the rest follows in the order of the lists.
FIRST = (
    "name", "birth_date", "sex", "national_id", "insurance_number", "card_number", "ethnicity", "commune",
    "hamlet", "household_head", "relation", "address", "phone",
)  # fmt: skip
# The household numbers of two lists are counted by two offices; ordinals and notes say nothing of a person.
NOT_COMPARED = frozenset({"ordinal", "household"})
TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
# As well as a birth is known: so many parts of it, from the year on.
PARTS_OF_BIRTH = {"year": 1, "month": 2, "day": 3}

# Places are compared by their keys, however they are written.
KEPT_AS = {"commune": "unit", "hamlet": "hamlet_name"}

# Words of which a smaller part is alike are other words.
ALIKE_ENOUGH = 0.5
_WORDS = re.compile(r"\w+|\W+")

# Parts of a text, each with whether it differs from the other side.
type Parts = list[tuple[str, bool]]


class Agreement(StrEnum):
    SAME = "same"
    DIFFERS = "differs"
    ONE_SIDED = "one_sided"


@dataclass(frozen=True, slots=True)
class Compared:
    """A value on both rows. Where a side has none, `tells` says whether its list has such a column.

    `digits` is how many digits of two numbers differ, which are shown masked.
    """

    column: str
    words: str
    agreement: Agreement
    sides: tuple[Parts, Parts]
    tells: tuple[bool, bool]
    digits: int = 0


def compare(known: Side, doubted: Side) -> list[Compared]:
    """What either of two rows says of its person, value by value."""
    made = [_compared(name, known, doubted) for name in _columns(known, doubted)]
    return [one for one in made if one is not None]


def _columns(*sides: Side) -> list[str]:
    """The columns that are read of either list."""
    read = [column.name for side in sides for column in KINDS[side.kind].columns if column.read]
    return [name for name in dict.fromkeys([*FIRST, *read]) if name not in NOT_COMPARED]


def _compared(name: str, known: Side, doubted: Side) -> Compared | None:
    rows = known.cells, doubted.cells
    texts = cell(name, known.cells), cell(name, doubted.cells)
    tells = _tells(name, known), _tells(name, doubted)
    words = column_words(name)
    if not any(texts):
        return None
    if not all(texts):
        sides = _whole(texts[0]), _whole(texts[1])
        return Compared(name, words, Agreement.ONE_SIDED, sides, tells)
    if _agree(name, *rows):
        return Compared(name, words, Agreement.SAME, (_whole(texts[0]), _whole(texts[1])), tells)
    if name in MASKED:
        digits = _unlike(str(rows[0][name]), str(rows[1][name]))
        return Compared(name, words, Agreement.DIFFERS, (_whole(texts[0]), _whole(texts[1])), tells, digits)
    return Compared(name, words, Agreement.DIFFERS, marked(*texts), tells)


def _tells(name: str, side: Side) -> bool:
    return any(column.name == name and column.read for column in KINDS[side.kind].columns)


def _agree(name: str, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if name == "birth_date":
        parts = min(PARTS_OF_BIRTH[row.get("birth_precision") or "day"] for row in (one, other))
        births = [row[name].timetuple()[:parts] for row in (one, other)]
        return bool(births[0] == births[1])
    if name == "name":
        return spelling(one[name]) == spelling(other[name])
    values = [row.get(KEPT_AS.get(name, name)) or row[name] for row in (one, other)]
    return bool(values[0] == values[1]) or _says_the_same(*map(str, values))


def _says_the_same(one: str, other: str) -> bool:
    return bool(fold(one)) and fold(one) == fold(other)


def spelling(name: str) -> str:
    """A name as it is written, wherever its tones are put: Hoà is Hòa, Hoa is not.

    >>> spelling("Trần Thị HOÀ") == spelling("trần thị hòa"), spelling("Hoa") == spelling("Hòa")
    (True, False)
    """
    return " ".join(map(_letters_then_tones, tidy(name).lower().split()))


def _letters_then_tones(word: str) -> str:
    signs = unicodedata.normalize("NFD", word)
    letters = "".join(sign for sign in signs if sign not in TONES)
    return letters + "".join(sign for sign in signs if sign in TONES)


def marked(one: str, other: str) -> tuple[Parts, Parts]:
    """Two texts in parts that differ and parts that do not, whatever the case of their letters.

    Words that are much alike differ in letters, others as a whole.

    >>> marked("Văn Bình", "Văn Bính")[0]
    [('Văn B', False), ('ì', True), ('nh', False)]
    >>> marked("Văn Bình", "Văn Oanh Hoa")[1]
    [('Văn ', False), ('Oanh Hoa', True)]
    """
    sides: tuple[Parts, Parts] = [], []
    words = _WORDS.findall(one), _WORDS.findall(other)
    for ours, theirs in _in_parts(*words):
        if ours and len(ours) == len(theirs):
            for pair in zip(ours, theirs, strict=True):
                _mark_word(sides, *pair)
        else:
            _mark(sides, "".join(ours), "".join(theirs), differs=ours != theirs)
    return _joined(sides[0]), _joined(sides[1])


def _in_parts(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """The words of two texts in runs that are alike, and in runs that are not."""
    matcher = SequenceMatcher(None, [*map(_alike, ours)], [*map(_alike, theirs)], autojunk=False)
    for _change, from_one, to_one, from_other, to_other in matcher.get_opcodes():
        yield ours[from_one:to_one], theirs[from_other:to_other]


def _mark_word(sides: tuple[Parts, Parts], one: str, other: str) -> None:
    matcher = SequenceMatcher(None, _alike(one), _alike(other), autojunk=False)
    if matcher.ratio() < ALIKE_ENOUGH:
        _mark(sides, one, other, differs=True)
        return
    for change, from_one, to_one, from_other, to_other in matcher.get_opcodes():
        _mark(sides, one[from_one:to_one], other[from_other:to_other], differs=change != "equal")


def _mark(sides: tuple[Parts, Parts], *texts: str, differs: bool) -> None:
    for parts, text in zip(sides, texts, strict=True):
        parts.append((text, differs))


def _joined(parts: Parts) -> Parts:
    """Neighbours of which both differ, or neither does, in one."""
    runs = groupby((part for part in parts if part[0]), key=lambda part: part[1])
    return [("".join(text for text, _differs in run), differs) for differs, run in runs]


def _alike(text: str) -> str:
    """The text in small letters, as long as it was."""
    return "".join(small if len(small := sign.lower()) == 1 else sign for sign in text)


def _unlike(one: str, other: str) -> int:
    """How many digits of two numbers differ, at the least."""
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True))
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return max(len(one), len(other)) - sum(block.size for block in blocks)


def _whole(text: str) -> Parts:
    return [(text, False)] if text else []
