"""The words of directives, kept as data beside the grammar."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from baophu.directives.words.tones import toned

FOLDER = Path(__file__).parent


@cache
def words_of(name: str) -> dict[str, Any]:
    """One file of `words/`."""
    found: dict[str, Any] = yaml.load(
        (FOLDER / f"{name}.yaml").read_text(encoding="utf-8"),
        Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader),
    )
    return found


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; a blank stands for any blanks."""
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(_loose(word) for word in longest) + ")"


def _loose(word: str) -> str:
    """Any blanks for a blank, and a dash or a comma with blanks around it or without."""
    loose = re.escape(toned(word)).replace(r"\ \-\ ", r"\s*[-–]\s*").replace(r",\ ", r"\s*,\s*")
    return loose.replace(r"\ ", r"\s+")
