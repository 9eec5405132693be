"""The lists of people to reach: three for those who visit, never one; one to look up; two for offices."""

from baophu.base.words import N_, _
from baophu.gaps.status import Why

# List → the reasons for which people stand on it, and what it is called.
LISTS: dict[str, tuple[tuple[Why, ...], str]] = {
    "uncovered": ((Why.UNCOVERED,), N_("uncovered")),
    "due_lapsed": ((Why.LAPSED, Why.DUE), N_("lapsed, due")),
    "verify": ((Why.VERIFY,), N_("to verify")),
    "elsewhere": ((Why.ELSEWHERE,), N_("covered elsewhere")),
    "student": ((Why.STUDENT,), N_("pupils without a card")),
    "birth": ((Why.BIRTH,), N_("newborns without a card")),
}
# Who is covered elsewhere is looked up only: nobody is sent there.
HANDED_OUT = tuple(name for name in LISTS if name != "elsewhere")


def list_words(name: str) -> str:
    """What a list is called."""
    return _(LISTS[name][1])
