"""From the arguments to an exit code: the language, the command, and how an error is told."""

import errno
import gc
import sys
import traceback

import typer

from baophu.base.errors import UserError
from baophu.base.words import _
from baophu.cli.front import front
from baophu.cli.language import speak, split_language
from baophu.cli.output import say

COLLECT_AFTER = 100_000
DONE = 0
BUG = 1
USAGE = 10
NO_ROOM = 17
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
# What databases say then; a quota that is used up reaches SQLite as a failed write.
DATABASE_FULL = ("SQLITE_FULL", "SQLITE_IOERR_WRITE", "53100")
INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    # A job makes very many rows and hardly any cycles: looking for those less often saves time.
    gc.set_threshold(COLLECT_AFTER)
    try:
        language, rest = split_language(sys.argv[1:] if arguments is None else arguments)
        speak(language)
        return front().main(rest or ["--help"], prog_name="baophu", standalone_mode=False) or DONE
    except UserError as error:
        say(error.words())
        return error.exit_code
    except typer.TyperException as error:
        say(usage_words(error))
        return USAGE
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except Exception as error:
        if _disk_is_full(error):
            say(_("The disk is full. Make room, then try again; what was kept before still stands."))
            return NO_ROOM
        say(bug_words(error))
        return BUG


def _disk_is_full(error: BaseException | None) -> bool:
    while error is not None:
        said = getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None)
        if said in DATABASE_FULL or (isinstance(error, OSError) and error.errno in FULL):
            return True
        error = error.__cause__ or error.__context__
    return False


def usage_words(error: typer.TyperException) -> str:
    """What is wrong with the command as it was typed."""
    advice = _("“baophu COMMAND --help” shows how it is used.")
    return f"{_usage_fault(error)}\n{advice}"


def _usage_fault(error: typer.TyperException) -> str:
    parameter = getattr(error, "param", None)
    option = getattr(error, "option_name", None)
    if parameter is not None and error.message:
        return f"{parameter.get_error_hint()}: {error.message}"
    if parameter is not None:
        return _("{name} is missing.").format(name=parameter.get_error_hint())
    if option and hasattr(error, "possibilities"):
        return _("There is no option {name}.").format(name=option)
    if option:
        return _("{name} needs a value.").format(name=option)
    return error.format_message()


def bug_words(error: BaseException) -> str:
    """Where it broke, without the values it broke on: those may be about a person."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    cause = error.__cause__ or error.__context__
    before = bug_words(cause) if cause else _("This is a fault of the program. Please report these lines:")
    return f"{before}\n{frames}{type(error).__module__}.{type(error).__qualname__}"
