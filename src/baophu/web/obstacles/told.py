"""What templates say of obstacles: kinds and states in words, how they look, where they were met."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from baophu.base.clock import today
from baophu.base.numbers import format_count
from baophu.base.words import _
from baophu.directives.obstacles import KIND_WORDS, OBSTACLE_STATE_WORDS, ObstacleKind, ObstacleState
from baophu.store.models import Obstacle
from baophu.store.obstacles import days_waited, has_news
from baophu.web.accounts.places import PlaceNames
from baophu.web.visitor import Visitor

# A state → the look of its word.
LOOKS = {ObstacleState.RECORDED: "near", ObstacleState.PASSED: "near", ObstacleState.ANSWERED: "met"}
# Whoever waits longer than so many days has waited too long.
TOO_LONG = 30


@dataclass(frozen=True, slots=True)
class Line:
    """An obstacle as a list shows it."""

    row: Obstacle
    place: str
    days: int
    is_new: bool


def lines(visitor: Visitor, rows: Any) -> list[Line]:
    """Obstacles as a list shows them, in one query for the names of hamlets."""
    names, day = PlaceNames(), today()
    return [line(visitor, row, names, day) for row in rows]


def line(visitor: Visitor, row: Obstacle, names: PlaceNames, day: date) -> Line:
    """One of them."""
    key = row.hamlet or row.unit
    return Line(row, names(key) if key else "", days_waited(row, day), has_news(visitor.account, row))


def days_words(days: int) -> str:
    """For how long something waits: `12 ngày`, `hôm nay`."""
    if days == 0:
        return _("today")
    return _("1 day") if days == 1 else _("{count} days").format(count=format_count(days))


def words() -> dict[str, Any]:
    """What every template of obstacles may call."""
    return {
        "kind_words": lambda kind: _(KIND_WORDS[ObstacleKind(kind)]),
        "state_words": lambda state: _(OBSTACLE_STATE_WORDS[ObstacleState(state)]),
        "days_words": days_words,
        "looks": LOOKS,
        "too_long": TOO_LONG,
        "kinds": list(ObstacleKind),
        "states": list(ObstacleState),
    }
