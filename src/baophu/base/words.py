"""Words on screen. Message ids are English; Vietnamese is the default language.

Rooms without Django speak through `_`; `N_` marks a message id that is worded later.
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

LANGUAGES = ("vi", "en")
CATALOGUES = Path(__file__).parent / "locale"
_language: ContextVar[str] = ContextVar("language", default="vi")


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation("baophu", CATALOGUES, languages=[language])


def _(message: str) -> str:
    """The message in the language of this context."""
    return _catalogue(_language.get()).gettext(message)


def N_(message: str) -> str:
    """Mark a message id for the catalogue without wording it yet."""
    return message


def language() -> str:
    return _language.get()


def set_language(code: str) -> None:
    """Choose `vi` or `en` for the rest of this context."""
    if code not in LANGUAGES:
        raise ValueError(code)
    _language.set(code)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Choose a language for a block."""
    if code not in LANGUAGES:
        raise ValueError(code)
    token = _language.set(code)
    try:
        yield
    finally:
        _language.reset(token)
