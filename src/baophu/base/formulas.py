"""Texts that a spreadsheet would take for formulas: they leave as texts."""

# The full-width signs too, which some programs take for the others.
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_QUOTE = "'"


def is_risky(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula, now or after it was saved as csv."""
    return text.startswith(_STARTS)


def harmless(text: str) -> str:
    """The text, behind a quotation mark where it is risky.

    >>> harmless("=1+1")
    "'=1+1"
    """
    return _QUOTE + text if is_risky(text) else text


def as_meant(text: str) -> str:
    """What `harmless` was given: a mark before a risky text is taken off again."""
    return text[1:] if text.startswith(_QUOTE) and is_risky(text[1:]) else text
