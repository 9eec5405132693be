"""How one letter or digit goes wrong when somebody types."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from baophu.base.text import fold
from baophu_examples.known.chance import pick
from baophu_examples.known.people import EPOCH

_LETTERS = "abcdeghiklmnopqrstuvxy"
_DIGITS = "0123456789"
_ONE_DIGIT, _NEIGHBOURS = 0.75, 0.9


@lru_cache(maxsize=1 << 16)
def _bare_word(word: str) -> str:
    return fold(word).capitalize()


def bare(name: str) -> str:
    """A name as typed without Vietnamese letters: `Y Hương` → `Y Huong`."""
    return " ".join(map(_bare_word, name.split()))


def mistyped_name(random: Callable[[], float], name: str) -> str:
    """One letter of one word left out, doubled, exchanged or taken for another; its folded form differs."""
    words = name.split()
    places = [place for place, word in enumerate(words) if len(word) > 1]
    place = pick(random, places)
    words[place] = _mistyped_word(random, words[place])
    return " ".join(words)


def _mistyped_word(random: Callable[[], float], word: str) -> str:
    at, fate = int(random() * len(word)), random()
    if fate < 0.3 and len(word) > 2:
        typed = word[:at] + word[at + 1 :]
    elif fate < 0.5:
        typed = word[:at] + word[at] + word[at:]
    elif fate < 0.7 and at + 1 < len(word) and fold(word[at]) != fold(word[at + 1]):
        typed = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    else:
        own = fold(word[at])
        typed = word[:at] + pick(random, [one for one in _LETTERS if one != own]) + word[at + 1 :]
    return typed[0].upper() + typed[1:].lower()


def mistyped_id(random: Callable[[], float], number: str) -> str:
    """One digit for another, two neighbours exchanged, or two digits for others."""
    fate = random()
    at = int(random() * (len(number) - 1))
    if _ONE_DIGIT < fate < _NEIGHBOURS and number[at] != number[at + 1]:
        return number[:at] + number[at + 1] + number[at] + number[at + 2 :]
    number = _other_digit(random, number, at)
    return _other_digit(random, number, at + 1) if fate >= _NEIGHBOURS else number


def _other_digit(random: Callable[[], float], number: str, at: int) -> str:
    other = pick(random, [digit for digit in _DIGITS if digit != number[at]])
    return number[:at] + other + number[at + 1 :]


def swapped(day: int) -> int | None:
    """A day counted from 1970 with day and month exchanged; None where there is no such other day."""
    known = date.fromordinal(day + EPOCH)
    if known.day > 12 or known.day == known.month:
        return None
    return known.replace(month=known.day, day=known.month).toordinal() - EPOCH
