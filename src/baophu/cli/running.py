"""From the arguments to an exit code: the language, the command, and how an error is told."""

import gc
import sys

import typer

from baophu.base.errors import UserError
from baophu.base.faults import DiskFull, bug_words, disk_is_full
from baophu.base.words import _
from baophu.cli.front import front
from baophu.cli.language import speak, split_language
from baophu.cli.output import say

COLLECT_AFTER = 100_000
DONE = 0
BUG = 1
USAGE = 10
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
        say(error.command_words())
        return error.exit_code
    except typer.TyperException as error:
        say(usage_words(error))
        return USAGE
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except Exception as error:
        if disk_is_full(error):
            say(DiskFull().command_words())
            return DiskFull.exit_code
        say(bug_words(error))
        return BUG


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
