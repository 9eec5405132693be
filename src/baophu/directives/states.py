"""The states of a task, who may move it where, and what follows from its dates."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from baophu.base.errors import UserError
from baophu.base.words import N_, _


class State(StrEnum):
    """How far an office has come with a task. That it is overdue, late or extended follows from the dates."""

    GIVEN = "given"
    ACCEPTED = "accepted"
    DOING = "doing"
    REPORTED = "reported"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"


STATE_WORDS = {
    State.GIVEN: N_("newly given"),
    State.ACCEPTED: N_("taken on"),
    State.DOING: N_("in progress"),
    State.REPORTED: N_("reported done"),
    State.CONFIRMED: N_("confirmed"),
    State.WITHDRAWN: N_("withdrawn"),
}
OPEN = frozenset({State.GIVEN, State.ACCEPTED, State.DOING})
DONE = frozenset({State.REPORTED, State.CONFIRMED})


class Party(StrEnum):
    """For whom someone acts: the office that has the task, or the one that gave it."""

    ASSIGNEE = "assignee"
    GIVER = "giver"


PARTY_WORDS = {
    Party.ASSIGNEE: N_("the office that has the task"),
    Party.GIVER: N_("the office that gave the task"),
}
_ASSIGNEE, _GIVER = frozenset({Party.ASSIGNEE}), frozenset({Party.GIVER})
_EITHER = _ASSIGNEE | _GIVER
# From a state to another → who may move a task so.
MOVES: dict[State, dict[State, frozenset[Party]]] = {
    State.GIVEN: {
        State.ACCEPTED: _ASSIGNEE,
        State.DOING: _ASSIGNEE,
        State.REPORTED: _ASSIGNEE,
        State.WITHDRAWN: _GIVER,
    },
    State.ACCEPTED: {State.DOING: _ASSIGNEE, State.REPORTED: _ASSIGNEE, State.WITHDRAWN: _GIVER},
    State.DOING: {State.REPORTED: _ASSIGNEE, State.WITHDRAWN: _GIVER},
    # What was reported done is confirmed or sent back; the office may take its report back itself.
    State.REPORTED: {State.CONFIRMED: _GIVER, State.DOING: _EITHER, State.WITHDRAWN: _GIVER},
    State.CONFIRMED: {State.DOING: _GIVER},
    State.WITHDRAWN: {State.GIVEN: _GIVER},
}


class NoSuchMove(UserError):
    message = N_("A task that is “{state}” cannot become “{to}”.")
    advice = N_("It may become: {known}.")
    exit_code = 15


class NotYours(UserError):
    message = N_("Only {who} may move this task from “{state}” to “{to}”.")
    advice = N_("Ask them, or the administrator of this home.")
    exit_code = 12


def check_can_move(parties: Iterable[Party], state: State, to: State) -> None:
    """Whether someone who acts for these parties may move a task so. Raises NoSuchMove, NotYours."""
    if to not in MOVES[state]:
        known = [_(STATE_WORDS[one]) for one in MOVES[state]]
        raise NoSuchMove(state=_(STATE_WORDS[state]), to=_(STATE_WORDS[to]), known=known)
    if not MOVES[state][to] & set(parties):
        who = [_(PARTY_WORDS[one]) for one in Party if one in MOVES[state][to]]
        raise NotYours(who=who, state=_(STATE_WORDS[state]), to=_(STATE_WORDS[to]))


def can_move(parties: Iterable[Party], state: State, to: State) -> bool:
    """As `check_can_move`, answering."""
    return bool(MOVES[state].get(to, frozenset()) & set(parties))


def moves(parties: Iterable[Party], state: State) -> list[State]:
    """Where someone who acts for these parties may move a task that is in a state."""
    acting = set(parties)
    return [to for to in MOVES[state] if can_move(acting, state, to)]


class Mark(StrEnum):
    """What the dates say of a task."""

    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    DONE_LATE = "done_late"
    DONE_IN_TIME = "done_in_time"
    EXTENDED = "extended"


MARK_WORDS = {
    Mark.OVERDUE: N_("overdue"),
    Mark.DUE_TODAY: N_("due today"),
    Mark.DONE_LATE: N_("done late"),
    Mark.DONE_IN_TIME: N_("done in time"),
    Mark.EXTENDED: N_("extended"),
}


def marks(
    state: State, *, due: date | None, first_due: date | None, reported_on: date | None, on: date
) -> frozenset[Mark]:
    """What the dates say of a task on a day.

    `first_due` is the day it was due by before any extension. What was reported done later than `on` was
    open on that day.
    """
    if state == State.WITHDRAWN:
        return frozenset()
    found = {Mark.EXTENDED} if due != first_due else set()
    if due is None:
        return frozenset(found)
    if state in DONE and reported_on is not None and reported_on <= on:
        found.add(Mark.DONE_LATE if reported_on > due else Mark.DONE_IN_TIME)
    elif due < on:
        found.add(Mark.OVERDUE)
    elif due == on:
        found.add(Mark.DUE_TODAY)
    return frozenset(found)
