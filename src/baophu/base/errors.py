"""Errors that a user can put right. They carry values and are worded at the edge."""

from datetime import date
from typing import ClassVar

from baophu.base.numbers import format_date
from baophu.base.words import _


class UserError(Exception):
    """Something the user can put right.

    A subclass says in `message` what is wrong with which value and where, and in `advice` what is expected
    and what to do, on the command line in `command`, where that is something else; all are message ids with
    `{placeholders}` filled from `values`.
    `exit_code` is between 10 and 19. No personal data goes into `values`: use references to rows.
    """

    message: ClassVar[str]
    advice: ClassVar[str] = ""
    command: ClassVar[str] = ""
    exit_code: ClassVar[int] = 10

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(type(self).__name__, values)

    def __reduce__(self) -> tuple[object, ...]:
        """So that an error raised in another process keeps its values."""
        return _again, (type(self), self.values)

    def words(self) -> str:
        """The error as the reader of a page sees it, in the language of this context."""
        return self._worded(self.advice)

    def command_words(self) -> str:
        """The error as it is told on the command line."""
        return self._worded(self.command or self.advice)

    def _worded(self, advice: str) -> str:
        shown = self.shown()
        return "\n".join(_(part).format(**shown) for part in (self.message, advice) if part)

    def shown(self) -> dict[str, object]:
        """The values as they stand in the words."""
        return {name: _worded(value) for name, value in self.values.items()}

    def __str__(self) -> str:
        return self.command_words()


class NotThere(UserError):
    """What was asked for is not there, or not for the one who asks; subclasses say what."""


def _worded(value: object) -> object:
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, list | tuple):
        return ", ".join(str(_worded(one)) for one in value)
    return value


def _again(kind: type[UserError], values: dict[str, object]) -> UserError:
    return kind(**values)
