"""Commands whose help is worded when it is shown: source and catalogue hold English message ids."""

from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from baophu.base.words import N_, _

HELP_OPTIONS = {"help_option_names": ["-h", "--help"]}


class _Worded:
    """Words the usage line, the parameters and the option that shows the help."""

    def get_usage(self, ctx: Any) -> str:
        usage: str = super().get_usage(ctx)  # type: ignore[misc]
        return usage.replace("Usage:", _("Usage:"), 1)

    def get_params(self, ctx: Any) -> list[Any]:
        params: list[Any] = super().get_params(ctx)  # type: ignore[misc]
        for param in params:
            if not hasattr(param, "message_id"):
                param.message_id = param.help
            if param.name == "help":
                param.message_id = N_("Show this help.")
            param.help = _(param.message_id) if param.message_id else None
        return params


class WordedCommand(_Worded, TyperCommand):
    """A command."""


class WordedGroup(_Worded, TyperGroup):
    """A command with commands below it."""


class Commands(typer.Typer):
    """One or more commands of a module. `help` is a message id; alone in its module a command needs none.

    `alone`: the callback answers too where no command below it is named.
    """

    def __init__(
        self,
        *,
        callback: Callable[..., None] | None = None,
        group: type[WordedGroup] = WordedGroup,
        alone: bool = False,
    ) -> None:
        super().__init__(
            cls=group,
            callback=callback,
            invoke_without_command=alone,
            context_settings=HELP_OPTIONS,
            add_completion=False,
            rich_markup_mode=None,
            pretty_exceptions_enable=False,
        )

    def add(self, name: str, help: str = "") -> Callable[[Callable[..., None]], Callable[..., None]]:
        """Decorates the function of the command `name`."""
        return self.command(name, cls=WordedCommand, help=help, context_settings=HELP_OPTIONS)


def word_help(command: Any) -> None:
    """Word the help of a command and of those below it in the language of this context."""
    command.help = _(command.help) if command.help else None
    for below in getattr(command, "commands", {}).values():
        word_help(below)
