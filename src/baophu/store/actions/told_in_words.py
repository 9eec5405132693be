"""What people tell in words of their own: of a day that was, and without the numbers of anyone."""

import re
from datetime import date, timedelta

from baophu.base.clock import today
from baophu.base.errors import UserError
from baophu.base.text import tidy
from baophu.base.words import N_

# Of a card, an insurance or a phone; sums of money have dots.
_NUMBER_OF_SOMEONE = re.compile(
    r"(?<![\d.,])(?:\d{9,15}|0\d{2,3}[ .]\d{3}[ .]\d{3,4}|0\d\d(?: \d{3}){3})(?!\d)"
    r"|\b[A-Z]{2}[ -]?\d(?:[ -]?\d){12}(?!\d)",
    re.IGNORECASE,
)
# Who presses a button twice means it once.
PRESSED_TWICE = timedelta(minutes=2)
MOST_LETTERS = 2000


class DayToCome(UserError):
    message = N_("{day} is yet to come.")
    advice = N_("Write the day it was, at the latest today.")
    exit_code = 15


class NumberOfSomeone(UserError):
    message = N_("There is a number in it like that of a card, an insurance or a phone.")
    advice = N_("Take it out, and names of people too: say “a household”, “three pupils”.")
    exit_code = 15


class TooLong(UserError):
    message = N_("{count} letters are too many: at most {most} fit.")
    advice = N_("Say it in short; a document may be enclosed where there is more.")
    exit_code = 15


def day_that_was(on: date | None) -> date:
    """The day given, or today. Raises DayToCome."""
    if on is not None and on > today():
        raise DayToCome(day=on)
    return on or today()


def without_numbers(*told: str) -> list[str]:
    """What was told, tidied. Raises NumberOfSomeone, TooLong."""
    longest = max(map(len, told))
    if longest > MOST_LETTERS:
        raise TooLong(count=longest, most=MOST_LETTERS)
    if any(_NUMBER_OF_SOMEONE.search(one) for one in told):
        raise NumberOfSomeone()
    return [tidy(one) for one in told]
