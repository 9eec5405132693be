"""Spelling of many names in little time: most are tidy, and they share a few thousand words."""

import unicodedata

from baophu.base.text import fold, tidy


def tidy_fast(text: str) -> str:
    """What `tidy` gives; a text that needs nothing is known by what Python checks in one go."""
    if (
        text.isprintable()
        and "  " not in text
        and not text.startswith(" ")
        and not text.endswith(" ")
        and "Ð" not in text
        and "ð" not in text
        and unicodedata.is_normalized("NFC", text)
    ):
        return text
    return tidy(text)


def fold_words(text: str) -> str:
    """What `fold` gives, word by word, for each word is remembered."""
    return " ".join(filter(None, map(fold, text.split())))
