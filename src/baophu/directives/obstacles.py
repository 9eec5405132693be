"""Obstacles that people and offices meet: of which kind, and how they come to be answered."""

from enum import StrEnum

from baophu.base.errors import UserError
from baophu.base.words import N_, _


class ObstacleKind(StrEnum):
    """What stands in the way."""

    PROCEDURE = "procedure"
    LATE_CARD = "late_card"
    REFUSED_BENEFIT = "refused_benefit"
    WRONG_DATA = "wrong_data"
    MONEY = "money"
    KNOWLEDGE = "knowledge"
    SYSTEM = "system"
    OTHER = "other"


KIND_WORDS = {
    ObstacleKind.PROCEDURE: N_("procedure"),
    ObstacleKind.LATE_CARD: N_("card comes late"),
    ObstacleKind.REFUSED_BENEFIT: N_("benefit refused"),
    ObstacleKind.WRONG_DATA: N_("wrong data"),
    ObstacleKind.MONEY: N_("money"),
    ObstacleKind.KNOWLEDGE: N_("people do not know"),
    ObstacleKind.SYSTEM: N_("software or network"),
    ObstacleKind.OTHER: N_("another obstacle"),
}


class ObstacleState(StrEnum):
    """How far an obstacle has come."""

    RECORDED = "recorded"
    PASSED = "passed"
    ANSWERED = "answered"
    CLOSED = "closed"


OBSTACLE_STATE_WORDS = {
    ObstacleState.RECORDED: N_("recorded"),
    ObstacleState.PASSED: N_("passed on"),
    ObstacleState.ANSWERED: N_("answered"),
    ObstacleState.CLOSED: N_("closed"),
}
# It is passed on again where the office cannot answer, or where the answer does not help.
OBSTACLE_MOVES: dict[ObstacleState, frozenset[ObstacleState]] = {
    ObstacleState.RECORDED: frozenset({ObstacleState.PASSED, ObstacleState.ANSWERED, ObstacleState.CLOSED}),
    ObstacleState.PASSED: frozenset({ObstacleState.PASSED, ObstacleState.ANSWERED, ObstacleState.CLOSED}),
    ObstacleState.ANSWERED: frozenset({ObstacleState.PASSED, ObstacleState.CLOSED}),
    ObstacleState.CLOSED: frozenset({ObstacleState.PASSED}),
}


class NoSuchObstacleMove(UserError):
    message = N_("An obstacle that is “{state}” cannot become “{to}”.")
    advice = N_("It may become: {known}.")
    exit_code = 15


def check_obstacle_move(state: ObstacleState, to: ObstacleState) -> None:
    """Raises NoSuchObstacleMove."""
    if to not in OBSTACLE_MOVES[state]:
        known = [_(OBSTACLE_STATE_WORDS[one]) for one in ObstacleState if one in OBSTACLE_MOVES[state]]
        raise NoSuchObstacleMove(
            state=_(OBSTACLE_STATE_WORDS[state]), to=_(OBSTACLE_STATE_WORDS[to]), known=known
        )
