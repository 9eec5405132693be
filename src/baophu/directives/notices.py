"""When whoever has a task is told of its due day: before it, on it, after it; at last who gave it."""

from datetime import date
from enum import StrEnum

from baophu.base.words import N_
from baophu.base.working_days import A_DAY, is_working_day, working_day_before, working_day_on_or_after

# So many working days before the due day it is soon, and so many after it whoever gave the task is told.
SOON = 2
PATIENCE = 5


class Stage(StrEnum):
    """How near or late a task is, as it is told; or that it moved with the days off."""

    MOVED = "moved"
    SOON = "soon"
    TODAY = "today"
    LATE = "late"
    ESCALATED = "escalated"


STAGE_WORDS = {
    Stage.MOVED: N_("moved with the days off"),
    Stage.SOON: N_("falls due soon"),
    Stage.TODAY: N_("due today"),
    Stage.LATE: N_("overdue"),
    Stage.ESCALATED: N_("long overdue, told to who gave it"),
}


def stage_on(due: date, on: date) -> Stage | None:
    """What is told on a day of a task that is open and due by `due`; None as long as it is far off.

    What falls due soon is told on working days. A stage that was missed is not told afterwards: the one that
    is reached counts.
    """
    if on > due:
        return Stage.ESCALATED if on >= _later(due, PATIENCE) else Stage.LATE
    if on == due:
        return Stage.TODAY
    return Stage.SOON if is_working_day(on) and on >= _earlier(due, SOON) else None


def _earlier(day: date, count: int) -> date:
    """The day so many working days before."""
    for _step in range(count):
        day = working_day_before(day)
    return day


def _later(day: date, count: int) -> date:
    """The day so many working days after."""
    for _step in range(count):
        day = working_day_on_or_after(day + A_DAY)
    return day
