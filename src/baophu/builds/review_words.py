"""How it is told what would change if two people were one."""

from baophu.base.words import N_, _
from baophu.builds.reviewing import ENTITLES, JOINS, LEAVES_LIST, OLDER, RAISES_FIGURE
from baophu.gaps.status import Why

LEAVES_WORDS = {
    Why.UNCOVERED: N_("leaves the list of the uncovered"),
    Why.LAPSED: N_("leaves the list of the lapsed"),
    Why.VERIFY: N_("leaves the list of those to verify"),
}
CHANGE_WORDS = {
    RAISES_FIGURE: N_("one resident more who participates"),
    ENTITLES: N_("another group, and so another next step, for someone to visit"),
    JOINS: N_("two records become one"),
    OLDER: N_("figures of earlier days only"),
}


def change_words(change: str, leaves: str | None) -> str:
    """What would change, shortly; `leaves` is the list of people to reach that someone would leave."""
    return _(LEAVES_WORDS[Why(str(leaves))] if change == LEAVES_LIST else CHANGE_WORDS[change])
