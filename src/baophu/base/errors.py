"""Errors that a user can put right. They carry values and are worded at the edge."""

from datetime import date
from typing import ClassVar

from baophu.base.numbers import format_date
from baophu.base.words import _


class UserError(Exception):
    """Something the user can put right.

    A subclass says in `message` what is wrong with which value and where, and in `advice` what is
    expected and what to do; both are message ids with `{placeholders}` filled from `values`.
    `exit_code` is between 10 and 19. No personal data goes into `values`: use references to rows.
    """

    message: ClassVar[str]
    advice: ClassVar[str] = ""
    exit_code: ClassVar[int] = 10

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(type(self).__name__, values)

    def __reduce__(self) -> tuple[object, ...]:
        """So that an error raised in another process keeps its values."""
        return _again, (type(self), self.values)

    def words(self) -> str:
        """The error as its reader sees it, in the language of this context."""
        shown = {name: _worded(value) for name, value in self.values.items()}
        lines = [_(part).format(**shown) for part in (self.message, self.advice) if part]
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.words()


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
