"""Which insurance a text names."""

import re
from dataclasses import dataclass
from functools import cache

from baophu.directives.words.vocabulary import any_of, words_of

_JOINED = re.compile(r"\s*(?:,|và|/|-|&)\s*")


@dataclass(frozen=True, slots=True)
class Mention:
    """A scheme as it is named; several named together are no single one (None)."""

    scheme: str | None
    start: int
    end: int


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){any_of(word for names in words_of('figures')['schemes'].values() for word in names)}"
        rf"(?!\w)",
        re.IGNORECASE,
    )


@cache
def _scheme_of() -> dict[str, str]:
    return {
        word.lower(): scheme for scheme, words in words_of("figures")["schemes"].items() for word in words
    }


def each_in(text: str) -> list[Mention]:
    """Every scheme by itself, also of a list."""
    return [
        Mention(_scheme_of()[re.sub(r"\s+", " ", match[0].lower())], match.start(), match.end())
        for match in _pattern().finditer(text)
    ]


def mentions_in(text: str) -> list[Mention]:
    """All schemes of a text, from left to right; those that stand in one list are one mention of none."""
    found: list[Mention] = []
    for one in each_in(text):
        if found and _JOINED.fullmatch(text, found[-1].end, one.start):
            found[-1] = Mention(None, found[-1].start, one.end)
        else:
            found.append(one)
    return found
