"""Which column a heading means, by the vocabulary in `headings.yaml`."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from baophu.base.text import fold, tidy

type Heading = tuple[str, ...]  # the header cells of one column from top to bottom

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HINT = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_LONGEST, _LONGEST_LIKE = 80, 50
_SHORTEST_INSIDE = 4
_SHORTEST_MISTYPED = 6

# How sure a meaning is: how it was found, and in which part of a heading of several rows.
EXACT, INSIDE, MISTYPED = 100, 50, 30
JOINED, OWN, ABOVE = 9, 5, -40
CONTENTS = 20
BEFORE = -30  # “thôn cũ” beside “thôn mới”
# Headings of columns of crosses say so as a whole: “Giảm từ tháng” is none.
_OF_CROSSES = frozenset(
    ("direction_in", "direction_out", "group_poor", "group_near_poor", "insured_elsewhere", "insured_not")
)
_BEFORE = re.compile(r"\b(?:cũ|trước đây)\b")
_OF_ANOTHER = re.compile(
    r"\b(?:mẹ|cha|bố|phụ huynh|(?:người )?(?:nhận thay|giám hộ|đỡ đầu)|gvcn|giáo viên)\b"
)
_NUMBERS = frozenset(("national_id", "insurance_number", "card_number", "birth_date"))
_OWN = frozenset(
    ("name", "family_name", "middle_name", "given_name", "birth_date", "male", "female", "sex", "national_id",
     "insurance_number", "card_number", "ethnicity", "address", "hamlet", "commune")
)  # fmt: skip


@cache
def vocabulary() -> dict[str, list[str]]:
    """Column name → headings as the file has them."""
    text = files("baophu.lists").joinpath("headings.yaml").read_text(encoding="utf-8")
    words: dict[str, list[str]] = yaml.safe_load(text)
    return words


def usual_heading(column: str) -> str:
    """The heading that a column mostly has; its name where no heading is known."""
    return vocabulary().get(column, [column])[0]


def plain_heading(text: str) -> str:
    """Lower case, without hints in brackets; the hint itself where nothing else is there."""
    lowered = tidy(text).lower()
    return tidy(_HINT.sub(" ", lowered)) or lowered


@cache
def _spelled() -> dict[str, list[str]]:
    return _index(lambda heading: tidy(heading).lower())


@cache
def _folded() -> dict[str, list[str]]:
    return _index(fold)


def _index(key: Callable[[str], str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for column, headings in vocabulary().items():
        for heading in headings:
            found[key(heading)].append(column)
    return {heading: list(dict.fromkeys(columns)) for heading, columns in found.items() if heading}


@lru_cache(maxsize=1 << 14)
def is_heading(text: str) -> bool:
    """Whether a cell's text is a known heading, hints in brackets aside."""
    return len(text) <= _LONGEST and bool(_exact(text))


@lru_cache(maxsize=1 << 12)
def is_like_heading(text: str) -> bool:
    """Whether a short text is, holds or nearly is a known heading."""
    return len(text) <= _LONGEST_LIKE and bool(_look_up(text))


def _exact(text: str) -> list[str]:
    for words in (tidy(text).lower(), plain_heading(text), _CAMEL.sub(" ", tidy(text)).lower()):
        columns = _spelled().get(words) or _folded().get(fold(words))
        if columns:
            return columns
    return []


@lru_cache(maxsize=1 << 12)
def _look_up(text: str) -> tuple[tuple[str, int], ...]:
    columns = _exact(text)
    if columns:
        return tuple((column, EXACT - place) for place, column in enumerate(columns))
    key = fold(plain_heading(text))
    inside, mistyped = _first_inside(key), _mistyped(key)
    # Less than half of the words is a guess: “giớ tính” holds “tính”.
    if inside and (not mistyped or 2 * len(inside) > len(mistyped)):
        return tuple((column, INSIDE) for column in _folded()[inside] if column not in _OF_CROSSES)
    return tuple((column, MISTYPED) for column in _folded()[mistyped]) if mistyped else ()


def _first_inside(key: str) -> str | None:
    """The known heading that stands first in the text as whole words, the longest of those."""
    padded = f" {key} "
    inside = [
        known
        for known, columns in _folded().items()
        if len(known) >= _SHORTEST_INSIDE and f" {known} " in padded and not _OF_CROSSES.issuperset(columns)
    ]
    return min(inside, key=lambda known: (padded.index(f" {known} "), -len(known)), default=None)


def _mistyped(key: str) -> str | None:
    if len(key) < _SHORTEST_MISTYPED:
        return None
    return next((known for known in _folded() if _one_edit(key, known)), None)


def _one_edit(one: str, other: str) -> bool:
    """Whether one letter put in, left out or changed makes the two equal."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    rest = shorter[start + 1 :] if len(shorter) == len(longer) else shorter[start:]
    return longer[start + 1 :] == rest


def meanings(heading: Heading) -> dict[str, int]:
    """Column name → how sure it is that the heading means it.

    What is a mother's or a guardian's own, such as “CCCD mẹ”, is not of the one whom the row is about.
    """
    whole = " ".join(heading).lower()
    found = _found(heading)
    if _OF_ANOTHER.search(whole) and not is_heading(whole):
        found = {column: sure for column, sure in found.items() if column not in _OWN}
    return {column: sure + BEFORE for column, sure in found.items()} if _BEFORE.search(whole) else found


def may_be_of(parent: str, part: str) -> bool:
    """Whether two headings make a known one, or the part is a number or a birth that a mother has too."""
    of_another = bool(_OF_ANOTHER.search(parent.lower()))
    return is_heading(f"{parent} {part}") or (of_another and not _NUMBERS.isdisjoint(_exact(part)))


def _found(heading: Heading) -> dict[str, int]:
    found: dict[str, int] = {}
    for text, part in _parts(heading):
        for column, sureness in _look_up(text):
            found[column] = max(found.get(column, 0), sureness + part)
    return found


def _parts(heading: Heading) -> Iterator[tuple[str, int]]:
    for first in range(len(heading) - 1):
        yield " ".join(heading[first:]), JOINED
    if heading:
        yield heading[-1], OWN
    for above in heading[:-1]:
        yield above, ABOVE


def assign(
    headings: Sequence[Heading], columns: Collection[str], fits: Callable[[str, int], float]
) -> dict[str, int]:
    """Column name → position of the heading that means it; each column and each heading is used once.

    `fits(column, position)` says how well the cells below a heading suit the column (0 to 1); it is asked
    where a heading may mean several columns, and several headings one.
    """
    offers = []
    meant_by = [
        {column: sure for column, sure in meanings(heading).items() if column in columns}
        for heading in headings
    ]
    offered = Counter((column, sure) for meant in meant_by for column, sure in meant.items())
    for position, meant in enumerate(meant_by):
        for column, sureness in meant.items():
            asked = len(meant) > 1 or offered[column, sureness] > 1
            suits = CONTENTS * fits(column, position) if asked else 0
            offers.append((sureness + suits, -position, column))
    taken: dict[str, int] = {}
    for _sureness, place, column in sorted(offers, reverse=True):
        if column not in taken and -place not in taken.values():
            taken[column] = -place
    return taken
