"""The language of a run, chosen before the commands are read: their help is worded too."""

import gettext
import os
from collections.abc import Sequence

from baophu.base.errors import UserError
from baophu.base.words import CATALOGUES, LANGUAGES, N_, set_language

OPTION = "--lang"
VARIABLE = "BAOPHU_LANG"
DOMAIN = "baophu"

# What the library of the command line says by itself; it asks the same catalogue.
OF_THE_LIBRARY = (
    N_("Arguments"),
    N_("Commands"),
    N_("Options"),
    N_("Missing command."),
    N_("No such command {name!r}."),
    N_("default: {default}"),
    N_("required"),
)


class UnknownLanguage(UserError):
    message = N_("There is no language “{language}” here.")
    advice = N_("Languages: {known}.")
    exit_code = 10


def split_language(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """The language, and the arguments without it.

    `--lang` may stand anywhere; without it `BAOPHU_LANG` holds, else Vietnamese. Raises UnknownLanguage.
    """
    language = os.environ.get(VARIABLE) or LANGUAGES[0]
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == OPTION:
            language = next(waiting, "")
        elif argument.startswith(f"{OPTION}="):
            language = argument.removeprefix(f"{OPTION}=")
        else:
            rest.append(argument)
    if language not in LANGUAGES:
        raise UnknownLanguage(language=language, known=list(LANGUAGES))
    return language, rest


def speak(language: str) -> None:
    """Word everything in this language from now on, the library's own words too."""
    set_language(language)
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, str(CATALOGUES))
    gettext.textdomain(DOMAIN)
