"""What templates say of tasks: states and marks in words, and how they look."""

from typing import Any

from baophu.base.words import _
from baophu.directives.states import MARK_WORDS, STATE_WORDS, Mark, State

# A mark → the look of its word.
LOOKS = {Mark.OVERDUE: "short", Mark.DUE_TODAY: "near", Mark.DONE_LATE: "near", Mark.DONE_IN_TIME: "met"}


def words() -> dict[str, Any]:
    """What every template of tasks may call."""
    return {
        "state_words": lambda state: _(STATE_WORDS[State(state)]),
        "mark_words": lambda mark: _(MARK_WORDS[mark]),
        "marks": list(Mark),
        "looks": LOOKS,
    }
