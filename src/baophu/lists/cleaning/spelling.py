"""Spelling of many names in little time: most are tidy."""

import unicodedata

from baophu.base.text import tidy


def tidy_fast(text: str) -> str:
    """What `tidy` gives; a text that needs nothing is known by what Python checks in one go.

    Words of old fonts are not looked for: columns are mended before (`fonts`).
    """
    if (
        text.isprintable()
        and "  " not in text
        and not text.startswith(" ")
        and not text.endswith(" ")
        and "Ð" not in text
        and "ð" not in text
        and "Ɖ" not in text
        and "ɖ" not in text
        and unicodedata.is_normalized("NFC", text)
    ):
        return text
    return tidy(text)
