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
    """Late by how many days, or how it stands."""
    words = _(STATE_WORDS[row.state])
    if not row.is_late:
        return words
    late = _("{days} days late").format(days=row.late_days)
    return late if row.state == State.LATE else f"{words}, {late}"


def rhythm_words(row: Row) -> str:
    """How often, and by which day: the declared rule, or the day that was decided."""
    one = row.expected
    often = _(RHYTHM_WORDS[one.rhythm])
    if one.first_due:
        return f"{often}, {_('first on {day}').format(day=format_date(one.first_due))}"
    return often if RULES[one.rhythm] == RHYTHM_WORDS[one.rhythm] else f"{often}, {_(RULES[one.rhythm])}"
