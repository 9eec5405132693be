"""Spelling by words: a list of 100,000 names has some thousand words, and each is mended once."""

from functools import lru_cache

from baophu.base.text import fold, tidy

_tidy_word = lru_cache(maxsize=1 << 16)(tidy)


def tidy_words(text: str) -> str:
    """What `tidy` gives."""
    return " ".join(filter(None, map(_tidy_word, text.split())))


def fold_words(text: str) -> str:
    """What `fold` gives."""
    return " ".join(filter(None, map(fold, text.split())))
