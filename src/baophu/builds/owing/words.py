"""How a list that is expected stands, in words."""

from baophu.base.numbers import format_date
from baophu.base.words import N_, _
from baophu.builds.owing.book import Row, State
from baophu.builds.owing.due_days import RULES
from baophu.lists.kinds.declare import RHYTHM_WORDS

STATE_WORDS = {
    State.NEVER: N_("never came"),
    State.LATE: N_("late"),
    State.PART: N_("came in part"),
    State.DUE: N_("falls due"),
    State.CAME: N_("has come"),
    State.NOT_YET: N_("not due yet"),
    State.NO_DAY: N_("no due day"),
}


def state_words(row: Row) -> str:
    """How it stands, and late by how many days."""
    words = [_(STATE_WORDS[row.state])] if row.state != State.LATE else []
    return ", ".join([*words, *([late_words(row)] if row.is_late else [])])


def short_words(row: Row) -> str:
    """How it stands in a word or two."""
    return late_words(row) if row.state == State.LATE else _(STATE_WORDS[row.state])


def late_words(row: Row) -> str:
    """Late by how many days."""
    return _("{days} days late").format(days=row.late_days)


def rhythm_words(row: Row) -> str:
    """How often, and by which day: the declared rule, or the day that was decided."""
    one = row.expected
    often = _(RHYTHM_WORDS[one.rhythm])
    if one.first_due:
        return f"{often}, {_('first on {day}').format(day=format_date(one.first_due))}"
    return often if RULES[one.rhythm] == RHYTHM_WORDS[one.rhythm] else f"{often}, {_(RULES[one.rhythm])}"
